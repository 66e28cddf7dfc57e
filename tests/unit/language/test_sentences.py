"""Sentences: Dutch rules, and nothing lost."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualkit.language.sentences import LONGEST_PIECE, pieces, sentence_spans


def sentences(text: str, language: str = "nl") -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


@pytest.mark.parametrize(
    "whole",
    [
        "Het plan d.d. 3 mei ging t.a.v. de wijk, m.n. het centrum, niet door.",
        "Bel bijv. de balie of de hulplijn.",
        "Dat staat in art. 18 lid 1 van het reglement.",
        "In 88.7% van de 1.200 meldingen kwam er een reactie.",
        "De uitspraak ECLI:NL:RBXXX:2024:1234 ging over wachttijden.",
        "Volgens J.P. de Vries en K. Bakker duurt het te lang.",
        "Vraag naar mw. Bakker of dhr. De Vries, zie blz. 3 en nr. 5.",
        "We wilden... eh, verder.",
        "We wilden [...] verder en dat ging … niet.",
        "Hij bracht laptops, telefoons enz. mee naar school.",
        '"Is dat zo?" vroeg hij.',
        "1. Eerst bellen met de balie.",
    ],
)
def test_a_sentence_is_kept_whole(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En toen... Ja.", ["En toen...", "Ja."]),
        ("En toen… Ja.", ["En toen…", "Ja."]),
        ("Dat liep vast [...] Daarna ging het.", ["Dat liep vast [...]", "Daarna ging het."]),
        ("Dat liep vast. [...] en toen niet.", ["Dat liep vast.", "[...] en toen niet."]),
        ('Hij zei: "Nee." "Ja", zei zij.', ['Hij zei: "Nee."', '"Ja", zei zij.']),
        ("(Dat was zo.) Daarna niet.", ["(Dat was zo.)", "Daarna niet."]),
        ("Het duurt lang. (Heel lang.) Ja.", ["Het duurt lang.", "(Heel lang.)", "Ja."]),
        ("Echt?! Ja!!! Nou.", ["Echt?!", "Ja!!!", "Nou."]),
        ("ik snap het niet. kunt u helpen?", ["ik snap het niet.", "kunt u helpen?"]),
        ("een regel\nnog een  \n\n  Derde.", ["een regel", "nog een", "Derde."]),
        ("Ik sprak mevrouw B. Zij wachtte.", ["Ik sprak mevrouw B.", "Zij wachtte."]),
        ("Laptops e.d. Daarna niets.", ["Laptops e.d.", "Daarna niets."]),
        ("Het ging goed.Daarna niet.", ["Het ging goed.", "Daarna niet."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("language", ["en", "qq"])
def test_other_languages_have_sentences_too(language: str) -> None:
    text = "They wait, e.g. at the desk. Then... Nothing."
    assert sentences(text, language) == ["They wait, e.g. at the desk.", "Then...", "Nothing."]


WORDS = st.sampled_from(
    [
        "Ja",
        "nee",
        "d.d.",
        "J.",
        "...",
        "…",
        "[...]",
        ".",
        "?",
        '"',
        "(",
        ")",
        "’",
        "1.",
        "enz.",
        "—",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "  ", "\n", "\xa0"]))).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    ),
)


@given(TEXTS)
@example("a.\x0bb\x85c\u2028d")
def test_sentences_are_in_order_trimmed_and_hold_every_character(text: str) -> None:
    spans = sentence_spans(text)
    covered: set[int] = set()
    end = 0
    for span in spans:
        assert span.start >= end
        assert span.of(text) == span.of(text).strip()
        covered.update(range(span.start, span.end))
        end = span.end
    assert all(i in covered for i, sign in enumerate(text) if not sign.isspace())
    assert not any("\n" in span.of(text) for span in spans)


@given(st.text(alphabet="ab .\n", max_size=60), st.integers(1, 10))
def test_pieces_are_the_whole_text_in_order(text: str, longest: int) -> None:
    parts = list(pieces(text, longest))
    assert "".join(part for _, part in parts) == text
    assert all(text.startswith(part, offset) for offset, part in parts)
    assert all(len(part) <= longest for _, part in parts)


def test_a_long_line_is_cut_after_a_sentence() -> None:
    text = "Er is te weinig tijd. " * (LONGEST_PIECE // 10)
    assert set(sentences(text)) == {"Er is te weinig tijd."}


@pytest.mark.parametrize("unit", [".", "...", "… ", '."', "x", "[", "[...] ", "- ", " .\n"])
def test_no_text_takes_long(unit: str) -> None:
    began = time.process_time()
    sentence_spans(unit * (200_000 // len(unit)))
    assert time.process_time() - began < 10
