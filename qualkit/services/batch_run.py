"""A batch: every text is read once, ever; what was found is ranked as one set.

It can be stopped at any moment, also with `kill -9`: what was read is kept, and the next run goes
on from there. The result depends on the texts, the pipeline and the code, and on nothing else.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import psutil

from qualkit.domain.batch_documents import Document, SetAside
from qualkit.domain.suggestions import PipelineInfo, RejectedPhrases, Rejection
from qualkit.errors import BatchFailedError
from qualkit.language.fingerprint import fingerprint
from qualkit.language.pipeline import find_pipeline
from qualkit.language.ranking import Ranked
from qualkit.services.batch_masks import Masks
from qualkit.services.batch_parts import Parts
from qualkit.services.batch_ranking import RankedSet, SetPieces
from qualkit.services.batch_rows import SetRows, SetSources, rows_of_set
from qualkit.services.batch_sets import document_pieces
from qualkit.services.batch_worker import UNIT_BYTES, Item, Unit, UnitRead, units
from qualkit.services.suggestions import spare
from qualkit.translation import _

_MOST_FAILED = 20
"""Texts that broke their worker before a single one was read: then it is not the texts."""


class Engine(Protocol):
    """Reads units somewhere."""

    def read(self, units: Iterable[Unit]) -> Iterator[UnitRead]:
        """Read units in any order and give each as it is done."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """How far a batch has come."""

    items: int
    """Documents or passages that are done, those that were known among them."""
    of: int | None
    """How many there are; None while that is not known."""
    read: int
    """Those that were read in this run."""
    words: int
    """Words read in them."""


Progress = Callable[[Done], None]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What a batch did."""

    language: str
    pipeline: PipelineInfo
    settings: str
    """The fingerprint of pipeline, language and code."""
    sources: int
    """Sources or documents of which something was read, now or before."""
    passages: int
    words: int
    """Words in all of them."""
    read: int
    """Documents or passages that were read in this run; the rest was known."""
    words_read: int
    set_aside: tuple[SetAside, ...]
    """By name, once each."""
    memory: int
    """Most bytes that this program took, as far as was looked."""
    worker_memory: int
    """The same of a single worker; 0 when none was needed."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch found."""

    report: BatchReport
    rows: SetRows


