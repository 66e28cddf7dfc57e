"""Finding a batch or one of its phrases by what a person calls it."""

import re

from qualkit.domain.queue import QueuedSuggestion, SuggestionBatch
from qualkit.errors import AmbiguousNameError, NotFoundError
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace
from qualkit.store.queue import suggestions_of
from qualkit.translation import N_, _

_BATCH = re.compile(r"[Bb]?([0-9]{1,9})")
_RANK = re.compile(r"(?:[Bb]([0-9]{1,9}):)?([0-9]{1,9})")


def find_batch(workspace: Workspace, name: str) -> SuggestionBatch:
    """Give a batch by its number (`2` or `B2`), or the first signs of its id.

    Raises:
        NotFoundError: there is none.
    """
    batches = workspace.database.find(SuggestionBatch, order="number")
    found = _BATCH.fullmatch(name.strip())
    numbered = [batch for batch in batches if found and batch.number == int(found[1])]
    if numbered:
        return numbered[0]
    return pick_by_id(N_("batch of suggestions"), name, batches, lambda batch: batch.id)


def find_phrase(workspace: Workspace, name: str) -> QueuedSuggestion:
    """Give a phrase by its rank (`3`, or `B2:3`), or by the first signs of its id.

    A rank without a batch is that of the only phrase with it that waits.

    Raises:
        NotFoundError: there is none.
        AmbiguousNameError: more than one batch has that rank.
    """
    found = _RANK.fullmatch(name.strip())
    of_rank = _of_rank(workspace, found[1], int(found[2])) if found else []
    # An id may begin with figures alone.
    if not of_rank and not (found and found[1]):
        return _by_id(workspace, name, bool(found))
    waiting = [item for item in of_rank if item.decision is None]
    if len(of_rank) > 1 and len(waiting) != 1:
        raise AmbiguousNameError(
            _("More than one batch has a phrase {rank}.").format(rank=name.strip()),
            _("Name its batch as well, as in B1:{rank}.").format(rank=name.strip()),
        )
    if not of_rank:
        raise _not_there(name)
    return (waiting or of_rank)[0]


def _of_rank(workspace: Workspace, batch: str | None, rank: int) -> list[QueuedSuggestion]:
    batch_id = find_batch(workspace, batch).id if batch else None
    return suggestions_of(workspace.database, batch_id, rank=rank)


def _by_id(workspace: Workspace, name: str, is_number: bool) -> QueuedSuggestion:
    items, noun = suggestions_of(workspace.database), N_("suggestion of a batch")
    try:
        return pick_by_id(noun, name, items, lambda item: item.id)
    except NotFoundError as error:
        raise (_not_there(name) if is_number else error) from None


def _not_there(name: str) -> NotFoundError:
    return NotFoundError(
        _("No phrase in the queue has the number {rank}.").format(rank=name.strip()),
        _("'qualkit queue list' lists them."),
    )
