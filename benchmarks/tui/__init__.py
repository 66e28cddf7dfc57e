"""The terminal interface, as a person meets it: first frame, screens, keys in a long source."""

from benchmarks.measure import Result
from benchmarks.tui import first_frame, reader_keys, screens


def run(quick: bool) -> tuple[Result, ...]:
    """Measure the first frame and its memory, screens over the whole study, keys in the reader."""
    return (*first_frame.run(quick), *screens.run(quick), *reader_keys.run(quick))
