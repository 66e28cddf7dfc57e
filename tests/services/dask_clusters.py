"""Dask clusters of separate processes on this machine, as somebody else would start them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds for something to happen that must happen."""


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


@dataclass
class Cluster:
    """A scheduler, and the workers that were started for it."""

    folder: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        told: dict[str, Any] = json.loads(self._told.read_text("utf-8"))
        return str(told["address"])

    @property
    def scheduler(self) -> subprocess.Popen[bytes]:
        return self.started[0]

    def start(self) -> None:
        where = ("--port", "0", "--host", "127.0.0.1", "--no-show")
        self._run("distributed.cli.dask_scheduler", *where, "--scheduler-file", str(self._told))
        until(lambda: self._told.exists() and self._told.read_text("utf-8").endswith("}"))

    def add_workers(self, count: int, *options: str, path: Sequence[Path] = ()) -> None:
        """Start workers of one thread; `path` comes before the rest of what they import from."""
        own = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder))
        for _number in range(count):
            self._run("distributed.cli.dask_worker", self.address, *own, *options, path=path)

    def wait_for(self, workers: int) -> None:
        """Wait until there are so many workers."""
        from distributed import Client  # noqa: PLC0415

        connect: Any = Client
        with connect(self.address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=PATIENCE)

    def _run(self, module: str, *arguments: str, path: Sequence[Path] = ()) -> None:
        paths = os.pathsep.join([*map(str, path), str(Path(__file__).parents[2])])
        with (self.folder / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                (sys.executable, "-m", module, *arguments),
                stdout=log,
                stderr=log,
                env={**os.environ, **self.environment, "PYTHONPATH": paths},
                start_new_session=True,
            )
        self.started.append(process)

    @property
    def _told(self) -> Path:
        return self.folder / "scheduler.json"


@contextmanager
def dask_cluster(folder: Path, **environment: str) -> Iterator[Cluster]:
    """Start a scheduler, with some settings of Dask; end it and all its workers after."""
    folder.mkdir()
    cluster = Cluster(folder, environment)
    cluster.start()
    try:
        yield cluster
    finally:
        for process in cluster.started:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for process in cluster.started:
            process.wait(PATIENCE)
