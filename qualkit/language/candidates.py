"""Phrases that might be worth noticing, with every place where they stand.

Where a tagger has run, a phrase is a run of adjectives, nouns and names; without one, a run of
words between stop words (RAKE: Rose, Engel, Cramer and Cowley 2010), with the kind of each word
guessed by look-up. Runs within a run are candidates too, so that a word counts wherever it stands.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage
from qualkit.language.pipeline import language_code
from qualkit.language.sentences import pieces
from qualkit.language.stopwords import StopWords, stop_words
from qualkit.language.wordforms import (
    NAMES_FOLLOW_NOUNS,
    Kind,
    is_determiner,
    kind_of,
    lemma,
    without_stress,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MOST_WORDS = 4
"""The longest phrase; of a longer run the last words are taken, for there the head is."""

BATCH = 64
"""Texts a batch; 32 to 128 measured best (KEYPHRASES.md)."""

_SHORTEST_GUESSED = 5
"""Letters in a phrase of one word that no tagger has read."""
_SHORTEST_TAGGED = 3

_WORD = re.compile(r"(?:\d+-)?[^\W\d_](?:[\w'’&.-]*\w)?")
_LETTERS = re.compile(r"[^\W\d_]")
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{0,60}\]")
"""Something put in for the reader, such as [naam] or [onverstaanbaar]: not the speaker's words."""
_TAGGED_KINDS = {"NOUN": Kind.NOUN, "PROPN": Kind.NOUN, "ADJ": Kind.ADJECTIVE}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a phrase stands."""

    source_id: str
    span: Span
    """In the version: code points, half-open."""
    surface: str
    """The words as written there."""
    speaker_key: str
    within: str = ""
    """The lemmas of the longer run it is a part of; empty when it stands on its own."""
    opens_sentence: bool = False
    """Its first capital may be only that of a sentence."""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with all its forms."""

    lemma: str
    """The lemmas of its words, by which forms are one phrase."""
    mentions: tuple[Mention, ...]
    """In order of source and place."""


@dataclass(frozen=True, slots=True)
class Run:
    """A phrase in one `Doc`: tokens `[start, end)`."""

    start: int
    end: int
    within: tuple[int, int] | None = None
    """The tokens of the longer run it is a part of."""


def find_candidates(
    nlp: "Language",
    passages: Sequence[Passage],
    language: str,
    progress: Callable[[int], None] | None = None,
) -> tuple[Candidate, ...]:
    """Give the phrases of all passages, by lemma; the order of the passages makes no difference.

    `progress` is called with the number of passages done, at the end of each batch.
    """
    ordered = sorted(passages, key=lambda p: (p.source_id, p.span, p.text, p.speaker_key))
    texts = ((text, (n, offset)) for n, p in enumerate(ordered) for offset, text in _texts(p))
    found: dict[str, dict[tuple[str, Span], Mention]] = {}
    reported = 0
    for doc, (number, offset) in nlp.pipe(texts, as_tuples=True, batch_size=BATCH):
        for key, mention in mentions(doc, ordered[number], offset, language):
            found.setdefault(key, {}).setdefault((mention.source_id, mention.span), mention)
        if progress and number - reported >= BATCH:
            reported = number
            progress(number)
    if progress:
        progress(len(ordered))
    return tuple(Candidate(key, _in_order(places.values())) for key, places in sorted(found.items()))


def mentions(
    doc: "Doc", passage: Passage, offset: int, language: str
) -> Iterator[tuple[str, Mention]]:
    """Give each phrase of a `Doc` as its lemmas and its place.

    `offset` is where the `Doc` begins in the passage's text, in code points.
    """
    begin = passage.span.start + offset
    for run in runs(doc, language):
        first, last = doc[run.start], doc[run.end - 1]
        start, end = first.idx, last.idx + len(last)
        outer = _lemmas(doc[run.within[0] : run.within[1]], language) if run.within else ""
        yield (
            _lemmas(doc[run.start : run.end], language),
            Mention(
                source_id=passage.source_id,
                span=Span(begin + start, begin + end),
                surface=doc.text[start:end],
                speaker_key=passage.speaker_key,
                within=outer,
                opens_sentence=_opens_sentence(doc, run.start),
                is_name=first.pos_ == "PROPN",
            ),
        )


def runs(doc: "Doc", language: str) -> Iterator[Run]:
    """Give the phrases of a `Doc`, from its tags where it has any, and the phrases within them."""
    tagged = doc.has_annotation("POS")
    words = stop_words(language)
    kinds = _tagged_kinds(doc, words) if tagged else _guessed_kinds(doc, language)
    for word in _not_words(doc, words):
        kinds[word] = Kind.OTHER
    joins_nouns = tagged or language_code(language) not in NAMES_FOLLOW_NOUNS
    shortest = _SHORTEST_TAGGED if tagged else _SHORTEST_GUESSED
    for start, end in _stretches(doc, kinds, joins_nouns):
        trimmed = _trimmed(doc, kinds, words, start, end)
        if trimmed is None:
            continue
        for run in _parts(*trimmed):
            fits = _trimmed(doc, kinds, words, run.start, run.end) == (run.start, run.end)
            if fits and _says_something(doc, run, words, language, shortest):
                yield run


