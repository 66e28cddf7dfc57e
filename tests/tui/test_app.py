"""The program as a whole: its table of actions, its start, its manners."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from textual.containers import VerticalScroll

from qualkit import translation
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import ProjectMissingError
from qualkit.services.matrices import head_of
from qualkit.services.project import Project
from qualkit.tui.actions import ACTIONS, LIST_ACTIONS
from qualkit.tui.app import QualkitApp, run_app
from qualkit.tui.base import QualkitScreen
from qualkit.tui.colours import THEMES
from qualkit.tui.keys import key_labels
from qualkit.tui.screens import (
    answers,
    as_printed,
    board,
    board_passages,
    board_snapshots,
    candidates,
    code_split,
    codebook,
    coded_segments,
    doubts,
    duplicates,
    export,
    history,
    home,
    identifiers,
    labels,
    matrix,
    memos,
    mosaic,
    pair,
    passages,
    project,
    quality,
    queue,
    quote_editor,
    quotes,
    reader,
    rounds,
    search,
    source,
    spread,
    story,
    theme_comparison,
    theme_passages,
    theme_reading,
    themes,
    together,
    vignette_form,
    vignettes,
)
from qualkit.tui.screens import map as map_screen
from qualkit.tui.screens.go_to import PlaceRow
from qualkit.tui.screens.help import keys_of
from qualkit.tui.screens.picker import Choice, best_matches
from qualkit.tui.whereabouts import PLACES
from qualkit.tui.widgets.key_bar import KeyBar
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.text_view import TextView
from tests.tui.driving import SETTINGS, Driver, running

SCREENS: dict[str, type[QualkitScreen]] = {
    "everywhere": QualkitScreen,
    "home": home.HomeScreen,
    "source": source.SourceScreen,
    "reader": reader.ReaderScreen,
    "codebook": codebook.CodebookScreen,
    "coded_segments": coded_segments.CodedSegmentsScreen,
    "code_split": code_split.CodeSplitScreen,
    "themes": themes.ThemesScreen,
    "theme_passages": theme_passages.ThemePassagesScreen,
    "passages": passages.PassagesScreen,
    "quotes": quotes.QuotesScreen,
    "quote_editor": quote_editor.QuoteEditorScreen,
    "spread": spread.SpreadScreen,
    "theme_reading": theme_reading.ThemeReadingScreen,
    "story": story.StoryScreen,
    "together": together.TogetherScreen,
    "rounds": rounds.RoundsScreen,
    "board": board.BoardScreen,
    "board_passages": board_passages.BoardPassagesScreen,
    "board_snapshots": board_snapshots.BoardSnapshotsScreen,
    "theme_comparison": theme_comparison.ThemeComparisonScreen,
    "map": map_screen.MapScreen,
    "memos": memos.MemosScreen,
    "vignettes": vignettes.VignettesScreen,
    "vignette": vignette_form.VignetteScreen,
    "doubts": doubts.DoubtsScreen,
    "search": search.SearchScreen,
    "candidates": candidates.CandidatesScreen,
    "queue": queue.QueueScreen,
    "history": history.HistoryScreen,
    "quality": quality.QualityScreen,
    "answers": answers.AnswersScreen,
    "labels": labels.LabelsScreen,
    "mosaic": mosaic.MosaicScreen,
    "export": export.ExportScreen,
    "matrix": matrix.MatrixScreen,
    "project": project.ProjectScreen,
    "identifiers": identifiers.IdentifiersScreen,
    "duplicates": duplicates.DuplicatesScreen,
    "pair": pair.PairScreen,
    "as_printed": as_printed.AsPrintedScreen,
}

WAYS = {
    "home": (),
    "source": ("e",),
    "codebook": ("g", "c"),
    "coded_segments": ("g", "c", "home", "j", "enter"),
    "code_split": ("g", "c", "home", "j", "S", *"een", "enter", *"twee", "enter"),
    "themes": ("g", "t"),
    "theme_passages": ("g", "t", "enter"),
    "quotes": ("g", "q"),
    "quote_editor": ("g", "t", "enter", "b", "e"),
    "spread": ("g", "p"),
    "passages": ("g", "p", "enter"),
    "theme_reading": ("g", "t", "R"),
    "together": ("g", "o"),
    "rounds": ("g", "r"),
    "board": ("g", "b"),
    "board_passages": ("g", "b", "home", "j", "enter"),
    "board_snapshots": ("g", "b", "s"),
    "theme_comparison": ("g", "t", "n", *"Kennis", "enter", "escape", "equals_sign", "enter"),
    "map": ("g", "a"),
    "memos": ("g", "m"),
    "vignettes": ("g", "v"),
    "doubts": ("g", "d"),
    "search": ("g", "s", *"vier", "enter"),
    "queue": ("g", "j"),
    "history": ("g", "y"),
    "quality": ("g", "k"),
    "answers": ("g", "w"),
    "labels": ("g", "l"),
    "export": ("g", "e"),
    "identifiers": ("g", "x"),
    "duplicates": ("g", "u"),
    "matrix": ("g", "f"),
    "project": ("g", "i"),
}
"""The keys that lead to each screen but the reader, whose keys have tests of their own."""


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_has_its_method_and_every_key_its_help(name: str) -> None:
    taken: dict[str, str] = {}
    for action in ACTIONS[name]:
        assert callable(getattr(SCREENS[name], f"action_{action.name}"))
        assert action.label
        assert action.help.endswith((".", "…"))
        for key in action.keys:
            assert taken.setdefault(key, action.name) == action.name
        if action.instead_of:
            # The one it steps in for comes later, and has the key else.
            taken = {key: name for key, name in taken.items() if name != action.name}
            assert action.instead_of in [each.name for each in ACTIONS[name]]


def test_every_action_of_a_list_has_its_method() -> None:
    for action in LIST_ACTIONS:
        assert callable(getattr(RowList, f"action_{action.name}"))


@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "everywhere"])
def test_help_shows_every_key(name: str) -> None:
    shown = {action.help for _, actions in keys_of(name) for action in actions}
    for action in (*ACTIONS[name], *ACTIONS["everywhere"]):
        if action.keys and action.keys[0] not in {k for a in ACTIONS[name] for k in a.keys}:
            assert action.help in shown
    for action in ACTIONS[name]:
        assert action.help in shown


def _state(driver: Driver) -> str:
    """Everything a person can see, and what she was told."""
    app = driver.app
    stack = [type(screen).__name__ for screen in app.screen_stack]
    # By identity: while one message comes, an older one may go.
    told = [note.identity for note in app._notifications]
    return f"{stack}{app.screen.focused}{told}{app.export_screenshot()}"


async def _come_back(driver: Driver, name: str) -> None:
    """Step back to a screen, or go there again."""
    for _ in range(6):
        if isinstance(driver.app.screen, SCREENS[name]):
            return
        await driver.press(*(WAYS[name] if driver.top == "HomeScreen" else ("escape",)))
    raise AssertionError(f"{driver.top} cannot be left with Esc")


@pytest.mark.parametrize("name", WAYS)
async def test_no_key_is_dead(folder: Path, project: Project, name: str) -> None:
    project.themes.add("Kennis")
    theme = project.themes.find("Capaciteit")
    project.themes.narrate(theme.id, "Het werk wacht. " * 60)
    for title in ("Stil", "Druk"):
        project.vignettes.add(theme.id, title, "Het bleef liggen. " * 60, MadeOf.SINGLE)
    project.matrices.make("Per team", [head_of(theme), head_of(project.codes.find("kennis"))])
    keys = [key for action in (*ACTIONS["everywhere"], *ACTIONS[name]) for key in action.keys]
    # Up is dead at the top, and says so by staying there: go down first.
    keys.sort(key=lambda key: key in ("K", "H"))
    keys.sort(key=lambda key: key == "q")
    async with running(folder) as driver:
        for key in keys:
            await _come_back(driver, name)
            before = _state(driver)
            await driver.press(key)
            assert _state(driver) != before or driver.app.return_code is not None, key


def use_catalogue(place: Path, monkeypatch: pytest.MonkeyPatch, words: Mapping[str, str]) -> None:
    """Put a Dutch catalogue of a few words in the place of the program's own."""
    catalogue = Catalog(locale="nl")
    for english, dutch in words.items():
        catalogue.add(english, dutch)
    path = place / "nl" / "LC_MESSAGES" / f"{translation.DOMAIN}.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(translation, "CATALOGUES", place)


