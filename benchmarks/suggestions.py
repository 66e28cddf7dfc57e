"""Batch suggestion beside its bare spaCy pipeline over the same text."""

from collections.abc import Sequence
from statistics import median

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Pair, Result, by_turns
from benchmarks.plans import SHEET
from qualkit.domain.operations import Origin
from qualkit.domain.suggestions import Passage
from qualkit.language.loading import load_pipeline
from qualkit.language.pipeline import find_pipeline
from qualkit.language.reading import BATCH
from qualkit.language.suggest import suggest
from qualkit.services.project import Project

BUDGET = 1.10


def run(quick: bool) -> tuple[Result, ...]:
    """Suggest over a study of 100 conversations, and run the same pipeline bare, by turns."""
    with Project.open(project_of(SHEET), SETTINGS, Origin.BATCH) as project:
        passages = project.suggestions.passages()[: 300 if quick else None]
    info = find_pipeline("nl")
    pair = beside_bare(passages, runs=5 if quick else 9)
    words = sum(passage.text.count(" ") + 1 for passage in passages)
    # Without a tagger there is next to nothing to compare with: looking words up is all the work.
    budget = None if info.tier == "basic" else BUDGET
    note = f"tier {info.tier} ({info.name}), {words / median(pair.ours):,.0f} words a second" + (
        "; the budget is for a trained pipeline" if budget is None else ""
    )
    return (Result("suggestions / bare pipeline", pair.ratio, "x", budget, note),)


def beside_bare(passages: Sequence[Passage], runs: int) -> Pair:
    """Time candidates and ranking over passages beside the pipeline alone, by turns."""
    nlp = load_pipeline(find_pipeline("nl"), "nl")
    texts = [passage.text for passage in passages]

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass

    return by_turns(lambda: suggest(passages, "nl"), bare, runs)
