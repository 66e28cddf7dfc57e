"""Recall of marked phrases, exact and fuzzy, and how sure a difference is."""

import re
from collections.abc import Sequence
from random import Random
from statistics import mean

from rapidfuzz import fuzz

FUZZY = 75.0
"""rapidfuzz's `token_set_ratio` from which a suggestion stands for a marked phrase."""

RESAMPLES = 2_000


def recall(marked: Sequence[str], suggested: Sequence[str], fuzzy: bool) -> float:
    """Give the share of marked phrases that are among the suggested ones."""
    found = {normal(phrase) for phrase in suggested}
    hits = [_is_hit(normal(phrase), found, fuzzy) for phrase in marked]
    return sum(hits) / len(hits)


def difference(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Give the mean paired difference and its 95% interval by bootstrap over segments."""
    pairs = [a - b for a, b in zip(ours, theirs, strict=True)]
    rng = Random(20)
    means = sorted(mean(rng.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES))
    return mean(pairs), means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]


def normal(phrase: str) -> str:
    """Write a phrase small, with single spaces and straight quotes, for comparison."""
    return re.sub(r"\s+", " ", phrase.replace("’", "'")).strip(" .,;:!?\"'()").lower()


def _is_hit(phrase: str, found: set[str], fuzzy: bool) -> bool:
    if not fuzzy:
        return phrase in found
    return any(fuzz.token_set_ratio(phrase, other) >= FUZZY for other in found)
