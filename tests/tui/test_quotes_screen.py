"""The screen of quotes: the shortlist, what is printed, and who is quoted under which theme."""

from pathlib import Path

from textual.widgets import TextArea

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.themes import QuoteReason, QuoteStage, Stance
from qualkit.services.project import Project
from qualkit.tui.widgets.grid import Grid
from tests.tui.driving import Driver, running

FIRST, SECOND = "We zijn op papier met vier mensen", "Dan blijft het liggen."


def grid_of(driver: Driver) -> str:
    grid = driver.app.screen.query_one(Grid)
    return "\n".join(grid.render_line(y).text for y in range(grid.size.height))


def quotes(project: Project) -> list[tuple[str, QuoteStage]]:
    theme = project.themes.find("Capaciteit")
    return [(item.words, item.quote.stage) for item in project.quotes.every(theme.id)]


async def test_passages_are_shortlisted_and_chosen_from_there(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "q", "a", "home", "b", "j", "b")
        assert driver.drawn.count("[shortlist]") == 2
        await driver.press("escape")
        assert driver.top == "QuotesScreen"
        assert "Shortlist" in driver.drawn
        await driver.press("end", "p")
        assert "Under no claim yet" in driver.drawn
        assert "de enige geïnterviewde" in driver.says("#quote-spread")
    assert quotes(project) == [
        (FIRST, QuoteStage.SHORTLISTED),
        (SECOND, QuoteStage.CHOSEN),
    ]
    project.history.undo()
    assert [stage for _words, stage in quotes(project)] == [QuoteStage.SHORTLISTED] * 2


async def test_a_quote_is_described_moved_sent_back_and_dropped(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    claim = project.quotes.claim(theme.id, "Er zijn te weinig mensen.").value
    for item in project.codings.select(code_id=project.codes.find("te weinig mensen").id):
        project.quotes.choose(theme.id, item.coding.id)
    async with running(folder) as driver:
        await driver.press("g", "q", "home", "J")
        assert [words for words, _stage in quotes(project)] == [SECOND, FIRST]
        await driver.press("w", *"vivid", "enter", "n", *"zegt het", "enter")
        await driver.press("c", "enter", "t", *"group", "enter")
        assert "Claim 1: Er zijn te weinig mensen." in driver.drawn
        assert "Politie  vivid, label: group · zegt het" in driver.drawn
        (changed,) = [item.quote for item in project.quotes.every(theme.id) if item.quote.note]
        assert (changed.reason, changed.note) == (QuoteReason.VIVID, "zegt het")
        assert (changed.claim_id, changed.attribution) == (claim.id, Attribution.GROUP)
        await driver.press("b")
        assert project.quotes.get(changed.id).stage is QuoteStage.SHORTLISTED
        await driver.press("x")
    assert len(quotes(project)) == 1
    project.history.undo()
    assert project.quotes.get(changed.id).stage is QuoteStage.SHORTLISTED


async def test_stance_goes_round_and_groups_follow(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    item = project.codings.select(code_id=project.codes.find("te weinig mensen").id)[0]
    quote = project.quotes.choose(theme.id, item.coding.id).value
    async with running(folder) as driver:
        await driver.press("g", "q", "s", "s")
        assert "Nuance and contrary" in driver.drawn
        assert project.quotes.get(quote.id).stance is Stance.CONTRARY


async def test_the_matrix_tells_who_is_quoted_and_leads_to_what_is_not(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    passages = project.codings.select(code_id=project.codes.find("te weinig mensen").id)
    other = project.codings.select(code_id=project.codes.find("zit in één hoofd").id)[0]
    project.theme_contents.put_passage(theme.id, other.coding.id)
    project.quotes.choose(theme.id, passages[0].coding.id)
    project.quotes.shortlist(theme.id, passages[1].coding.id)
    async with running(folder, (160, 50)) as driver:
        await driver.press("g", "q")
        assert "één van de twee geïnterviewden, not Politie II" in driver.says("#quote-spread")
        shown = grid_of(driver)
        assert "1 +1" in shown
        assert "·" in shown
        await driver.press("v", "home", "j", "enter")
        assert driver.top == "ThemePassagesScreen"
        assert "Politie II" in driver.drawn
        assert FIRST not in driver.drawn
        await driver.press("p", "enter")
    assert [words for words, _stage in quotes(project)][-1] == other.words


async def test_at_80_by_24_one_key_switches_to_the_matrix(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "q")
        assert not driver.app.screen.query_one(Grid).display
        await driver.press("v")
        assert "Politie I" in grid_of(driver)
        assert not driver.rows.display


async def test_what_may_not_be_quoted_is_offered_as_a_vignette(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    project.terms.agree([project.codings.select()[0].source.id], Quotability.PARAPHRASE)
    async with running(folder) as driver:
        await driver.press("g", "q", "a", "home", "b")
        assert "may not be quoted" in driver.told
        await driver.type("Te weinig")
        await driver.press("enter")
        driver.app.screen.query_one(TextArea)
        await driver.type("Het team is kleiner dan gedacht.")
        await driver.press("escape")
        assert driver.top == "ThemePassagesScreen"
    assert quotes(project) == []
    (vignette,) = project.vignettes.of_theme(theme.id)
    assert vignette.words == "Het team is kleiner dan gedacht."
    assert [item.words for item in vignette.passages] == [FIRST]


async def test_nothing_is_asked_about_a_passage_that_may_not_be_quoted(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    project.quotes.claim(theme.id, "Er zijn te weinig mensen.")
    source = project.codings.select()[0].source
    project.terms.agree([source.id], Quotability.EDITED)
    async with running(folder) as driver:
        await driver.press("g", "q", "a", "home", "p")
        assert "only with edits" in driver.told
        assert driver.top == "ThemePassagesScreen"
        project.terms.agree([source.id], Quotability.PARAPHRASE)
        await driver.press("p")
        assert "may not be quoted" in driver.told
        assert driver.top == "TextPrompt"
        await driver.type("Te weinig")
        await driver.press("enter")
        assert driver.top == "VignetteScreen"
    assert quotes(project) == []
