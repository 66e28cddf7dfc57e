"""Suggestions over many sources of a project at once: read once, kept beside the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np

from qualkit.domain.batch_selection import BatchSelection, SelectedSources
from qualkit.domain.lines import format_reference
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Rejection
from qualkit.language.arrays import begins
from qualkit.language.lexicon import Bools, Hashes, Ints
from qualkit.language.study import speaker_number
from qualkit.services.batch_masks import Masks
from qualkit.services.batch_parts import text_keys
from qualkit.services.batch_ranking import SetPieces
from qualkit.services.batch_rows import SetSources
from qualkit.services.batch_run import Batch, BatchRun, Engine, Progress
from qualkit.services.batch_selection import KnownAmong, closed_passages, select
from qualkit.services.batch_worker import NamedText
from qualkit.services.identifiers import Identifiers
from qualkit.services.workspace import FOUND, Workspace
from qualkit.store.evidence import Evidence, evidence_in
from qualkit.store.labels import source_labels

_AT_A_TIME = 500
"""Sources whose texts are in memory together."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """The passages of a set, a row each, in order of source and place; no words of them."""

    source: Ints
    start: Ints
    end: Ints
    line: Ints
    keys: Hashes
    text_sha256: tuple[str, ...]
    """Of each source."""


class Batches:
    """Runs over a project's sources. Nothing is coded, and nothing comes into the history."""

    def __init__(self, workspace: Workspace, identifiers: Identifiers) -> None:
        """Read from an open project."""
        self._workspace = workspace
        self._identifiers = identifiers

    def suggest(
        self,
        sources: Sequence[Source],
        top: int,
        engine: Engine,
        pipeline: str | None = None,
        hides: bool = True,
        progress: Progress | None = None,
    ) -> Batch:
        """Give the phrases most worth noticing in some sources, without what was rejected.

        Turns of interviewers and helpers are context and left out, and so are passages of which
        nothing may be printed.

        Args:
            sources: Which.
            top: How many phrases.
            engine: Where they are read.
            pipeline: A pipeline by name; None for that of the settings, or the best there is.
            hides: Mask what could give somebody away, as it must be in a file.
            progress: Called as it goes on.

        Raises:
            PipelineMissingError: the pipeline that was asked for cannot be used.
        """
        run = self.run(engine, pipeline, progress)
        pieces, named = self.read(run, sources)
        return run.suggest(pieces, named, top, self.masks(hides), self.rejections(sources))

    def read(self, run: BatchRun, sources: Sequence[Source]) -> tuple[SetPieces, SetSources]:
        """Read what is not known yet of some sources, and give all, in the order of the sources."""
        listed = self._listed(sources)
        unknown = _first_of_each(listed.keys, run.parts.rows_of(listed.keys)[0] < 0)
        run.read_texts(self._texts(sources, listed, unknown), len(unknown))
        part, text = run.parts.rows_of(listed.keys)
        labels = source_labels(self._workspace.database)
        speakers = [speaker_number(labels.get(each.id, each.id)) for each in sources]
        speaker = np.array([*speakers, 0], dtype=np.uint64)[listed.source]
        kept = part >= 0
        pieces = SetPieces(
            part=part[kept],
            text=text[kept],
            source=listed.source[kept],
            start=listed.start[kept],
            line=listed.line[kept],
            speaker=speaker[kept],
        )
        named = SetSources(
            tuple(f"P{source.number}" for source in sources),
            tuple(labels.get(source.id, "") for source in sources),
            listed.text_sha256,
        )
        return pieces, named

    def masks(self, hides: bool) -> Masks:
        """Give what masks what could give somebody away; without `hides` it masks nothing."""
        own = self._identifiers.own_words() if hides else None
        return Masks(self._workspace.database.find(ProjectInfo)[0].language, own, hides)

    def select(self, asked: BatchSelection, known: KnownAmong | None = None) -> SelectedSources:
        """Give the sources that were asked for, and those among them that are left out.

        Raises:
            NotFoundError: there is no source, group, case or round of a name.
            AmbiguousNameError: more than one goes by it.
        """
        return select(self._workspace, asked, known)

    def run(
        self, engine: Engine, pipeline: str | None = None, progress: Progress | None = None
    ) -> BatchRun:
        """Set up a run that keeps what it reads with the project.

        Raises:
            PipelineMissingError: the pipeline that was asked for cannot be used.
        """
        return BatchRun(
            self._workspace.folder / FOUND,
            self._workspace.database.find(ProjectInfo)[0].language,
            pipeline or self._workspace.settings.pipeline,
            engine,
            progress,
        )

    def known_to(self, run: BatchRun) -> KnownAmong:
        """Give what tells of which sources everything was read in a batch before."""

        def known(sources: Sequence[Source]) -> frozenset[str]:
            listed = self._listed(sources)
            unknown = set(listed.source[run.parts.rows_of(listed.keys)[0] < 0].tolist())
            return frozenset(
                source.id for number, source in enumerate(sources) if number not in unknown
            )

        return known

    def _listed(self, sources: Sequence[Source]) -> _Listed:
        rows: list[tuple[int, int, int, int]] = []
        keys: list[Hashes] = [np.zeros((0, 2), dtype=np.uint64)]
        sha256 = [""] * len(sources)
        numbers = {source.id: number for number, source in enumerate(sources)}
        for evidence in self._evidence(sources):
            number = numbers[evidence.source_id]
            sha256[number] = evidence.sha256
            rows += [(number, at.start, at.end, line) for at, line in evidence.passages]
            keys.append(text_keys([at.of(evidence.text) for at, _line in evidence.passages]))
        source, start, end, line = np.array(rows, dtype=np.int64).reshape(-1, 4).T
        return _Listed(source, start, end, line, np.concatenate(keys), tuple(sha256))

    def _texts(
        self, sources: Sequence[Source], listed: _Listed, wanted: Ints
    ) -> Iterator[NamedText]:
        """Read the words of passages, by their rows, which come in order."""
        whose: list[int] = listed.source[wanted].tolist()
        texts = self._evidence([sources[number] for number in dict.fromkeys(whose)])
        by_source = groupby(zip(whose, wanted.tolist(), strict=True), itemgetter(0))
        for (number, rows), evidence in zip(by_source, texts, strict=True):
            for _number, row in rows:
                at = Span(int(listed.start[row]), int(listed.end[row]))
                name = format_reference(sources[number].number, int(listed.line[row]))
                yield NamedText(name, at.of(evidence.text))

    def _evidence(self, sources: Sequence[Source]) -> Iterator[Evidence]:
        closed = closed_passages(self._workspace)
        for first in range(0, len(sources), _AT_A_TIME):
            some = [source.id for source in sources[first : first + _AT_A_TIME]]
            for evidence in evidence_in(self._workspace.database, some):
                yield evidence.without(closed.get(evidence.version_id, ()))

    def rejections(self, sources: Sequence[Source]) -> list[tuple[Rejection, int | None]]:
        """Give what was rejected everywhere, or in one of the sources, with its number."""
        numbers = {source.id: number for number, source in enumerate(sources)}
        return [
            (each, None if each.source_id is None else numbers[each.source_id])
            for each in self._workspace.database.find(Rejection, order="rowid")
            if each.source_id is None or each.source_id in numbers
        ]


def _first_of_each(keys: Hashes, wanted: Bools) -> Ints:
    """Give the first row of each text that is wanted, in order."""
    rows = np.flatnonzero(wanted)
    order = np.lexsort((rows, keys[rows, 1], keys[rows, 0]))
    ordered = rows[order]
    return np.sort(ordered[begins(*keys[ordered].T)])
