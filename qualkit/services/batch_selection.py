"""Choosing the sources of a batch: by what they are, who is in them, when they were held."""

from collections.abc import Callable, Sequence

from qualkit.domain.batch_selection import BatchSelection, SelectedSources
from qualkit.domain.quotability import PassageTerms, Quotability
from qualkit.domain.rounds import RoundSource
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.services.cases import Cases
from qualkit.services.rounds import Rounds
from qualkit.services.source_terms import Terms
from qualkit.services.sources import Sources
from qualkit.services.workspace import Workspace
from qualkit.store.queue import sources_read, sources_suggested

KnownAmong = Callable[[Sequence[Source]], frozenset[str]]
"""Gives the ids of those of some sources of which everything was read in a batch before."""


def select(
    workspace: Workspace, asked: BatchSelection, known_among: KnownAmong | None = None
) -> SelectedSources:
    """Give the sources that were asked for; those that hold all that is asked.

    Sources of which nothing may be printed are never among them, for the file of a batch holds
    their words. `known_among` is asked, with `new_only`, for sources that are in no batch that was
    loaded.

    Raises:
        NotFoundError: there is no source, group, case or round of a name.
        AmbiguousNameError: more than one goes by it.
    """
    database = workspace.database
    with database.reading():
        fitting = _fitting(workspace, asked)
        terms = Terms(workspace).some([source.id for source in fitting])
        closed = {key for key, held in terms.items() if held.quotability is Quotability.NOT_AT_ALL}
        unread = (
            {each.id for each in fitting} - sources_read(database) if asked.read_only else set()
        )
        old = sources_suggested(database) if asked.new_only else frozenset[str]()
    left = [each for each in fitting if each.id not in closed | unread]
    if asked.new_only and known_among is not None:
        old |= known_among([each for each in left if each.id not in old])
    return SelectedSources(
        tuple(each for each in left if each.id not in old),
        tuple(each for each in fitting if each.id in closed),
        tuple(each for each in fitting if each.id in unread - closed),
        tuple(each for each in left if each.id in old),
    )


def closed_passages(workspace: Workspace) -> dict[str, tuple[Span, ...]]:
    """Give the stretches of which nothing may be printed, by the ids of their versions.

    What overlaps one of them does not go into the file of a batch.
    """
    found: dict[str, list[Span]] = {}
    closed = workspace.database.find(
        PassageTerms, "quotability = ?", [Quotability.NOT_AT_ALL], 'version_id, start, "end"'
    )
    for terms in closed:
        found.setdefault(terms.version_id, []).append(terms.span)
    return {version_id: tuple(spans) for version_id, spans in found.items()}


def _fitting(workspace: Workspace, asked: BatchSelection) -> list[Source]:
    """Give the sources that hold all that is asked, by number."""
    wanted = _named(workspace, asked)
    return [
        source
        for source in workspace.database.find(Source, order="number")
        if (wanted is None or source.id in wanted)
        and (not asked.kinds or source.kind in asked.kinds)
        and _is_between(source, asked)
    ]


def _is_between(source: Source, asked: BatchSelection) -> bool:
    """Tell whether a source is of the days that are asked for; one without a day is of none."""
    if source.held_on is None:
        return asked.since is None and asked.until is None
    return (asked.since is None or asked.since <= source.held_on) and (
        asked.until is None or source.held_on <= asked.until
    )


def _named(workspace: Workspace, asked: BatchSelection) -> frozenset[str] | None:
    """Give the ids of sources that are asked for by name, case, group and round; None for all."""
    found: list[frozenset[str]] = []
    if asked.sources:
        sources = Sources(workspace)
        found.append(frozenset(sources.find(name).id for name in asked.sources))
    cases = Cases(workspace)
    if asked.cases:
        ids = {cases.find(label).id for label in asked.cases}
        found.append(_of_cases(cases, lambda case_id, _group_id: case_id in ids))
    if asked.groups:
        groups = {cases.find_group(pattern).id for pattern in asked.groups}
        found.append(_of_cases(cases, lambda _case_id, group_id: group_id in groups))
    if asked.round:
        chosen = Rounds(workspace).find(asked.round)
        read = workspace.database.find(
            RoundSource, "round_id = ? AND read_at IS NOT NULL", [chosen.id]
        )
        found.append(frozenset(each.source_id for each in read))
    return frozenset.intersection(*found) if found else None


def _of_cases(cases: Cases, is_wanted: Callable[[str, str], bool]) -> frozenset[str]:
    """Give the ids of the sources of some cases."""
    return frozenset(
        source.id
        for case, _label, sources in cases.entries()
        if is_wanted(case.id, case.group_id)
        for source in sources
    )
