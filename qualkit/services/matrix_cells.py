"""The cells of framework matrices: written in one's own words, and resting on passages.

A cell is of no matrix: whatever matrix has the case and the theme or code shows it.
"""

from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.cases import Case, ParticipantGroup, format_label
from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment
from qualkit.domain.framework import (
    NOT_YET_READ,
    Cell,
    CellContent,
    CellPassage,
    CellPlace,
    CellState,
)
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.store.matrix_cells import cell_contents, codings_of_case, passages_for
from qualkit.translation import _

TOUCHED = frozenset({"matrices"})


class MatrixCells:
    """What cases say about themes and codes, as the researcher puts it."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def content(self, place: CellPlace) -> CellContent:
        """Give what stands in a cell."""
        found = cell_contents(self._workspace.database, [place.head], place.case_id)
        return found.get(place, NOT_YET_READ)

    def offered(self, place: CellPlace) -> tuple[CodedSegment, ...]:
        """Give the passages that a cell may rest on, by source and place; none is put in it.

        These are the case's own, in the theme or with the code or one below it, and those that the
        cell rests on already.
        """
        linked = self.content(place).coding_ids
        return passages_for(self._workspace.database, place, linked)

    @locked
    def write(self, place: CellPlace, summary: str, why: str = "") -> Outcome[CellContent]:
        """Write a cell in one's own words; without words only its passages remain."""
        now = self.content(place)
        return self.keep(place, replace(now, summary=summary, nothing_said=False), why)

    @locked
    def mark_nothing_said(self, place: CellPlace, why: str = "") -> Outcome[CellContent]:
        """Keep that a case was read, and that nothing was said about it.

        Raises:
            InvalidInputError: there are words or passages in the cell.
        """
        return self.keep(place, replace(self.content(place), nothing_said=True), why)

    @locked
    def clear(self, place: CellPlace, why: str = "") -> Outcome[CellContent]:
        """Take everything out of a cell, which is then not yet read."""
        return self.keep(place, NOT_YET_READ, why)

    @locked
    def link(
        self, place: CellPlace, coding_ids: Sequence[str], why: str = ""
    ) -> Outcome[CellContent]:
        """Let a cell rest on coded passages of its case, besides those it has.

        Raises:
            InvalidInputError: one of them is not in a source of the case.
        """
        now = self.content(place)
        linked = tuple(dict.fromkeys((*now.coding_ids, *coding_ids)))
        return self.keep(place, replace(now, coding_ids=linked, nothing_said=False), why)

    @locked
    def unlink(
        self, place: CellPlace, coding_ids: Sequence[str], why: str = ""
    ) -> Outcome[CellContent]:
        """Let a cell no longer rest on some passages; their codings stay."""
        now = self.content(place)
        left = tuple(each for each in now.coding_ids if each not in coding_ids)
        return self.keep(place, replace(now, coding_ids=left), why)

    @locked
    def keep(self, place: CellPlace, content: CellContent, why: str = "") -> Outcome[CellContent]:
        """Let a cell hold this and nothing else, as one step.

        Raises:
            InvalidInputError: it says that nothing was said and has words or passages, or one of
                the passages is not in a source of the case.
            NotFoundError: the case, theme or code is gone.
        """
        content = replace(content, summary=content.summary.strip())
        label, name = self._names(place)
        if content.nothing_said and (content.summary or content.coding_ids):
            raise InvalidInputError(
                _("There are words or passages at {label} and '{name}'.").format(
                    label=label, name=name
                ),
                _("Clear the cell first; then it can say that nothing was said."),
            )
        self._refuse_of_others(place, content)
        summary = _summary(content).format(label=label, name=name)
        with self._workspace.journal.operation("matrix.cell", summary, why) as step:
            self._change(step, place, content)
        return Outcome(self.content(place), TOUCHED)

    def _change(self, step: Step, place: CellPlace, content: CellContent) -> None:
        """Bring the rows of a cell to what it is to hold; what is there already is left alone."""
        database = self._workspace.database
        cell = self._cell(place)
        before = self.content(place)
        if content == before:
            return
        links = database.find(CellPassage, "cell_id = ?", [cell.id]) if cell else []
        for link in links:
            if link.coding_id not in content.coding_ids:
                step.delete(link)
        if content.state is CellState.NOT_YET_READ:
            if cell:
                step.delete(cell)
            return
        kept = replace(
            cell or self._new_cell(place),
            summary=content.summary,
            nothing_said=content.nothing_said,
            author=self._workspace.settings.coder,
            changed_at=utc_now(),
        )
        step.change(kept) if cell else step.add(kept)
        for coding_id in content.coding_ids:
            if coding_id not in before.coding_ids:
                step.add(CellPassage(new_id(), kept.id, coding_id))

    def _cell(self, place: CellPlace) -> Cell | None:
        head = place.head
        found = self._workspace.database.find(
            Cell,
            "case_id = ? AND theme_id IS ? AND code_id IS ?",
            [place.case_id, head.theme_id, head.code_id],
        )
        return found[0] if found else None

    def _new_cell(self, place: CellPlace) -> Cell:
        head, coder = place.head, self._workspace.settings.coder
        return Cell(new_id(), place.case_id, coder, utc_now(), head.theme_id, head.code_id)

    def _names(self, place: CellPlace) -> tuple[str, str]:
        """Give the label of the case and the name of the theme or code."""
        case = self._workspace.get(Case, place.case_id)
        group = self._workspace.get(ParticipantGroup, case.group_id)
        label = format_label(group.pattern, case.number)
        if place.head.theme_id:
            return label, self._workspace.get(Theme, place.head.theme_id).name
        return label, self._workspace.get(Code, place.head.code_id or "").name

    def _refuse_of_others(self, place: CellPlace, content: CellContent) -> None:
        new = set(content.coding_ids) - set(self.content(place).coding_ids)
        own = codings_of_case(self._workspace.database, place.case_id, new)
        if new - own:
            raise InvalidInputError(
                _("A cell rests on passages of its own case only."),
                _("Choose coded segments from a source of that case."),
            )


def _summary(content: CellContent) -> str:
    """Say what was done to a cell, with {label} and {name}."""
    if content.state is CellState.NOT_YET_READ:
        return _("Emptied the cell of {label} and '{name}'")
    if content.state is CellState.NOTHING_SAID:
        return _("Noted that {label} said nothing about '{name}'")
    return _("Wrote the cell of {label} and '{name}'")
