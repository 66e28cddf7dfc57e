"""Selecting and jumping with real keys and the mouse."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from qualkit.services.project import Project
from tests.tui.driving import Driver, running
from tests.tui.reading import read, reader, selected, shown


def word(driver: Driver) -> str:
    at = reader(driver).cursor.word
    return at.of(reader(driver).contents.text.text) if at else ""


def label_at(driver: Driver, words: str) -> str:
    """Read the letter that stands in place of the first one of some words."""
    line = next(line for line in shown(driver) if words[1:] in line)
    return line[line.index(words[1:]) - 1]


async def test_part_of_a_word_is_selected_and_coded_sign_by_sign(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "anderhalf")
        await driver.press("w", *(["less_than_sign"] * 4))
        assert selected(driver) == "ander"
        await driver.press("e", "less_than_sign", "less_than_sign")
        assert selected(driver) == "t ander"
        await driver.press("greater_than_sign", "greater_than_sign", "full_stop")
        found = project.codings.select(project.sources.find("P1").id)
        assert "ander" in [item.words for item in found]


async def test_a_selection_grows_and_comes_back_as_it_went(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "vakantie", "P2")
        seen = []
        for _press in range(5):
            await driver.press("a")
            seen.append(selected(driver))
        assert seen[:3] == [
            "vakantie",
            "Als zij met vakantie is, ligt het stil.",
            "Eigenlijk alleen mijn collega. Als zij met vakantie is, ligt het stil.",
        ]
        # All that the speaker says on end, then all of the text.
        assert seen[3].endswith("wat je moet vragen.")
        assert seen[4].startswith("Wie kan dit werk doen?")
        await driver.press("a")
        assert "nothing larger" in driver.says("#status")
        for expected in [*seen[3::-1], ""]:
            await driver.press("A")
            assert selected(driver) == expected
        await driver.press("P")
        assert selected(driver) == seen[2]


async def test_typing_a_letter_goes_to_its_sentence(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        before = shown(driver)
        await driver.press("semicolon")
        await driver.press(label_at(driver, "Er is niemand"))
        assert word(driver) == "Er"
        assert shown(driver) == before
        # With an end that is being moved, the selection goes up to and with that sentence.
        await driver.press("v", "semicolon")
        await driver.press(label_at(driver, "We zijn"))
        assert selected(driver).startswith("We zijn op papier")
        assert selected(driver).endswith("liggen. Er")
        await driver.press("escape", "semicolon", "escape")
        assert shown(driver) == before
        assert driver.top == "ReaderScreen"


async def test_no_letter_of_a_label_does_anything_else(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        codings = project.codings.select()
        await driver.press("semicolon", "1")
        assert project.codings.select() == codings
        assert not reader(driver).view.is_labelled
        await driver.press("w")
        assert selected(driver) == "op"


@pytest.mark.parametrize(
    ("clicks", "expected"), [(2, "papier"), (3, "We zijn op papier met vier mensen")]
)
async def test_two_clicks_are_a_word_and_three_a_sentence(
    folder: Path, project: Project, clicks: int, expected: str
) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await click(driver, "papier", clicks)
        assert selected(driver).startswith(expected)
        assert (selected(driver) == "papier") == (clicks == 2)


async def click(driver: Driver, words: str, times: int = 1, shift: bool = False) -> None:
    row, line = next((y, line) for y, line in enumerate(shown(driver)) if words in line)
    place = line.index(words) + 1, row
    await Pilot(driver.app).click(reader(driver).view, offset=place, times=times, shift=shift)
    await driver.settle()


async def test_shift_and_a_click_select_up_to_there(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        await click(driver, "papier")
        await click(driver, "mensen", shift=True)
        assert selected(driver) == "papier met vier mensen"


async def test_a_drag_within_one_word_selects_its_signs(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        y, line = next((y, line) for y, line in enumerate(shown(driver)) if "anderhalf" in line)
        begin, end = (line.index("anderhalf"), y), (line.index("anderhalf") + 4, y)
        view, pilot = reader(driver).view, Pilot(driver.app)
        await pilot.mouse_down(view, offset=begin)
        await pilot.hover(view, offset=end)
        await pilot.mouse_up(view, offset=end)
        assert selected(driver) == "ander"
