"""Reading a theme by keyboard: what is decided is in the database, and one goes on another day."""

from pathlib import Path

from qualkit.domain.memos import MemoKind
from qualkit.domain.theme_readings import Verdict
from qualkit.services.project import Project
from tests.tui.driving import Driver, running

THEME = "Capaciteit"


def verdicts(project: Project) -> list[Verdict]:
    theme = project.themes.find(THEME)
    return list(project.theme_readings.current(theme.id).verdicts.values())


def texts(driver: Driver) -> str:
    return "\n".join(driver.says(each) for each in ("#idea", "#place", "#progress", "#summary"))


async def test_passages_are_read_in_a_row_and_decided_on(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "R")
        assert driver.top == "ThemeReadingScreen"
        assert "Wie niet op de stoep staat" in texts(driver)
        assert "P1:3 · Politie I · te weinig mensen   [not decided on]" in texts(driver)
        await driver.press("s")
        assert verdicts(project) == [Verdict.STAYS]
        assert "P1:7" in texts(driver)
        await driver.press("d", *"of", "space", *"tijd", "enter")
        assert verdicts(project) == [Verdict.STAYS, Verdict.DOUBT]
        (entry,) = project.memos.entries()
        assert (entry.memo.kind, entry.memo.body) == (MemoKind.DOUBT, "of tijd")
        assert "In doubt:\n  P1:7" in texts(driver)
        await driver.press("w")
        assert not project.theme_readings.current(project.themes.find(THEME).id).is_going_on
        await driver.press("u", "u")
        assert verdicts(project) == [Verdict.STAYS]
        assert "P1:7" in driver.says("#place")


async def test_a_passage_moves_at_once_and_the_reading_goes_on_another_day(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find(THEME)
    other = project.themes.add("Kennis").value
    async with running(folder) as driver:
        await driver.press("g", "t", "R", "v", *"kenn", "enter")
        assert len(project.theme_contents.members([other.id])) == 1
        assert len(project.theme_contents.members([theme.id])) == 1
        assert "P1:7" in driver.says("#place")
        await driver.press("k")
        assert driver.says("#place").endswith("[moves]")
        await driver.press("j", "c", *"nuan", "enter")
        assert "nuance" in driver.says("#place")
    async with running(folder) as driver:
        assert driver.top == "ThemeReadingScreen"
        assert "P1:7" in driver.says("#place")
        await driver.press("v", *"fit", "enter")
        assert project.theme_contents.members([theme.id]) == []
        assert verdicts(project) == [Verdict.MOVES, Verdict.MOVES]


async def test_a_reading_is_left_for_the_source_and_begun_anew(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "R", "space")
        assert "P1:7" in driver.says("#place")
        await driver.press("enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert "P1:7" in driver.says("#place")
        await driver.press("s", "w")
        assert sorted(verdicts(project)) == [Verdict.LATER, Verdict.STAYS]
        await driver.press("n")
        assert verdicts(project) == []
        assert "P1:3" in driver.says("#place")
