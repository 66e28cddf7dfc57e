"""Whether a run that is killed or divided otherwise writes the bytes of an undisturbed one."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

from benchmarks.batch.processes import run, run_killed

KILLS = 3
_MOST_TRIES = 12

Suggest: TypeAlias = Callable[[Path, Path], Sequence[str]]
"""Gives the command that writes to a file, with a cache in a folder."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was compared, and whether it was as it should be."""

    what: str
    holds: bool
    told: str = ""
    """What the program said at its end."""


def undisturbed(suggest: Suggest, place: Path) -> tuple[str, float]:
    """Run once in peace; give the hash of the file and the seconds."""
    out, cache = _places(place, "undisturbed")
    return hash_of(out) if (seconds := run(suggest(out, cache)).seconds) else "", seconds


def killed(
    suggest: Suggest, place: Path, expected: str, whole: float, rng: Random
) -> Iterator[Verdict]:
    """Kill a run three times at random moments, let it finish, and compare its file.

    `expected` is the hash of the file of an undisturbed run, which took `whole` seconds. A run that
    is done before its moment is thrown away, with its file, and goes on from its cache once more:
    that kills it in its last part, where the file is written.
    """
    out, cache = _places(place, "killed")
    kills = tries = 0
    left = whole
    while kills < KILLS and tries < _MOST_TRIES:
        tries += 1
        moment = rng.uniform(0.0, left)
        begun = time.perf_counter()
        if run_killed(suggest(out, cache), moment):
            kills += 1
            yield Verdict(
                f"killed after {moment:.1f} s: the file is whole or not there",
                not out.exists() or hash_of(out) == expected,
            )
            left = max(left - moment, whole / 20)
        else:
            out.unlink()
            left = time.perf_counter() - begun
    yield Verdict(f"killed {kills} times in {tries} runs", kills == KILLS)
    last = run(suggest(out, cache))
    yield Verdict(
        f"went on for {last.seconds:.1f} s ({whole:.1f} s undisturbed): the same bytes",
        hash_of(out) == expected,
        last.said,
    )
    beside = sorted(path.name for path in out.parent.iterdir() if path != out)
    yield Verdict(f"left beside the file: {', '.join(beside) or 'nothing'}", not beside)


def same(
    suggest: Suggest, place: Path, expected: str, what: str, before: Suggest | None = None
) -> Verdict:
    """Run in peace in another way, and compare the file.

    `before` is run first, with the same cache.
    """
    out, cache = _places(place, what.replace(" ", "-"))
    if before:
        run(before(out, cache))
    run(suggest(out, cache))
    return Verdict(f"{what}: the same bytes", hash_of(out) == expected)


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _places(place: Path, name: str) -> tuple[Path, Path]:
    """Give a file in a folder of its own, and a cache that is not there yet."""
    folder = place / name
    folder.mkdir()
    return folder / "out.jsonl", place / f"{name}-cache"
