"""Who says what: utterances found by their speaker prefixes, in chats, interviews and transcripts.

A prefix is believed or not by looking at the whole text, so that "Let op: …" in running text never
becomes a speaker. Everything is linear in the length of the text.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from qualkit.domain.prefixes import LONGEST_PREFIX, Prefix, read_prefix
from qualkit.domain.sources import Utterance
from qualkit.domain.speakers import is_label
from qualkit.domain.stamps import is_month_first

_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")

LEAST_SHARE = 0.1
"""Of the lines, that must begin with a name before names that are no speaker words are believed."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that may begin or end an utterance."""

    start: int
    prefix: Prefix | None
    """None for a Markdown heading."""


def find_utterances(text: str, speakers: Collection[str] = ()) -> tuple[Utterance, ...]:
    """Find who says what in `text`, in order; empty when nobody seems to speak.

    Lines without a prefix go on with the utterance before them, up to a Markdown heading. Offsets
    are code points; an utterance never begins or ends with white space, and a prefix with nothing
    behind it gives no utterance.

    Args:
        text: The text of a version.
        speakers: Names known to speak; their prefixes are believed at once, whatever the capitals.
    """
    marks, line_count = _find_marks(text)
    prefixes = [mark.prefix for mark in marks if mark.prefix]
    belief = _weigh(prefixes, frozenset(name.strip().casefold() for name in speakers), line_count)
    borders = [mark for mark in marks if mark.prefix is None or belief.holds(mark.prefix)]
    return tuple(_read_utterances(text, borders))


def is_empty_turn(line: str, speakers: Collection[str]) -> bool:
    """Tell whether `line` is a prefix of one of `speakers` (casefolded) without words."""
    words = line.rstrip()
    prefix = read_prefix(words)
    return bool(prefix and prefix.key in speakers and prefix.length == len(words))


@dataclass(frozen=True, slots=True)
class _Belief:
    """What counts as a prefix in one text."""

    names: frozenset[str]
    """Casefolded names believed without a time stamp."""
    forms: frozenset[str]
    """Shapes of time stamps that chat lines begin with."""

    def holds(self, prefix: Prefix) -> bool:
        return prefix.stamp.form in self.forms if prefix.stamp else prefix.key in self.names


def _find_marks(text: str) -> tuple[list[_Mark], int]:
    """Give the lines that may matter, and how many lines are not empty."""
    marks: list[_Mark] = []
    count = 0
    for line in _LINE.finditer(text):
        start = line.start()
        head = text[start : min(line.end(), start + LONGEST_PREFIX)]
        count += not head.isspace()
        prefix = read_prefix(head)
        if prefix or _HEADING.match(head):
            marks.append(_Mark(start, prefix))
    return marks, count


def _weigh(prefixes: Sequence[Prefix], known: frozenset[str], line_count: int) -> _Belief:
    forms = _believed_forms(prefixes, known)
    stamped = {prefix.key for prefix in prefixes if prefix.stamp and prefix.stamp.form in forms}
    plain = [prefix for prefix in prefixes if not prefix.stamp and not is_label(prefix.name)]
    counts = Counter(prefix.key for prefix in plain)
    roles = {key for key in counts if Prefix(0, 0, key).is_role}
    recurring = {key for key, count in counts.items() if count > 1}
    names = set(known)
    if recurring & roles:
        names |= roles | recurring
    elif len(recurring) > 1:
        share = sum(counts[key] for key in recurring) / max(line_count, 1)
        names |= recurring if share >= LEAST_SHARE else set()
    if stamped:
        # In a chat, a message may itself hold lines such as "moeder: …"; those stay words.
        names &= known | stamped | roles
    return _Belief(frozenset(names - {""}), forms)


def _believed_forms(prefixes: Sequence[Prefix], known: frozenset[str]) -> frozenset[str]:
    """Give the shapes of time stamp that stand before names.

    A bare hour ("10:30 Pauze: koffie") also begins lines of running text, so it needs a name that
    is known, is a speaker word or comes back.
    """
    forms = set[str]()
    bare = Counter[str]()
    for prefix in prefixes:
        stamp = prefix.stamp
        if not stamp or not prefix.name:
            continue
        if stamp.dated or stamp.bracketed or prefix.key in known:
            forms.add(stamp.form)
        elif not is_label(prefix.name):
            bare[prefix.key] += 1
            if bare[prefix.key] > 1 or prefix.is_role:
                forms.add(stamp.form)
    return frozenset(forms)


def _read_utterances(text: str, borders: Sequence[_Mark]) -> Iterator[Utterance]:
    month_first = is_month_first(
        mark.prefix.stamp for mark in borders if mark.prefix and mark.prefix.stamp
    )
    ends = [*(mark.start for mark in borders[1:]), len(text)]
    for mark, end in zip(borders, ends, strict=False):
        prefix = mark.prefix
        if prefix is None:
            continue
        begin = mark.start + prefix.length
        words = text[begin:end]
        trimmed = words.strip()
        if not trimmed:
            continue
        start = begin + len(words) - len(words.lstrip())
        yield Utterance(
            marker_start=mark.start + prefix.indent,
            start=start,
            end=start + len(trimmed),
            speaker=prefix.name,
            said_at=prefix.stamp.moment(month_first) if prefix.stamp else None,
        )
