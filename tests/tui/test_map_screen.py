"""The thematic map on the screen, and what goes along with an export of themes."""

from pathlib import Path

from qualkit.domain.theme_relations import RelationKind
from qualkit.services.project import Project
from tests.tui.driving import running


async def test_the_map_shows_themes_with_their_codes_and_lines_and_opens_them(
    folder: Path, project: Project
) -> None:
    first = project.themes.find("Capaciteit")
    part = project.themes.add("Wie belt, wint", parent_id=first.id).value
    other = project.themes.add("Kennis").value
    project.theme_relations.relate(part.id, other.id, RelationKind.LEADS_TO, "Eerst dit.")
    async with running(folder) as driver:
        await driver.press("g", "a")
        for words in ("1  Capaciteit", "te weinig mensen", "1.1  Wie belt, wint", "1.1 leads to 2"):
            assert words in driver.drawn
        await driver.press("end")
        assert "Eerst dit." in driver.drawn
        await driver.press("enter")
        assert driver.top == "ThemesScreen"
        assert driver.rows.current_key == part.id
        await driver.press("escape", "d", "enter", "enter")
        await driver.settle()
    assert "1.1 leidt tot 2" in (folder / "exports" / "map.svg").read_text("utf-8")


async def test_numbers_go_along_only_when_they_are_chosen(folder: Path) -> None:
    page = folder / "exports" / "themes.html"
    async with running(folder) as driver:
        await driver.press("g", "e", "j", "j")
        for downs, spread, numbers in ((0, False, False), (1, True, False), (2, True, True)):
            await driver.press("enter", *["down"] * downs, "enter", "enter")
            await driver.settle()
            await driver.press("escape")
            text = page.read_text("utf-8")
            assert ("<table>" in text) is spread
            assert ("<td>● 2</td>" in text) is numbers
