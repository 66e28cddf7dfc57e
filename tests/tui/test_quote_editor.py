"""Editing a quote by keyboard: what is kept is word for word, and what is not is named."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from qualkit.services.project import Project
from tests.tui.driving import Driver, running

WORDS = "We zijn op papier met vier mensen"


@pytest.fixture
def quote(folder: Path, project: Project) -> str:
    """The id of a quote that is printed as it is."""
    theme = project.themes.find("Capaciteit")
    passage = next(item for item in project.codings.select() if item.words == WORDS)
    return project.quotes.choose(theme.id, passage.coding.id).value.id


async def open_editor(driver: Driver) -> None:
    await driver.press("g", "t", "enter", "home")
    await driver.press("e")
    assert driver.top == "QuoteEditorScreen"


def printed(project: Project, quote: str) -> str:
    return project.quotes.view(quote).words


@pytest.mark.usefixtures("quote")
async def test_words_are_left_out_and_replaced_without_typing_brackets(
    folder: Path, project: Project, quote: str
) -> None:
    async with running(folder) as driver:
        await open_editor(driver)
        await driver.press("l", "l", "space", "l", "x")
        assert "left out 2 words" in driver.says("#quote-verdict")
        await driver.press("l", "l", "r", *"aantal", "enter")
        verdict = driver.says("#quote-verdict")
        assert verdict == ("Word for word, 2 edits: left out 2 words; 'vier' became [aantal].")
        await driver.press("enter")
        assert driver.top == "ThemePassagesScreen"
    assert printed(project, quote) == "We zijn [...] met [aantal] mensen"
    project.history.undo()
    assert printed(project, quote) == WORDS


@pytest.mark.usefixtures("quote")
async def test_edits_are_taken_back_one_by_one_or_where_they_stand(
    folder: Path, project: Project, quote: str
) -> None:
    async with running(folder) as driver:
        await open_editor(driver)
        await driver.press("x", "end", "x", "b")
        assert driver.app.screen.query_one(TextArea).text == "[...] zijn op papier met vier mensen"
        await driver.press("u", "u", "u")
        assert driver.says("#quote-verdict") == "Word for word, without edits."
        await driver.press("escape")
        assert driver.top == "ThemePassagesScreen"
    assert project.quotes.get(quote).printed is None


@pytest.mark.usefixtures("quote")
async def test_what_was_typed_and_deviates_is_named_and_never_kept(
    folder: Path, project: Project, quote: str
) -> None:
    async with running(folder) as driver:
        await open_editor(driver)
        await driver.press("t", "end", *["backspace"] * 6)
        await driver.type("collega's")
        assert "'collega's' is printed, the passage has 'mensen'" in driver.says("#quote-verdict")
        await driver.press("escape", "x")
        assert "Mend first" in driver.told
        await driver.press("escape")
        assert driver.top == "QuoteEditorScreen"
        assert "is not word for word" in driver.told
        await driver.press("escape")
        assert driver.top == "ThemePassagesScreen"
    assert printed(project, quote) == WORDS


async def test_a_quote_that_is_gone_is_told_and_nothing_is_kept(
    folder: Path, project: Project, quote: str
) -> None:
    async with running(folder) as driver:
        await open_editor(driver)
        await driver.press("x")
        project.quotes.drop(quote)
        await driver.press("enter")
        assert "There is no quote" in driver.told
        await driver.press("escape")
        assert driver.top == "ThemePassagesScreen"
        assert project.quotes.every(project.themes.find("Capaciteit").id) == ()


async def test_a_quote_that_is_gone_is_not_come_back_to(
    folder: Path, project: Project, quote: str
) -> None:
    async with running(folder) as driver:
        await open_editor(driver)
    project.quotes.drop(quote)
    async with running(folder) as driver:
        assert driver.top == "ThemePassagesScreen"
