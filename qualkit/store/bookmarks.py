"""Small values by name, outside the journal: where a person was, what she has not carried out."""

import json
from typing import Any

from qualkit.store.database import Database

Value = dict[str, Any]
"""What is kept under a name, as JSON has it."""


def bookmarks(database: Database, prefix: str) -> dict[str, Value]:
    """Give what is kept under names that begin with a prefix, the oldest first."""
    rows = database.query(
        "SELECT name, value FROM bookmark WHERE substr(name, 1, ?) = ? ORDER BY rowid",
        [len(prefix), prefix],
    )
    return {row["name"]: json.loads(row["value"]) for row in rows}


def bookmark(database: Database, name: str) -> Value:
    """Give what is kept under a name; empty when nothing is."""
    value = database.value("SELECT value FROM bookmark WHERE name = ?", [name])
    kept: Value = json.loads(value) if value else {}
    return kept


def keep_bookmark(database: Database, name: str, value: Value) -> None:
    """Keep a value under a name, in place of what was there."""
    database.tables.table("bookmark").upsert({"name": name, "value": json.dumps(value)}, pk="name")


def drop_bookmark(database: Database, name: str) -> None:
    """Forget what is kept under a name, if anything is."""
    database.tables.execute("DELETE FROM bookmark WHERE name = ?", [name])
