"""The codebook as a tree: what is folded, what is counted, and what a code means."""

from contextlib import suppress
from textwrap import fill

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.codes import Code, CodeCounts, CodeEntry, CodeStatus
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import OperationEntry
from qualkit.domain.text import one_line
from qualkit.errors import ProjectBusyError
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.colours import colour_name
from qualkit.tui.profile_words import PROFILE_WORDS
from qualkit.tui.screens.code_meaning import parts_of
from qualkit.tui.screens.prompts import Notice
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of, local_time

EMPTY = N_(
    """There is no code yet.

{meaning}

Press n to make one, or select a passage while reading and name what you see."""
)

EMPTY_WIDTH = 72

PLACE = "codebook"
"""The bookmark of where one was, what was folded, and whether retired codes were left out."""

UNDO, REDO = "undo", "redo"
"""Kinds of operation that take another one back, or do it again."""

FOLDED, OPEN, BARE, COLOURED = "▸ ", "▾ ", "  ", "■"


class CodebookTree(QualkitScreen):
    """Shows the codes, and keeps where one was."""

    SCREEN_NAME = "codebook"
    HEADING = N_("Codebook")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012

    def compose_body(self) -> ComposeResult:
        """Put what the code at the cursor means under the tree."""
        kept = self.project.bookmarks.get(PLACE)
        self._folded = set(str(kept.get("folded", "")).split())
        self._with_retired = bool(kept.get("retired", 1))
        self._at = str(kept.get("at", ""))
        self._parents: dict[str, str | None] = {}
        self._branches: set[str] = set()
        words = PROFILE_WORDS[self.project.info.profile]
        self._table: TableList[CodeEntry] = table(
            (
                Column("", _colour_sign, 1, kind=_colour_kind),
                Column(_("Code"), self._named),
                Column(_("Codings"), lambda e: _number(self._counts(e).codings), 7, right=True),
                Column(_("Sources"), lambda e: _number(self._counts(e).sources), 7, right=True),
                Column(_("Cases"), lambda e: _number(self._counts(e).cases), 6, right=True),
            ),
            key=lambda entry: entry.code.id,
            words=lambda entry: f"{entry.path} {entry.code.words}",
            empty=_(EMPTY).format(meaning=fill(_(words.code), EMPTY_WIDTH)),
        )
        self._table.folded_away = lambda entry: any(map(self._is_folded, self._above(entry)))
        with Container(id="codebook-body"):
            yield self._table
            yield Static("", classes="detail", id="code-detail", markup=False)

    def on_mount(self) -> None:
        """Show the codes, from where one was."""
        self.show_codes(self._at)
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the codes anew."""
        if touched & {"codes", "codings", "cases", "sources", "project", "memos"}:
            self.show_codes()

    def keep_place(self) -> None:
        """Keep where one is, and what is folded."""
        place: dict[str, int | str] = {
            "at": self.code.id if self.code else "",
            "folded": " ".join(sorted(self._folded)),
            "retired": int(self._with_retired),
        }
        self.project.bookmarks.put(PLACE, place)

    def on_unmount(self) -> None:
        """Keep the place when the program is closed."""
        with suppress(ProjectBusyError):
            self.keep_place()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the code at the cursor."""
        if self.code is None:
            return None
        name = _("the code '{name}'").format(name=self.code.name)
        return Target(ObjectType.CODE, self.code.id), name

    @property
    def code(self) -> Code | None:
        """The code at the cursor."""
        entry = self._table.current
        return entry.code if entry else None

    def need_code(self) -> Code | None:
        """Give the code at the cursor; where there is none, say so."""
        if self.code is None:
            self.say(_("There is no code here yet. n makes one."))
        return self.code

    def show_codes(self, at: str = "") -> None:
        """Show the codes as they are now, with the cursor where it was or on the code `at`."""
        entries = self.project.codes.entries(retired=self._with_retired)
        self._parents = {entry.code.id: entry.code.parent_id for entry in entries}
        self._branches = {parent for parent in self._parents.values() if parent in self._parents}
        self._folded.difference_update(self._above_id(self._parents.get(at)))
        self._table.set_items(entries, at)
        self.set_heading(_("Codebook"), count_of(len(entries), "code"))

    def action_fold_code(self) -> None:
        """Fold the codes below the one at the cursor away, or show them."""
        if self.code and self.code.id in self._branches:
            self._folded ^= {self.code.id}
            self._table.set_items(self._table.all)
        else:
            self.say(_("No codes lie below this one."))

    def action_fold_all(self) -> None:
        """Fold every branch; when all are folded, show every code."""
        code = self.code
        if code is None:
            return
        if self._branches <= self._folded:
            self._folded = set()
            self._table.set_items(self._table.all)
        else:
            self._folded = set(self._branches)
            # The cursor goes to the root of its branch, which stays in sight.
            root = [code.id, *self._above_id(code.parent_id)][-1]
            self._table.set_items(self._table.all, root)

    def action_to_parent(self) -> None:
        """Fold an open branch; elsewhere, go to the code above."""
        code = self.code
        if code is None:
            return
        if code.id in self._branches and code.id not in self._folded:
            self.action_fold_code()
        elif code.parent_id in self._parents:
            self._table.set_items(self._table.all, code.parent_id)
        else:
            self.say(_("This code is at the top."))

    def action_hide_retired(self) -> None:
        """Leave retired codes out, or show them again."""
        self._with_retired = not self._with_retired
        self.show_codes()
        told = (
            _("Retired codes are shown.") if self._with_retired else _("Retired codes are hidden.")
        )
        self.say(told)

    def action_show_story(self) -> None:
        """Tell how the code came to be."""
        code = self.need_code()
        if code:
            title = _("The story of '{name}'").format(name=code.name)
            steps = self.project.codes.history(code.id)
            self.app.push_screen(Notice(title, "\n\n".join(map(_told, steps))))

    @on(RowList.Moved)
    def _describe_current(self) -> None:
        entry = self._table.current
        said: Content | str = ""
        if entry:
            about = Target(ObjectType.CODE, entry.code.id)
            said = _detail(entry, self.project.memos.count_of(about))
        self.query_one("#code-detail", Static).update(said)

    def _above(self, entry: CodeEntry) -> list[str]:
        """Give the ids of the codes above one, as far as they are shown, the nearest first."""
        return self._above_id(entry.code.parent_id)

    def _above_id(self, above: str | None) -> list[str]:
        found = []
        while above in self._parents:
            found.append(above)
            above = self._parents[above]
        return found

    def _is_folded(self, code_id: str) -> bool:
        return code_id in self._folded

    def _counts(self, entry: CodeEntry) -> CodeCounts:
        """Give the counts of a code; of a folded one, with the codes below it."""
        return entry.with_below if entry.code.id in self._folded else entry.counts

    def _named(self, entry: CodeEntry) -> str:
        sign = BARE
        if entry.code.id in self._branches:
            sign = FOLDED if entry.code.id in self._folded else OPEN
        name = entry.code.name
        if entry.code.status is CodeStatus.RETIRED:
            name = _("{name}  (retired)").format(name=name)
        return f"{'  ' * entry.depth}{sign}{name}"


