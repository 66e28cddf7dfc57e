"""The board as it was: kept with a note, compared, and gone back to."""

from collections import defaultdict
from dataclasses import dataclass

from qualkit.domain.board_changes import BoardChanges, changes_between
from qualkit.domain.boards import (
    BoardSnapshot,
    Misfit,
    PlacedCode,
    PlacedPassage,
    PlacedTheme,
)
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.themes import Theme, ThemeCode, ThemePassage
from qualkit.errors import NotFoundError
from qualkit.services.board_restoring import restore_board
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.translation import N_, _, ngettext

TOUCHED = frozenset({"board"})
TOUCHED_ALL = frozenset({"board", "themes"})


@dataclass(frozen=True, slots=True)
class WayBack:
    """What going back to a snapshot does, as seen from now."""

    snapshot: BoardSnapshot
    changes: BoardChanges
    """From now to then."""
    lost_codes: tuple[str, ...]
    """Names of the codes that lay there and are in the codebook no longer."""
    lost_passages: int
    """Passages that lay there by themselves and are no longer coded."""

    def sentences(self) -> tuple[str, ...]:
        """Say it."""
        said = list(self.changes.sentences())
        if self.lost_codes:
            names = ", ".join(f"'{name}'" for name in self.lost_codes)
            said.append(
                _("These codes are gone and do not come back: {names}.").format(names=names)
            )
        if self.lost_passages:
            said.append(
                ngettext(
                    "{count} passage is no longer coded and does not come back.",
                    "{count} passages are no longer coded and do not come back.",
                    self.lost_passages,
                ).format(count=self.lost_passages)
            )
        return tuple(said)


class BoardSnapshots:
    """Snapshots of the board."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[BoardSnapshot, ...]:
        """Give every snapshot, oldest first; the first is number 1."""
        return tuple(self._workspace.database.find(BoardSnapshot, order="taken_at, rowid"))

    def find(self, name: str) -> BoardSnapshot:
        """Give the snapshot with this number (1 is the oldest), or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one id begins so.
        """
        snapshots = self.all()
        if name.isdecimal() and 1 <= int(name) <= len(snapshots):
            return snapshots[int(name) - 1]
        try:
            return pick_by_id(N_("snapshot of the board"), name, snapshots, lambda each: each.id)
        except NotFoundError as error:
            hint = _("'qualkit board snapshots' lists them.")
            raise NotFoundError(error.message, hint) from error

    @locked
    def take(self, note: str = "", why: str = "") -> Outcome[BoardSnapshot]:
        """Keep the whole board as it is now, with a note on what one sees in it."""
        snapshot = self.now(note.strip())
        summary = _("Took a snapshot of the board")
        if snapshot.note:
            summary = _("Took a snapshot of the board: {note}").format(
                note=one_line(snapshot.note, 80)
            )
        with self._workspace.journal.operation("board.snapshot", summary, why) as step:
            step.add(snapshot)
        return Outcome(snapshot, TOUCHED)

    @locked
    def remove(self, snapshot_id: str, why: str = "") -> Outcome[BoardSnapshot]:
        """Remove a snapshot; the board stays as it is.

        Raises:
            NotFoundError: it is gone.
        """
        snapshot = self._workspace.get(BoardSnapshot, snapshot_id)
        summary = _("Removed a snapshot of the board")
        with self._workspace.journal.operation("board.forget", summary, why) as step:
            step.delete(snapshot)
        return Outcome(snapshot, TOUCHED)

    def now(self, note: str = "") -> BoardSnapshot:
        """Give the board as it is, as a snapshot that is not kept."""
        database = self._workspace.database
        with database.reading():
            misfits = database.find(Misfit, order="rowid")
            return BoardSnapshot(
                id=new_id(),
                taken_at=utc_now(),
                author=self._workspace.settings.coder,
                note=note,
                themes=_placed_themes(database),
                misfit_codes=tuple(each.code_id for each in misfits if each.code_id),
                misfit_codings=tuple(each.coding_id for each in misfits if each.coding_id),
            )

    def compare(self, old: BoardSnapshot, new: BoardSnapshot | None = None) -> BoardChanges:
        """Tell what changed from one snapshot to another, or to now."""
        codes = self._workspace.database.find(Code)
        names = {code.id: code.name for code in codes}
        return changes_between(old, new or self.now(), names)

    def way_back(self, snapshot_id: str) -> WayBack:
        """Tell what `restore` would do, and do nothing.

        Raises:
            NotFoundError: it is gone.
        """
        database = self._workspace.database
        with database.reading():
            snapshot = self._workspace.get(BoardSnapshot, snapshot_id)
            codes = {code.id: code.name for code in database.find(Code)}
            lost = {
                placed.code_id: placed.name
                for theme in snapshot.themes
                for placed in theme.codes
                if placed.code_id not in codes
            }
            passages = {
                placed.coding_id for theme in snapshot.themes for placed in theme.passages
            }.union(snapshot.misfit_codings)
            changes = changes_between(self.now(), snapshot, codes)
            gone = sum(database.get(Coding, each) is None for each in passages)
        return WayBack(snapshot, changes, tuple(lost.values()), gone)

    @locked
    def restore(self, snapshot_id: str, why: str = "") -> Outcome[WayBack]:
        """Go back to a snapshot, as one step that can be undone.

        Themes made since are dropped, with all they hold. Themes that were removed since come back
        without claims and quotes. What is written in a theme that had no central idea then stays.

        Raises:
            NotFoundError: it is gone.
        """
        told = self.way_back(snapshot_id)
        summary = _("Went back to the board of {moment:%Y-%m-%d %H:%M}").format(
            moment=told.snapshot.taken_at.astimezone()
        )
        with self._workspace.journal.operation("board.restore", summary, why) as step:
            restore_board(step, self._workspace.database, told.snapshot)
        return Outcome(told, TOUCHED_ALL)


def _placed_themes(database: Database) -> tuple[PlacedTheme, ...]:
    names = {code.id: code.name for code in database.find(Code)}
    codes = defaultdict[str, list[PlacedCode]](list)
    for link in database.find(ThemeCode, order="position, id"):
        codes[link.theme_id].append(PlacedCode(link.code_id, names[link.code_id], link.belonging))
    passages = defaultdict[str, list[PlacedPassage]](list)
    for row in database.find(ThemePassage, order="rowid"):
        passages[row.theme_id].append(PlacedPassage(row.coding_id, row.belonging, row.stance))
    return tuple(
        PlacedTheme(
            theme_id=theme.id,
            name=theme.name,
            central_idea=theme.central_idea,
            status=theme.status,
            position=theme.position,
            parent_id=theme.parent_id,
            codes=tuple(codes[theme.id]),
            passages=tuple(passages[theme.id]),
        )
        for theme in database.find(Theme, order="position, created_at")
    )
