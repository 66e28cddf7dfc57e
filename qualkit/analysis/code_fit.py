"""Which of the researcher's own codes may fit a passage, and on what evidence.

A code is offered by its own words (its name, its description, and the words of participants that
it began from) or because the passage is like passages that were coded with it. What two passages
share counts by how rare it is in the project; the measure is the cosine.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from rapidfuzz import fuzz

from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.codings import CodedSegment
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import CodeSuggestion
from qualkit.domain.text import folded

Lemmas = Callable[[str], Sequence[str]]
"""Gives the lemmas of the words of a text that carry an idea."""

LEAST_PASSAGES = 2
"""As many different passages have to be alike before a code is offered by likeness."""

LEAST_COSINE = 0.2
"""Below it passages share a word or two by chance."""

NAME_SHARE = 0.6
"""The share of a name's words that has to stand in the passage: one of one, both of two."""

DESCRIPTION_WORDS = 2
DESCRIPTION_SHARE = 0.3
"""What has to come back of a description, which has many words that only explain."""

LEAST_ALIKE = 88
"""Of 100, for words that are spelled a little differently."""

SHORTEST_FUZZY = 5
"""Letters; shorter words are too easily alike."""

REFERENCES_SHOWN = 3
MOST_CODES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands, so that it does not count as evidence for itself."""

    version_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Coded:
    """A coded passage as evidence."""

    segment: CodedSegment
    lemmas: frozenset[str]

    def overlaps(self, place: Place) -> bool:
        coding = self.segment.coding
        return coding.version_id == place.version_id and coding.span.overlaps(place.span)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words a code goes by."""

    entry: CodeEntry
    names: tuple[tuple[str, frozenset[str]], ...]
    """Its name, and phrases it began from, each with its lemmas."""
    description: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Fit:
    score: float
    suggestion: CodeSuggestion


