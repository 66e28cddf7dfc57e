"""A first look at much material: which phrases come back, how often, by how many, where first.

It goes by what batches keep of the texts, so that what was read once is not read again. It counts;
it gives no code, no theme and no order of importance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from qualkit.domain.batch_documents import Document, SetAside
from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.phrase_overview import (
    NewPhrases,
    OverviewWish,
    PhraseLine,
    PhraseOrder,
    PhraseOverview,
    SourceName,
)
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source, SourceKind
from qualkit.domain.suggestions import Rejection
from qualkit.domain.text import folded
from qualkit.language.frequent import Frequent
from qualkit.language.lexicon import Ints
from qualkit.language.ranking import Ranked
from qualkit.services.batch_local import LocalEngine, cores
from qualkit.services.batch_masks import Masks
from qualkit.services.batch_ranking import RankedSet, SetPieces
from qualkit.services.batch_rows import ChosenPlaces, chosen_places
from qualkit.services.batch_run import BatchRun, Engine, Progress, not_rejected
from qualkit.services.batches import Batches
from qualkit.services.identifiers import Identifiers
from qualkit.services.replacements import Replacements
from qualkit.services.suggestions import spare
from qualkit.services.workspace import Workspace

MOST_GROUPS = 15
"""Lines on which it is told where phrases first come up."""

Rejected = Sequence[tuple[Rejection, int | None]]
"""Each with the number of the source it is for; None for all."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What an overview is of."""

    title: str
    names: tuple[SourceName, ...]
    """Of the sources of the set, in its order."""
    by_date: bool = False
    kind: SourceKind | None = None


class PhraseOverviews:
    """Looks over sources of a project."""

    def __init__(self, workspace: Workspace, batches: Batches) -> None:
        """Read from an open project."""
        self._workspace = workspace
        self._batches = batches

    def over(
        self,
        sources: Sequence[Source],
        wish: OverviewWish,
        engine: Engine,
        pipeline: str | None = None,
        hides: bool = True,
        progress: Progress | None = None,
    ) -> PhraseOverview:
        """Give the phrases that come back in some sources; what was rejected is not among them.

        Turns of interviewers and helpers are left out, and so are passages of which nothing may be
        printed. Sources are looked at in the order of their days when all have one, by number
        otherwise.

        Args:
            sources: Which.
            wish: How many phrases, of which, and what stands first.
            engine: Where texts are read that no batch has read before.
            pipeline: A pipeline by name; None for that of the settings, or the best there is.
            hides: Mask what could give somebody away, as it must be in a file.
            progress: Called as it goes on.

        Raises:
            PipelineMissingError: the pipeline that was asked for cannot be used.
        """
        ordered, by_date = _in_order(sources)
        kinds = {source.kind for source in ordered}
        run = self._batches.run(engine, pipeline, progress)
        pieces, named_sources = self._batches.read(run, ordered)
        named = zip(named_sources.names, named_sources.labels, ordered, strict=True)
        looked_at = LookedAt(
            self._workspace.database.find(ProjectInfo)[0].title,
            tuple(SourceName(name, label, source.held_on) for name, label, source in named),
            by_date,
            kinds.pop() if len(kinds) == 1 else None,
        )
        rejected = self._batches.rejections(ordered)
        masks = self._batches.masks(hides)
        return overview(run, pieces, looked_at, wish, masks, rejected)


def printed_overview(workspace: Workspace) -> PhraseOverview:
    """Give what a report tells of the phrases of a whole project, masked."""
    batches = Batches(workspace, Identifiers(workspace, Replacements(workspace)))
    sources = batches.select(BatchSelection()).sources
    return PhraseOverviews(workspace, batches).over(sources, OverviewWish(), LocalEngine(cores()))


def documents_overview(
    run: BatchRun,
    documents: Iterable[Document | SetAside],
    title: str,
    wish: OverviewWish,
    masks: Masks,
    count: int | None = None,
) -> PhraseOverview:
    """Give the phrases that come back in documents of no project, in the order of their names.

    `count` is how many there are, if that is known.
    """
    pieces, sources = run.read_documents(documents, count)
    named = zip(sources.names, sources.labels, strict=True)
    names = tuple(SourceName(name, label) for name, label in named)
    return overview(run, pieces, LookedAt(title, names), wish, masks)


