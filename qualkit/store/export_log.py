"""What was exported and how it read then; outside the journal, as it is no part of the analysis."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.text import sha256_of
from qualkit.store.database import Database


@dataclass(frozen=True, slots=True)
class ExportMade:
    """One export."""

    made_at: datetime
    """UTC."""
    actor: str
    what: str
    """report, sheet, themes."""
    format: str
    sha256: str
    """Of what was in it; two exports of the same state share it."""


def state_of(items: Mapping[str, str]) -> str:
    """Give the hash of what is printed: words by the id of what they belong to."""
    return sha256_of(_written(items))


def keep_export(database: Database, made: ExportMade, items: Mapping[str, str]) -> None:
    """Keep that an export was made, and what was in it; within a write."""
    tables = database.tables
    state = {"sha256": made.sha256, "items": _written(items)}
    tables.table("export_state").insert(state, pk="sha256", ignore=True)
    row = (made.made_at.isoformat(), made.actor, made.what, made.format, made.sha256)
    tables.execute(
        "INSERT INTO export_made (made_at, actor, what, format, sha256) VALUES (?, ?, ?, ?, ?)", row
    )


def exports_made(database: Database, what: str = "") -> tuple[ExportMade, ...]:
    """Give the exports of one sort, or all of them, the newest first."""
    rows = database.tuples(
        "SELECT made_at, actor, what, format, sha256 FROM export_made WHERE ? IN ('', what)"
        " ORDER BY id DESC",
        [what],
    )
    return tuple(ExportMade(datetime.fromisoformat(row[0]), *row[1:]) for row in rows)


def items_of(database: Database, sha256: str) -> dict[str, str] | None:
    """Give what was in an export, by the hash of it or its first signs; None if it is not known."""
    found = database.value(
        "SELECT items FROM export_state WHERE substr(sha256, 1, ?) = ?", [len(sha256), sha256]
    )
    return json.loads(found) if found and sha256 else None


def _written(items: Mapping[str, str]) -> str:
    return json.dumps(items, ensure_ascii=False, sort_keys=True)
