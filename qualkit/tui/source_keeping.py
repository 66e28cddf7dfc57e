"""Keeping what a person answers about sources: one function a part, each gives what it touched.

What cannot be kept is raised as a `QualkitError`, which is shown where it was typed.
"""

from collections.abc import Sequence
from typing import Literal

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.source_making import MakingChange, MemberCheck
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.formats.header_facts import read_minutes
from qualkit.formats.header_values import read_date
from qualkit.services.project import Project


def keep_title(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    """Keep how a source is listed."""
    return project.sources.describe(ids[0], title=answer).touched


def keep_kind(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    """Keep what sort of material a source is."""
    return project.sources.describe(ids[0], kind=SourceKind(answer)).touched


def keep_text_kind(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    """Keep what the words of a source are."""
    return project.sources.describe(ids[0], text_kind=TextKind(answer)).touched


def keep_held_on(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    """Keep the day of a source."""
    return project.sources.describe(ids[0], held_on=read_date(answer.strip())).touched


def keep_label(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep under which label a source is printed."""
    return project.cases.assign(ids[0], answer, why).touched


def keep_note(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    """Keep what else is worth knowing of a source."""
    return project.sources.describe(ids[0], note=answer).touched


def keep_quotability(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep how sources may be printed; an empty answer goes by their kind."""
    agreed: Quotability | Literal[""] = Quotability(answer) if answer else ""
    return project.terms.agree(ids, quotability=agreed, why=why).touched


def keep_attribution(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep under which name sources are printed; an empty answer goes by their group."""
    agreed: Attribution | Literal[""] = Attribution(answer) if answer else ""
    return project.terms.agree(ids, attribution=agreed, why=why).touched


def keep_content_note(
    project: Project, ids: Sequence[str], answer: str, why: str
) -> frozenset[str]:
    """Keep what a reader of sources may find hard."""
    return project.terms.agree(ids, content_note=answer, why=why).touched


def keep_recorder(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep who wrote sources."""
    return project.making.describe(ids, MakingChange(recorder=answer), why).touched


def keep_mode(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep how sources were held."""
    return project.making.describe(ids, MakingChange(mode=answer), why).touched


def keep_minutes(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep how long sources took; an empty answer takes it out."""
    minutes = read_minutes(answer) if answer.strip() else 0
    return project.making.describe(ids, MakingChange(minutes=minutes), why).touched


def keep_check(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep what came of the check; an empty answer takes it out."""
    check: MemberCheck | Literal[""] = MemberCheck(answer) if answer else ""
    return project.making.describe(ids, MakingChange(member_check=check), why).touched


def keep_checked_on(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    """Keep the day of the check."""
    change = MakingChange(checked_on=read_date(answer.strip()))
    return project.making.describe(ids, change, why).touched
