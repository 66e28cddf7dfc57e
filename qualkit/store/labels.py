"""Printed labels of participants, by source."""

import json
from collections.abc import Collection

from qualkit.domain.cases import format_label
from qualkit.store.database import Database


def source_labels(database: Database, source_ids: Collection[str] | None = None) -> dict[str, str]:
    """Give the label of every source, or of some, that belongs to a participant or conversation.

    A source of several cases goes under the first of their labels.
    """
    some, wanted = "", []
    if source_ids is not None:
        some = "WHERE case_source.source_id IN (SELECT value FROM json_each(?))"
        wanted = [json.dumps([*source_ids])]
    rows = database.tuples(
        f"""
        SELECT case_source.source_id, participant_group.pattern, "case".number
        FROM case_source
        JOIN "case" ON "case".id = case_source.case_id
        JOIN participant_group ON participant_group.id = "case".group_id
        {some}
        ORDER BY participant_group.pattern DESC, "case".number DESC
        """,
        wanted,
    )
    return {source_id: format_label(pattern, number) for source_id, pattern, number in rows}
