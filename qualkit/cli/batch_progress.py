"""How far a batch has come: a bar with rate and time left, or lines for a log."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from qualkit.cli.messages import say
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.batch_run import Done, Progress

LOG_SECONDS = 10.0
"""Between two lines of a log, at least."""


@contextmanager
def batch_progress(log: bool) -> "Iterator[Progress | None]":
    """Tell how far a batch is while the block runs, on stderr.

    With `log` as one JSON object a line; otherwise as a bar where somebody is looking. Whoever
    stops it is told that nothing is lost.
    """
    try:
        if log:
            yield _Log().tell
        elif sys.stderr.isatty():
            with _bar() as tell:
                yield tell
        else:
            yield None
    except KeyboardInterrupt:
        say(_("Stopped. What was read is kept; the same command goes on from there."))
        raise


class _Log:
    """Writes a line when the last one is some time ago, and when all is done."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told: float | None = None
        self._is_done = False

    def tell(self, done: "Done") -> None:
        if not done.items:
            return
        now = time.monotonic() - self._begun
        recently = self._told is not None and now - self._told < LOG_SECONDS
        if self._is_done or (recently and done.items != done.of):
            return
        self._told, self._is_done = now, done.items == done.of
        rate = done.words / now if now else 0.0
        line = {
            "seconds": round(now, 1),
            "done": done.items,
            "of": done.of,
            "words": done.words,
            "words_per_second": round(rate),
            "seconds_left": _left(done, now),
        }
        click.echo(json.dumps(line), err=True)


def _left(done: "Done", seconds: float) -> int | None:
    """Estimate the seconds that are left, from what was read in this run; None when unknown."""
    if not done.of or not done.read:
        return None
    return round(seconds * (done.of - done.items) / done.read)


@contextmanager
def _bar() -> "Iterator[Progress]":
    from rich.console import Console  # noqa: PLC0415 (not needed without a terminal)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    told = TextColumn("{task.fields[told]}", justify="right")
    columns = (TextColumn("{task.description}"), BarColumn(24), told)
    left = TimeRemainingColumn(compact=True)
    begun = time.monotonic()
    with Progress(*columns, left, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Texts are read"), total=None, told="")

        def tell(done: "Done") -> None:
            if not (done.of or done.items):
                return
            count = f"{done.items}/{done.of}" if done.of else str(done.items)
            if done.words:
                rate = round(done.words / max(0.1, time.monotonic() - begun))
                count = _("{count}, {rate} words/s").format(count=count, rate=rate)
            bar.update(task, completed=done.items, total=done.of, told=count)

        yield tell
