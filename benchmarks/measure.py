"""Results against their budgets, and the few sums that all benchmarks need."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure."""

    name: str
    measured: float | None
    """None where it could not be measured; the note says why."""
    unit: str
    budget: float | None = None
    """The most it may be; None where DESIGN.md sets none."""
    note: str = ""
    at_least: bool = False
    """The budget is the least it may be, not the most."""

    @property
    def within(self) -> bool | None:
        """Tell whether the budget is kept; None without a figure or a budget."""
        if self.measured is None or self.budget is None:
            return None
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ways of doing something, timed by turns so that a busy machine slows both."""

    ours: tuple[float, ...]
    """Seconds of each run."""
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Give the median of ours over theirs, run by run."""
        return median(a / b for a, b in zip(self.ours, self.theirs, strict=True))


def seconds(call: Callable[[], object]) -> float:
    """Run something once and give how long it took."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def by_turns(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> Pair:
    """Time two calls by turns, after one run of each that does not count."""
    ours(), theirs()
    measured = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return Pair(tuple(a for a, _ in measured), tuple(b for _, b in measured))


def percentile(values: Sequence[float], percent: int) -> float:
    """Give the value below which `percent` of the values lie; of one value, that value."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def spread(values: Sequence[float], unit: str = "ms") -> str:
    """Write the median and the extremes, for a note."""
    return f"median {median(values):.2f}, {min(values):.2f} to {max(values):.2f} {unit}"
