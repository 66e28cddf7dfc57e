"""Sentences of a text, by Dutch rules on a blank spaCy pipeline.

spaCy's tokenizer keeps abbreviations, numbers and addresses whole and its sentencizer proposes the
borders; the rules below then correct them for interview notes, where "..." is a pause more often
than an end, and for chat, where sentences may begin with a small letter.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qualkit.domain.spans import Span
from qualkit.language.pipeline import blank_pipeline, language_code

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_PIECE = 50_000
"""Code points given to spaCy at once; far below `nlp.max_length`, so a text of any length works."""

_UNREADABLE = re.compile(r"[^\w\s]{20,}+|(?<!\S)\S{1000,}+")
_BLOT = "\ue000"
"""A sign for private use: to the tokenizer neither a letter nor punctuation."""

_TAIL = 60
"""How far back, in code points, a rule looks from a proposed border."""

_OPENERS = "\"“‘'([{«„–—- "
_OPENING = re.escape(_OPENERS.strip())
_CLOSING = re.escape("\"”’')]}»")
_OMISSION = r"[\[(](?:\.{3}|…)[\])]"
_PAUSES = rf"(?:{_OMISSION}|(?<!\.)\.{{3,}}+|…)[{_CLOSING}]*+"

_ENDS_PIECE = re.compile(rf"[.!?…][{_CLOSING}]*\s+")
_PAUSE = re.compile(rf"{_PAUSES}\s+(?=[{_OPENING}]*(?P<next>\w))")
_PAUSE_AT_END = re.compile(rf"{_PAUSES}\s*$")
_OMISSION_AT_END = re.compile(rf"[.!?][{_CLOSING}]*\s+({_OMISSION}\s*)$")
_OPENERS_AT_END = re.compile(rf"(?:^|\s)([{_OPENING}]+\s*)$")
_QUOTED_AT_END = re.compile(r"[.!?…][\"”’'»]\s*$")
_NUMBERED = re.compile(rf"^\s*[{_OPENING}]*(?:\d{{1,3}}|[A-Za-z])\.\s*$")
_INITIAL_THEN_SENTENCE = re.compile(
    r"(?<!\w)[A-Z]\.\s+(?=(?:Ik|Je|Jij|Hij|Zij|Ze|We|Wij|Het|Dat|Dit|Die|Er|En|Maar|Dus|Toen|Daar"
    r"|Daarna|Daarom|Nu|Als|Wat|Hoe)\b)"
)
"""A pseudonym of one letter at the end ("mevrouw B. Zij belde"), which looks like an initial."""

_LETTERS = r"(?:[A-Za-z]\.){2,}|[A-Z]\."
_ABBREVIATION_AT_END = {
    "nl": re.compile(
        rf"(?<!\w)(?:{_LETTERS}|(?i:mw|mevr|dhr|mr|dr|drs|ir|ing|prof|bijv|bv|ca|resp|evt|incl|excl"
        r"|nr|nrs|blz|pag|art|jo|zgn|vgl|afd|tel|t\.a\.v|i\.v\.m)\.)\s*$"
    ),
    "en": re.compile(rf"(?<!\w)(?:{_LETTERS}|(?i:mr|mrs|ms|dr|prof|nos?|cf|pp?)\.)\s*$"),
}
_MAY_END = r"(?<!\w)(?:e\.d|e\.a|enz|etc|a\.u\.b|s\.v\.p)\.\s"
_MAY_END_AT_END = re.compile(rf"{_MAY_END}*$")
_MAY_END_THEN_SENTENCE = re.compile(rf"{_MAY_END}+(?=[{_OPENING}]*[A-ZÀ-ÖØ-Þ])")
"""Abbreviations that often end a sentence: they do when a capital follows."""


def sentence_spans(text: str, language: str = "nl") -> tuple[Span, ...]:
    """Give the sentences of a text: in order, apart, without white space at their ends.

    Offsets are code points, half-open. A newline always ends a sentence; every character that is
    not white space lies in exactly one.
    """
    nlp = _sentencizer(language_code(language))
    abbreviation = _ABBREVIATION_AT_END.get(language_code(language), _ABBREVIATION_AT_END["en"])
    parts = [part for part in pieces(text) if part[1].strip()]
    spans: list[Span] = []
    docs = nlp.pipe(tokenizable(part) for _, part in parts)
    for (offset, part), doc in zip(parts, docs, strict=True):
        proposed = [sentence.start_char for sentence in doc.sents]
        cuts = _corrected(part, proposed, abbreviation)
        for start, end in pairwise([0, *sorted(cuts), len(part)]):
            if part[start:end].strip():
                spans.append(Span(offset + start, offset + end).trimmed(text))
    return tuple(spans)


def pieces(text: str, longest: int = LONGEST_PIECE) -> Iterator[tuple[int, str]]:
    """Cut a text into lines, and a line beyond `longest` code points at the end of a sentence.

    Yields where each piece begins (code points) and the piece; together they are the whole text.
    """
    offset = 0
    for line in text.splitlines(keepends=True):
        rest = line
        while len(rest) > longest:
            cut = _cut_before(rest, longest)
            yield offset, rest[:cut]
            offset, rest = offset + cut, rest[cut:]
        yield offset, rest
        offset += len(rest)


def tokenizable(text: str) -> str:
    """Give a text of the same length that spaCy's tokenizer reads in linear time.

    The tokenizer takes signs off a word one by one and looks at the rest each time, so one long
    run of signs would take hours. Such a run, and anything far too long for a word, is blotted out;
    a row of dots, as in a table of contents, does no harm and stays.
    """
    return _UNREADABLE.sub(_blotted, text)


def _blotted(found: re.Match[str]) -> str:
    run = found.group()
    return run if set(run) == {"."} else _BLOT * len(run)


@cache
def _sentencizer(language: str) -> "Language":
    """Build the pipeline of a language; apart from the one that finds phrases, which has none."""
    import spacy  # noqa: PLC0415 (heavy)

    nlp = spacy.blank(blank_pipeline(language).name.removeprefix("blank:"))
    nlp.add_pipe("sentencizer")
    return nlp


def _cut_before(line: str, longest: int) -> int:
    """Give where to cut a long line: after the last sentence that fits, or else at a space."""
    ends = [found.end() for found in _ENDS_PIECE.finditer(line, longest // 2, longest)]
    space = line.rfind(" ", 1, longest) + 1
    return ends[-1] if ends else space or longest


def _corrected(part: str, proposed: list[int], abbreviation: re.Pattern[str]) -> set[int]:
    """Give where sentences begin in one line, from where spaCy thinks they do."""
    moved = (_before_openers(part, start) for start in proposed if start)
    cuts = {cut for cut in moved if not _goes_on(part, cut, abbreviation)}
    cuts.update(found.end() for found in _PAUSE.finditer(part) if found["next"].isupper())
    for missed in (_INITIAL_THEN_SENTENCE, _MAY_END_THEN_SENTENCE):
        cuts.update(found.end() for found in missed.finditer(part))
    return cuts


def _before_openers(part: str, cut: int) -> int:
    """Move a border before opening quotation marks, brackets and dashes, which spaCy leaves behind.

    An omission mark between a full stop and a small letter goes with what follows too.
    """
    tail_start = max(0, cut - _TAIL)
    tail = part[tail_start:cut]
    found = _OPENERS_AT_END.search(tail)
    if found is None and part[cut : cut + 1].islower():
        found = _OMISSION_AT_END.search(tail)
    return tail_start + found.start(1) if found else cut


def _goes_on(part: str, cut: int, abbreviation: re.Pattern[str]) -> bool:
    """Tell whether the sentence before a proposed border runs on after it."""
    tail = part[max(0, cut - _TAIL) : cut]
    following = part[cut : cut + _TAIL].lstrip(_OPENERS)[:1]
    if _MAY_END_AT_END.search(tail) or _PAUSE_AT_END.search(tail):
        return not following.isupper()
    if _QUOTED_AT_END.search(tail) and following.islower():
        return True
    if cut < _TAIL and _NUMBERED.match(part[:cut]):
        return True
    return abbreviation.search(tail) is not None
