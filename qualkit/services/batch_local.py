"""The engine of one machine: some processes, each with its own pipeline.

spaCy's own `n_process` sends whole `Doc`s between processes and gains little; here a unit of texts
goes to a worker and plain numbers come back.
"""

import os
import signal
import threading
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
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Self

import psutil

from qualkit.services.batch_care import check, with_care
from qualkit.services.batch_worker import Unit, UnitRead, read_unit

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
            with _OneByOne(ThreadPoolExecutor) as alone:
                for unit in first:
                    yield from with_care(unit, alone.attempt, BrokenProcessPool)
            return
        waiting = chain(first, waiting)
        while True:
            unfinished = yield from self._until_broken(waiting)
            if unfinished is None:
                return
            with _OneByOne(_processes) as alone:
                for unit in unfinished:
                    yield from with_care(unit, alone.attempt, BrokenProcessPool)

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
                        unit, failed = running.pop(future), future.exception()
                        if failed is not None:
                            check(failed)
                            # Those beside it may be what broke the pool: all are read with care.
                            return [unit, *running.values()]
                        yield future.result()
            except BrokenProcessPool:
                return list(running.values())
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


class _OneByOne:
    """A worker that reads one unit at a time; another takes its place when it breaks."""

    def __init__(self, pool_of: Callable[[int], Executor]) -> None:
        self._pool_of = pool_of
        self._pool = pool_of(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._pool.shutdown()

    def attempt(self, unit: Unit) -> UnitRead | BaseException:
        future = self._submit(unit)
        failed = future.exception()
        if isinstance(failed, BrokenProcessPool):
            self._renew()
        return future.result() if failed is None else failed

    def _submit(self, unit: Unit) -> "Future[UnitRead]":
        try:
            return self._pool.submit(read_unit, unit)
        except BrokenProcessPool:
            # It ended between two units, so it was neither of them.
            self._renew()
            return self._pool.submit(read_unit, unit)

    def _renew(self) -> None:
        self._pool.shutdown()
        self._pool = self._pool_of(1)


def _processes(workers: int) -> ProcessPoolExecutor:
    # Spawned: a fork would take along the threads and open files of this process.
    return ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent)


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
