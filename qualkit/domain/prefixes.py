"""Speaker prefixes at the beginning of a line: "I:", "**Interviewer:**", "[19:31] bezoeker:".

A line is read by itself here; whether its prefix is believed is for `turns` to decide.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qualkit.domain.sources import Role
from qualkit.domain.speakers import guess_role
from qualkit.domain.stamps import Stamp, read_stamp

LONGEST_PREFIX = 160
"""Code points of a line that are looked at; keeps very long lines cheap."""

_MARKS = "\u200e\u200f\u202a\u202c\u2068\u2069"  # direction marks that WhatsApp scatters about
_INDENT = re.compile(rf"(?P<space>[ \t\u00a0]*)[{_MARKS}]*")
_NAMED = re.compile(
    rf"(?P<open>\*{{0,3}})(?P<name>[^:*\n]{{1,48}})(?P<inner>\*{{0,3}}) ?:"
    rf"(?P<outer>\*{{0,3}})[ \t\u00a0\u202f{_MARKS}]*"
)
_PLAIN_NAME = re.compile(r"[^\W\d_][\w .'’()/&+-]*")


@dataclass(frozen=True, slots=True)
class Prefix:
    """What a line begins with, when that looks like a speaker or a time."""

    indent: int
    """Code points of white space before it."""
    length: int
    """Code points of the line before the words, white space included."""
    name: str
    """As printed; empty for a time stamp without a name."""
    stamp: Stamp | None = None

    @property
    def key(self) -> str:
        """The name for comparison, whatever its capitals."""
        return self.name.casefold()

    @property
    def is_role(self) -> bool:
        """Tell whether the name is a speaker word such as interviewer or bezoeker."""
        return guess_role(self.name) is not Role.UNKNOWN


def read_prefix(line: str) -> Prefix | None:
    """Read the prefix of `line`, of which only the first LONGEST_PREFIX code points count."""
    head = line[:LONGEST_PREFIX]
    if ":" not in head:
        return None
    indent, begin = _read_indent(head)
    stamp = read_stamp(head[begin:])
    after = begin + stamp.length if stamp else begin
    named = _read_name(head, after, most_words=5 if stamp else 4)
    if named is None:
        return Prefix(indent, after, "", stamp) if stamp else None
    name, length = named
    if not stamp and not _PLAIN_NAME.fullmatch(name):
        return None
    return Prefix(indent, length, name, stamp)


def _read_indent(head: str) -> tuple[int, int]:
    """Give where the white space ends, and the direction marks behind it."""
    found = _INDENT.match(head)
    return (found.end("space"), found.end()) if found else (0, 0)


def _read_name(head: str, after: int, most_words: int) -> tuple[str, int] | None:
    """Give the name that stands at `after` and where the words behind it begin."""
    found = _NAMED.match(head, after)
    if not found or len(found["open"]) not in (0, len(found["inner"] + found["outer"])):
        return None
    if not found["open"] and found["inner"]:
        return None
    name = _clean_name(found["name"], most_words)
    if not name:
        return None
    # Asterisks behind a bare prefix belong to the words: "I:**nee**".
    end = found.end() if found["open"] or not found["outer"] else found.start("outer")
    # "I:Hoe" is a slip, "kern:taak" and "om 19:30" are not prefixes.
    tight = not found["outer"] and head[end - 1] == ":" and end < len(head)
    if tight and (head.startswith("//", end) or guess_role(name) is Role.UNKNOWN):
        return None
    return name, end


@lru_cache(maxsize=1024)
def _clean_name(name: str, most_words: int) -> str:
    """Give the name without what surrounds it; empty for what is too long to be one."""
    cleaned = name.strip(f"{_MARKS} \t\u00a0")
    is_short = len(cleaned) <= 40 and len(cleaned.split()) <= most_words
    return cleaned if is_short and any(sign.isalnum() for sign in cleaned) else ""
