"""The history as a story, driven by keys: read, narrowed, explained, and gone back through."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoFilter, MemoKind, ObjectType
from qualkit.services.project import Project
from qualkit.tui.screens.history import HistoryScreen
from tests.tui.driving import Driver, running


def names(project: Project) -> list[str]:
    return sorted(entry.code.name for entry in project.codes.entries())


def told(driver: Driver) -> str:
    """Give what is told about the step at the cursor."""
    return driver.says("#step")


async def test_steps_stand_under_their_day_with_who_what_and_why(
    folder: Path, project: Project
) -> None:
    project.codes.rename(project.codes.find("blijft liggen").id, "wacht", "korter")
    async with running(folder, (120, 30)) as driver:
        await driver.press("g", "y")
        lines = driver.drawn.splitlines()
        assert "today, 20" in lines[1]
        assert "Noor        Renamed the code 'blijft liggen' to 'wacht' - korter" in lines[2]
        assert "Why: korter" in told(driver)
        await driver.press("u")
        lines = driver.drawn.splitlines()
        assert "Undid: Renamed the code" in lines[2]
        assert "(undone) Renamed the code" in lines[3]
        await driver.press("r")
        assert "Did again: Renamed the code" in driver.drawn.splitlines()[2]
    assert project.codes.find("wacht")


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_what_is_cut_in_the_list_is_whole_below_it(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    why = "Omdat drie deelnemers uit verschillende teams dit los van elkaar zo noemden. " * 3
    project.codes.rename(project.codes.find("blijft liggen").id, "wacht", why.strip())
    async with running(folder, size) as driver:
        await driver.press("g", "y")
        assert why.strip() in told(driver)
        await driver.press("enter")
        assert driver.top == "Notice"


async def test_only_one_kind_of_step_is_shown(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "y", "f")
        await driver.type("theme")
        await driver.press("enter")
        assert "Made the theme" in driver.drawn
        assert "Coded a passage" not in driver.drawn
        await driver.press("f")
        await driver.type("from a day")
        await driver.press("enter")
        await driver.type("2020-13-01")
        await driver.press("enter")
        assert "does not exist" in driver.says(".complaint")
        await driver.press("ctrl+u")
        await driver.type("- 2020-01-01")
        await driver.press("enter")
        assert "There is no such step. f shows the others." in driver.drawn
        await driver.press("f", "enter")
        assert "Coded a passage" in driver.drawn


async def test_a_reason_is_given_afterwards(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "y", "slash")
        await driver.type("made the theme")
        await driver.press("enter", "j", "w")
        await driver.type("Kwam in bijna elk gesprek.")
        await driver.press("enter")
        assert "Kwam in bijna elk gesprek." in told(driver)
        await driver.press("u")
        assert not project.memos.entries()
        await driver.press("r")
    (entry,) = project.memos.entries(MemoFilter(object_type=ObjectType.STEP))
    assert (entry.memo.body, entry.memo.kind) == ("Kwam in bijna elk gesprek.", MemoKind.DECISION)
    assert "Made the theme" in entry.about


async def test_one_goes_back_to_a_step_after_seeing_what_that_takes(
    folder: Path, project: Project
) -> None:
    steps = len(project.history.entries())
    for name in ("werkdruk", "scholing", "contact"):
        project.codes.add(name)
    before = names(project)
    async with running(folder) as driver:
        await driver.press("g", "y", "j", "j", "b")
        assert driver.top == "StepPlan"
        assert "2 steps would be taken back" in driver.says(".hint")
        assert "'contact'" in driver.drawn.splitlines()[0]
        await driver.press("escape")
        assert names(project) == before
        await driver.press("b", "enter")
        assert sorted({*names(project)} ^ {*before}) == ["contact", "scholing"]
        assert len(project.history.entries()) == steps + 5
        await driver.press("R")
        assert "2 steps would be done again" in driver.says(".hint")
        await driver.press("enter")
        assert names(project) == before


async def test_one_goes_forward_to_an_undone_step(folder: Path, project: Project) -> None:
    for name in ("werkdruk", "scholing", "contact"):
        project.codes.add(name)
    async with running(folder) as driver:
        await driver.press("g", "y", "u", "u", "u")
        # Under the day stand three undos; the oldest of the undone steps comes last.
        await driver.press("home", *"j" * 6)
        assert "(undone) Made the code 'werkdruk'" in driver.drawn
        await driver.press("b")
        assert "1 step would be done again" in driver.says(".hint")
        await driver.press("enter")
    assert "werkdruk" in names(project)
    assert "scholing" not in names(project)


async def test_what_cannot_be_taken_back_is_told_and_nothing_is(
    folder: Path, project: Project
) -> None:
    project.codes.add("werkdruk")
    project.codes.add("scholing")
    database = project._workspace.database
    with database.writing():  # past the journal, as a repair by hand would be
        database.tables.execute("UPDATE code SET description = 'x' WHERE name = 'werkdruk'")
    before = project.history.entries()
    async with running(folder) as driver:
        await driver.press("g", "y", "j", "j", "b")
        assert "these steps cannot be" in driver.says(".complaint")
        assert "cannot be: what it touched has changed" in driver.drawn
        await driver.press("enter")
        assert driver.top == "StepPlan"
        await driver.press("escape")
        assert isinstance(driver.app.screen, HistoryScreen)
    assert project.history.entries() == before
