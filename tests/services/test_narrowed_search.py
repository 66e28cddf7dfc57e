"""Searching part of a study, and passages where codes stand together."""

from collections.abc import Callable

import pytest

from qualkit.domain.kwic import KwicSort
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.domain.sources import Role, SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]

FIRST = """\
---
label: Politie I
---
I: Hoe is het rooster?

R: Het rooster is krap en blijft liggen.

I: En daarna?

R: Dan komt een nieuw rooster.
"""
SECOND = """\
---
label: Politie II
speakers: R = participant
---
R: Ook hier een rooster.
"""


@pytest.fixture
def texts(project: Project, bring_in: BringIn) -> tuple[SourceText, SourceText]:
    first, second = bring_in(FIRST, "1.txt"), bring_in(SECOND, "2.txt")
    code(project, first, "Het rooster is krap", "planning > rooster")
    code(project, first, "krap en blijft liggen", "wachten")
    code(project, first, "nieuw rooster", "wachten")
    return first, second


def code(project: Project, text: SourceText, words: str, path: str) -> None:
    start = text.text.index(words)
    project.codings.add(text.version.id, Span(start, start + len(words)), [], new=[path])


def places(project: Project, scope: Scope) -> list[str]:
    return [hit.reference for hit in project.searching.find("rooster", scope)]


def test_every_narrowing(project: Project, texts: tuple[SourceText, SourceText]) -> None:
    first, second = texts
    everywhere = places(project, Scope())
    assert len(everywhere) == 4
    participants = places(project, Scope(roles=(Role.PARTICIPANT,)))
    assert participants == everywhere[1:]
    assert places(project, Scope(source_ids=(second.source.id,))) == everywhere[3:]
    case = project.cases.entries()[0][0]
    assert places(project, Scope(case_ids=(case.id,))) == everywhere[:3]
    wachten = project.codes.find("wachten").id
    assert places(project, Scope(code_ids=(wachten,))) == everywhere[1:3]
    planning = project.codes.find("planning").id
    assert places(project, Scope(code_ids=(planning,))) == everywhere[1:2], "and codes below"
    assert places(project, Scope(uncoded=True)) == [everywhere[0], everywhere[3]]
    together = Scope(roles=(Role.PARTICIPANT,), source_ids=(first.source.id,), code_ids=(planning,))
    assert places(project, together) == everywhere[1:2]
    with pytest.raises(InvalidInputError):
        places(project, Scope(code_ids=(wachten,), uncoded=True))


def test_keywords_in_context_are_narrowed_as_well(
    project: Project, texts: tuple[SourceText, SourceText]
) -> None:
    found = project.searching.in_context("rooster", Scope((Role.PARTICIPANT,)), KwicSort.LEFT)
    assert [line.left.split()[-1] for line in found.lines] == ["een", "Het", "nieuw"]
    assert found.is_all
    assert not project.searching.in_context("rooster", limit=2).is_all


def matches(
    project: Project, query: str, scope: Scope = EVERYWHERE, below: bool = True
) -> list[str]:
    return [match.words for match in project.code_search.find(query, scope, below).matches]


def test_codes_that_stand_together(project: Project, texts: tuple[SourceText, SourceText]) -> None:
    assert matches(project, "planning AND wachten") == ["krap"]
    assert matches(project, "planning AND wachten", below=False) == []
    assert matches(project, "wachten NOT rooster") == ["nieuw rooster"]
    assert matches(project, "rooster OR wachten") == [
        "Het rooster is krap en blijft liggen", "nieuw rooster"
    ]  # fmt: skip
    assert matches(project, "wachten", Scope(roles=(Role.INTERVIEWER,))) == []
    with pytest.raises(NotFoundError):
        matches(project, "planning AND wagten")


def test_near_says_what_it_is_near_to(
    project: Project, texts: tuple[SourceText, SourceText]
) -> None:
    code(project, texts[0], "Hoe is het rooster", "vraag")
    (match,) = project.code_search.find("vraag NEAR/1 rooster").matches
    assert match.near is not None
    assert match.near.words == "Het rooster is krap"
    assert matches(project, "vraag NEAR/0 rooster") == []
    assert matches(project, "wachten NEAR/2 vraag") == ["krap en blijft liggen"]


def test_a_limit_is_told(project: Project, texts: tuple[SourceText, SourceText]) -> None:
    found = project.code_search.find("wachten", limit=1)
    assert (len(found.matches), found.is_all) == (1, False)
    assert project.code_search.find("wachten", limit=2).is_all
