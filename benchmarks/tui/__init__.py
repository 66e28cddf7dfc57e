"""The terminal interface, as a person meets it: its first frame, and keys in a long source."""

from benchmarks.measure import Result
from benchmarks.tui import first_frame, reader_keys


def run(quick: bool) -> tuple[Result, ...]:
    """Measure the first frame and its memory, then keys in the reader."""
    return (*first_frame.run(quick), *reader_keys.run(quick))
