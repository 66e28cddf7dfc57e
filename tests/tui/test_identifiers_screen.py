"""Identifiers: one key for each decision, the next comes by itself, and all can be taken back."""

from pathlib import Path

import pytest

from qualkit.domain.identifiers import Proposal
from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.services.project import Project
from tests.tui.conftest import code
from tests.tui.driving import Driver, running

WORDS = "Ilvy Berends uit Lommerveen belt op 3 maart met 06-12345678. Ilvy Berends is 43 jaar."


@pytest.fixture
def quoted(folder: Path, project: Project, tmp_path: Path) -> Project:
    """The project with a quote full of identifiers."""
    path = tmp_path / "politie-3.txt"
    path.write_text(f"---\nlabel: Politie III\n---\nI: Wie belt er?\n\nR: {WORDS}\n", "utf-8")
    project.imports.run([path])
    code(project, "P3", WORDS, "blijft liggen")
    theme = project.themes.find("Capaciteit")
    text = project.sources.read(project.sources.find("P3").id)
    (coding,) = project.codings.spans_of_version(text.version.id)
    project.quotes.choose(theme.id, coding.id)
    return project


async def look(driver: Driver) -> None:
    await driver.press("g", "x")
    await driver.settle()


def proposed(driver: Driver) -> list[str]:
    return [each.words for each in driver.rows.items if isinstance(each, Proposal)]


def printed(project: Project) -> str:
    (quote,) = project.quotes.of_theme(project.themes.find("Capaciteit").id)
    return quote.words


async def test_each_decision_is_one_key_and_the_next_comes_by_itself(
    folder: Path, quoted: Project
) -> None:
    async with running(folder) as driver:
        await look(driver)
        assert proposed(driver) == [
            "Ilvy Berends", "Ilvy Berends", "Lommerveen", "3 maart", "43 jaar", "06-12345678",
        ]  # fmt: skip
        assert "takes it for a name" in driver.says(".identifier Static")
        await driver.press("e")
        assert proposed(driver)[0] == "Lommerveen"
        assert "[naam] everywhere" in driver.told
        assert "u undoes it" in driver.told
        await driver.press("r", "s", "S", "r")
        assert proposed(driver) == []
        assert "nothing" in driver.drawn.casefold()
    decided = [
        (each.kind, each.words, each.printed, each.version_id is None)
        for each in quoted.replacements.all()
    ]
    assert decided == [
        (Kind.NAME, "Ilvy Berends", "[naam]", True),
        (Kind.PLACE, "Lommerveen", "[plaats]", False),
        (Kind.DATE, "3 maart", None, False),
        (Kind.AGE, "43 jaar", None, True),
        (Kind.PHONE, "06-12345678", "[telefoonnummer]", False),
    ]
    assert printed(quoted) == (
        "[naam] uit [plaats] belt op 3 maart met [telefoonnummer]. [naam] is 43 jaar."
    )


async def test_own_words_and_another_kind_are_given_before_the_decision(
    folder: Path, quoted: Project
) -> None:
    async with running(folder) as driver:
        await look(driver)
        await driver.press("t", *["backspace"] * 4)
        await driver.type("[a]b")
        await driver.press("enter")
        assert driver.top == "TextPrompt"
        assert "cannot stand" in driver.says(".complaint")
        await driver.press(*["backspace"] * 4)
        await driver.type("collega")
        await driver.press("enter")
        assert "[collega]" in driver.drawn
        assert quoted.replacements.all() == ()
        await driver.press("e", "c")
        await driver.type("organ")
        await driver.press("enter")
        assert "[organisatie]" in driver.drawn
        assert quoted.replacements.all()[1:] == ()
        await driver.press("home")
        while proposed(driver)[driver.rows.cursor] != "Lommerveen":
            await driver.press("down")
        await driver.press("r")
    first, second = quoted.replacements.all()
    assert (first.words, first.printed) == ("Ilvy Berends", "[collega]")
    assert (second.kind, second.printed) == (Kind.ORGANISATION, "[organisatie]")


async def test_what_was_decided_is_looked_back_at_and_taken_back(
    folder: Path, quoted: Project
) -> None:
    quoted.replacements.decide_everywhere("Ilvy Berends", Kind.NAME, "naam")
    async with running(folder) as driver:
        await look(driver)
        await driver.press("x")
        assert "Only a decision" in driver.told
        await driver.press("r", "tab")
        assert len(driver.rows.items) == 2
        assert "everywhere" in driver.drawn
        assert "P3:3" in driver.drawn
        await driver.press("r")
        assert "This is decided" in driver.told
        await driver.press("x")
        assert [each.words for each in quoted.replacements.all()] == ["Ilvy Berends"]
        await driver.press("u")
        assert len(quoted.replacements.all()) == 2
        await driver.press("f", "escape")
        assert driver.top == "HomeScreen"


async def test_one_looks_elsewhere_and_for_words_of_ones_own(folder: Path, quoted: Project) -> None:
    async with running(folder) as driver:
        await look(driver)
        await driver.press("w")
        await driver.type("P2")
        await driver.press("enter")
        await driver.settle()
        assert proposed(driver) == []
        await driver.press("a")
        await driver.type("vakantie, genoeg mensen")
        await driver.press("enter")
        await driver.type("event")
        await driver.press("enter")
        await driver.settle()
        assert proposed(driver) == ["vakantie", "genoeg mensen"]
        await driver.press("enter")
        assert driver.top == "ReaderScreen"
    assert [each.kind for each in quoted.identifiers.watched()] == [Kind.EVENT, Kind.EVENT]
