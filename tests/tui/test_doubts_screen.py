"""The doubt list, driven by keys: raised in two, discussed, decided, opened again."""

from pathlib import Path

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.services.project import Project
from tests.tui.driving import running


async def test_two_keys_in_the_text_raise_a_doubt(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("enter")
        assert driver.top == "ReaderScreen"
        await driver.press("s", "D", "enter")
        (doubt,) = project.doubts.all()
        assert doubt.memo.kind is MemoKind.DOUBT
        assert doubt.memo.object_type is ObjectType.PASSAGE
        assert doubt.memo.body == "?"
        assert doubt.passage and doubt.passage.words
        await driver.press("D", "escape")
        assert len(project.doubts.all()) == 1
        await driver.press("u")
        assert project.doubts.all() == ()


async def test_a_doubt_is_discussed_and_closed_in_its_place(folder: Path, project: Project) -> None:
    code = project.codes.find("kennis")
    project.doubts.raise_on(Target(ObjectType.CODE, code.id), "Eén idee of twee?")
    project.doubts.raise_on(Target(ObjectType.PROJECT, project.info.id), "Genoeg gelezen?")
    async with running(folder) as driver:
        await driver.press("g", "d", "w")
        await driver.type("Eén, denk ik.")
        await driver.press("escape")
        assert [each.text for each in project.doubts.all()[0].remarks] == ["Eén, denk ik."]
        assert "Eén, denk ik." in driver.says("#doubt")
        await driver.press("c")
        await driver.type("Eén idee.")
        await driver.press("escape")
        closed = project.doubts.all()[1]
        assert closed.decision and closed.decision.text == "Eén idee."
        assert "[closed]" in driver.drawn and "u undoes it." in driver.told

        await driver.press("f")
        await driver.type("clos")
        await driver.press("enter")
        assert "Genoeg gelezen?" not in driver.drawn
        await driver.press("o")
        assert all(doubt.is_open for doubt in project.doubts.all())
        assert "There is no such doubt." in driver.drawn
        await driver.press("u", "enter")
        assert driver.top == "CodedSegmentsScreen"


async def test_the_agenda_is_one_key(folder: Path, project: Project) -> None:
    private = project.doubts.raise_on(Target(ObjectType.PROJECT, project.info.id), "Waarom?")
    async with running(folder) as driver:
        await driver.press("g", "d", "s")
        assert not project.doubts.get(private.value.id).memo.shared
        assert "[private]" in driver.drawn
        await driver.press("a")
        assert "0 open doubts for the next meeting: exports/doubts.docx" in driver.told
        assert (folder / "exports" / "doubts.docx").stat().st_size
        await driver.press("x")
        assert project.doubts.all() == ()
