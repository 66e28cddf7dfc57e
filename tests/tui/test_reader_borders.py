"""Moving the borders of a coded segment with the keys that select."""

from pathlib import Path

from textual.widgets import Static

from qualkit.domain.codings import CodedSegment
from qualkit.services.project import Project
from tests.tui.driving import Driver, running
from tests.tui.reading import read, reader, selected, shown

PASSAGE = "We zijn op papier met vier mensen"


def coded(project: Project, name: str = "te weinig mensen") -> list[str]:
    return [item.words for item in segments(project, name)]


def segments(project: Project, name: str) -> tuple[CodedSegment, ...]:
    found = project.codings.select(project.sources.find("P1").id)
    return tuple(item for item in found if item.code.name == name)


def steps(project: Project) -> list[str]:
    return [entry.operation.kind for entry in project.history.entries()]


def status(driver: Driver) -> str:
    return str(driver.app.screen.query_one("#status", Static).content)


def underlined(driver: Driver) -> str:
    view = reader(driver).view
    return "".join(
        segment.text
        for y in range(view.size.height)
        for segment in view.render_line(y)
        if segment.style and segment.style.underline
    )


async def test_borders_are_moved_as_a_selection_and_kept_as_one_step(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        await driver.press("B")
        assert selected(driver) == PASSAGE
        assert "Enter" in status(driver)
        await driver.press("l", "l", "l", "e", "l", "greater_than_sign", "less_than_sign")
        moved = "zijn op papier met vier mensen en in de"
        assert selected(driver) == moved
        # The old borders stay in sight, without colour.
        assert underlined(driver) == PASSAGE
        before = len(steps(project))
        await driver.press("enter")
        assert coded(project)[0] == moved
        assert len(steps(project)) == before + 1
        assert "Moved the borders of 'te weinig mensen'" in status(driver)
        await driver.press("u")
        assert coded(project)[0] == PASSAGE


async def test_escape_leaves_borders_as_they_were(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        before = steps(project)
        await driver.press("B", "l", "j", "t", "escape")
        assert selected(driver) == PASSAGE
        assert "as they were" in status(driver)
        await driver.press("B", "enter", "escape", "escape")
        assert driver.top != "ReaderScreen"
        assert steps(project) == before
        assert coded(project)[0] == PASSAGE


async def test_one_says_of_which_of_more_codings_the_borders_move(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft")
        await driver.press("B")
        assert driver.top == "Picker"
        await driver.type("blijft")
        await driver.press("enter")
        await driver.press("s", "enter")
        longer = "Dan blijft het liggen. Er is niemand die kan zien wat er binnenkomt."
        assert coded(project, "blijft liggen") == [longer]
        assert "Dan blijft het liggen." in coded(project)


async def test_while_borders_move_nothing_is_coded(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        before = steps(project)
        await driver.press("B", "c", "full_stop", "x", "1", "u", "m")
        assert driver.top == "ReaderScreen"
        assert reader(driver).is_moving
        assert steps(project) == before


async def test_a_quote_that_would_no_longer_be_word_for_word_is_told_first(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit").id
    coding = segments(project, "te weinig mensen")[0].coding.id
    project.quotes.choose(theme, coding, printed="We zijn [...] met vier mensen")
    async with running(folder, (120, 30)) as driver:
        await read(driver, project, "op papier")
        await driver.press("B", "h", "enter")
        assert "word for word" in status(driver)
        assert coded(project)[0] == PASSAGE
        await driver.press("enter")
        assert coded(project)[0] == "We zijn op papier met vier"
        assert "u undoes it" in status(driver)
        messages = [note.message for note in driver.app._notifications]
        assert any("mend it in its theme" in message for message in messages)


async def test_a_coding_taken_off_elsewhere_is_not_moved_any_more(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        await driver.press("B", "l")
        project.codings.remove([segments(project, "te weinig mensen")[0].coding.id])
        driver.app.look_for_others()
        await driver.settle()
        assert not reader(driver).is_moving
        assert "changed elsewhere" in status(driver)
        assert any("papier" in line for line in shown(driver))
