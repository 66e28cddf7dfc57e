"""Groups of participants: how they are printed, and who has which number."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qualkit.domain.cases import (
    Case,
    LabelGroup,
    LabelledCase,
    NumberOrder,
    ParticipantGroup,
    check_pattern,
    has_number,
    labels_shared,
)
from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import Attribution
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError, NameTakenError
from qualkit.services.cases import TOUCHED, Cases
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.translation import _

LARGEST_NUMBER = 99_999
"""A participant with a higher number is a mistake in typing."""


class Labels:
    """How groups of participants are printed; every screen and export follows."""

    def __init__(self, workspace: Workspace, cases: Cases) -> None:
        """Work on an open project."""
        self._workspace = workspace
        self._cases = cases

    def groups(self) -> tuple[LabelGroup, ...]:
        """Give every group that holds somebody, by pattern."""
        with self._workspace.database.reading():
            entries, groups = self._cases.entries(), self._cases.groups()
        members: dict[str, list[LabelledCase]] = {group.id: [] for group in groups}
        for case, label, sources in entries:
            members[case.group_id].append(LabelledCase(case, label, sources))
        return tuple(
            LabelGroup(group, tuple(members[group.id])) for group in groups if members[group.id]
        )

    def of(self, group_id: str) -> LabelGroup:
        """Give one group with everybody in it.

        Raises:
            NotFoundError: it is gone.
        """
        group = self._workspace.get(ParticipantGroup, group_id)
        found = [each for each in self.groups() if each.group.id == group_id]
        return found[0] if found else LabelGroup(group, ())

    def shared(self) -> tuple[str, ...]:
        """Give the labels under which more than one participant is printed."""
        return labels_shared(self._cases.groups(), self._workspace.database.find(Case))

    @locked
    def describe(
        self,
        group_id: str,
        pattern: str | None = None,
        role: str | None = None,
        attribution: Attribution | None = None,
        why: str = "",
    ) -> Outcome[ParticipantGroup]:
        """Change the pattern of a group, who they are, or under which name they are printed.

        What is None stays.

        Raises:
            NameTakenError: two participants would be printed under one label.
            InvalidInputError: the pattern is not one.
        """
        group = self._workspace.get(ParticipantGroup, group_id)
        changed = replace(
            group,
            pattern=group.pattern if pattern is None else check_pattern(pattern),
            role=group.role if role is None else one_line(role),
            attribution=attribution or group.attribution,
        )
        if changed.pattern != group.pattern:
            self._refuse_taken(changed)
            summary = _("Changed the label '{old}' to '{new}'").format(
                old=group.pattern, new=changed.pattern
            )
        else:
            summary = _("Described the participants '{label}'").format(label=group.pattern)
        with self._workspace.journal.operation("case.relabel", summary, why) as step:
            if changed != group:
                step.change(changed)
        return Outcome(changed, TOUCHED)

    def relabel(self, pattern: str, new_pattern: str, why: str = "") -> Outcome[ParticipantGroup]:
        """Print a whole group under another pattern.

        Raises:
            NotFoundError: no group has the pattern.
            NameTakenError: two participants would be printed under one label.
            InvalidInputError: the new one is not a pattern.
        """
        return self.describe(self._cases.find_group(pattern).id, pattern=new_pattern, why=why)

    @locked
    def renumber(
        self, group_id: str, order: NumberOrder, seed: int = 0, why: str = ""
    ) -> Outcome[LabelGroup]:
        """Number the participants of a group from 1, shuffled or in an order that was chosen.

        The same seed shuffles the same way. The history does not tell it, nor who got which
        number: with an older export beside it, that would tell who is who.

        Raises:
            InvalidInputError: the pattern of the group has no number.
        """
        there = self._numbered(group_id)
        members = _in_order(there.members, order, seed)
        summary = _("Numbered the participants '{label}' anew").format(label=there.group.pattern)
        with self._workspace.journal.operation("case.renumber", summary, why) as step:
            for number, member in enumerate(members, start=1):
                _give(step, member.case, number)
        return Outcome(self.of(group_id), TOUCHED)

    @locked
    def give_number(self, case_id: str, number: int, why: str = "") -> Outcome[Case]:
        """Give a participant a number; who had it gets the number that comes free.

        Raises:
            InvalidInputError: it is no number for a participant, or the pattern has none.
        """
        case = self._workspace.get(Case, case_id)
        there = self._numbered(case.group_id)
        if number < 1:
            raise InvalidInputError(_("Numbers begin at 1."))
        if number > LARGEST_NUMBER:
            raise InvalidInputError(_("Numbers end at {number}.").format(number=LARGEST_NUMBER))
        summary = _("Gave a participant of '{label}' another number").format(
            label=there.group.pattern
        )
        with self._workspace.journal.operation("case.renumber", summary, why) as step:
            for member in there.members:
                if member.case.number == number and member.case.id != case_id:
                    _give(step, member.case, case.number)
            _give(step, case, number)
        return Outcome(replace(case, number=number), TOUCHED)

    @locked
    def swap(self, case_id: str, other_id: str, why: str = "") -> Outcome[tuple[Case, Case]]:
        """Let two participants of a group have each other's number.

        Raises:
            InvalidInputError: they are in two groups.
        """
        one, other = self._workspace.get(Case, case_id), self._workspace.get(Case, other_id)
        if one.group_id != other.group_id:
            raise InvalidInputError(
                _("They are in two groups, with numbers of their own."),
                _("'qualkit case assign SOURCE LABEL' puts a source under another label."),
            )
        pattern = self._workspace.get(ParticipantGroup, one.group_id).pattern
        summary = _("Let two participants of '{label}' change numbers").format(label=pattern)
        with self._workspace.journal.operation("case.renumber", summary, why) as step:
            _give(step, one, other.number)
            _give(step, other, one.number)
        swapped = replace(one, number=other.number), replace(other, number=one.number)
        return Outcome(swapped, TOUCHED)

    def _numbered(self, group_id: str) -> LabelGroup:
        """Give a group whose participants can have numbers.

        Raises:
            InvalidInputError: its pattern has none.
        """
        there = self.of(group_id)
        if not has_number(there.group.pattern):
            raise InvalidInputError(
                _("'{pattern}' has no number.").format(pattern=there.group.pattern),
                _("Give it a place for one first: 'Politie {I}' or 'Politie {1}'."),
            )
        return there

    def _refuse_taken(self, changed: ParticipantGroup) -> None:
        """Refuse a pattern under which two participants would be printed alike.

        Raises:
            NameTakenError: they would, or another group has the pattern already.
        """
        groups = self._cases.groups()
        others = [group for group in groups if group.id != changed.id]
        if any(group.pattern == changed.pattern for group in others):
            raise NameTakenError(
                _("Another group of participants is printed as '{label}' already.").format(
                    label=changed.pattern
                )
            )
        cases = self._workspace.database.find(Case)
        before = set(labels_shared(groups, cases))
        taken = [each for each in labels_shared([*others, changed], cases) if each not in before]
        if taken:
            raise NameTakenError(
                _("More than one participant would be printed as '{label}'.").format(
                    label=taken[0]
                ),
                _("Keep {I} or {1} in the pattern; a group may be printed by its role alone."),
            )


def _give(step: Step, case: Case, number: int | None) -> None:
    if case.number != number:
        step.change(replace(case, number=number))


def _in_order(members: Sequence[LabelledCase], order: NumberOrder, seed: int) -> list[LabelledCase]:
    if order is NumberOrder.TITLE:
        return sorted(members, key=_by_title)
    by_day = sorted(members, key=_by_day)
    if order is NumberOrder.SHUFFLED:
        # From the same beginning, so that a seed gives the same numbers whenever it is used.
        random.Random(seed).shuffle(by_day)
    return by_day


def _by_day(member: LabelledCase) -> tuple[date, int]:
    """Give when somebody was first spoken with, as far as that is known."""
    days = [source.held_on for source in member.sources if source.held_on]
    numbers = [source.number for source in member.sources]
    return min(days, default=date.max), min(numbers, default=0)


def _by_title(member: LabelledCase) -> str:
    return min((source.title.casefold() for source in member.sources), default="")
