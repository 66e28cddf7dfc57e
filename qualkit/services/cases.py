"""Cases and the labels under which participants are printed."""

from dataclasses import replace

from qualkit.domain.cases import (
    Case,
    CaseKind,
    CaseSource,
    ParticipantGroup,
    check_pattern,
    format_label,
    parse_label,
)
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.sources import Source
from qualkit.errors import NameTakenError
from qualkit.services.naming import pick
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.labels import source_labels

TOUCHED = frozenset({"cases", "sources"})


class Cases:
    """Participants and other units of analysis."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def groups(self) -> tuple[ParticipantGroup, ...]:
        """Give the groups of participants, with their label patterns."""
        return tuple(self._workspace.database.find(ParticipantGroup, order="pattern"))

    def entries(self) -> tuple[tuple[Case, str, tuple[Source, ...]], ...]:
        """Give every case with its label and its sources, by group and number."""
        database = self._workspace.database
        patterns = {group.id: group.pattern for group in self.groups()}
        sources = {source.id: source for source in database.find(Source)}
        members: dict[str, list[Source]] = {}
        for link in database.find(CaseSource, order="rowid"):
            members.setdefault(link.case_id, []).append(sources[link.source_id])
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

    def relabel(self, pattern: str, new_pattern: str, why: str = "") -> Outcome[ParticipantGroup]:
        """Print a whole group under another pattern; every screen and export follows.

        Raises:
            NotFoundError: no group has the pattern.
            NameTakenError: another group has the new one.
            InvalidInputError: the new one is not a pattern.
        """
        tidy = check_pattern(new_pattern)
        group = pick("label pattern", pattern, self.groups(), lambda group: [group.pattern])
        if any(other.pattern == tidy and other.id != group.id for other in self.groups()):
            raise NameTakenError(f"Another group of participants is printed as '{tidy}' already.")
        changed = replace(group, pattern=tidy)
        summary = f"Changed the label '{group.pattern}' to '{tidy}'"
        with self._workspace.journal.operation("case.relabel", summary, why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    def assign(self, source_id: str, label: str, why: str = "") -> Outcome[Case]:
        """Put a source under the participant with a label, in place of the one it had."""
        database = self._workspace.database
        source = self._workspace.get(Source, source_id)
        summary = f"Put '{source.title}' under the label '{label}'"
        with self._workspace.journal.operation("case.assign", summary, why) as step:
            for link in database.find(CaseSource, "source_id = ?", [source_id]):
                step.delete(link)
            case = join_case(step, database, source_id, label, CaseKind.PARTICIPANT)
        return Outcome(case, TOUCHED)


def join_case(step: Step, database: Database, source_id: str, label: str, kind: CaseKind) -> Case:
    """Put a source under the case with a label, making case and group where there are none."""
    pattern, number = parse_label(label)
    groups = database.find(ParticipantGroup, "pattern = ?", [pattern])
    group = groups[0] if groups else step.add(ParticipantGroup(new_id(), pattern))
    cases = database.find(Case, "group_id = ? AND number IS ?", [group.id, number])
    case = cases[0] if cases else step.add(Case(new_id(), kind, group.id, number))
    step.add(CaseSource(new_id(), case.id, source_id))
    return case
