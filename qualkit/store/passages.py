"""Passages of one text as people see them: words, line and speakers."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from qualkit.domain.lines import LineIndex
from qualkit.domain.quotes import printable_words, speakers_in
from qualkit.domain.replacement_layer import ReplacementLayer
from qualkit.domain.sources import Role, Source, SourceText
from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """What stands in a stretch of text."""

    words: str
    """Word for word, speaker prefixes left out."""
    line: int
    """The line its first word stands on, from 1."""
    speakers: tuple[str, ...]
    roles: tuple[Role, ...]


class PassageReader:
    """Finds the words, line and speakers of stretches of one text."""

    def __init__(self, text: SourceText, label: str, layer: ReplacementLayer | None = None) -> None:
        """Read from a text whose participant is printed under `label`."""
        self.label = label
        self._layer = layer
        self._text = text
        self._lines = LineIndex(text.text)
        self._starts = [utterance.marker_start for utterance in text.version.utterances]
        self._ends = [utterance.end for utterance in text.version.utterances]

    @property
    def source(self) -> Source:
        """The source of the text."""
        return self._text.source

    def read(self, span: Span) -> ReadPassage:
        """Give what stands in a stretch."""
        near = self._near(span)
        speakers = speakers_in(near, span)
        return ReadPassage(
            words=printable_words(near.text, near.version.utterances, span),
            line=self._lines.line_of(span.start),
            speakers=tuple(name for name, _ in speakers),
            roles=tuple(role for _, role in speakers),
        )

    def replaced(self, span: Span) -> str:
        """Give the words of a stretch as they are printed; empty without a layer."""
        layer = self._layer
        if layer is None:
            return ""
        near = self._near(span)
        version = near.version
        return printable_words(
            near.text,
            version.utterances,
            span,
            lambda stretch: layer.over_text(near.text, version.id, stretch),
        )

    def words_at(self, start: int, end: int) -> str:
        """Give the words of a stretch; none when it is not inside the text."""
        if not 0 <= start < end <= len(self._text.text):
            return ""
        return self.read(Span(start, end)).words

    def _near(self, span: Span) -> SourceText:
        """Give the text with only the utterances that touch a span, so that long chats stay fast.

        Utterances stand in order and apart, so they can be found by halving.
        """
        first = bisect_left(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        utterances = self._text.version.utterances[first:last]
        return replace(self._text, version=replace(self._text.version, utterances=utterances))
