"""A short check of a pipeline, on sentences of which the answers are known.

It tells whether a pipeline works and how two compare on plain Dutch; it is far too short to stand
for an evaluation, which docs/pipelines.md points to.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from qualkit.domain.pipelines import CheckScores, Share
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.loading import load_whole
from qualkit.language.pipeline import language_code
from qualkit.language.sentences import sentence_spans
from qualkit.language.wordforms import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

CHECKS = Path(__file__).parent / "checks"
"""One file a language: `nl.toml`."""


class _Told(TypedDict):
    """A sentence as it stands in the file."""

    text: str
    words: list[str]
    """Word, part of speech and lemma, with spaces between."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word with its answers."""

    span: Span
    """In the passage: code points, half-open."""
    part_of_speech: str
    """As in Universal Dependencies."""
    lemma: str


@dataclass(frozen=True, slots=True)
class CheckPassage:
    """A few sentences that are read as one text."""

    text: str
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]


def check(info: PipelineInfo, language: str) -> CheckScores | None:
    """Load a pipeline and see what it makes of the sentences; None when a language has none.

    Raises:
        PipelineMissingError: it cannot be loaded.
    """
    passages = check_passages(language)
    if not passages:
        return None
    nlp = load_whole(info, language)
    read = [(passage, nlp(passage.text)) for passage in passages]
    words = [(word, doc) for passage, doc in read for word in passage.words]
    gives = {what for what in ("POS", "LEMMA") for _, doc in read if doc.has_annotation(what)}
    borders = [_right_sentences(passage, doc, language) for passage, doc in read]
    return CheckScores(
        _share(_has_part_of_speech(*each) for each in words) if "POS" in gives else None,
        _share(_has_lemma(*each, "" if "LEMMA" in gives else language) for each in words),
        _share(chain.from_iterable(borders)),
    )


def check_passages(language: str) -> tuple[CheckPassage, ...]:
    """Give the sentences of a language with their answers, none when there are none for it."""
    path = CHECKS / f"{language_code(language)}.toml"
    if not path.is_file():
        return ()
    parsed = tomllib.loads(path.read_text("utf-8"))
    return tuple(_passage(passage["sentences"]) for passage in parsed["passages"])


def _passage(sentences: Sequence[_Told]) -> CheckPassage:
    text = ""
    spans: list[Span] = []
    words: list[Word] = []
    for sentence in sentences:
        place = len(text) + bool(text)
        text = f"{text} {sentence['text']}".lstrip()
        spans.append(Span(place, len(text)))
        for told in sentence["words"]:
            word, part_of_speech, its_lemma = told.split()
            place = text.index(word, place)
            span = Span(place, place + len(word))
            words.append(Word(span, part_of_speech, its_lemma))
            place = span.end
    return CheckPassage(text, tuple(spans), tuple(words))


def _share(answers: Iterable[bool]) -> Share:
    told = list(answers)
    return Share(sum(told), len(told))


def _has_part_of_speech(word: Word, doc: "Doc") -> bool:
    token = doc.char_span(word.span.start, word.span.end)
    return token is not None and len(token) == 1 and token[0].pos_ == word.part_of_speech


def _has_lemma(word: Word, doc: "Doc", looked_up_in: str) -> bool:
    """Compare with what the pipeline gives, or with look-up in a language when that is given."""
    token = doc.char_span(word.span.start, word.span.end)
    found = token.lemma_ if token is not None else ""
    if looked_up_in:
        found = lemma(word.span.of(doc.text), looked_up_in)
    return found.casefold() == word.lemma


def _right_sentences(passage: CheckPassage, doc: "Doc", language: str) -> list[bool]:
    """Tell of each sentence of a passage whether it was found from its first sign to its last."""
    if doc.has_annotation("SENT_START"):
        found = [Span(each.start_char, each.end_char).trimmed(doc.text) for each in doc.sents]
    else:
        found = list(sentence_spans(doc.text, language))
    return [sentence in found for sentence in passage.sentences]
