"""Names, places and organisations by how they are written and by small lists; no pipeline."""

import re
from collections.abc import Iterator
from functools import cache

from qualkit.analysis.identifiers.known_names import COMMON, FIRST_NAMES, PLACES
from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.identifiers import Ground, Mark
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.domain.word_finder import WordFinder

_CAPITAL = r"(?:['’][st]-?)?[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}\w"
_PART = r"[A-ZÀ-ÖØ-Þ]\w{0,40}"
"""Without hyphens, so that there is one way to read a row of them."""

_JOINTS = r"(?:(?:van|de|der|den|ten|ter|aan|op|la|el|['’]t)\s)"
_JOINED = rf"{_CAPITAL}(?:\s{_JOINTS}{{0,2}}{_CAPITAL}){{0,4}}"

_ORGANISATION = written(
    rf"""\b(?: (?i:gemeente|provincie|waterschap|politie-eenheid|politie\seenheid|basiseenheid
      |politiebureau|politieteam|basisteam|ziekenhuis|basisschool|middelbare\sschool|school|college
      |lyceum|gymnasium|scholengemeenschap|roc|hogeschool|universiteit|stichting|vereniging|ggd|ggz
      |rechtbank|gerechtshof|wijkteam|bureau|drukkerij|bedrijf|firma|woningcorporatie)
      \s (?:van\s)? {_JOINED}
      | {_PART}(?:[\s-]{_PART}){{0,3}}[\s-](?:College|Lyceum|Ziekenhuis
        |Universiteit|Hogeschool|School|Stichting|Gymnasium|Academie|University|Hospital)
      | [A-Z][\w-]{{0,40}}(?:ziekenhuis|college|lyceum|schoolgemeenschap) )(?!\w)""",
    any_case=False,
)
_TITLED = written(
    rf"""\b(?i:mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|de\sheer|dr\.|prof\.|mr\.|ir\.|drs\.|juf|meester
    |agent|rechercheur|officier|dokter|broeder|zuster|tante|oom|mrs\.?|miss|sir)
    \s (?P<it>{_JOINTS}{{0,2}}{_JOINED})(?!\w)""",
    any_case=False,
)
_STREET = written(
    r"""\b[A-ZÀ-Ö][\w-]{0,40}(?:straat|laan|weg|plein|gracht|kade|dreef|singel|dijk|steeg|buurt|wijk
    |markt|hof|park|street|road|avenue)(?:\s\d{1,4}[a-z]?\b)?(?!\w)""",
    any_case=False,
)
_ACRONYM = written(r"(?<![\w.-]) [A-Z]{3,6} (?![\w.-])", any_case=False)
_CAPITALS = written(rf"(?<![.!?…:\]\n\"“‘'*#>-]) [ ]+ (?P<it>{_JOINED})(?!\w)", any_case=False)


@cache
def _listed() -> tuple[tuple[IdentifierKind, WordFinder], ...]:
    return (
        (IdentifierKind.PLACE, WordFinder(PLACES)),
        (IdentifierKind.NAME, WordFinder(FIRST_NAMES)),
    )


_BEFORE_PLACE = re.compile(
    r"\b(?:in|uit|naar|te|omgeving|rond|vanuit|from|near)\s+$", re.IGNORECASE
)


def _is_telling(words: str) -> bool:
    """Tell whether some words with a capital may be a name at all."""
    return any(part.casefold() not in COMMON for part in re.findall(r"[\w-]+", words))


def listed_names(text: str) -> Iterator[Mark]:
    """Yield provinces, large towns, regions, and first names that many have."""
    for kind, finder in _listed():
        for place, _words in finder.found_in(text):
            yield Mark(kind, place, Ground.LISTED)


written_names = finding(
    Pattern(IdentifierKind.ORGANISATION, _ORGANISATION, _is_telling),
    Pattern(IdentifierKind.NAME, _TITLED, _is_telling),
    Pattern(IdentifierKind.PLACE, _STREET),
)


def capitals(text: str) -> Iterator[Mark]:
    """Yield words with a capital that do not begin a sentence: where nothing tags the text."""
    for found in _CAPITALS.regex.finditer(text):
        if _is_telling(found["it"]):
            span = Span(*found.span("it"))
            yield Mark(kind_of_name(text, span), span, Ground.CAPITAL)


def named(text: str, span: Span, kind: IdentifierKind | None, ground: Ground) -> Mark | None:
    """Give the mark of what a pipeline takes for a name; None for what everybody uses."""
    if not _is_telling(span.of(text)):
        return None
    return Mark(kind or kind_of_name(text, span), span, ground)


def kind_of_name(text: str, span: Span) -> IdentifierKind:
    """Tell what a name most likely names, by the words before it and how it is written."""
    words = span.of(text)
    if _ACRONYM.regex.fullmatch(words):
        return IdentifierKind.ORGANISATION
    before = text[max(span.start - 20, 0) : span.start]
    return IdentifierKind.PLACE if _BEFORE_PLACE.search(before) else IdentifierKind.NAME
