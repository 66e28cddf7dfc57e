"""All memos in one place: found by kind, subject, person, day and words, and followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.memos import MemoDraft, MemoEntry, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.periods import ALWAYS
from qualkit.domain.text import one_line
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.following import follow
from qualkit.tui.memo_writing import change_memo, go_on_with
from qualkit.tui.narrowing import (
    ask_period,
    period_choices,
    person_choices,
    pick_what_to_show,
    picked_person,
)
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of, local_time

EMPTY = N_("""There is no memo yet.

Press m on any screen: on a passage, a code, a theme or a source.
Here, m writes one on the project as a whole.""")

EMPTY_FILTER = N_("There is no such memo. f shows the others.")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A memo that was being written when the program was closed."""

    draft: MemoDraft
    about: str


Row = MemoEntry | Unfinished


class MemosScreen(QualkitScreen):
    """Lists the memos, the newest first; unfinished ones stand on top."""

    SCREEN_NAME = "memos"
    HEADING = N_("Memos")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("memos")]

    def __init__(self, concerning: Target | None = None, name: str = "") -> None:
        """Begin with every memo, or with those on one thing, called `name`, and citing it."""
        super().__init__()
        self._wanted = MemoFilter(concerning=concerning)
        self._said = _("on {thing}, or citing it").format(thing=name) if concerning else ""
        """The filter in words."""

    def compose_body(self) -> ComposeResult:
        """Put the whole memo under the list."""
        rows = RowList[Row](_draw, _key, height=2, empty=_(EMPTY))
        self._table = TableList(rows, _words)
        yield self._table
        with VerticalScroll(can_focus=False, classes="memo-text"):
            yield Static("", id="memo", markup=False)

    def on_mount(self) -> None:
        """Show the memos."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the memos anew."""
        if touched & {"memos", "codes", "codings", "themes", "sources", "cases"}:
            self._show()

    @work
    async def action_edit_memo(self) -> None:
        """Change the memo at the cursor, or go on with an unfinished one."""
        row = self._table.current
        if isinstance(row, Unfinished):
            await go_on_with(self, row.draft, row.about)
            self._show()
        elif entry := self._need_memo():
            await change_memo(self, entry)
            self._show()

    def action_remove_memo(self) -> None:
        """Remove the memo at the cursor."""
        entry = self._need_memo()
        if entry:
            outcome = self.attempt(lambda: self.project.memos.remove(entry.memo.id))
            if outcome:
                said = _("The memo on {thing} is removed.")
                self.done(outcome, said.format(thing=entry.about))

    def action_share_memo(self) -> None:
        """Let the memo go along in exports, or keep it to its author."""
        entry = self._need_memo()
        if entry:
            shared = not entry.memo.shared
            outcome = self.attempt(lambda: self.project.memos.edit(entry.memo.id, shared=shared))
            if outcome:
                said = _("The memo is shared: exports have it.")
                if not shared:
                    said = _("The memo is private: {author} alone sees it, and no export has it.")
                self.done(outcome, said.format(author=entry.memo.author))

    @work
    async def action_follow_cited(self) -> None:
        """Go to what the memo cites; which of them, if there are more."""
        entry = self._need_memo()
        if entry is None:
            return
        if not entry.cited:
            self.say(_("It cites nothing. [[ in a memo cites a code, P3:27 a line."))
            return
        place = 0
        if len(entry.cited) > 1:
            choices = [Choice(str(place), name) for place, name in enumerate(entry.cites)]
            picked = await self.app.push_screen_wait(Picker(_("Go to what it cites"), choices))
            if not picked:
                return
            place = int(picked[0])
        follow(self, entry.cited[place], entry.cites[place])

    @work
    async def action_narrow(self) -> None:
        """Choose which memos are shown: a kind, a subject, a person, a period."""
        kinds = [Choice(f"kind:{kind}", term(kind).capitalize()) for kind in MemoKind]
        subjects = [
            Choice(f"on:{each}", _("on: {noun}").format(noun=term(each))) for each in ObjectType
        ]
        sharing = [Choice("shared", _("shared")), Choice("private", _("private"))]
        people = person_choices(entry.memo.author for entry in self.project.memos.entries())
        picked = await pick_what_to_show(
            self,
            _("Show which memos?"),
            [*kinds, *sharing, *subjects, *people, *period_choices()],
        )
        if picked is None:
            return
        asked = await ask_period(self, picked)
        period, when = asked or (ALWAYS, "")
        self._wanted = MemoFilter(
            kind=next((MemoKind(item[5:]) for item in picked if item.startswith("kind:")), None),
            object_type=next(
                (ObjectType(item[3:]) for item in picked if item.startswith("on:")), None
            ),
            author=picked_person(picked),
            shared=("shared" in picked) if {"shared", "private"} & {*picked} else None,
            period=period,
        )
        self._said = _in_words(self._wanted, when)
        self._show()
        self._table.rows.move_to(0)

    @on(RowList.Chosen)
    def _go_there(self) -> None:
        row = self._table.current
        if isinstance(row, Unfinished):
            self.action_edit_memo()
        elif row is not None:
            follow(self, row.memo.target, row.about)

    @on(RowList.Moved)
    def _read(self) -> None:
        row = self._table.current
        self.query_one("#memo", Static).update(_whole(row) if row else "")
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _need_memo(self) -> MemoEntry | None:
        row = self._table.current
        if isinstance(row, MemoEntry):
            return row
        self.say(_("There is no memo here.") if row is None else _("e finishes this memo first."))
        return None

    def _show(self) -> None:
        entries = self.project.memos.entries(self._wanted)[::-1]
        unfinished = () if self._said else self.project.drafts.all()
        self._table.empty = _(EMPTY_FILTER) if self._said else _(EMPTY)
        self._table.set_items([*(Unfinished(*each) for each in unfinished), *entries])
        heading = _("Memos: {filter}").format(filter=self._said) if self._said else _("Memos")
        told = count_of(len(entries), "memo")
        if hidden := self.project.memos.private_of_others():
            others = ngettext(
                "{count} private to someone else", "{count} private to others", hidden
            ).format(count=hidden)
            told = f"{told} · {others}"
        self.set_heading(heading, told)


