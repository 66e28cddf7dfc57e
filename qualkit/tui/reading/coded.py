"""The codings of a text as a reader needs them: at a place, by letter, and in lanes."""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_letters

from qualkit.domain.codes import CodeColour
from qualkit.domain.codings import Coding
from qualkit.domain.spans import Span
from qualkit.tui.reading.stretches import Stretches

_BUCKET = 1024
"""Code points that share one list of codings."""

NO_LETTER = "•"
"""For the codes of a source that has more of them than there are letters."""


class Codings:
    """Codings of one text, found by place."""

    def __init__(
        self,
        codings: Iterable[Coding] = (),
        colours: Mapping[str, CodeColour] | None = None,
        letters: Mapping[str, str] | None = None,
    ) -> None:
        """Order them by place, the longest first.

        `colours` are those of codes, by id; `letters` are given to codes unless there are some.
        """
        self.all = sorted(codings, key=lambda coding: (coding.start, -coding.end))
        self.stretches = Stretches({coding.span for coding in self.all})
        self._buckets: dict[int, list[Coding]] = {}
        for coding in self.all:
            for bucket in range(coding.start // _BUCKET, (coding.end - 1) // _BUCKET + 1):
                self._buckets.setdefault(bucket, []).append(coding)
        self.letters = letters if letters is not None else _letters(self.all)
        """A letter for each code, by id, in the order in which this text was coded with them."""
        self.colours = colours or {}
        """The colours of codes that have one, by id."""

    def over(self, start: int, end: int) -> list[Coding]:
        """Give the codings that share something with `[start, end)`, by place."""
        first, last = start // _BUCKET, max(end - 1, start) // _BUCKET
        found: dict[str, Coding] = {}
        for bucket in range(first, last + 1):
            for coding in self._buckets.get(bucket, ()):
                if coding.start < end and start < coding.end:
                    found[coding.id] = coding
        return list(found.values())

    def at(self, offset: int) -> list[Coding]:
        """Give the codings that hold an offset, by place."""
        return self.over(offset, offset + 1)

    def on(self, span: Span) -> list[Coding]:
        """Give the codings of exactly this stretch; where there are none, all that touch it."""
        touching = self.over(span.start, span.end)
        return [coding for coding in touching if coding.span == span] or touching


def _letters(codings: Iterable[Coding]) -> Mapping[str, str]:
    codes = dict.fromkeys(
        coding.code_id for coding in sorted(codings, key=lambda item: item.created_at)
    )
    return {
        code_id: ascii_letters[index] if index < len(ascii_letters) else NO_LETTER
        for index, code_id in enumerate(codes)
    }


def lanes_of(rows: Sequence[tuple[int, int]], most: int) -> list[int]:
    """Put codings, given by first and last row and in order, in lanes where none meet.

    The last of `most` lanes takes all that fit in no other.
    """
    taken: list[int] = []
    lanes = []
    for first, last in rows:
        lane = next((i for i, row in enumerate(taken) if row < first), len(taken))
        if lane < len(taken):
            taken[lane] = last
        elif lane < most:
            taken.append(last)
        else:
            lane = most - 1
            taken[lane] = max(taken[lane], last)
        lanes.append(lane)
    return lanes
