"""Finding codes by a few letters of their name, path or description."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from qualkit.domain.codes import CodeEntry

LEAST_LIKENESS = 62
"""Of 100; what is less like the typed letters is not offered."""

AS_TYPED = 100

MEANT = 80
"""From this likeness on, a code is taken for what was meant; below it, a new one is."""


def matching_codes(query: str, entries: Sequence[CodeEntry]) -> list[CodeEntry]:
    """Give the codes that are like a query, the most like first; all of them for an empty one.

    Names count most, then paths, then descriptions; the beginning of a name or of its words, and
    the first letters of its words ("twm": te weinig mensen), come before what is merely like it.
    """
    if not query.strip():
        return list(entries)
    scored = [(likeness(query, entry), index) for index, entry in enumerate(entries)]
    # Where something holds the letters as typed, nobody wants what is merely like it.
    least = AS_TYPED if any(score >= AS_TYPED for score, _ in scored) else LEAST_LIKENESS
    good = [(-score, len(entries[i].code.name), i) for score, i in scored if score >= least]
    return [entries[i] for _, _, i in sorted(good)]


def likeness(query: str, entry: CodeEntry) -> float:
    """Tell how like a query a code is; 100 and more holds the letters as typed."""
    wanted = " ".join(query.casefold().split())
    name, path = entry.code.name.casefold(), entry.path.casefold()
    words = re.findall(r"\w+", name)
    as_typed = {
        200: wanted in (name, path),
        150: name.startswith(wanted),
        140: any(word.startswith(wanted) for word in words),
        130: len(wanted) > 1 and "".join(word[0] for word in words).startswith(wanted),
        120: wanted in path,
        100: len(wanted) > 2 and wanted in entry.code.words.casefold(),
    }
    score = next((score for score, holds in as_typed.items() if holds), 0)
    if score or len(wanted) < 3:
        return score
    return max(_alike(wanted, name), _alike(wanted, path) * 0.95)


def _alike(wanted: str, name: str) -> float:
    """Compare as a whole; letters that are clearly fewer also with the best part of the name."""
    if len(wanted) < 0.7 * len(name):
        return fuzz.partial_ratio(wanted, name) * 0.98
    return fuzz.ratio(wanted, name) * 0.98


def is_known(path: str, entries: Sequence[CodeEntry]) -> bool:
    """Tell whether there is a code with exactly this path."""
    wanted = " ".join(path.casefold().split())
    return any(entry.path.casefold() == wanted for entry in entries)
