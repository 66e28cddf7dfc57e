"""The sources read again with theme marks: letters in the margin, names in the panel."""

from dataclasses import replace
from pathlib import Path

from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project
from tests.tui.driving import running
from tests.tui.reading import read, reader, selected, shown, told


async def test_themes_stand_in_place_of_codes(folder: Path, project: Project) -> None:
    async with running(folder, size=(120, 30)) as driver:
        await read(driver, project, "We zijn op papier")
        assert "Codes here" in told(driver)
        await driver.press("M")
        assert "Themes here\nA Capaciteit" in told(driver)
        assert "te weinig mensen" not in told(driver).partition("Recent")[0]
        line = next(line for line in shown(driver) if "We zijn op papier" in line)
        assert " A " in line.partition("Via")[0]
        await driver.press("escape")
        await read(driver, project, "Als zij met vakantie", "P2")
        assert "Themes here\nnone" in told(driver), "the next source shows themes as well"
        await driver.press("M")
        assert "zit in één hoofd" in told(driver)


async def test_one_goes_through_the_passages_of_a_theme(folder: Path, project: Project) -> None:
    other = project.themes.add("Wat blijft liggen").value
    dropped = project.themes.add("Oud").value
    project.themes.edit(replace(dropped, status=ThemeStatus.DROPPED))
    code = project.codes.find("blijft liggen")
    for theme in (other, dropped):
        project.theme_contents.put_codes(theme.id, [code.id])
    async with running(folder) as driver:
        await read(driver, project)
        await driver.press("right_parenthesis")
        assert selected(driver).startswith("We zijn op papier")
        await driver.press("right_parenthesis")
        assert selected(driver) == "Dan blijft het liggen."
        assert "Oud" not in told(driver)
        assert "A Capaciteit\nB Wat blijft liggen" in told(driver)
        await driver.press("left_parenthesis")
        assert selected(driver).startswith("We zijn op papier")
        await driver.press("C", *"liggen", "enter")
        assert selected(driver) == "Dan blijft het liggen."
        assert reader(driver).told.startswith("1 of 1, Wat blijft liggen")
        await driver.press("right_parenthesis")
        assert "No further passage" in reader(driver).told


async def test_evidence_without_a_theme_is_gone_to(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, source="P2")
        await driver.press("E")
        at = reader(driver).cursor.offset
        assert reader(driver).contents.text.text[at:].startswith("Eigenlijk alleen")
        await driver.press("E")
        assert reader(driver).told == "Below, all evidence has a theme."
        await driver.press("escape")
        await read(driver, project)
        # What interviewers say is no evidence, and both turns of the participant have a theme.
        await driver.press("home", "E")
        assert reader(driver).told == "Below, all evidence has a theme."


async def test_a_coding_that_comes_in_shows_its_theme_at_once(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Wij hebben genoeg", "P2")
        await driver.press("M", "s", "c", *"te", "space", *"wein", "enter")
        assert "A Capaciteit" in told(driver)
        assert len(project.theme_contents.members()) == 3