def overview(
    run: BatchRun,
    pieces: SetPieces,
    looked_at: LookedAt,
    wish: OverviewWish,
    masks: Masks,
    rejected: Rejected = (),
) -> PhraseOverview:
    """Give the phrases that come back in a set that was read."""
    whole = RankedSet(run.parts, pieces, run.language)
    frequent = Frequent(whole.tally, whole.scale)
    # A phrase that was rejected somewhere may fall back, or out.
    asked = wish.top + spare([rejection for rejection, _number in rejected])
    by_spread = wish.order is PhraseOrder.SPREAD
    chosen = frequent.most(whole.forms, asked, by_spread, wish.least_words)
    heard = _Heard(pieces, looked_at.names)
    kept = not_rejected(chosen, rejected)
    lines = heard.lines(*chosen_places(run.parts, whole, kept, len(kept)), masks)
    everywhere = {folded(each.lemma) for each, number in rejected if number is None}
    first = pieces.source[frequent.shared_first(everywhere)]
    return PhraseOverview(
        title=looked_at.title,
        language=run.language,
        order=wish.order,
        lines=_first(lines, wish),
        participants=heard.participants,
        sources=len(heard.sources),
        words=whole.words,
        new=tuple(heard.new(first)) if heard.participants > 1 else (),
        shared=len(first),
        by_date=looked_at.by_date,
        kind=looked_at.kind,
        pipeline=run.pipeline,
        set_aside=run.set_aside,
    )


class _Heard:
    """Counts in whose words phrases stand."""

    def __init__(self, pieces: SetPieces, names: Sequence[SourceName]) -> None:
        self._names = names
        self.sources: Ints = np.unique(pieces.source)
        numbers: dict[str, int] = {}
        whose = [numbers.setdefault(name.whose, len(numbers)) for name in names]
        self._whose = np.array(whose, dtype=np.int64)
        self.participants = len(np.unique(self._whose[self.sources]))

    def lines(
        self, chosen: Sequence[Ranked], places: ChosenPlaces, surfaces: Sequence[str], masks: Masks
    ) -> list[tuple[tuple[int, int], PhraseLine]]:
        """Give phrases as they are printed, each with where it first stands."""
        printed = masks.over(chosen, places.rank, places.surface, places.mask, surfaces)
        count = len(chosen) + 1
        times = np.bincount(places.rank, minlength=count)
        sources = _different(places.rank, places.source, count)
        participants = _different(places.rank, self._whose[places.source], count)
        # A place where the words are masked is not told, so that it does not tell who is meant.
        told = np.flatnonzero(printed.kept)
        ranks, first = np.unique(places.rank[told], return_index=True)
        found = []
        for rank, at in zip(ranks.tolist(), told[first].tolist(), strict=True):
            one, source = printed.ranked[rank - 1], int(places.source[at])
            line = PhraseLine(
                phrase=one.phrase,
                lemma=one.lemma,
                times=int(times[rank]),
                participants=int(participants[rank]),
                sources=int(sources[rank]),
                first=self._names[source],
                line=int(places.line[at]),
            )
            found.append(((source, int(places.start[at])), line))
        return found

    def new(self, first: Ints) -> Iterator[NewPhrases]:
        """Tell how many phrases first come up where, by the numbers of the sources."""
        counts = np.bincount(np.searchsorted(self.sources, first), minlength=len(self.sources))
        size = max(1, -(-len(counts) // MOST_GROUPS))
        for begin in range(0, len(counts), size):
            group = self.sources[begin : begin + size].tolist()
            yield NewPhrases(
                sources=tuple(self._names[source] for source in group),
                new=int(counts[begin : begin + size].sum()),
            )


def _different(rank: Ints, of: Ints, count: int) -> Ints:
    """Count the different numbers for each rank."""
    pairs = np.unique(np.stack([rank, of]), axis=1)
    found: Ints = np.bincount(pairs[0], minlength=count)
    return found


def _first(
    lines: Iterable[tuple[tuple[int, int], PhraseLine]], wish: OverviewWish
) -> tuple[PhraseLine, ...]:
    """Give the first lines in order; of equals what came up first stands first."""

    def by(item: tuple[tuple[int, int], PhraseLine]) -> tuple[object, ...]:
        place, line = item
        counts = (-line.times, -line.participants)
        return *(counts[::-1] if wish.order is PhraseOrder.SPREAD else counts), place

    chosen = sorted(lines, key=by)[: wish.top]
    if wish.order is PhraseOrder.FIRST:
        chosen.sort(key=itemgetter(0))
    return tuple(line for _place, line in chosen)


def _in_order(sources: Sequence[Source]) -> tuple[list[Source], bool]:
    """Give sources by their days when all have one, and tell so; by number otherwise."""
    numbered = sorted(sources, key=lambda each: each.number)
    dated = [(each.held_on, each) for each in numbered if each.held_on is not None]
    if not numbered or len(dated) < len(numbered):
        return numbered, False
    return [each for _day, each in sorted(dated, key=lambda pair: pair[0])], True
