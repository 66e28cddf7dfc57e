"""Printed labels of participants, by source."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from qualkit.domain.cases import format_label
from qualkit.domain.quotability import Attribution
from qualkit.store.database import Database


@dataclass(frozen=True, slots=True)
class LabelOf:
    """What the label of a source is made from."""

    pattern: str
    number: int | None
    attribution: Attribution
    """What holds for its group of participants."""

    def printed(self, attribution: Attribution) -> str:
        """Write the label as one attribution has it; empty for none."""
        match attribution:
            case Attribution.NONE:
                return ""
            case Attribution.GROUP:
                return format_label(self.pattern, None)
            case Attribution.NAMED | Attribution.NUMBER:
                return format_label(self.pattern, self.number)


def source_labels(database: Database, source_ids: Collection[str] | None = None) -> dict[str, str]:
    """Give the label of every source, or of some, that belongs to a participant or conversation.

    A source of several cases goes under the first of their labels.
    """
    found = labels_of(database, source_ids)
    return {
        source_id: format_label(label.pattern, label.number) for source_id, label in found.items()
    }


def labels_of(database: Database, source_ids: Collection[str] | None = None) -> dict[str, LabelOf]:
    """Give what the labels of sources, or of some, are made from; see `source_labels`."""
    some, wanted = "", []
    if source_ids is not None:
        some = "WHERE case_source.source_id IN (SELECT value FROM json_each(?))"
        wanted = [json.dumps([*source_ids])]
    rows = database.tuples(
        f"""
        SELECT case_source.source_id, participant_group.pattern, "case".number,
            participant_group.attribution
        FROM case_source
        JOIN "case" ON "case".id = case_source.case_id
        JOIN participant_group ON participant_group.id = "case".group_id
        {some}
        ORDER BY participant_group.pattern DESC, "case".number DESC
        """,
        wanted,
    )
    return {
        source_id: LabelOf(pattern, number, Attribution(attribution))
        for source_id, pattern, number, attribution in rows
    }
