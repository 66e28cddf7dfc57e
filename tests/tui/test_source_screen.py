"""What is known of a source, in its screen: written, chosen, and kept for several at once."""

from pathlib import Path

from qualkit.domain.quotability import Quotability
from qualkit.domain.source_making import MemberCheck
from qualkit.services.project import Project
from tests.tui.driving import Driver, running


async def go_to_part(driver: Driver, name: str) -> None:
    driver.rows.move_to_key(name)
    await driver.press("enter")


async def test_a_source_is_described_part_by_part(folder: Path, project: Project) -> None:
    source = project.sources.find("P1")
    async with running(folder) as driver:
        await driver.press("home", "e")
        assert driver.top == "SourceScreen"
        assert "verbatim (by its kind)" in driver.drawn
        await go_to_part(driver, "recorder")
        await driver.type("de onderzoeker")
        await driver.press("enter")
        await driver.settle()
        await go_to_part(driver, "minutes")
        await driver.type("een uur")
        await driver.press("enter")
        assert "how long something took" in driver.says(".complaint")
        await driver.press("ctrl+u")
        await driver.type("1 uur 10")
        await driver.press("enter")
        await driver.settle()
        await go_to_part(driver, "checked_on")
        await driver.type("2026-03-20")
        await driver.press("enter")
        assert "and no check" in driver.says(".complaint")
        await driver.press("escape")
        await driver.settle()
        await go_to_part(driver, "member_check")
        await driver.press("up", "up", "enter")
        await driver.settle()
        assert "u undoes it" in driver.told
    making = project.making.of(source.id)
    assert (making.recorder, making.minutes) == ("de onderzoeker", 70)
    assert making.member_check is MemberCheck.CHANGED


async def test_several_marked_sources_are_agreed_on_together(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    project.quotes.choose(theme.id, project.codings.select()[0].coding.id)
    async with running(folder) as driver:
        await driver.press("home", "space", "space", "e")
        assert "Title" not in driver.drawn
        await go_to_part(driver, "quotability")
        assert "> by its kind" in driver.drawn
        await driver.press("up", "up", "enter")
        assert "1 chosen quote may no longer be printed like this" in driver.says(".hint")
        await driver.type("op verzoek")
        await driver.press("enter")
        await driver.settle()
        held = {terms.quotability for terms in project.terms.all().values()}
        assert held == {Quotability.PARAPHRASE}
        assert project.history.entries()[-1].operation.why == "op verzoek"
        await driver.press("u")
        assert all(terms.is_by_kind for terms in project.terms.all().values())
        await driver.press("escape")
        assert driver.drawn.count("\n  x ") + driver.drawn.count("> x ") == 2
        await driver.press("escape")
        assert "x  P1" not in driver.drawn
