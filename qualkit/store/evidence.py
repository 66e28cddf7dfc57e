"""What counts as evidence in many sources, read in one go."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.texts import IS_NEWEST, read_text

_CONTEXT = ", ".join(f"'{role}'" for role in Role if not role.is_evidence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What counts as evidence in one source."""

    source_id: str
    version_id: str
    sha256: str
    """Of the text of its newest version."""
    text: str
    passages: tuple[tuple[Span, int], ...]
    """Each stretch, in order, with the line it begins on."""

    def without(self, closed: Sequence[Span]) -> "Evidence":
        """Leave out the passages that overlap one of some stretches."""
        if not closed:
            return self
        left = tuple(
            each
            for each in self.passages
            if not any(each[0].start < span.end and span.start < each[0].end for span in closed)
        )
        return replace(self, passages=left)


def evidence_in(database: Database, source_ids: Sequence[str]) -> Iterator[Evidence]:
    """Give the segments of sources that are not an interviewer's or helper's, in the order asked.

    A source of which nothing counts is not among them.

    Raises:
        ProjectDamagedError: a text is not as it was imported.
    """
    rows = database.tuples(
        f"""
        SELECT wanted.key, version.source_id, version.id, version.sha256,
            segment.start, segment."end", segment.line
        FROM json_each(?) AS wanted
        JOIN version ON version.source_id = wanted.value AND {IS_NEWEST}
        JOIN segment ON segment.version_id = version.id
        LEFT JOIN speaker
            ON speaker.source_id = version.source_id AND speaker.name = segment.speaker
        WHERE coalesce(speaker.role, '{Role.UNKNOWN}') NOT IN ({_CONTEXT})
        ORDER BY wanted.key, segment.position
        """,
        [json.dumps([*source_ids])],
    )
    for (_key, source_id, version_id, sha256), group in groupby(rows, itemgetter(0, 1, 2, 3)):
        passages = tuple((Span(start, end), line) for *_others, start, end, line in group)
        yield Evidence(source_id, version_id, sha256, read_text(database, sha256), passages)
