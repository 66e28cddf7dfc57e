"""What the reading screen knows of its source; read from the project, again when touched."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from qualkit.domain.codes import CodeEntry
from qualkit.domain.codings import Coding
from qualkit.domain.memos import Citation, Memo
from qualkit.domain.quotability import HeldTerms, PassageTerms, Quotability, quotability_of
from qualkit.domain.sources import SourceText, Utterance
from qualkit.domain.spans import Span
from qualkit.services.project import Project
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.margin import Notes
from qualkit.tui.reading.stretches import Stretches


@dataclass(frozen=True, slots=True)
class Remark:
    """A memo on a place in the text, or one that cites it."""

    memo: Memo
    span: Span
    cites: bool
    """Whether the memo is about something else and cites this place."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A source as it is read: its words and all that hangs on them."""

    text: SourceText
    label: str
    """The participant's printed label; the title where there is none."""
    lines: int
    """How many there are, empty ones counted."""
    segments: Stretches
    codings: Codings
    codes: Mapping[str, CodeEntry]
    """The codebook by code id, in its order, retired codes too."""
    remarks: tuple[Remark, ...]
    terms: HeldTerms
    """What holds for printing the source."""
    marks: tuple[PassageTerms, ...]
    """What was agreed on single passages, in the order of the text."""

    @property
    def notes(self) -> Notes:
        """The places of memos, for the margin."""
        return Notes(
            tuple(remark.span for remark in self.remarks if not remark.cites),
            tuple(remark.span for remark in self.remarks if remark.cites),
            tuple(mark.span for mark in self.marks),
        )

    def marks_on(self, span: Span) -> tuple[PassageTerms, ...]:
        """Give what was agreed on passages that touch a stretch."""
        return tuple(mark for mark in self.marks if mark.span.overlaps(span))

    def printing_of(self, span: Span) -> Quotability:
        """Give how a stretch may be printed."""
        return quotability_of(span, self.terms.quotability, self.marks)

    def name_of(self, coding: Coding) -> str:
        """Give the name of a coding's code."""
        return self.codes[coding.code_id].code.name

    def said_in(self, span: Span) -> tuple[Utterance, ...]:
        """Give the utterances of which some words lie in a stretch."""
        said = self.text.version.utterances
        first = bisect_right(said, span.start, key=lambda item: item.end)
        return said[first : bisect_left(said, span.end, key=lambda item: item.start)]

    def remarks_on(self, span: Span) -> tuple[Remark, ...]:
        """Give the memos that touch a stretch."""
        return tuple(remark for remark in self.remarks if remark.span.overlaps(span))


def read_contents(project: Project, source_id: str) -> Contents:
    """Read a source with all that hangs on its newest version.

    Raises:
        NotFoundError: the source is gone.
        ProjectDamagedError: its text is not as it was imported.
    """
    text = project.sources.read(source_id)
    bare = Contents(
        text=text,
        label=project.cases.labels().get(source_id, text.source.title),
        lines=text.text.count("\n") + 1,
        segments=Stretches(segment.span for segment in project.segments.of(source_id)),
        codings=Codings(),
        codes={},
        remarks=(),
        terms=project.terms.of(source_id),
        marks=project.terms.marks(text.version.id),
    )
    return read_analysis(project, bare)


def read_analysis(project: Project, contents: Contents) -> Contents:
    """Read what people made of a text anew: codings, codes and memos."""
    text = contents.text
    codes = {entry.code.id: entry for entry in project.codes.entries(counted=False)}
    colours = {code_id: e.code.colour for code_id, e in codes.items() if e.code.colour}
    codings = Codings(project.codings.spans_of_version(text.version.id), colours)
    return replace(
        contents,
        codings=codings,
        codes=codes,
        remarks=_remarks(project, text, {coding.id: coding.span for coding in codings.all}),
    )


def _remarks(project: Project, text: SourceText, codings: Mapping[str, Span]) -> tuple[Remark, ...]:
    version_id = text.version.id
    found = []
    for memo in project.memos.on_version(version_id):
        if span := _place(memo, codings):
            found.append(Remark(memo, span, cites=False))
    for citation in project.memos.citing_version(version_id):
        if span := _place(citation, codings):
            found.append(Remark(project.memos.get(citation.memo_id), span, cites=True))
    return tuple(found)


def _place(item: Memo | Citation, codings: Mapping[str, Span]) -> Span | None:
    """Give where a memo or citation points: a passage of its own, or that of a coding."""
    if item.start is not None and item.end is not None:
        return Span(item.start, item.end)
    return codings.get(item.object_id)
