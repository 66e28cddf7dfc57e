"""Passages are coded, uncoded, recoded and resized; nothing that hangs on them is lost."""

from collections.abc import Callable

import pytest

from qualkit.domain.codings import Coding
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.sources import Role, SourceText
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.errors import (
    AmbiguousNameError,
    InvalidInputError,
    NameTakenError,
    NotFoundError,
)
from qualkit.services.project import Project

NOTICED = SuggestedBy("wie belt", 3, "nl_qualkit_sm 1.0.0 (shipped)")


def span_of(text: SourceText, words: str) -> Span:
    start = text.text.index(words)
    return Span(start, start + len(words))


def began(coding: Coding) -> SuggestedBy | None:
    if coding.suggestion_rank is None:
        return None
    return SuggestedBy(coding.suggestion, coding.suggestion_rank, coding.suggestion_pipeline)


def test_a_coded_passage_comes_with_everything_to_cite_it(
    project: Project, notes: SourceText
) -> None:
    span = span_of(notes, "Wie belt, gaat voor.")
    outcome = project.codings.add_new(notes.version.id, span, "zichtbaar werk", NOTICED)
    (found,) = project.codings.select()
    assert found.words == "Wie belt, gaat voor."
    assert (found.label, found.reference) == ("Politie III", "P1:5")
    assert (found.speakers, found.roles) == (("R",), (Role.PARTICIPANT,))
    assert found.coding.coder == "onderzoeker"
    assert began(found.coding) == NOTICED
    last = project.history.entries()[-1].operation
    assert last.summary == "Coded a passage with 'zichtbaar werk', from the suggestion 'wie belt'"
    assert outcome.touched >= {"codings", "codes"}


def test_white_space_at_the_ends_is_not_coded(project: Project, notes: SourceText) -> None:
    words = span_of(notes, "Te weinig mensen")
    wide = Span(words.start - 1, words.end + 1)
    (coding,) = project.codings.add_new(notes.version.id, wide, "capaciteit").value
    assert coding.span == words
    (same,) = project.codings.add_new(notes.version.id, words, "capaciteit").value
    assert same == coding, "the same passage with the same code is one coding"
    assert len(project.history.entries()) == 2


def test_several_codes_overlap_and_nesting_are_allowed(project: Project, notes: SourceText) -> None:
    whole, part = span_of(notes, "Te weinig mensen voor te veel"), span_of(notes, "weinig mensen")
    ids = [project.codes.add(name).value.id for name in ("b", "a")]
    project.codings.add(notes.version.id, part, ids[:1])
    project.codings.add(notes.version.id, whole, ids)
    found = project.codings.of_version(notes.version.id)
    assert [(item.coding.span, item.code.name) for item in found] == [
        (whole, "a"),
        (whole, "b"),
        (part, "b"),
    ]
    assert len(project.codings.spans_of_version(notes.version.id)) == 3


def test_several_codes_at_once_are_one_step(project: Project, notes: SourceText) -> None:
    ids = [project.codes.add(name).value.id for name in ("a", "b")]
    project.codings.add(notes.version.id, span_of(notes, "Wie belt"), ids)
    project.history.undo()
    assert project.codings.select() == ()
    project.history.redo()
    assert len(project.codings.select()) == 2


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(9_000, 9_001)])
def test_a_passage_outside_the_text_is_refused(
    project: Project, notes: SourceText, span: Span
) -> None:
    with pytest.raises(InvalidInputError, match="the text has"):
        project.codings.add_new(notes.version.id, span, "capaciteit")
    assert project.codes.entries() == (), "no code was made either"


def test_an_empty_passage_is_refused_in_words(project: Project, notes: SourceText) -> None:
    blank = notes.text.index("\n\n")
    with pytest.raises(InvalidInputError, match="No words stand at"):
        project.codings.add_new(notes.version.id, Span(blank, blank + 2), "capaciteit")


