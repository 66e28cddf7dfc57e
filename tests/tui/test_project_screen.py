"""The project and its method: a profile that is offered once, and a statement with its gaps."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoFilter, MemoKind
from qualkit.domain.operations import Origin
from qualkit.domain.projects import Profile
from qualkit.services.matrices import head_of
from qualkit.services.project import Project, new_info
from tests.tui.driving import SETTINGS, running


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A project in which nothing was done."""
    folder = tmp_path / "nieuw"
    Project.create(folder, new_info("Nieuw"), SETTINGS, Origin.CLI).close()
    return folder


def profile_of(folder: Path) -> Profile:
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        return project.info.profile


async def test_a_new_project_asks_for_its_profile(new: Path) -> None:
    async with running(new) as driver:
        assert driver.top == "ProfileChooser"
        assert "Framework analysis" in driver.drawn
        await driver.press("j", "j", "enter")
        await driver.settle()
        assert driver.top == "HomeScreen"
        assert "The profile is now: framework." in driver.told
    assert profile_of(new) is Profile.FRAMEWORK
    async with running(new) as driver:
        assert driver.top == "HomeScreen"


async def test_esc_keeps_it_reflexive_and_it_is_not_asked_again(new: Path) -> None:
    async with running(new) as driver:
        await driver.press("escape")
        await driver.settle()
    assert profile_of(new) is Profile.REFLEXIVE
    async with running(new) as driver:
        assert driver.top == "HomeScreen"


async def test_the_method_statement_is_written_where_its_gaps_are(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "i")
        assert driver.drawn.count("[…]") == 4
        await driver.press("j", "j", "j", "enter")
        await driver.type("Reflexief")
        await driver.press("escape")
        assert project.info.approach == "Reflexief"
        assert driver.drawn.count("[…]") == 3
        assert "Reflexief" in driver.says("#part")
        await driver.press("u")
        assert driver.drawn.count("[…]") == 4
    assert project.info.approach == ""


async def test_the_method_paragraph_is_read_and_written_in_own_words(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "i", "end")
        assert "[selectie: nog niet beschreven]" in " ".join(driver.says("#part").split())
        assert "gaps are still open." in driver.says("#part")
        await driver.press("enter", "f7", "delete")
        await driver.type("Zo ging het.")
        await driver.press("escape")
        assert project.info.method_text == "Zo ging het."
        await driver.press("k", "enter")
        await driver.type("De onderzoeker.")
        await driver.press("escape", "j")
        assert "De onderzoeker." in driver.says("#part").partition("Since you wrote it")[2]


async def test_another_profile_comes_with_a_memo(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "i", "j", "j", "enter", "j", "enter")
        await driver.type("Samen coderen")
        await driver.press("enter")
        assert "Codebook thematic analysis" in driver.told
        assert "Codebook thematic analysis" in driver.says("#part")
    assert project.info.profile is Profile.CODEBOOK
    [entry] = project.memos.entries(MemoFilter(kind=MemoKind.METHOD))
    assert entry.memo.body == "Samen coderen"


async def test_a_framework_study_is_offered_its_matrix_first(
    folder: Path, project: Project
) -> None:
    project.method.change_profile(Profile.FRAMEWORK)
    theme = head_of(project.themes.find("Capaciteit"))
    project.matrices.make("Per team", [theme])
    async with running(folder) as driver:
        await driver.press("g", "e")
        assert "> Framework matrix" in driver.drawn
        await driver.press("enter", "enter")
        await driver.settle()
    assert (folder / "exports" / "matrix.xlsx").stat().st_size


async def test_an_empty_screen_says_what_a_theme_is_in_this_profile(new: Path) -> None:
    async with running(new) as driver:
        await driver.press("escape", "g", "t")
        assert "central idea" in driver.drawn
        await driver.press("escape", "g", "i", "j", "j", "enter", "j", "enter", "enter")
        await driver.press("escape", "g", "t")
        assert "topic" in driver.drawn
