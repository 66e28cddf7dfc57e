"""Labels: groups of participants, how they are printed, and who has which number."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.cases import LabelGroup, LabelledCase, NumberOrder, format_label
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.mosaic import MosaicLabel
from qualkit.domain.quotability import Attribution
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.mosaic_text import standing_told
from qualkit.tui.printing_words import NAMES
from qualkit.tui.screens.mosaic import MosaicScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table

EMPTY = N_("""No source is printed under a label yet.

A source gets one in its form: Esc, then the source.""")

REAL_NAMES = N_("Real names are kept apart, by 'qualkit key' on the command line.")

ORDERS = {
    NumberOrder.SHUFFLED: N_("the number tells nothing"),
    NumberOrder.INTERVIEW: N_("as they were spoken with; who knows the dates can guess"),
    NumberOrder.TITLE: N_("by the titles of their sources"),
}


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A group, or somebody in it."""

    group: LabelGroup
    member: LabelledCase | None
    printed: MosaicLabel | None = None
    """What is printed under the label of a participant, or under the name of the group."""

    @property
    def key(self) -> str:
        """Names the row."""
        return self.member.case.id if self.member else self.group.group.id


class LabelsScreen(QualkitScreen):
    """Lists the groups with their participants; Enter shows all that is printed under one."""

    SCREEN_NAME = "labels"
    HEADING = N_("Labels")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("labels")]

    def compose_body(self) -> ComposeResult:
        """Put what is to be known above and below the groups."""
        yield Static("", id="labels-told", markup=False)
        self._table: TableList[LabelRow] = table(
            (
                Column(_("Label"), _label, 20, kind=_kind),
                Column(_("Who or what"), _about),
                Column(_("Printed"), _printed, 8, right=True),
                Column(_("Looked at"), _standing, 24, kind="muted"),
            ),
            key=lambda row: row.key,
            words=lambda row: f"{_label(row)} {_about(row)} {row.group.group.pattern}",
            empty=_(EMPTY),
        )
        yield self._table
        yield Static(_(REAL_NAMES), id="labels-names", markup=False)

    def on_mount(self) -> None:
        """Show the groups."""
        super().on_mount()
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the groups anew."""
        if touched & {"cases", "sources", "themes", "mosaic", "replacements", "vignettes"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the participant at the cursor."""
        row = self._table.current
        if row is None or row.member is None:
            return super().memo_about()
        return Target(ObjectType.CASE, row.member.case.id), row.member.label

    @work
    async def action_edit_pattern(self) -> None:
        """Ask for another pattern of the group at the cursor."""
        row = self._need_row()
        if row is None:
            return
        group = row.group.group
        outcome = await self.ask_and_keep(
            _("How is the group printed?"),
            lambda pattern: self.project.labels.describe(group.id, pattern=pattern),
            value=group.pattern,
            hint=_("{I} stands for a Roman number, {1} for an Arabic one: Politie {I}."),
        )
        if outcome:
            told = _("The group is printed as '{label}'.")
            self.done(outcome, told.format(label=outcome.value.pattern))

    @work
    async def action_edit_role(self) -> None:
        """Ask who the participants of the group at the cursor are."""
        row = self._need_row()
        if row is None:
            return
        group = row.group.group
        outcome = await self.ask_and_keep(
            _("Who are they?"),
            lambda role: self.project.labels.describe(group.id, role=role),
            value=group.role,
            hint=_("As the material is described, such as: rechercheurs van zes eenheden."),
        )
        if outcome:
            self.done(outcome, _("Kept."))

    @work
    async def action_choose_detail(self) -> None:
        """Ask under which name the words of the group at the cursor are printed."""
        row = self._need_row()
        if row is None:
            return
        group = row.group.group
        choices = [Choice(each.value, term(each), _(about)) for each, about in NAMES.items()]
        picked = await self.app.push_screen_wait(Picker(_("Printed under which name?"), choices))
        if picked:
            attribution = Attribution(picked[0])
            outcome = self.attempt(
                lambda: self.project.labels.describe(group.id, attribution=attribution)
            )
            if outcome:
                self.done(outcome, _("Kept: {detail}.").format(detail=_(NAMES[attribution])))

    @work
    async def action_renumber(self) -> None:
        """Ask in which order the participants of the group at the cursor are numbered."""
        row = self._need_row()
        if row is None:
            return
        choices = [Choice(each.value, term(each), _(about)) for each, about in ORDERS.items()]
        picked = await self.app.push_screen_wait(Picker(_("Number them anew"), choices))
        if picked:
            order, seed = NumberOrder(picked[0]), secrets.randbelow(2**31)
            outcome = self.attempt(
                lambda: self.project.labels.renumber(row.group.group.id, order, seed)
            )
            if outcome:
                self.done(outcome, _("They have other numbers; every quote follows."))

    @work
    async def action_change_number(self) -> None:
        """Ask for another number of the participant at the cursor."""
        row = self._table.current
        if row is None or row.member is None:
            self.say(_("Put the cursor on a participant."))
            return
        case = row.member.case
        outcome = await self.ask_and_keep(
            _("Which number does {label} get?").format(label=row.member.label),
            lambda answer: self.project.labels.give_number(case.id, _number(answer)),
            hint=_("Who has that number gets the one that comes free."),
        )
        if outcome:
            label = format_label(row.group.group.pattern, outcome.value.number)
            self.done(outcome, _("It is printed as {label} now.").format(label=label))

    @on(RowList.Chosen)
    def _open(self) -> None:
        row = self._table.current
        if row is None:
            return
        if row.printed is None:
            self.say(_("Nothing is printed under that label yet."))
            return
        self.app.push_screen(MosaicScreen(row.printed.label))

    def _need_row(self) -> LabelRow | None:
        if self._table.current is None:
            self.say(_("There is no group here."))
        return self._table.current

    def _show(self) -> None:
        printed = {each.label: each for each in self.project.mosaic.labels()}
        groups = self.project.labels.groups()
        self._table.set_items([row for group in groups for row in _rows(group, printed)])
        waiting = sum(not each.holds for each in printed.values())
        self.set_heading(_("Labels"), _waiting_told(waiting))
        told = [
            _("More than one participant is printed as '{label}'.").format(label=label)
            for label in self.project.labels.shared()
        ]
        warning = self.query_one("#labels-told", Static)
        warning.update("\n".join(told))
        warning.set_class(bool(told), "-shown")


