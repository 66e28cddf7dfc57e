"""Home, memos, search, history and export, driven by keys."""

from pathlib import Path

import pytest
from textual.widgets import Input

from qualkit.domain.memos import MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info
from qualkit.tui.screens import home
from qualkit.tui.screens.working import Progress, Stopped, Working
from tests.tui.driving import SETTINGS, running


async def test_home_lists_the_sources_under_the_question(folder: Path) -> None:
    async with running(folder) as driver:
        assert driver.says("#question") == "Waar lopen zaken vast?"
        lines = driver.drawn.splitlines()
    assert lines[1].split() == [">", "P1", "Politie", "I", "interview", "3"]
    assert "Go on where you were" not in lines[1]


async def test_an_empty_project_says_what_to_do_first(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p", new_info("Leeg"), SETTINGS, Origin.CLI) as project:
        project.method.settle()
    async with running(tmp_path / "p") as driver:
        assert "Press a to add files" in driver.drawn
        await driver.press("enter", "c", "m", "escape")
        assert driver.top == "HomeScreen"


async def test_files_are_added_and_bad_ones_named(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "politie-3.txt").write_text("R: Het wachten duurt lang.", "utf-8")
    (new / "kapot.docx").write_bytes(b"geen zip")
    async with running(folder) as driver:
        await driver.press("a")
        await driver.type(f"{new}")
        await driver.press("enter")
        await driver.settle()
        assert driver.top == "Notice"
        assert "kapot.docx" in driver.says("Notice Static")
        await driver.press("escape")
        assert "P3" in driver.drawn
        await driver.press("u")
        assert "P3" not in driver.drawn


async def test_long_work_tells_how_far_it_is_and_stops_on_escape(folder: Path) -> None:
    results: list[object] = []

    def job(progress: Progress) -> str:
        while True:
            progress(3, 12)

    async with running(folder) as driver:
        working = Working("Lezen", "Reading file {done} of {of} …", job)
        driver.app.push_screen(working, results.append)
        await driver.wait_until(lambda: bool(working.query(".-shown")))
        assert driver.says("Working Static") == "Reading file 3 of 12 …"
        await driver.press("escape")
        await driver.settle()
        assert driver.top == "HomeScreen"
    assert results == [None]


def test_files_that_were_not_read_to_the_end_leave_no_trace(
    project: Project, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    new.mkdir()
    for number in range(3):
        (new / f"gesprek-{number}.txt").write_text(f"R: Wachten op {number}.", "utf-8")

    def stop(done: int, of: int) -> None:
        assert of == 3
        if done == 2:
            raise Stopped

    before = len(project.sources.entries()), len(project.history.entries())
    with pytest.raises(Stopped):
        project.imports.run([new], progress=stop)
    assert (len(project.sources.entries()), len(project.history.entries())) == before


async def test_a_path_that_is_not_there_can_be_mended(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("a")
        await driver.type("/nergens")
        await driver.press("enter")
        assert driver.says(".complaint") == "There is nothing at /nergens."
        await driver.press("escape")
        assert driver.top == "HomeScreen"


async def test_one_comes_back_where_one_was_reading(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("j", "enter", *["j"] * 4, "escape")
        assert "Go on where you were: P2:5, Politie II" in driver.drawn
    async with running(folder) as driver:
        assert "> Go on where you were: P2:5, Politie II" in driver.drawn
        await driver.press("enter")
        assert driver.top == "ReaderScreen"


async def test_the_filter_narrows_and_escape_widens(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("slash")
        await driver.type("politie-2")
        await driver.press("enter")
        assert [line for line in driver.drawn.splitlines() if "P1" in line] == []
        await driver.press("escape")
        assert "P1" in driver.drawn
        assert driver.top == "HomeScreen"


async def test_no_key_goes_to_a_field_that_is_not_shown(folder: Path) -> None:
    async with running(folder) as driver:
        field = driver.app.screen.query_one(Input)
        assert not field.focusable
        await driver.press("slash", *"zz")
        assert (field.focusable, field.value) == (True, "zz")
        await driver.press("escape")
        assert (field.focusable, field.value) == (False, "")
        await driver.press("slash", "enter", "j")
        assert (field.focusable, field.value) == (False, "")


async def test_the_place_stays_when_the_window_changes(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "end")
        await driver.resize(50, 12)
        assert "> " in driver.drawn.splitlines()[-1] or "> " in driver.drawn
        await driver.resize(120, 40)
        assert driver.rows.cursor == len(driver.rows.items) - 1


async def test_a_memo_is_written_changed_shared_and_removed(folder: Path, project: Project) -> None:
    code = project.codes.find("blijft liggen")
    async with running(folder) as driver:
        await driver.press("g", "c", "end", "m")
        await driver.type("Zie P2:3.")
        await driver.press("escape")
        (entry,) = project.memos.entries(MemoFilter(about=Target(ObjectType.CODE, code.id)))
        assert (entry.memo.body, entry.cites) == ("Zie P2:3.", ("P2:3",))
        await driver.press("g", "m", "e")
        await driver.type(" En verder.")
        await driver.press("escape", "s")
        memo = project.memos.get(entry.memo.id)
        assert (memo.body, memo.shared) == ("Zie P2:3. En verder.", False)
        assert "[private]" in driver.drawn
        await driver.press("x")
        assert "There is no memo yet." in driver.drawn
    assert project.memos.entries() == ()


async def test_memos_are_shown_by_kind_and_followed(folder: Path, project: Project) -> None:
    code = project.codes.find("blijft liggen")
    project.memos.add(Target(ObjectType.CODE, code.id), "Besloten.", MemoKind.DECISION)
    project.memos.add(Target(ObjectType.PROJECT, project.info.id), "Twijfel.", MemoKind.DOUBT)
    async with running(folder) as driver:
        await driver.press("g", "m", "f")
        await driver.type("decision")
        await driver.press("enter")
        assert "Twijfel." not in driver.drawn
        assert driver.says("#memo").startswith("Besloten.")
        await driver.press("enter")
        assert driver.top == "CodedSegmentsScreen"


async def test_a_memo_on_a_passage_leads_to_the_passage(folder: Path, project: Project) -> None:
    text = project.sources.read(project.sources.find("P2").id)
    start = text.text.index("Eigenlijk")
    target = Target(ObjectType.PASSAGE, text.version.id, start, start + 9)
    project.memos.add(target, "Let op.")
    async with running(folder) as driver:
        await driver.press("g", "m", "enter")
        assert driver.top == "ReaderScreen"


async def test_search_finds_marks_and_leads_to_the_words(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s")
        await driver.type("vakantie")
        await driver.press("enter")
        assert "P2:3  Politie II" in driver.drawn
        matches = [
            segment.text
            for segment in driver.rows.render_line(1)
            if segment.style and segment.style.underline
        ]
        assert matches == ["vakantie"]
        await driver.press("enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "SearchScreen"


async def test_search_in_participants_words_only(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s")
        await driver.type("werk")
        await driver.press("enter")
        assert "P2:1  Politie II  I (interviewer)" in driver.drawn
        await driver.press("o")
        assert "No passage holds that." in driver.drawn


async def test_a_search_for_nothing_is_told(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s")
        await driver.type("!?")
        await driver.press("enter")
        messages = [note.message for note in driver.app._notifications]
    assert "There is nothing to search for." in messages[0]


async def test_an_export_is_written_and_named(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "e", "slash")
        await driver.type("codebook, table")
        await driver.press("enter", "enter", "enter")
        assert driver.top == "Notice"
        assert "codebook.csv" in driver.says("Notice Static")
    assert "te weinig mensen" in (folder / "exports" / "codebook.csv").read_text("utf-8-sig")


async def test_a_quote_sheet_is_written_about_one_theme(folder: Path, project: Project) -> None:
    theme = project.themes.add("Tijd is schaars").value
    other = project.themes.add("Wie belt, gaat voor").value
    text = project.sources.read(project.sources.find("P1").id)
    coding = project.codings.of_version(text.version.id)[0].coding.id
    printed, elsewhere = (project.quotes.choose(each.id, coding).value for each in (theme, other))
    project.mosaic.look_all(MosaicVerdict.SEEN)
    async with running(folder) as driver:
        await driver.press("g", "e", "slash")
        await driver.type("quote sheet, page")
        await driver.press("enter", "enter")
        await driver.type("schaars")
        await driver.press("enter", "enter")
        await driver.settle()
        assert "1 quote written" in driver.says("Notice Static")
        assert "send back the file" in driver.says("Notice Static")
    page = (folder / "exports" / "quotes.html").read_text("utf-8")
    assert printed.id in page
    assert elsewhere.id not in page


async def test_the_report_is_written_with_what_is_still_open_in_it(folder: Path) -> None:
    target = folder / "exports" / "report.html"
    async with running(folder) as driver:
        await driver.press("g", "e", "enter", "down", "down", "down", "down", "enter", "ctrl+u")
        await driver.type(str(target))
        await driver.press("enter")
        await driver.wait_until(lambda: bool(driver.app.screen.query("Notice Static")))
        assert "The method paragraph has" in driver.says("Notice Static")
    page = target.read_text("utf-8")
    assert "Bijlage" not in page
    assert "[selectie: nog niet beschreven]" in page


async def test_the_report_tells_the_phrases_that_come_back_when_that_is_chosen(
    folder: Path,
) -> None:
    target = folder / "exports" / "report.md"
    async with running(folder) as driver:
        await driver.press("g", "e", "enter", "down", "down", "enter", "ctrl+u")
        await driver.type(str(target))
        await driver.press("enter")
        await driver.wait_until(lambda: bool(driver.app.screen.query("Notice Static")))
    page = target.read_text("utf-8")
    assert "Eerste blik op het materiaal" in page and "geen codes of thema’s" in page


async def test_an_export_never_writes_over_another_file(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "x.csv"
    other.write_text("van mij", "utf-8")
    async with running(folder) as driver:
        await driver.press("g", "e", "slash")
        await driver.type("history")
        await driver.press("enter", "enter", "ctrl+u")
        await driver.type(str(other))
        await driver.press("enter")
        assert "Choose another name" in driver.says(".complaint")
    assert other.read_text("utf-8") == "van mij"


async def test_what_another_program_writes_is_shown(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c")
        project.codes.add("van buiten")
        driver.app.look_for_others()
        await driver.press("j")
        assert "van buiten" in driver.drawn


async def test_the_daily_copy_is_made(folder: Path) -> None:
    async with running(folder) as driver:
        driver.app.make_daily_copy()
        await driver.settle()
    assert len(list((folder / "backups").glob("day-*.db"))) == 1


async def test_more_sources_than_are_read_at_once_are_all_shown(
    folder: Path, project: Project, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(home.AT_ONCE + 20):
        (many / f"gesprek-{number}.txt").write_text(f"R: Wachten op nummer {number}.", "utf-8")
    project.imports.run([many])
    last = project.sources.entries()[-1].source
    project.bookmarks.put("last", {"source_id": last.id})
    async with running(folder) as driver:
        await driver.wait_until(lambda: len(driver.rows.items) > home.AT_ONCE)
        assert len(driver.rows.items) == home.AT_ONCE + 23
        assert f"Go on where you were: P{last.number}:1" in driver.drawn
        await driver.press("end")
        assert driver.drawn.splitlines()[-1].split()[:2] == [">", f"P{last.number}"]


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x", "x" * 300])
async def test_what_cannot_be_a_path_is_told_where_it_was_typed(folder: Path, typed: str) -> None:
    async with running(folder) as driver:
        for keys in (("a",), ("g", "w", "a")):
            await driver.press(*keys)
            await driver.type(typed)
            await driver.press("enter")
            assert driver.top == "TextPrompt"
            await driver.press("escape")
