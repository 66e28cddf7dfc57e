"""Cases and the labels under which participants are printed."""

from qualkit.domain.cases import (
    Case,
    CaseKind,
    CaseSource,
    ParticipantGroup,
    check_label,
    format_label,
    parse_label,
)
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.sources import Source
from qualkit.errors import NotFoundError
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.labels import source_labels
from qualkit.translation import N_, _

TOUCHED = frozenset({"cases", "sources"})


class Cases:
    """Participants and other units of analysis."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def groups(self) -> tuple[ParticipantGroup, ...]:
        """Give the groups of participants, with their label patterns."""
        return tuple(self._workspace.database.find(ParticipantGroup, order="pattern"))

    def find(self, label: str) -> Case:
        """Give the case with this label or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one goes by it.
        """
        entries = self.entries()
        try:
            return pick(N_("case"), label, entries, lambda entry: [entry[1]])[0]
        except NotFoundError as error:
            try:
                return pick_by_id(N_("case"), label, entries, lambda entry: entry[0].id)[0]
            except NotFoundError:
                raise error from None

    def find_group(self, pattern: str) -> ParticipantGroup:
        """Give the group of participants that is printed with a pattern.

        Raises:
            NotFoundError: there is none.
        """
        return pick(N_("label pattern"), pattern, self.groups(), lambda group: [group.pattern])

    def entries(self) -> tuple[tuple[Case, str, tuple[Source, ...]], ...]:
        """Give every case with its label and its sources, by group and number."""
        with self._workspace.database.reading():
            return self._entries()

    def _entries(self) -> tuple[tuple[Case, str, tuple[Source, ...]], ...]:
        database = self._workspace.database
        patterns = {group.id: group.pattern for group in self.groups()}
        sources = {source.id: source for source in database.find(Source)}
        members: dict[str, list[Source]] = {}
        for link in database.find(CaseSource):
            members.setdefault(link.case_id, []).append(sources[link.source_id])
        for together in members.values():
            together.sort(key=lambda source: source.number)
        cases = database.find(Case)
        cases.sort(key=lambda case: (patterns[case.group_id], case.number or 0))
        return tuple(
            (
                case,
                format_label(patterns[case.group_id], case.number),
                tuple(members.get(case.id, ())),
            )
            for case in cases
        )

    def labels(self) -> dict[str, str]:
        """Give the printed label of each source that has one, by source id."""
        return source_labels(self._workspace.database)

    @locked
    def assign(self, source_id: str, label: str, why: str = "") -> Outcome[Case]:
        """Put a source under the participant with a label, in place of the one it had.

        Raises:
            InvalidInputError: the label is empty, or a pattern.
        """
        database = self._workspace.database
        source = self._workspace.get(Source, source_id)
        tidy = check_label(label)
        summary = _("Put P{number} '{title}' under the label '{label}'").format(
            number=source.number, title=source.title, label=tidy
        )
        with self._workspace.journal.operation("case.assign", summary, why) as step:
            case = ensure_case(step, database, tidy, CaseKind.PARTICIPANT)
            links = database.find(CaseSource, "source_id = ?", [source_id])
            for link in links:
                if link.case_id != case.id:
                    step.delete(link)
            if all(link.case_id != case.id for link in links):
                step.add(CaseSource(new_id(), case.id, source_id))
        return Outcome(case, TOUCHED)


def join_case(step: Step, database: Database, source_id: str, label: str, kind: CaseKind) -> Case:
    """Put a new source under the case with a label, which is made where there is none.

    Raises:
        InvalidInputError: the label is empty, or a pattern.
    """
    case = ensure_case(step, database, check_label(label), kind)
    step.add(CaseSource(new_id(), case.id, source_id))
    return case


def ensure_case(step: Step, database: Database, label: str, kind: CaseKind) -> Case:
    """Give the case that is printed with a label, making it and its group where there are none."""
    pattern, number = parse_label(label)
    groups = database.find(ParticipantGroup, "pattern = ?", [pattern])
    group = groups[0] if groups else ParticipantGroup(new_id(), pattern)
    cases = database.find(Case, "group_id = ? AND number IS ?", [group.id, number])
    if not cases and number is None:
        # "Team" may be somebody without a number in the group "Team {I}".
        cases = [
            case
            for other in database.find(ParticipantGroup)
            if format_label(other.pattern, None) == label
            for case in database.find(Case, "group_id = ? AND number IS NULL", [other.id])
        ]
    if cases:
        return cases[0]
    if not groups:
        step.add(group)
    return step.add(Case(new_id(), kind, group.id, number))
