"""Which texts hold passages that are alike, found without comparing every two of them.

Texts are cut in stretches that overlap; of each a sketch is made of the rows of words that some
other text has too and not everybody (MinHash). Stretches whose sketches agree in a part (LSH) are
of texts that are worth comparing word for word.
"""

from collections.abc import Callable, Iterator

import numpy as np

from qualkit.analysis.duplicates.texts import Compared

STRETCH = 40
"""Rows of words in a stretch."""

STEP = 20

LEAST_TELLING = 10
"""Rows of a stretch that some other text has too; with fewer it is like none."""

PERMUTATIONS = 64
BANDS, ROWS = 21, 3
"""Measured over 4,000 chats: with 32 bands of 2, fourteen times as many pairs were compared word
for word, for the same copied passages; with 16 of 4, fewer half-changed stories were found.
"""


def alike_texts(compared: Compared, done: Callable[[int], None]) -> set[tuple[int, int]]:
    """Give the pairs of texts (their places in order) that hold stretches that are alike."""
    # It brings SciPy along, which a list of pairs does without.
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    found = set[tuple[int, int]]()
    for text in range(len(compared.texts)):
        done(text)
        sketches = MinHash.generator(
            _stretches(compared, text), num_perm=PERMUTATIONS, hashfunc=_as_it_is
        )
        made = list(sketches)
        for sketch in made:
            found.update((key[0], text) for key in index.query(sketch))
        for place, sketch in enumerate(made):
            index.insert((text, place), sketch, check_duplication=False)
    return found


def _stretches(compared: Compared, text: int) -> Iterator[list[int]]:
    """Give the rows of each stretch of a text that can be like another."""
    hashes, counts = compared.rows.of(text)
    short = (hashes >> np.uint64(32)).astype(np.uint32)
    for start in range(0, max(len(hashes) - STEP, 1), STEP):
        here = counts[start : start + STRETCH] > 0
        if np.count_nonzero(here) >= LEAST_TELLING:
            rows: list[int] = short[start : start + STRETCH][here].tolist()
            yield rows


def _as_it_is(row: int) -> int:
    return row
