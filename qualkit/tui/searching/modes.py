"""The three ways of searching, with what the screen says in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.kwic import KwicSort
from qualkit.translation import N_


class Mode(StrEnum):
    """A way of searching."""

    TEXT = "text"
    KWIC = "kwic"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Told:
    """What the screen says in a mode; everything is marked for translation."""

    name: str
    placeholder: str
    empty: str
    """While nothing was asked."""
    nothing: str
    """When nothing was found."""
    height: int
    """Lines that a row takes."""


_WORDS = N_("""Type words above and press Enter.

All words must stand in one passage. "Words in quotes" stand next to each
other, OR means either, capacit* any ending. Capitals and accents make no
difference.

Esc, then: o whose words, s sources, p participants, w with a code,
0 everywhere again; Tab shows keywords in context, or searches codes.""")

_NO_WORDS = N_("""No passage holds that.

Try fewer words, or an ending of any kind: capacit*. i goes back to the
words, 0 searches everywhere and everybody again.""")

TOLD: Mapping[Mode, Told] = {
    Mode.TEXT: Told(
        N_("Passages"), N_('Words, "a phrase", either OR other'), _WORDS, _NO_WORDS, height=3
    ),
    Mode.KWIC: Told(
        N_("In context"),
        N_('Words, "a phrase", either OR other'),
        _WORDS,
        _NO_WORDS,
        height=1,
    ),
    Mode.CODES: Told(
        N_("Codes"),
        N_("one code AND another"),
        N_("""Type names of codes above and press Enter; or Esc, then a picks one.

one AND other    what both cover
one OR other     what either covers
one NOT other    the first where it stands without the second
one NEAR other   the first with the second at most two turns away; NEAR/5: five

Brackets group. A "name in quotes" may hold AND, OR and brackets."""),
        N_("""No passage is coded so.

Try OR or NEAR in place of AND; i goes back to the codes, b counts the codes
below a code or not, 0 searches everywhere and everybody again."""),
        height=3,
    ),
}

SORTED: Mapping[KwicSort, str] = {
    KwicSort.SOURCE: N_("by source"),
    KwicSort.LEFT: N_("by the words before"),
    KwicSort.RIGHT: N_("by the words behind"),
    KwicSort.KEYWORD: N_("by keyword"),
}
"""Orders of keywords in context, in words."""
