"""What the first pass finds in some texts: plain numbers and words, whoever read them and where.

Lemmas and phrases are told apart by keys that are worked out from their letters, so that what was
found in two runs, or on two machines, can be put together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from qualkit.language.lexicon import Bools, Hashes, Ints

WIDTH = 6
"""The most lemmas in a phrase; articles are not among them."""

_END = "\0"
"""What stands after each word when many are kept as one; no text has it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Phrases and words of some texts.

    Numbers in it are rows of its own lists; mentions and what is said are in order of text.
    """

    lengths: Ints
    """Code points of each text."""
    words: Ints
    """Words said in each text."""
    lemmas: tuple[str, ...]
    lemma_keys: Hashes
    forms: tuple[str, ...]
    """Words as written, in small letters; each with a lemma."""
    form_lemma: Ints
    said_text: Ints
    """How often each form is said in each text."""
    said_form: Ints
    said_times: Ints
    phrases: Ints
    """The lemmas of each phrase, a row of `WIDTH`, -1 where there is none."""
    phrase_keys: Hashes
    surfaces: tuple[str, ...]
    """Phrases as they are written somewhere."""
    text: Ints
    """The text of each mention, its phrase, and the key of the longer phrase it is in (0: none)."""
    phrase: Ints
    outer: Hashes
    shape: Ints
    start: Ints
    """Where each mention begins and ends in its text: code points, half-open."""
    end: Ints
    surface: Ints
    opens: Bools
    """Whether the first capital of a mention may be only that of a sentence."""


def to_bytes(found: Found) -> bytes:
    """Give it in few bytes, the same for the same things found."""
    columns: dict[str, NDArray[Any]] = {}
    for field in fields(Found):
        value = getattr(found, field.name)
        columns[field.name] = _packed(value) if isinstance(value, tuple) else _narrow(value)
    target = BytesIO()
    np.savez_compressed(target, allow_pickle=False, **columns)
    return target.getvalue()


def from_bytes(raw: bytes) -> Found:
    """Give back what `to_bytes` made bytes of.

    Raises:
        ValueError: they are no such bytes.
    """
    try:
        with np.load(BytesIO(raw), allow_pickle=False) as columns:
            return Found(**{field.name: _wide(columns[field.name]) for field in fields(Found)})
    except (OSError, EOFError, KeyError, TypeError, BadZipFile) as problem:
        raise ValueError(str(problem)) from problem


def rows_of(column: Ints | Hashes, wanted: Ints | Hashes) -> tuple[Ints, Ints]:
    """Give the rows of a sorted column that hold each wanted number, and the number of the wanted.

    What is wanted twice comes twice.
    """
    first = np.searchsorted(column, wanted, "left")
    sizes = np.searchsorted(column, wanted, "right") - first
    begins = np.cumsum(sizes) - sizes
    rows = np.arange(int(sizes.sum())) + np.repeat(first - begins, sizes)
    return rows, np.repeat(np.arange(len(wanted)), sizes)


def _packed(words: Sequence[str]) -> NDArray[np.uint8]:
    whole = "".join(f"{word}{_END}" for word in words)
    return np.frombuffer(whole.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _narrow(values: NDArray[Any]) -> NDArray[Any]:
    return values.astype(np.int32) if values.dtype == np.int64 else values


def _wide(values: NDArray[Any]) -> Any:
    if values.dtype == np.uint8:
        return tuple(values.tobytes().decode("utf-8", "surrogatepass").split(_END)[:-1])
    return values.astype(np.int64) if values.dtype == np.int32 else values
