"""Words for how many in a text, beside how many people it is: told, never forbidden."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qualkit.analysis.spread import KindSpread
from qualkit.domain.quantifiers import Quantifier
from qualkit.domain.sources import SourceKind
from qualkit.domain.spans import Span
from qualkit.domain.wording import NUMBERS

MOST_OTHERS = 3
"""So many of the team's other words are named at most."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A word for how many, or a number of people, in a text."""

    span: Span
    words: str
    """As written, with the word behind it."""
    quantifier: Quantifier | None = None
    """The team's word; None for a number that is written out."""
    heard: int | None = None
    """The number that is written: the five of "vijf van de zes"."""
    total: int | None = None
    """Of how many, where that is written."""
    kind: SourceKind | None = None
    """The material that is spoken of, where the words behind it tell."""

    def fits(self, group: KindSpread) -> bool:
        """Tell whether it is so of one kind of material."""
        if self.quantifier is not None:
            return self.quantifier.holds(len(group.heard), group.total)
        return self.heard == len(group.heard) and self.total in (None, group.total)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a quantity rests on."""

    quantity: Quantity
    groups: tuple[KindSpread, ...]
    """Who is heard and who is not, in the material that it may speak of."""
    is_so: bool
    others: tuple[str, ...]
    """The team's own words for that share, where the word is not one of them."""


def bases(
    text: str, quantifiers: Sequence[Quantifier], spread: Sequence[KindSpread]
) -> tuple[Basis, ...]:
    """Find the words for how many in a text, and tell of each what it rests on, in order.

    `spread` is who is heard under the theme that the text tells of.
    """
    return tuple(_basis(found, quantifiers, spread) for found in find_quantities(text, quantifiers))


def find_quantities(text: str, quantifiers: Iterable[Quantifier]) -> tuple[Quantity, ...]:
    """Find words for how many, and numbers such as "vijf van de zes" or "5 of 6", in order."""
    numbers = list(_numbers(text))
    words = (
        found
        for found in _words(text, quantifiers)
        if not any(found.span.overlaps(number.span) for number in numbers)
    )
    return tuple(sorted([*numbers, *words], key=lambda found: found.span))


def _basis(
    quantity: Quantity, quantifiers: Sequence[Quantifier], spread: Sequence[KindSpread]
) -> Basis:
    groups = [group for group in spread if group.kind is quantity.kind]
    groups = groups or [group for group in spread if group.heard] or list(spread)
    is_so = any(quantity.fits(group) for group in groups)
    others: tuple[str, ...] = ()
    if not is_so and quantity.quantifier is not None and groups:
        heard, total = len(groups[0].heard), groups[0].total
        fitting = [each for each in quantifiers if each.holds(heard, total)]
        # The nearest words are those that say most.
        fitting.sort(key=lambda each: each.high - each.low)
        others = tuple(each.phrase for each in fitting[:MOST_OTHERS])
    return Basis(quantity, tuple(groups), is_so, others)


_VALUES = {
    word.replace("é", "e"): value for words in NUMBERS.values() for value, word in enumerate(words)
} | {"none": 0, "geen": 0}

_NUMBER = "|".join(sorted(map(re.escape, _VALUES), key=len, reverse=True)) + r"|\d{1,4}"

_OF = re.compile(
    rf"""(?<!\w)(?:
        (?P<all>alle|all(?:\sthe)?)\s(?P<whole>{_NUMBER})
      | (?P<some>{_NUMBER})\s(?:van\s(?:de|het|hen|deze|onze)|(?:out\s)?of(?:\s(?:the|our|these))?)
        (?:\s(?P<total>{_NUMBER}))?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

_KINDS = {
    SourceKind.INTERVIEW: "geinterview|interview|respondent|deelneme|deelneem|participant",
    SourceKind.TRANSCRIPT: "uitgeschreven|transcri",
    SourceKind.CHAT: "chat|bezoeker|visitor|gesprek|conversation",
    SourceKind.RULING: "uitspra|vonnis|arrest|ruling|judg",
    SourceKind.WEB: "webpagina|website|web page",
    SourceKind.NEWS: "nieuws|krant|news",
}
"""How words begin that tell which material is spoken of."""

_PEOPLE = "mensen|person|people|medewerk|collega|hen|them|" + "|".join(_KINDS.values())

_NO_PEOPLE = re.compile(
    r"(?:seconde|minu|uur|uren|dag|weken|week|maand|jaar|jaren|keer|keren|euro|second|hour|day"
    r"|month|year|times?\b)"
)
"""How words begin behind which it is no people that are counted."""

_HALT = re.compile(r"[.,;:!?\n]|\b(?:en|of|maar|and|or|but)\b", re.IGNORECASE)

_LOOK_BEHIND = 4
"""So many words behind a quantity may tell of what it is."""


def _numbers(text: str) -> Iterator[Quantity]:
    plain = _plain(text)
    for match in _OF.finditer(plain):
        after = _words_after(plain, match.end())
        some, of = match["some"] or match["whole"], match["total"] or match["whole"]
        total = _value(of) if of else None
        # "Een van de redenen" counts no people; "een van de interviews" does.
        is_of_people = any(re.match(_PEOPLE, word) for word in after)
        if total is None and not is_of_people:
            continue
        yield Quantity(
            Span(*match.span()),
            _with_word_after(text, match.end(), match.start()),
            heard=_value(some),
            total=total,
            kind=_kind(after),
        )


def _words(text: str, quantifiers: Iterable[Quantifier]) -> Iterator[Quantity]:
    by_phrase = {_plain(each.phrase).casefold(): each for each in quantifiers}
    if not by_phrase:
        return
    phrases = sorted(by_phrase, key=len, reverse=True)
    written = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    plain = _plain(text)
    for match in re.finditer(rf"(?<!\w)(?:{written})(?!\w)", plain, re.IGNORECASE):
        after = _words_after(plain, match.end())
        if after and _NO_PEOPLE.match(after[0]):
            continue
        yield Quantity(
            Span(*match.span()),
            _with_word_after(text, match.end(), match.start()),
            quantifier=by_phrase[" ".join(match[0].casefold().split())],
            kind=_kind(after),
        )


def _plain(text: str) -> str:
    """Give a text, as long as it was, in which "één" is "een" and "geïnterviewd" has no dots."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans("éÉïÏ", "eEiI")


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _VALUES[word.casefold()]


def _words_after(plain: str, end: int) -> list[str]:
    """Give the words behind a place, up to where the sentence ends or goes on with another."""
    rest = _HALT.split(plain[end : end + 120], maxsplit=1)[0]
    return re.findall(r"\w+", rest.casefold())[:_LOOK_BEHIND]


def _with_word_after(text: str, end: int, start: int) -> str:
    match = re.match(r"[ \t]+[\w-]+", text[end:])
    return text[start : end + (match.end() if match else 0)]


def _kind(after: Iterable[str]) -> SourceKind | None:
    kinds = (kind for word in after for kind, stems in _KINDS.items() if re.match(stems, word))
    return next(kinds, None)
