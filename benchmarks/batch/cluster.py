"""A Dask cluster of separate processes on this machine, as somebody else would have started it."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.batch.processes import python

PATIENCE = 60
"""Seconds for the cluster to come up."""

TO_END = 10.0
"""Seconds that a process of the cluster gets to end by itself."""


def is_there() -> bool:
    """Tell whether Dask is installed (the extra `dask`)."""
    return find_spec("distributed") is not None


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """Start a scheduler and workers of one thread each; give the address; end them all after.

    `folder` takes what they write.
    """
    told = folder / "scheduler.json"
    scheduler = ("distributed.cli.dask_scheduler", "--port", "0", "--host", "127.0.0.1")
    worker = ("distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny")
    where = ("--scheduler-file", str(told), "--no-dashboard")
    own = ("--local-directory", str(folder))
    commands = [(*scheduler, *where), *[(*worker, *where, *own)] * workers]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.txt").open("w") as log:
        started = [
            subprocess.Popen(python("-m", *command), stdout=log, stderr=log, start_new_session=True)
            for command in commands
        ]
        try:
            yield _address(told, workers)
        finally:
            for process in started:
                os.killpg(process.pid, signal.SIGTERM)
            for process in started:
                _ended(process)


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """Wait for a process of the cluster; one that does not listen is killed."""
    try:
        process.wait(TO_END)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def over_dask(address: str) -> tuple[str, ...]:
    """Give what a command is told to run on a cluster."""
    return ("--engine", "dask", "--scheduler", address)


def _address(told: Path, workers: int) -> str:
    """Wait until all workers are there, and give the address of the scheduler."""
    from distributed import Client  # noqa: PLC0415 (of the extra "dask")

    until = time.monotonic() + PATIENCE
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.1)
    connect: Any = Client  # it has no types
    with connect(scheduler_file=str(told), timeout=PATIENCE) as client:
        client.wait_for_workers(workers, timeout=PATIENCE)
        return str(client.scheduler.address)
