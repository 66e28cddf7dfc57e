"""A study that has been read: every phrase with its places, and how often every word is said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qualkit.domain.suggestions import Passage
from qualkit.language.columns import Columns, Read, columns_of
from qualkit.language.lexicon import Ints, Lexicon
from qualkit.language.mentions import Mentions, join, mentions_in
from qualkit.language.sentences import pieces, tokenizable
from qualkit.language.variants import join_spellings

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Texts a batch; 32 to 128 measured best (KEYPHRASES)."""

_CHUNK = 30_000
"""Words gone through at once: enough to make the cost of an array operation vanish."""

_WHOLE = 5_000
"""Code points up to which a passage is read whole; a longer one is read line by line."""


@dataclass(frozen=True, slots=True)
class Study:
    """Passages and what was found in them."""

    passages: tuple[Passage, ...]
    """Each once, in order of source and place."""
    lexicon: Lexicon
    mentions: Mentions
    """By phrase, then in order of source and place."""
    counts: Ints
    """How often each lemma is said, by number."""
    words: int
    """Words said."""


def read_study(
    nlp: "Language",
    passages: Sequence[Passage],
    language: str,
    progress: Callable[[int], None] | None = None,
) -> Study:
    """Read all passages; their order and the size of a batch make no difference.

    `progress` is called with the number of passages done, at the end of each batch.
    """
    ordered = tuple(
        sorted(set(passages), key=lambda p: (p.source_id, p.span, p.text, p.speaker_key))
    )
    lexicon = Lexicon(language)
    found: list[Mentions] = []
    counts, words = np.zeros(0, dtype=np.int64), 0
    is_word = lexicon.flags
    for chunk in _chunks(nlp, ordered, progress):
        columns = columns_of(chunk, lexicon)
        found.append(mentions_in(columns, lexicon))
        counts = _counted(counts, columns, lexicon)
        words += int(is_word("is_word")[columns.form].sum())
    counts = _longer(counts, len(lexicon.bases))
    mentions = join_spellings(join(found), lexicon)
    return Study(ordered, lexicon, _once_each(mentions, ordered), counts, words)


def _chunks(
    nlp: "Language",
    passages: Sequence[Passage],
    progress: Callable[[int], None] | None,
) -> Iterator[list[Read]]:
    texts = (
        (text, (n, offset, text)) for n, p in enumerate(passages) for offset, text in _texts(p)
    )
    chunk: list[Read] = []
    size = reported = 0
    for doc, (number, offset, text) in nlp.pipe(texts, as_tuples=True, batch_size=BATCH):
        if progress and number - reported >= BATCH:
            reported = number
            progress(number)
        chunk.append(Read(doc, number, offset, text))
        size += len(doc)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
    if progress:
        progress(len(passages))


def _texts(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give a passage whole, or in lines when it is a document, each with where it begins."""
    if len(passage.text) <= _WHOLE:
        return iter([(0, tokenizable(passage.text))])
    return ((offset, tokenizable(line)) for offset, line in pieces(passage.text))


def _counted(counts: Ints, columns: Columns, lexicon: Lexicon) -> Ints:
    said = np.bincount(lexicon.column("base")[columns.form], minlength=len(lexicon.bases))
    said[: len(counts)] += counts
    return said


def _longer(counts: Ints, size: int) -> Ints:
    return np.concatenate([counts, np.zeros(max(0, size - len(counts)), dtype=np.int64)])


def _once_each(mentions: Mentions, passages: Sequence[Passage]) -> Mentions:
    """Put mentions in order and give each place once, where passages overlap."""
    names = sorted({passage.source_id for passage in passages})
    numbers = {name: number for number, name in enumerate(names)}
    sources = np.array([numbers[p.source_id] for p in passages], dtype=np.int64)
    begins = np.array([p.span.start for p in passages], dtype=np.int64)
    if not len(mentions):
        return mentions
    source = sources[mentions.passage]
    start = begins[mentions.passage] + mentions.start
    end = begins[mentions.passage] + mentions.end
    order = np.lexsort((end, start, source, mentions.key))
    sorted_by = [column[order] for column in (mentions.key, source, start, end)]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in sorted_by], axis=0)
    return mentions.take(order[new])
