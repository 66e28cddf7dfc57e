"""`python -m benchmarks.quality`: recall of marked phrases, ours beside other methods."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean
from typing import TypeAlias

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.quality.gold import GoldSegment, read_gold
from benchmarks.quality.measures import difference, recall
from benchmarks.quality.methods import METHODS, WITHOUT, Lists, NotInstalledError, ours
from qualkit.language.pipeline import find_pipeline

Studies: TypeAlias = dict[str, tuple[GoldSegment, ...]]
Scores: TypeAlias = dict[str, list[float]]
"""Recall of each segment, by measure."""

MEASURES = {"5": (5, False), "10": (10, False), "fuzzy 5": (5, True), "fuzzy 10": (10, True)}
"""How many suggestions, and whether near ones count."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--language", type=click.Choice(["nl", "en"]), multiple=True, default=["nl", "en"])
@click.option("--pipeline", help="An installed pipeline or a folder, for one language.")
@click.option("--gold", help="Another file of this folder, such as tuning_nl.")
@click.option("--show", is_flag=True, help="Print the lists of every segment.")
@click.option("--ablation/--no-ablation", default=True, help="Take our ideas away one at a time.")
def main(
    language: Sequence[str], pipeline: str | None, gold: str | None, show: bool, ablation: bool
) -> None:
    """Measure how many of the phrases that a person marked are suggested."""
    console = Console()
    for code in language:
        studies = read_gold(gold or f"gold_{code}")
        info = find_pipeline(code, pipeline)
        name = Path(info.name).name
        console.rule(f"{code}: tier {info.tier} ({name} {info.version})")
        found = _run_all(studies, code, pipeline, console)
        console.print(_table("method", found, studies))
        console.print(_differences(found))
        if show:
            _show(studies, {name: lists for name, (lists, _) in found.items()}, console)
        if ablation:
            console.print(_table("ours without", _ablation(studies, code, pipeline), studies))


def _run_all(
    studies: Studies, language: str, pipeline: str | None, console: Console
) -> dict[str, tuple[list[Lists], Scores]]:
    found = {}
    for name, method in METHODS.items():
        try:
            found[name] = _run(studies, partial(method, language=language, pipeline=pipeline))
        except NotInstalledError as missing:
            console.print(escape(f"{name}: not measured, {missing}"), style="yellow")
    return found


def _ablation(
    studies: Studies, language: str, pipeline: str | None
) -> dict[str, tuple[list[Lists], Scores]]:
    return {
        name: _run(studies, partial(ours, language=language, pipeline=pipeline, weights=weights))
        for name, weights in WITHOUT.items()
    }


def _run(
    studies: Studies, method: Callable[[Sequence[GoldSegment]], Lists]
) -> tuple[list[Lists], Scores]:
    """Give the lists of each study, and the recall of each segment."""
    lists = [method(segments) for segments in studies.values()]
    pairs = [
        (segment.phrases, suggested)
        for segments, study in zip(studies.values(), lists, strict=True)
        for segment, suggested in zip(segments, study, strict=True)
    ]
    scores = {
        name: [recall(marked, suggested[:top], fuzzy) for marked, suggested in pairs]
        for name, (top, fuzzy) in MEASURES.items()
    }
    return lists, scores


def _table(title: str, found: dict[str, tuple[list[Lists], Scores]], studies: Studies) -> Table:
    table = Table(title, *(f"recall {name}" for name in MEASURES), *(f"{k} 10" for k in studies))
    for name, (_, scores) in found.items():
        whole = [f"{100 * mean(scores[measure]):.1f}" for measure in MEASURES]
        table.add_row(name, *whole, *_by_kind(scores["10"], studies))
    return table


def _by_kind(values: Sequence[float], studies: Studies) -> list[str]:
    written, start = [], 0
    for segments in studies.values():
        written.append(f"{100 * mean(values[start : start + len(segments)]):.1f}")
        start += len(segments)
    return written


def _differences(found: dict[str, tuple[list[Lists], Scores]]) -> Table:
    table = Table("ours minus", *(f"recall {name} (95%)" for name in MEASURES))
    mine = found["ours"][1]
    for name, (_, scores) in found.items():
        if name != "ours":
            table.add_row(name, *(_interval(mine[m], scores[m]) for m in MEASURES))
    return table


def _interval(a: Sequence[float], b: Sequence[float]) -> str:
    middle, low, high = (100 * value for value in difference(a, b))
    return f"{middle:+.1f} ({low:+.1f} to {high:+.1f})"


def _show(studies: Studies, lists: dict[str, list[Lists]], console: Console) -> None:
    for number, segments in enumerate(studies.values()):
        for place, segment in enumerate(segments):
            console.print(f"\n{segment.id}", style="bold")
            console.print(escape(f"  marked: {'; '.join(segment.phrases)}"), soft_wrap=True)
            for name, studied in lists.items():
                listed = "; ".join(studied[number][place])
                console.print(escape(f"  {name}: {listed}"), soft_wrap=True)


if __name__ == "__main__":
    main()
