"""Pictures of the screens: what a person sees does not change by accident.

A new picture is a row in `PICTURES`; `--snapshot-update` draws it. Look at it before it is kept.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from qualkit.domain.framework import CellPlace
from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.services.matrices import head_of
from qualkit.services.pair_looking import LOOK
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from qualkit.tui.app import QualkitApp
from qualkit.tui.colours import LIGHT, PLAIN
from tests.answering import Filled, page_answers
from tests.chats import write_chats
from tests.services.queue_files import rows_for, write_rows
from tests.tui.driving import SETTINGS

Compare = Callable[..., bool]

SMALL, LARGE = (80, 24), (160, 50)

MOMENT = "2026-03-02T09:00:00.{:06}+00:00"
"""When everything in the pictures was done."""


@dataclass(frozen=True)
class Picture:
    """How one comes to a screen, and how large it is."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = SMALL
    colours: str = ""
    """A theme; dark when empty."""
    language: str = "en"
    is_empty: bool = False
    """Whether the project has no sources."""
    is_answered: bool = False
    """Whether co-authors answered to quotes."""
    is_doubted: bool = False
    """Whether there are doubts, one of them decided on."""
    is_twofold: bool = False
    """Whether there are chats of which two tell the same."""
    is_queued: bool = False
    """Whether a batch of suggestions was loaded."""
    is_quiet: bool = False
    """Whether passing messages are left out: which are still there depends on the machine."""


READING = ("enter", "right_square_bracket", "s")

BESIDE = ("quality",)
"""Groups of workers that wait for a thread."""
WAITING = ("g", "t", "n", *"Wachten")

COMPARING = (
    *("a", *"blijft", "enter", "equals_sign", "enter"),
    *("t", "enter", *"wie wacht heeft nog hoop", "enter"),
)
"""A code under the theme that was made, the other theme beside it, and how the two differ."""


def typed(words: str) -> tuple[str, ...]:
    """Give the keys of some words."""
    return tuple("space" if sign == " " else sign for sign in words)


VIGNETTE = (
    *("g", "v", "n", "enter", *"Stil", "enter", *typed("Op 3 maart bleef alles liggen.")),
    *("tab", "a", *"papier", "tab", "enter"),
)
"""A story with a day in it, and the passage that it rests on."""

