"""Full-text search over ten million words, as a front end asks for it."""

import time
from dataclasses import dataclass

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, percentile, seconds
from benchmarks.plans import LARGE
from benchmarks.prose import nouns
from qualkit.domain.operations import Origin
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.domain.sources import Role
from qualkit.services.project import Project

BUDGET = 50.0


@dataclass(frozen=True, slots=True)
class _Query:
    name: str
    words: str
    scope: Scope = EVERYWHERE


def _queries() -> tuple[_Query, ...]:
    ranked = nouns()
    return (
        _Query("rare word", ranked[30_000]),
        _Query("word", ranked[300]),
        _Query("common word", "bibliotheek"),
        _Query("phrase", '"te weinig mensen"'),
        _Query("prefix", "capaciteits*"),
        _Query("two words, one role", f"bibliotheek {ranked[100]}", Scope((Role.PARTICIPANT,))),
        _Query("common word, one role", "bibliotheek", Scope((Role.VISITOR,))),
        _Query("most common word", "de"),
    )


def run(quick: bool) -> tuple[Result, ...]:
    """Time each query with a warm page cache."""
    folder = project_of(LARGE.tenth() if quick else LARGE)
    with Project.open(folder, SETTINGS, Origin.BATCH) as project:
        return tuple(_measure(project, query, 5 if quick else 20) for query in _queries())


def _measure(project: Project, query: _Query, runs: int) -> Result:
    found = len(project.searching.find(query.words, query.scope))
    before = time.process_time()
    times = [
        1000 * seconds(lambda: project.searching.find(query.words, query.scope))
        for _ in range(runs)
    ]
    cpu = 1000 * (time.process_time() - before) / runs
    note = (
        f"p50 {percentile(times, 50):.1f} ms, processor time {cpu:.0f} ms, "
        f"{found} hits shown: {query.words}"
    )
    return Result(f"search: {query.name}", percentile(times, 95), "ms p95", BUDGET, note)
