"""Pairs as a list: candidates and decisions, with what other decisions say against them."""

import json
from collections.abc import Iterable

from qualkit.analysis.duplicates.chains import Chains
from qualkit.domain.duplicates import DecidedPair, PairsWanted, pair_of
from qualkit.domain.pair_views import PairEntry
from qualkit.domain.sources import Source
from qualkit.domain.wording import listed
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.pairs import ListedCandidate, cases_of_sources, listed_candidates
from qualkit.translation import _, language_in_use

_Pair = tuple[str, str]


class Listing:
    """Everything that is known of pairs at one moment."""

    def __init__(self, database: Database, only: _Pair | None = None) -> None:
        """Read what was found and decided; of what was found all, or `only` one pair."""
        self._database = database
        decided = database.find(DecidedPair, order="decided_at DESC, id")
        self._decided = {(each.first_id, each.second_id): each for each in decided}
        found = listed_candidates(database, only)
        self._found = {(each.first_id, each.second_id): each for each in found}
        self._chains = Chains(decided)
        self._cases = cases_of_sources(database)

    def entries(self, include: PairsWanted) -> tuple[PairEntry, ...]:
        """Give pairs: those that wait, those in one case, and the decided."""
        open_pairs = [pair for pair in self._found if pair not in self._decided]
        waiting = [pair for pair in open_pairs if not self._is_one(pair)]
        wanted = {
            PairsWanted.WAITING: waiting,
            PairsWanted.DECIDED: list(self._decided),
            PairsWanted.ALL: [*waiting, *filter(self._is_one, open_pairs), *self._decided],
        }[include]
        return self._entries(wanted)

    def entry(self, first_id: str, second_id: str) -> PairEntry:
        """Give one pair, whether or not it is a candidate."""
        return self._entries([pair_of(first_id, second_id)])[0]

    def _is_one(self, pair: _Pair) -> bool:
        """Tell whether two are in one case, or the same by way of others."""
        none: frozenset[str] = frozenset()
        shared = self._cases.get(pair[0], none) & self._cases.get(pair[1], none)
        return bool(shared) or self._chains.are_same(*pair)

    def _entries(self, pairs: list[_Pair]) -> tuple[PairEntry, ...]:
        against = {pair: self._chains.against(*pair) for pair in pairs}
        ids = {each for pair in pairs for each in pair}
        for found in filter(None, against.values()):
            ids.update((found.first_id, found.second_id, *found.by_way_of))
        sources = self._sources(ids)
        labels = source_labels(self._database, ids)
        entries = []
        for pair in pairs:
            decided, found_pair, says = (
                self._decided.get(pair),
                self._found.get(pair),
                against[pair],
            )
            first, second = sorted((sources[each] for each in pair), key=lambda each: each.number)
            entries.append(
                PairEntry(
                    first,
                    second,
                    (labels.get(first.id, ""), labels.get(second.id, "")),
                    _reasons(found_pair, decided),
                    found_pair.likeness if found_pair else 0,
                    decided,
                    self._is_one(pair),
                    _told(
                        (sources[says.first_id], sources[says.second_id]),
                        [sources[each] for each in says.by_way_of],
                    )
                    if says
                    else "",
                )
            )
        return tuple(entries)

    def _sources(self, ids: Iterable[str]) -> dict[str, Source]:
        found = self._database.find(
            Source, "id IN (SELECT value FROM json_each(?))", [json.dumps(sorted(ids))]
        )
        return {source.id: source for source in found}


def _reasons(found: ListedCandidate | None, decided: DecidedPair | None) -> tuple[str, ...]:
    """Give the reasons as they are now, or as they were when it was decided."""
    if found:
        return found.told
    return decided.shown if decided else ()


def _told(different: tuple[Source, Source], way: list[Source]) -> str:
    one, other = sorted(source.number for source in different)
    return _(
        "P{one} and P{other} were held for different, but by way of {others} they are the same."
    ).format(
        one=one,
        other=other,
        others=listed([f"P{source.number}" for source in way], language_in_use()),
    )
