"""The short check of pipelines: its sentences are sound, and it tells good answers from bad."""

from pathlib import Path

import pytest
import spacy

from qualkit.domain.pipelines import Share
from qualkit.language.check import check, check_passages
from qualkit.language.pipeline import blank_pipeline, find_pipeline

PARTS_OF_SPEECH = {"NOUN", "VERB", "ADJ"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sentences_cover_their_passages_and_the_words_stand_in_them(language: str) -> None:
    passages = check_passages(language)
    assert sum(len(passage.sentences) for passage in passages) >= 8
    for passage in passages:
        assert " ".join(span.of(passage.text) for span in passage.sentences) == passage.text
        for word in passage.words:
            assert word.span.of(passage.text).isalpha()
            assert word.part_of_speech in PARTS_OF_SPEECH
            assert word.lemma == word.lemma.lower()
            assert any(
                s.start <= word.span.start < word.span.end <= s.end for s in passage.sentences
            )


def test_the_blank_pipeline_gives_no_parts_of_speech_and_looks_lemmas_up() -> None:
    scores = check(blank_pipeline("nl"), "nl")
    assert scores is not None
    assert scores.parts_of_speech is None
    assert 0 < scores.lemmas.right < scores.lemmas.total
    assert scores.sentences.total == 20


def test_a_language_without_sentences_has_no_scores() -> None:
    assert check(blank_pipeline("de"), "de") is None


def test_right_answers_score_and_wrong_ones_do_not(tmp_path: Path) -> None:
    words = [
        (word.span.of(passage.text), word)
        for passage in check_passages("nl")
        for word in passage.words
    ]
    wrong = {surface.lower() for surface, _ in words[:4]}
    times_wrong = sum(surface.lower() in wrong for surface, _ in words)
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer", config={"punct_chars": ["!"]})
    ruler = nlp.add_pipe("attribute_ruler")
    for surface, word in words:
        given = {"POS": "X", "LEMMA": "?"}
        if surface.lower() not in wrong:
            given = {"POS": word.part_of_speech, "LEMMA": word.lemma}
        ruler.add([[{"LOWER": surface.lower()}]], given)  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "goed")
    scores = check(find_pipeline("nl", str(tmp_path / "goed")), "nl")
    assert scores is not None
    total = len(words)
    assert scores.parts_of_speech == Share(total - times_wrong, total)
    assert scores.lemmas == Share(total - times_wrong, total)
    assert scores.sentences == Share(0, 20), "no sentence ends in an exclamation mark"


def test_a_pipeline_s_own_borders_are_looked_at_even_when_they_are_off_by_default(
    tmp_path: Path,
) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("senter")
    nlp.initialize()
    nlp.disable_pipe("senter")
    nlp.to_disk(tmp_path / "uit")
    scores = check(find_pipeline("nl", str(tmp_path / "uit")), "nl")
    assert scores is not None
    assert scores.sentences.right < 20, "an untrained model finds no borders where our rules do"
