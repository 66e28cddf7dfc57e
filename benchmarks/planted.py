"""Invented chats among which some are of one visitor: what a look for duplicates has to find.

Each kind of pair is one that help lines meet: the same story told again with another beginning, the
same story in which half of the words are others, one passage that is pasted into another
conversation, and the same visitor a day later about something else, known by details alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from random import Random

from benchmarks.batch.chats import chat
from benchmarks.batch.vocabulary import Vocabulary, invented_name
from benchmarks.batch.words import WORDS

SEED = 7
DETAILS = 3
"""What a visitor tells again a day later."""

_LINE = re.compile(r"\[(?P<at>[^\]]+)\] (?P<who>bezoeker|medewerker): (?P<said>.*)")


class Planted(Enum):
    """In what way a second conversation is of the same visitor; the value tells people."""

    RETOLD = "same story, another beginning"
    HALF = "same story, half of the words changed"
    PASTED = "one passage of 40 words pasted"
    NEXT_DAY = "a day later, three of five details"


@dataclass(frozen=True, slots=True)
class Line:
    """A message."""

    at: datetime
    who: str
    said: str

    def __str__(self) -> str:
        """Write it as an export does."""
        return f"[{self.at:%Y-%m-%d %H:%M}] {self.who}: {self.said}"


@dataclass(frozen=True, slots=True)
class Second:
    """A conversation that is of the visitor of an earlier one."""

    kind: Planted
    first: int
    """The number of the earlier one."""


def planted(chats: int, pairs: int) -> Mapping[int, Second]:
    """Give which of some chats are of an earlier visitor: so many `pairs`, by their numbers."""
    rng = Random(SEED)
    numbers = rng.sample(range(1, chats + 1), 2 * pairs)
    kinds = list(Planted)
    return {
        max(pair): Second(kinds[place % len(kinds)], min(pair))
        for place, pair in enumerate(zip(numbers[::2], numbers[1::2], strict=True))
    }


def texts(chats: int, pairs: int) -> Iterator[tuple[int, str]]:
    """Give every chat by number; the same for the same numbers."""
    seconds = planted(chats, pairs)
    firsts = {second.first: second.kind for second in seconds.values()}
    for number in range(1, chats + 1):
        if second := seconds.get(number):
            yield number, _write(number, _MAKERS[second.kind](number, second.first))
        elif firsts.get(number) is Planted.NEXT_DAY:
            yield number, _write(number, _told(number, _details(number)))
        else:
            yield number, chat(number, SEED)


def _lines(number: int) -> list[Line]:
    found = map(_LINE.fullmatch, chat(number, SEED).splitlines())
    return [
        Line(datetime.strptime(each["at"], "%Y-%m-%d %H:%M"), each["who"], each["said"])
        for each in found
        if each
    ]


def _write(number: int, lines: list[Line]) -> str:
    head, _empty, _rest = chat(number, SEED).partition("\n\n")
    told = re.sub(r"(?m)^date: .*", f"date: {lines[0].at:%Y-%m-%d}", head)
    return "\n".join([told, "", *map(str, lines), ""])


def _retold(number: int, first: int) -> list[Line]:
    """Begin otherwise, some days later, and tell the same; one word in ten is another."""
    rng = Random(f"retold {number}")
    lines = _changed(rng, _lines(first), 0.1)
    count = max(2, len(lines) // 5)
    fresh = _lines(number)[:count]
    return _later(rng, fresh[0].at, [*fresh, *lines[count:]])


def _half(number: int, first: int) -> list[Line]:
    rng = Random(f"half {number}")
    return _later(rng, _lines(number)[0].at, _changed(rng, _lines(first), 0.5))


def _pasted(number: int, first: int) -> list[Line]:
    """Put one passage of the first among messages of its own."""
    rng = Random(f"pasted {number}")
    lines = _lines(number)
    words = " ".join(line.said for line in _lines(first) if line.who == "bezoeker").split()
    start = rng.randrange(5, max(6, len(words) - 45))
    place = rng.randrange(2, len(lines) - 2)
    message = Line(lines[place].at, "bezoeker", " ".join(words[start : start + 40]))
    return [*lines[:place], message, *lines[place:]]


def _next_day(number: int, first: int) -> list[Line]:
    """Come back at about the same hour, with something else to ask."""
    rng = Random(f"next {number}")
    began = _lines(first)[0].at + timedelta(days=1, minutes=rng.randint(-30, 30))
    lines = _told(number, rng.sample(_details(first), DETAILS))
    return _later(rng, began, lines)


def _details(number: int) -> list[str]:
    """Give what the visitor of a chat tells of herself, in five messages."""
    rng = Random(f"details {number}")
    words = Vocabulary(rng)
    rare = [f"{words.noun()}{invented_name(rng.getrandbits(40)).lower()}" for _ in range(2)]
    letters = "".join(rng.choice("ABCDEGHJKLMNPRSTVWXZ") for _ in range(2))
    return [
        f"mijn postcode is {rng.randint(1000, 9999)} {letters}",
        f"ik ben {rng.randint(16, 85)} jaar",
        f"mijn naam is {rng.choice(WORDS['first_names'])} {invented_name(rng.getrandbits(40))}",
        f"het gaat om de {rare[0]}",
        f"dat was bij de {rare[1]} hier",
    ]


def _told(number: int, messages: list[str]) -> list[Line]:
    """Give the lines of a chat with some messages of the visitor among them."""
    rng = Random(f"told {number}")
    lines = _lines(number)
    for message in messages:
        place = rng.randrange(2, len(lines))
        lines.insert(place, Line(lines[place - 1].at, "bezoeker", message))
    return lines


def _changed(rng: Random, lines: list[Line], share: float) -> list[Line]:
    """Let a share of the visitor's words be other ones."""
    words = Vocabulary(rng)
    return [
        Line(
            line.at,
            line.who,
            " ".join(words.noun() if rng.random() < share else word for word in line.said.split()),
        )
        if line.who == "bezoeker"
        else line
        for line in lines
    ]


def _later(rng: Random, began: datetime, lines: list[Line]) -> list[Line]:
    """Let a conversation begin at another moment."""
    at, moved = began, list[Line]()
    for line in lines:
        moved.append(Line(at, line.who, line.said))
        at += timedelta(minutes=rng.randint(0, 3))
    return moved


_MAKERS: Mapping[Planted, Callable[[int, int], list[Line]]] = {
    Planted.RETOLD: _retold,
    Planted.HALF: _half,
    Planted.PASTED: _pasted,
    Planted.NEXT_DAY: _next_day,
}
