"""Vignettes, driven by keys: written beside their passages, with less where it is too exact."""

from pathlib import Path

import pytest

from qualkit.domain.vignettes import MadeOf
from qualkit.services.project import Project
from qualkit.tui.screens.vignette_form import VignetteScreen
from qualkit.tui.widgets.row_list import RowList
from tests.tui.driving import Driver, running


def hints(driver: Driver) -> str:
    rows = driver.app.screen.query_one("#vignette-hints", RowList)
    return "\n".join(hint.told for hint in rows.items)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_vignette_is_written_beside_its_passages(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size=size) as driver:
        await driver.press("g", "v", "n", "enter")
        await driver.type("Stil")
        await driver.press("enter")
        await driver.type("Op 3 maart bleef het liggen.")
        assert "with less: “In het voorjaar”" in hints(driver)
        await driver.press("tab", "a")
        await driver.type("papier")
        await driver.press("tab", "enter", "o")
        assert "1 passage of 1 case; it says: composite." in driver.says("#vignette-rests")
        await driver.press("o", "enter")
        assert hints(driver) == ""
        await driver.press("escape")

        assert driver.top == "VignettesScreen"
        (theme,) = project.themes.all()
        (view,) = project.vignettes.of_theme(theme.id)
        assert view.vignette.title == "Stil"
        assert view.words == "In het voorjaar bleef het liggen."
        assert view.vignette.made_of is MadeOf.SINGLE
        assert [each.reference for each in view.passages] == ["P1:3"]
        assert "Vignet over één gesprek" in driver.drawn
        assert "It rests on, and does not print:" in driver.says("#vignette-text")
        await driver.press("x", "u", "e", "tab", "tab", "x", "escape")
        assert project.vignettes.of_theme(theme.id)[0].passages == ()


async def test_what_is_nearly_the_passage_is_told_and_not_refused(
    folder: Path, project: Project
) -> None:
    (theme,) = project.themes.all()
    coding = next(each for each in project.codings.select() if each.reference == "P1:3")
    async with running(folder) as driver:
        await driver.app.push_screen(VignetteScreen(theme.id, "", (coding.coding.id,)))
        await driver.press("enter")
        await driver.type("We zijn op papier met vier, zegt zij.")
        assert "Nearly the passage itself: “We zijn op papier met vier”" in hints(driver)
        await driver.press("tab", "enter")
        await driver.type("Er zijn er vier")
        assert hints(driver) == ""
        await driver.press("escape")
    (view,) = project.vignettes.of_theme(theme.id)
    assert (view.title, view.words) == ("Er zijn er vier, zegt zij.", "Er zijn er vier, zegt zij.")


async def test_a_story_that_was_being_written_is_still_there(
    folder: Path, project: Project
) -> None:
    (theme,) = project.themes.all()
    made = project.vignettes.add(theme.id, "Stil", "Het ligt stil.", MadeOf.SINGLE).value
    async with running(folder) as driver:
        await driver.press("g", "v", "e")
        await driver.type(" Al weken.")
    assert project.vignettes.get(made.id).words == "Het ligt stil."
    async with running(folder) as driver:
        await driver.wait_until(lambda: driver.top == "VignetteScreen")
        assert "This was not finished last time" in driver.told
        project.vignettes.drop(made.id)
        await driver.press("escape")
        assert "Esc again leaves it unfinished." in driver.told
        project.history.undo()
        await driver.type(" En nu?")
        await driver.press("escape")
    assert project.vignettes.get(made.id).words == "Het ligt stil. Al weken. En nu?"
