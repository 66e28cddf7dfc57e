"""What a step costs, written and taken back, in a project with a long history."""

import tempfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.generator import SETTINGS, copy_of
from benchmarks.measure import Result, percentile, seconds
from benchmarks.plans import CACHE, LARGE, Plan
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.services.project import Project
from qualkit.services.workspace import DATABASE_NAME
from qualkit.store.journal import Journal
from qualkit.store.opening import open_database


def run(quick: bool) -> tuple[Result, ...]:
    """Write in a copy of the large project: one coding at a time, and many in one step."""
    plan = LARGE.tenth() if quick else LARGE
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        folder = copy_of(plan, Path(temporary))
        with Project.open(folder, SETTINGS, Origin.BATCH) as project:
            return (*_one_by_one(project, 50 if quick else 300), *_at_once(project, plan))


def _one_by_one(project: Project, times: int) -> tuple[Result, ...]:
    """Code passages as the reader does, and undo the last ones."""
    code = project.codes.entries()[0].code
    entries = project.sources.entries()
    versions = [project.sources.read(entry.source.id).version for entry in entries[:times]]
    added = [
        1000 * seconds(partial(project.codings.add, version.id, Span(25, 31), [code.id]))
        for version in versions
    ]
    undone = [1000 * seconds(project.history.undo) for _ in range(10)]
    note = f"p99 {percentile(added, 99):.1f} ms, flushed to disk each time"
    return (
        Result("journal: one coding", median(added), "ms", note=note),
        Result("journal: undo of one coding", median(undone), "ms", note="whole history read"),
    )


def _at_once(project: Project, plan: Plan) -> tuple[Result, ...]:
    """Write as many codings as a fifth of the project holds in one step, and undo it."""
    count = plan.codings // 5
    model = project.codings.select(project.sources.entries()[0].source.id)[0].coding
    codings = [
        replace(model, id=new_id(), start=number, end=number + 1, coder="tweede")
        for number in range(count)
    ]
    with closing(open_database(project.folder / DATABASE_NAME)) as database:
        journal = Journal(database, SETTINGS.coder, Origin.BATCH)
        written = seconds(lambda: _write(journal, codings))
    undone = seconds(project.history.undo)
    return (
        Result(f"journal: {count:,} codings in one step", written, "s"),
        Result(f"journal: undo of {count:,} codings", undone, "s"),
    )


def _write(journal: Journal, codings: list[Coding]) -> None:
    with journal.operation("coding.add", "Coded many passages") as step:
        step.add_all(codings)
