"""Snapshots of the board: taken, compared with each other or with now, and gone back to."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.boards import BoardSnapshot
from qualkit.domain.text import one_line
from qualkit.domain.themes import ThemeStatus
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.words import count_of, local_time

EMPTY = N_("""There is no snapshot yet.

A snapshot keeps the whole board, with a note
on what you see in it. You can compare it with
the board later, and go back to it.

Press n to take one.""")


class BoardSnapshotsScreen(QualkitScreen):
    """Shows the snapshots, and what changed since the one at the cursor."""

    SCREEN_NAME = "board_snapshots"
    HEADING = N_("Snapshots of the board")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("board_snapshots")]

    def compose_body(self) -> ComposeResult:
        """Put what changed since a snapshot below the list."""
        yield RowList[BoardSnapshot](
            self._draw, lambda snapshot: snapshot.id, height=2, empty=_(EMPTY)
        )
        with VerticalScroll(id="snapshot-changes", can_focus=False):
            yield Static(id="changes", markup=False)

    def on_mount(self) -> None:
        """Show the snapshots, newest first."""
        self._show()
        self._rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the snapshots anew."""
        if touched & {"board", "themes", "codes"}:
            self._show()

    @work
    async def action_take_snapshot(self) -> None:
        """Ask for a note and keep the board."""
        hint = _("What do you see in it now? Why is it worth keeping?")
        note = await self.app.push_screen_wait(TextPrompt(_("Snapshot of the board"), hint=hint))
        if note is not None:
            outcome = self.attempt(lambda: self.project.board_snapshots.take(note))
            if outcome:
                self.done(outcome, _("The board is kept as it is."))
                self._rows.move_to(0)

    @work
    async def action_compare_with(self) -> None:
        """Pick another snapshot, and tell what changed from the older to the newer."""
        here = self._rows.current
        others = [each for each in self._rows.items if here and each.id != here.id]
        if here is None or not others:
            self.say(_("To compare there have to be two; below is what changed since this one."))
            return
        choices = [Choice(each.id, _named(each)) for each in others]
        picked = await self.app.push_screen_wait(
            Picker(_("Compare {snapshot} with").format(snapshot=_named(here)), choices)
        )
        if picked:
            other = next(each for each in others if each.id == picked[0])
            old, new = sorted((here, other), key=lambda each: each.taken_at)
            told = self.project.board_snapshots.compare(old, new).sentences()
            title = _("From {old} to {new}").format(old=_named(old), new=_named(new))
            self.app.push_screen(Notice(title, "\n".join(told or [_("Nothing changed.")])))

    @work
    async def action_go_back(self) -> None:
        """Tell what going back does, and do it."""
        snapshot = self._need_snapshot()
        if snapshot is None:
            return
        way = self.attempt(lambda: self.project.board_snapshots.way_back(snapshot.id))
        if way is None:
            return
        said = way.sentences() or (_("The board is as it was then already."),)
        why = await self.ask_why(
            _("Back to the board of {moment}").format(moment=local_time(snapshot.taken_at)),
            "\n".join([*said[:12], *(["…"] if len(said) > 12 else [])]),
        )
        if why is not None:
            outcome = self.attempt(lambda: self.project.board_snapshots.restore(snapshot.id, why))
            if outcome:
                self.done(outcome, _("The board is as it was then."))

    def action_remove_snapshot(self) -> None:
        """Remove the snapshot at the cursor."""
        snapshot = self._need_snapshot()
        if snapshot:
            outcome = self.attempt(lambda: self.project.board_snapshots.remove(snapshot.id))
            if outcome:
                self.done(outcome, _("The snapshot is removed."))

    @on(RowList.Chosen)
    def _open(self) -> None:
        snapshot = self._rows.current
        if snapshot:
            self.app.push_screen(Notice(_named(snapshot), _text_of(snapshot)))

    @on(RowList.Moved)
    def _show_changes(self) -> None:
        snapshot = self._rows.current
        shown = self.query_one("#changes", Static)
        if snapshot is None:
            shown.update("")
            return
        told = self.project.board_snapshots.compare(snapshot).sentences()
        lines = told or (_("Nothing changed on the board since."),)
        shown.update("\n".join([_("Since then:"), *(f"- {line}" for line in lines)]))

    def _need_snapshot(self) -> BoardSnapshot | None:
        if self._rows.current is None:
            self.say(_("There is no snapshot yet. n takes one."))
        return self._rows.current

    @property
    def _rows(self) -> RowList[BoardSnapshot]:
        return self.query_one(RowList)

    def _show(self) -> None:
        snapshots = self.project.board_snapshots.all()[::-1]
        self._rows.set_items(snapshots)
        self.set_heading(_(self.HEADING), count_of(len(snapshots), "snapshot"))

    def _draw(self, snapshot: BoardSnapshot, width: int) -> Sequence[Line]:
        shown = [each for each in snapshot.themes if each.status is not ThemeStatus.DROPPED]
        about = f"{snapshot.author} · {count_of(len(shown), 'theme')}"
        note = one_line(snapshot.note) or _("(no note)")
        return [
            [(local_time(snapshot.taken_at), "accent"), (cut(f"  {about}", width - 16), "muted")],
            [(cut(f"  {note}", width), "")],
        ]


def _named(snapshot: BoardSnapshot) -> str:
    return f"{local_time(snapshot.taken_at)}  {one_line(snapshot.note, 40)}".strip()


def _text_of(snapshot: BoardSnapshot) -> str:
    """Give the board of a snapshot as text: themes with what was put in them."""
    parts = [snapshot.note] if snapshot.note else []
    for theme in snapshot.themes:
        if theme.status is not ThemeStatus.DROPPED:
            idea = theme.central_idea or _("no central idea yet")
            lines = [theme.name, f"  {idea}"]
            lines += [f"  - {code.name}" for code in theme.codes]
            if theme.passages:
                lines.append(f"  - {count_of(len(theme.passages), 'passage')}")
            parts.append("\n".join(lines))
    return "\n\n".join(parts)
