"""Codes together on the screen: numbers that open the passages, and themes beside each other."""

from pathlib import Path

from qualkit.services.project import Project
from tests.tui.driving import running
from tests.tui.test_spread_screen import grid_of


async def test_two_codes_that_overlap_open_what_they_share(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "o")
        lines = grid_of(driver)
        # In the order of the codebook; a code that overlaps none is left out.
        assert [line.split()[-2:] for line in lines[3:5]] == [[">=", "1"], ["1", "="]]
        assert "één hoofd" not in "".join(lines)
        await driver.press("l", "enter")
        assert driver.top == "PassagesScreen"
        assert driver.drawn.count("Dan blijft het liggen.") == 2
        await driver.press("escape")
        assert driver.top == "TogetherScreen"


async def test_rows_are_filtered_and_a_theme_shows_all_its_codes(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    project.theme_contents.put_codes(theme.id, [project.codes.find("zit in één hoofd").id])
    async with running(folder) as driver:
        await driver.press("g", "o", "slash")
        await driver.type("weinig")
        await driver.press("enter")
        lines = grid_of(driver)
        assert lines[3].split()[-2:] == [">=", "1"] and not lines[4].strip()
        await driver.press("slash", *["backspace"] * 6, "enter", "f")
        await driver.type("capac")
        await driver.press("enter")
        names = "".join(grid_of(driver)[3:])
        assert "te weinig mensen" in names and "zit in één hoofd" in names
        assert "blijft liggen" not in names


async def test_themes_stand_beside_each_other_after_tab(folder: Path, project: Project) -> None:
    theme = project.themes.add("Wachten").value
    project.theme_contents.put_codes(theme.id, [project.codes.find("blijft liggen").id])
    async with running(folder) as driver:
        await driver.press("g", "o", "tab")
        lines = grid_of(driver)
        assert [line.split() for line in lines[3:5]] == [
            ["Capaciteit", ">=", "1"],
            ["Wachten", "1", "="],
        ]
        await driver.press("l", "enter")
        assert "Dan blijft het liggen." in driver.drawn
