"""Reading with real keys: where one is, what is shown, and coming back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from qualkit.domain.memos import ObjectType, Target
from qualkit.services.project import Project
from qualkit.tui.widgets.suggestion_list import SuggestionPanel
from qualkit.tui.widgets.top_bar import TopBar
from tests.tui.driving import Driver, running
from tests.tui.reading import read, reader, selected, shown, told


def suggests(driver: Driver) -> bool:
    return reader(driver).query_one(SuggestionPanel).display


async def test_the_text_stands_beside_its_margin(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        lines = shown(driver)
        assert " ".join(lines[0].split()) == "1 I Hoe komt een zaak bij jullie terecht?"
        assert lines[2].split()[:4] == ["3", "R", "a", "Via"]
        assert not any("I:" in line or "R:" in line for line in lines)
        # What is context stands in.
        assert lines[0].index("Hoe") == lines[2].index("Via") + 2


async def test_overlapping_codings_show_a_mark_each(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft")
        line = next(line for line in shown(driver) if "Dan blijft" in line)
        assert line.split()[2] in ("ba", "ab")
        assert "blijft liggen" in told(driver)
        assert "capaciteit > te weinig mensen" in told(driver)


async def test_one_comes_back_where_one_was(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await driver.press("j", "j", "l", "l")
        before = reader(driver).cursor.offset
        await driver.press("q")
        await read(driver, project)
        assert reader(driver).cursor.offset == before
        await driver.press("l")
        after = reader(driver).cursor.offset
    # The program was closed with the reader open.
    source_id = project.sources.find("P1").id
    assert project.bookmarks.get(f"reader:{source_id}")["offset"] == after
    assert project.bookmarks.get("last") == {"source_id": source_id}


async def test_one_sees_where_one_is(folder: Path, project: Project) -> None:
    async with running(folder, (120, 30)) as driver:
        await read(driver, project, "anderhalf")
        bar = driver.app.screen.query_one(TopBar)
        assert bar.heading == "P1 · Politie I · interview"
        assert bar.detail == "line 3 of 7"
        assert "R · participant" in told(driver)


async def test_a_resize_keeps_the_cursor_on_its_word(folder: Path, project: Project) -> None:
    async with running(folder, (160, 50)) as driver:
        await read(driver, project, "anderhalf")
        word = reader(driver).cursor.word
        for width, height in ((80, 24), (46, 10), (120, 40)):
            await driver.resize(width, height)
            assert reader(driver).cursor.word == word
            assert any("anderhalf" in line for line in shown(driver))


async def test_only_the_participant_is_shown_on_one_key(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("o")
        assert not any("Hoe komt een zaak" in line for line in shown(driver))
        assert any(line.split()[:2] == ["3", "R"] for line in shown(driver))
        await driver.press("o")
        assert any("Hoe komt een zaak" in line for line in shown(driver))


async def test_a_selection_over_turns_that_are_hidden_is_told(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("o", "t", "t")
        assert "2 speakers" in driver.says("#status")
        assert "not shown" in driver.says("#status")


async def test_turns_words_and_codings_are_stepped_through(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await driver.press("right_square_bracket")
        line = reader(driver).view.line_of_cursor()
        assert line is not None
        assert line.number == 3
        await driver.press("right_curly_bracket")
        assert selected(driver) == "We zijn op papier met vier mensen"
        await driver.press("right_curly_bracket")
        assert selected(driver) == "Dan blijft het liggen."
        await driver.press("right_curly_bracket")
        assert "No coded segment" in driver.says("#status")
        await driver.press("left_curly_bracket")
        assert selected(driver) == "We zijn op papier met vier mensen"
        await driver.press("escape", "left_square_bracket")
        assert selected(driver) == ""


async def test_a_coded_passage_is_extended_at_its_end(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft")
        await driver.press("right_curly_bracket", "s")
        assert selected(driver) == (
            "Dan blijft het liggen. Er is niemand die kan zien wat er binnenkomt."
        )


async def test_the_mouse_selects_words_too(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        line = shown(driver)[2]
        view = reader(driver).view
        pilot = Pilot(driver.app)
        await pilot.mouse_down(view, offset=(line.index("de intake"), 2))
        await pilot.hover(view, offset=(line.index("intake") + 3, 2))
        await pilot.mouse_up(view, offset=(line.index("intake") + 3, 2))
        assert selected(driver) == "de intake"


async def test_words_are_found_in_the_text(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await driver.press("slash")
        await driver.type("WE ZIJN")
        await driver.press("enter")
        assert selected(driver) == "We zijn"
        await driver.press("n")
        assert "1 of 1" in driver.says("#status")
        await driver.press("slash")
        await driver.type("pannenkoek")
        await driver.press("enter")
        assert "Nothing found" in driver.says("#status")


async def test_escape_steps_back_one_thing_at_a_time(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await driver.press("v", "l", "slash", "escape")
        assert selected(driver)
        await driver.press("escape")
        assert not selected(driver)
        await driver.press("escape")
        assert driver.top != "ReaderScreen"


async def test_a_memo_is_shown_at_its_passage_and_where_it_cites(
    folder: Path, project: Project
) -> None:
    text = project.sources.read(project.sources.find("P1").id)
    start = text.text.index("Via de intake")
    about = Target(ObjectType.PASSAGE, text.version.id, start, start + 14)
    project.memos.add(about, "Altijd weer de intake, zie ook P1:7.")
    async with running(folder, (160, 50)) as driver:
        await read(driver, project, "intake")
        assert "Altijd weer de intake" in told(driver)
        assert any("●" in line and "Via" in line for line in shown(driver))
        assert any("○" in line and "Dan blijft" in line for line in shown(driver))
        await driver.press("end")
        assert "cited: Altijd weer" in told(driver)


async def test_what_another_program_coded_appears(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        assert "No codes here" in told(driver)
        text = reader(driver).contents.text
        span = reader(driver).contents.segments.at(reader(driver).cursor.offset)
        assert span is not None
        project.codings.add(text.version.id, span, [project.codes.find("blijft liggen").id])
        driver.app.look_for_others()
        await driver.settle()
        assert "blijft liggen" in told(driver)


async def test_suggestions_wait_until_the_text_was_read(folder: Path, project: Project) -> None:
    async with running(folder, (160, 50)) as driver:
        await read(driver, project)
        assert not suggests(driver)
        await driver.press("end")
        await driver.settle()
        assert suggests(driver)
        assert reader(driver).query_one(SuggestionPanel).rows.items
        assert "pipeline" in driver.says(".panel-foot")
        source_id = project.sources.find("P1").id
        assert project.bookmarks.get(f"read:{source_id}")
        await driver.press("p")
        assert not suggests(driver)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_suggestion_becomes_a_coding_that_says_so(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await read(driver, project)
        await driver.press("p")
        await driver.settle()
        await driver.press("f", "enter")
        phrase = selected(driver)
        assert phrase
        await driver.press("c", "enter")
        codings = project.codings.select(project.sources.find("P1").id)
        made = [item for item in codings if item.coding.suggestion]
        assert [item.words for item in made] == [phrase]
        assert made[0].code.name == made[0].coding.suggestion


async def test_the_panel_gives_more_on_a_small_screen(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft")
        assert "Recent codes" not in told(driver)
        before = reader(driver).view.size.height
        await driver.press("tab")
        assert "Recent codes" in told(driver)
        assert reader(driver).view.size.height < before
        await driver.press("tab")
        assert reader(driver).view.size.height == before


async def test_a_source_that_is_gone_is_told_and_left(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        driver.app.open_reader("no such source")
        await driver.settle()
        assert driver.top == "HomeScreen"


async def test_without_colour_marks_and_type_tell_it(
    folder: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        await driver.press("s")
        view = reader(driver).view
        row = next(y for y, line in enumerate(shown(driver)) if "op papier" in line)
        styles = [segment.style for segment in view.render_line(row) if "papier" in segment.text]
        assert styles[0] is not None
        assert styles[0].reverse
