"""What a batch has found so far, in files of its own, so that nothing is read twice.

A part is what one unit of work gave: what was found in its texts, under the hash of each text, and
where those texts stand in its documents. Parts stand in a folder named after the language, pipeline
and code that found them. They are made whole or not at all, never changed, and may be thrown away:
the next run makes them anew. They hold words of the texts, so their folder is the owner's alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from qualkit.formats.atomic import readable_errors, write_whole
from qualkit.language.arrays import begins
from qualkit.language.found import Found
from qualkit.language.lexicon import Hashes, Ints

T = TypeVar("T")

_SUFFIX = ".safetensors"
_END = "\0"
"""What stands after each word when many are kept as one; no text has it."""

_ARRAYS = "np"
"""As which the columns of a part are read."""

_UNREADABLE = (OSError, SafetensorError)


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a part, a row each."""

    sha256: tuple[str, ...]
    """Of what was read, in hexadecimal."""
    text_sha256: tuple[str, ...]
    """Of the text, as an import would keep it."""
    labels: tuple[str, ...]
    """The participant's printed label, where a header has one."""


@dataclass(frozen=True, slots=True)
class DocumentPieces:
    """Where the texts of a part stand in its documents, in order of document and place."""

    document: Ints
    text: Ints
    start: Ints
    """Code points, in the text of the document."""
    line: Ints
    """From 1."""
    speaker: Ints
    """1 for the first who speaks in the document, 2 for the second; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit of work gave."""

    keys: Hashes
    """Two numbers for each text: see `text_keys`."""
    found: Found
    masks: Ints
    """For each mention what kind of identifier it is or is in, from 1; 0 for most."""
    documents: Documents
    pieces: DocumentPieces


def text_keys(texts: list[str]) -> Hashes:
    """Give 128 bits of the hash of each text, as two numbers."""
    raw = b"".join(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts
    )
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64).reshape(-1, 2)


def to_bytes(part: Part) -> bytes:
    """Give a part in bytes, to travel or to be kept."""
    return save(dict(_columns(part, "")))


class Parts:
    """The parts in a folder."""

    def __init__(self, folder: Path) -> None:
        """Look into a folder that may not be there yet."""
        self._folder = folder
        self.names = sorted(path.name for path in folder.glob(f"*{_SUFFIX}"))
        self._index: list[tuple[Hashes, tuple[str, ...]]] = []
        self.names = [name for name in self.names if self._note(name)]
        self._known = set(self.names)

    def add(self, raw: bytes) -> None:
        """Keep a part.

        Raises:
            InvalidInputError: nothing can be written there.
        """
        name = f"{blake2b(raw, digest_size=12).hexdigest()}{_SUFFIX}"
        if name in self._known:
            return
        with readable_errors(self._folder):
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._folder / name, raw)
        if self._note(name):
            self.names.append(name)
            self._known.add(name)
            self.__dict__.pop("_texts", None)
            self.__dict__.pop("documents", None)

    def found(self, number: int) -> Found:
        """Give what was found in a part, without the rest of it."""
        with safe_open(self._folder / self.names[number], _ARRAYS) as columns:
            return _read(Found, columns, "found.")

    def masks(self, number: int) -> Ints:
        """Give the masks of a part, without the rest of it."""
        with safe_open(self._folder / self.names[number], _ARRAYS) as columns:
            masks: Ints = _wide(columns.get_tensor("masks"))
        return masks

    def standing(self, number: int) -> tuple[Documents, DocumentPieces]:
        """Give where the texts of a part stand in documents, without what was found in them."""
        with safe_open(self._folder / self.names[number], _ARRAYS) as columns:
            documents = _read(Documents, columns, "documents.")
            return documents, _read(DocumentPieces, columns, "pieces.")

    def rows_of(self, keys: Hashes) -> tuple[Ints, Ints]:
        """Give for each text, by its keys, its part and its row there; -1 for an unknown one."""
        known, part, row = self._texts
        if not len(known):
            none = np.full(len(keys), -1, dtype=np.int64)
            return none, none
        at = np.minimum(np.searchsorted(known[:, 0], keys[:, 0]), len(known) - 1)
        same = (known[at] == keys).all(axis=1)
        return np.where(same, part[at], -1), np.where(same, row[at], -1)

    @cached_property
    def documents(self) -> dict[str, tuple[int, int]]:
        """The part and the row there of each document, by the hash of what was read."""
        found: dict[str, tuple[int, int]] = {}
        for part, (_keys, documents) in enumerate(self._index):
            for row, sha256 in enumerate(documents):
                found.setdefault(sha256, (part, row))
        return found

    @cached_property
    def _texts(self) -> tuple[Hashes, Ints, Ints]:
        """The keys of all texts in order, each once, with their parts and rows."""
        keys = np.concatenate([np.zeros((0, 2), np.uint64), *(each for each, _ in self._index)])
        sizes = [len(each) for each, _ in self._index]
        part = np.repeat(np.arange(len(sizes)), sizes)
        row = np.concatenate([np.zeros(0, np.int64), *(np.arange(size) for size in sizes)])
        order = np.lexsort((row, part, keys[:, 1], keys[:, 0]))
        once = order[begins(keys[order, 0])]
        return keys[once], part[once], row[once]

    def _note(self, name: str) -> bool:
        """Look up what is in a part; one that is damaged is passed over and made anew."""
        try:
            with safe_open(self._folder / name, _ARRAYS) as columns:
                self._index.append(
                    (columns.get_tensor("keys"), _wide(columns.get_tensor("documents.sha256")))
                )
        except _UNREADABLE:
            return False
        return True


def _columns(item: Any, before: str) -> Iterator[tuple[str, NDArray[Any]]]:
    for field in fields(item):
        value = getattr(item, field.name)
        name = f"{before}{field.name}"
        if isinstance(value, tuple):
            yield name, _packed(value)
        elif isinstance(value, np.ndarray):
            narrow = value.astype(np.int32) if value.dtype == np.int64 else value
            yield name, np.ascontiguousarray(narrow)
        else:
            yield from _columns(value, f"{name}.")


def _read(kind: type[T], columns: Any, before: str) -> T:
    return kind(
        **{field.name: _wide(columns.get_tensor(f"{before}{field.name}")) for field in fields(kind)}  # type: ignore[arg-type]
    )


def _packed(words: tuple[str, ...]) -> NDArray[np.uint8]:
    whole = "".join(f"{word}{_END}" for word in words)
    return np.frombuffer(whole.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _wide(values: NDArray[Any]) -> Any:
    if values.dtype == np.uint8:
        return tuple(values.tobytes().decode("utf-8", "surrogatepass").split(_END)[:-1])
    return values.astype(np.int64) if values.dtype == np.int32 else values
