"""Searching ten million words and 100,000 codings, as a front end asks for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, percentile, seconds
from benchmarks.plans import LARGE
from benchmarks.prose import nouns
from qualkit.domain.kwic import KwicSort
from qualkit.domain.operations import Origin
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.domain.sources import Role
from qualkit.services.project import Project

BUDGET = 50.0


@dataclass(frozen=True, slots=True)
class _Question:
    name: str
    asked: str
    """For the note."""
    ask: Callable[[Project], int]
    """Gives how many rows there are to show."""
    budget: float | None = None


def _words(name: str, words: str, scope: Scope = EVERYWHERE) -> _Question:
    return _Question(name, words, lambda project: len(project.searching.find(words, scope)), BUDGET)


def _in_context(name: str, words: str, sort: KwicSort) -> _Question:
    return _Question(
        name,
        words,
        lambda project: len(project.searching.in_context(words, sort=sort).lines),
    )


def _codes(name: str, query: str, below: bool = True) -> _Question:
    return _Question(
        name,
        query,
        lambda project: len(project.code_search.find(query, below=below).matches),
    )


def _questions(project: Project) -> tuple[_Question, ...]:
    ranked = nouns()
    source = project.sources.find("P150").id
    codes = project.codes.entries(counted=False)
    first, second = [entry for entry in codes if entry.depth == 0][:2]
    one, other = (f'"{entry.path}"' for entry in (first, second))
    return (
        _words("rare word", ranked[30_000]),
        _words("word", ranked[300]),
        _words("common word", "bibliotheek"),
        _words("phrase", '"te weinig mensen"'),
        _words("prefix", "capaciteits*"),
        _words("two words, one role", f"bibliotheek {ranked[100]}", Scope((Role.PARTICIPANT,))),
        _words("common word, one role", "bibliotheek", Scope((Role.VISITOR,))),
        _words("common word, one source", "de", Scope(source_ids=(source,))),
        _words("common word, one code", "bibliotheek", Scope(code_ids=(first.code.id,))),
        _words("common word, not coded", "bibliotheek", Scope(uncoded=True)),
        _words("most common word", "de"),
        _in_context("keyword in context", "bibliotheek", KwicSort.LEFT),
        _in_context("most common keyword in context", "de", KwicSort.RIGHT),
        _codes("two codes", f"{one} AND {other}", below=False),
        _codes("two codes with those below", f"{one} AND {other}"),
        _codes("one code near another", f"{one} NEAR/3 {other}"),
    )


def run(quick: bool) -> tuple[Result, ...]:
    """Time each question with a warm page cache."""
    folder = project_of(LARGE.tenth() if quick else LARGE)
    with Project.open(folder, SETTINGS, Origin.BATCH) as project:
        return tuple(
            _measure(project, question, 5 if quick else 20) for question in _questions(project)
        )


def _measure(project: Project, question: _Question, runs: int) -> Result:
    found = question.ask(project)
    before = time.process_time()
    times = [1000 * seconds(lambda: question.ask(project)) for _ in range(runs)]
    cpu = 1000 * (time.process_time() - before) / runs
    note = (
        f"p50 {percentile(times, 50):.1f} ms, processor time {cpu:.0f} ms, "
        f"{found} rows shown: {question.asked}"
    )
    return Result(
        f"search: {question.name}", percentile(times, 95), "ms p95", question.budget, note
    )
