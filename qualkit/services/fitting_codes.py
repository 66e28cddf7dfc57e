"""Which codes may fit a passage: read from the project, compared by `analysis.code_fit`."""

import re
from bisect import bisect_left, bisect_right

from qualkit.analysis.code_fit import CodeFit, Place
from qualkit.domain.codes import Code, codebook
from qualkit.domain.codings import Coding
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import SourceText, Version
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import CodeSuggestion
from qualkit.services.workspace import Workspace
from qualkit.store.coded import coded_segments
from qualkit.store.segments import words_of_segments
from qualkit.store.texts import read_version

MOST_EVIDENCE = 3000
"""Coded passages that are compared, the latest: reading them takes well under a second."""

MOST_SEGMENTS = 5000
"""Segments from which it is told how rare a word is in the project."""

_SHORTEST = 3
"""Letters; shorter words carry no idea."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def read_code_fit(workspace: Workspace) -> CodeFit:
    """Read the codebook and the coded passages to compare with; takes a while, needs no screen."""
    database = workspace.database
    language = database.find(ProjectInfo)[0].language
    latest = "coding.id IN (SELECT id FROM coding ORDER BY created_at DESC, id LIMIT ?)"
    with database.reading():
        codes = codebook(database.find(Code))
        coded = coded_segments(database, latest, [MOST_EVIDENCE])
        words = words_of_segments(database, MOST_SEGMENTS)
    return CodeFit(codes, coded, lambda text: content_lemmas(text, language), language, words)


def fitting_codes(workspace: Workspace, version_id: str, span: Span) -> tuple[CodeSuggestion, ...]:
    """Give the codes that may fit a passage of a version.

    Raises:
        InvalidInputError: the passage is not inside the text.
    """
    database = workspace.database
    text = read_version(database, workspace.get(Version, version_id))
    span.within(text.text)
    there = database.find(
        Coding, 'version_id = ? AND start < ? AND "end" > ?', [version_id, span.end, span.start]
    )
    taken = {coding.code_id for coding in there}
    words = evidence_in(text, span)
    if not words.strip():
        return ()
    return read_code_fit(workspace).fitting(words, Place(version_id, span), taken)


def evidence_in(text: SourceText, span: Span) -> str:
    """Give what is said in a stretch, without prefixes and what interviewers and helpers say.

    Text that nobody says counts.
    """
    pieces, cursor = [], span.start
    said = text.version.utterances
    first = bisect_right(said, span.start, key=lambda item: item.end)
    for utterance in said[first : bisect_left(said, span.end, key=lambda item: item.marker_start)]:
        pieces.append(text.text[cursor : max(cursor, utterance.marker_start)])
        if text.role_of(utterance).is_evidence:
            start = max(span.start, utterance.start)
            pieces.append(text.text[start : min(span.end, utterance.end)])
        cursor = max(cursor, utterance.end)
    pieces.append(text.text[cursor : max(cursor, span.end)])
    return " ".join(piece for piece in pieces if piece.strip())


def content_lemmas(text: str, language: str) -> tuple[str, ...]:
    """Give the lemmas of the words that carry an idea: no stop words, filler or reporting verbs."""
    # spaCy and its dictionaries are loaded only when somebody asks for suggestions.
    from qualkit.language.stopwords import stop_words  # noqa: PLC0415
    from qualkit.language.wordforms import lemma, without_stress  # noqa: PLC0415

    stops = stop_words(language)
    empty = stops.reporting | stops.generic
    found = []
    for word in _WORD.findall(text.lower()):
        if len(word) < _SHORTEST or stops.stops(without_stress(word)):
            continue
        its = lemma(word, language)
        if its not in empty and not stops.stops(its):
            found.append(its)
    return tuple(found)
