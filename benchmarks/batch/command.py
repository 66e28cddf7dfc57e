"""`qualkit suggest` over a folder, as a user types it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.batch.processes import Ran, run
from benchmarks.plans import CACHE
from benchmarks.tui.terminal import QUALKIT


def suggest(
    folder: Path, out: Path, cache: Path, workers: int, more: Sequence[str] = ()
) -> tuple[str, ...]:
    """Give the command that writes the suggestions from a folder to a file."""
    places = ("--from", str(folder), "--out", str(out), "--cache", str(cache))
    return (*QUALKIT, "suggest", *places, "--workers", str(workers), *more)


@contextmanager
def workplace() -> Iterator["Workplace"]:
    """Give a folder for what the runs write, on the disk of the corpus; it is gone afterwards."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix="run-") as folder:
        yield Workplace(Path(folder))


class Workplace:
    """Where runs write; each run has a cache and a file of its own unless it goes on with one."""

    def __init__(self, folder: Path) -> None:
        """Write under `folder`."""
        self.folder = folder
        self._made = 0

    def fresh(self, name: str) -> Path:
        """Give a folder that is not there yet, whatever was there under the name before."""
        self._made += 1
        return self.folder / f"{name}-{self._made}"

    def run(self, folder: Path, cache: Path, workers: int, more: Sequence[str] = ()) -> Ran:
        """Write the suggestions from a folder to a new file, with a cache."""
        out = self.fresh("out").with_suffix(".jsonl")
        return run(suggest(folder, out, cache, workers, more))