def _told(entry: OperationEntry) -> str:
    """Tell a step of a code's story: when and who, what, and why."""
    step = entry.operation
    what = {UNDO: _("Undone: {what}"), REDO: _("Done again: {what}")}.get(step.kind, "{what}")
    lines = [f"{local_time(step.at)}  {step.actor}", "  " + what.format(what=step.summary)]
    if step.why:
        lines.append("  " + _("Because: {why}").format(why=step.why))
    return "\n".join(lines)


def _detail(entry: CodeEntry, memos: tuple[int, int]) -> Content:
    """Tell what a code means: its path, marks and memos, and all that was said of it."""
    code = entry.code
    marks = [term(mark) for mark in (code.level, code.colour) if mark]
    if count := sum(memos):
        # The key stands here, because only here it is known that there is something to see.
        told = _("{memos} on it or citing it: , shows them")
        marks.append(told.format(memos=count_of(count, "memo")))
    head = [(entry.path, "bold"), (f"  {', '.join(marks)}" if marks else "", "$muted")]
    said = [one_line(code.description)] if code.description else []
    said.extend(parts_of(code))
    return Content("\n").join(
        [Content.assemble(*head), Content("\n".join(said) or _("Not described; d does that."))]
    )


def _colour_sign(entry: CodeEntry) -> str:
    return COLOURED if entry.code.colour else " "


def _colour_kind(entry: CodeEntry) -> str:
    return colour_name(entry.code.colour) if entry.code.colour else ""


def _number(count: int) -> str:
    return str(count) if count else "-"
