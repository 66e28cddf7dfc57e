"""What every step changed in some tables, for telling how a study came to be."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualkit.store.database import Database
from qualkit.store.rows import Row


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after a step; None where there was none."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None


def changes_in(database: Database, tables: Sequence[str]) -> Mapping[str, list[RowChange]]:
    """Give the changes of rows in some tables, in order, by the id of their operation."""
    marks = ", ".join("?" * len(tables))
    found = defaultdict[str, list[RowChange]](list)
    for row in database.query(
        f"SELECT * FROM change WHERE table_name IN ({marks}) ORDER BY id", [*tables]
    ):
        before, after = (row[side] and json.loads(row[side]) for side in ("before", "after"))
        found[row["operation_id"]].append(
            RowChange(row["table_name"], row["row_id"], before, after)
        )
    return found
