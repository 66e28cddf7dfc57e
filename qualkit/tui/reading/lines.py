"""What of a text is drawn: every line, without the speaker prefixes, which the margin shows.

Lines are those of the text (`P3:27`), whatever the width of the terminal.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qualkit.domain.sources import Role, SourceText, Utterance


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the text as it is drawn."""

    number: int
    """From 1, as in `P3:27`."""
    start: int
    """Where the drawn words begin; code points into the text."""
    end: int
    """Where they end; half-open. Equal to `start` where nothing is left to draw."""
    utterance: Utterance | None = None
    """Who says it; None for text that nobody says."""
    opens: bool = False
    """Whether the prefix of the utterance stood on this line."""
    takes_over: bool = False
    """Whether it opens an utterance of another speaker than the one before."""
    context: bool = False
    """Whether an interviewer or helper says it."""


def shown_lines(text: SourceText, only_evidence: bool = False) -> tuple[ShownLine, ...]:
    """Give the lines to draw; without the turns of interviewers and helpers if asked."""
    lines = _lines(text)
    return tuple(_without_context(lines) if only_evidence else lines)


def _lines(text: SourceText) -> Iterator[ShownLine]:
    roles = {speaker.name: speaker.role for speaker in text.speakers}
    utterances = iter(text.version.utterances)
    current, start = next(utterances, None), 0
    speaker = ""
    for number, words in enumerate(text.text.split("\n"), start=1):
        end = start + len(words)
        while current and current.end <= start:
            current = next(utterances, None)
        if current and current.marker_start < end:
            opens = start <= current.marker_start
            yield ShownLine(
                number=number,
                start=min(max(start, current.start), end),
                end=end,
                utterance=current,
                opens=opens,
                takes_over=opens and current.speaker != speaker,
                context=not roles.get(current.speaker, Role.UNKNOWN).is_evidence,
            )
            speaker = current.speaker
        else:
            yield ShownLine(number, start, end)
        start = end + 1


def _without_context(lines: Iterator[ShownLine]) -> Iterator[ShownLine]:
    """Leave context out, and all but one of the empty lines that then stand together."""
    skipped = was_empty = False
    for line in lines:
        if line.context:
            skipped = True
            continue
        is_empty = line.start == line.end and not line.opens
        if not (is_empty and was_empty and skipped):
            yield line
        if not is_empty:
            skipped = False
        was_empty = is_empty
