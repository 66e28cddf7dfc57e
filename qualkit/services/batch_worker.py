"""What a worker of a batch does with one unit of it, in whatever process or machine it runs.

It loads its pipeline once, tags, finds the phrases, and gives back a part in bytes: no `Doc` ever
travels, and no text does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import psutil

from qualkit.domain.batch_documents import Document, DocumentEvidence, SetAside
from qualkit.domain.suggestions import PipelineInfo
from qualkit.errors import UnreadableFileError
from qualkit.language.reading import read_alone
from qualkit.services.batch_parts import (
    DocumentPieces,
    Documents,
    Part,
    text_keys,
    to_bytes,
)
from qualkit.services.document_passages import document_evidence
from qualkit.services.identifier_masks import mention_masks

UNIT_BYTES = 200_000
"""Of text in a unit: some seconds of work, which is what a killed run loses."""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text that a project has borders for already."""

    name: str
    """By which it is set aside when it cannot be read: `P3:27`."""
    text: str


Item: TypeAlias = Document | NamedText


@dataclass(frozen=True, slots=True)
class Unit:
    """Work for one worker, for some seconds."""

    language: str
    pipeline: PipelineInfo
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class UnitRead:
    """What became of a unit."""

    part: bytes
    """See `batch_parts.to_bytes`; empty when nothing of it could be read."""
    items: int
    """How many items there were."""
    words: int
    """Words read in them."""
    set_aside: tuple[SetAside, ...]
    worker: str
    """Which worker did it."""
    memory: int
    """Bytes that the worker took after it."""
    has_failed: bool = False
    """Whether it is a single item that broke its worker."""


def units(
    items: Iterable[Item], language: str, pipeline: PipelineInfo, size: int = UNIT_BYTES
) -> Iterator[Unit]:
    """Make units of items, each as large as `size` (bytes of text) or a little more."""
    gathered: list[Item] = []
    taken = 0
    for item in items:
        gathered.append(item)
        taken += len(item.raw) if isinstance(item, Document) else len(item.text)
        if taken >= size:
            yield Unit(language, pipeline, tuple(gathered))
            gathered, taken = [], 0
    if gathered:
        yield Unit(language, pipeline, tuple(gathered))


def read_unit(unit: Unit) -> UnitRead:
    """Find the phrases of one unit.

    A document that cannot be read is set aside by name; what an item makes the pipeline do beyond
    that (run out of memory, crash) is for the engine to find out.

    Raises:
        PipelineMissingError: the worker does not have the pipeline.
    """
    reading = _Reading(unit)
    found = read_alone(reading.texts, unit.language, unit.pipeline)
    masks = mention_masks(found, reading.texts, unit.language)
    documents, pieces = reading.documents(), reading.pieces()
    part = Part(text_keys(reading.texts), found, masks, documents, pieces)
    process = psutil.Process()
    return UnitRead(
        part=to_bytes(part) if reading.texts or documents.sha256 else b"",
        items=len(unit.items),
        words=int(found.words.sum()),
        set_aside=tuple(reading.set_aside),
        worker=str(process.pid),
        memory=process.memory_info().rss,
    )


class _Reading:
    """Takes the texts out of the items of a unit, each once."""

    def __init__(self, unit: Unit) -> None:
        self.texts: list[str] = []
        self.set_aside: list[SetAside] = []
        self._numbers: dict[str, int] = {}
        self._documents: list[tuple[Document, DocumentEvidence]] = []
        self._rows: list[tuple[int, int, int, int, int]] = []
        for item in unit.items:
            if isinstance(item, NamedText):
                self._number(item.text)
            else:
                self._take(item)

    def documents(self) -> Documents:
        return Documents(
            sha256=tuple(document.sha256.hex() for document, _evidence in self._documents),
            text_sha256=tuple(evidence.text_sha256 for _document, evidence in self._documents),
            labels=tuple(evidence.label for _document, evidence in self._documents),
        )

    def pieces(self) -> DocumentPieces:
        rows = np.array(self._rows, dtype=np.int64).reshape(-1, 5)
        return DocumentPieces(*rows.T)

    def _take(self, document: Document) -> None:
        try:
            evidence = document_evidence(document)
        except UnreadableFileError as problem:
            self.set_aside.append(SetAside(document.name, problem.message))
            return
        row = len(self._documents)
        self._documents.append((document, evidence))
        speakers: dict[str, int] = {"": 0}
        for passage in evidence.passages:
            speaker = speakers.setdefault(passage.speaker_key, len(speakers))
            text = self._number(passage.text)
            self._rows.append((row, text, passage.span.start, passage.line, speaker))

    def _number(self, text: str) -> int:
        number = self._numbers.setdefault(text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        return number
