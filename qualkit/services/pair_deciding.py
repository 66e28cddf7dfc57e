"""What a decision on a pair brings about: the case of both, and a doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.cases import Case, CaseKind, CaseSource, ParticipantGroup, format_label
from qualkit.domain.identity import new_id
from qualkit.domain.sources import Source
from qualkit.services.cases import ensure_case, join_case
from qualkit.store.database import Database
from qualkit.store.journal import Step


@dataclass(frozen=True, slots=True)
class OwnCases:
    """The cases of a source that say whose it is; a situation may be of more than one person."""

    links: tuple[CaseSource, ...]
    labels: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the cases."""
        return frozenset(link.case_id for link in self.links)


def own_cases(database: Database, source_id: str) -> OwnCases:
    """Give the cases of one source, situations left out, by label."""
    found = []
    for link in database.find(CaseSource, "source_id = ?", [source_id]):
        case = database.find(Case, "id = ?", [link.case_id])[0]
        if case.kind is not CaseKind.SITUATION:
            found.append((label_of(database, case), link))
    found.sort(key=lambda each: (each[0], each[1].id))
    return OwnCases(tuple(link for _, link in found), tuple(label for label, _ in found))


def label_of(database: Database, case: Case) -> str:
    """Give the label of a case."""
    group = database.find(ParticipantGroup, "id = ?", [case.group_id])[0]
    return format_label(group.pattern, case.number)


def gather(step: Step, database: Database, sources: Sequence[Source], label: str) -> str:
    """Put sources under one label, in place of the cases they had; gives the label.

    Raises:
        InvalidInputError: the label is empty, or a pattern.
    """
    case = ensure_case(step, database, label, CaseKind.PARTICIPANT)
    for source in sources:
        cases = own_cases(database, source.id)
        for link in cases.links:
            if link.case_id != case.id:
                step.delete(link)
        if case.id not in cases.ids:
            step.add(CaseSource(new_id(), case.id, source.id))
    return label_of(database, case)


def bring_together(
    step: Step, database: Database, sources: tuple[Source, Source], pattern: str
) -> tuple[str, tuple[str, str] | None]:
    """Put two sources in one case where nobody has to be asked.

    Gives the label of that case; or none, and the labels of the different cases they are in.
    """
    cases = [own_cases(database, source.id) for source in sources]
    if shared := cases[0].ids & cases[1].ids:
        places = zip(cases[0].links, cases[0].labels, strict=True)
        return next(label for link, label in places if link.case_id in shared), None
    if cases[0].ids and cases[1].ids:
        return "", (", ".join(cases[0].labels), ", ".join(cases[1].labels))
    if not cases[0].ids and not cases[1].ids:
        return _in_a_new_case(step, database, sources, pattern), None
    has, lone = (0, 1) if cases[0].ids else (1, 0)
    for link in cases[has].links:
        step.add(CaseSource(new_id(), link.case_id, sources[lone].id))
    return ", ".join(cases[has].labels), None


def _in_a_new_case(step: Step, database: Database, sources: Sequence[Source], pattern: str) -> str:
    """Make a case with the next number under a label pattern, and put sources in it."""
    taken = database.value(
        'SELECT max("case".number) FROM "case" JOIN participant_group'
        ' ON participant_group.id = "case".group_id WHERE participant_group.pattern = ?',
        [pattern],
    )
    label = format_label(pattern, (taken or 0) + 1)
    for source in sources:
        join_case(step, database, source.id, label, CaseKind.PARTICIPANT)
    return label
