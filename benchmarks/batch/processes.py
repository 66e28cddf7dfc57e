"""Programs in processes of their own: how long they take, how much memory, and killing them."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import psutil

EVERY = 0.25
"""Seconds between two looks at the memory; a peak that is shorter may be missed."""


class CommandFailedError(Exception):
    """A program that is measured ended with a fault; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a program that ended well."""

    seconds: float
    """From starting the process until it is gone."""
    cpu: float
    """Processor time of it and all it started and waited for, which a busy machine disturbs less.
    """
    memory: int
    """The peak of its whole tree in bytes, see `tree_memory`."""
    processes: int
    """The most that ran at a time."""
    output: str
    """What it printed on standard output."""
    said: str
    """What it printed on standard error."""


def run(command: Sequence[str]) -> Ran:
    """Run a program to its end in a process group of its own, looking at its memory meanwhile.

    Raises:
        CommandFailedError: it did not end with 0.
    """
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as said:
        begun, used = time.perf_counter(), _cpu()
        process = _start(command, output.fileno(), said.fileno())
        with _Watch(process.pid) as watch:
            code = process.wait()
            seconds = time.perf_counter() - begun
        output.seek(0), said.seek(0)
        told = said.read()
        if code:
            raise CommandFailedError(f"{' '.join(command)} ended with {code}:\n{told}")
        return Ran(seconds, _cpu() - used, watch.memory, watch.processes, output.read(), told)


def run_killed(command: Sequence[str], after: float) -> bool:
    """Run a program and kill it with all it started after some seconds; False if it was done.

    SIGKILL: nothing in the program can do anything about it.

    Raises:
        CommandFailedError: it ended with a fault before, or something of it lives on.
    """
    with tempfile.TemporaryFile("w+") as said:
        process = _start(command, subprocess.DEVNULL, said.fileno())
        try:
            code = process.wait(after)
        except subprocess.TimeoutExpired:
            tree = _tree(process.pid)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            for survivor in psutil.wait_procs(tree, timeout=10)[1]:
                survivor.kill()
                raise CommandFailedError(f"{' '.join(command)}: a worker lived on") from None
            return True
        said.seek(0)
        if code:
            raise CommandFailedError(f"{' '.join(command)} ended with {code}:\n{said.read()}")
        return False


def tree_memory(pid: int) -> tuple[int, int]:
    """Give the memory of a process and all it started, in bytes, and how many they are.

    The sum of their proportional set sizes (PSS of `/proc/PID/smaps_rollup`): a page that several
    of them share is counted once. Where the system tells no PSS, their resident set sizes.
    """
    sizes = [size for size in map(_memory, _tree(pid)) if size]
    return sum(sizes), len(sizes)


def python(*arguments: str) -> tuple[str, ...]:
    """Give the command that runs this Python with some arguments."""
    return (sys.executable, *arguments)


def _cpu() -> float:
    """Give the processor time of all processes that were started here and are gone."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _start(command: Sequence[str], output: int, said: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=said,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )


def _tree(pid: int) -> list[psutil.Process]:
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        told = process.memory_full_info()
    except psutil.Error:  # it ended meanwhile
        return 0
    return int(getattr(told, "pss", told.rss))


class _Watch:
    """Looks at the memory of a tree of processes in a thread, as long as it is entered."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._done = Event()
        self._thread = Thread(target=self._look)
        self.memory = 0
        self.processes = 0

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(EVERY):
            memory, processes = tree_memory(self._pid)
            self.memory = max(self.memory, memory)
            self.processes = max(self.processes, processes)