def test_offsets_are_code_points(project: Project, bring_in: Callable[..., SourceText]) -> None:
    text = bring_in("🙂 e\u0301e\u0301n knelpunt 🙂")
    (coding,) = project.codings.add_new(
        text.version.id, span_of(text, "e\u0301e\u0301n"), "x"
    ).value
    assert coding.span == Span(2, 7)
    assert project.codings.get(coding.id).words == "e\u0301e\u0301n"


def test_a_memo_survives_uncoding(project: Project, notes: SourceText) -> None:
    span = span_of(notes, "Wie belt")
    (coding,) = project.codings.add_new(notes.version.id, span, "zichtbaar werk").value
    memo = project.memos.add(Target(ObjectType.CODING, coding.id), "Dit valt me op.").value
    project.codings.remove([coding.id], why="toch niet")
    passage = Target(ObjectType.PASSAGE, notes.version.id, span.start, span.end)
    assert project.memos.get(memo.id).target == passage
    assert project.memos.entries()[0].about == "P1:5"
    project.history.undo()
    assert project.memos.get(memo.id).target == Target(ObjectType.CODING, coding.id)


def test_uncoding_takes_the_quote_and_undo_brings_it_back(
    project: Project, notes: SourceText
) -> None:
    (coding,) = project.codings.add_new(notes.version.id, span_of(notes, "Wie belt"), "x").value
    theme = project.themes.add("Zichtbaarheid").value
    quote = project.quotes.choose(theme.id, coding.id).value
    project.theme_contents.put_passage(theme.id, coding.id)
    assert project.codings.remove([coding.id, coding.id]).value == 1
    assert project.quotes.of_theme(theme.id) == ()
    assert project.theme_contents.passages(theme.id) == ()
    project.history.undo()
    assert [item.quote for item in project.quotes.of_theme(theme.id)] == [quote]
    assert len(project.theme_contents.passages(theme.id)) == 1


def test_recoding_onto_a_twin_joins_the_two(project: Project, notes: SourceText) -> None:
    span = span_of(notes, "Wie belt")
    (one,) = project.codings.add_new(notes.version.id, span, "een").value
    (two,) = project.codings.add_new(notes.version.id, span, "twee", NOTICED).value
    project.codings.mark(two.id)
    kept = project.codings.recode(two.id, one.code_id).value
    assert kept.id == one.id
    (found,) = project.codings.select()
    assert found.coding == kept
    assert kept.strong
    assert began(kept) == NOTICED


def test_recoding_as_several_keeps_what_hangs_on_it_with_the_first(
    project: Project, notes: SourceText
) -> None:
    span = span_of(notes, "Wie belt, gaat voor.")
    coding = project.codings.add_new(notes.version.id, span, "zichtbaar werk").value[0]
    memo = project.memos.add(Target(ObjectType.CODING, coding.id), "Sterk gezegd.").value
    other = project.codes.add("wachttijd").value
    first, second = project.codings.recode_as(coding.id, [other.id], ["druk > bellen"]).value
    assert (first.id, first.code_id) == (coding.id, other.id)
    assert project.codings.get(second.id).code.name == "bellen"
    assert project.memos.get(memo.id).target == Target(ObjectType.CODING, first.id)
    again = project.codings.recode_as(coding.id, [second.code_id, other.id]).value
    assert [item.id for item in again] == [first.id, second.id], "its own code stays its own"
    with pytest.raises(InvalidInputError):
        project.codings.recode_as(coding.id, [])
    project.history.undo()
    assert [found.code.name for found in project.codings.select()] == ["zichtbaar werk"]


def test_a_passage_is_given_with_some_turns_before_and_after(
    project: Project, notes: SourceText, bring_in: Callable[..., SourceText]
) -> None:
    span = span_of(notes, "Die zit in één hoofd")
    coding = project.codings.add_new(notes.version.id, span, "kennis").value[0]
    shown = project.codings.in_context(coding, 1)
    assert shown.before == "I: En de kennis?\n\nR: "
    assert shown.words == "Die zit in één hoofd"
    assert shown.after == ". Gaat die collega met verlof, dan staat het stil."
    whole = project.codings.in_context(coding, 99)
    assert whole.before.startswith("I: Hoe ziet een gewone week")
    plain = bring_in("Eerste alinea.\n\nTweede alinea.\n\nDerde alinea.\n", "plat.txt")
    span = span_of(plain, "Tweede")
    coding = project.codings.add_new(plain.version.id, span, "kennis").value[0]
    shown = project.codings.in_context(coding, 1)
    assert (shown.before, shown.after) == ("Eerste alinea.\n\n", " alinea.\n\nDerde alinea.")