def _key(row: Row) -> str:
    if isinstance(row, Unfinished):
        return f"draft:{row.draft.memo_id or row.draft.about}"
    return row.memo.id


def _words(row: Row) -> str:
    body = row.draft.body if isinstance(row, Unfinished) else row.memo.body
    return f"{row.about} {body}"


def _draw(row: Row, width: int) -> Sequence[Line]:
    if isinstance(row, Unfinished):
        what, body = _("[unfinished]  e goes on with it"), row.draft.body
    else:
        memo = row.memo
        private = "" if memo.shared else "  " + _("[private]")
        what, body = f"{local_time(memo.changed_at)}  {term(memo.kind)}{private}", memo.body
    about = _("on {thing}").format(thing=row.about)
    return [
        [(what, "accent"), (cut(f"  {about}", width - len(what)), "muted")],
        [(cut(one_line(body), width), "")],
    ]


def _whole(row: Row) -> str:
    if isinstance(row, Unfinished):
        return row.draft.body
    memo = row.memo
    parts = [memo.body]
    if row.cites:
        parts.append(_("Cites (c goes there): {things}").format(things=", ".join(row.cites)))
    told = _("{author}, {date}, on {thing}").format(
        author=memo.author, date=local_time(memo.created_at), thing=row.about
    )
    if memo.changed_at != memo.created_at:
        changed = _("changed {date}").format(date=local_time(memo.changed_at))
        told = f"{told}, {changed}"
    return "\n\n".join([*parts, told])


def _in_words(wanted: MemoFilter, when: str) -> str:
    """Write a filter as the line at the top shows it."""
    shared = {None: "", True: _("shared"), False: _("private")}[wanted.shared]
    parts = (
        term(wanted.kind) if wanted.kind else "",
        shared,
        _("on: {noun}").format(noun=term(wanted.object_type)) if wanted.object_type else "",
        _("by {name}").format(name=wanted.author) if wanted.author else "",
        when,
    )
    return ", ".join(filter(None, parts))
