"""Identifiers are proposed, decided on by a person, remembered and printed as decided."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualkit.domain.identifiers import Ground, Proposal, ScanScope
from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.identifier_scan import Looking
from qualkit.services.project import Project

EVERYTHING = Looking(ScanScope.ALL)

INTERVIEW = """\
---
label: Politie III
---
I: Met wie werk je samen?

R: Met Ilvy Berends uit Lommerveen. Ilvy belt mij op 06-12345678.
Op 3 maart kwam er een jongen van 17, die kende Ilvy al.

I: En de teamchef?

R: Die weet van niets. Ilvy
Berends wel.
"""


@pytest.fixture
def interview(bring_in: Callable[..., SourceText]) -> SourceText:
    return bring_in(INTERVIEW, "gesprek.txt")


def place_of(text: SourceText, words: str) -> Span:
    start = text.text.index(words)
    return Span(start, start + len(words))


def quote(project: Project, text: SourceText, words: str, printed: str | None = None) -> str:
    """Choose words as a quote of the one theme; gives what is printed."""
    theme = next(iter(project.themes.all()), None) or project.themes.add("Samen").value
    codes = [entry.code.id for entry in project.codes.entries()]
    code_id = codes[0] if codes else project.codes.add("samenwerking").value.id
    coding = project.codings.add(text.version.id, place_of(text, words), [code_id]).value[0]
    project.quotes.choose(theme.id, coding.id, printed=printed)
    return project.quotes.of_theme(theme.id)[-1].words


def words_of(proposals: tuple[Proposal, ...]) -> list[tuple[Kind, str]]:
    return [(each.kind, each.words) for each in proposals]


def test_a_scan_proposes_with_place_context_and_what_could_stand_there(
    project: Project, interview: SourceText
) -> None:
    found = project.identifiers.scan(EVERYTHING)
    assert words_of(found.proposals) == [
        (Kind.NAME, "Ilvy Berends"),
        (Kind.PLACE, "Lommerveen"),
        (Kind.NAME, "Ilvy"),
        (Kind.PHONE, "06-12345678"),
        (Kind.DATE, "3 maart"),
        (Kind.AGE, "17"),
        (Kind.NAME, "Ilvy"),
        (Kind.ROLE, "teamchef"),
        (Kind.NAME, "Ilvy Berends"),
    ]
    first = found.proposals[0]
    assert (first.reference, first.label, first.printed) == ("P1:3", "Politie III", "[naam]")
    assert (first.before, first.after[:5], first.places) == ("Met ", " uit ", 2)
    assert first.span == place_of(interview, "Ilvy Berends")
    assert found.pipeline and found.pipeline.tier == "shipped"


def test_without_names_only_rules_and_capitals_look(
    project: Project, interview: SourceText
) -> None:
    found = project.identifiers.scan(Looking(ScanScope.ALL, names=False))
    assert found.pipeline is None
    assert (Kind.PHONE, "06-12345678") in words_of(found.proposals)
    assert found.proposals[0].ground is Ground.CAPITAL


def test_by_default_only_what_is_to_be_printed_is_looked_at(
    project: Project, interview: SourceText
) -> None:
    assert project.identifiers.scan().proposals == ()
    quote(project, interview, "Op 3 maart kwam er een jongen van 17")
    assert words_of(project.identifiers.scan().proposals) == [
        (Kind.DATE, "3 maart"),
        (Kind.AGE, "17"),
    ]
    beside = project.identifiers.scan(Looking(ScanScope.IN_CONTEXT)).proposals
    assert (Kind.ROLE, "teamchef") in words_of(beside)
    (theme,) = project.themes.all()
    project.theme_contents.put_codes(theme.id, [project.codes.find("samenwerking").id])
    of_theme = project.identifiers.scan(Looking(ScanScope.THEME, (theme.id,))).proposals
    assert words_of(of_theme) == [(Kind.DATE, "3 maart"), (Kind.AGE, "17")]


def test_what_an_edited_quote_leaves_out_is_not_proposed(
    project: Project, interview: SourceText
) -> None:
    passage = "Op 3 maart kwam er een jongen van 17, die kende Ilvy al."
    quote(
        project, interview, passage, "[...] kwam er een jongen van [leeftijd], die kende Ilvy al."
    )
    assert words_of(project.identifiers.scan().proposals) == [(Kind.NAME, "Ilvy")]


def test_what_is_decided_is_not_proposed_again_and_offered_alike_elsewhere(
    project: Project, interview: SourceText, bring_in: Callable[..., SourceText]
) -> None:
    replacements, version = project.replacements, interview.version.id
    replacements.decide_everywhere("Ilvy Berends", Kind.NAME, "collega")
    replacements.decide_here(version, place_of(interview, "Lommerveen"), Kind.PLACE, "[plaats]")
    replacements.decide_here(version, place_of(interview, "17"), Kind.AGE)
    replacements.decide_everywhere("teamchef", Kind.ROLE)
    bring_in("R: lommerveen is klein, zei Ilvy Berends. Ilvy zelf niet.", "tweede.txt")
    found = project.identifiers.scan(EVERYTHING).proposals
    assert words_of(found) == [
        (Kind.NAME, "Ilvy"),
        (Kind.PHONE, "06-12345678"),
        (Kind.DATE, "3 maart"),
        (Kind.NAME, "Ilvy"),
        (Kind.PLACE, "lommerveen"),
        (Kind.NAME, "Ilvy"),
    ]
    assert (found[4].ground, found[4].printed) == (Ground.DECIDED_ELSEWHERE, "[plaats]")


def test_proposals_at_hand_follow_decisions_without_looking_again(
    project: Project, interview: SourceText
) -> None:
    found = project.identifiers.scan(EVERYTHING).proposals
    short = next(each for each in found if each.words == "Ilvy")
    project.replacements.decide_here(short.version_id, short.span, Kind.NAME, "collega")
    left = project.identifiers.still_open(found)
    assert len(left) == len(found) - 1
    assert [each.printed for each in left if each.words == "Ilvy"] == ["[collega]"]
    project.replacements.decide_everywhere("Ilvy", Kind.NAME, "collega")
    assert "Ilvy" not in [each.words for each in project.identifiers.still_open(found)]
    project.history.undo()
    project.history.undo()
    assert project.identifiers.still_open(found) == found


def test_everything_printed_of_a_quote_follows_decisions(
    project: Project, interview: SourceText
) -> None:
    words = "Ilvy belt mij op 06-12345678."
    assert quote(project, interview, words) == words
    edited = "[...] die kende Ilvy al."
    quote(project, interview, "een jongen van 17, die kende Ilvy al.", edited)
    at = place_of(interview, "Ilvy al")
    project.replacements.decide_everywhere("06-12345678", Kind.PHONE, "telefoonnummer")
    project.replacements.decide_here(
        interview.version.id, Span(at.start, at.start + 4), Kind.NAME, "collega"
    )
    (theme,) = project.themes.all()
    assert [each.words for each in project.quotes.of_theme(theme.id)] == [
        "Ilvy belt mij op [telefoonnummer].",
        "[...] die kende [collega] al.",
    ]
    project.history.undo()
    assert project.quotes.of_theme(theme.id)[1].words == edited


def test_a_later_decision_takes_in_those_that_it_overlaps(
    project: Project, interview: SourceText
) -> None:
    replacements, version = project.replacements, interview.version.id
    whole = place_of(interview, "Ilvy Berends")
    replacements.decide_here(version, whole, Kind.NAME, "naam")
    before = replacements.all()
    part = Span(whole.start + 5, whole.end)
    later = replacements.decide_here(version, part, Kind.NAME, "collega").value
    assert (later.words, later.span) == ("Ilvy Berends", whole), "nothing of it shows"
    assert replacements.all() == (later,)
    assert replacements.layer().over_text(interview.text, version, part) == "[collega]"
    replacements.decide_here(version, part, Kind.NAME)
    shown = replacements.layer().over_text(interview.text, version, whole)
    assert shown == "[collega]", "what is left inside of what is replaced does not show it"
    project.history.undo()
    project.history.undo()
    assert replacements.all() == before


def test_a_decision_is_taken_anew_and_back(project: Project, interview: SourceText) -> None:
    replacements, at = project.replacements, place_of(interview, "lvy Beren")
    first = replacements.decide_here(interview.version.id, at, Kind.NAME, "naam").value
    assert (first.words, first.span) == ("Ilvy Berends", place_of(interview, "Ilvy Berends"))
    again = replacements.decide_here(interview.version.id, at, Kind.NAME, "collega").value
    assert (again.id, again.printed) == (first.id, "[collega]")
    whole = replacements.decide_everywhere("Ilvy  Berends", Kind.NAME, "naam").value
    replacements.decide_everywhere("Ilvy Berends", Kind.NAME)
    assert [(each.replacement.printed, each.reference) for each in replacements.entries()] == [
        (None, ""),
        ("[collega]", "P1:3"),
    ]
    replacements.take_back(whole.id)
    assert [each.id for each in replacements.all()] == [first.id]
    with pytest.raises(NotFoundError):
        replacements.take_back(whole.id)
    with pytest.raises(InvalidInputError, match="brackets"):
        replacements.decide_everywhere("[naam]", Kind.NAME, "x")


def test_no_history_tells_the_words_that_were_decided_on(
    project: Project, interview: SourceText, tmp_path: Path
) -> None:
    replacements = project.replacements
    replacements.decide_everywhere("Ilvy Berends", Kind.NAME, "collega")
    here = replacements.decide_here(
        interview.version.id, place_of(interview, "Lommerveen"), Kind.PLACE, "plaats"
    ).value
    replacements.take_back(here.id)
    project.identifiers.watch(Kind.EVENT, ["het zomerfeest"])
    project.identifiers.unwatch(["het zomerfeest"])
    project.history.undo()
    for format in ("md", "html", "csv", "jsonl"):
        target = tmp_path / f"history.{format}"
        try:
            project.exports.history(target, format)
        except InvalidInputError:
            continue
        told = target.read_text("utf-8")
        assert "everywhere (name)" in told
        for words in ("Ilvy", "Lommerveen", "zomerfeest"):
            assert words not in told
    summaries = [entry.operation.summary for entry in project.history.entries()]
    assert not any("Ilvy" in each or "zomer" in each for each in summaries)


def test_watched_words_are_always_proposed(project: Project, interview: SourceText) -> None:
    identifiers = project.identifiers
    identifiers.watch(Kind.EVENT, ["kende", "Weet  van niets"])
    found = {each.words: each for each in identifiers.scan(EVERYTHING).proposals}
    assert found["kende"].kind is Kind.EVENT
    assert found["weet van niets"].ground is Ground.WATCHED
    identifiers.watch(Kind.OTHER, ["kende"])
    assert [(each.kind, each.words) for each in identifiers.watched()] == [
        (Kind.EVENT, "Weet van niets"),
        (Kind.OTHER, "kende"),
    ]
    assert [each.words for each in identifiers.unwatch(["kende", "nooit"]).value] == ["kende"]
    with pytest.raises(InvalidInputError):
        identifiers.watch(Kind.OTHER, ["  "])


def test_words_in_no_source_are_looked_at_by_rules(project: Project) -> None:
    identifiers = project.identifiers
    found = identifiers.in_words("Toen belde Ilvy uit Zutphen, op 3 maart.")
    assert words_of(found) == [
        (Kind.NAME, "Ilvy"),
        (Kind.PLACE, "Zutphen"),
        (Kind.DATE, "3 maart"),
    ]
    assert [each.printed for each in found] == ["[naam]", "[plaats]", "[datum]"]
    project.replacements.decide_everywhere("Ilvy", Kind.NAME)
    project.replacements.decide_everywhere("Zutphen", Kind.PLACE, "stad")
    assert [each.words for each in identifiers.in_words("Ilvy uit Zutphen, 3 maart")] == ["3 maart"]
    assert identifiers.in_words(" ") == ()
    assert identifiers.kind_of("3 maart") is Kind.DATE
    assert identifiers.kind_of("Lommerveen", "[plaats]") is Kind.PLACE


def test_he_and_she_are_proposed_only_where_few_take_part(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    bring_in("---\nlabel: Politie I\n---\nR: Dat weet zij wel.", "een.txt")
    bring_in("R: Dat weet hij wel.", "los.txt")
    assert project.identifiers.scan(EVERYTHING).proposals == ()
    found = project.identifiers.scan(Looking(ScanScope.ALL, pronouns=True)).proposals
    assert [(each.reference, each.words) for each in found] == [("P1:1", "zij")]


def test_a_long_scan_tells_how_far_it_is_and_can_be_stopped(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    for number in range(30):
        bring_in(f"R: Ilvy{number} belt uit Lommerveen{number}.", f"{number}.txt")
    told: list[tuple[int, int]] = []
    found = project.identifiers.scan(
        Looking(ScanScope.ALL, names=False), lambda done, of: told.append((done, of))
    )
    assert len(found.proposals) == 30
    assert told == [(0, 30), (25, 30), (30, 30)]

    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        project.identifiers.scan(Looking(ScanScope.ALL), stop)
