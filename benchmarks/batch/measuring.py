"""Speed and memory of the batch run, each in a fresh process, by turns with the others."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from rich.console import Console

from benchmarks.batch.cluster import cluster, is_there, over_dask
from benchmarks.batch.command import Workplace, workplace
from benchmarks.batch.corpus import Corpus, folder_of, later, write_chats
from benchmarks.batch.processes import Ran, python, run
from benchmarks.batch.sides import Timed
from benchmarks.measure import Result

OVER_BARE = 1.10
SPEEDUP = 1.7
AGAIN = 0.03
"""The budgets of DESIGN.md section 9."""

OTHERS = {"yake": "YAKE", "textrank": "pytextrank"}
SAMPLE = 200
"""Chats for the others, unless said otherwise: their speed is that of each chat by itself."""


@dataclass(frozen=True, slots=True)
class _Round:
    """Everything once, one after another, so that a busy machine slows all of it."""

    starting: Ran
    """Over one chat: start, pipeline and end."""
    bare: Timed
    bare_process: Ran
    one: Ran
    two: Ran
    again: Ran
    """After 1% of the chats changed or came, with what the run of one worker kept."""
    changed: int
    """How many chats that were."""
    dask: Ran | None
    others: dict[str, Timed]


def measure(corpus: Corpus, rounds: int, sample: int = SAMPLE) -> tuple[Result, ...]:
    """Measure over a folder of chats, so many rounds; YAKE and pytextrank over a sample of it.

    Raises:
        CommandFailedError: one of the programs ended with a fault.
    """
    folder = folder_of(corpus)
    with workplace() as place:
        _write_changed(place.folder, folder, corpus)
        for path in folder.iterdir():
            path.read_bytes()  # so that the first to come does not wait for the disk
        done = [_round(place, folder, sample, number) for number in range(1, rounds + 1)]
    return tuple(_results(corpus, done, sample))


def _write_changed(place: Path, folder: Path, corpus: Corpus) -> None:
    (place / "one-chat").mkdir()
    write_chats(place / "one-chat", Corpus(1, corpus.seed))
    (place / "changed.txt").write_text(str(later(folder, corpus, place / "later")))


def _round(place: Workplace, folder: Path, sample: int, number: int) -> _Round:
    tell = partial(_told, Console(stderr=True), number)
    cache = place.fresh("cache")
    bare_process = tell("bare pipeline", lambda: _side("bare", folder, 0))
    one = tell("1 worker", lambda: place.run(folder, cache, 1))
    return _Round(
        starting=tell(
            "one chat", lambda: place.run(place.folder / "one-chat", place.fresh("cache"), 1)
        ),
        bare=_timed(bare_process),
        bare_process=bare_process,
        one=one,
        two=tell("2 workers", lambda: place.run(folder, place.fresh("cache"), 2)),
        again=tell("after 1%", lambda: place.run(place.folder / "later", cache, 1)),
        changed=int((place.folder / "changed.txt").read_text()),
        dask=tell("Dask, 2 workers", lambda: _dask(place, folder)) if is_there() else None,
        others={
            name: _timed(tell(OTHERS[name], partial(_side, name, folder, sample)))
            for name in OTHERS
            if find_spec("yake" if name == "yake" else "pytextrank")
        },
    )


def _told(console: Console, number: int, what: str, measured: Callable[[], Ran]) -> Ran:
    """Run something, and say how long it took: a round over all chats takes long."""
    ran = measured()
    console.print(
        f"  round {number}, {what}: {ran.seconds:,.1f} s ({ran.cpu:,.1f} s cpu)", style="dim"
    )
    return ran


def _side(name: str, folder: Path, sample: int) -> Ran:
    return run(python("-m", "benchmarks.batch.sides", name, str(folder), str(sample)))


def _timed(ran: Ran) -> Timed:
    # A library may print things of its own before.
    return Timed(**json.loads(ran.output.splitlines()[-1]))


def _dask(place: Workplace, folder: Path) -> Ran:
    with cluster(2, place.fresh("cluster")) as address:
        return place.run(folder, place.fresh("cache"), 2, over_dask(address))


def _results(corpus: Corpus, done: list[_Round], sample: int) -> Iterator[Result]:
    first = done[0]
    words = first.bare.words
    size = f"{corpus.chats:,} chats, {words:,} words of visitors"
    starting = median(r.starting.seconds for r in done)
    for name, pick in (("1 worker", _one), ("2 workers", _two)):
        seconds = median(pick(r).seconds for r in done)
        yield Result(
            f"batch: {name}",
            words / seconds,
            "words/s",
            note=f"{size}; {seconds:,.1f} s for the whole command, {starting:.1f} s for one chat",
        )
    yield Result(
        "batch: 2 workers against 1",
        median(r.one.seconds / r.two.seconds for r in done),
        "x",
        SPEEDUP,
        "whole commands; without what one chat takes "
        f"{median(_without(r, r.one) / _without(r, r.two) for r in done):.2f} x; processor time of "
        f"both {median(r.two.cpu / r.one.cpu for r in done):.2f} x",
        at_least=True,
    )
    yield _over_bare(done)
    yield from _memory(done)
    yield Result(
        "batch: again after 1% changed",
        median(r.again.seconds / r.one.seconds for r in done),
        "x",
        AGAIN,
        f"{first.changed} chats; {median(r.again.seconds for r in done):.1f} s of which "
        f"{starting:.1f} s is what one chat takes; processor time "
        f"{median(r.again.cpu / r.one.cpu for r in done):.3f} x",
    )
    yield _beside_dask(done)
    yield from _beside_others(done, sample)


def _over_bare(done: list[_Round]) -> Result:
    tagging = median(r.one.seconds / r.bare.working for r in done)
    inner = median((_without(r, r.one) - r.bare.reading) / r.bare.working for r in done)
    speed = median(r.bare.speed for r in done)
    cpu = median(r.one.cpu / r.bare_process.cpu for r in done)
    return Result(
        "batch: 1 worker over the bare pipeline",
        median(r.one.seconds / r.bare_process.seconds for r in done),
        "x",
        OVER_BARE,
        "whole processes that start, read the same folder and tag the same messages; processor "
        f"time {cpu:.2f} x; over tagging alone ({speed:,.0f} words/s) {tagging:.2f} x, with start "
        f"and reading left out of ours {inner:.2f} x",
    )


def _memory(done: list[_Round]) -> Iterator[Result]:
    for name, pick in (("1 worker", _one), ("2 workers", _two)):
        ran = max((pick(r) for r in done), key=lambda each: each.memory)
        note = f"peak PSS of {ran.processes} processes together"
        if name == "1 worker":
            note += f"; the bare pipeline {max(r.bare_process.memory for r in done) / 1e6:,.0f} MB"
        yield Result(f"batch: memory, {name}", ran.memory / 1e6, "MB", note=note)


def _beside_dask(done: list[_Round]) -> Result:
    name = "batch: Dask, 2 worker processes over 2 local workers"
    pairs = [(r.dask.seconds, r.two.seconds) for r in done if r.dask]
    if not pairs:
        return Result(name, None, "x", note="pip install '.[dask]'")
    ratio = median(ours / theirs for ours, theirs in pairs)
    return Result(name, ratio, "x", note=f"{median(ours for ours, _theirs in pairs):,.1f} s")


def _beside_others(done: list[_Round], sample: int) -> Iterator[Result]:
    for name, title in OTHERS.items():
        timed = [r.others[name] for r in done if name in r.others]
        if not timed:
            yield Result(f"batch: {title}", None, "words/s", note="pip install '.[bench]'")
            continue
        ours = median(r.bare.words / r.one.seconds for r in done)
        speed = median(each.speed for each in timed)
        yield Result(
            f"batch: {title}",
            speed,
            "words/s",
            note=f"the first {timed[0].chats:,} chats, one process, its start left out; "
            f"1 worker of ours, start included, does {ours / speed:.2f} x that",
        )


def _one(each: _Round) -> Ran:
    return each.one


def _two(each: _Round) -> Ran:
    return each.two


def _without(each: _Round, ran: Ran) -> float:
    """Give the seconds of a run without those that a run over one chat takes."""
    return ran.seconds - each.starting.seconds
