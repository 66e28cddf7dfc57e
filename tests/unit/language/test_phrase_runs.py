"""Runs of words in a `Doc`, tagged by hand or not at all."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from qualkit.language.runs import MOST_WORDS, is_sentence_start, lemmas, runs

NL = spacy.blank("nl")


def whole(text: str, language: str = "nl") -> list[str]:
    """Give the longest phrases of untagged text."""
    doc = spacy.blank(language)(text) if language != "nl" else NL(text)
    return [doc[run.start : run.end].text for run in runs(doc, language) if not run.within]


def tagged(*words: tuple[str, str, str]) -> Doc:
    """Make a `Doc` of words with their part of speech and lemma."""
    return Doc(
        NL.vocab,
        words=[word for word, _, _ in words],
        pos=[pos for _, pos, _ in words],
        lemmas=[base for _, _, base in words],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De tweede verklaring komt dan pas na drie weken.", ["verklaring"]),
        ("Dat geeft hoge werkdruk, zeg maar.", ["hoge werkdruk"]),
        ("Er is eigenlijk gewoon een beetje capaciteitstekort.", ["capaciteitstekort"]),
        ("De digitale vaardigheden van leerlingen.", ["digitale vaardigheden", "leerlingen"]),
        ("De intern begeleider belt.", ["intern begeleider"]),
        ("De wachttijd, de meldkamer", ["wachttijd", "meldkamer"]),
        ("Mail naar balie@voorbeeld.nl of www.voorbeeld.nl om 10:30 uur op 12-03-2024.", []),
        ("Toen zei [naam bekend] iets over de wachtlijst.", ["wachtlijst"]),
        ("Zij werkt bij Bureau Noord in de wijk.", ["Bureau Noord"]),
        ("Zij werkt met de 112-melding en e-mail.", ["112-melding", "e-mail"]),
        ("Het loopt; 12 %, 1.200 en 88.7% ... !!!", []),
        ("Dat is nóóit een probleem geweest.", ["probleem"]),
        ("Dus ja, nou, weet je, dat vinden we natuurlijk ook.", []),
        ("", []),
    ],
)
def test_without_tags_runs_stand_between_stop_words(text: str, expected: list[str]) -> None:
    assert whole(text) == expected


def test_nouns_in_a_row_are_one_phrase_in_english_only() -> None:
    assert whole("They mentioned the police capacity problem.", "en") == ["police capacity problem"]
    assert whole("Zo krijgt de burger informatie.") == ["burger", "informatie"]


def test_with_tags_runs_are_adjectives_nouns_and_names() -> None:
    doc = tagged(
        ("De", "DET", "de"),
        ("eerste", "ADJ", "een"),
        ("losse", "ADJ", "los"),
        ("inhuur", "NOUN", "inhuur"),
        ("helpt", "VERB", "helpen"),
        ("Bureau", "PROPN", "bureau"),
        ("Noord", "PROPN", "noord"),
        ("gewoon", "ADJ", "gewoon"),
        ("snel", "ADJ", "snel"),
    )
    found = [(doc[run.start : run.end].text, bool(run.within)) for run in runs(doc, "nl")]
    assert found == [
        ("losse inhuur", False),
        ("inhuur", True),
        ("Bureau Noord", False),
        ("Bureau", True),
        ("Noord", True),
    ]


def test_a_tagged_verb_is_no_phrase_and_a_tagged_noun_is() -> None:
    doc = tagged(("Wachten", "VERB", "wachten"), ("op", "ADP", "op"), ("start", "NOUN", "start"))
    assert [doc[run.start : run.end].text for run in runs(doc, "nl")] == ["start"]


def test_a_long_run_keeps_its_last_words() -> None:
    doc = tagged(*((word, "NOUN", word) for word in ("loket", "balie", "wijk", "school", "team")))
    longest = [run for run in runs(doc, "nl") if not run.within]
    assert [(run.start, run.end) for run in longest] == [(1, 5)]


def test_a_noun_that_says_nothing_is_no_phrase_alone() -> None:
    doc = tagged(("manier", "NOUN", "manier"), (".", "PUNCT", "."), ("warme", "ADJ", "warm"))
    assert list(runs(doc, "nl")) == []


def test_the_lemma_of_a_word_no_list_holds_is_the_taggers() -> None:
    doc = tagged(("Digitale", "PROPN", "Digitale"), ("zxqvwen", "NOUN", "zxqvw"))
    assert lemmas(doc, "nl") == "digitaal zxqvw"


def test_the_first_word_of_a_sentence_is_known() -> None:
    doc = NL('Ja. "Nee, de balie\nLoket: Wijk')
    starts = [token.text for token in doc if token.is_alpha and is_sentence_start(doc, token.i)]
    assert starts == ["Ja", "Nee", "Loket", "Wijk"]


@given(st.text(alphabet="aDe ligknw-.,'’1[]@:/\n\"", max_size=60))
def test_a_run_begins_and_ends_with_a_word(text: str) -> None:
    doc = NL(text)
    for run in runs(doc, "nl"):
        words = doc[run.start : run.end]
        assert 1 <= len(words) <= MOST_WORDS
        assert all(any(sign.isalpha() for sign in word.text) for word in words)
        assert not any(word.is_stop or word.is_punct or word.is_space for word in words)
