"""Suggestions with real keys: accepted by a digit, rejected, and her own codes offered."""

from pathlib import Path

import pytest

from qualkit.services.project import Project
from qualkit.tui.screens.code_prompt import CodePrompt
from qualkit.tui.screens.reader import ReaderScreen
from qualkit.tui.widgets.code_list import CodeList
from qualkit.tui.widgets.suggestion_list import SuggestionPanel
from tests.tui.driving import Driver, running

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)])


async def suggesting(driver: Driver, project: Project, words: str, source: str) -> SuggestionPanel:
    """Open a source on some words, with suggestions shown."""
    text = project.sources.read(project.sources.find(source).id)
    driver.app.open_reader(text.source.id, text.text.index(words))
    await driver.settle()
    await driver.press("p")
    await driver.settle()
    await driver.settle()
    assert isinstance(driver.app.screen, ReaderScreen)
    return driver.app.screen.query_one(SuggestionPanel)


def listed(panel: SuggestionPanel) -> list[str]:
    return [offer.suggestion.phrase for offer in panel.rows.items if offer.suggestion]


def headings(panel: SuggestionPanel) -> list[str]:
    return [offer.heading for offer in panel.rows.items if offer.heading]


@SIZES
async def test_a_digit_codes_with_a_phrase_of_this_place(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        panel = await suggesting(driver, project, "Via de intake", "P1")
        phrase = panel.here[0].phrase
        assert listed(panel)[0] == phrase
        told = str(driver.app.screen.query_one(CodeList).render())
        assert size[0] > 100 or f"1 “{phrase[:8]}" in told
        await driver.press("1")
        assert isinstance(driver.app.screen, CodePrompt)
        await driver.press("enter")
        (made,) = [item for item in project.codings.select() if item.coding.suggestion]
        assert (made.words.casefold(), made.code.name) == (phrase.casefold(), phrase)
        assert (made.coding.suggestion, made.coding.suggestion_rank) == (phrase, 1)
        pipeline = project.suggestions.pipeline()
        assert made.coding.suggestion_pipeline == str(pipeline)
        assert pipeline.tier in made.coding.suggestion_pipeline
        last = project.history.entries()[-1].operation
        assert last.summary.endswith(f", from the suggestion '{phrase}'")
        await driver.press("u")
        assert not [item for item in project.codings.select() if item.coding.suggestion]


@SIZES
async def test_a_rejected_phrase_goes_and_comes_back_by_undo(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        panel = await suggesting(driver, project, "Via de intake", "P1")
        await driver.press("f")
        before = listed(panel)
        assert panel.current
        phrase = panel.current.phrase
        await driver.press("z", "escape")
        assert listed(panel) == before
        await driver.press("z", "s")
        assert phrase not in listed(panel)
        (rejection,) = project.suggestions.rejections()
        assert (rejection.phrase, rejection.source_id) == (phrase, project.sources.find("P1").id)
        await driver.press("u")
        assert project.suggestions.rejections() == ()
        assert listed(panel) == before
        await driver.press("z", "e")
        (rejection,) = project.suggestions.rejections()
        assert rejection.source_id is None


async def test_digits_are_recent_codes_again_when_phrases_are_hidden(
    folder: Path, project: Project
) -> None:
    async with running(folder, (160, 50)) as driver:
        await suggesting(driver, project, "Via de intake", "P1")
        recent = str(driver.app.screen.query_one(CodeList).render())
        assert "· te weinig" in recent or "· blijft liggen" in recent
        await driver.press("p", "s", "1")
        assert isinstance(driver.app.screen, ReaderScreen)
        words = [item.words for item in project.codings.select()]
        assert "Via de intake." in words


@SIZES
async def test_a_code_of_her_own_is_offered_and_chosen_from_the_list(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    project.codes.add("werk > intake")
    async with running(folder, size) as driver:
        panel = await suggesting(driver, project, "Via de intake", "P1")
        assert "Your codes that may fit" in headings(panel)
        await driver.press("f")
        while not panel.current_fit:
            await driver.press("j")
        assert panel.current_fit.path == "werk > intake"
        assert panel.current_fit.evidence == "'intake' komt erin terug"
        await driver.press("enter")
        prompt = driver.app.screen
        assert isinstance(prompt, CodePrompt)
        assert "≈ 'intake' komt erin terug" in driver.drawn
        assert driver.drawn.splitlines()[0].startswith("> ")
        await driver.press("enter")
        (made,) = [item for item in project.codings.select() if item.code.name == "intake"]
        assert "Via de intake." in made.words
        assert made.coding.suggestion == "werk > intake"
        assert made.coding.suggestion_pipeline == "codes that may fit"


async def test_enter_in_the_prompt_takes_no_offer_blindly(folder: Path, project: Project) -> None:
    project.codes.add("intake")
    async with running(folder, (160, 50)) as driver:
        await suggesting(driver, project, "Via de intake", "P1")
        await driver.press("c")
        assert driver.drawn.splitlines()[0].strip().startswith("intake")
        await driver.press("enter")
        made = project.codings.select()
        assert "intake" not in [item.code.name for item in made]
        assert all(not item.coding.suggestion for item in made)


async def test_no_codes_are_offered_for_a_question(folder: Path, project: Project) -> None:
    project.codes.add("zaak")
    async with running(folder, (160, 50)) as driver:
        panel = await suggesting(driver, project, "Hoe komt een zaak", "P1")
        assert "Your codes that may fit" not in headings(panel)
