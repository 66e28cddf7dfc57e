"""Ways of finding phrases in the segments of a study: ours, and those it is held against.

The other methods see one segment at a time, as they are meant to, and get the stop words trimmed
off the ends of their phrases, which is worth a great deal for every one of them (KEYPHRASES).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, TypeAlias

import spacy

from benchmarks.quality.gold import GoldSegment
from benchmarks.quality.measures import normal
from qualkit.language.pipeline import SHIPPED
from qualkit.language.stopwords import StopWords, stop_words
from qualkit.language.suggest import read
from qualkit.language.weights import WEIGHTS, Weights

Lists: TypeAlias = list[list[str]]


class Method(Protocol):
    """Gives the phrases of each segment of a study, best first."""

    def __call__(  # noqa: D102
        self, segments: Sequence[GoldSegment], *, language: str, pipeline: str | None
    ) -> Lists: ...


TOP = 10
_RAKE_BREAK = re.compile(r"[^\w\s'’-]+|\s-\s|\n")


class NotInstalledError(Exception):
    """A method needs a package of the extra `bench` that is not there."""


def ours(
    segments: Sequence[GoldSegment],
    language: str,
    pipeline: str | None,
    weights: Weights = WEIGHTS,
) -> Lists:
    """Suggest at each segment, with all segments as the study."""
    passages = [segment.passage for segment in segments]
    reader = read(passages, language, pipeline, weights=weights)
    return [
        [found.phrase for found in reader.at(s.id, s.passage.span, TOP).suggestions]
        for s in segments
    ]


def yake(segments: Sequence[GoldSegment], language: str, pipeline: str | None) -> Lists:
    """YAKE! (Campos et al. 2020), its defaults."""
    package = _package("yake")
    words = stop_words(language)
    extract = package.KeywordExtractor(lan=language, n=3, top=TOP * 3).extract_keywords
    return [_trimmed([phrase for phrase, _ in extract(s.text)], words) for s in segments]


def rake(segments: Sequence[GoldSegment], language: str, pipeline: str | None) -> Lists:
    """RAKE (Rose et al. 2010): degree over frequency. Own code: `rake-nltk` downloads its words."""
    words = stop_words(language)
    return [_trimmed(_rake(segment.text, words), words) for segment in segments]


def textrank(segments: Sequence[GoldSegment], language: str, pipeline: str | None) -> Lists:
    """TextRank (Mihalcea and Tarau 2004) as in pytextrank, on the noun chunks of a parser."""
    _package("pytextrank")
    nlp = with_parser(language, pipeline)
    nlp.add_pipe("textrank")
    words = stop_words(language)
    found: Lists = []
    for doc in nlp.pipe(segment.text for segment in segments):
        found.append(_trimmed([phrase.text for phrase in doc._.phrases], words))
    return found


METHODS: dict[str, Method] = {"ours": ours, "YAKE": yake, "RAKE": rake, "TextRank": textrank}

WITHOUT = {
    "rarity": replace(WEIGHTS, rarity=0.0),
    "keyness": replace(WEIGHTS, keyness=0.0),
    "verbs with an object": replace(WEIGHTS, action=0.0, loose_action=0.0),
    "all verbs": replace(WEIGHTS, action=0.0, loose_action=0.0, verb=0.0, separable=0.0),
    "noun + preposition + noun": replace(WEIGHTS, term=0.0),
    "single adjectives": replace(WEIGHTS, adjective=0.0),
    "early position": replace(WEIGHTS, early=0.0),
    "completeness": replace(WEIGHTS, part=0.0),
    "division by length": replace(WEIGHTS, length=0.0, length_apart=0.0),
}
"""Our own method, one idea taken away at a time."""


def _package(name: str) -> Any:
    if find_spec(name) is None:
        raise NotInstalledError(f"{name} is not installed (pip install 'qualkit[bench]')")
    return import_module(name)


def with_parser(language: str, pipeline: str | None) -> Any:
    """Load a pipeline with its parser, for the noun chunks that TextRank needs.

    Raises:
        NotInstalledError: there is none.
    """
    folder = pipeline or next((str(p) for p in sorted(SHIPPED.glob(f"{language}_*"))), None)
    if folder is None:
        raise NotInstalledError(f"no pipeline with a parser for {language}")
    nlp = spacy.load(folder)
    if "parser" not in nlp.component_names:
        raise NotInstalledError(f"{folder} has no parser")
    if "parser" in nlp.disabled:
        nlp.enable_pipe("parser")
    return nlp


def _rake(text: str, words: StopWords) -> list[str]:
    phrases: list[list[str]] = []
    for part in _RAKE_BREAK.split(text.lower()):
        phrases.append([])
        for word in part.split():
            if words.stops(word) or word.isdigit():
                phrases.append([])
            else:
                phrases[-1].append(word)
    frequency: dict[str, int] = {}
    degree: dict[str, int] = {}
    for phrase in phrases:
        for word in phrase:
            frequency[word] = frequency.get(word, 0) + 1
            degree[word] = degree.get(word, 0) + len(phrase)
    scores = {
        " ".join(phrase): sum(degree[word] / frequency[word] for word in phrase)
        for phrase in phrases
        if phrase
    }
    return sorted(scores, key=lambda phrase: -scores[phrase])


def _trimmed(phrases: Sequence[str], words: StopWords) -> list[str]:
    """Take stop words off both ends, and give each phrase once."""
    found: dict[str, None] = {}
    for phrase in phrases:
        parts = normal(phrase).split()
        while parts and words.stops(parts[-1]):
            parts.pop()
        while parts and words.stops(parts[0]):
            parts.pop(0)
        if parts:
            found.setdefault(" ".join(parts))
    return list(found)[:TOP]
