"""Reading a unit that failed once more, with care: what it fails on is found and set aside.

Every engine reads like this after something went wrong, so that one document never costs more
than itself.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from qualkit.domain.batch_documents import SetAside
from qualkit.errors import QualkitError, WorkersFailError
from qualkit.services.batch_worker import Unit, UnitRead
from qualkit.translation import _

Attempt: TypeAlias = Callable[[Unit], UnitRead | BaseException]
"""Reads a unit where nothing else is read, and gives what came of it or how it failed."""


def with_care(unit: Unit, attempt: Attempt, stopped: type[BaseException]) -> Iterator[UnitRead]:
    """Read a unit alone; one that fails is halved until it is known on which document.

    `stopped` is how the engine says that a worker ended while it read.

    Raises:
        WorkersFailError: workers fail whatever they read.
        QualkitError: it says why no unit can be read.
    """
    left = deque([unit])
    is_sound = False
    while left:
        now = left.popleft()
        read = attempt(now)
        if isinstance(read, UnitRead):
            yield read
            continue
        check(read)
        if len(now.items) == 1:
            # Without this, a machine that is at its end would set aside a whole corpus.
            is_sound = is_sound or _reads_nothing(unit, attempt)
            yield _set_aside(now, isinstance(read, stopped), read)
            continue
        middle = len(now.items) // 2
        halves = (now.items[middle:], now.items[:middle])
        left.extendleft(replace(now, items=half) for half in halves)


def check(failed: BaseException) -> None:
    """Go on after what one document may do; what hits every unit is told at once.

    Raises:
        QualkitError: it is such a failure.
    """
    if isinstance(failed, QualkitError | KeyboardInterrupt):
        raise failed


def _reads_nothing(unit: Unit, attempt: Attempt) -> bool:
    """See that it was the document, by letting a worker read nothing."""
    read = attempt(replace(unit, items=()))
    if isinstance(read, UnitRead):
        return True
    check(read)
    raise WorkersFailError(
        _("No worker can read anything ({reason}).").format(reason=type(read).__name__),
        _("See that there is memory enough; what was read is kept, so run the command again."),
    ) from read


def _set_aside(unit: Unit, has_stopped: bool, failed: BaseException) -> UnitRead:
    if has_stopped:
        why = _("Reading it made the worker stop, for instance for want of memory.")
    else:
        why = _("It could not be read ({reason}).").format(reason=type(failed).__name__)
    aside = SetAside(unit.items[0].name, why)
    return UnitRead(b"", 1, 0, (aside,), "", 0, has_failed=True)
