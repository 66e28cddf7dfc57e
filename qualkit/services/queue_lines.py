"""The queue as it is gone through: the phrases in a list, and one of them with its places."""

from qualkit.domain.queue import QueuedSuggestion
from qualkit.domain.queue_lines import QueueLine
from qualkit.domain.suggestions import RejectedPhrases, Rejection
from qualkit.services.queue_views import without_rejected_places
from qualkit.services.workspace import Workspace
from qualkit.store.queue_lines import queue_lines


def lines(workspace: Workspace, batch_id: str, decided: bool) -> tuple[QueueLine, ...]:
    """Give the phrases of a batch that wait, or those that were decided on, by rank.

    What was rejected since, here or in the reader, in every source where it stands, is left out.
    """
    found = queue_lines(workspace.database, batch_id, decided)
    if decided:
        return tuple(found)
    rejected = RejectedPhrases(workspace.database.find(Rejection))
    return tuple(
        line
        for line in found
        if not rejected.sources_of(line.phrase, line.lemma) or _left(workspace, line.id, rejected)
    )


def phrase(workspace: Workspace, suggestion_id: str) -> QueuedSuggestion:
    """Give a phrase with the places that it is offered at; all of them when none is left.

    Raises:
        NotFoundError: it is gone.
    """
    rejected = RejectedPhrases(workspace.database.find(Rejection))
    left = _left(workspace, suggestion_id, rejected)
    return left or workspace.get(QueuedSuggestion, suggestion_id)


def _left(
    workspace: Workspace, suggestion_id: str, rejected: RejectedPhrases
) -> QueuedSuggestion | None:
    item = workspace.get(QueuedSuggestion, suggestion_id)
    left = without_rejected_places(workspace.database, [item], rejected)
    return left[0] if left else None