def _texts(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give a passage whole, or in lines when it is a whole document."""
    if len(passage.text) <= 5_000:
        return iter([(0, passage.text)])
    return pieces(passage.text)


def _in_order(places: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(places, key=lambda m: (m.source_id, m.span)))


def _tagged_kinds(doc: "Doc", words: StopWords) -> list[Kind]:
    kinds = [_TAGGED_KINDS.get(token.pos_, Kind.OTHER) for token in doc]
    for token in doc:
        if words.is_filler(without_stress(token.lower_)):
            kinds[token.i] = Kind.OTHER
    return kinds


def _guessed_kinds(doc: "Doc", language: str) -> list[Kind]:
    kinds: list[Kind] = []
    determined = False
    for token in doc:
        word = without_stress(token.lower_)
        kind = kind_of(word, language, determined)
        if kind is not Kind.NOUN and _is_name(doc, token) and not stop_words(language).stops(word):
            kind = Kind.NOUN
        determined = is_determiner(word) or (determined and kind is Kind.ADJECTIVE)
        kinds.append(kind)
    return kinds


def _is_name(doc: "Doc", token: "Token") -> bool:
    """Tell whether a word has a capital that no sentence asks for."""
    return token.text[:1].isupper() and not _opens_sentence(doc, token.i)


def _opens_sentence(doc: "Doc", index: int) -> bool:
    """Tell whether no word comes before this one in its sentence."""
    while index > 0 and not _LETTERS.search(doc[index - 1].text):
        if doc[index - 1].text in {".", "!", "?", "…", "...", ":"} or doc[index - 1].is_space:
            return True
        index -= 1
    return index == 0


def _not_words(doc: "Doc", words: StopWords) -> Iterator[int]:
    """Give the tokens that no phrase may hold: signs, numbers, addresses, filler of several words."""
    covered = [found.span() for found in _PLACEHOLDER.finditer(doc.text)]
    lowered = [without_stress(token.lower_) for token in doc]
    for token in doc:
        is_word = _WORD.fullmatch(token.text) and len(_LETTERS.findall(token.text)) > 1
        if not is_word or token.like_url or token.like_email or token.like_num:
            yield token.i
        if any(start <= token.idx < end for start, end in covered):
            yield token.i
        yield from range(token.i, token.i + words.filler_at(lowered, token.i))


def _stretches(
    doc: "Doc", kinds: list[Kind], joins_nouns: bool
) -> Iterator[tuple[int, int]]:
    """Give the longest runs of words, split between two nouns where a language writes them as one."""
    for usable, group in groupby(range(len(doc)), key=lambda i: kinds[i] is not Kind.OTHER):
        indices = list(group)
        start = indices[0]
        for left in indices[:-1] if usable else ():
            new_phrase = kinds[left] is Kind.NOUN and not (
                joins_nouns or (_is_name(doc, doc[left]) and _is_name(doc, doc[left + 1]))
            )
            if new_phrase:
                yield start, left + 1
                start = left + 1
        if usable:
            yield start, indices[-1] + 1


def _trimmed(
    doc: "Doc", kinds: list[Kind], words: StopWords, start: int, end: int
) -> tuple[int, int] | None:
    """Take stop words off both ends and adjectives off the last, and all but the last four words."""

    def stops(index: int) -> bool:
        return words.stops(without_stress(doc[index].lower_))

    while end > start and (kinds[end - 1] is not Kind.NOUN or stops(end - 1)):
        end -= 1
    start = max(start, end - MOST_WORDS)
    while start < end and stops(start):
        start += 1
    return (start, end) if start < end else None


def _parts(start: int, end: int) -> Iterator[Run]:
    yield Run(start, end)
    for first in range(start, end):
        for last in range(first + 1, end + 1):
            if (first, last) != (start, end):
                yield Run(first, last, within=(start, end))


def _says_something(
    doc: "Doc", run: Run, words: StopWords, language: str, shortest: int
) -> bool:
    """Tell whether a phrase is more than one short or empty word."""
    if run.end - run.start > 1:
        return True
    token = doc[run.start]
    letters = len(_LETTERS.findall(token.text))
    return letters >= shortest and _lemma(token, language) not in words.generic


def _lemmas(tokens: Iterable["Token"], language: str) -> str:
    return " ".join(_lemma(token, language) for token in tokens)


def _lemma(token: "Token", language: str) -> str:
    """Give the tagger's lemma, or the one looked up."""
    return token.lemma_.lower() or lemma(token.text, language)