@pytest.mark.parametrize(("language", "query"), [("en", "citaat"), ("nl", "a quote for print")])
async def test_the_palette_finds_actions_by_the_words_of_the_other_language(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, query: str
) -> None:
    dutch = {"Choose the passage as a quote for print.": "Kies het fragment als citaat."}
    use_catalogue(tmp_path / "locale", monkeypatch, dutch)
    settings = replace(SETTINGS, language=language)
    async with running(folder, settings=settings) as driver:
        await driver.press("g", "t", "enter", "colon")
        await driver.type(query)
        await driver.settle()
        await driver.press("enter")
        assert driver.top == "Picker"


async def test_the_keys_are_named_in_the_language_in_use(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch = {"Go to": "Ga naar", "Keys": "Toetsen", "Memo": "Notitie", "Space": "Spatie"}
    use_catalogue(tmp_path / "locale", monkeypatch, dutch)
    async with running(folder, settings=replace(SETTINGS, language="nl")) as driver:
        assert "g Ga naar" in driver.app.screen.query_one(KeyBar).render().plain
        assert "? Toetsen" in driver.app.screen.query_one(KeyBar).render().plain
        assert key_labels(("pagedown", "space")) == "PgDn Spatie"


@pytest.mark.parametrize("name", PLACES)
async def test_every_place_is_gone_to_and_left(folder: Path, name: str) -> None:
    async with running(folder) as driver:
        await driver.press(*WAYS[name][:2])
        assert isinstance(driver.app.screen, SCREENS[name])
        await driver.press("escape")
        assert driver.top == "HomeScreen"


async def test_going_somewhere_twice_goes_back_to_where_one_was(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "end", "g", "t", "g", "c")
        assert driver.top == "CodebookScreen"
        assert driver.rows.cursor == len(driver.rows.items) - 1
        assert len(driver.app.screen_stack) == 3


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_places_are_all_in_sight_and_arrows_walk_over_them(
    folder: Path, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await driver.press("g")
        rows = driver.app.screen.query(PlaceRow)
        assert {row.entry[1] for row in rows} == {"home", *PLACES}
        box = driver.app.screen.query_one(".box").content_region
        assert all(box.contains_region(row.region) for row in rows)
        await driver.press("down", "right", "left", "up", "right", "enter")
        assert driver.top == "ThemesScreen"
        await driver.press("g", "up", "enter")
        assert driver.top == "ExportScreen", "from the first place up is the last"
        await driver.press("g", "g", "escape", "escape")
        assert driver.top == "HomeScreen"


async def test_one_comes_back_to_the_same_screens_and_the_same_row(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "end", "enter", "enter")
        assert driver.top == "ReaderScreen"
        open_before = [type(screen).__name__ for screen in driver.app.screen_stack]
        offset = driver.app.screen.query_one(TextView).cursor.offset
    async with running(folder) as driver:
        assert driver.app.screen.query_one(TextView).cursor.offset == offset
        assert [type(screen).__name__ for screen in driver.app.screen_stack] == open_before
        await driver.press("escape", "escape")
        assert driver.top == "CodebookScreen"
        assert driver.rows.cursor == len(driver.rows.items) - 1


async def test_a_place_that_is_gone_is_no_hindrance(folder: Path, project: Project) -> None:
    for words, place in (
        (
            "gone",
            '[{"name": "home", "opened_with": [], "row": ""}, '
            '{"name": "theme_passages", "opened_with": ["gone"], "row": "x"}, '
            '{"name": "reader", "opened_with": ["gone"], "row": ""}]',
        ),
        (
            "strange",
            '[{"name": "home", "opened_with": [], "row": ""}, '
            '{"name": "os", "opened_with": ["system"], "row": ""}]',
        ),
    ):
        project.bookmarks.put("places", {"places": place})
        async with running(folder) as driver:
            await driver.press("escape", "escape")
            assert driver.top == "HomeScreen", words


@pytest.mark.parametrize("language", translation.LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
async def test_the_keys_fit_eighty_columns_with_help_among_them(
    folder: Path, name: str, language: str
) -> None:
    async with running(folder, settings=replace(SETTINGS, language=language)) as driver:
        await driver.press(*WAYS[name])
        line = driver.app.screen.query_one(KeyBar).render().plain
        labels = [translation._(action.label) for action in ACTIONS[name] if action.footer]
        assert len(line) <= 80
        assert f"? {translation._('Keys')}" in line
        assert not [label for label in labels if f" {label} " not in line]


async def test_the_help_of_the_reader_is_paged_through(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("enter", "question_mark", "pagedown")
        box = driver.app.screen.query_one("Vertical.box")
        assert box.border_title == "Keys"
        scroll = driver.app.screen.query_one(VerticalScroll)
        assert scroll.scroll_offset.y > 10
        await driver.press("pageup")
        assert scroll.scroll_offset.y == 0


async def test_undo_reaches_into_an_earlier_session(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "t", "enter")
        assert project.codes.find("capaciteit").status == "retired"
    async with running(folder) as driver:
        await driver.press("u")
        assert project.codes.find("capaciteit").status == "active"
        await driver.press("r")
        assert project.codes.find("capaciteit").status == "retired"


def test_a_folder_without_a_project_is_told_before_the_screen_opens(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissingError):
        run_app(tmp_path, SETTINGS)


def test_the_program_closes_its_project(folder: Path) -> None:
    app = QualkitApp(folder, SETTINGS)
    app.project.close()
    assert app.theme in {theme.name for theme in THEMES}


def test_letters_in_any_order_of_likeness_find_a_code() -> None:
    choices = [Choice("1", "capaciteit"), Choice("2", "te weinig mensen"), Choice("3", "wachten")]
    assert best_matches("tew", choices)[0].id == "2"
    assert [choice.id for choice in best_matches("capacitiet", choices)] == ["1"]
    assert best_matches("  ", choices) == choices


def test_the_first_frame_loads_neither_spacy_nor_document_readers(folder: Path) -> None:
    program = f"""
import asyncio, sys
from pathlib import Path
from qualkit.settings import Settings
from qualkit.tui.app import QualkitApp

async def start() -> None:
    app = QualkitApp(Path({str(folder)!r}), Settings("Noor"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(sorted({{"spacy", "docx", "thinc", "matplotlib", "xlsxwriter"}} & set(sys.modules)))

asyncio.run(start())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


async def test_a_screen_that_is_not_drawn_yet_is_not_redrawn(folder: Path) -> None:
    async with running(folder) as driver:

        def write_elsewhere_while_it_opens() -> None:
            driver.app.push_screen(themes.ThemesScreen())
            driver.app.redraw(frozenset({"project", "themes", "sources"}))

        driver.app.call_later(write_elsewhere_while_it_opens)
        await driver.settle()
        assert driver.top == "ThemesScreen"
