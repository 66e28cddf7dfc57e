"""Rules propose what could give somebody away, and leave alone what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.identifiers.marks import apart, marks_in
from qualkit.analysis.identifiers.names import capitals
from qualkit.analysis.identifiers.numbers import passes_account_test, passes_eleven_test
from qualkit.analysis.identifiers.roles import pronouns
from qualkit.domain.identifiers import standing_in
from qualkit.domain.replacements import IdentifierKind as Kind


def found(text: str) -> list[tuple[Kind, str]]:
    return [(mark.kind, mark.span.of(text)) for mark in apart(marks_in(text))]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Bel 06-12345678.", Kind.PHONE, ["06-12345678"]),
        ("via 030 123 45 67 of +31 6 1234 5678", Kind.PHONE, ["030 123 45 67", "+31 6 1234 5678"]),
        ("mail naar jan.v@voorbeeld.nl.", Kind.EMAIL, ["jan.v@voorbeeld.nl"]),
        ("op www.voorbeeld.nl/over, @noord_1", Kind.WEB, ["www.voorbeeld.nl/over", "@noord_1"]),
        ("woont op 1234 AB en 1234AB", Kind.POSTCODE, ["1234 AB", "1234AB"]),
        ("op 3 maart en 03-03-2026", Kind.DATE, ["3 maart", "03-03-2026"]),
        ("begin maart, eind mei 2025", Kind.DATE, ["begin maart", "eind mei 2025"]),
        ("maandag 3 maart, dinsdag de derde", Kind.DATE, ["maandag 3 maart", "dinsdag de derde"]),
        ("March 3rd, 2026 and early May", Kind.DATE, ["March 3rd, 2026", "early May"]),
        ("een man van 43, 17 jaar", Kind.AGE, ["43", "17 jaar"]),
        ("een zeventienjarige en een 17-jarige", Kind.AGE, ["zeventienjarige", "17-jarige"]),
        ("een kind van 6 jaar, drie jaar oud", Kind.AGE, ["6 jaar", "drie jaar oud"]),
        ("hij is drieëndertig jaar oud", Kind.AGE, ["drieëndertig jaar oud"]),
        ("250 verzoeken, 1.250 zaken", Kind.NUMBER, ["250", "1.250"]),
        ("€ 1.250,- of 45 euro", Kind.NUMBER, ["€ 1.250,-", "45 euro"]),
        ("ECLI:NL:RBAMS:2020:1234", Kind.CASE_NUMBER, ["ECLI:NL:RBAMS:2020:1234"]),
        ("zaaknummer 20/1234, kenmerk: AB-12", Kind.CASE_NUMBER, ["20/1234", "AB-12"]),
        ("BSN 111222333", Kind.NUMBER, ["111222333"]),
        ("rekening NL91ABNA0417164300", Kind.NUMBER, ["NL91ABNA0417164300"]),
        ("onze teamchef belt", Kind.ROLE, ["teamchef"]),
        ("de wijkagent van de Vogelbuurt", Kind.ROLE, ["wijkagent van de Vogelbuurt"]),
        ("de enige digitale specialist", Kind.ROLE, ["enige digitale specialist"]),
        ("in Zutphen, Drenthe en Den Haag", Kind.PLACE, ["Zutphen", "Drenthe", "Den Haag"]),
        ("mevrouw Jansen van 't Hof", Kind.NAME, ["Jansen van 't Hof"]),
        ("Anouk zei dat", Kind.NAME, ["Anouk"]),
        ("de gemeente Zutphen", Kind.ORGANISATION, ["gemeente Zutphen"]),
        ("basisschool De Regenboog", Kind.ORGANISATION, ["basisschool De Regenboog"]),
    ],
)  # fmt: skip
def test_a_rule_finds_its_kind_and_the_words_whole(text: str, kind: Kind, words: list[str]) -> None:
    assert [(kind, each) for each in words] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dat duurt al 17 jaar; 5 jaar geleden was het 12 jaar ervaring.",
        "Wat moet er in de volgende drie jaar gebeuren? Nog twaalf jaar.",
        "In 2026 kwam het, om 19:31, met 20% en 12 mensen.",
        "Op maandag, in maart, drie keer per week.",
        "De enige keer, de enige manier.",
        "Bel 112. Ik gebruik Word, Excel en WhatsApp.",
        "Dat is versie 3.8 van het formulier, bladzijde 12.",
        "you may 3 times",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_numbers_are_told_by_their_own_tests() -> None:
    assert passes_eleven_test("111222333") and not passes_eleven_test("123456789")
    assert passes_account_test("NL91 ABNA 0417 1643 00")
    assert not passes_account_test("NL91ABNA0417164301")


def test_without_a_pipeline_capitals_within_a_sentence_are_proposed() -> None:
    text = "Daar belde Ilvy van der Heem in Lommerveen. Toen niet. Op maandag met Word."
    assert [(mark.kind, mark.span.of(text)) for mark in capitals(text)] == [
        (Kind.NAME, "Ilvy van der Heem"),
        (Kind.PLACE, "Lommerveen"),
    ]


def test_he_and_she_are_found_apart() -> None:
    text = "Hij zei dat zij belde."
    assert [mark.span.of(text) for mark in pronouns(text)] == ["Hij", "zij"]
    assert found(text) == []


@given(st.text(st.sampled_from("0123456789 .,-/@ABab€\n"), max_size=60))
def test_marks_lie_apart_and_in_the_text(text: str) -> None:
    marks = apart([*marks_in(text), *capitals(text)])
    ends = 0
    for mark in marks:
        assert ends <= mark.span.start < mark.span.end <= len(text)
        assert mark.span.of(text).strip() == mark.span.of(text)
        ends = mark.span.end


def test_every_kind_has_words_to_stand_in_its_place() -> None:
    for language in ("nl", "en", "fy"):
        assert all(standing_in(kind, language).startswith("[") for kind in Kind)


@pytest.mark.parametrize("piece", ["Aa-", "1 ", "x@", "A'", "http://", "[", "van de "])
def test_a_long_row_of_the_same_signs_does_not_hold_the_rules_up(piece: str) -> None:
    """With one way too many to read a row, this would take hours."""
    text = piece * 5_000
    assert len(apart([*marks_in(text), *capitals(text)])) <= len(text)
