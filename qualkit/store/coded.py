"""Coded segments: codings joined with code, source, words and label."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.lines import LineIndex
from qualkit.domain.quotes import printable_words, speakers_in
from qualkit.domain.sources import SourceText, Version
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.rows import from_row
from qualkit.store.texts import read_version

_SELECT = """
    SELECT coding.*, source.id AS source_id
    FROM coding
    JOIN version ON version.id = coding.version_id
    JOIN source ON source.id = version.source_id
    JOIN code ON code.id = coding.code_id
"""


def coded_segments(
    database: Database, where: str = "1", arguments: Sequence[object] = ()
) -> tuple[CodedSegment, ...]:
    """Give the coded segments for which `where` holds, by source, place and code name.

    `where` may name the tables coding, version, source and code.
    """
    with database.reading():
        rows = database.query(
            f"{_SELECT} WHERE {where} ORDER BY source.number, version.number, coding.start,"
            ' coding."end" DESC, code.name COLLATE NOCASE, coding.coder, coding.id',
            arguments,
        )
        codings = []
        source_ids = set[str]()
        for row in rows:
            codings.append(from_row(Coding, row))
            source_ids.add(row["source_id"])
        codes = {code.id: code for code in database.find(Code)}
        labels = source_labels(database, source_ids)
        found: list[CodedSegment] = []
        for version_id, group in groupby(codings, lambda coding: coding.version_id):
            text = read_version(database, database.find(Version, "id = ?", [version_id])[0])
            reader = _Reader(text, labels.get(text.source.id, text.source.title))
            found.extend(reader.segment(coding, codes[coding.code_id]) for coding in group)
    return tuple(found)


class _Reader:
    """Finds the words, line and speakers of codings in one text."""

    def __init__(self, text: SourceText, label: str) -> None:
        self._text = text
        self._label = label
        self._lines = LineIndex(text.text)
        self._starts = [utterance.marker_start for utterance in text.version.utterances]
        self._ends = [utterance.end for utterance in text.version.utterances]

    def segment(self, coding: Coding, code: Code) -> CodedSegment:
        """Give a coding with everything needed to show it."""
        near = self._near(coding)
        speakers = speakers_in(near, coding.span)
        return CodedSegment(
            coding=coding,
            code=code,
            source=near.source,
            words=printable_words(near.text, near.version.utterances, coding.span),
            line=self._lines.line_of(coding.start),
            label=self._label,
            speakers=tuple(name for name, _ in speakers),
            roles=tuple(role for _, role in speakers),
        )

    def _near(self, coding: Coding) -> SourceText:
        """Give the text with only the utterances that touch a coding, so that long chats stay fast.

        Utterances stand in order and apart, so they can be found by halving.
        """
        first = bisect_left(self._ends, coding.start)
        last = bisect_left(self._starts, coding.end)
        utterances = self._text.version.utterances[first:last]
        return replace(self._text, version=replace(self._text.version, utterances=utterances))
