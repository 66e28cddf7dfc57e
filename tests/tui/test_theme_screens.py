"""Themes and their quotes: what a person types there is what the project holds."""

from pathlib import Path

from qualkit.domain.themes import QuoteReason, Stance, ThemeStatus
from qualkit.services.project import Project
from tests.tui.driving import running


async def test_the_central_idea_stands_above_the_codes(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t")
        text = driver.says("#theme")
    assert text.index("Wie niet op de stoep staat") < text.index("te weinig mensen")
    assert "Eén van de twee geïnterviewden: Politie I 2x" in text


async def test_a_theme_is_made_in_the_form(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "n")
        await driver.type("Kennis")
        await driver.press("tab")
        await driver.type("Kennis zit bij mensen.")
        await driver.press("tab")
        await driver.type("alles over kunnen")
        await driver.press("tab", "tab", "tab", "enter", "down", "enter", "tab", "tab", "enter")
        assert driver.top == "ThemesScreen", "with its idea written, nothing is asked about a name"
    theme = project.themes.find("Kennis")
    assert theme.central_idea == "Kennis zit bij mensen."
    assert (theme.belongs, theme.excludes) == ("alles over kunnen", "")
    assert theme.status is ThemeStatus.DEVELOPING


async def test_enter_in_the_name_keeps_the_form(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "e", "home")
        await driver.type("Onzichtbare ")
        await driver.press("enter")
        assert driver.top == "ThemesScreen"
    assert [theme.name for theme in project.themes.all()] == ["Onzichtbare Capaciteit"]


async def test_a_name_that_is_taken_is_told_in_the_form(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "n")
        await driver.type("capaciteit")
        await driver.press("escape")
        assert driver.top == "ThemeForm"
        assert "There is a theme 'Capaciteit' already." in driver.says(".complaint")
        await driver.press("escape")
        assert driver.top == "ThemesScreen"
    assert len(project.themes.all()) == 1


async def test_an_empty_form_is_left_without_a_word(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "n", "escape")
        assert driver.top == "ThemesScreen"
    assert len(project.themes.all()) == 1


async def test_codes_are_put_under_a_theme_and_taken_out(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await driver.press("g", "t", "a")
        await driver.type("hoofd")
        await driver.press("tab", *["backspace"] * len("hoofd"))
        await driver.type("blijft")
        await driver.press("tab", "enter")
        names = {code.name for code in project.theme_contents.codes(theme.id)}
        assert names == {"te weinig mensen", "zit in één hoofd", "blijft liggen"}
        await driver.press("x")
        await driver.type("hoofd")
        await driver.press("enter")
    names = {code.name for code in project.theme_contents.codes(theme.id)}
    assert names == {"te weinig mensen", "blijft liggen"}


async def test_the_story_and_the_claims(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await driver.press("g", "t", "w")
        await driver.type("Het werk wacht.")
        await driver.press("escape", "c")
        await driver.type("Er zijn te weinig mensen.")
        await driver.press("enter")
        view = project.themes.view(theme.id)
        assert view.narrative == "Het werk wacht."
        assert [item.claim.text for item in view.claims] == ["Er zijn te weinig mensen."]
        await driver.press("d", "enter", "end")
        await driver.type(" Altijd.")
        await driver.press("enter")
    claims = project.themes.view(theme.id).claims
    assert [item.claim.text for item in claims] == ["Er zijn te weinig mensen. Altijd."]


async def test_a_theme_moves_up_and_down(folder: Path, project: Project) -> None:
    project.themes.add("Kennis")
    async with running(folder) as driver:
        await driver.press("g", "t", "J")
        assert [theme.name for theme in project.themes.all()] == ["Kennis", "Capaciteit"]
        assert driver.rows.cursor == 1
        await driver.press("K")
    assert [theme.name for theme in project.themes.all()] == ["Capaciteit", "Kennis"]


async def test_a_quote_is_chosen_under_a_claim(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    claim = project.quotes.claim(theme.id, "Er zijn te weinig mensen.").value
    async with running(folder) as driver:
        await driver.press("g", "t", "enter", "p")
        await driver.type("vivid")
        await driver.press("enter", "enter")
        assert "[quote: vivid]" in driver.drawn
    (chosen,) = project.quotes.of_theme(theme.id)
    assert (chosen.quote.claim_id, chosen.quote.reason) == (claim.id, QuoteReason.VIVID)


async def test_a_contrary_quote_needs_no_claim(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    project.quotes.claim(theme.id, "Er zijn te weinig mensen.")
    async with running(folder) as driver:
        await driver.press("g", "t", "enter", "Q")
        await driver.type("contrary")
        await driver.press("enter")
    (chosen,) = project.quotes.of_theme(theme.id)
    assert chosen.quote.stance is Stance.CONTRARY


async def test_a_quote_is_dropped_and_a_passage_taken_out(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    coding = project.codings.select(code_id=project.codes.find("zit in één hoofd").id)[0].coding
    project.theme_contents.put_passage(theme.id, coding.id)
    async with running(folder) as driver:
        await driver.press("g", "t", "enter", "end", "p", "enter", "x")
        assert project.quotes.of_theme(theme.id) == ()
        await driver.press("o")
    assert [item.source.number for item in project.theme_contents.passages(theme.id)] == [1, 1]
