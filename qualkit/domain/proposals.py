"""Segments proposed from the layout of a text: turns, messages and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualkit.domain.segments import Unit
from qualkit.domain.sources import SourceKind, Utterance
from qualkit.domain.spans import Span
from qualkit.domain.turns import is_empty_turn
from qualkit.errors import InvalidInputError
from qualkit.translation import _

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def default_unit(kind: SourceKind, utterances: Sequence[Utterance]) -> Unit:
    """Give the unit in which a source is first proposed for reading."""
    if kind is SourceKind.CHAT:
        return Unit.MESSAGE
    return Unit.TURN if utterances else Unit.PARAGRAPH


def propose(text: str, utterances: Sequence[Utterance], unit: Unit) -> tuple[Span, ...]:
    """Propose segments of `text` by turn, message or paragraph.

    The spans are trimmed, in order and apart, and together cover every code point that is neither
    white space nor part of a speaker prefix; text that nobody says is proposed by paragraph.

    Raises:
        InvalidInputError: `unit` is the sentence, which the layout of a text does not show.
    """
    if unit is Unit.SENTENCE:
        raise InvalidInputError(
            _("Sentences cannot be found from the layout of a text."),
            _("Ask the language pipeline for sentences."),
        )
    layout = _Layout.of(text, utterances)
    spans: list[Span] = []
    speaker: str | None = None
    at = 0
    for utterance in utterances:
        between = text[at : utterance.marker_start]
        if unit is Unit.TURN and speaker == utterance.speaker.casefold() and not between.strip():
            spans[-1] = Span(spans[-1].start, utterance.end)
        else:
            spans.extend(layout.paragraphs(at, utterance.marker_start))
            whole = utterance.span
            spans.extend(layout.inside(whole) if unit is Unit.PARAGRAPH else [whole])
        speaker, at = utterance.speaker.casefold(), utterance.end
    spans.extend(layout.paragraphs(at, len(text)))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How paragraphs are set apart in one text."""

    text: str
    by_blank_lines: bool
    """Whether blank lines separate paragraphs; else every line is one."""
    speakers: frozenset[str]
    """Casefolded, to know the prefixes of messages without words."""

    @classmethod
    def of(cls, text: str, utterances: Sequence[Utterance]) -> "_Layout":
        by_blank_lines = _BLANK_LINE.search(text.strip()) is not None
        names = frozenset(utterance.speaker.casefold() for utterance in utterances)
        return cls(text, by_blank_lines, names - {""})

    def paragraphs(self, start: int, end: int) -> Iterator[Span]:
        """Give the paragraphs of text that nobody says."""
        return self._split(start, end, self.speakers)

    def inside(self, span: Span) -> Iterator[Span]:
        """Give the paragraphs of one utterance."""
        return self._split(span.start, span.end, frozenset())

    def _split(self, start: int, end: int, speakers: frozenset[str]) -> Iterator[Span]:
        begin: int | None = None
        for line in _LINE.finditer(self.text, start, end):
            words = line[0]
            blank = not words.strip() or bool(speakers and is_empty_turn(words, speakers))
            if begin is not None and (blank or not self.by_blank_lines):
                yield Span(begin, line.start()).trimmed(self.text)
                begin = None
            if begin is None and not blank:
                begin = line.start()
        if begin is not None:
            yield Span(begin, end).trimmed(self.text)
