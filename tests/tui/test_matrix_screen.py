"""The framework matrix by keyboard: cells in one's own words, as a grid and as a list."""

from pathlib import Path

import pytest

from qualkit.domain.framework import CellContent, CellPlace, CellState
from qualkit.services.matrices import head_of
from qualkit.services.project import Project
from qualkit.tui.widgets.grid import Grid
from tests.tui.driving import Driver, running

LARGE = (160, 50)


@pytest.fixture
def place(project: Project) -> CellPlace:
    """The cell of Politie I and the theme, in a matrix with one code beside it."""
    theme = head_of(project.themes.find("Capaciteit"))
    project.matrices.make("Per team", [theme, head_of(project.codes.find("kennis"))])
    return CellPlace(project.cases.find("Politie I").id, theme)


def grid(driver: Driver) -> str:
    shown = driver.app.screen.query_one(Grid)
    return "\n".join(shown.render_line(y).text for y in range(shown.size.height))


async def test_a_cell_is_written_beside_the_passages_it_rests_on(
    folder: Path, project: Project, place: CellPlace
) -> None:
    async with running(folder, LARGE) as driver:
        await driver.press("g", "f", "enter")
        assert "We zijn op papier met vier mensen" in driver.drawn
        await driver.type("Te weinig")
        await driver.press("tab", "space", "j", "space", "space", "escape")
        assert "The cell of Politie I is kept." in driver.told
        assert "Te weinig" in grid(driver)
        content = project.matrix_cells.content(place)
        assert content.summary == "Te weinig"
        assert len(content.coding_ids) == 1
        assert "rests on 1 passage" in grid(driver)
        await driver.press("u")
    assert project.matrix_cells.content(place) == CellContent()


async def test_three_states_look_different_in_words(
    folder: Path, project: Project, place: CellPlace
) -> None:
    async with running(folder, LARGE) as driver:
        await driver.press("g", "f", "n")
        assert project.matrix_cells.content(place).state is CellState.NOTHING_SAID
        assert "– nothing said" in grid(driver)
        assert "· not yet read" in grid(driver)
        await driver.press("x")
        assert "– nothing said" not in grid(driver)
    assert project.matrix_cells.content(place) == CellContent()


async def test_nothing_said_is_told_in_the_window_too_and_never_beside_words(
    folder: Path, project: Project, place: CellPlace
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "f", "enter", "tab", "n", "escape")
        assert project.matrix_cells.content(place).nothing_said
        await driver.press("enter")
        await driver.type("Toch wel")
        await driver.press("tab", "n")
        assert "take those out first" in driver.says(".complaint")
        await driver.press("escape")
    assert project.matrix_cells.content(place) == CellContent("Toch wel")


async def test_on_a_small_screen_one_case_is_read_at_a_time(
    folder: Path, project: Project, place: CellPlace
) -> None:
    project.matrix_cells.write(place, "Te weinig mensen.")
    async with running(folder) as driver:
        await driver.press("g", "f")
        assert "Te weinig mensen." in driver.drawn
        assert "kennis" in driver.drawn
        await driver.press("right_square_bracket")
        assert "Te weinig mensen." not in driver.drawn
        await driver.press("c")
        assert "Politie I" in driver.drawn
        assert "Te weinig mensen." in driver.drawn
        await driver.press("v")
        assert "Te weinig mensen." in grid(driver)


async def test_a_matrix_is_made_and_its_columns_are_changed(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "f")
        assert "There is no matrix yet" in driver.drawn
        await driver.press("N", *"Teams", "enter", "tab", "enter")
        [matrix] = project.matrices.all()
        assert matrix.title == "Teams"
        await driver.press("a", *"kennis", "enter", "greater_than_sign")
        names = [column.name for column in project.matrices.view(matrix.id).columns]
        assert names == ["kennis", "Capaciteit"]
        await driver.press("X")
        names = [column.name for column in project.matrices.view(matrix.id).columns]
        assert names == ["kennis"]
        await driver.press("R", "2", "enter", "D")
        assert "'Teams2' removed" in driver.told
    assert project.matrices.all() == ()


async def test_the_matrix_of_last_time_comes_back_and_another_is_chosen(
    folder: Path, project: Project, place: CellPlace
) -> None:
    project.matrices.make("Tweede", [place.head])
    async with running(folder) as driver:
        await driver.press("g", "f")
        assert driver.top == "Picker"
        await driver.type("twee")
        await driver.press("enter", "escape", "g", "f")
        assert driver.top == "MatrixScreen"
        assert "Tweede" in str(driver.app.screen.query_one("TopBar").render())
