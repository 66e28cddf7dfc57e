"""The kind of a word by look-up."""

import pytest

from qualkit.language.wordforms import (
    LONGEST_WORD,
    Kind,
    is_in_dictionary,
    kind_of,
    lemma,
    noun_lemma,
    without_stress,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("agenten", "agent"),
        ("wachttijden", "wachttijd"),
        ("digitale", "digitaal"),
        ("Aangiftes", "aangifte"),
        ("nepwinkels", "nepwinkel"),
        ("zxqvw", "zxqvw"),
    ],
)
def test_a_lemma_is_looked_up(word: str, expected: str) -> None:
    assert lemma(word, "nl") == expected


def test_a_noun_is_not_given_the_lemma_of_a_verb() -> None:
    assert noun_lemma("rooster", "nl") == "rooster"
    assert noun_lemma("roosters", "nl") == "rooster"
    assert noun_lemma("reden", "nl") == noun_lemma("redenen", "nl") == "reden"
    assert noun_lemma("agent", "nl") == noun_lemma("agenten", "nl") == "agent"


NOT_IN_A_PHRASE = """
loopt liep komt kwam geeft aangegeven vertelde zegt wachten bellen zitten staat doorverbinden
daarmee eigenlijk tweeduizend
"""


@pytest.mark.parametrize("word", NOT_IN_A_PHRASE.split())
def test_verbs_filler_and_numbers_make_no_phrase(word: str) -> None:
    assert kind_of(word, "nl") is Kind.OTHER


def test_nouns_and_adjectives_are_told_apart() -> None:
    for noun in ("politie", "wachttijd", "leven", "vertrouwen", "personeel", "website", "e-mail"):
        assert kind_of(noun, "nl") is Kind.NOUN, noun
    for adjective in (
        "digitale",
        "hoge",
        "stil",
        "tevreden",
        "onduidelijke",
        "sneller",
        "langdurig",
    ):
        assert kind_of(adjective, "nl") is Kind.ADJECTIVE, adjective


def test_a_determiner_makes_a_noun_or_adjective_of_a_verb_form() -> None:
    assert kind_of("draai", "nl") is Kind.OTHER
    assert kind_of("draai", "nl", after_determiner=True) is Kind.NOUN
    assert kind_of("gesloten", "nl", after_determiner=True) is Kind.ADJECTIVE


def test_an_unknown_language_has_no_look_up() -> None:
    assert lemma("Woorden", "qq") == "woorden"
    assert not is_in_dictionary("woorden", "qq")
    assert kind_of("woorden", "qq") is Kind.NOUN


@pytest.mark.parametrize("size", [LONGEST_WORD, LONGEST_WORD + 1, 1_000_000])
def test_a_very_long_word_is_left_alone(size: int) -> None:
    assert lemma("x" * size, "nl") == "x" * size
    assert not is_in_dictionary("x" * size, "nl")


def test_the_accents_of_stress_are_taken_off() -> None:
    assert [without_stress(word) for word in ("nóóit", "dáár", "één", "reële", "hè")] == [
        "nooit",
        "daar",
        "een",
        "reële",
        "hè",
    ]
