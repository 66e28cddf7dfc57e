"""Suggestions that were rejected stay away; her own codes are offered with evidence."""

from collections.abc import Callable

import pyarrow as pa
import pytest

from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.batch_local import LocalEngine
from qualkit.services.batch_run import Batch
from qualkit.services.project import Project


def suggested(project: Project, *names: str, top: int = 5) -> Batch:
    sources = project.batches.select(BatchSelection(sources=names)).sources
    return project.batches.suggest(sources, top, LocalEngine(1), hides=False)


def phrases(project: Project, *names: str, top: int = 5) -> list[str]:
    return [item.phrase for item in suggested(project, *names, top=top).rows.ranked]


def span_of(text: SourceText, words: str) -> Span:
    start = text.text.index(words)
    return Span(start, start + len(words))


def test_a_rejected_phrase_stays_away_and_the_list_stays_full(
    project: Project, notes: SourceText
) -> None:
    before = phrases(project, top=3)
    rejected = project.suggestions.reject(before[0], why="zegt niets")
    assert rejected.touched == {"suggestions"}
    after = phrases(project, top=3)
    assert before[0] not in after
    assert len(after) == len(before)
    last = project.history.entries()[-1].operation
    assert last.summary == f"Rejected the suggestion '{before[0]}' everywhere"
    assert last.why == "zegt niets"
    project.history.undo()
    assert phrases(project, top=3) == before


def test_a_phrase_is_rejected_in_one_source_and_kept_in_another(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    first = bring_in("R: De wachtlijst groeit.\n\nR: Een wachtlijst helpt niemand.\n", "een.txt")
    second = bring_in("R: Die wachtlijst is te lang.\n", "twee.txt")
    assert "wachtlijst" in phrases(project)
    project.suggestions.reject("Wachtlijst", first.source.id)
    assert "wachtlijst" not in phrases(project, first.source.id)
    assert "wachtlijst" in phrases(project, second.source.id)
    places = pa.Table.from_batches(suggested(project).rows.batches).to_pylist()
    assert {place["source"] for place in places if place["phrase"] == "wachtlijst"} == {"P2"}


def test_another_form_of_a_rejected_phrase_stays_away_too(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    bring_in("R: De wachtlijst groeit, en elke wachtlijst kost tijd.\n")
    project.suggestions.reject("wachtlijsten")
    assert "wachtlijst" not in phrases(project)


def test_a_noun_that_could_be_a_verb_stays_away_in_all_its_forms(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    bring_in("R: De roosters kloppen niet, en oude roosters ook niet.\n")
    assert "roosters" in phrases(project)
    project.suggestions.reject("rooster")
    assert "roosters" not in phrases(project)


def test_rejecting_twice_is_one_rejection_that_can_be_restored(
    project: Project, notes: SourceText
) -> None:
    rejection = project.suggestions.reject("te veel  meldingen").value
    assert project.suggestions.reject("Te veel meldingen", notes.source.id).value == rejection
    assert project.suggestions.rejections() == (rejection,)
    assert len([e for e in project.history.entries() if "Rejected" in e.operation.summary]) == 1
    project.suggestions.restore(rejection.id[:8])
    assert project.suggestions.rejections() == ()
    project.history.undo()
    assert project.suggestions.rejections() == (rejection,)
    project.history.undo()
    assert project.suggestions.rejections() == ()


def test_what_cannot_be_rejected_or_restored_is_refused(project: Project) -> None:
    with pytest.raises(InvalidInputError, match="no phrase"):
        project.suggestions.reject(" \n")
    with pytest.raises(NotFoundError):
        project.suggestions.restore("00000000")
    assert project.history.entries() == ()


@pytest.fixture
def talk(project: Project, bring_in: Callable[..., SourceText]) -> SourceText:
    text = bring_in(
        "I: Hoe zit het met de digitale kennis in het team?\n\n"
        "R: De digitale kennis ontbreekt bij de meeste collega's.\n\n"
        "R: Digitale sporen lezen, daar ontbreekt kennis voor.\n\n"
        "R: De koffie is op.\n\n"
        "R: Wie digitale sporen moet lezen, mist de kennis daarvoor.\n"
    )
    for words in (
        "De digitale kennis ontbreekt bij de meeste collega's.",
        "Digitale sporen lezen, daar ontbreekt kennis voor.",
    ):
        project.codings.add_new(text.version.id, span_of(text, words), "vaardigheid")
    return text


def test_her_own_codes_are_offered_by_likeness(project: Project, talk: SourceText) -> None:
    span = span_of(talk, "Wie digitale sporen moet lezen, mist de kennis daarvoor.")
    (found,) = project.suggestions.codes_for(talk.version.id, span)
    assert (found.code.name, found.path) == ("vaardigheid", "vaardigheid")
    assert found.evidence == "lijkt op 2 fragmenten bij 'vaardigheid'"
    assert set(found.references) == {"P1:3", "P1:5"}
    assert len(project.codings.select()) == 2, "an offer codes nothing"


def test_codes_that_are_retired_or_there_already_are_not_offered(
    project: Project, talk: SourceText
) -> None:
    span = span_of(talk, "Wie digitale sporen moet lezen, mist de kennis daarvoor.")
    code = project.codes.find("vaardigheid")
    (made,) = project.codings.add(
        talk.version.id, Span(span.start, span.start + 20), [code.id]
    ).value
    assert project.suggestions.codes_for(talk.version.id, span) == ()
    project.codings.remove([made.id])
    project.codes.retire(code.id)
    assert project.suggestions.codes_for(talk.version.id, span) == ()
    project.history.undo()
    assert project.suggestions.codes_for(talk.version.id, span)


def test_a_question_gets_no_codes(project: Project, talk: SourceText) -> None:
    question = span_of(talk, "Hoe zit het met de digitale kennis in het team?")
    assert project.suggestions.codes_for(talk.version.id, question) == ()


def test_what_began_as_a_suggestion_survives_undo_redo_and_a_merge(
    project: Project, talk: SourceText
) -> None:
    noticed = SuggestedBy("digitale sporen", 4, "nl_qualkit_sm 1.0.0 (shipped)")
    span = span_of(talk, "Digitale sporen")
    project.codings.add_new(talk.version.id, span, "sporen", noticed)
    project.history.undo()
    project.history.redo()
    project.codes.merge(project.codes.find("sporen").id, project.codes.find("vaardigheid").id)
    (kept,) = [item.coding for item in project.codings.select() if item.coding.span == span]
    assert (kept.suggestion, kept.suggestion_rank) == ("digitale sporen", 4)
    assert kept.suggestion_pipeline == "nl_qualkit_sm 1.0.0 (shipped)"
