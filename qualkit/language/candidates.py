"""Phrases that might be worth noticing, with every place where they stand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage
from qualkit.language.runs import is_sentence_start, lemmas, runs
from qualkit.language.sentences import pieces, tokenizable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64
"""Texts a batch; 32 to 128 measured best (KEYPHRASES.md)."""

_WHOLE = 5_000
"""Code points up to which a passage is read whole; a longer one is read line by line."""


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
    return tuple(
        Candidate(key, _in_order(places.values())) for key, places in sorted(found.items())
    )


def mentions(
    doc: "Doc", passage: Passage, offset: int, language: str
) -> Iterator[tuple[str, Mention]]:
    """Give each phrase of a `Doc` as its lemmas and its place.

    `offset` is where the `Doc` begins in the passage's text, in code points.
    """
    begin, text = passage.span.start + offset, doc.text
    for run in runs(doc, language):
        first, last = doc[run.start], doc[run.end - 1]
        start, end = first.idx, last.idx + len(last)
        outer = lemmas(doc[run.within[0] : run.within[1]], language) if run.within else ""
        yield (
            lemmas(doc[run.start : run.end], language),
            Mention(
                source_id=passage.source_id,
                span=Span(begin + start, begin + end),
                surface=text[start:end],
                speaker_key=passage.speaker_key,
                within=outer,
                opens_sentence=is_sentence_start(doc, run.start),
                is_name=first.pos_ == "PROPN",
            ),
        )


def _texts(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give a passage whole, or in lines when it is a document, each with where it begins."""
    if len(passage.text) <= _WHOLE:
        return iter([(0, tokenizable(passage.text))])
    return ((offset, tokenizable(line)) for offset, line in pieces(passage.text))


def _in_order(places: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(places, key=lambda m: (m.source_id, m.span)))
