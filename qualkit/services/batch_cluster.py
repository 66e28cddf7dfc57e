"""The engine of many machines: an existing Dask cluster, whose workers may come and go.

Units travel to the workers and plain numbers come back, as within one machine. A unit whose worker
is gone is read by another one: Dask sees to that. Beside the few units that are on their way,
nothing of the set is held here.
"""

import time
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import chain, islice
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from qualkit.errors import ClusterError
from qualkit.services.batch_care import check, with_care
from qualkit.services.batch_cluster_worker import (
    Outfit,
    check_same,
    outfit,
    read_on_worker,
    same_everywhere,
)
from qualkit.services.batch_worker import Unit, UnitRead
from qualkit.services.dask_connection import (
    Client,
    broken,
    check_address,
    connected,
    killed_worker,
)
from qualkit.translation import _, language_in_use

_IN_HAND = 3
"""Units for each thread of a worker: one that is read, and two on their way there or back."""

_LOOKS_EVERY = 5.0
"""Seconds between two looks at which workers there are."""

_Future: TypeAlias = Any
"""Dask's own; it has no types."""


class ClusterEngine:
    """Reads units on a Dask cluster; results come as they are done."""

    def __init__(self, scheduler: str, answers_in: float = 15.0, patience: float = 300.0) -> None:
        """Take a cluster that is there.

        Args:
            scheduler: Its address: `tcp://10.0.0.5:8786`.
            answers_in: Seconds in which it must answer, also after the connection broke.
            patience: Seconds that a run waits for workers when all of them are gone.

        Raises:
            ClusterError: Dask is not installed, or that is no address.
        """
        check_address(scheduler)
        self.scheduler = scheduler
        self.answers_in = answers_in
        self.patience = patience

    def read(self, units: Iterable[Unit]) -> Iterator[UnitRead]:
        """Read units in any order; what makes a worker crash is set aside, and the rest goes on.

        Raises:
            ClusterError: the cluster cannot be reached, or a worker would find something else.
            QualkitError: no unit can be read.
        """
        waiting = iter(units)
        first = next(waiting, None)
        if first is None:
            return
        with connected(scheduler=self.scheduler, answers_in=self.answers_in) as client:
            reading = _Reading(client, self)
            reading.check_workers(first)
            yield from reading.read(chain([first], waiting))


class _Reading:
    """A connection to a cluster that units are read over."""

    def __init__(self, client: Client, engine: ClusterEngine) -> None:
        self._client = client
        self._engine = engine
        self._running: dict[_Future, Unit] = {}
        self._done: SimpleQueue[_Future] = SimpleQueue()
        self._wanted = Outfit((), "")
        self._threads = 0
        self._looked = self._seen = time.monotonic()

    def check_workers(self, unit: Unit) -> None:
        """See that there are workers, and that they have what this program has."""
        try:
            self._client.wait_for_workers(1, timeout=self._engine.answers_in)
            told = self._client.run(outfit, unit.language, unit.pipeline, on_error="return")
        except OSError as problem:
            raise self._no_workers() from problem
        self._wanted = outfit(unit.language, unit.pipeline)
        for address, theirs in sorted(told.items()):
            if isinstance(theirs, Outfit):
                check_same(address, theirs, self._wanted)
            elif not isinstance(theirs, OSError):  # that one is gone meanwhile
                raise _lacks_qualkit(address)
        if self._client.submit(outfit, unit.language, unit.pipeline, pure=False).exception():
            raise _lacks_qualkit(self._engine.scheduler)
        self._look()

    def read(self, units: Iterator[Unit]) -> Iterator[UnitRead]:
        """Read units; those that fail are read again, each alone, before any more are sent."""
        try:
            failed = None
            while failed is None or failed:
                failed = yield from self._until_failed(units)
                for unit in failed:
                    yield from with_care(unit, self._alone, killed_worker())
        finally:
            self._client.cancel(list(self._running))

    def _until_failed(self, units: Iterator[Unit]) -> Generator[UnitRead, None, list[Unit]]:
        """Read units until all are done or some failed; give those, with nothing on its way."""
        failed: list[Unit] = []
        while True:
            if not failed:
                self._fill(units)
            if not self._running:
                return failed
            unit, read = self._next()
            if isinstance(read, UnitRead):
                yield read
            else:
                _check(read)
                failed.append(unit)

    def _fill(self, units: Iterator[Unit]) -> None:
        if time.monotonic() > self._looked + _LOOKS_EVERY:
            self._look()
        # One at least, so that what is done can be told from what waits for workers.
        room = max(1, _IN_HAND * self._threads) - len(self._running)
        for unit in islice(units, max(0, room)):
            self._send(unit)

    def _send(self, unit: Unit) -> None:
        speaks = language_in_use()
        future = self._client.submit(read_on_worker, unit, self._wanted, speaks, pure=False)
        self._running[future] = unit
        future.add_done_callback(self._done.put)

    def _alone(self, unit: Unit) -> UnitRead | BaseException:
        self._send(unit)
        _unit, read = self._next()
        if not isinstance(read, UnitRead):
            _check(read)
        return read

    def _next(self) -> tuple[Unit, UnitRead | BaseException]:
        """Wait for any unit, and give what came of it or how it failed."""
        while True:
            try:
                future = self._done.get(timeout=_LOOKS_EVERY)
            except Empty:
                self._look()
                continue
            unit = self._running.pop(future)
            read = self._came_of(future)
            if read is not None:
                return unit, read
            self._look()
            self._send(unit)

    def _came_of(self, future: _Future) -> UnitRead | BaseException | None:
        """Fetch what came of a unit; None when the connection broke meanwhile."""
        try:
            # One that is lost with its worker is read by another one while this waits.
            read = self._client.gather([future], errors="skip")
            failed = None if read else future.exception()
        except (OSError, CancelledError):
            return None
        return read[0] if read else failed

    def _look(self) -> None:
        """See which workers there are now; wait for a connection that broke.

        Raises:
            ClusterError: it does not come back, or there were no workers for too long.
        """
        while self._client.status == "connecting":
            time.sleep(0.1)
        if self._client.status != "running":
            raise broken(self._engine.scheduler)
        try:
            self._threads = sum(self._client.nthreads().values())
        except OSError:
            return
        self._looked = time.monotonic()
        if self._threads:
            self._seen = self._looked
        elif self._looked > self._seen + self._engine.patience:
            raise self._no_workers()

    def _no_workers(self) -> ClusterError:
        address = self._engine.scheduler
        return ClusterError(
            _("The cluster at {address} has no workers.").format(address=address),
            _("Start some: dask worker {address} --nthreads 1").format(address=address),
        )


def _check(failed: BaseException) -> None:
    """Go on after what one document may do; what hits every unit is told at once."""
    # A worker that came late; what it cannot import may come wrapped in another error.
    if "ModuleNotFoundError" in repr(failed):
        raise ClusterError(
            _("A worker of the cluster lacks something: {what}.").format(what=failed),
            same_everywhere(),
        )
    check(failed)


def _lacks_qualkit(address: str) -> ClusterError:
    return ClusterError(
        _("There is no qualkit of this version on {address}.").format(address=address),
        same_everywhere(),
    )