PICTURES = (
    Picture("home"),
    Picture("source", ("e", "j")),
    Picture("home_dutch", language="nl"),
    Picture("empty_project", is_empty=True),
    Picture("reader", READING),
    Picture("reader_large", READING, LARGE),
    Picture("reader_light", READING, colours=LIGHT.name),
    Picture("reader_plain", READING, colours=PLAIN.name),
    Picture("reader_themes", ("enter", "M", "right_parenthesis"), (120, 30)),
    Picture("code_prompt", (*READING, "c", *"te")),
    Picture("codebook", ("g", "c", "j")),
    Picture("merge_preview", ("g", "c", "end", "M", *"wein", "enter")),
    Picture("coded_segments", ("g", "c", "end", "enter")),
    Picture("themes", ("g", "t"), (120, 30)),
    Picture("theme_form", ("g", "t", "n")),
    Picture("topic_question", (*WAITING, "enter"), is_quiet=True),
    Picture("theme_comparison", (*WAITING, "enter", "escape", *COMPARING), is_quiet=True),
    Picture("passages", ("g", "t", "enter", "j")),
    Picture("theme_reading", ("g", "t", "R", "s")),
    Picture("quality", ("g", "k")),
    Picture("quality_large", ("g", "k"), LARGE),
    Picture("rounds", ("g", "r", "n", *"Tweede", "enter", "enter", "enter")),
    Picture("board", ("g", "b", "l", "j", "space")),
    Picture("board_large", ("g", "b", "l", "j", "space"), LARGE),
    Picture("map", ("g", "a")),
    Picture("spread", ("g", "p", "up")),
    Picture("together", ("g", "o", "l")),
    Picture("story", ("g", "t", "w", *typed("Vrijwel alle mensen wachten")), (130, 34)),
    Picture("memos", ("g", "m")),
    Picture("memo_editor", ("m", *"Let op")),
    Picture("doubts", ("g", "d"), is_doubted=True),
    Picture("vignette", VIGNETTE, LARGE),
    Picture("duplicates", ("g", "u"), is_twofold=True),
    Picture("pair", ("g", "u", "enter", "w"), is_twofold=True),
    Picture("pair_large", ("g", "u", "enter", "n", "l"), LARGE, is_twofold=True),
    Picture("pair_plain", ("g", "u", "enter", "w"), colours=PLAIN.name, is_twofold=True),
    Picture("queue", ("g", "j", "z", "w"), is_queued=True),
    Picture("queue_large", ("g", "j", "j", "n", "space", "t"), LARGE, is_queued=True),
    Picture("history", ("g", "y")),
    Picture("search", ("g", "s", *"liggen", "enter")),
    Picture("kwic", ("g", "s", *"liggen", "tab", "enter", "o")),
    Picture("error", ("g", "s", "exclamation_mark", "enter")),
    Picture("answers", ("g", "w"), is_answered=True),
    Picture("quotes", ("g", "q"), LARGE, is_answered=True),
    Picture("quote_editor", ("g", "q", "e", "l", "l", "space", "l", "x"), is_answered=True),
    Picture("export", ("g", "e")),
    Picture("project", ("g", "i", "j", "j", "j")),
    Picture("matrix", ("g", "f"), LARGE),
    Picture("matrix_small", ("g", "f")),
    Picture("cell_editor", ("g", "f", "enter", "tab")),
    Picture("go_to", ("g",)),
    Picture("keys", ("g", "c", "question_mark")),
    Picture("palette", ("colon", *"them")),
    Picture("tour", ("T",)),
)


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw in colour, and with the clock of one place."""
    for name in ("NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def study(folder: Path) -> Path:
    """The project of the other tests, with a memo, as a sample that was made at one moment."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        code = project.codes.find("blijft liggen")
        project.memos.add(Target(ObjectType.CODE, code.id), "Zie ook P2:3.", MemoKind.ANALYTIC)
        fill_a_matrix(project)
        project.bookmarks.put("demo", {"steps": 1})
    stop_the_clock(folder)
    return folder


def fill_a_matrix(project: Project) -> None:
    """Make a matrix with a cell in each state."""
    theme = head_of(project.themes.find("Capaciteit"))
    code = head_of(project.codes.find("kennis"))
    one, two = (project.cases.find(label).id for label in ("Politie I", "Politie II"))
    words = "Op papier zijn zij met vier, in de praktijk met anderhalf. Wat niet belt, wacht."
    project.matrix_cells.write(CellPlace(one, theme), words)
    offered = project.matrix_cells.offered(CellPlace(one, theme))
    project.matrix_cells.link(CellPlace(one, theme), [offered[0].coding.id])
    project.matrix_cells.mark_nothing_said(CellPlace(two, theme))
    project.matrices.make("Per team", [theme, code])