def _rows(group: LabelGroup, printed: dict[str, MosaicLabel]) -> Iterator[LabelRow]:
    """Give a group and everybody in it; one who is the whole group has no row of its own."""
    bare = format_label(group.group.pattern, None)
    if len(group.members) == 1 and not group.has_numbers:
        yield LabelRow(group, group.members[0], printed.get(bare))
        return
    yield LabelRow(group, None, printed.get(bare))
    for member in group.members:
        yield LabelRow(group, member, printed.get(member.label))


def _label(row: LabelRow) -> str:
    if row.member is None:
        return row.group.group.pattern
    return f"  {row.member.label}" if row.group.has_numbers else row.member.label


def _kind(row: LabelRow) -> str:
    return "strong" if row.member is None else ""


def _about(row: LabelRow) -> str:
    if row.member:
        return ", ".join(f"P{source.number} {source.title}" for source in row.member.sources)
    return f"({term(row.group.group.attribution)}) {row.group.group.role}".strip()


def _printed(row: LabelRow) -> str:
    return str(len(row.printed.pieces)) if row.printed else ""


def _standing(row: LabelRow) -> str:
    return standing_told(row.printed) if row.printed else ""


def _waiting_told(waiting: int) -> str:
    if not waiting:
        return _("every label was looked at")
    told = ngettext("{count} label to look at", "{count} labels to look at", waiting)
    return told.format(count=waiting)


def _number(answer: str) -> int:
    """Read a number; what is none is told as one that is too small."""
    return int(answer) if answer.strip().isdecimal() else 0
