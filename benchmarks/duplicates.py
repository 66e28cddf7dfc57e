"""Looking for pairs among 20,000 chats: time, memory, and what is found of what was planted."""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import planted
from benchmarks.batch.processes import run as run_command
from benchmarks.generator import SETTINGS
from benchmarks.measure import Result
from benchmarks.plans import CACHE
from benchmarks.planted import Planted
from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info

FULL, PAIRS = 20_000, 600
"""Chats, and pairs of one visitor among them."""

CHUNK = 500
"""Chats that are imported as one step."""

_VERSION = 1
"""To be raised when what is planted changes."""


def run(quick: bool) -> tuple[Result, ...]:
    """Look for pairs with the command that people use, in a process of its own."""
    chats, pairs = (FULL // 10, PAIRS // 10) if quick else (FULL, PAIRS)
    folder = _project(chats, pairs)
    command = [sys.executable, "-m", "qualkit", "-C", str(folder), "duplicates", "--json"]
    ran = run_command(command)
    found = {_numbers(pair) for pair in json.loads(ran.output)}
    wanted = {
        (second.first, number): second.kind
        for number, second in planted.planted(chats, pairs).items()
    }
    hits = Counter(wanted[pair] for pair in found if pair in wanted)
    total = Counter(wanted.values())
    size = f"{chats:,} chats"
    return (
        Result("look for duplicates", ran.seconds, "s", note=size),
        Result("look for duplicates, memory", ran.memory / 2**20, "MB", note=size),
        Result(
            "pairs shown that were planted",
            100 * sum(hits.values()) / max(len(found), 1),
            "%",
            note=f"{len(found)} shown",
        ),
        *(
            Result(
                f"found: {kind.value}", 100 * hits[kind] / total[kind], "%", note=_of(total[kind])
            )
            for kind in Planted
        ),
    )


def _of(count: int) -> str:
    return f"of {count} planted"


def _numbers(pair: dict[str, dict[str, str]]) -> tuple[int, int]:
    """Give the numbers of two chats, as their titles have them."""
    first, second = sorted(int(pair[key]["title"].split()[-1]) for key in ("first", "second"))
    return first, second


def _project(chats: int, pairs: int) -> Path:
    """Give the folder of a project with the chats; it is made when it is not there yet."""
    folder = CACHE / f"duplicates-{chats}-{pairs}-{_VERSION}"
    if folder.is_dir():
        return folder
    CACHE.mkdir(exist_ok=True)
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    with (
        TemporaryDirectory() as files,
        Project.create(part, new_info("Verzonnen chats"), SETTINGS, Origin.BATCH) as project,
    ):
        made = planted.texts(chats, pairs)
        while chunk := list(islice(made, CHUNK)):
            project.imports.run(_written(Path(files), chunk))
    part.rename(folder)
    return folder


def _written(folder: Path, chats: Sequence[tuple[int, str]]) -> list[Path]:
    """Write chats to files, in place of the last ones."""
    for old in folder.iterdir():
        old.unlink()
    paths = []
    for number, text in chats:
        path = folder / f"gesprek-{number:06}.txt"
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths
