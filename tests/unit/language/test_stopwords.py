"""Stop words: what no phrase should be made of."""

import pytest

from qualkit.language.stopwords import is_pronominal_adverb, stop_words


@pytest.mark.parametrize("word", ["eigenlijk", "gewoon", "natuurlijk", "ja", "nou", "dus", "ofzo"])
def test_interview_filler_is_known(word: str) -> None:
    assert stop_words("nl").stops(word)


@pytest.mark.parametrize("verb", ["aangeven", "zeggen", "vertellen", "vinden", "denken"])
def test_reporting_verbs_are_known(verb: str) -> None:
    assert verb in stop_words("nl").reporting


def test_filler_of_several_words_is_counted() -> None:
    words = stop_words("nl")
    assert words.filler_at(["dat", "is", "zeg", "maar", "zo"], 2) == 2
    assert words.filler_at(["weet", "je", "wel"], 0) == 3
    assert words.filler_at(["zeg", "niets"], 0) == 0
    assert words.filler_at(["zeg"], 0) == 0


def test_a_stop_word_of_spacy_is_not_filler() -> None:
    words = stop_words("nl")
    assert words.stops("de")
    assert not words.is_filler("de")


@pytest.mark.parametrize(("language", "word"), [("en", "basically"), ("de", "und")])
def test_other_languages_have_stop_words(language: str, word: str) -> None:
    assert stop_words(language).stops(word)
    assert not stop_words("qq").stops(word)


def test_pronominal_adverbs_are_recognised() -> None:
    assert all(is_pronominal_adverb(word) for word in ("daarmee", "ervoor", "waarvan", "hieruit"))
    assert not any(is_pronominal_adverb(word) for word in ("ervaring", "waarde", "hier"))
