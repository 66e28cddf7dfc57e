"""The engine of one machine: some processes, each with its own pipeline.

spaCy's own `n_process` sends whole `Doc`s between processes and gains little (KEYPHRASES); here a
unit of texts goes to a worker and plain numbers come back.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context, parent_process

import psutil

from qualkit.domain.batch_documents import SetAside
from qualkit.errors import QualkitError
from qualkit.services.batch_worker import Unit, UnitRead, read_unit
from qualkit.translation import _

_IN_HAND = 2
"""Units a worker: one that is read, and one that waits so that the worker never does."""


def cores() -> int:
    """Give how many workers this machine has room for: one a core."""
    return psutil.cpu_count(logical=False) or 1


class LocalEngine:
    """Reads units in processes of this machine; results come as they are done."""

    def __init__(self, workers: int) -> None:
        """Take so many processes."""
        self.workers = workers

    def read(self, units: Iterable[Unit]) -> Iterator[UnitRead]:
        """Read units in any order; what makes a worker crash is set aside, and the rest goes on.

        Raises:
            QualkitError: no unit can be read, for instance because the pipeline is not there.
        """
        waiting: Iterator[Unit] = iter(units)
        first = list(islice(waiting, 2))
        if len(first) < 2:
            # Starting a process would take longer than the work.
            for unit in first:
                yield from _with_care(unit, ThreadPoolExecutor)
            return
        waiting = chain(first, waiting)
        while True:
            unfinished = yield from self._until_broken(waiting)
            if unfinished is None:
                return
            for unit in unfinished:
                yield from _with_care(unit, _processes)

    def _until_broken(self, units: Iterator[Unit]) -> Generator[UnitRead, None, list[Unit] | None]:
        """Read units until all are done, or a worker broke: then give what was in hand."""
        running: dict[Future[UnitRead], Unit] = {}
        with _processes(self.workers) as pool:
            try:
                while True:
                    room = _IN_HAND * self.workers - len(running)
                    for unit in islice(units, room):
                        running[pool.submit(read_unit, unit)] = unit
                    if not running:
                        return None
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        failed = future.exception()
                        if failed is not None:
                            _check(failed)
                            return list(running.values())
                        yield future.result()
                        del running[future]
            except BrokenProcessPool:
                return list(running.values())
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _with_care(unit: Unit, pool_of: Callable[[int], Executor]) -> Iterator[UnitRead]:
    """Read a unit alone; one that breaks its worker is halved until it is known by what."""
    left = deque([unit])
    while left:
        now = left.popleft()
        with pool_of(1) as pool:
            future = pool.submit(read_unit, now)
            failed = future.exception()
        if failed is None:
            yield future.result()
            continue
        _check(failed)
        if len(now.items) == 1:
            yield _set_aside(now, failed)
            continue
        middle = len(now.items) // 2
        halves = (now.items[middle:], now.items[:middle])
        left.extendleft(replace(now, items=half) for half in halves)


def _processes(workers: int) -> ProcessPoolExecutor:
    # Spawned: a fork would take along the threads and open files of this process.
    return ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent)


def _check(failed: BaseException) -> None:
    """Go on after what one document may do; what hits every unit is told at once."""
    if isinstance(failed, QualkitError | KeyboardInterrupt):
        raise failed


def _set_aside(unit: Unit, failed: BaseException) -> UnitRead:
    if isinstance(failed, BrokenProcessPool):
        why = _("Reading it made the worker stop, for instance for want of memory.")
    else:
        why = _("It could not be read ({reason}).").format(reason=type(failed).__name__)
    aside = SetAside(unit.items[0].name, why)
    return UnitRead(b"", 1, 0, (aside,), "", 0)


def _end_with_parent() -> None:
    """Let a worker end when the program is stopped or killed, which cannot tell it so."""
    # Ctrl-C reaches every process; only the first of them has something to say of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
