"""The labels screen and the mosaic check, driven by keys; the database tells what was done."""

from pathlib import Path

import pytest

from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.operations import Origin
from qualkit.domain.quotability import Attribution
from qualkit.services.project import Project
from tests.tui.driving import SETTINGS, Driver, running


@pytest.fixture
def printed(folder: Path) -> Path:
    """The project with a quote of each of two participants, and two of the first."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        theme = project.themes.find("Capaciteit")
        chosen = {each.reference: each.coding.id for each in project.codings.select()}
        for place in ("P1:3", "P1:7", "P2:3"):
            project.theme_contents.put_passage(theme.id, chosen[place])
            project.quotes.choose(theme.id, chosen[place])
    return folder


async def go_to_export(driver: Driver) -> None:
    """Ask for the themes as Markdown, up to where something is to be looked at."""
    await driver.press("g", "e", "slash", *"web", "enter", "enter")
    await driver.press("enter", "enter")
    await driver.wait_until(lambda: driver.top == "MosaicScreen")


async def test_an_export_goes_on_when_every_label_was_looked_at(
    printed: Path, project: Project
) -> None:
    async with running(printed) as driver:
        await go_to_export(driver)
        told = driver.says("#mosaic-told")
        assert told.startswith("Under Politie I: 2 quotes. The group has 2 participants.")
        await driver.press("s", "a")
        await driver.press("enter")
        assert "needs a reason" in driver.says(".complaint")
        await driver.type("Hij las het zelf")
        await driver.press("enter")
        await driver.wait_until(lambda: driver.top == "Notice")
    looks = {each.label: each.look for each in project.mosaic.labels() if each.look}
    assert looks["Politie I"].verdict is MosaicVerdict.SEEN
    assert looks["Politie II"].verdict is MosaicVerdict.LEFT
    assert looks["Politie II"].why == "Hij las het zelf"
    assert (printed / "exports" / "themes.html").exists()


async def test_leaving_the_check_exports_nothing_and_a_reason_does(
    printed: Path, project: Project
) -> None:
    async with running(printed) as driver:
        await go_to_export(driver)
        await driver.press("escape")
        await driver.settle()
        assert "Nothing was exported" in driver.told
        assert not (printed / "exports" / "themes.html").exists()
        await driver.press("enter", "enter", "enter")
        await driver.wait_until(lambda: driver.top == "MosaicScreen")
        await driver.press("w")
        await driver.type("Voor mijzelf")
        await driver.press("enter")
        await driver.wait_until(lambda: driver.top == "Notice")
    step = project.history.entries()[-1].operation
    assert (step.kind, step.why) == ("mosaic.not_looked", "Voor mijzelf")


async def test_a_quote_loses_its_label_and_gets_it_back(printed: Path, project: Project) -> None:
    async with running(printed) as driver:
        await driver.press("g", "l", "j", "enter")
        assert driver.top == "MosaicScreen"
        await driver.press("j", "o", "enter")
        await driver.settle()
        (bare,) = project.mosaic.of("").pieces
        assert project.quotes.get(bare.id).attribution is Attribution.NONE
        assert "Under Politie I: 1 quote." in driver.says("#mosaic-told")
        await driver.press("p")
        assert "1 quote without a label." in driver.says("#mosaic-told")
        await driver.press("o", "enter")
        await driver.settle()
        assert project.quotes.get(bare.id).attribution is None
        assert len(project.mosaic.of("Politie I").pieces) == 2
        await driver.press("e")
        assert driver.top == "QuoteEditorScreen"


async def test_labels_are_changed_in_one_place(printed: Path, project: Project) -> None:
    async with running(printed) as driver:
        await driver.press("g", "l", "p", "ctrl+u")
        await driver.type("Eenheid {1}")
        await driver.press("enter")
        assert [each.label for each in project.mosaic.labels()] == ["Eenheid 1", "Eenheid 2"]
        await driver.press("w")
        await driver.type("wijkagenten")
        await driver.press("enter", "j", "s")
        await driver.type("9")
        await driver.press("enter")
        assert "Eenheid 9" in driver.drawn
        await driver.press("n", "down", "enter")
        await driver.settle()
        await driver.press("home", "d", "down", "down", "enter")
        await driver.settle()
    (group,) = project.labels.groups()
    assert (group.group.role, group.group.attribution) == ("wijkagenten", Attribution.GROUP)
    assert [each.label for each in group.members] == ["Eenheid 1", "Eenheid 2"]
    assert [each.label for each in project.mosaic.labels()] == ["Eenheid"]


async def test_exports_are_wiped_only_when_that_is_said_twice(folder: Path) -> None:
    kept = folder / "exports" / "brief.txt"
    kept.write_text("hallo", "utf-8")
    async with running(folder) as driver:
        await driver.press("g", "e", "X", "enter", "enter")
        await driver.settle()
        assert kept.exists()
        await driver.press("X", "enter", "down", "enter")
        await driver.settle()
        assert "Removed: 1 file." in driver.told
    assert not kept.exists()
    assert (folder / "project.db").exists()
