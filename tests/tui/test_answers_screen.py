"""Answers of co-authors on the screen: what the keys do to the quotes and the answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from qualkit.domain.reviews import ReviewState
from qualkit.domain.themes import QuoteStage
from qualkit.domain.vignettes import MadeOf
from tests.answering import Filled, fill, page_answers
from tests.sheets import Study, study
from tests.tui.driving import Driver, running

FEW = "We zijn met [aantal] mensen en dat is te weinig."
SHORTER = "We zijn met [aantal] mensen [...]"


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Study]:
    with study(tmp_path / "studie") as made:
        few, sums, enough = made.quote_ids
        sanne, joris = tmp_path / "sanne.csv", tmp_path / "joris.xlsx"
        made.write(sanne)
        made.write(joris)
        fill(sanne, {few: Filled("inkorten", "graag", SHORTER), sums: Filled("akkoord")}, "Sanne")
        fill(joris, {sums: Filled("vervangen"), enough: Filled(quote="Wij hebben mensen.")})
        yield made


def pane(driver: Driver) -> str:
    return str(driver.app.screen.query_one("#answer").query_one(Static).content)


async def bring_in(driver: Driver, path: Path) -> None:
    await driver.press("a")
    await driver.type(str(path))
    await driver.press("enter")


async def test_answers_are_brought_in_and_dealt_with(asked: Study, tmp_path: Path) -> None:
    few, sums, enough = asked.quote_ids
    reviews = asked.project.reviews
    async with running(asked.project.folder) as driver:
        await driver.press("g", "w")
        await bring_in(driver, tmp_path)
        assert driver.top == "TextPrompt"
        await driver.press(*["backspace"] * len("co-auteur 1"))
        await driver.type("Joris")
        await driver.press("enter")
        assert "1 conflict" in driver.told
        assert [reviews.item(each).state for each in (sums, few, enough)] == [
            ReviewState.CONFLICTING,
            *[ReviewState.OPEN] * 2,
        ]
        assert "Joris: replace; Sanne: agree" in driver.drawn.splitlines()[0]

        await driver.press("b")
        assert asked.project.quotes.get(sums).stage is QuoteStage.SHORTLISTED
        assert reviews.item(sums).state is ReviewState.HANDLED
        assert "not printed" in pane(driver)

        await driver.press("n")
        assert "{-en dat is te weinig.-} {+[...]+}" in pane(driver)
        await driver.press("t")
        assert reviews.item(few).words == SHORTER
        assert "handled" in driver.drawn.splitlines()[2]
        await driver.press("u")
        assert (reviews.item(few).words, reviews.item(few).state) == (FEW, ReviewState.OPEN)

        await driver.press("c")
        await driver.type("Blijft heel")
        await driver.press("enter")
        assert reviews.answers(few)[0].handling == "Blijft heel"
        await driver.press("o")
        assert reviews.item(few).state is ReviewState.OPEN


async def test_words_that_are_not_in_the_source_open_in_the_editor(
    asked: Study, tmp_path: Path
) -> None:
    asked.project.reviews.bring_in([tmp_path / "joris.xlsx"], "Joris")
    enough = asked.quote_ids[2]
    async with running(asked.project.folder, size=(160, 50)) as driver:
        await driver.press("g", "w", "f", "f")
        assert driver.rows.current is None, "there is no conflict"
        await driver.press("f", "end")
        if "Wij hebben" not in pane(driver):
            await driver.press("k")
        await driver.press("t")
        assert driver.top == "QuoteEditorScreen"
        assert "not word for word" in driver.told
        assert asked.project.reviews.item(enough).words == "Wij hebben genoeg mensen."
        await driver.press("escape")
        assert asked.project.reviews.item(enough).words == "Wij hebben genoeg mensen."


async def test_a_dropped_quote_takes_its_answers_and_undo_brings_both_back(
    asked: Study, tmp_path: Path
) -> None:
    asked.project.reviews.bring_in([tmp_path / "sanne.csv"])
    async with running(asked.project.folder) as driver:
        await driver.press("g", "w", "x")
        assert len(asked.project.reviews.items()) == 1
        await driver.press("u")
        assert len(asked.project.reviews.items()) == 2
        await driver.press("enter")
        assert driver.top == "ReaderScreen"


async def test_a_vignette_with_an_answer_opens_where_it_is_written(
    asked: Study, tmp_path: Path
) -> None:
    words = "Zij belde drie keer."
    vignette = asked.project.vignettes.add(asked.theme_id, "Wachten", words, MadeOf.SINGLE).value
    answers = {vignette.id: Filled("inkorten", "", "Zij belde vaak.")}
    path = page_answers(tmp_path / "antwoorden.json", "", answers, "Sanne")
    asked.project.reviews.bring_in([path])
    async with running(asked.project.folder) as driver:
        await driver.press("g", "w", "e")
        assert driver.top == "VignetteScreen"
        await driver.press("escape", "x", "t")
        assert "This is a vignette" in driver.told
        assert asked.project.vignettes.get(vignette.id).vignette.text == "Zij belde vaak."
