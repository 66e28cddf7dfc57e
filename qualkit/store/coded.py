"""Coded segments: codings joined with code, source, words and label."""

from collections.abc import Sequence
from itertools import groupby

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.replacement_layer import ReplacementLayer
from qualkit.domain.sources import Version
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.passages import PassageReader
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
    database: Database,
    where: str = "1",
    arguments: Sequence[object] = (),
    layer: ReplacementLayer | None = None,
) -> tuple[CodedSegment, ...]:
    """Give the coded segments for which `where` holds, by source, place and code name.

    `where` may name the tables coding, version, source and code. With a layer of replacements they
    also tell their words as they are printed.
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
            reader = PassageReader(text, labels.get(text.source.id, text.source.title), layer)
            found.extend(_segment(reader, coding, codes[coding.code_id]) for coding in group)
    return tuple(found)


def _segment(reader: PassageReader, coding: Coding, code: Code) -> CodedSegment:
    """Give a coding with everything needed to show it."""
    passage = reader.read(coding.span)
    return CodedSegment(
        coding=coding,
        code=code,
        source=reader.source,
        words=passage.words,
        line=passage.line,
        label=reader.label,
        speakers=passage.speakers,
        roles=passage.roles,
        replaced=reader.replaced(coding.span),
    )
