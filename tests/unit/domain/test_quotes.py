import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.quote_tokens import OMISSION
from qualkit.domain.quotes import deviations, edits, printable_words
from qualkit.domain.sources import Utterance
from qualkit.domain.spans import Span

PASSAGE = "Er staan nu zeven vacatures open, en wie er wel is draait diensten."

words = st.lists(
    st.text(st.sampled_from("abcdeé'’-"), min_size=1, max_size=6).filter(
        lambda word: word[0].isalpha() and word[-1].isalpha()
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    "printed",
    [
        PASSAGE,
        "Er staan nu [aantal] vacatures open, en wie er wel is draait diensten.",
        "Er staan nu [...] draait diensten.",
        "[...] wie er wel is draait diensten.",
        "Er staan nu zeven vacatures open, [...]",
        "[...] vacatures open, [...]",
        "Er staan   nu zeven\nvacatures open, en wie er wel is draait diensten.",
    ],
)
def test_declared_edits_are_faithful(printed: str) -> None:
    assert deviations(PASSAGE, printed) == ()


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("Er staan nu acht vacatures open, [...]", [("acht", "zeven")]),
        ("Er staan nu zeven vacatures open.", [("", ", en wie er wel is draait diensten")]),
        ("[...] draait diensten. Er staan nu [...]", [("draait diensten.", "")]),
        (
            "Er staan nu [...] wel is draait dienst",
            [
                ("dienst", "diensten."),
            ],
        ),
        ("[...] acatures open, [...]", [("acatures", "Er staan nu zeven vacatures")]),
        ("[...] vacatures, [...]", [("", "open")]),
        ("er staan nu [...]", [("er", "Er")]),
        ("[...] en wie er wel is draait diensten", [("", ".")]),
        ("Er staan nu [niet] zeven vacatures open, [...]", [("[niet]", "")]),
        ("Er staan nu [veel] plekken open, [...]", [("plekken", "zeven vacatures")]),
    ],
)
def test_anything_else_is_named_beside_what_the_passage_has(
    printed: str, named: list[tuple[str, str]]
) -> None:
    assert [(edit.printed, edit.words) for edit in deviations(PASSAGE, printed)] == named


def test_edits_are_named_by_kind_with_their_place_in_the_passage() -> None:
    found = edits(PASSAGE, "[...] nu [aantal] vacatures open, […] diensten.")

    assert [(edit.kind.value, edit.printed, edit.words, edit.count) for edit in found] == [
        ("omission", "[...]", "Er staan", 2),
        ("replacement", "[aantal]", "zeven", 1),
        ("omission", "[...]", "en wie er wel is draait", 6),
    ]
    assert all(PASSAGE[edit.start : edit.end] == edit.words for edit in found)


def test_the_shape_of_quotation_marks_may_differ_but_not_their_kind() -> None:
    source = "hij zei 'kom maar' en \"nee\" en zo'n dag"

    assert deviations(source, "hij zei ‘kom maar’ en “nee” en zo’n dag") == ()
    assert deviations(source, 'hij zei "kom maar" en "nee" en zo\'n dag') != ()


def test_brackets_of_the_source_itself_are_words() -> None:
    source = "hij zei [onverstaanbaar] en ging"

    assert deviations(source, source) == ()
    assert deviations(source, "hij zei [onverstaanbaar] [...] ging") == ()
    assert deviations(source, "hij [onverstaanbaar] en ging") != ()
    again = "[naam] en Jan en [...] vier"
    assert deviations(again, "[naam] en [naam] en [...] vier") == ()
    assert deviations(again, "[naam] en [naam] en [...] [aantal]") == ()


@given(words, st.data())
def test_leaving_words_out_with_the_sign_is_always_faithful(
    source: list[str], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(source), max_size=len(source)))
    printed = [word if keep else OMISSION for word, keep in zip(source, kept, strict=True)]

    assert deviations(" ".join(source), " ".join(printed)) == ()


@given(words, st.data())
def test_leaving_words_out_silently_never_is(source: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(source) - 1))
    printed = source[:place] + source[place + 1 :]

    assert deviations(" ".join(source), " ".join(printed)) != ()


@given(words, st.data())
def test_a_word_from_elsewhere_is_always_named(source: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(source)))
    edited = [word if data.draw(st.booleans()) else OMISSION for word in source]
    printed = [*edited[:place], "xyz", *edited[place:]]

    assert "xyz" in " ".join(map(str, deviations(" ".join(source), " ".join(printed))))


def test_speaker_prefixes_are_not_words() -> None:
    text = "bezoeker: ik wacht al lang\nbezoeker: en niemand neemt op"
    second = text.index("bezoeker", 1)
    utterances = (
        Utterance(0, 10, second - 1, "bezoeker"),
        Utterance(second, second + 10, len(text), "bezoeker"),
    )

    assert printable_words(text, utterances, Span(10, len(text))) == (
        "ik wacht al lang en niemand neemt op"
    )
    assert printable_words(text, utterances, Span(0, len(text))) == (
        "ik wacht al lang en niemand neemt op"
    )
    assert printable_words(text, utterances, Span(13, 18)) == "wacht"
    assert printable_words(text, utterances, Span(13, second + 4)) == "wacht al lang"


def test_a_stretch_prints_on_one_line() -> None:
    text = "Wij wachten\n\n  nog steeds"

    assert printable_words(text, (), Span(0, len(text))) == "Wij wachten nog steeds"


@given(st.lists(words, min_size=1, max_size=5), st.data())
def test_printed_words_are_those_said_and_nothing_else(
    turns: list[list[str]], data: st.DataObject
) -> None:
    text, utterances = "", []
    for turn in turns:
        marker = len(text)
        text += "R: " + " ".join(turn)
        utterances.append(Utterance(marker, marker + 3, len(text), "R"))
        text += "\n"
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))

    printed = printable_words(text, tuple(utterances), Span(start, end))

    said = "".join(
        text[max(start, item.start) : min(end, item.end)]
        for item in utterances
        if max(start, item.start) < min(end, item.end)
    )
    assert "R" not in printed and ":" not in printed
    assert printed.replace(" ", "") == said.replace(" ", "")
