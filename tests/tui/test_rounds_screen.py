"""Rounds by keyboard: begun, read source after source, put in another order, closed."""

from pathlib import Path

from qualkit.domain.rounds import RoundOrder
from qualkit.services.project import Project
from tests.tui.driving import running
from tests.tui.reading import reader


async def test_a_round_is_begun_read_and_closed(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "r")
        assert "No round is going on" in driver.says("#round")
        assert "■" in driver.drawn
        assert "Politie I: 2 passages on 29 words; 69.0 per 1,000" in driver.says("#coverage")
        await driver.press("n", *"Nog", "space", *"eens", "enter", *"rever", "enter")
        await driver.press(*"wie", "enter")
        begun = project.rounds.running()
        assert begun
        assert (begun.name, begun.order, begun.note) == ("Nog eens", RoundOrder.REVERSED, "wie")
        assert driver.drawn.index("P2 ") < driver.drawn.index("P1 ")
        await driver.press("home", "space")
        assert [entry.read for entry in project.rounds.entries()] == [1]
        await driver.press("c")
        assert reader(driver).contents.label == "Politie I"
        await driver.press("escape", "escape")
        assert "Round 'Nog eens': 1 read, 1 not yet." in driver.says("#running-round")
        await driver.press("g", "r", "o", *"numb", "enter")
        assert project.rounds.running() == project.rounds.find("Nog eens")
        assert driver.drawn.index("P1 ") < driver.drawn.index("P2 ")
        await driver.press("w", "enter")
        assert project.rounds.running() is None
        assert "closed" in driver.says("#round")
        await driver.press("u")
        assert project.rounds.running()


async def test_one_key_keeps_that_a_source_is_read_and_opens_the_next(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("enter", "W")
        assert "No round is going on" in reader(driver).told
        driver.app.project.rounds.begin("Nog eens")
        await driver.press("W")
        assert reader(driver).contents.label == "Politie II"
        await driver.press("W")
        assert reader(driver).contents.label == "Politie II"
        assert "is read in the round 'Nog eens'" in reader(driver).told
        assert project.rounds.next_unread() is None
        # A source that is read in a round was not read to its end: suggestions keep their own.
        first = project.sources.find("P1")
        assert not project.bookmarks.get(f"read:{first.id}")
        await driver.press("escape")
        assert driver.top == "HomeScreen"
