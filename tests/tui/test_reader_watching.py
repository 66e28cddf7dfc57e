"""Watched phrases in the text with real keys: marked, gone to, begun and ended."""

from pathlib import Path

import pytest

from qualkit.services.project import Project
from qualkit.tui.reading.margin import WATCHED
from tests.tui.driving import Driver, running
from tests.tui.reading import read, reader, selected, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)])


def signs(driver: Driver) -> list[str]:
    """The rows with a watched phrase."""
    return [row for row in shown(driver) if WATCHED in row]


def watched(project: Project) -> list[str]:
    return [each.phrase for each in project.queue.watched()]


@SIZES
async def test_watched_phrases_are_marked_in_every_form_and_gone_to(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    project.queue.watch_phrase("zaken")
    project.queue.watch_phrase("liggen")
    async with running(folder, size) as driver:
        await read(driver, project)
        await driver.settle()
        assert len(signs(driver)) == 1, "what the interviewer says does not count"
        assert "Dan blijft het liggen" in signs(driver)[0]
        await driver.press("O")
        assert selected(driver) == "liggen"
        assert "'liggen' · 1 of 1 looked out for" in reader(driver).told
        await driver.press("escape", "home", "O")
        assert selected(driver) == "liggen"


@SIZES
async def test_words_are_watched_from_the_text_and_no_longer(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await read(driver, project, "mensen en")
        await driver.press("O")
        assert "No phrase is looked out for yet" in reader(driver).told
        await driver.press("plus")
        await driver.settle()
        assert watched(project) == ["mensen"]
        assert "u undoes it" in reader(driver).told
        assert [row for row in signs(driver) if "vier mensen" in row]
        await driver.press("u")
        await driver.settle()
        assert (watched(project), signs(driver)) == ([], [])
        await driver.press("r")
        await driver.settle()
        assert watched(project) == ["mensen"]
        await driver.press("plus")
        await driver.settle()
        assert (watched(project), signs(driver)) == ([], [])
        await driver.press("t", "plus")
        assert "Select a word or a few" in reader(driver).told
        assert watched(project) == []


async def test_a_phrase_of_the_suggestions_is_watched_by_another_program_too(
    folder: Path, project: Project
) -> None:
    async with running(folder, (160, 50)) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("p")
        await driver.settle()
        await driver.settle()
        await driver.press("f")
        panel = reader(driver).suggestions
        assert panel.current
        phrase = panel.current.phrase
        await driver.press("plus")
        await driver.settle()
        assert watched(project) == [phrase]
        assert f"{phrase}  {WATCHED}" in panel.rows.render_line(panel.rows.cursor * 2).text
        await driver.press("plus")
        await driver.settle()
        assert watched(project) == []
        project.queue.watch_phrase("papier")
        await driver.wait_until(lambda: bool(signs(driver)))
        assert "op papier" in signs(driver)[0]
