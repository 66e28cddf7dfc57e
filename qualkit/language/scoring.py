"""What every phrase of a set is worth, in arrays.

A word weighs its rarity in the language at large times its keyness in the set. What recurs is
not pushed down: inverse document frequency was measured to hurt (KEYPHRASES).
"""

from dataclasses import dataclass

import numpy as np

from qualkit.language.found import WIDTH
from qualkit.language.lexicon import Floats, Ints
from qualkit.language.mentions import Shape
from qualkit.language.pipeline import language_code
from qualkit.language.tally import PLACE_UNIT, Tally
from qualkit.language.vocabulary import Lemmas, Vocabulary
from qualkit.language.weights import (
    COMMON_ZIPF,
    LIGHT_VERB_RARITY,
    RARE_ZIPF,
    UNSEEN_FREQUENCY,
    WEIGHTS,
    Weights,
)
from qualkit.language.wordforms import COMPOUNDING


@dataclass(frozen=True, slots=True)
class WordScale:
    """What each lemma of a set is worth, by its row."""

    lemmas: Lemmas
    language: str
    rarity: Floats
    keyness: Floats
    """Log-likelihood against the language at large; 0 for what is said less than elsewhere."""
    weights: Weights


@dataclass(frozen=True, slots=True)
class Scored:
    """What the phrases of a tally are worth, a row each."""

    score: Floats
    striking: Floats
    """Rarity times completeness, for a phrase that is said once."""
    rarest: Floats
    keyness: Floats


def word_scale(vocabulary: Vocabulary, weights: Weights = WEIGHTS) -> WordScale:
    """Weigh every word of a set."""
    lemmas = vocabulary.lemmas()
    expected = np.maximum(lemmas.frequency, UNSEEN_FREQUENCY) * max(1, vocabulary.words)
    unusual = rarity(lemmas.zipf)
    unusual[0] = 0.0  # Row 0 stands for no word.
    keyness = log_likelihood(lemmas.said, expected)
    return WordScale(lemmas, vocabulary.language, unusual, keyness, weights)


def rarity(zipf: Floats) -> Floats:
    """Tell how unusual words of these Zipf frequencies are, from 0 (everywhere) to 1."""
    return np.clip((COMMON_ZIPF - zipf) / (COMMON_ZIPF - RARE_ZIPF), 0.0, 1.0)


def log_likelihood(said: Ints, expected: Floats) -> Floats:
    """Give Dunning's G2 of how often words are said beside how often that was to be expected.

    The language at large is so much larger than a study that its side of the table is dropped.
    """
    times = np.maximum(said, 1)
    found = 2 * (times * np.log(times / expected) - (times - expected))
    return np.where((said > 0) & (said > expected), found, 0.0)


def score(tally: Tally, scale: WordScale) -> Scored:
    """Weigh the phrases of a tally by the words of the set it belongs to."""
    weights, times = scale.weights, tally.times.astype(np.float64)
    words = scale.lemmas.rows(tally.lemmas)
    form = _completeness(tally, times, weights) * _shape_weights(weights)[tally.shape]
    together = language_code(scale.language) in COMPOUNDING
    power = weights.length if together else weights.length_apart
    form /= _counted_words(words, tally.shape, scale) ** power
    value = scale.rarity**weights.rarity * scale.keyness**weights.keyness
    value[0] = 0.0
    found = value[words].sum(axis=1) * (1 + np.log(times)) * form
    found *= 1 + weights.spread * np.log2(np.maximum(1, tally.speakers()))
    # From 0, the beginning of its text, to 1, on average.
    place = tally.place / (times * PLACE_UNIT)
    found *= 1 + weights.early * (1 - place)
    said = words > 0
    return Scored(
        score=np.round(found, 9),
        striking=np.round(scale.rarity[words].sum(axis=1) * form, 9),
        rarest=np.where(said, scale.lemmas.zipf[words], 9.0).min(axis=1, initial=9.0),
        keyness=np.where(said, scale.keyness[words], 0.0).max(axis=1, initial=0.0),
    )


def _counted_words(words: Ints, shape: Ints, scale: WordScale) -> Ints:
    """Count the words of each phrase that make it longer.

    A preposition does not, nor an everyday verb: "aangifte doen" is one idea, as "aangifte" is.
    """
    acts = (shape == Shape.ACTION) | (shape == Shape.LOOSE_ACTION)
    last = WIDTH - 1 - (words > 0)[:, ::-1].argmax(axis=1)
    verb = np.take_along_axis(words, last[:, None], axis=1)[:, 0]
    everyday = acts & (scale.rarity[verb] < LIGHT_VERB_RARITY)
    counted: Ints = (words > 0).sum(axis=1) - (shape == Shape.TERM) - everyday
    return np.maximum(1, counted)


def _completeness(tally: Tally, times: Floats, weights: Weights) -> Floats:
    """Tell how far a phrase stands on its own; 0 when it is only ever a part of one longer one."""
    complete: Floats = 1 - weights.part * (1 - tally.alone / times)
    in_several = tally.outer_high > tally.outer_low
    return np.where((tally.alone > 0) | in_several, complete, 0.0)


def _shape_weights(weights: Weights) -> Floats:
    return np.array([getattr(weights, shape.name.lower()) for shape in Shape])
