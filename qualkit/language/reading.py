"""The first pass: texts are tagged, and every phrase in them is found. No text knows another."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.arrays import begins
from qualkit.language.candidates import opens_sentence
from qualkit.language.columns import Columns, Read, columns_of
from qualkit.language.found import Found
from qualkit.language.lexicon import Bools, Ints, Lexicon
from qualkit.language.loading import load_pipeline
from qualkit.language.mentions import Mentions, join, mentions_in
from qualkit.language.sentences import pieces, tokenizable

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Texts a batch; 32 to 128 measured best (KEYPHRASES)."""

_CHUNK = 30_000
"""Words gone through at once: enough to make the cost of an array operation vanish."""

_WHOLE = 5_000
"""Code points up to which a text is read whole; a longer one is read line by line."""

_MOST_FORMS = 300_000
"""Forms of words that are kept worked out; beyond them one begins anew, to bound the memory."""


class Reader:
    """Finds phrases with one pipeline; what it has worked out of forms of words it keeps."""

    def __init__(self, nlp: "Language", language: str) -> None:
        """Take a loaded pipeline."""
        self._nlp = nlp
        self._language = language
        self._lexicon = Lexicon(language)

    def read(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Found:
        """Find every phrase of some texts; neither their order nor the batch makes a difference.

        `progress` is called with the number of texts done, at the end of each batch.
        """
        if self._lexicon.size > _MOST_FORMS:
            self._lexicon = Lexicon(self._language)
        lexicon = self._lexicon
        found: list[Mentions] = []
        said: list[Ints] = []
        words = np.zeros(len(texts), dtype=np.int64)
        for chunk in self._chunks(texts, progress):
            columns = columns_of(chunk, lexicon)
            found.append(mentions_in(columns, lexicon))
            said.append(_said(columns, lexicon))
            is_word = lexicon.flags("is_word")[columns.form]
            words += np.bincount(columns.passage[is_word], minlength=len(texts))
        return _found(texts, words, join(found), said, lexicon)

    def _chunks(
        self, texts: Sequence[str], progress: Callable[[int], None] | None
    ) -> Iterator[list[Read]]:
        parts = (
            (part, (number, offset, part))
            for number, text in enumerate(texts)
            for offset, part in _parts(text)
        )
        chunk: list[Read] = []
        size = reported = 0
        for doc, place in self._nlp.pipe(parts, as_tuples=True, batch_size=BATCH):
            number, offset, part = place
            if progress and number - reported >= BATCH:
                reported = number
                progress(number)
            chunk.append(Read(doc, number, offset, part))
            size += len(doc)
            if size >= _CHUNK:
                yield chunk
                chunk, size = [], 0
        if chunk:
            yield chunk
        if progress:
            progress(len(texts))


_alone = Lock()


def read_alone(texts: Sequence[str], language: str, pipeline: PipelineInfo) -> Found:
    """Find every phrase of some texts in a process that uses the pipeline for nothing else.

    The pipeline is loaded once, and what spaCy learns of words is forgotten after each call, so
    that a night's work takes no more memory than an hour's.

    Raises:
        PipelineMissingError: the pipeline is not there.
    """
    # A pipeline is no work for two threads at once.
    with _alone:
        nlp, reader = _loaded(language, pipeline)
        with nlp.memory_zone():
            return reader.read(texts)


@lru_cache(1)
def _loaded(language: str, pipeline: PipelineInfo) -> tuple["Language", Reader]:
    nlp = load_pipeline(pipeline, language)
    return nlp, Reader(nlp, language)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Give a text whole, or in lines when it is a document, each with where it begins."""
    if len(text) <= _WHOLE:
        return iter([(0, tokenizable(text))])
    return ((offset, tokenizable(line)) for offset, line in pieces(text))


def _said(columns: Columns, lexicon: Lexicon) -> Ints:
    """Give which forms are said in which texts and how often: a row of three numbers each."""
    counted = lexicon.column("base")[columns.form] > 0
    pairs = columns.passage[counted] << 32 | columns.form[counted]
    unique, times = np.unique(pairs, return_counts=True)
    return np.stack([unique >> 32, unique & 0xFFFFFFFF, times], axis=1)


def _found(
    texts: Sequence[str], words: Ints, mentions: Mentions, said: Sequence[Ints], lexicon: Lexicon
) -> Found:
    mentions = _once_each(mentions)
    rows = np.concatenate([*said, np.zeros((0, 3), dtype=np.int64)])
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    forms, said_form = np.unique(rows[:, 1], return_inverse=True)
    keys, first, phrase = np.unique(mentions.key, return_index=True, return_inverse=True)
    phrases, form_base = mentions.words[first], lexicon.column("base")[forms]
    lemmas = np.unique(np.concatenate([phrases.ravel(), form_base]))
    lemmas = lemmas[lemmas > 0]
    surfaces, surface, opens = _surfaces(texts, mentions)
    return Found(
        lengths=np.array([len(text) for text in texts], dtype=np.int64),
        words=words,
        lemmas=tuple(lexicon.bases[number] for number in lemmas.tolist()),
        lemma_keys=lexicon.keys()[lemmas],
        forms=tuple(lexicon.lower(number) for number in forms.tolist()),
        form_lemma=np.searchsorted(lemmas, form_base),
        said_text=rows[:, 0],
        said_form=said_form,
        said_times=rows[:, 2],
        phrases=np.where(phrases > 0, np.searchsorted(lemmas, phrases), -1),
        phrase_keys=keys,
        surfaces=surfaces,
        text=mentions.passage,
        phrase=phrase,
        outer=mentions.outer,
        shape=mentions.shape,
        start=mentions.start,
        end=mentions.end,
        surface=surface,
        line=_lines(texts, mentions),
        opens=opens,
    )


def _once_each(mentions: Mentions) -> Mentions:
    """Put mentions in order of text and phrase, and give each place of a phrase once."""
    order = np.lexsort((mentions.end, mentions.start, mentions.key, mentions.passage))
    by = [c[order] for c in (mentions.passage, mentions.key, mentions.start, mentions.end)]
    return mentions.take(order[begins(*by)])


def _surfaces(texts: Sequence[str], mentions: Mentions) -> tuple[tuple[str, ...], Ints, Bools]:
    """Give the phrases as written, which of them each mention is, and which open a sentence."""
    numbers: dict[str, int] = {}
    surface = np.zeros(len(mentions), dtype=np.int64)
    opens = np.zeros(len(mentions), dtype=np.bool_)
    places = zip(
        mentions.passage.tolist(), mentions.start.tolist(), mentions.end.tolist(), strict=True
    )
    for row, (number, start, end) in enumerate(places):
        text = texts[number]
        written = text[start:end]
        surface[row] = numbers.setdefault(written, len(numbers))
        if written[0].isupper():
            opens[row] = opens_sentence(text, start)
    return tuple(numbers), surface, opens


def _lines(texts: Sequence[str], mentions: Mentions) -> Ints:
    """Count the lines before each mention; mentions are in order of text."""
    lines = np.zeros(len(mentions), dtype=np.int64)
    first = np.searchsorted(mentions.passage, np.arange(len(texts) + 1))
    for number, text in enumerate(texts):
        if "\n" in text:
            here = slice(first[number], first[number + 1])
            breaks = np.array([place for place, sign in enumerate(text) if sign == "\n"])
            lines[here] = np.searchsorted(breaks, mentions.start[here])
    return lines
