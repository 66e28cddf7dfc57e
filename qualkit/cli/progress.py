"""How far a long job has come, on stderr and only when somebody is looking."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

Done = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


@contextmanager
def progress_bar(what: str) -> Iterator[Done | None]:
    """Show how much is done while the block runs; None when stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with _bar() as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def stage_bar(stages: Mapping[str, str]) -> Iterator[Callable[[str], None] | None]:
    """Show which of some stages a job is in; None when stderr is not a terminal.

    `stages` gives the words to show for the name of each stage, in their order.
    """
    if not sys.stderr.isatty():
        yield None
        return
    names = list(stages)
    with _bar() as bar:
        task = bar.add_task("", total=len(names))
        yield lambda name: bar.update(task, completed=names.index(name), description=stages[name])


def _bar() -> "Bar":
    from rich.console import Console  # noqa: PLC0415 (not needed without a terminal)
    from rich.progress import Progress  # noqa: PLC0415

    return Progress(console=Console(stderr=True), transient=True)
