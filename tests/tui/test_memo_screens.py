"""Memos, driven by keys: written, kept while one types, cited, found, followed, shared."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoDraft, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.settings import Settings
from tests.tui.driving import Driver, running


def whole(project: Project) -> Target:
    return Target(ObjectType.PROJECT, project.info.id)


async def test_codes_are_cited_from_a_list_and_gone_to(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "m", "m")
        await driver.type("Hangt samen met [[")
        assert driver.top == "Picker"
        await driver.type("één hoofd")
        await driver.press("enter")
        assert driver.top == "MemoEditor"
        await driver.type(" en P2:3.")
        await driver.press("escape")
        (entry,) = project.memos.entries()
        assert entry.memo.body == "Hangt samen met [[zit in één hoofd]] en P2:3."
        assert entry.cites == ("the code 'zit in één hoofd'", "P2:3")
        await driver.press("c")
        assert driver.top == "Picker"
        await driver.press("enter")
        assert driver.top == "CodedSegmentsScreen"
        await driver.press("escape", "c", "down", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "MemosScreen"


async def test_a_code_tells_of_its_memos_and_leads_to_them(folder: Path, project: Project) -> None:
    code = project.codes.find("blijft liggen")
    project.memos.add(Target(ObjectType.CODE, code.id), "Hierover.")
    project.memos.add(whole(project), "Zie [[blijft liggen]].")
    project.memos.add(whole(project), "Iets anders.")
    async with running(folder) as driver:
        await driver.press("g", "c", "end")
        assert "2 memos on it or citing it" in str(driver.says("#code-detail"))
        await driver.press("comma")
        assert driver.top == "MemosScreen"
        assert "Hierover." in driver.drawn
        assert "Zie [[blijft liggen]]." in driver.drawn
        assert "Iets anders." not in driver.drawn


async def test_what_is_typed_survives_the_end_of_the_program(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "end", "m")
        await driver.type("Nog niet af")
        # No key ends the program here: it is closed as a killed terminal closes it.
    assert project.memos.entries() == ()
    async with running(folder) as driver:
        notes = [note.message for note in driver.app._notifications]
        assert any("was not finished" in note for note in notes)
        await driver.press("g", "m")
        assert "[unfinished]" in driver.drawn
        await driver.press("e")
        await driver.type(", nu wel.")
        await driver.press("escape")
        assert "[unfinished]" not in driver.drawn
    (entry,) = project.memos.entries()
    assert (entry.memo.body, entry.about) == ("Nog niet af, nu wel.", "the code 'blijft liggen'")
    assert project.drafts.all() == ()


async def test_what_is_typed_is_kept_while_one_types(folder: Path, project: Project) -> None:
    memo = project.memos.add(whole(project), "Eerst.").value
    async with running(folder) as driver:
        await driver.press("g", "m", "e")
        await driver.type(" Daarna.")
        await driver.wait_until(lambda: bool(project.drafts.all()))
        assert project.drafts.all()[0][0].body == "Eerst. Daarna."
        assert project.memos.get(memo.id).body == "Eerst."
        await driver.press("escape")
    assert project.memos.get(memo.id).body == "Eerst. Daarna."
    assert project.drafts.all() == ()


async def test_an_emptied_draft_is_gone(folder: Path, project: Project) -> None:
    project.drafts.keep(MemoDraft(whole(project), "Toch niet."))
    async with running(folder) as driver:
        await driver.press("g", "m", "enter", *["backspace"] * 10, "escape")
        assert "There is no memo yet." in driver.drawn
    assert project.drafts.all() == ()


async def test_a_reflexive_memo_is_private_unless_one_says_so(
    folder: Path, project: Project
) -> None:
    async def write(driver: Driver, words: str, *keys: str) -> None:
        await driver.press("m")
        await driver.type(words)
        await driver.press("tab", "enter", "down", "enter", *keys, "escape")

    async with running(folder) as driver:
        await driver.press("g", "m")
        await write(driver, "Mijn rol.")
        assert "[private]" in driver.drawn
        await write(driver, "Mag mee.", "tab", "space")
    found = {entry.memo.body: entry.memo for entry in project.memos.entries()}
    assert [memo.kind for memo in found.values()] == [MemoKind.REFLEXIVE] * 2
    assert {body: memo.shared for body, memo in found.items()} == {
        "Mijn rol.": False,
        "Mag mee.": True,
    }


async def test_memos_are_narrowed_and_words_found_without_accents(
    folder: Path, project: Project
) -> None:
    code = Target(ObjectType.CODE, project.codes.find("blijft liggen").id)
    project.memos.add(code, "Eén idee of twee?", MemoKind.DOUBT)
    project.memos.add(whole(project), "Gevraagd: nee.", MemoKind.LIMITATION)
    async with running(folder) as driver:
        await driver.press("g", "m", "f")
        await driver.type("on: code")
        await driver.press("enter")
        assert "Gevraagd" not in driver.drawn
        await driver.press("f", "enter", "slash")
        await driver.type("een idee")
        assert "Eén idee" in driver.drawn
        assert "Gevraagd" not in driver.drawn


async def test_what_is_private_to_someone_else_is_only_counted(
    folder: Path, project: Project
) -> None:
    with Project.open(folder, Settings("Sanne"), Origin.CLI) as other:
        other.memos.add(whole(project), "Alleen van mij.", MemoKind.REFLEXIVE)
    async with running(folder) as driver:
        await driver.press("g", "m")
        assert "There is no memo yet." in driver.drawn
        assert "1 private to someone else" in str(driver.app.screen.query_one("TopBar").render())


@pytest.mark.parametrize("is_off", [False, True])
async def test_a_question_at_the_end_of_a_source_is_answered_or_passed_by(
    folder: Path, project: Project, is_off: bool
) -> None:
    async with running(folder, (100, 40)) as driver:
        if is_off:
            await driver.press("colon")
            await driver.type("questions for the journal")
            await driver.settle()
            await driver.press("enter")
            await driver.settle()
            assert project.bookmarks.get("openings") == {"off": 1}
        await driver.press("j", "enter", "G")
        asked = driver.says("#status")
        assert asked.endswith("m answers, for your eyes only.") is not is_off
        await driver.press("m")
        await driver.type("Dat het zo stil was.")
        await driver.press("escape")
        (entry,) = project.memos.entries()
        kind = MemoKind.ANALYTIC if is_off else MemoKind.REFLEXIVE
        assert (entry.memo.kind, entry.memo.shared) == (kind, is_off)
        assert (entry.memo.object_type is ObjectType.SOURCE) is not is_off
        # It is asked once; from here on m writes on what the cursor is on.
        await driver.press("m")
        await driver.type("Hierover.")
        await driver.press("escape")
    assert len(project.memos.entries(MemoFilter(object_type=ObjectType.SOURCE))) == (not is_off)


async def test_the_export_asks_once_a_day(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "e", "escape", "g", "e")
        told = [note.message for note in driver.app._notifications]
    assert len([line for line in told if line.endswith("for your eyes only.")]) == 1
