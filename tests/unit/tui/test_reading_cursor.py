"""The reading cursor: words, sentences, and two ends of which one stays."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.spans import Span
from qualkit.tui.reading.cursor import Cursor
from qualkit.tui.reading.growing import Units
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import Folds, ShownLine, shown_lines
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words
from tests.unit.tui.reading_texts import source_text

TEXT = "De intake is vol. Niemand “kijkt” er.\n\nDat weet iedereen, ook wij.\nEn dan?"


def lines_of(text: str) -> list[ShownLine]:
    lines, start = [], 0
    for number, words in enumerate(text.split("\n"), start=1):
        lines.append(ShownLine(number, start, start + len(words)))
        start += len(words) + 1
    return lines


def cursor_in(text: str, width: int = 20) -> Cursor:
    lines = lines_of(text)
    cursor = Cursor(TextLayout(text, lines, width), Words(text, lines))
    cursor.jump(0)
    return cursor


SENTENCES = Stretches(Span(*match.span()) for match in re.finditer(r"\S[^.?\n]*[.?]", TEXT))


def words(cursor: Cursor) -> str:
    return cursor.word.of(cursor.layout.text) if cursor.word else ""


def selected(cursor: Cursor) -> str:
    return cursor.span.of(cursor.layout.text) if cursor.span else ""


def test_it_goes_through_all_words_and_back() -> None:
    cursor = cursor_in(TEXT)
    seen = [words(cursor)]
    for _ in range(30):
        before = cursor.word
        cursor.by_word(1)
        if cursor.word == before:
            break
        seen.append(words(cursor))
    assert " ".join(seen) == "De intake is vol Niemand kijkt er Dat weet iedereen ook wij En dan"
    back = []
    for _ in seen:
        back.append(words(cursor))
        cursor.by_word(-1)
    assert back == seen[::-1]


def test_rows_keep_the_column_and_pass_over_empty_ones() -> None:
    cursor = cursor_in(TEXT)
    cursor.jump(TEXT.index("vol"))
    path = []
    for _ in range(4):
        path.append(words(cursor))
        cursor.by_row(1)
    assert path == ["vol", "kijkt", "iedereen", "wij"]
    for _ in range(9):
        cursor.by_row(-1)
    assert cursor.layout.row_of(cursor.offset) == 0


def test_a_page_down_at_the_end_goes_to_the_last_row_only() -> None:
    cursor = cursor_in(TEXT)
    cursor.by_row(50)
    assert cursor.layout.row_of(cursor.offset) == len(cursor.layout) - 1
    last = cursor.word
    cursor.by_row(50)
    assert cursor.word == last


def test_sentences_are_taken_one_by_one_and_given_back() -> None:
    cursor = cursor_in(TEXT)
    cursor.take(SENTENCES)
    assert selected(cursor) == "De intake is vol."
    cursor.take(SENTENCES)
    cursor.take(SENTENCES)
    assert selected(cursor).endswith("ook wij.")
    cursor.shrink(SENTENCES)
    assert selected(cursor) == "De intake is vol. Niemand “kijkt” er."
    cursor.shrink(SENTENCES)
    cursor.shrink(SENTENCES)
    assert cursor.span is None


def test_the_other_end_can_be_adjusted() -> None:
    cursor = cursor_in(TEXT)
    cursor.jump(TEXT.index("kijkt"))
    cursor.take(SENTENCES)
    cursor.flip()
    cursor.by_word(1)
    assert selected(cursor) == "kijkt” er."
    cursor.by_word(-1)
    cursor.by_word(-1)
    assert selected(cursor) == "vol. Niemand “kijkt” er."
    cursor.take(SENTENCES)
    assert selected(cursor) == "De intake is vol. Niemand “kijkt” er."


def test_the_ends_may_cross() -> None:
    cursor = cursor_in(TEXT)
    cursor.jump(TEXT.index("vol"))
    cursor.toggle_free()
    cursor.by_word(1)
    assert selected(cursor) == "vol. Niemand"
    for _ in range(2):
        cursor.by_word(-1)
    assert selected(cursor) == "is vol"


def test_a_plain_move_drops_a_finished_selection() -> None:
    cursor = cursor_in(TEXT)
    cursor.take(SENTENCES)
    cursor.by_word(1)
    assert cursor.span is None
    cursor.by_word(1, extend=True)
    assert cursor.span is not None


def test_a_word_is_widened_to_its_sentence() -> None:
    cursor = cursor_in(TEXT)
    cursor.jump(TEXT.index("weet"))
    cursor.take_word()
    assert selected(cursor) == "weet"
    cursor.take_word()
    assert selected(cursor) == "weet iedereen"
    cursor.take(SENTENCES)
    assert selected(cursor) == "Dat weet iedereen, ook wij."


def test_it_stays_on_its_word_in_another_width() -> None:
    cursor = cursor_in(TEXT)
    cursor.jump(TEXT.index("iedereen"))
    for width in (4, 9, 200):
        cursor.put(TextLayout(TEXT, lines_of(TEXT), width))
        assert words(cursor) == "iedereen"


def test_one_endless_word_is_passed_at_once() -> None:
    text = "kop\n" + "x" * 5_000 + "\nstaart"
    cursor = cursor_in(text)
    cursor.by_row(1)
    cursor.by_row(1)
    assert words(cursor) == "staart"
    cursor.by_row(-1)
    cursor.by_row(-1)
    assert words(cursor) == "kop"


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_a_text_without_words_is_harmless(text: str) -> None:
    cursor = cursor_in(text)
    moves: list[Callable[[], None]] = [
        lambda: cursor.by_word(1),
        lambda: cursor.by_row(-1),
        lambda: cursor.take(SENTENCES),
        cursor.take_word,
        cursor.toggle_free,
        cursor.flip,
    ]
    for move in moves:
        move()
    assert cursor.word is None
    assert cursor.span is None


def test_overlapping_stretches_are_met_one_by_one() -> None:
    spans = [Span(0, 20), Span(0, 5), Span(3, 8), Span(30, 31)]
    stretches = Stretches(spans)
    met, at = [], spans[0]
    while following := stretches.following(at):
        met.append(following)
        at = following
    assert met == spans[1:]
    assert stretches.preceding(Span(30, 31)) == Span(3, 8)


def test_the_ends_move_by_single_signs_that_are_drawn() -> None:
    text = "R: caf\u00e9 e\u0301\u00e9n 🇳🇱 👩🏽‍🚒\n\nR: wachtlijst"
    lines = shown_lines(source_text(text))
    cursor = Cursor(TextLayout(text, lines, 30), Words(text, lines))
    cursor.jump(text.index("🇳🇱"))
    cursor.by_sign(1)
    cursor.by_sign(1)
    assert selected(cursor) == "🇳🇱 👩🏽‍🚒"
    cursor.by_sign(1)
    # The newlines and the prefix between are no signs.
    assert selected(cursor) == "🇳🇱 👩🏽‍🚒\n\nR: w"
    cursor.by_sign(-1)
    cursor.by_sign(-1)
    assert selected(cursor) == "🇳🇱 "
    cursor.flip()
    for _ in range(4):
        cursor.by_sign(-1)
    assert selected(cursor) == "e\u0301\u00e9n 🇳🇱 "
    cursor.by_sign(1)
    assert selected(cursor) == "\u00e9n 🇳🇱 "


def test_part_of_a_word_can_be_selected_and_nothing_less_than_a_sign() -> None:
    cursor = cursor_in("werkdrukklachten genoemd")
    for _ in range(8):
        cursor.by_sign(-1)
    assert selected(cursor) == "werkdruk"
    for _ in range(30):
        cursor.by_sign(-1)
    assert selected(cursor) == "w"
    cursor.by_word(1, extend=True)
    assert selected(cursor) == "werkdrukklachten genoemd"


SPOKEN = "I: Hoe gaat dat?\n\nR: Wel goed. Soms druk.\n\nDat went.\nR: Ja.\n\nI: Mooi."


def test_a_selection_grows_to_larger_units_and_back_the_same_way() -> None:
    source = source_text(SPOKEN)
    lines, units = shown_lines(source), Units(source)
    sentences = Stretches(Span(*match.span()) for match in re.finditer(r"[A-Z][^.?:]+[.?]", SPOKEN))
    segments = Stretches(said.span for said in source.version.utterances)
    kinds = [sentences, segments, units.paragraphs, units.turns]
    cursor = Cursor(TextLayout(SPOKEN, lines, 30), Words(SPOKEN, lines))
    cursor.jump(SPOKEN.index("druk"))
    seen = [selected(cursor)]
    while cursor.grow(kinds):
        seen.append(selected(cursor))
    assert seen == [
        "",
        "druk",
        "Soms druk.",
        "Wel goed. Soms druk.",
        "Wel goed. Soms druk.\n\nDat went.",
        "Wel goed. Soms druk.\n\nDat went.\nR: Ja.",
        SPOKEN.removeprefix("I: "),
    ]
    back = [selected(cursor)]
    while cursor.grow_back():
        back.append(selected(cursor))
    assert back == seen[::-1]
    assert words(cursor) == "druk"


MOVES: list[Callable[[Cursor], object]] = [
    lambda cursor: cursor.by_word(1),
    lambda cursor: cursor.by_word(-1, extend=True),
    lambda cursor: cursor.by_word(1, extend=True),
    lambda cursor: cursor.by_row(1),
    lambda cursor: cursor.by_row(-2, extend=True),
    lambda cursor: cursor.by_sign(1),
    lambda cursor: cursor.by_sign(-1),
    lambda cursor: cursor.take(SENTENCES),
    lambda cursor: cursor.flip(),
    lambda cursor: cursor.toggle_free(),
]


@given(st.lists(st.sampled_from(MOVES), max_size=12), st.integers(1, 6))
def test_grown_and_shrunk_is_as_before_whatever_came_first(
    moves: list[Callable[[Cursor], object]], times: int
) -> None:
    cursor = cursor_in(TEXT)
    for move in moves:
        move(cursor)
    before = cursor.selection, cursor.word
    sizes = [cursor.span]
    grown = 0
    while grown < times and cursor.grow([SENTENCES]):
        grown += 1
        sizes.append(cursor.span)
    for smaller, larger in pairwise(sizes):
        assert larger is not None
        assert smaller is None or (smaller.start >= larger.start and smaller.end <= larger.end)
        assert smaller != larger
    for _ in range(grown):
        assert cursor.grow_back()
    assert (cursor.selection, cursor.word) == before


def test_a_folded_turn_is_one_word() -> None:
    source = source_text(SPOKEN)
    lines = shown_lines(source, folds=Folds(all=True))
    assert [line.fold for line in lines if line.fold] == [1, 1]
    assert [line.number for line in lines] == list(range(1, 9))
    cursor = Cursor(TextLayout(SPOKEN, lines, 30), Words(SPOKEN, lines))
    cursor.jump(0)
    assert words(cursor) == "Hoe gaat dat?"
    cursor.by_word(1)
    assert words(cursor) == "Wel"
    cursor.by_row(-1)
    assert words(cursor) == "Hoe gaat dat?"


def test_a_selection_that_is_held_moves_and_stays() -> None:
    cursor = cursor_in(TEXT)
    cursor.hold(Span(TEXT.index("Niemand"), TEXT.index(" er.")))
    cursor.by_word(-1)
    assert selected(cursor) == "Niemand"
    cursor.take(SENTENCES)
    cursor.by_word(1)
    assert selected(cursor) == "Niemand “kijkt” er.\n\nDat"
    for _ in range(5):
        cursor.shrink(SENTENCES)
    assert selected(cursor)
    cursor.drop()
    cursor.by_word(1)
    assert cursor.span is None
