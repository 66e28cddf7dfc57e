"""Word by word: what a co-author changed, and not what her office program did to signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.word_diff import Piece, as_meant, same_words, with_signs, word_diff

ASKED = 'Met vier man "op de avond" ... dat is te weinig. Wie belt - dat is het - gaat voor.'
WORDS = st.lists(
    st.sampled_from(["de", "foto's", "[...]", "[aantal]", "wij,", "…", '"ja"', "-", "12.30"]),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize(
    "words",
    [
        ASKED.replace('"op de avond" ...', "“op de avond” …").replace(" - ", " \u2013 "),
        ASKED.replace("vier ", " vier\u00a0").replace("Wie", "\nWie").replace(" - ", " -- "),
        ASKED.replace("vier", "vi\u00ader").replace('"op', "\u201eop\u200b"),
    ],
)
def test_what_an_office_program_does_to_signs_is_no_change(words: str) -> None:
    assert same_words(ASKED, words)
    assert as_meant(ASKED, words) == ASKED


def test_a_change_is_told_by_signs_and_the_rest_stays_as_it_was_asked() -> None:
    words = "Met [aantal] man “op de avond” … dat is te weinig. Wie belt gaat vóór."
    meant = as_meant(ASKED, words)
    assert meant == 'Met [aantal] man "op de avond" ... dat is te weinig. Wie belt gaat vóór.'
    assert with_signs(word_diff(ASKED, meant)) == (
        'Met {-vier-} {+[aantal]+} man "op de avond" ... dat is te weinig. '
        "Wie belt {-- dat is het --} gaat {-voor-} {+vóór+}."
    )


@pytest.mark.parametrize(
    "other", ["Wie belt gaat vóór", "Wie beldt gaat voor", "wie belt gaat voor"]
)
def test_an_accent_a_letter_or_a_capital_is_a_change(other: str) -> None:
    assert not same_words("Wie belt gaat voor", other)


@given(WORDS, WORDS)
def test_a_diff_holds_both_texts_whole(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    kept_or = {
        side: "".join(each.words for each in pieces if each.piece in (Piece.KEPT, side))
        for side in (Piece.REMOVED, Piece.ADDED)
    }
    assert same_words(kept_or[Piece.REMOVED], before)
    assert same_words(kept_or[Piece.ADDED], after)
    assert same_words(as_meant(before, after), after)
    assert (as_meant(before, after) == before) or not same_words(before, after)
