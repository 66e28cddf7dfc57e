"""Looking at the reading screen of the running program."""

from qualkit.services.project import Project
from qualkit.tui.screens.reader import ReaderScreen
from qualkit.tui.widgets.code_list import CodeList
from tests.tui.driving import Driver


async def read(driver: Driver, project: Project, words: str = "", source: str = "P1") -> None:
    text = project.sources.read(project.sources.find(source).id)
    driver.app.open_reader(text.source.id, text.text.index(words) if words else None)
    await driver.settle()
    await driver.settle()


def reader(driver: Driver) -> ReaderScreen:
    screen = driver.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def shown(driver: Driver) -> list[str]:
    view = reader(driver).view
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def told(driver: Driver) -> str:
    return str(reader(driver).query_one(CodeList).render())


def selected(driver: Driver) -> str:
    span = reader(driver).cursor.span
    return span.of(reader(driver).contents.text.text) if span else ""
