"""The team's words for how many: the usual ones until it changes them, and what they rest on."""

from collections.abc import Callable

import pytest

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project


def shares(project: Project) -> dict[str, tuple[int, int]]:
    return {each.phrase: (each.low, each.high) for each in project.quantifiers.all()}


def test_the_list_is_the_teams_from_its_first_change_and_can_be_undone(project: Project) -> None:
    usual = shares(project)
    assert usual["vrijwel alle"] == (80, 99) and project.quantifiers.is_usual()
    project.quantifiers.set("Vrijwel  alle", 90, 99, "zo spraken we het af")
    project.quantifiers.set("zowat ieder", 70, 99)
    assert shares(project)["Vrijwel alle"] == (90, 99)
    assert len(shares(project)) == len(usual) + 1
    project.quantifiers.remove("ENKELE")
    assert "enkele" not in shares(project)
    project.quantifiers.reset()
    assert shares(project) == usual
    for _step in range(4):
        project.history.undo()
    assert shares(project) == usual and project.quantifiers.is_usual()


def test_what_cannot_be_a_share_is_refused(project: Project) -> None:
    for phrase, low, high in (("", 1, 2), ("alle", 60, 40), ("alle", -1, 5), ("alle", 5, 101)):
        with pytest.raises(InvalidInputError):
            project.quantifiers.set(phrase, low, high)
    with pytest.raises(NotFoundError):
        project.quantifiers.remove("nergens")
    assert project.quantifiers.is_usual()


def test_the_story_and_each_claim_are_held_against_who_is_heard(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    for number in ("I", "II", "III"):
        text = bring_in(
            f"---\nlabel: Politie {number}\n---\nI: Ja?\n\nR: Druk, {number}.\n", f"{number}.txt"
        )
        start = text.text.index("Druk")
        if number != "II":
            project.codings.add_new(text.version.id, Span(start, start + 4), "druk")
    theme = project.themes.add("Druk").value
    project.theme_contents.put_codes(theme.id, [project.codes.find("druk").id])
    project.themes.narrate(theme.id, "Alle geïnterviewden hebben het druk.")
    project.quotes.claim(theme.id, "Twee van de drie zeggen het.")

    story, claim = project.quantifiers.basis(theme.id)

    assert story.claim is None and claim.claim and claim.claim.text.startswith("Twee")
    assert [each.is_so for each in (*story.found, *claim.found)] == [False, True]
    assert story.found[0].groups[0].silent == ("Politie II",)
    assert "de meeste" in story.found[0].others
