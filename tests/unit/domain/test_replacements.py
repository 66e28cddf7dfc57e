"""The layer of replacements: nothing shows through, nothing else is touched, quotes stay true."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualkit.domain.printed_text import printed_text
from qualkit.domain.quote_editing import Editing, units_of
from qualkit.domain.quotes import deviations, printable_words
from qualkit.domain.replacement_layer import ReplacementLayer
from qualkit.domain.replacements import (
    IdentifierKind,
    Replacement,
    bracketed,
    check_replaceable,
    whole_words,
)
from qualkit.domain.sources import (
    Source,
    SourceKind,
    SourceText,
    TextKind,
    Utterance,
    Version,
)
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError

VERSION = "v1"
NOW = datetime(2026, 3, 3, tzinfo=UTC)
SOURCE = Source("s1", 1, "Gesprek", SourceKind.INTERVIEW, TextKind.NOTES, "nl", NOW)
VERSION_1 = Version(VERSION, "s1", 1, "", "", (), NOW)


def everywhere(words: str, printed: str | None = "[naam]") -> Replacement:
    return Replacement(words, IdentifierKind.NAME, words, printed)


def here(text: str, words: str, printed: str | None = "[naam]", nth: int = 0) -> Replacement:
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    end = start + len(words)
    return Replacement(f"{start}-{end}", IdentifierKind.NAME, words, printed, VERSION, start, end)


def printed(text: str, *decisions: Replacement) -> str:
    return ReplacementLayer(decisions).over_text(text, VERSION, Span(0, len(text)))


def test_of_names_inside_each_other_the_longest_is_replaced() -> None:
    text = "Jan de Vries belde Jan. Anna de Vries ook."
    rules = everywhere("Jan"), everywhere("Jan de Vries", "[collega]"), everywhere("de Vries")
    assert printed(text, *rules) == "[collega] belde [naam]. Anna [naam] ook."


def test_names_that_overlap_leave_nothing_of_either() -> None:
    text = "bij Jan de Vries Stichting"
    rules = everywhere("Jan de Vries"), everywhere("de Vries Stichting", "[organisatie]")
    assert printed(text, *rules) == "bij [organisatie]"


def test_only_whole_words_are_replaced_whatever_the_space_and_apostrophe() -> None:
    text = "Jan\n  de Vries zag Janneke in ’t Hofje, Jan-Willem en Jan’s fiets; JAN."
    rules = everywhere("Jan de Vries"), everywhere("Jan"), everywhere("'t Hofje", "[plaats]")
    assert printed(text, *rules) == (
        "[naam] zag Janneke in [plaats], [naam]-Willem en [naam]’s fiets; JAN."
    )


def test_a_place_comes_before_everywhere_and_longer_words_that_are_left_stay() -> None:
    text = "Roos gaf een Roos aan Roos. Het Roos Festival."
    rules = [
        everywhere("Roos"),
        everywhere("Roos Festival", None),
        here(text, "Roos", None, 1),
        here(text, "Roos", "[buurvrouw]", 2),
    ]
    assert printed(text, *rules) == "[naam] gaf een Roos aan [buurvrouw]. Het Roos Festival."


def test_a_place_comes_before_longer_words_that_are_replaced_everywhere() -> None:
    text = "bij Jan de Vries Stichting"
    rules = here(text, "Jan de", "[collega]"), everywhere("de Vries Stichting", "[organisatie]")
    assert printed(text, *rules) == "bij [collega]"


def test_what_is_half_in_a_stretch_is_replaced_whole() -> None:
    text = "Dat zei Jan de Vries toen."
    layer = ReplacementLayer([everywhere("Jan de Vries"), here(text, "toen", "[moment]")])
    start = text.index("Vries")
    assert layer.over_text(text, VERSION, Span(start, start + 10)) == "[naam] [moment]"
    assert layer.over_text(text, "another", Span(start, start + 10)) == "[naam] toen"


def test_a_note_in_brackets_with_a_name_in_it_is_replaced_whole() -> None:
    text = "Dat was gek. [Anna lacht] En toen [pauze] kwam Anna."
    assert printed(text, everywhere("Anna")) == "Dat was gek. [naam] En toen [pauze] kwam [naam]."


def test_edited_words_are_replaced_as_their_passage_is() -> None:
    text = "De chef zei: Anna komt, de chef weet dat. Anna wacht."
    whole = Span(0, len(text))
    layer = ReplacementLayer(
        [
            here(text, "chef", "[functie]"),
            everywhere("Anna"),
            here(text, "Anna", None),
            here(text, "Anna", None, 1),
        ]
    )
    edited = "De chef zei: Anna komt, [...] Anna wacht."
    assert layer.over_edited(edited, text, VERSION, whole) == (
        "De [functie] zei: Anna komt, [...] Anna wacht."
    )
    # Left in one of two places: edited words do not tell which, so none is shown.
    half = ReplacementLayer([everywhere("Anna"), here(text, "Anna", None)])
    assert half.over_edited("[...] Anna wacht.", text, VERSION, whole) == "[...] [naam] wacht."
    assert half.over_edited("Anna", text, "another", whole) == "[naam]"


NAMES = ["Jan", "Jan de Vries", "de Vries", "Vries", "Els", "Jan-Els", "de Els", "A1", "’t Els"]
SIGNS = ["Jan", "de", "Vries", "Els", "A1", "ook", "[naam]", "'t", "-", ".", ",", " ", "\n", "é"]
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=25).map("".join)
spaced = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=25).map(" ".join)
rulings = st.sampled_from([None, "[naam]", "[plaats]", "[...]"])


@st.composite
def layered(draw: st.DrawFn) -> tuple[str, list[Replacement]]:
    text = draw(texts | spaced)
    rules = [
        everywhere(words, draw(rulings))
        for words in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    ]
    for start in draw(st.lists(st.integers(0, len(text) - 1), max_size=3)):
        end = draw(st.integers(start + 1, min(len(text), start + 9)))
        place = whole_words(text, Span(start, end))
        try:
            words = check_replaceable(place.of(text))
        except InvalidInputError:
            continue
        rules.append(
            Replacement(
                f"{place}",
                IdentifierKind.NAME,
                words,
                draw(rulings),
                VERSION,
                place.start,
                place.end,
            )
        )
    return text, rules


@given(layered())
@example(("[naam] zag Jan", [everywhere("Jan")]))
@example(("Jan [naam] de Vries", [everywhere("Jan"), everywhere("de Vries")]))
def test_a_layered_passage_is_always_word_for_word(case: tuple[str, list[Replacement]]) -> None:
    text, rules = case
    layer, span = ReplacementLayer(rules), Span(0, len(text))
    words = printable_words(text, (), span)
    shown = printable_words(text, (), span, lambda stretch: layer.over_text(text, VERSION, stretch))
    assert deviations(words, shown) == ()


@given(layered())
def test_text_outside_replacements_is_untouched(case: tuple[str, list[Replacement]]) -> None:
    text, rules = case
    layer, span = ReplacementLayer(rules), Span(0, len(text))
    cursor, rebuilt = 0, ""
    for cut in layer.cuts(text, VERSION, span):
        assert cut.span.start >= cursor, "in order and apart"
        rebuilt += text[cursor : cut.span.start] + cut.printed
        cursor = cut.span.end
    assert layer.over_text(text, VERSION, span) == rebuilt + text[cursor:]


@given(spaced, st.lists(st.sampled_from(NAMES), unique=True, max_size=5), st.data())
def test_no_replaced_word_survives(text: str, names: list[str], data: st.DataObject) -> None:
    layer = ReplacementLayer([everywhere(name, "[x]") for name in names])
    start = data.draw(st.integers(0, len(text) - 1))
    span = whole_words(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    for shown in (layer.over_text(text, VERSION, span), layer.over_words(text)):
        flat = " ".join(shown.replace("’", "'").split())
        for name in names:
            assert not re.search(rf"(?<!\w){re.escape(name.replace('’', chr(39)))}(?!\w)", flat)


@given(layered(), st.data())
def test_a_stretch_prints_as_it_does_within_the_whole(
    case: tuple[str, list[Replacement]], data: st.DataObject
) -> None:
    text, rules = case
    layer = ReplacementLayer(rules)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    whole = [
        cut for cut in layer.cuts(text, VERSION, Span(0, len(text))) if cut.span.overlaps(span)
    ]
    inside = layer.cuts(text, VERSION, span)
    covered = {at for cut in whole for at in range(cut.span.start, cut.span.end)}
    assert {at for cut in inside for at in range(cut.span.start, cut.span.end)} <= covered
    for at in covered:
        assert not span.contains(at) or any(cut.span.contains(at) for cut in inside)


def test_what_is_printed_stands_in_brackets() -> None:
    assert bracketed(" plaats ") == bracketed("[plaats]") == "[plaats]"
    for wrong in ("", "[]", "[a] b", "x" * 61):
        with pytest.raises(InvalidInputError):
            bracketed(wrong)
    for wrong in ("...", "[naam] de Vries", ""):
        with pytest.raises(InvalidInputError):
            check_replaceable(wrong)


def test_a_whole_text_prints_with_its_lines_and_turns_in_place() -> None:
    text = "I: Wie belt?\nR: Jan\nde Vries belt. Jan ook.\nI: Ja, Jan."
    utterances = (
        Utterance(0, 3, 12, "I"),
        Utterance(13, 16, text.index("\nI: Ja"), "R"),
        Utterance(text.index("I: Ja"), text.index("Ja,"), len(text), "I"),
    )
    source = SourceText(SOURCE, replace(VERSION_1, utterances=utterances), text)
    layer = ReplacementLayer([everywhere("Jan de Vries", "[collega]"), everywhere("Jan", "[x]")])
    shown = printed_text(source, layer.cuts(text, VERSION, Span(0, len(text))))
    assert shown.text.text == "I: Wie belt?\nR: [collega]\n belt. [x] ook.\nI: Ja, [x]."
    said = [each.span.of(shown.text.text) for each in shown.text.version.utterances]
    assert said == ["Wie belt?", "[collega]\n belt. [x] ook.", "Ja, [x]."]
    at = shown.place_of(text.index("ook"))
    assert shown.text.text[at:].startswith("ook")


@given(layered())
def test_every_place_outside_replacements_is_found_in_the_printed_text(
    case: tuple[str, list[Replacement]],
) -> None:
    text, rules = case
    cuts = ReplacementLayer(rules).cuts(text, VERSION, Span(0, len(text)))
    shown = printed_text(SourceText(SOURCE, VERSION_1, text), cuts)
    assert shown.text.text.count("\n") == text.count("\n")
    for at, sign in enumerate(text):
        place = shown.place_of(at)
        if not any(cut.span.contains(at) for cut in cuts):
            assert shown.text.text[place] == sign
        assert 0 <= place <= len(shown.text.text)


@given(layered(), st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=4))
def test_an_edited_quote_stays_word_for_word_under_the_layer(
    case: tuple[str, list[Replacement]], picks: list[tuple[int, bool]]
) -> None:
    text, rules = case
    span = Span(0, len(text))
    words = printable_words(text, (), span)
    editing = Editing(words)
    for pick, leave_out in picks:
        if units := units_of(words):
            unit = units[pick % len(units)]
            editing = editing.leave_out(unit) if leave_out else editing.put(unit, "aantal")
    edited = editing.printed or words
    assert deviations(words, edited) == ()
    shown = ReplacementLayer(rules).over_edited(edited, words, VERSION, span)
    assert deviations(words, shown) == ()
