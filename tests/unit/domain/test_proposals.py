"""Segments proposed by turn, message and paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.proposals import default_unit, propose
from qualkit.domain.segments import Unit, check_borders
from qualkit.domain.sources import SourceKind
from qualkit.domain.turns import find_utterances, is_empty_turn
from qualkit.errors import InvalidInputError

TALK = """\
# Gesprek

Inleiding van
twee regels.

I: Hoe is de bezetting?

I: In de avond?
R: Te weinig mensen.

Vooral in het weekend.
## Deel twee
R: Nog iets.
I:
R: Dat was het.
"""
OUTSIDE = ["# Gesprek", "Inleiding van\ntwee regels."]


def proposed(text: str, unit: Unit) -> list[str]:
    return [span.of(text) for span in propose(text, find_utterances(text), unit)]


def test_turns_join_what_one_speaker_says_in_a_row() -> None:
    assert proposed(TALK, Unit.TURN) == [
        *OUTSIDE,
        "Hoe is de bezetting?\n\nI: In de avond?",
        "Te weinig mensen.\n\nVooral in het weekend.",
        "## Deel twee",
        "Nog iets.",
        "Dat was het.",
    ]


def test_messages_stay_apart() -> None:
    assert proposed(TALK, Unit.MESSAGE) == [
        *OUTSIDE,
        "Hoe is de bezetting?",
        "In de avond?",
        "Te weinig mensen.\n\nVooral in het weekend.",
        "## Deel twee",
        "Nog iets.",
        "Dat was het.",
    ]


def test_paragraphs_end_with_the_turn() -> None:
    assert proposed(TALK, Unit.PARAGRAPH) == [
        *OUTSIDE,
        "Hoe is de bezetting?",
        "In de avond?",
        "Te weinig mensen.",
        "Vooral in het weekend.",
        "## Deel twee",
        "Nog iets.",
        "Dat was het.",
    ]


def test_lines_are_paragraphs_where_no_blank_line_is() -> None:
    assert proposed("\n\n  Een.\nTwee. \n\n", Unit.PARAGRAPH) == ["Een.", "Twee."]
    assert proposed("Een.\nTwee.\n \t\nDrie.", Unit.TURN) == ["Een.\nTwee.", "Drie."]
    assert proposed(" \n\n", Unit.PARAGRAPH) == []


def test_sentences_are_not_found_here() -> None:
    with pytest.raises(InvalidInputError):
        propose("Een. Twee.", (), Unit.SENTENCE)


def test_the_first_unit_follows_the_kind_of_source() -> None:
    talk = find_utterances(TALK)
    assert default_unit(SourceKind.CHAT, ()) is Unit.MESSAGE
    assert default_unit(SourceKind.INTERVIEW, talk) is Unit.TURN
    assert default_unit(SourceKind.INTERVIEW, ()) is Unit.PARAGRAPH
    assert default_unit(SourceKind.RULING, ()) is Unit.PARAGRAPH


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "[2020-04-02 19:31] bezoeker: hoe lang duurt het?",
                "[2020-04-02 19:31] bezoeker:",
                "[2020-04-02 19:32] medewerker: een week",
                "[2020-04-02 19:33] gesprek gestart",
                "I: Hoe is de planning?",
                "I: ",
                "R:\tVol.",
                "Anneke: Ook vol.",
                "Anneke:\u00a0",
                "[2020-04-02 19:34] Anneke:",
                "  **R:** Nog steeds.",
                "Let op: dit is een verslag.",
                "## Kop",
                "gewone regel ",
                "",
                " \u00a0",
            ]
        ),
        st.text(alphabet="aI :*#\u200e\u20031é", max_size=8),
    ),
    max_size=16,
)


@given(LINES, st.sampled_from([Unit.TURN, Unit.MESSAGE, Unit.PARAGRAPH]))
def test_segments_cover_all_words_and_nothing_twice(lines: list[str], unit: Unit) -> None:
    text = "\n".join(lines)
    utterances = find_utterances(text, ("I", "Anneke"))
    spans = propose(text, utterances, unit)

    assert check_borders(spans, text) == spans
    assert all(span == span.trimmed(text) for span in spans)
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    prefixes = {o for turn in utterances for o in range(turn.marker_start, turn.start)}
    names = {turn.speaker.casefold() for turn in utterances} - {""}
    at = 0
    for line in text.split("\n"):
        if is_empty_turn(line, names):
            prefixes.update(range(at, at + len(line)))
        at += len(line) + 1
    words = {offset for offset, sign in enumerate(text) if not sign.isspace()}
    assert words - prefixes <= covered
    if unit is not Unit.TURN:
        assert not covered & {o for t in utterances for o in range(t.marker_start, t.start)}


@given(LINES, st.sampled_from([Unit.MESSAGE, Unit.PARAGRAPH]))
def test_no_segment_crosses_from_one_utterance_into_another(lines: list[str], unit: Unit) -> None:
    text = "\n".join(lines)
    utterances = find_utterances(text)
    for span in propose(text, utterances, unit):
        touched = [turn for turn in utterances if turn.span.overlaps(span)]
        assert len(touched) <= 1
        assert all(turn.start <= span.start and span.end <= turn.end for turn in touched)
