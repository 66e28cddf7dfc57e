"""The phrases of a batch without their places: read at once, however many places there are."""

from qualkit.domain.queue import QueueDecision
from qualkit.domain.queue_lines import QueueLine
from qualkit.store.database import Database


def queue_lines(database: Database, batch_id: str, decided: bool) -> list[QueueLine]:
    """Give the phrases of a batch that wait, or those that were decided on, by rank."""
    rows = database.tuples(
        "SELECT id, rank, phrase, lemma, reason, decision, code_id FROM queued_suggestion"
        f" WHERE batch_id = ? AND decision IS {'NOT ' if decided else ''}NULL ORDER BY rank",
        [batch_id],
    )
    return [
        QueueLine(
            suggestion_id,
            rank,
            phrase,
            lemma,
            reason,
            QueueDecision(decision) if decision else None,
            code_id,
        )
        for suggestion_id, rank, phrase, lemma, reason, decision, code_id in rows
    ]