def test_recoding_keeps_the_place_and_the_date(project: Project, notes: SourceText) -> None:
    (coding,) = project.codings.add_new(notes.version.id, span_of(notes, "Wie belt"), "een").value
    code = project.codes.add("twee").value
    changed = project.codings.recode(coding.id, code.id).value
    assert (changed.id, changed.span, changed.created_at) == (
        coding.id,
        coding.span,
        coding.created_at,
    )


def test_resizing_moves_the_boundaries_and_refuses_a_twin(
    project: Project, notes: SourceText
) -> None:
    small, large = span_of(notes, "Wie belt"), span_of(notes, "Wie belt, gaat voor.")
    (coding,) = project.codings.add_new(notes.version.id, small, "een").value
    project.codings.resize(coding.id, large)
    assert project.codings.get(coding.id).words == "Wie belt, gaat voor."
    project.codings.add_new(notes.version.id, small, "een")
    with pytest.raises(NameTakenError, match="has this code already"):
        project.codings.resize(coding.id, small)
    with pytest.raises(InvalidInputError):
        project.codings.resize(coding.id, Span(0, 99_999))
    project.codings.resize(coding.id, large)  # its own boundaries again: no step


def test_two_coders_may_code_the_same_passage(
    project: Project, notes: SourceText, again: Callable[[str], Project]
) -> None:
    span = span_of(notes, "Wie belt")
    project.codings.add_new(notes.version.id, span, "een")
    again("collega").codings.add_new(notes.version.id, span, "een")
    assert sorted(item.coding.coder for item in project.codings.select()) == [
        "collega",
        "onderzoeker",
    ]


def test_strong_examples_are_found_apart(project: Project, notes: SourceText) -> None:
    (coding,) = project.codings.add_new(notes.version.id, span_of(notes, "Wie belt"), "x").value
    project.codings.add_new(notes.version.id, span_of(notes, "Te weinig"), "x")
    project.codings.mark(coding.id)
    assert [item.coding.id for item in project.codings.select(strong=True)] == [coding.id]
    project.codings.mark(coding.id, strong=False)
    assert project.codings.select(strong=True) == ()


def test_a_passage_over_two_speakers_says_so_and_leaves_prefixes_out(
    project: Project, chat: SourceText
) -> None:
    span = Span(chat.text.index("Ik wacht"), chat.text.index("Op school") + len("Op school"))
    project.codings.add_new(chat.version.id, span, "wachten")
    (found,) = project.codings.select()
    assert found.speakers == ("bezoeker", "medewerker")
    assert found.roles == (Role.VISITOR, Role.HELPER)
    assert found.words == (
        "Ik wacht al drie weken op een antwoord Vervelend om te horen. Waar wacht je op? Op school"
    )


def test_words_and_speakers_are_right_at_every_place_of_a_chat(
    project: Project, chat: SourceText
) -> None:
    for utterance in chat.version.utterances:
        project.codings.add_new(chat.version.id, utterance.span, "bericht")
    found = project.codings.select()
    assert [item.words for item in found] == [
        utterance.span.of(chat.text) for utterance in chat.version.utterances
    ]
    assert [item.speakers for item in found] == [
        (utterance.speaker,) for utterance in chat.version.utterances
    ]
    assert [item.line for item in found] == [1, 2, 3, 4]


def test_codings_are_found_by_the_beginning_of_their_id(
    project: Project, notes: SourceText
) -> None:
    (coding,) = project.codings.add_new(notes.version.id, span_of(notes, "Wie belt"), "x").value
    assert project.codings.get(coding.id[:6]).coding == coding
    for unknown in ("", "abc", "0000-geen"):
        with pytest.raises((NotFoundError, AmbiguousNameError)):
            project.codings.get(unknown)
