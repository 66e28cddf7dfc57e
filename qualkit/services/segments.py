"""Segments: read, proposed anew, and corrected by a person. No coding moves with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualkit.domain import segments as rules
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.proposals import propose
from qualkit.domain.segments import Segment, Segmentation, Unit
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.workspace import Workspace, locked
from qualkit.store.segments import segments_of
from qualkit.store.texts import current_version, read_version
from qualkit.translation import _

TOUCHED = frozenset({"segments"})


class Segments:
    """The segments of sources."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of(self, source_id: str) -> tuple[Segment, ...]:
        """Give the segments of a source's newest version, in order."""
        database = self._workspace.database
        return segments_of(database, current_version(database, source_id).id)

    def sentences(self, text: SourceText) -> Iterator[Span]:
        """Give the sentences of a text one by one, each in one speaker's words; loads spaCy."""
        return _sentences(text)

    def propose(self, source_id: str, unit: Unit, why: str = "") -> Outcome[tuple[Segment, ...]]:
        """Segment a source anew; undo brings back the borders a person had set."""
        text = self._read(source_id)
        borders = propose_borders(text, unit)
        summary = _("Segmented {text} by {unit}").format(text=_name(text), unit=_(unit.value))
        return self._write(text, unit, borders, "segments.propose", summary, why)

    @locked
    def merge(
        self, source_id: str, first: int, last: int, why: str = ""
    ) -> Outcome[tuple[Segment, ...]]:
        """Join the segments from position `first` to `last` into one.

        Raises:
            InvalidInputError: there are no such segments, or fewer than two.
        """
        text, now = self._read(source_id), self._segmentation(source_id)
        borders = rules.merge(now.borders, first, last)
        summary = _("Joined segments {first} to {last} of {text}").format(
            first=first, last=last, text=_name(text)
        )
        return self._write(text, now.unit, borders, "segments.merge", summary, why)

    @locked
    def split(self, source_id: str, offset: int, why: str = "") -> Outcome[tuple[Segment, ...]]:
        """Cut the segment around an offset in two.

        Raises:
            InvalidInputError: no segment has text on both sides of the offset.
        """
        text, now = self._read(source_id), self._segmentation(source_id)
        borders = rules.split(now.borders, text.text, offset)
        summary = _("Split a segment of {text}").format(text=_name(text))
        return self._write(text, now.unit, borders, "segments.split", summary, why)

    @locked
    def move(
        self, source_id: str, position: int, span: Span, why: str = ""
    ) -> Outcome[tuple[Segment, ...]]:
        """Give the segment at a position new borders.

        Raises:
            InvalidInputError: there is no such segment, or it would overlap its neighbours.
        """
        text, now = self._read(source_id), self._segmentation(source_id)
        borders = rules.move(now.borders, text.text, position, span)
        summary = _("Moved the borders of segment {position} of {text}").format(
            position=position, text=_name(text)
        )
        return self._write(text, now.unit, borders, "segments.move", summary, why)

    def _read(self, source_id: str) -> SourceText:
        database = self._workspace.database
        return read_version(database, current_version(database, source_id))

    def _segmentation(self, source_id: str) -> Segmentation:
        database = self._workspace.database
        version = current_version(database, source_id)
        return database.find(Segmentation, "version_id = ?", [version.id])[0]

    def _write(
        self,
        text: SourceText,
        unit: Unit,
        borders: Sequence[Span],
        kind: str,
        summary: str,
        why: str,
    ) -> Outcome[tuple[Segment, ...]]:
        with self._workspace.journal.operation(kind, summary, why) as step:
            now = self._segmentation(text.source.id)
            step.change(replace(now, unit=unit, borders=tuple(borders)))
        return Outcome(self.of(text.source.id), TOUCHED)


def propose_borders(text: SourceText, unit: Unit) -> tuple[Span, ...]:
    """Give the borders that a text would get by a unit."""
    utterances = text.version.utterances
    if unit is not Unit.SENTENCE:
        return propose(text.text, utterances, unit)
    return tuple(_sentences(text))


def _sentences(text: SourceText) -> Iterator[Span]:
    # spaCy is loaded only when sentences are asked for.
    from qualkit.language.sentences import sentence_spans  # noqa: PLC0415

    for block in propose(text.text, text.version.utterances, Unit.PARAGRAPH):
        for sentence in sentence_spans(block.of(text.text), text.source.language):
            yield Span(block.start + sentence.start, block.start + sentence.end)


def first_segmentation(text: SourceText, unit: Unit) -> Segmentation:
    """Give the segmentation that a version gets at import."""
    return Segmentation(new_id(), text.version.id, unit, propose_borders(text, unit))


def _name(text: SourceText) -> str:
    return f"P{text.source.number} '{text.source.title}'"
