"""What of a text is drawn: every line, without the speaker prefixes, which the margin shows.

Lines are those of the text (`P3:27`), whatever the width of the terminal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qualkit.domain.sources import Role, SourceText, Utterance
from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Folds:
    """Which turns are folded to one line."""

    all: bool = False
    """Whether those of interviewers and helpers are, but for `others`."""
    others: frozenset[int] = frozenset()
    """Where the turns begin (code points) of which the opposite holds, whoever speaks."""

    def holds(self, turn: int, is_context: bool) -> bool:
        """Tell whether the turn is folded that begins at an offset."""
        return (self.all and is_context) != (turn in self.others)

    def turned(self, turn: int) -> "Folds":
        """Give them with one turn folded that was not, or the reverse."""
        return Folds(self.all, self.others ^ {turn})


UNFOLDED = Folds()


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
    fold: int = 0
    """How many lines of the text are folded into this one; 0 for a line drawn as it is."""

    @property
    def span(self) -> Span:
        """What is drawn of it, which must be something."""
        return Span(self.start, self.end)


def shown_lines(
    text: SourceText, only_evidence: bool = False, folds: Folds = UNFOLDED
) -> tuple[ShownLine, ...]:
    """Give the lines to draw; without the turns of interviewers and helpers if asked."""
    lines: Iterator[ShownLine] = _lines(text)
    if only_evidence:
        lines = _without_context(lines)
    return tuple(_folded(lines, folds)) if folds != UNFOLDED else tuple(lines)


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


def _folded(lines: Iterable[ShownLine], folds: Folds) -> Iterator[ShownLine]:
    """Put the lines of each folded turn together in one."""
    for turn in turns(lines):
        first, last = turn[0], turn[-1]
        if first.start < last.end and folds.holds(first.start, first.context):
            yield replace(first, end=last.end, fold=len(turn))
        else:
            yield from turn


def turns(lines: Iterable[ShownLine]) -> Iterator[list[ShownLine]]:
    """Put together what one speaker says on end, and lines that nobody says up to an empty one."""
    turn: list[ShownLine] = []
    between: list[ShownLine] = []
    for line in lines:
        if turn and _goes_on(turn[0], line, bool(between)):
            turn += [*between, line]
            between = []
        elif turn and _is_between(line):
            # An empty line belongs to the turn when the same speaker goes on behind it.
            between.append(line)
        else:
            if turn:
                yield turn
            yield from ([each] for each in between)
            turn, between = [line], []
    if turn:
        yield turn
    yield from ([each] for each in between)


def turn_at(text: SourceText, offset: int) -> int | None:
    """Give where the turn or paragraph begins that an offset is in; None where nothing stands."""
    for turn in turns(_lines(text)):
        if offset <= turn[-1].end and turn[0].start < turn[-1].end:
            return turn[0].start
    return None


def _goes_on(first: ShownLine, line: ShownLine, is_behind_gap: bool) -> bool:
    """Tell whether a line belongs to the turn that began with another."""
    if first.utterance is None:
        return line.utterance is None and not _is_between(line) and not is_behind_gap
    return line.utterance is not None and not line.takes_over


def _is_between(line: ShownLine) -> bool:
    """Tell whether a line is an empty one outside any utterance."""
    return line.utterance is None and line.start == line.end
