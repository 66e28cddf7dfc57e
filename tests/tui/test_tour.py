"""The guided tour of the sample: ten steps that are really done, and noticed by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.services.demo import build_demo
from qualkit.services.project import Project
from qualkit.tui.tour.steps import STEPS
from tests.tui.driving import SETTINGS, Driver, running


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, which only the whole tour changes."""
    folder = tmp_path_factory.mktemp("tour") / "demo"
    build_demo(folder, SETTINGS)
    return folder


@pytest.fixture
def look(sample: Path) -> Iterator[Project]:
    """A second look at the sample."""
    with Project.open(sample, SETTINGS, Origin.CLI) as opened:
        yield opened


def at(driver: Driver) -> int:
    """The number of the step that the tour shows, from 1."""
    if not driver.app.screen.query(".tour-title"):
        return int(driver.app.tour.number) + 1
    title = driver.says(".tour-title")
    return int(title.removeprefix("Tour, ").split(" of ")[0]) if title.startswith("Tour, ") else 0


async def test_the_tour_is_left_and_taken_up_where_one_was(sample: Path, look: Project) -> None:
    before = len(look.history.entries())
    async with running(sample) as driver:
        assert not driver.app.tour.is_on
        await driver.press("T")
        assert at(driver) == 1
        await driver.press("enter")
        assert (driver.top, at(driver)) == ("ReaderScreen", 2)
        await driver.press("T")
        assert not driver.app.screen.query_one("TourBar").display
    async with running(sample) as driver:
        await driver.press("T")
        assert at(driver) == 2
        await driver.press("T")
    assert len(look.history.entries()) == before


async def test_the_tour_begins_at_the_sources_wherever_one_was(sample: Path) -> None:
    async with running(sample) as driver:
        await driver.press("g", "y")
        driver.app.exit()
    async with running(sample) as driver:
        assert driver.top == "HistoryScreen"
        driver.app.project.bookmarks.drop("tour")
        driver.app.exit()
    async with running(sample, tour=True) as driver:
        assert (driver.top, at(driver)) == ("HomeScreen", 1)
        await driver.press("T")


async def test_in_another_project_the_tour_says_where_it_is(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("T")
        assert not driver.app.tour.is_on
        (note,) = driver.app._notifications
        assert "qualkit demo" in note.message


async def test_all_ten_steps_are_done_and_noticed(sample: Path, look: Project) -> None:
    themes = len(look.themes.all())
    look.bookmarks.drop("tour")
    async with running(sample, (80, 24)) as driver:
        await driver.press("T")

        async def does(step: int, *keys: str) -> None:
            assert at(driver) == step
            await driver.press(*keys)
            await driver.wait_until(lambda: at(driver) != step)

        await does(1, "enter")
        await does(2, "right_square_bracket", "s", "c", *"wein", "enter")
        await does(3, "right_square_bracket", "right_square_bracket", "w", "w", "i", "enter")
        await does(4, "u", "r")
        await does(5, "m", *"opvallend", "escape")
        await does(6, "g", "c", "j", "enter")
        await does(7, "g", "t", "n", *"Wie belt", "tab", *"Wie belt gaat voor", "escape")
        await does(8, "a", *"wein", "enter")
        await does(9, "enter", "p", "enter")
        await driver.press("g", "e", "j", "enter", "enter", "enter")
        # The new quote was not yet looked at beside the others of its label.
        await driver.wait_until(lambda: driver.top == "MosaicScreen")
        await does(10, "s")
        await driver.press("escape")
        assert driver.says(".tour-title").startswith("The tour is done")
    assert len(look.themes.all()) == themes + 1
    (theme,) = (each for each in look.themes.all() if each.name == "Wie belt")
    assert theme.central_idea == "Wie belt gaat voor"
    assert len(look.quotes.of_theme(theme.id)) == 1
    assert "Wie belt" in (sample / "exports" / "themes.html").read_text("utf-8")
    assert len(STEPS) == 10
