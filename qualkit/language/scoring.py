"""What every phrase of a study is worth, in arrays.

A word weighs its rarity in the language at large times its keyness in the study. What recurs is
not pushed down: inverse document frequency was measured to hurt (KEYPHRASES).
"""

from dataclasses import dataclass

import numpy as np

from qualkit.language.lexicon import Floats, Ints, Lexicon
from qualkit.language.mentions import Mentions, Shape
from qualkit.language.pipeline import language_code
from qualkit.language.study import Study
from qualkit.language.weights import (
    COMMON_ZIPF,
    LIGHT_VERB_RARITY,
    RARE_ZIPF,
    UNSEEN_FREQUENCY,
    WEIGHTS,
    Weights,
)
from qualkit.language.wordforms import COMPOUNDING

_MIXER = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class WordScale:
    """What each lemma of a study is worth, by number."""

    zipf: Floats
    rarity: Floats
    keyness: Floats
    """Log-likelihood against the language at large; 0 for what is said less than elsewhere."""
    weights: Weights


@dataclass(frozen=True, slots=True)
class Scored:
    """Phrases, a row each, with what they are worth."""

    first: Ints
    """The rows of its mentions `[first, end)`."""
    end: Ints
    score: Floats
    striking: Floats
    """Rarity times completeness, for a phrase that is said once."""
    rarest: Floats
    keyness: Floats


def word_scale(study: Study, weights: Weights = WEIGHTS) -> WordScale:
    """Weigh every word of a study."""
    lexicon: Lexicon = study.lexicon
    zipf = lexicon.zipfs()
    expected = np.maximum(lexicon.frequencies(), UNSEEN_FREQUENCY) * max(1, study.words)
    unusual = rarity(zipf)
    unusual[0] = 0.0  # Number 0 stands for every word that no phrase is made of.
    return WordScale(zipf, unusual, log_likelihood(study.counts, expected), weights)


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


def score(mentions: Mentions, study: Study, scale: WordScale) -> Scored:
    """Weigh the phrases of some mentions, which are in order of phrase, source and place."""
    new = np.ones(len(mentions), dtype=np.bool_)
    new[1:] = mentions.key[1:] != mentions.key[:-1]
    first = np.flatnonzero(new)
    end = np.append(first[1:], len(mentions))
    group = np.cumsum(new) - 1
    words, shape = mentions.words[first], mentions.shape[first]
    times, weights = (end - first).astype(np.float64), scale.weights
    form = _completeness(mentions, group, times, weights) * _shape_weights(weights)[shape]
    together = language_code(study.lexicon.language) in COMPOUNDING
    power = weights.length if together else weights.length_apart
    form /= _counted_words(words, shape, scale) ** power
    value = scale.rarity**weights.rarity * scale.keyness**weights.keyness
    value[0] = 0.0
    speakers = _speakers(mentions, group, study, len(first))
    found = value[words].sum(axis=1) * (1 + np.log(times)) * form
    found *= 1 + weights.spread * np.log2(np.maximum(1, speakers))
    found *= 1 + weights.early * (1 - _places(mentions, first, times, study))
    said = words > 0
    return Scored(
        first=first,
        end=end,
        score=np.round(found, 9),
        striking=np.round(scale.rarity[words].sum(axis=1) * form, 9),
        rarest=np.where(said, scale.zipf[words], 9.0).min(axis=1),
        keyness=np.where(said, scale.keyness[words], 0.0).max(axis=1),
    )


def _counted_words(words: Ints, shape: Ints, scale: WordScale) -> Ints:
    """Count the words of each phrase that make it longer.

    A preposition does not, nor an everyday verb: "aangifte doen" is one idea, as "aangifte" is.
    """
    acts = (shape == Shape.ACTION) | (shape == Shape.LOOSE_ACTION)
    everyday = acts & (scale.rarity[words[:, -1]] < LIGHT_VERB_RARITY)
    counted: Ints = (words > 0).sum(axis=1) - (shape == Shape.TERM) - everyday
    return np.maximum(1, counted)


def _completeness(mentions: Mentions, group: Ints, times: Floats, weights: Weights) -> Floats:
    """Tell how far a phrase stands on its own; 0 when it is only ever a part of one longer one."""
    alone = np.bincount(group, weights=mentions.outer == 0, minlength=len(times))
    parts = np.flatnonzero(mentions.outer)
    # A phrase and a longer one it is in, as one number.
    pairs = mentions.outer[parts] + mentions.key[parts] * _MIXER
    different = parts[np.unique(pairs, return_index=True)[1]]
    wholes = np.bincount(group[different], minlength=len(times))
    complete: Floats = 1 - weights.part * (1 - alone / times)
    return np.where((alone > 0) | (wholes > 1), complete, 0.0)


def _speakers(mentions: Mentions, group: Ints, study: Study, size: int) -> Ints:
    """Count the speakers of each phrase; nobody counts where it is not known who speaks."""
    names = sorted({passage.speaker_key for passage in study.passages} - {""})
    numbers = {"": 0} | {name: number for number, name in enumerate(names, start=1)}
    speaker = np.array([numbers[p.speaker_key] for p in study.passages])[mentions.passage]
    known = speaker > 0
    pairs = np.unique(group[known] * (len(names) + 1) + speaker[known])
    return np.bincount(pairs // (len(names) + 1), minlength=size)


def _places(mentions: Mentions, first: Ints, times: Floats, study: Study) -> Floats:
    """Give where in its passage a phrase stands on average, from 0 (the beginning) to 1."""
    lengths = np.array([max(1, len(passage.text)) for passage in study.passages])
    place = mentions.start / lengths[mentions.passage]
    return np.add.reduceat(place, first) / times


def _shape_weights(weights: Weights) -> Floats:
    return np.array([getattr(weights, shape.name.lower()) for shape in Shape])
