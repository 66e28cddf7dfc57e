"""The board by keyboard and mouse, at both sizes; what was done is looked up in the database."""

from pathlib import Path

import pytest
from textual.widgets import Static

from qualkit.domain.board_columns import BoardCode, BoardColumn, Tray
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project
from qualkit.tui.widgets.board_view import BoardView
from tests.tui.driving import Driver, running

SIZES = ((80, 24), (160, 50))


@pytest.fixture
def people(project: Project) -> str:
    """A second theme beside 'Capaciteit', which holds 'te weinig mensen'."""
    return project.themes.add("Wie het weet").value.id


def view(driver: Driver) -> BoardView:
    return driver.app.screen.query_one(BoardView)


def drawn(driver: Driver) -> str:
    board = view(driver)
    return "\n".join(board.render_line(y).text for y in range(board.size.height))


def lies(project: Project, place: str) -> list[str]:
    column = project.board.view().column(place)
    assert column is not None
    codes = [item.code.name for item in column.codes]
    return [*codes, *("passage" for _each in column.single)]


def capacity(project: Project) -> str:
    return project.themes.find("Capaciteit").id


async def to_card(driver: Driver, name: str) -> None:
    await driver.press("slash")
    await driver.type(name)
    await driver.press("enter")
    item = view(driver).state.item
    assert isinstance(item, BoardCode)
    assert item.code.name == name


@pytest.mark.parametrize("size", SIZES)
async def test_a_code_is_moved_by_keys_and_the_move_undone(
    folder: Path, project: Project, people: str, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await driver.press("g", "b", "l", "j")
        assert "no central idea yet" in drawn(driver)
        assert "te weinig mensen" in driver.says("#board-words")
        assert "P1:3 Politie I" in driver.says("#board-words")
        await driver.press("v", "2")
        assert lies(project, people) == ["te weinig mensen"]
        assert lies(project, capacity(project)) == []
        assert "Moved 'te weinig mensen' from 'Capaciteit' to 'Wie het weet'" in driver.told
        await driver.press("u")
        assert lies(project, capacity(project)) == ["te weinig mensen"]


@pytest.mark.parametrize("size", SIZES)
async def test_marked_cards_go_together_to_a_tray_and_to_a_new_theme(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await driver.press("g", "b", "home", "j", "space", "space")
        assert "[x]" in drawn(driver)
        await driver.press("v", "x")
        assert lies(project, Tray.MISFIT) == ["zit in één hoofd", "blijft liggen"]
        assert lies(project, Tray.NOWHERE) == []
        assert "[x]" not in drawn(driver)
        await to_card(driver, "blijft liggen")
        await driver.press("v", "n", *"Wachten", "enter")
        assert driver.top == "TopicQuestion"
        await driver.press("escape")
        theme = project.themes.find("Wachten")
        assert lies(project, theme.id) == ["blijft liggen"]
        await driver.press("a", "1")
        assert lies(project, capacity(project)) == ["te weinig mensen", "zit in één hoofd"]
        assert lies(project, Tray.MISFIT) == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_is_dragged_to_another_column(
    folder: Path, project: Project, people: str, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await driver.press("g", "b")
        lines = drawn(driver).splitlines()
        start = place_of(lines, "te weinig mensen")
        end = place_of(lines, "Wie het weet")
        await driver._pilot.mouse_down(BoardView, offset=start)
        await driver._pilot.hover(BoardView, offset=end)
        assert "let go to put it here" in drawn(driver)
        await driver._pilot.mouse_up(BoardView, offset=end)
        await driver._pilot.pause()
        assert lies(project, people) == ["te weinig mensen"]
        await driver._pilot.double_click(BoardView, offset=place_of(lines, "zit in één hoofd"))
        await driver._pilot.pause()
        assert driver.top == "BoardPassagesScreen"


def place_of(lines: list[str], words: str) -> tuple[int, int]:
    y = next(y for y, line in enumerate(lines) if words in line)
    return lines[y].index(words) + 2, y


async def test_single_passages_are_decided_on_one_by_one(
    folder: Path, project: Project, people: str
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "b")
        await to_card(driver, "te weinig mensen")
        await driver.press("enter", "j", "v", "2")
        assert lies(project, people) == ["passage"]
        column: BoardColumn | None = project.board.view().column(capacity(project))
        assert column is not None
        assert column.passages == 1
        assert len(driver.rows.items) == 1
        await driver.press("escape")
        assert '"Dan blijft het liggen."' in drawn(driver)
        await driver.press("l", "j", "v", "0")
        assert lies(project, Tray.NOWHERE)[-1] == "passage"


async def test_themes_are_ordered_described_dropped_and_merged(
    folder: Path, project: Project, people: str
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "b", "l", "J")
        assert [theme.name for theme in project.themes.all()] == ["Wie het weet", "Capaciteit"]
        assert view(driver).state.column.place == capacity(project)
        await driver.press("e", "end", *" hier", "escape")
        assert project.themes.find("Capaciteit hier").central_idea
        await driver.press("M", *"weet", "enter", "enter")
        assert [theme.name for theme in project.themes.all()] == ["Wie het weet"]
        assert lies(project, people) == ["te weinig mensen"]
        await driver.press("X", *"klaar", "enter")
        assert project.themes.find("Wie het weet").status is ThemeStatus.DROPPED
        assert "te weinig mensen" in lies(project, Tray.NOWHERE)


async def test_codes_are_merged_and_marked_ones_split_off(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "b")
        await to_card(driver, "blijft liggen")
        await driver.press("M", *"hoofd", "enter", "enter")
        assert lies(project, Tray.NOWHERE) == ["zit in één hoofd"]
        await to_card(driver, "te weinig mensen")
        await driver.press("space", "S", *"Mensen", "enter", "escape")
        assert lies(project, project.themes.find("Mensen").id) == ["te weinig mensen"]
        assert lies(project, capacity(project)) == []


async def test_a_snapshot_is_taken_compared_and_gone_back_to(
    folder: Path, project: Project, people: str
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "b", "s", "n", *"Zo", "enter", "escape", "l", "j", "v", "2", "s")
        changes = driver.says("#changes")
        assert "From 'Capaciteit' to 'Wie het weet': 'te weinig mensen'." in changes
        await driver.press("b")
        assert "'te weinig mensen'" in str(driver.app.screen.query_one(".hint", Static).content)
        await driver.press("enter")
        assert lies(project, capacity(project)) == ["te weinig mensen"]
        assert "Nothing changed on the board since." in driver.says("#changes")


async def test_one_comes_back_to_the_card_where_one_was(folder: Path, people: str) -> None:
    async with running(folder, (160, 50)) as driver:
        await driver.press("g", "b", "l", "j")
        key = view(driver).state.key
        await driver.resize(80, 24)
        assert view(driver).state.key == key
        assert "> " in drawn(driver)
        await driver.press("enter", "escape")
    async with running(folder) as driver:
        assert driver.top == "BoardScreen"
        assert view(driver).state.key == key
