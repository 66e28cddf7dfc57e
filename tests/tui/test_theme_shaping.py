"""Themes change shape: subthemes, merging, splitting, relations, absences, stances and names."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoFilter, MemoKind
from qualkit.domain.projects import Profile
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import Stance
from qualkit.services.project import Project
from qualkit.tui.screens import themes_list
from tests.tui.driving import running


async def test_a_topic_is_asked_about_and_may_stay(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "n")
        await driver.type("Voordelen van contact")
        await driver.press("enter")
        assert driver.top == "TopicQuestion"
        await driver.press("n", "home")
        await driver.type("Alle ")
        await driver.press("enter")
        assert driver.top == "TopicQuestion", "the other name reads as a topic too"
        await driver.press("s")
        await driver.type("zo heet het in de vraag")
        await driver.press("enter", "e", "end")
        await driver.type("en")
        await driver.press("enter", "i")
        await driver.type("Wie spreekt, wacht korter.")
        await driver.press("enter")
        assert driver.top == "ThemesScreen"
    theme = project.themes.find("Alle Voordelen van contacten")
    assert theme.central_idea == "Wie spreekt, wacht korter."
    assert theme.kept_name == "Alle Voordelen van contact"
    (memo,) = project.memos.entries(MemoFilter(kind=MemoKind.DECISION))
    assert memo.memo.body == "zo heet het in de vraag"


async def test_nothing_is_asked_in_a_codebook_study(folder: Path, project: Project) -> None:
    project.describe(profile=Profile.CODEBOOK)
    async with running(folder) as driver:
        await driver.press("g", "t", "n")
        await driver.type("Voordelen van contact")
        await driver.press("enter")
        assert driver.top == "ThemesScreen"


async def test_a_theme_goes_under_another_and_is_shown_there(
    folder: Path, project: Project
) -> None:
    upper = project.themes.add("Wie wacht, telt niet").value
    async with running(folder) as driver:
        await driver.press("g", "t", "v")
        await driver.type("wie wacht")
        await driver.press("enter", "enter")
        assert project.themes.find("Capaciteit").parent_id == upper.id
        assert "    Capaciteit" in driver.drawn.replace(">", " ")
        assert "Part of" in driver.says("#theme")
        await driver.press("u")
    assert project.themes.find("Capaciteit").parent_id is None


async def test_two_themes_become_one_and_one_becomes_two(folder: Path, project: Project) -> None:
    project.themes.add("Wie wacht, telt niet")
    async with running(folder) as driver:
        await driver.press("g", "t", "M", "enter")
        assert "1 code, 2 passages" in driver.says(".hint")
        await driver.type("zelfde idee")
        await driver.press("enter")
        (theme,) = project.themes.all()
        assert (theme.name, len(project.theme_contents.passages(theme.id))) == (
            "Wie wacht, telt niet",
            2,
        )
        await driver.press("S", "down", "enter")
        await driver.type("wie wacht, telt niet")
        await driver.press("enter")
        assert "already" in driver.says(".complaint")
        await driver.type(" mee")
        await driver.press("enter", "enter", "enter")
    names = [theme.name for theme in project.themes.all()]
    assert names == ["Wie wacht, telt niet", "wie wacht, telt niet mee"]
    sizes = [len(project.theme_contents.passages(each.id)) for each in project.themes.all()]
    assert sizes == [1, 1]


async def test_two_themes_are_compared_and_told_apart(folder: Path, project: Project) -> None:
    other = project.themes.add("Wie wacht, telt niet").value
    project.theme_contents.put_codes(other.id, [project.codes.find("blijft liggen").id])
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await driver.press("g", "t", "equals_sign", "enter")
        assert driver.top == "ThemeComparisonScreen"
        assert "Dan blijft het liggen." in driver.drawn
        assert "Not written yet" in driver.says("#two-themes")
        await driver.press("t", "enter")
        await driver.type("het gaat om mensen, niet om tijd")
        await driver.press("enter")
        ((related),) = project.theme_relations.of(theme.id)
        assert (related.other, related.relation.kind) == (other, RelationKind.DIFFERS)
        assert "niet om tijd" in driver.says("#two-themes")
        await driver.press("escape")
        assert "Differs from 'Wie wacht, telt niet'" in driver.says("#theme")
        await driver.press("equals_sign", "enter", "x", "enter")
    assert project.theme_relations.of(theme.id) == ()


async def test_what_did_not_come_up_is_noted_with_what_was_searched(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await driver.press("g", "s", *"geld", "enter", "escape", "g", "t", "o")
        await driver.type("Niemand noemt geld.")
        await driver.press("enter", "enter")
        (absence,) = project.absences.of_theme(theme.id)
        assert absence.searched == "searched for 'geld' in all 2 sources"
        assert "Niemand noemt geld." in driver.says("#theme")
        await driver.press("o", "down", "enter", *["backspace"] * len("Niemand noemt geld."))
        await driver.press("enter")
    assert project.absences.of_theme(theme.id) == ()


async def test_a_passage_against_the_theme_is_marked_and_printed_as_such(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await driver.press("g", "t", "enter", "s")
        assert "[nuance]" in driver.drawn
        await driver.press("s")
        assert "[contrary]" in driver.drawn
        await driver.press("p", "enter", "j", "s", "s", "s", "escape")
        assert "Contrary or nuanced" in driver.says("#theme")
    (chosen,) = project.quotes.of_theme(theme.id)
    assert chosen.quote.stance is Stance.CONTRARY
    project.theme_contents.set_stance(theme.id, chosen.quote.coding_id, Stance.NUANCE)
    assert project.quotes.of_theme(theme.id)[0].quote.stance is Stance.NUANCE, "a quote follows"
    stances = [member.stance for member in project.theme_contents.members([theme.id])]
    assert stances == [Stance.NUANCE, Stance.SUPPORTS]


async def test_a_theme_is_removed_and_comes_back(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "t", "X", "escape")
        assert len(project.themes.all()) == 1
        await driver.press("X", "enter")
        assert project.themes.all() == ()
        await driver.press("u")
    assert len(project.themes.all()) == 1


async def test_a_theme_of_many_passages_is_shown_without_reading_them(
    folder: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = project.themes.find("Capaciteit")
    coding_id = project.theme_contents.members([theme.id])[0].coding_id
    project.theme_contents.set_stance(theme.id, coding_id, Stance.CONTRARY)
    monkeypatch.setattr(themes_list, "MANY", 1)
    async with running(folder) as driver:
        await driver.press("g", "t")
        text = driver.says("#theme")
        assert "g p tells who is heard" in text
        assert "We zijn op papier" in text, "what speaks against it is shown"
        assert "Dan blijft" not in text
