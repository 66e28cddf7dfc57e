"""Sources are found by number, title or label, described, and never change their words."""

from collections.abc import Callable
from datetime import date

import pytest

from qualkit.domain.sources import Role, SourceKind, SourceText, TextKind
from qualkit.domain.spans import Span
from qualkit.errors import AmbiguousNameError, InvalidInputError, NotFoundError
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]


def test_a_source_is_found_by_whatever_a_person_calls_it(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    for name in ("1", "P1", "p1", " 1 ", "wijkteam", "POLITIE III", notes.source.id[:8]):
        assert project.sources.find(name) == notes.source
    assert project.sources.find("P2") == chat.source


@pytest.mark.parametrize("name", ["9", "P99", "9" * 5_000, "P", "Wijkteem", "\x1b[31m"])
def test_an_unknown_source_is_told_in_one_sentence(
    project: Project, notes: SourceText, name: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        project.sources.find(name)
    assert "\x1b" not in caught.value.message
    if name == "Wijkteem":
        assert caught.value.hint == "Did you mean 'Wijkteam'?"


def test_two_sources_of_one_participant_need_a_closer_name(
    project: Project, notes: SourceText, bring_in: BringIn
) -> None:
    more = bring_in("---\nlabel: Politie III\ntitel: Vervolg\n---\nR: Meer.\n", "2.txt")
    with pytest.raises(AmbiguousNameError, match="'Wijkteam', 'Vervolg'"):
        project.sources.find("Politie III")
    assert project.sources.find("vervolg") == more.source


def test_entries_count_segments_and_codings(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    project.codings.add_new(chat.version.id, Span(0, 30), "wachten")
    first, second = project.sources.entries()
    assert (first.label, second.label) == ("Politie III", "")
    assert (first.segments, second.segments) == (len(project.segments.of(notes.source.id)), 4)
    assert (first.codings, second.codings) == (0, 1)


def test_describing_changes_what_is_given_and_never_the_text(
    project: Project, notes: SourceText
) -> None:
    project.sources.describe(
        notes.source.id,
        title=" Wijkteam  west ",
        kind=SourceKind.TRANSCRIPT,
        text_kind=TextKind.TRANSCRIPT,
        language="en",
        held_on=date(2026, 3, 12),
        note=" per telefoon ",
    )
    changed = project.sources.read(notes.source.id)
    assert changed.source.title == "Wijkteam west"
    assert changed.source.note == "per telefoon"
    assert (changed.text, changed.version) == (notes.text, notes.version)
    project.sources.describe(notes.source.id, note="")
    assert project.sources.read(notes.source.id).source.held_on == date(2026, 3, 12)
    with pytest.raises(InvalidInputError, match="needs a title"):
        project.sources.describe(notes.source.id, title=" ")


def test_a_role_can_be_corrected_and_counts_as_evidence_from_then_on(
    project: Project, notes: SourceText
) -> None:
    before = {passage.text for passage in project.suggestions.passages()}
    project.sources.set_role(notes.source.id, "i", Role.PARTICIPANT)
    after = {passage.text for passage in project.suggestions.passages()}
    assert after - before == {"Hoe ziet een gewone week eruit?", "En de kennis?"}
    with pytest.raises(NotFoundError, match="no speaker called 'X'"):
        project.sources.set_role(notes.source.id, "X", Role.HELPER)


def test_only_evidence_is_offered_for_suggestions(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    said = project.suggestions.passages([chat.source.id])
    assert [passage.text for passage in said] == [
        "Ik wacht al drie weken op een antwoord",
        "Op school 🙂 en op de gemeente",
        "niemand belt terug",
    ]
    assert [passage.span.of(chat.text) for passage in said] == [passage.text for passage in said]
    speakers = {passage.speaker_key for passage in project.suggestions.passages()}
    assert speakers == {"Politie III", chat.source.id}
