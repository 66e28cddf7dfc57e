"""Readings of themes: the last of each by one person, and what it has not decided on."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from qualkit.domain.theme_readings import PassageVerdict, ReadState, ThemeReading, Verdict
from qualkit.domain.themes import PlacedCoding
from qualkit.store.database import Database
from qualkit.store.theme_members import codings_by_theme


def last_reading(database: Database, theme_id: str, reader: str) -> ThemeReading | None:
    """Give the last reading of a theme by one person."""
    return _last_readings(database, reader).get(theme_id)


def read_states(
    database: Database, reader: str, theme_id: str | None = None
) -> dict[str, ReadState]:
    """Give how far one person has read a theme, or each, if she began to; no text is touched."""
    with database.reading():
        readings = _last_readings(database, reader)
        if theme_id is not None:
            readings = {key: each for key, each in readings.items() if key == theme_id}
        if not readings:
            return {}
        codings = codings_by_theme(database, [*readings])
        verdicts = defaultdict[str, dict[str, PassageVerdict]](dict)
        for each in database.find(
            PassageVerdict,
            "reading_id IN (SELECT value FROM json_each(?))",
            [json.dumps([reading.id for reading in readings.values()])],
        ):
            verdicts[each.reading_id][each.coding_id] = each
    return {
        theme_id: _state(reading, codings[theme_id], verdicts[reading.id])
        for theme_id, reading in readings.items()
    }


def _last_readings(database: Database, reader: str) -> dict[str, ThemeReading]:
    found = database.find(ThemeReading, "reader = ?", [reader], "begun_at, id")
    return {reading.theme_id: reading for reading in found}


def _state(
    reading: ThemeReading,
    codings: Sequence[PlacedCoding],
    verdicts: Mapping[str, PassageVerdict],
) -> ReadState:
    new, later = [], []
    for coding_id, *_place in codings:
        verdict = verdicts.get(coding_id)
        # What moved away and is there again was put back since.
        if verdict is None or verdict.verdict is Verdict.MOVES:
            new.append(coding_id)
        elif verdict.verdict is Verdict.LATER:
            later.append(coding_id)
    moments = [verdict.decided_at for verdict in verdicts.values()]
    last = max([reading.finished_at or reading.begun_at, *moments])
    return ReadState(reading.theme_id, reading, last, tuple(new), tuple(later))
