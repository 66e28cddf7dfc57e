"""Phrases that could give somebody away, where millions of them must be told apart quickly.

A scan proposes to a person, who decides; here nobody looks at each phrase, so that in doubt a name
is taken for one, also in small letters. Most phrases are let through by their own letters; the
words around are looked at only where there is a reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qualkit.analysis.identifiers.known_names import ALSO_WORDS, COMMON, FIRST_NAMES, PLACES
from qualkit.analysis.identifiers.names import kind_of_name, written_names
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span

IsWord = Callable[[str], bool]
"""Tells whether a word in small letters is one that everybody uses."""

_FIGURES = re.compile(
    r"""[\d@] | www | \.(?:nl|com|org|eu|be|net|info|gov|de|uk)\b
    | \b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
        |january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sept|sep
        |okt|oct|nov|dec)\b
    | jaar | jarig | \byear | \baged\b | (?:twin|der|veer|vijf|zes|zeven|tach|negen)tig
    | \beuro | gulden | \bdollar | \bpound | duizend | miljoen | miljard | thousand | million""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands in words that may be part of a number, a date, an age or an address."""

_WORD = re.compile(r"[\w’']+")

_SENTENCE_OPENS = re.compile(r"[.!?…:\]\n\"“‘'*#>()•–—-]\s*\Z|\A\s*\Z")

_JOINTS = r"(?:van\s|de\s|der\s|den\s|ter\s|ten\s|el\s|al\s){0,3}"

_INTRODUCED = re.compile(
    rf"""\b(?:(?:mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|de\sheer|dr\.?|prof\.?|juf|meester|tante|oom
      |dokter|zuster|broeder|genaamd|mijn\s(?:\w+\s)?(?:vriend|vriendin|zus|zusje|broer|broertje
      |man|vrouw|dochter|zoon|collega|baas|buurman|buurvrouw|neef|nicht)|mrs?\.?|miss)\s{_JOINTS}
    | (?:heet|heette|heten|naam\sis|called|name\sis)\s(?:[^\W\d_]+\s)?{_JOINTS}
    | (?:woon|wonen|woont|woonde|woonden|kom|komt|kwam|komen|live|lives|lived|comes?)
      \s(?:\w+\s)?(?:in|uit|te|from)\s
    | (?-i:[A-ZÀ-ÖØ-Þ])\w+\s(?:el|al|van\sder|van\sden|ter|ten)\s)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before a name, also where that has no capital."""

_STREET = re.compile(r"(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk)\Z")
_HOUSE = re.compile(r"\s\d{1,4}\b")

_LONGEST_ACRONYM = 5
"""Letters; what is written in capitals and no longer is a thing, and rarely a person."""

_BEFORE = 40
"""Code points before a word that are looked at."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Why a phrase may give somebody away, wherever it stands."""

    kind: IdentifierKind | None = None
    """What it is for certain."""
    inside: bool = False
    """Whether it is a name unless its capital is that of a sentence."""
    figures: bool = False
    """Whether its text must be looked through for numbers, dates, ages and addresses."""
    street: bool = False
    """Whether it is an address when a number follows."""
    unknown: tuple[int, ...] = ()
    """Where words stand in it that are names if something before them says so."""

    def kind_in(self, text: str, span: Span, opens: bool) -> IdentifierKind | None:
        """Tell what it is at one place of a text; figures are told by their own rules.

        Args:
            text: The words around.
            span: Where it stands in them.
            opens: Whether its first capital may be only that of a sentence.
        """
        if self.kind not in (None, IdentifierKind.NAME):
            return self.kind
        if self.kind or self._is_name(text, span.start, opens):
            return kind_of_name(text, span)
        is_address = self.street and _HOUSE.match(text, span.end)
        return IdentifierKind.PLACE if is_address else None

    def _is_name(self, text: str, start: int, opens: bool) -> bool:
        places = (start + each for each in self.unknown)
        if any(_INTRODUCED.search(_before(text, at)) for at in places):
            return True
        if not self.inside:
            return False
        before = _before(text, start)
        begins = opens or _SENTENCE_OPENS.search(before)
        # A full stop behind "dr" ends no sentence.
        return not begins or _INTRODUCED.search(before) is not None


def telling(phrase: str, is_word: IsWord) -> Telling | None:
    """Tell why a phrase may give somebody away; None for most."""
    figures = _FIGURES.search(phrase) is not None
    sure, inside, unknown = _kind_of(phrase), False, []
    for found in _WORD.finditer(phrase):
        word = found.group()
        folded = word.casefold().removesuffix("'s").removesuffix("’s")
        if folded in COMMON or not folded[:1].isalpha():
            continue
        usual = is_word(folded) or (word.isupper() and len(word) <= _LONGEST_ACRONYM)
        if folded in _small_names() or (not usual and word[0].isupper()):
            sure = sure or IdentifierKind.NAME
        elif not usual:
            unknown.append(found.start())
        elif word[0].isupper() and not word.isupper():
            # With a capital in the middle of a phrase it is no word of a sentence that begins.
            sure = sure or (IdentifierKind.NAME if found.start() else None)
            inside = True
    street = _STREET.search(phrase) is not None
    if sure or inside or figures or street or unknown:
        return Telling(sure, inside, figures, street, tuple(unknown))
    return None


def _before(text: str, at: int) -> str:
    return text[max(at - _BEFORE, 0) : at]


def _kind_of(phrase: str) -> IdentifierKind | None:
    """Tell what a phrase with a capital is by how it is written, or by the list of places."""
    if phrase.islower():
        return None
    for mark in written_names(phrase):
        return mark.kind
    return IdentifierKind.PLACE if not _places().isdisjoint(phrase.split()) else None


@cache
def _small_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in FIRST_NAMES) - ALSO_WORDS


@cache
def _places() -> frozenset[str]:
    return frozenset(PLACES)
