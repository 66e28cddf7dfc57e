"""What columns of numbers are asked again and again: where a value begins, where one stands."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from qualkit.language.lexicon import Bools, Hashes, Ints


def begins(*columns: NDArray[Any]) -> Bools:
    """Tell of rows in order which of them begins another value, in any of some columns."""
    new = np.ones(len(columns[0]), dtype=np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return new


def standing(ordered: Hashes, asked: Hashes) -> tuple[Bools, Ints]:
    """Tell which of some numbers stand in a sorted column, and the rows of those that do."""
    if not len(ordered):
        return np.zeros(len(asked), dtype=np.bool_), np.zeros(0, dtype=np.int64)
    rows = np.minimum(np.searchsorted(ordered, asked), len(ordered) - 1)
    found: Bools = ordered[rows] == asked
    return found, rows[found]


def rows_of(column: Ints | Hashes, wanted: Ints | Hashes) -> tuple[Ints, Ints]:
    """Give the rows of a sorted column that hold each wanted number, and the number of the wanted.

    What is wanted twice comes twice.
    """
    first = np.searchsorted(column, wanted, "left")
    sizes = np.searchsorted(column, wanted, "right") - first
    starts = np.cumsum(sizes) - sizes
    rows = np.arange(int(sizes.sum())) + np.repeat(first - starts, sizes)
    return rows, np.repeat(np.arange(len(wanted)), sizes)
