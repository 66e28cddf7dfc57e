"""Participants and themes on the screen: numbers that open what they rest on."""

from pathlib import Path

from qualkit.domain.spans import Span
from qualkit.domain.themes import Theme
from qualkit.services.project import Project
from qualkit.tui.screens.reader import ReaderScreen
from qualkit.tui.screens.spread import SpreadScreen
from qualkit.tui.widgets.grid import Grid
from tests.tui.driving import Driver, running


def grid_of(driver: Driver) -> list[str]:
    """The lines of the grid in front, as drawn."""
    grid = driver.app.screen.query_one(Grid)
    return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]


def second_theme(project: Project) -> Theme:
    theme = project.themes.add("Kennis").value
    code = project.codes.find("zit in één hoofd")
    project.theme_contents.put_codes(theme.id, [code.id])
    return theme


async def test_a_number_opens_the_passages_that_it_rests_on(folder: Path, project: Project) -> None:
    second_theme(project)
    async with running(folder) as driver:
        await driver.press("g", "p")
        lines = grid_of(driver)
        assert [line.split() for line in lines[3:5]] == [
            ["Politie", "I", ">2", "·"],
            ["Politie", "II", "·", "1"],
        ]
        assert lines[-2] == "  Politie I · Capaciteit: 2 passages"
        await driver.press("enter")
        assert driver.top == "PassagesScreen"
        assert "met vier mensen" in driver.drawn and "blijft liggen" not in driver.drawn.split("P1")
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReaderScreen)
        await driver.press("escape", "escape")
        assert isinstance(driver.app.screen, SpreadScreen)
        await driver.press("l", "enter")
        assert driver.top == "SpreadScreen"
        assert "nothing is said there" in driver.told


async def test_a_heading_opens_the_whole_row_or_column_and_tells_who_is_not_heard(
    folder: Path, project: Project
) -> None:
    second_theme(project)
    async with running(folder) as driver:
        await driver.press("g", "p", "up")
        assert "Eén van de twee geïnterviewden, not Politie II" in " ".join(grid_of(driver)[-2:])
        await driver.press("l", "enter")
        assert "ligt het stil" in driver.drawn
        await driver.press("escape", "j", "h", "h", "enter")
        assert len(driver.rows.items) == 2


async def test_questions_of_the_interviewer_count_only_when_asked(
    folder: Path, project: Project
) -> None:
    text = project.sources.read(project.sources.find("P2").id)
    few = project.codes.find("te weinig mensen")
    start = text.text.index("Wie kan")
    project.codings.add(text.version.id, Span(start, start + 20), [few.id])
    async with running(folder) as driver:
        await driver.press("g", "p")
        assert grid_of(driver)[4].split() == ["Politie", "II", "·"]
        await driver.press("o")
        assert grid_of(driver)[4].split() == ["Politie", "II", "1"]


async def test_the_team_agrees_on_words_for_how_many(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "p", "w")
        await driver.type("vrijwel")
        await driver.press("enter", *["backspace"] * 5)
        await driver.type("veel")
        await driver.press("enter")
        assert "is not a share" in driver.says(".complaint")
        await driver.press(*["backspace"] * 4)
        await driver.type("70 99")
        await driver.press("enter")
        shares = {each.phrase: (each.low, each.high) for each in project.quantifiers.all()}
        assert shares["vrijwel alle"] == (70, 99)
        assert "'vrijwel alle' is agreed on" in driver.told
        await driver.press("u")
        await driver.press("w")
        await driver.type("vrijwel")
        await driver.press("enter", *["backspace"] * 5, "enter")
        assert "'vrijwel alle' is off the list" in driver.told
        await driver.press("u")
    assert project.quantifiers.is_usual()
