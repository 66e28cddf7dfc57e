"""Coded segments: codings joined with code, source, words and label."""

from collections.abc import Sequence
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
    SELECT coding.*
    FROM coding
    JOIN version ON version.id = coding.version_id
    JOIN source ON source.id = version.source_id
"""


def coded_segments(
    database: Database, where: str = "1", arguments: Sequence[object] = ()
) -> tuple[CodedSegment, ...]:
    """Give the coded segments for which `where` holds, by source, place and code name.

    `where` may name the tables coding, version and source.
    """
    rows = database.query(
        f"{_SELECT} WHERE {where} ORDER BY source.number, coding.version_id,"
        ' coding.start, coding."end" DESC, coding.rowid',
        arguments,
    )
    codings = [from_row(Coding, row) for row in rows]
    codes = {code.id: code for code in database.find(Code)}
    labels = source_labels(database)
    found: list[CodedSegment] = []
    for version_id, group in groupby(codings, lambda coding: coding.version_id):
        version = database.find(Version, "id = ?", [version_id])[0]
        text = read_version(database, version)
        label = labels.get(text.source.id, text.source.title)
        lines = LineIndex(text.text)
        found.extend(
            _segment(coding, codes[coding.code_id], text, label, lines) for coding in group
        )
    return tuple(found)


def _segment(
    coding: Coding, code: Code, text: SourceText, label: str, lines: LineIndex
) -> CodedSegment:
    speakers = speakers_in(text, coding.span)
    return CodedSegment(
        coding=coding,
        code=code,
        source=text.source,
        words=printable_words(text.text, text.version.utterances, coding.span),
        line=lines.line_of(coding.start),
        label=label,
        speakers=tuple(name for name, _ in speakers),
        roles=tuple(role for _, role in speakers),
    )
