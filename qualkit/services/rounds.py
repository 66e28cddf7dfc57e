"""Rounds: the sources gone through once more, each round with its own order and read state."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from qualkit.domain.codes import clean_name
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.rounds import (
    Coverage,
    Round,
    RoundEntry,
    RoundOrder,
    RoundSource,
    RoundView,
    in_order,
)
from qualkit.domain.sources import Source
from qualkit.domain.text import folded
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.bookmarks import bookmarks
from qualkit.store.counts import evidence_words, passages_by_source
from qualkit.store.journal import Step
from qualkit.store.labels import source_labels
from qualkit.translation import N_, _

TOUCHED = frozenset({"rounds"})


class Rounds:
    """Rounds of reading and coding; at most one of them is running."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[Round, ...]:
        """Give every round, the first begun first."""
        return tuple(self._workspace.database.find(Round, order="begun_at, id"))

    def entries(self) -> tuple[RoundEntry, ...]:
        """Give every round with how many sources there are, and how many were read in it."""
        sources = self._count_sources()
        rows = self._workspace.database.tuples(
            "SELECT round_id, count(read_at) FROM round_source GROUP BY round_id"
        )
        read = dict(rows)
        return tuple(RoundEntry(each, sources, read.get(each.id, 0)) for each in self.all())

    def running(self) -> Round | None:
        """Give the round that is going on, if any is."""
        running = [each for each in self.all() if each.closed_at is None]
        return running[-1] if running else None

    def running_entry(self) -> RoundEntry | None:
        """Give the round that is going on, with how many sources were read in it."""
        return next((each for each in self.entries()[::-1] if not each.round.closed_at), None)

    def find(self, name: str) -> Round:
        """Give the round with this name or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one id begins so.
        """
        rounds = self.all()
        try:
            return pick(N_("round"), name, rounds, lambda each: [each.name])
        except NotFoundError as error:
            try:
                return pick_by_id(N_("round"), name, rounds, lambda each: each.id)
            except NotFoundError:
                raise error from None

    def view(self, round_id: str | None = None) -> RoundView:
        """Give the sources in the order of a round, with what is coded and whether they were read.

        Sources that came in later stand at the end. Without a round they stand by number. No text
        is read for it.

        Raises:
            NotFoundError: the round is gone.
        """
        found = self._workspace.get(Round, round_id) if round_id else None
        places = self._places(round_id) if round_id else {}
        lines = self._coverage({key: place.read_at for key, place in places.items()})
        last = len(places) + 1
        lines.sort(key=lambda line: _place_of(line.source, places, last))
        return RoundView(found, tuple(lines))

    def next_unread(self, source_id: str | None = None) -> Source | None:
        """Give the next source of the running round that was not read, after one or from the begin.

        Behind the last it begins anew; None when all were read or no round is going on.
        """
        running = self.running()
        if running is None:
            return None
        places = self._places(running.id)
        sources = self._workspace.database.find(Source)
        sources.sort(key=lambda source: _place_of(source, places, len(places) + 1))
        here = next((at + 1 for at, each in enumerate(sources) if each.id == source_id), 0)
        for source in (*sources[here:], *sources[:here]):
            place = places.get(source.id)
            if source.id != source_id and (place is None or place.read_at is None):
                return source
        return None

    def is_read(self, source_id: str) -> bool:
        """Tell whether a source was read in the running round."""
        running = self.running()
        found = running and self._places(running.id, source_id).get(source_id)
        return bool(found and found.read_at)

    def read_sources(self) -> frozenset[str]:
        """Give the ids of the sources that were read in the running round."""
        running = self.running()
        if running is None:
            return frozenset()
        rows = self._workspace.database.tuples(
            "SELECT source_id FROM round_source WHERE round_id = ? AND read_at IS NOT NULL",
            [running.id],
        )
        return frozenset(source_id for (source_id,) in rows)

    @locked
    def begin(
        self, name: str, order: RoundOrder = RoundOrder.NUMBERED, note: str = "", why: str = ""
    ) -> Outcome[Round]:
        """Begin a round over all sources, none of them read; a round that is going on is closed.

        Raises:
            InvalidInputError: the name is empty.
            NameTakenError: there is a round of that name.
        """
        begun = Round(new_id(), clean_name(name), utc_now(), order, note.strip())
        for other in self.all():
            if folded(other.name) == folded(begun.name):
                raise NameTakenError(
                    _("There is a round '{name}' already.").format(name=other.name)
                )
        running = self.running()
        summary = _("Began the round '{name}'").format(name=begun.name)
        if running:
            summary = _("Began the round '{name}'; closed '{other}'").format(
                name=begun.name, other=running.name
            )
        with self._workspace.journal.operation("round.begin", summary, why) as step:
            if running:
                step.change(replace(running, closed_at=begun.begun_at))
            step.add(begun)
            step.add_all(
                RoundSource(new_id(), begun.id, source.id, position)
                for position, source in enumerate(self._ordered(begun), start=1)
            )
        return Outcome(begun, TOUCHED)

    @locked
    def read(self, source_id: str, read: bool = True) -> Outcome[RoundSource]:
        """Mark a source as read in the running round, or as not read.

        Raises:
            InvalidInputError: no round is going on.
            NotFoundError: the source is gone.
        """
        source, running = self._workspace.get(Source, source_id), self._running()
        said = _("Read P{number} in the round '{name}'")
        if not read:
            said = _("P{number} is not read in the round '{name}'")
        summary = said.format(number=source.number, name=running.name)
        with self._workspace.journal.operation("round.read", summary) as step:
            self._take_in(step, running)
            place = self._places(running.id, source_id)[source_id]
            if read is not (place.read_at is not None):
                place = step.change(replace(place, read_at=utc_now() if read else None))
        return Outcome(place, TOUCHED)

    @locked
    def reorder(self, order: RoundOrder, why: str = "") -> Outcome[Round]:
        """Put the sources of the running round in another order; what was read stays read.

        Raises:
            InvalidInputError: no round is going on.
        """
        changed = replace(self._running(), order=order)
        summary = _("Put the sources of the round '{name}' in another order").format(
            name=changed.name
        )
        with self._workspace.journal.operation("round.order", summary, why) as step:
            step.change(changed)
            self._take_in(step, changed)
            places = self._places(changed.id)
            for position, source in enumerate(self._ordered(changed), start=1):
                step.change(replace(places[source.id], position=position))
        return Outcome(changed, TOUCHED)

    @locked
    def close(self, why: str = "") -> Outcome[Round]:
        """Close the running round, whatever was read in it.

        Raises:
            InvalidInputError: no round is going on.
        """
        closed = replace(self._running(), closed_at=utc_now())
        summary = _("Closed the round '{name}'").format(name=closed.name)
        with self._workspace.journal.operation("round.close", summary, why) as step:
            step.change(closed)
        return Outcome(closed, TOUCHED)

    def _running(self) -> Round:
        running = self.running()
        if running is None:
            raise InvalidInputError(
                _("No round is going on."),
                _("'qualkit round begin NAME' begins one; on the screen of rounds n does."),
            )
        return running

    def _take_in(self, step: Step, running: Round) -> None:
        """Let sources that came in later stand at the end of a round."""
        places = self._places(running.id)
        late = [
            source
            for source in self._workspace.database.find(Source, order="number")
            if source.id not in places
        ]
        last = max((place.position for place in places.values()), default=0)
        step.add_all(
            RoundSource(new_id(), running.id, source.id, position)
            for position, source in enumerate(late, start=last + 1)
        )

    def _places(self, round_id: str, source_id: str | None = None) -> dict[str, RoundSource]:
        some = "" if source_id is None else " AND source_id = ?"
        wanted = [round_id] if source_id is None else [round_id, source_id]
        found = self._workspace.database.find(RoundSource, f"round_id = ?{some}", wanted)
        return {place.source_id: place for place in found}

    def _ordered(self, of: Round) -> Sequence[Source]:
        density = {line.source.id: line.density for line in self._coverage({})}
        sources = self._workspace.database.find(Source)
        return in_order(of.order, sources, lambda source: density[source.id], of.id)

    def _coverage(self, read: Mapping[str, datetime | None]) -> list[Coverage]:
        database = self._workspace.database
        words, passages = evidence_words(database), passages_by_source(database)
        labels, visits = source_labels(database), self._visits()
        return [
            Coverage(
                source,
                labels.get(source.id) or source.title,
                words.get(source.id, 0),
                passages.get(source.id, 0),
                read.get(source.id),
                visits.get(source.id),
            )
            for source in database.find(Source, order="number")
        ]

    def _visits(self) -> dict[str, date]:
        """Give the day on which each source was last opened for reading."""
        visits: dict[str, date] = {}
        for prefix in ("read:", "reader:"):
            for name, value in bookmarks(self._workspace.database, prefix).items():
                source_id = name.removeprefix(prefix)
                if "on" in value:
                    day = date.fromisoformat(value["on"])
                    visits[source_id] = max(day, visits.get(source_id, day))
        return visits

    def _count_sources(self) -> int:
        return int(self._workspace.database.value("SELECT count(*) FROM source"))


def _place_of(source: Source, places: dict[str, RoundSource], last: int) -> tuple[int, int]:
    place = places.get(source.id)
    return (place.position if place else last, source.number)