class BatchRun:
    """Runs over a set; everything that is read is kept in a folder."""

    def __init__(
        self,
        kept_in: Path,
        language: str,
        pipeline: str | None,
        engine: Engine,
        progress: Progress | None = None,
        unit_bytes: int = UNIT_BYTES,
    ) -> None:
        """Set up a run.

        Args:
            kept_in: The folder where what is read is kept.
            language: Of the texts.
            pipeline: The name of a pipeline, or None for the best there is.
            engine: Where it is read.
            progress: Called as it goes on.
            unit_bytes: Bytes of text that a worker gets at a time.

        Raises:
            PipelineMissingError: the pipeline that is named is not there.
        """
        self.language = language
        self.pipeline = find_pipeline(language, pipeline)
        self.settings = fingerprint(language, self.pipeline)
        self.parts = Parts(kept_in / self.settings)
        self._engine = engine
        self._progress = progress
        self._unit_bytes = unit_bytes
        self._set_aside: dict[SetAside, None] = {}
        self._read = self._done = self._words = self._failed = 0
        self._memory = self._worker_memory = 0

    def over_documents(
        self,
        documents: Iterable[Document | SetAside],
        top: int,
        masks: Masks,
        count: int | None = None,
    ) -> Batch:
        """Suggest over documents that belong to no project, in the order of their names.

        `count` is how many there are, if that is known.
        """
        return self.suggest(*self.read_documents(documents, count), top, masks)

    def read_documents(
        self, documents: Iterable[Document | SetAside], count: int | None = None
    ) -> tuple[SetPieces, SetSources]:
        """Read documents that are not known yet, and give all, in the order of their names."""
        wanted: list[tuple[str, str]] = []
        self.read_texts(self._unknown(documents, wanted), count)
        known = self.parts.documents
        wanted = sorted(each for each in wanted if each[1] in known)
        return document_pieces(self.parts, wanted)

    def read_texts(self, items: Iterable[Item], count: int | None = None) -> None:
        """Read texts or documents that are not known yet; `count` is how many, if that is known.

        Raises:
            BatchFailedError: none of the first ones can be read.
        """
        self._tell(count)
        work = units(items, self.language, self.pipeline, self._unit_bytes)
        for unit in self._engine.read(work):
            if unit.part:
                self.parts.add(unit.part)
            self._set_aside |= dict.fromkeys(unit.set_aside)
            self._failed += unit.has_failed
            self._read += unit.items - len(unit.set_aside)
            self._done += unit.items
            self._words += unit.words
            if unit.worker != str(os.getpid()):
                self._worker_memory = max(self._worker_memory, unit.memory)
            self._look_at_memory()
            self._tell(count)
            if self._failed >= _MOST_FAILED and not self._read:
                raise BatchFailedError(
                    _("The first {count} texts could not be read.").format(count=self._failed),
                    _("See whether the pipeline works: 'qualkit pipeline'."),
                )
        self._tell(count)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """What could not be read so far, by name, once each."""
        return tuple(sorted(self._set_aside, key=lambda each: each.name))

    def suggest(
        self,
        pieces: SetPieces,
        sources: SetSources,
        top: int,
        masks: Masks,
        rejections: Sequence[tuple[Rejection, int | None]] = (),
    ) -> Batch:
        """Rank what was found in some pieces, and give the `top` phrases with their places.

        Each rejection comes with the number of the source it is for, None for all of them.
        """
        whole = RankedSet(self.parts, pieces, self.language)
        ranked = whole.rank(top + spare([rejection for rejection, _number in rejections]))
        rows = rows_of_set(
            self.parts,
            whole,
            not_rejected(ranked, rejections),
            sources,
            self.pipeline,
            self.settings,
            masks,
            top,
        )
        self._look_at_memory()
        report = BatchReport(
            language=self.language,
            pipeline=self.pipeline,
            settings=self.settings,
            sources=len(np.unique(pieces.source)),
            passages=len(pieces),
            words=whole.words,
            read=self._read,
            words_read=self._words,
            set_aside=self.set_aside,
            memory=self._memory,
            worker_memory=self._worker_memory,
        )
        return Batch(report, rows)

    def _unknown(
        self, documents: Iterable[Document | SetAside], wanted: list[tuple[str, str]]
    ) -> Iterator[Document]:
        """Give the documents that have to be read, and note all in `wanted`: name and hash."""
        known, given = self.parts.documents, set[str]()
        for each in documents:
            if isinstance(each, SetAside):
                self._set_aside[each] = None
                self._done += 1
                continue
            sha256 = each.sha256.hex()
            wanted.append((each.name, sha256))
            if sha256 in known or sha256 in given:
                self._done += 1
            else:
                given.add(sha256)
                yield each

    def _tell(self, count: int | None) -> None:
        if self._progress:
            self._progress(Done(self._done, count, self._read, self._words))

    def _look_at_memory(self) -> None:
        self._memory = max(self._memory, psutil.Process().memory_info().rss)


def not_rejected(
    ranked: Sequence[Ranked], rejections: Sequence[tuple[Rejection, int | None]]
) -> tuple[tuple[Ranked, frozenset[int]], ...]:
    """Give phrases that were not rejected everywhere, with the sources each was rejected in."""
    phrases = RejectedPhrases(rejection for rejection, _number in rejections)
    numbers = {rejection.source_id: number for rejection, number in rejections}
    kept = []
    for one in ranked:
        left_out = {numbers[each] for each in phrases.sources_of(one.phrase, one.lemma)}
        if None not in left_out:
            kept.append((one, frozenset(number for number in left_out if number is not None)))
    return tuple(kept)
