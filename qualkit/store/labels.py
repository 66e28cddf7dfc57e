"""Printed labels of participants, by source."""

from qualkit.domain.cases import format_label
from qualkit.store.database import Database


def source_labels(database: Database) -> dict[str, str]:
    """Give the label of every source that belongs to a participant or conversation.

    A source of several cases goes under the first one it was put in.
    """
    rows = database.query(
        """
        SELECT case_source.source_id, participant_group.pattern, "case".number
        FROM case_source
        JOIN "case" ON "case".id = case_source.case_id
        JOIN participant_group ON participant_group.id = "case".group_id
        ORDER BY case_source.rowid DESC
        """
    )
    return {row["source_id"]: format_label(row["pattern"], row["number"]) for row in rows}
