"""What may be printed, on the reading screen; and the note that comes before a text."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualkit.domain.quotability import Quotability
from qualkit.domain.sources import SourceText
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project
from qualkit.settings import load_settings
from tests.tui.driving import SETTINGS, Driver, running
from tests.tui.reading import read, reader, shown, told

NOTE = "Gaat over een lange ziekte."


def first(project: Project) -> SourceText:
    return project.sources.read(project.sources.find("P1").id)


def marked(project: Project) -> list[tuple[str, Quotability, str]]:
    """What was agreed on passages of P1: the words, how they may be printed, and why."""
    text = first(project)
    return [
        (mark.span.of(text.text), mark.quotability, mark.why)
        for mark in project.terms.marks(text.version.id)
    ]


def test_the_setting_for_content_notes_is_on_or_off(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for words, wanted in (("", True), ('content_notes = "off"', False)):
        path.write_text(words, "utf-8")
        assert load_settings(path).content_notes is wanted
    path.write_text('content_notes = "soms"', "utf-8")
    with pytest.raises(InvalidInputError, match="soms"):
        load_settings(path)


async def test_a_passage_is_agreed_on_and_told_in_words(folder: Path, project: Project) -> None:
    async with running(folder, (100, 30)) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("s", "exclamation_mark", "down", "down", "enter")
        await driver.type("op verzoek")
        await driver.press("enter")
        await driver.settle()
        assert marked(project) == [("Via de intake.", Quotability.PARAPHRASE, "op verzoek")]
        assert "P1:3 may be printed so: paraphrase." in driver.says("#status")
        assert "¦ Printing: paraphrase · op verzoek" in " ".join(told(driver).split())
        line = next(line for line in shown(driver) if "Via de intake" in line)
        assert "¦" in line
        assert not any("¦" in line for line in shown(driver) if "komt een zaak" in line)
        # The coding prompt tells it as well.
        await driver.press("s", "c")
        assert "(printing: paraphrase)" in driver.says(".what")
        await driver.press("escape", "escape")
        # The cursor is enough to come back to it.
        await driver.press("exclamation_mark", "down", "down", "enter")
        await driver.settle()
        assert marked(project) == []
        await driver.press("u")
        assert len(marked(project)) == 1


async def test_a_coded_passage_that_is_quoted_is_told_to_be_ruled_out(
    folder: Path, project: Project
) -> None:
    theme, text = project.themes.find("Capaciteit"), first(project)
    coding = project.codings.select(text.source.id)[0].coding
    project.quotes.choose(theme.id, coding.id)
    async with running(folder) as driver:
        await read(driver, project, "papier")
        await driver.press("exclamation_mark", "down", "down", "down", "enter", "enter")
        await driver.settle()
        assert [words for words, *_rest in marked(project)] == ["We zijn op papier met vier mensen"]
        assert "1 chosen quote may no longer be printed" in driver.says("#status")


async def veiled(driver: Driver, project: Project) -> bool:
    """Open P1; tell whether its note stands there, and no word of its text."""
    driver.app.open_reader(first(project).source.id)
    await driver.settle()
    is_veiled = reader(driver).is_veiled
    assert ("Via de intake" in driver.app.export_screenshot().replace("&#160;", " ")) != is_veiled
    return is_veiled


async def test_a_content_note_comes_before_the_text_once_in_a_session(
    folder: Path, project: Project
) -> None:
    project.terms.agree([first(project).source.id], content_note=NOTE)
    async with running(folder) as driver:
        assert "◆" in driver.drawn
        assert await veiled(driver, project)
        assert NOTE in driver.says("#content-note")
        # Nothing can be done to a text that is not shown, and nothing is kept of it.
        await driver.press("c", "s", "space", "F")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "HomeScreen"
        assert project.bookmarks.get("last") == {}
        assert await veiled(driver, project)
        await driver.press("enter", "s")
        await driver.settle()
        assert reader(driver).cursor.span is not None
        await driver.press("escape", "escape")
        assert not await veiled(driver, project)
    async with running(folder) as driver:
        assert await veiled(driver, project), "another session begins with it"
    async with running(folder, settings=replace(SETTINGS, content_notes=False)) as driver:
        assert not await veiled(driver, project), "who does not want such notes has none"
