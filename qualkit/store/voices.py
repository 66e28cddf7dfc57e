"""In which codings only interviewers and helpers speak, told without reading any text."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from qualkit.domain.sources import Role
from qualkit.domain.themes import PlacedCoding
from qualkit.store.database import Database

_CONTEXT = tuple(role for role in Role if not role.is_evidence)


class Voices:
    """Tells evidence from context; what it has found it keeps, so that it asks once."""

    def __init__(self, database: Database) -> None:
        """Look who is an interviewer or a helper now."""
        self._database = database
        self._context: dict[str, set[str]] = {}
        marks = ", ".join("?" * len(_CONTEXT))
        for source_id, name in database.tuples(
            f"SELECT source_id, name FROM speaker WHERE role IN ({marks})", _CONTEXT
        ):
            self._context.setdefault(source_id, set()).add(name)
        self._is_evidence: dict[tuple[str, int, int], bool] = {}

    def only_heard(self, codings: Sequence[PlacedCoding]) -> list[PlacedCoding]:
        """Leave out the codings in which only interviewers or helpers speak."""
        self._look(coding for coding in codings if coding.source_id in self._context)
        return [coding for coding in codings if self._is_evidence.get(coding.passage, True)]

    def _look(self, codings: Iterable[PlacedCoding]) -> None:
        """Find out about passages of which that is not known yet."""
        wanted: dict[str, list[PlacedCoding]] = {}
        for coding in codings:
            if coding.passage not in self._is_evidence:
                wanted.setdefault(coding.version_id, []).append(coding)
        if not wanted:
            return
        versions = self._database.tuples(
            "SELECT id, utterances FROM version WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps([*wanted])],
        )
        for version_id, utterances in versions:
            self._look_in(json.loads(utterances), wanted[version_id])

    def _look_in(self, said: list[dict[str, Any]], codings: Iterable[PlacedCoding]) -> None:
        starts = [each["start"] for each in said]
        ends = [each["end"] for each in said]
        for coding in codings:
            # Utterances stand in order and apart, so those that a passage touches are a run.
            touched = said[bisect_right(ends, coding.start) : bisect_left(starts, coding.end)]
            context = self._context[coding.source_id]
            self._is_evidence[coding.passage] = not touched or any(
                each["speaker"] not in context for each in touched
            )
