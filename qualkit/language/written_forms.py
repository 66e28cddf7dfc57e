"""How some phrases are written, counted over any number of parts."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from qualkit.language.arrays import standing
from qualkit.language.candidates import Written
from qualkit.language.found import Found
from qualkit.language.lexicon import Hashes, Ints
from qualkit.language.ranking import Forms
from qualkit.language.variants import Spellings


class WrittenForms:
    """Counts the ways in which some phrases and their other spellings are written."""

    def __init__(self, keys: Sequence[int], other: Spellings) -> None:
        """Look for phrases by their keys."""
        self._keys = np.array(sorted(other.of(keys)), dtype=np.uint64)
        self._other = other
        self._times: defaultdict[tuple[int, str, bool, bool], int] = defaultdict(int)

    def mentions(self, found: Found) -> Ints:
        """Give the rows of the mentions of these phrases."""
        wanted, _rows = standing(self._keys, found.phrase_keys)
        return np.flatnonzero(wanted[found.phrase])

    def add(self, found: Found, rows: Ints, times: Ints) -> None:
        """Count some mentions of these phrases, each so many times."""
        # One number for each way: rows of several would be sorted ten times as slowly.
        ways = (found.phrase[rows] << 32) | (found.surface[rows] << 1) | found.opens[rows]
        unique, which = np.unique(ways, return_inverse=True)
        counts = np.zeros(len(unique), dtype=np.int64)
        np.add.at(counts, which, times)
        moved, meant = self._other.are(found.phrase_keys)
        target: Hashes = found.phrase_keys.copy()
        target[moved] = self._other.meant[meant]
        for number, count in zip(unique.tolist(), counts.tolist(), strict=True):
            phrase, written = number >> 32, number & 0xFFFFFFFF
            surface = found.surfaces[written >> 1]
            way = (int(target[phrase]), surface, bool(written & 1), bool(moved[phrase]))
            self._times[way] += count

    def forms(self) -> Forms:
        """Give what was counted."""
        forms: defaultdict[int, dict[Written, int]] = defaultdict(dict)
        for (key, surface, opens, is_variant), times in self._times.items():
            if times:
                forms[key][Written(surface, opens, is_variant)] = times
        return forms
