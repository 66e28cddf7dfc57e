"""Replaced words in the reader: marked, decided on where they stand, read and copied as printed."""

from pathlib import Path

from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.services.project import Project
from qualkit.tui.reading.pieces import Look, pieces
from qualkit.tui.widgets.text_view import TextView
from tests.tui.driving import Driver, running
from tests.tui.reading import read, reader


def struck(driver: Driver) -> list[str]:
    """Give the words that are marked as replaced."""
    drawing = reader(driver).view.drawing
    text = drawing.text.text
    return [
        text[start:end]
        for index in range(len(drawing.layout))
        for start, end, look in pieces(text, drawing.layout.row(index), drawing.scene)
        if Look.REPLACED in look
    ]


async def test_selected_words_are_replaced_here_or_everywhere(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "vier mensen")
        await driver.press("I")
        assert driver.top == "TextPrompt"
        await driver.press(*["backspace"] * 12)
        await driver.type("[aantal]")
        await driver.press("enter", "enter")
        (made,) = project.replacements.all()
        assert (made.words, made.printed, made.kind) == ("vier", "[aantal]", Kind.NUMBER)
        assert made.version_id is not None
        assert struck(driver) == ["vier"]
        assert "'vier' prints as [aantal].  u undoes it." in driver.says("#status")

        await read(driver, project, "intake")
        await driver.press("I", *["backspace"] * 12)
        await driver.type("loket")
        await driver.press("enter", "down", "enter")
        assert struck(driver) == ["intake", "vier"]
        await driver.press("u")
        assert struck(driver) == ["vier"]


async def test_one_key_reads_the_text_as_it_prints_and_comes_back(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "vier mensen")
        await driver.press("V")
        assert "Nothing in this text is replaced" in driver.says("#status")
        project.replacements.decide_everywhere("vier mensen", Kind.NUMBER, "aantal mensen")
        await read(driver, project, "vier mensen")
        await driver.press("l", "h")
        assert "Prints as [aantal mensen]" in driver.says("#status")
        await driver.press("V")
        assert driver.top == "AsPrintedScreen"
        view = driver.app.screen.query_one(TextView)
        drawn = "\n".join(view.render_line(y).text for y in range(view.size.height))
        assert "op papier met [aantal mensen]" in drawn
        assert "vier" not in drawn
        await driver.press("j", "k", "end", "home", "V")
        assert driver.top == "ReaderScreen"


async def test_what_is_copied_out_of_the_reader_is_what_prints(
    folder: Path, project: Project
) -> None:
    project.replacements.decide_everywhere("de intake", Kind.OTHER, "loket")
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("s", "y")
        assert driver.app.clipboard == '"Via [loket]." (Politie I, P1:3)'
    kept = folder / "exports" / "passages.txt"
    assert "intake" not in kept.read_text("utf-8")
