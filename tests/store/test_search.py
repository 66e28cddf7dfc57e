"""Full-text search: folded, exact in its offsets, and deaf to hostile queries."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualkit.domain.search import MOST_TERMS, Hit, Scope
from qualkit.domain.sources import Role, SourceText
from qualkit.errors import InvalidInputError, QualkitError
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]

TALK = """\
I: Hoe is de capaciteit?
R: De capaciteiten lopen terug 🙂🙂 en de capaciteit ook.

I: En de scholing?
R: Re\u0301gels e\u0301n reünies kosten tijd. Coördinatie ook.
Te weinig mensen; weinig te doen.
"""


@pytest.fixture
def talk(bring_in: BringIn) -> SourceText:
    return bring_in(TALK)


def words(text: SourceText, hits: tuple[Hit, ...]) -> list[str]:
    """Give the matches as they stand in the text itself."""
    return [match.of(text.text) for hit in hits for match in hit.matches]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("capaciteit", ["capaciteit", "capaciteit"]),
        ("CAPACITEIT", ["capaciteit", "capaciteit"]),
        ("capaciteit*", ["capaciteit", "capaciteiten", "capaciteit"]),
        ("reunies", ["reünies"]),
        ("reünies", ["reünies"]),
        ("regels", ["Re\u0301gels"]),
        ("régels", ["Re\u0301gels"]),
        ("re\u0301gels", ["Re\u0301gels"]),
        ("coordinatie", ["Coördinatie"]),
        ('"te weinig"', ["Te weinig"]),
        ('"weinig te"', ["weinig te"]),
        ("scholing OR reünies", ["scholing", "reünies"]),
        ("OR scholing OR OR reünies OR", ["scholing", "reünies"]),
        ("scholing reünies", []),
        ("mensen regels", ["Re\u0301gels", "mensen"]),
        ("weini", []),
        ('"lopen terug 🙂🙂 en"', ["lopen terug 🙂🙂 en"]),
    ],
)
def test_what_is_found(project: Project, talk: SourceText, query: str, found: list[str]) -> None:
    assert words(talk, project.searching.find(query)) == found


def test_a_hit_tells_where_it_stands(project: Project, talk: SourceText) -> None:
    (hit,) = project.searching.find("reünies")
    assert hit.reference == "P1:5"
    assert hit.words == hit.segment.span.of(talk.text)
    (below,) = project.searching.find("mensen")
    assert (below.line, below.segment.line) == (6, 5), "the line of the match, not of the turn"


def test_offsets_stay_exact_behind_emoji_and_accents(project: Project, bring_in: BringIn) -> None:
    text = bring_in("🙂👨‍👩‍👧 e\u0301e\u0301n 🙂 knelpunt, twéé e\u0301 knelpunten\n\n🙂 knelpunt")
    found = words(text, project.searching.find("knelpunt*"))
    assert found == ["knelpunt", "knelpunten", "knelpunt"]
    assert words(text, project.searching.find("een")) == ["e\u0301e\u0301n"]


def test_only_the_roles_that_are_asked_for(project: Project, talk: SourceText) -> None:
    everyone = project.searching.find("capaciteit")
    assert [hit.segment.role for hit in everyone] == [Role.INTERVIEWER, Role.PARTICIPANT]
    (only,) = project.searching.find("capaciteit", Scope((Role.PARTICIPANT,)))
    assert only.segment.role is Role.PARTICIPANT
    project.sources.set_role(talk.source.id, "I", Role.PARTICIPANT)
    assert len(project.searching.find("capaciteit", Scope((Role.PARTICIPANT,)))) == 2
    assert project.searching.find("capaciteit", Scope((Role.UNKNOWN,))) == ()


def test_text_that_nobody_says_has_an_unknown_role(project: Project, bring_in: BringIn) -> None:
    bring_in("Een bericht over wachttijden.")
    assert len(project.searching.find("wachttijden", Scope((Role.UNKNOWN,)))) == 1


def test_one_source_a_limit_and_an_order(project: Project, bring_in: BringIn) -> None:
    first = bring_in("Over school.\n\nNog eens school.", "1.txt")
    second = bring_in("Ook school.", "2.txt")
    everywhere = project.searching.find("school")
    assert [hit.reference for hit in everywhere] == ["P1:1", "P1:3", "P2:1"]
    assert [hit.reference for hit in project.searching.find("school", limit=2)] == ["P1:1", "P1:3"]
    for text in (first, second):
        found = project.searching.find("school", Scope(source_ids=(text.source.id,)))
        assert {hit.source.id for hit in found} == {text.source.id}


def test_search_follows_segments_that_a_person_joins_and_splits(
    project: Project, bring_in: BringIn
) -> None:
    text = bring_in("Eerst de wachttijd.\n\nDan het rooster.")
    assert project.searching.find("wachttijd rooster") == ()
    project.segments.merge(text.source.id, 1, 2)
    (hit,) = project.searching.find("wachttijd rooster")
    assert words(text, (hit,)) == ["wachttijd", "rooster"]
    project.history.undo()
    assert project.searching.find("wachttijd rooster") == ()


HOSTILE = [
    '"', "*", "NEAR(", "AND AND", "a AND", "NOT", "words:capaciteit", "^capaciteit", "-a", "a + b",
    "(capaciteit", "capaciteit)", "{words}: a", "'; DROP TABLE code; --", "NEAR(a b, 2)", '""',
    '"een', 'een"twee', "a\x00b", "\ud800", "caf\udcff", "%", "_", "\\", "🙂", "\u0301", "²", "ﬁ",
    "OR", "OR OR", "x" * 50_000, "'", "a*b", "**", "*a", "a**", "\x02", "\x03capaciteit",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_queries_give_hits_or_a_sentence(
    project: Project, talk: SourceText, query: str
) -> None:
    try:
        assert isinstance(project.searching.find(query), tuple)
    except QualkitError as error:
        assert error.message
    assert len(project.searching.find("capaciteit")) == 2, "nothing was harmed"


def test_words_of_the_query_language_are_ordinary_words(
    project: Project, bring_in: BringIn
) -> None:
    text = bring_in("Wie NEAR zegt, zegt niet AND of NOT.")
    assert words(text, project.searching.find("NEAR AND not")) == ["NEAR", "AND", "NOT"]


@pytest.mark.parametrize("query", ["", "   ", '""', "*", "OR", "...", "🙂"])
def test_nothing_to_search_for_is_said(project: Project, query: str) -> None:
    with pytest.raises(InvalidInputError, match="nothing to search for"):
        project.searching.find(query)


@pytest.mark.parametrize("between", [" ", " OR "])
def test_very_long_queries(project: Project, talk: SourceText, between: str) -> None:
    most = MOST_TERMS if between == " " else (MOST_TERMS + 1) // 2
    project.searching.find(between.join(["capaciteit"] * most))
    with pytest.raises(InvalidInputError, match=f"at most {MOST_TERMS} words"):
        project.searching.find(between.join(["capaciteit"] * (MOST_TERMS + 1)))


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40) | st.text('"*^:(){}+- ORANDNTEcapciteit', max_size=40))
def test_no_query_ever_breaks(project: Project, talk: SourceText, query: str) -> None:
    try:
        hits = project.searching.find(query)
    except QualkitError:
        return
    for hit in hits:
        inside = hit.segment.span
        assert hit.matches
        assert all(inside.start <= match.start < match.end <= inside.end for match in hit.matches)
