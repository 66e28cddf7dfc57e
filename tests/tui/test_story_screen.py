"""Writing the story of a theme: what its words rest on stands beneath, and nothing is lost."""

from pathlib import Path

from textual.widgets import TextArea

from qualkit.services.project import Project
from tests.tui.driving import Driver, running


def beneath(driver: Driver) -> str:
    return driver.says("#story-basis Static").replace("\n", " ")


def story(project: Project) -> str:
    return project.themes.view(project.themes.find("Capaciteit").id).narrative


async def test_what_a_word_for_how_many_rests_on_is_told_while_one_writes(
    folder: Path, project: Project
) -> None:
    project.quantifiers.set("de ene helft van", 45, 55)
    async with running(folder) as driver:
        await driver.press("g", "t", "w")
        assert "Eén van de twee geïnterviewden, not Politie II" in beneath(driver)
        await driver.type("Vrijwel alle mensen zien dat. Een van de twee zegt het.")
        assert beneath(driver) == (
            "‘Vrijwel alle mensen’: Eén van de twee geïnterviewden, not Politie II."
            " Your words for that: de ene helft van, de helft van, ongeveer de helft van."
            " ‘Een van de twee zegt’: Eén van de twee geïnterviewden, not Politie II."
        )
        project.quotes.claim(project.themes.find("Capaciteit").id, "Alle mensen wachten.")
        await driver.wait_until(lambda: "Claim 1: ‘Alle mensen’" in beneath(driver))
        await driver.press("escape")
        assert driver.top == "ThemesScreen"
        assert "The story is kept." in driver.told
        assert "Vrijwel alle mensen" in driver.says("#theme")
    assert story(project) == "Vrijwel alle mensen zien dat. Een van de twee zegt het."
    assert project.drafts.all() == ()


async def test_a_story_that_was_not_finished_is_gone_on_with(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    project.themes.narrate(theme.id, "Eerst.")
    async with running(folder) as driver:
        await driver.press("g", "t", "w")
        await driver.type(" Daarna.")
        await driver.wait_until(lambda: bool(project.drafts.all()))
    assert story(project) == "Eerst."
    async with running(folder) as driver:
        # Where one was is where one comes back to.
        assert driver.top == "StoryScreen"
        assert driver.app.screen.query_one(TextArea).text == "Eerst. Daarna."
        await driver.press("escape")
    assert story(project) == "Eerst. Daarna."
    assert project.drafts.all() == ()


async def test_on_a_wide_screen_the_passages_stand_beside(folder: Path) -> None:
    async with running(folder, (160, 40)) as driver:
        await driver.press("g", "t", "w")
        assert "met vier mensen" in driver.drawn
        await driver.press("tab", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "StoryScreen"
