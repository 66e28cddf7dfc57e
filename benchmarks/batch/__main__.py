"""`python -m benchmarks.batch`: the batch run, measured or killed."""

import secrets
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import click
from rich.console import Console

from benchmarks.batch.cluster import cluster, is_there, over_dask
from benchmarks.batch.command import suggest, workplace
from benchmarks.batch.corpus import (
    FULL,
    USUAL,
    Corpus,
    every_second,
    folder_of,
    shuffled_table,
)
from benchmarks.batch.killing import Suggest, Verdict, killed, same, undisturbed
from benchmarks.batch.measuring import SAMPLE, measure
from benchmarks.reporting import machine, table, write_figures


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--full", is_flag=True, help=f"{FULL:,} chats instead of {USUAL:,}.")
@click.option("--chats", type=click.IntRange(2), help="Another number of chats.")
@click.option("--rounds", default=3, show_default=True, help="How often each is measured.")
@click.option("--sample", default=SAMPLE, show_default=True, help="Chats for YAKE and TextRank.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write the figures here.")
@click.option("--kill", is_flag=True, help="Kill runs and compare their files instead.")
@click.option("--seed", type=int, help="Of the moments at which runs are killed.")
def main(
    full: bool,
    chats: int | None,
    rounds: int,
    sample: int,
    target: Path | None,
    kill: bool,
    seed: int | None,
) -> None:
    """Measure `qualkit suggest --from` over invented chats, or see that killing does no harm."""
    corpus = Corpus(chats or (FULL if full else USUAL))
    if kill:
        sys.exit(0 if _kill(corpus, seed or secrets.randbelow(1 << 32)) else 1)
    results = measure(corpus, rounds, sample)
    where = machine()
    Console().print(table(results, f"{corpus.chats:,} chats, {rounds} rounds", where))
    if target:
        write_figures(target, results, where, quick=False)


def _kill(corpus: Corpus, seed: int) -> bool:
    """Print what was compared, and tell whether all of it holds."""
    console = Console()
    console.print(f"{corpus.chats:,} chats, --seed {seed}", style="dim")
    holds = True
    for verdict in _verdicts(corpus, Random(seed)):
        holds &= verdict.holds
        console.print(f"{'yes' if verdict.holds else '[red]NO[/red] '} {verdict.what}")
        for line in verdict.told.splitlines():
            console.print(f"    {line}", style="dim", highlight=False)
    console.print("All of it holds." if holds else "[red]Not all of it holds.[/red]")
    return holds


def _verdicts(corpus: Corpus, rng: Random) -> Iterator[Verdict]:
    folder = folder_of(corpus)
    with workplace() as work:
        place = work.folder
        two = _suggest(folder, 2)
        expected, whole = undisturbed(two, place)
        yield from killed(two, place, expected, whole, rng)
        for workers in (1, 3):
            yield same(_suggest(folder, workers), place, expected, f"workers {workers}")
        table, half = place / "chats.jsonl", place / "half"
        shuffled_table(folder, table, rng)
        yield same(_suggest(table, 2), place, expected, "a table in another order")
        every_second(folder, half)
        yield same(two, place, expected, "half of it before the rest", _suggest(half, 1))
        if is_there():
            with cluster(2, work.fresh("cluster")) as address:
                dask = _suggest(folder, 2, over_dask(address))
                yield same(dask, place, expected, "Dask with 2 worker processes")


def _suggest(folder: Path, workers: int, more: Sequence[str] = ()) -> Suggest:
    return lambda out, cache: suggest(folder, out, cache, workers, more)


if __name__ == "__main__":
    main()
