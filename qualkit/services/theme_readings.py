"""Reading a theme: its passages in a row, each of them stays, moves or is in doubt."""

from dataclasses import replace

from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_readings import (
    CurrentReading,
    PassageVerdict,
    ReadState,
    ThemeReading,
    Verdict,
)
from qualkit.domain.themes import Theme, ThemeStatus
from qualkit.errors import InvalidInputError
from qualkit.services.gathering import gather_passage, leave_passage, set_aside
from qualkit.services.memos import Memos
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.store.theme_members import is_in_theme, theme_members
from qualkit.store.theme_readings import last_reading, read_states
from qualkit.translation import _

TOUCHED = frozenset({"themes"})


class ThemeReadings:
    """Readings of themes by the person at work; another person has readings of her own."""

    def __init__(self, workspace: Workspace, memos: Memos) -> None:
        """Work on an open project."""
        self._workspace = workspace
        self._memos = memos

    def overview(self) -> dict[str, ReadState]:
        """Give by its id how far each theme was read, in one go and without any text."""
        states = read_states(self._workspace.database, self._me)
        themes = self._workspace.database.find(Theme, order="position, created_at")
        return {theme.id: states.get(theme.id, ReadState(theme.id)) for theme in themes}

    def new_since(self, theme_id: str) -> ReadState:
        """Give what is in a theme without a verdict in its last reading, with the date of that.

        Raises:
            NotFoundError: the theme is gone.
        """
        self._workspace.get(Theme, theme_id)
        states = read_states(self._workspace.database, self._me, theme_id)
        return states.get(theme_id, ReadState(theme_id))

    def current(self, theme_id: str) -> CurrentReading:
        """Give the passages of a theme, and what was decided on them in its last reading.

        Raises:
            NotFoundError: the theme is gone.
        """
        database = self._workspace.database
        self._workspace.get(Theme, theme_id)
        reading = last_reading(database, theme_id, self._me)
        verdicts = self._verdicts(reading) if reading else []
        return CurrentReading(
            reading,
            tuple(theme_members(database, [theme_id])),
            {each.coding_id: each.verdict for each in verdicts},
        )

    @locked
    def begin(self, theme_id: str) -> Outcome[ThemeReading]:
        """Read a theme anew: nothing is decided yet; an earlier reading stays on record.

        Raises:
            NotFoundError: the theme is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        summary = _("Began to read the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.read", summary) as step:
            last = last_reading(self._workspace.database, theme_id, self._me)
            if last and last.finished_at is None:
                step.change(replace(last, finished_at=utc_now()))
            reading = step.add(ThemeReading(new_id(), theme_id, self._me, utc_now()))
        return Outcome(reading, TOUCHED)

    @locked
    def decide(
        self, theme_id: str, coding_id: str, verdict: Verdict, doubt: str = "", why: str = ""
    ) -> Outcome[PassageVerdict]:
        """Keep that a passage stays or is in doubt; a `doubt` in words becomes a memo on it.

        The first decision begins a reading, one on something new goes on with the last.

        Raises:
            InvalidInputError: the passage is not in the theme, or this is no such verdict.
            NotFoundError: the theme or the passage is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        if verdict not in (Verdict.STAYS, Verdict.DOUBT):
            raise InvalidInputError(_("A passage stays, moves or is in doubt."))
        self._parts_with(theme, coding_id)
        said = _("Read the theme '{theme}': a passage stays")
        if verdict is Verdict.DOUBT:
            said = _("Read the theme '{theme}': a passage is in doubt")
        with self._workspace.journal.operation(
            "theme.read", said.format(theme=theme.name), why
        ) as step:
            kept = self._keep(step, theme_id, coding_id, verdict)
            if doubt.strip():
                about = Target(ObjectType.CODING, coding_id)
                self._memos.write(step, about, doubt, MemoKind.DOUBT)
        return Outcome(kept, TOUCHED | {"memos"} if doubt.strip() else TOUCHED)

    @locked
    def move(
        self,
        theme_id: str,
        coding_id: str,
        to_theme_id: str | None = None,
        fits: bool = True,
        why: str = "",
    ) -> Outcome[PassageVerdict]:
        """Move a passage to another theme, or out: to no theme, or to the tray "does not fit".

        It leaves the theme and every subtheme it lies in. Under a subtheme of its own theme it
        is still in that theme, and so stays.

        Raises:
            InvalidInputError: the passage is not in the theme, or is to move where it is.
            NotFoundError: one of the themes or the passage is gone.
        """
        database = self._workspace.database
        theme, coding = self._workspace.get(Theme, theme_id), self._workspace.get(Coding, coding_id)
        other = self._workspace.get(Theme, to_theme_id) if to_theme_id else None
        parts = self._parts_with(theme, coding_id)
        if other and [other.id] == parts:
            raise InvalidInputError(
                _("The passage is in the theme '{theme}' already.").format(theme=other.name)
            )
        summary = _summary(theme, other, fits)
        with self._workspace.journal.operation("theme.read", summary, why) as step:
            for part in parts:
                leave_passage(step, database, part, coding_id)
            if other:
                gather_passage(step, database, other.id, coding_id)
            elif not fits:
                set_aside(step, database, coding)
            verdict = (
                Verdict.STAYS if other and other.id in self._parts(theme_id) else Verdict.MOVES
            )
            kept = self._keep(step, theme_id, coding_id, verdict)
        return Outcome(kept, TOUCHED | {"board"})

    @locked
    def finish(self, theme_id: str) -> Outcome[ThemeReading]:
        """End the reading of a theme; what was not decided on is left for later.

        Raises:
            InvalidInputError: nothing of it was read.
            NotFoundError: the theme is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        current = self.current(theme_id)
        if current.reading is None:
            raise InvalidInputError(
                _("The theme '{theme}' was not read yet.").format(theme=theme.name),
                _("A reading begins with the first passage that is decided on."),
            )
        summary = _("Finished reading the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.read", summary) as step:
            finished = step.change(replace(current.reading, finished_at=utc_now()))
            for member in current.members:
                if current.is_open(member.coding_id):
                    self._put(step, finished, member.coding_id, Verdict.LATER)
        return Outcome(finished, TOUCHED)

    def _keep(self, step: Step, theme_id: str, coding_id: str, verdict: Verdict) -> PassageVerdict:
        """Keep a verdict in the last reading of a theme, or begin one with it."""
        reading = last_reading(self._workspace.database, theme_id, self._me)
        if reading is None:
            reading = step.add(ThemeReading(new_id(), theme_id, self._me, utc_now()))
        return self._put(step, reading, coding_id, verdict)

    def _put(
        self, step: Step, reading: ThemeReading, coding_id: str, verdict: Verdict
    ) -> PassageVerdict:
        there = self._workspace.database.find(
            PassageVerdict, "reading_id = ? AND coding_id = ?", [reading.id, coding_id]
        )
        if there:
            return step.change(replace(there[0], verdict=verdict, decided_at=utc_now()))
        return step.add(PassageVerdict(new_id(), reading.id, coding_id, verdict, utc_now()))

    def _verdicts(self, reading: ThemeReading) -> list[PassageVerdict]:
        return self._workspace.database.find(
            PassageVerdict, "reading_id = ?", [reading.id], "decided_at, id"
        )

    def _parts(self, theme_id: str) -> list[str]:
        """Give the ids of a theme and of all its subthemes, dropped ones apart."""
        parts = [theme_id]
        for part in parts:
            below = self._workspace.database.find(Theme, "parent_id = ?", [part], "position")
            parts.extend(each.id for each in below if each.status is not ThemeStatus.DROPPED)
        return parts

    def _parts_with(self, theme: Theme, coding_id: str) -> list[str]:
        """Give those of a theme and its subthemes in which a passage lies.

        Raises:
            InvalidInputError: it lies in none of them.
            NotFoundError: the passage is gone.
        """
        self._workspace.get(Coding, coding_id)
        database = self._workspace.database
        found = [part for part in self._parts(theme.id) if is_in_theme(database, part, coding_id)]
        if not found:
            raise InvalidInputError(
                _("That passage is not in the theme '{theme}'.").format(theme=theme.name),
                _("Another step may have moved it; 'qualkit history' tells."),
            )
        return found

    @property
    def _me(self) -> str:
        return self._workspace.settings.coder


def _summary(theme: Theme, other: Theme | None, fits: bool) -> str:
    """Say where a passage went, for the history."""
    if other:
        said = _("Read the theme '{theme}': a passage moves to '{other}'")
        return said.format(theme=theme.name, other=other.name)
    said = _("Read the theme '{theme}': a passage goes out of it")
    if not fits:
        said = _("Read the theme '{theme}': a passage does not fit")
    return said.format(theme=theme.name)
