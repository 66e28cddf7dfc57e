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
    if found is None:
        items, noun = suggestions_of(workspace.database), N_("suggestion of a batch")
        return pick_by_id(noun, name, items, lambda item: item.id)
    batch_id = find_batch(workspace, found[1]).id if found[1] else None
    items = suggestions_of(workspace.database, batch_id, rank=int(found[2]))
    waiting = [item for item in items if item.decision is None]
    if len(items) > 1 and len(waiting) != 1:
        raise AmbiguousNameError(
            _("More than one batch has a phrase {rank}.").format(rank=found[2]),
            _("Name its batch as well, as in B1:{rank}.").format(rank=found[2]),
        )
    if not items:
        raise NotFoundError(
            _("No phrase in the queue has the number {rank}.").format(rank=name.strip()),
            _("'qualkit queue list' lists them."),
        )
    return (waiting or items)[0]