class CodeFit:
    """A codebook and what was coded with it, made ready to be compared with many passages."""

    def __init__(
        self,
        codes: Iterable[CodeEntry],
        coded: Iterable[CodedSegment],
        lemmas: Lemmas,
        language: str = "nl",
        project: Iterable[str] = (),
    ) -> None:
        """Read the codes that are offered, and the coded passages that count as evidence.

        Passages in which an interviewer or helper speaks are context and left out. `project` are
        texts to tell from how rare a lemma is; without them, the coded passages are.
        """
        self._lemmas = lemmas
        self._is_dutch = language.casefold().startswith("nl")
        active = [entry for entry in codes if entry.code.status is CodeStatus.ACTIVE]
        evidence = [item for item in coded if all(role.is_evidence for role in item.roles)]
        self._passages = self._by_code(evidence)
        phrases: dict[str, set[str]] = {}
        for item in evidence:
            if item.coding.suggestion:
                phrases.setdefault(item.code.id, set()).add(item.coding.suggestion)
        self._codes = [self._words_of(entry, phrases) for entry in active]
        every = {
            (item.segment.source.id, item.segment.words): item.lemmas
            for items in self._passages.values()
            for item in items
        }
        texts = [frozenset(lemmas(text)) for text in project] or list(every.values())
        self._count = len(texts)
        self._in_texts = Counter(lemma for text in texts for lemma in text)

    def fitting(
        self, words: str, place: Place | None = None, taken: Collection[str] = ()
    ) -> tuple[CodeSuggestion, ...]:
        """Give the codes that may fit some words, the likeliest first.

        Args:
            words: What the passage says.
            place: Where it stands; coded passages that overlap it are no evidence.
            taken: Ids of the codes it has already; they are not offered.
        """
        lemmas = frozenset(self._lemmas(words))
        if not lemmas:
            return ()
        text = folded(words)
        codes = [code for code in self._codes if code.entry.code.id not in taken]
        fits = [fit for code in codes if (fit := self._fit(code, lemmas, text, place))]
        fits.sort(key=lambda fit: (-fit.score, fit.suggestion.path.casefold()))
        return tuple(fit.suggestion for fit in fits[:MOST_CODES])

    def _by_code(self, evidence: Iterable[CodedSegment]) -> dict[str, list[_Coded]]:
        """Give the passages of each code; one that two people coded alike counts once."""
        found: dict[str, dict[tuple[str, str], _Coded]] = {}
        for item in evidence:
            passages = found.setdefault(item.code.id, {})
            key = item.source.id, item.words
            if key not in passages:
                passages[key] = _Coded(item, frozenset(self._lemmas(item.words)))
        return {code_id: list(passages.values()) for code_id, passages in found.items()}

    def _words_of(self, entry: CodeEntry, phrases: dict[str, set[str]]) -> _Words:
        names = [entry.code.name, *sorted(phrases.get(entry.code.id, ()))]
        return _Words(
            entry,
            tuple((name, frozenset(self._lemmas(name))) for name in dict.fromkeys(names)),
            frozenset(self._lemmas(entry.code.description)),
        )

    def _fit(
        self, code: _Words, lemmas: frozenset[str], text: str, place: Place | None
    ) -> _Fit | None:
        """Weigh everything that speaks for a code; None when nothing does."""
        name = next((name for name, its in code.names if _is_named(name, its, lemmas, text)), "")
        shared = code.description & lemmas
        is_described = len(shared) >= DESCRIPTION_WORDS and len(shared) >= DESCRIPTION_SHARE * len(
            code.description
        )
        alike = self._alike(code.entry.code.id, lemmas, place)
        if not (name or is_described or alike):
            return None
        reasons = []
        if alike:
            reasons.append(self._say_alike(len(alike), code.entry.code.name))
        if name:
            reasons.append(self._say_named(name))
        elif is_described:
            reasons.append(self._say_described(sorted(shared)))
        nearest = [cosine for cosine, _ in alike[:REFERENCES_SHOWN]]
        likeness = sum(nearest) / len(nearest) if nearest else 0.0
        score = likeness + (1.0 if name else 0.0) + (0.3 if is_described else 0.0)
        references = tuple(item.segment.reference for _, item in alike[:REFERENCES_SHOWN])
        return _Fit(
            score,
            CodeSuggestion(code.entry.code, code.entry.path, "; ".join(reasons), references),
        )

    def _alike(
        self, code_id: str, lemmas: frozenset[str], place: Place | None
    ) -> list[tuple[float, _Coded]]:
        """Give the passages of a code that are like these words, the most like first.

        Nothing when there are fewer than two: one passage is no pattern.
        """
        found = [
            (cosine, item)
            for item in self._passages.get(code_id, ())
            if not (place and item.overlaps(place))
            and (cosine := self._cosine(lemmas, item.lemmas)) >= LEAST_COSINE
        ]
        found.sort(key=lambda pair: (-pair[0], pair[1].segment.source.number, pair[1].segment.line))
        return found if len(found) >= LEAST_PASSAGES else []

    def _cosine(self, lemmas: frozenset[str], others: frozenset[str]) -> float:
        """Tell how alike two passages are, from 0 to 1."""
        shared = sum(self._weight(lemma) ** 2 for lemma in lemmas & others)
        return shared / (self._length(lemmas) * self._length(others)) if shared else 0.0

    def _length(self, lemmas: frozenset[str]) -> float:
        return sqrt(sum(self._weight(lemma) ** 2 for lemma in lemmas))

    def _weight(self, lemma: str) -> float:
        """Tell how rare a lemma is in the project."""
        return log(1 + (self._count + 1) / (self._in_texts[lemma] + 1))

    def _say_alike(self, count: int, name: str) -> str:
        if self._is_dutch:
            return f"lijkt op {count} fragmenten bij '{name}'"
        return f"like {count} passages coded '{name}'"

    def _say_named(self, name: str) -> str:
        return f"'{name}' komt erin terug" if self._is_dutch else f"'{name}' comes back in it"

    def _say_described(self, lemmas: Sequence[str]) -> str:
        words = ", ".join(f"'{lemma}'" for lemma in lemmas[:3])
        if self._is_dutch:
            return f"{words} staat ook in de omschrijving"
        return f"{words} also stands in its description"


def _is_named(name: str, its_lemmas: frozenset[str], lemmas: frozenset[str], text: str) -> bool:
    """Tell whether a code's name or phrase comes back in a passage, as it is or nearly so."""
    plain = folded(name)
    if len(plain) >= SHORTEST_FUZZY and f" {plain} " in f" {text} ":
        return True
    if not its_lemmas:
        # Only small words ("te weinig"): the phrase has to stand there as it is, nearly.
        return (
            len(plain) >= 2 * SHORTEST_FUZZY
            and len(text) >= len(plain)
            and (fuzz.partial_ratio(plain, text) >= LEAST_ALIKE)
        )
    there = sum(any(_is_like(its, other) for other in lemmas) for its in its_lemmas)
    return there >= NAME_SHARE * len(its_lemmas)


def _is_like(lemma: str, other: str) -> bool:
    """Tell whether two lemmas are one word, spelled alike or part of a compound."""
    if lemma == other:
        return True
    if min(len(lemma), len(other)) < SHORTEST_FUZZY:
        return False
    if lemma.startswith(other) or other.startswith(lemma) or other.endswith(lemma):
        return True
    return fuzz.ratio(lemma, other) >= LEAST_ALIKE