def let_two_answer(folder: Path) -> None:
    """Let two co-authors answer to two quotes, and change the words of one."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        theme = project.themes.find("Capaciteit")
        few, waits = (
            project.quotes.choose(theme.id, item.coding.id).value
            for item in project.themes.view(theme.id).passages
        )
        words = project.quotes.view(few.id).words
        for name, answers in (
            ("Joris", {few.id: Filled("", "zo is het korter", f"{words[:17]} [...]")}),
            ("Sanne", {few.id: Filled("akkoord"), waits.id: Filled("vraag", "Over welk werk?")}),
        ):
            path = page_answers(folder / "antwoorden.json", "", answers, name)
            project.reviews.bring_in([path])


def tell_twice(folder: Path) -> None:
    """Bring chats in of which two tell the same, and look for pairs."""
    chats = write_chats(folder.parent / "chats", ("Bezoeker 1", "Bezoeker 2", "Bezoeker 3"))
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        project.imports.run([chats])
        project.duplicates.look()
        looked = project.bookmarks.get(LOOK)
        project.bookmarks.put(LOOK, {**looked, "at": MOMENT.format(999_999)})
    stop_the_clock(folder)


def raise_doubts(folder: Path) -> None:
    """Raise two doubts, and close the one that was discussed."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        code, theme = project.codes.find("blijft liggen"), project.themes.find("Capaciteit")
        one = project.doubts.raise_on(Target(ObjectType.CODE, code.id), "Eén code of twee?").value
        project.doubts.remark(one.id, "Liggen blijven is iets anders dan wachten.")
        project.doubts.decide(one.id, "Twee: ‘wachten’ komt erbij.")
        project.doubts.raise_on(Target(ObjectType.THEME, theme.id), "Of gaat dit over tijd?")
    stop_the_clock(folder)


def load_suggestions(folder: Path) -> None:
    """Load a batch of suggestions; the first source was read."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        sources = [entry.source.id for entry in project.sources.entries()]
        texts = [project.sources.read(source_id) for source_id in sources]
        phrases = ("intake", "mensen", "vakantie", "collega", "papier", "werk")
        rows = [row for rank, each in enumerate(phrases, 1) for row in rows_for(rank, each, texts)]
        project.queue.load(write_rows(folder / "nacht.csv", rows))
        project.bookmarks.put(f"read:{sources[0]}", {"on": "2026-03-02"})


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project without sources."""
    with Project.create(tmp_path / "leeg", new_info("Leeg"), SETTINGS, Origin.CLI) as project:
        project.method.settle()
    return tmp_path / "leeg"


def stop_the_clock(folder: Path) -> None:
    """Let everything in a project be done within one second, in the order in which it was done."""
    with closing(sqlite3.connect(folder / "project.db")) as database, database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for _number, column, *_rest in database.execute(f"PRAGMA table_info('{table}')"):
                if column in (
                    "decided_at",
                    "at",
                    "created_at",
                    "changed_at",
                    "imported_at",
                    "made_at",
                ):
                    rows = database.execute(f'SELECT rowid FROM "{table}" ORDER BY {column}')
                    database.executemany(
                        f'UPDATE "{table}" SET {column} = ? WHERE rowid = ?',
                        [(MOMENT.format(place), rowid) for place, (rowid,) in enumerate(rows)],
                    )


async def rest(app: QualkitApp, pilot: Pilot[None]) -> None:
    """Wait for what runs in threads; a window that waits for an answer is a worker too."""
    await pilot.pause()
    threads = [each for each in app.workers if each._thread_worker or each.group in BESIDE]
    if threads:
        await app.workers.wait_for_complete(threads)
        await pilot.pause()


@pytest.mark.parametrize("picture", [pytest.param(each, id=each.name) for each in PICTURES])
def test_a_screen_looks_as_it_did(
    snap_compare: Compare, study: Path, empty: Path, picture: Picture
) -> None:
    place = empty if picture.is_empty else study
    if picture.is_doubted:
        raise_doubts(study)
    if picture.is_twofold:
        tell_twice(study)
    if picture.is_queued:
        load_suggestions(study)
    if picture.is_answered:
        let_two_answer(study)
    app = QualkitApp(place, Settings(coder="Noor", language=picture.language))
    if picture.colours:
        while app.theme != picture.colours:
            app.switch_colours()

    async def play(pilot: Pilot[None]) -> None:
        await rest(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await rest(app, pilot)
        if picture.is_quiet:
            app.clear_notifications()
            await pilot.pause()
        for field in app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            field.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, run_before=play, terminal_size=picture.size)
