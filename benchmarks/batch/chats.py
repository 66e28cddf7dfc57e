"""Invented chats of a help line, as the files of an export: one conversation, one text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.batch.clauses import Clauses
from benchmarks.batch.words import SHORT, WORDS

YEAR = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
SHORTEST = 260
"""Words of a chat at least, both sides together, prefixes of lines not counted."""
_NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxfrdghokjlknipqetuyvwxtz", strict=True))
"""A key beside each key, near enough."""


def chat(number: int, seed: int) -> str:
    """Give the text of one conversation, the same for the same number and seed."""
    return _Chat(Random(f"{seed} {number}")).text(number)


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one visitor types."""

    slips: float
    """The share of longer words with a typing error."""
    shortens: bool
    smileys: float

    @classmethod
    def of(cls, rng: Random) -> "_Hand":
        # Most type well enough; some hardly.
        return cls(0.12 * rng.random() ** 3, rng.random() < 0.3, 0.3 * rng.random())


class _Chat:
    """One visitor and one helper."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._random = rng.random
        self._clauses = Clauses(rng)
        self._hand = _Hand.of(rng)
        self._at = YEAR + timedelta(minutes=rng.randrange(60 * 24 * 364))
        self._lines: list[str] = []
        self._words = 0

    def text(self, number: int) -> str:
        """Write all of it: greetings, the middle, thanks."""
        length = SHORTEST + int(self._rng.expovariate(1 / 150))
        opened = self._at
        self._say("bezoeker", self._one("openings"))
        self._say("medewerker", self._one("welcomes"))
        while self._words < length:
            for message in self._visitor():
                self._say("bezoeker", message)
            for message in self._helper():
                self._say("medewerker", message)
        self._say("bezoeker", self._one("thanks"))
        self._say("medewerker", self._one("farewells"))
        return "\n".join([*_header(number, opened), *self._lines, ""])

    def _visitor(self) -> Iterator[str]:
        for _message in range(self._rng.choice((1, 1, 2, 2, 3))):
            said = self._clauses.identity() if self._random() < 0.01 else self._clauses.sentence()
            yield self._typed(said)

    def _helper(self) -> Iterator[str]:
        chance = self._random()
        if chance < 0.35:
            yield self._one("echoes")
        yield self._clauses.question() if chance < 0.7 else self._clauses.advice()

    def _typed(self, said: str) -> str:
        """Write a message with the slips and habits of this visitor."""
        hand = self._hand
        words = said.split(" ")
        if hand.shortens:
            words = [SHORT.get(word, word) for word in words]
        if hand.slips:
            words = [
                self._slipped(word) if len(word) > 3 and self._random() < hand.slips else word
                for word in words
            ]
        end = self._one("smileys") if self._random() < hand.smileys else ""
        return f"{' '.join(words)}{end}"

    def _slipped(self, word: str) -> str:
        """Give a word with one slip: two letters changed over, one left out, doubled or beside."""
        at = 1 + int(self._random() * (len(word) - 2))
        before, sign, after = word[:at], word[at], word[at + 1 :]
        slips: tuple[Callable[[], str], ...] = (
            lambda: f"{before}{after[:1]}{sign}{after[1:]}",
            lambda: f"{before}{after}",
            lambda: f"{before}{sign}{sign}{after}",
            lambda: f"{before}{_NEIGHBOURS.get(sign, sign)}{after}",
        )
        return slips[int(self._random() * len(slips))]()

    def _say(self, speaker: str, message: str) -> None:
        self._lines.append(f"[{self._at:%Y-%m-%d %H:%M}] {speaker}: {message}")
        self._words += message.count(" ") + 1
        self._at += timedelta(minutes=int(self._random() * 4))

    def _one(self, kind: str) -> str:
        items = WORDS[kind]
        return items[int(self._random() * len(items))]


def _header(number: int, opened: datetime) -> Iterator[str]:
    """Give the lines that say what a file is, as an export writes them."""
    yield "---"
    yield "kind: chat"
    yield f"title: Gesprek {number}"
    yield f"label: Gesprek {number}"
    yield f"date: {opened:%Y-%m-%d}"
    yield "language: nl"
    yield "text: chat"
    yield "speakers: bezoeker = visitor, medewerker = helper"
    yield "---"
    yield ""
