"""What is known of sources, part by part: how it is told, asked for and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from qualkit.domain.quotability import Attribution, HeldTerms, Quotability
from qualkit.domain.source_making import MakingChange, MemberCheck, SourceMaking
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.formats.header_facts import read_minutes
from qualkit.formats.header_values import read_date
from qualkit.services.project import Project
from qualkit.services.sources import SourceEntry
from qualkit.translation import N_, _
from qualkit.tui.printing_words import NAMES, PRINTING
from qualkit.tui.terms import term

Keep = Callable[[Project, Sequence[str], str, str], frozenset[str]]
"""Keeps an answer for sources, by their ids, with a reason; gives what that touched."""

QUOTABILITY = "quotability"


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one source."""

    entry: SourceEntry
    terms: HeldTerms
    making: SourceMaking


@dataclass(frozen=True, slots=True)
class SourcePart:
    """Something that is known of a source; heading and hint are marked with `N_`."""

    name: str
    heading: str
    hint: str
    tells: Callable[[Known], str]
    keep: Keep
    choices: type[StrEnum] | None = None
    """What it is picked from; None where it is typed."""
    by_itself: str = ""
    """What holds when nothing is picked, marked with `N_`; empty where something has to be."""
    for_many: bool = False
    """Whether it can be kept for several sources in one step."""

    def about(self, value: StrEnum) -> str:
        """Tell what a choice means, where that is not plain."""
        return _(_ABOUT[value]) if value in _ABOUT else ""


_ABOUT: Mapping[StrEnum, str] = {**PRINTING, **NAMES}


def _title(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    return project.sources.describe(ids[0], title=answer).touched


def _kind(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    return project.sources.describe(ids[0], kind=SourceKind(answer)).touched


def _text_kind(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    return project.sources.describe(ids[0], text_kind=TextKind(answer)).touched


def _held_on(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    return project.sources.describe(ids[0], held_on=read_date(answer.strip())).touched


def _label(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    return project.cases.assign(ids[0], answer, why).touched


def _note(project: Project, ids: Sequence[str], answer: str, _why: str) -> frozenset[str]:
    return project.sources.describe(ids[0], note=answer).touched


def _quotability(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    agreed: Quotability | Literal[""] = Quotability(answer) if answer else ""
    return project.terms.agree(ids, quotability=agreed, why=why).touched


def _attribution(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    agreed: Attribution | Literal[""] = Attribution(answer) if answer else ""
    return project.terms.agree(ids, attribution=agreed, why=why).touched


def _content_note(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    return project.terms.agree(ids, content_note=answer, why=why).touched


def _recorder(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    return project.making.describe(ids, MakingChange(recorder=answer), why).touched


def _mode(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    return project.making.describe(ids, MakingChange(mode=answer), why).touched


def _minutes(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    minutes = read_minutes(answer) if answer.strip() else 0
    return project.making.describe(ids, MakingChange(minutes=minutes), why).touched


def _check(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    check: MemberCheck | Literal[""] = MemberCheck(answer) if answer else ""
    return project.making.describe(ids, MakingChange(member_check=check), why).touched


def _checked_on(project: Project, ids: Sequence[str], answer: str, why: str) -> frozenset[str]:
    change = MakingChange(checked_on=read_date(answer.strip()))
    return project.making.describe(ids, change, why).touched


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _printing(known: Known) -> str:
    told = term(known.terms.quotability)
    return _("{terms} (by its kind)").format(terms=told) if known.terms.is_by_kind else told


def _name(known: Known) -> str:
    told = term(known.terms.attribution)
    return _("{terms} (by its group)").format(terms=told) if known.terms.is_by_group else told


def _checked(known: Known) -> str:
    return term(known.making.member_check) if known.making.member_check else ""


PARTS = (
    SourcePart(
        "title",
        N_("Title"),
        N_("How it is listed."),
        lambda known: known.entry.source.title,
        _title,
    ),
    SourcePart(
        "label",
        N_("Label"),
        N_("Under which label the participant is printed, such as Politie III."),
        lambda known: known.entry.label,
        _label,
    ),
    SourcePart(
        "kind",
        N_("Kind"),
        N_("What sort of material it is. A chat is not quoted by itself."),
        lambda known: term(known.entry.source.kind),
        _kind,
        SourceKind,
    ),
    SourcePart(
        "text_kind",
        N_("Text"),
        N_("What its words are; told under quotes and in the method paragraph."),
        lambda known: term(known.entry.source.text_kind),
        _text_kind,
        TextKind,
    ),
    SourcePart(
        "held_on",
        N_("Date"),
        N_("The day it was held or is dated: 2026-03-12 or 12 maart 2026."),
        lambda known: _day(known.entry.source.held_on),
        _held_on,
    ),
    SourcePart(
        QUOTABILITY,
        N_("Printing"),
        N_("How its words may be printed. Single passages may be held to other terms: ! there."),
        _printing,
        _quotability,
        Quotability,
        N_("by its kind: chats paraphrase, others verbatim"),
        for_many=True,
    ),
    SourcePart(
        "attribution",
        N_("Name"),
        N_("Under which name its words are printed."),
        _name,
        _attribution,
        Attribution,
        N_("by its group of participants"),
        for_many=True,
    ),
    SourcePart(
        "content_note",
        N_("Content note"),
        N_("What a reader may find hard; it is shown before the text is."),
        lambda known: known.terms.content_note,
        _content_note,
        for_many=True,
    ),
    SourcePart(
        "recorder",
        N_("Recorder"),
        N_("Who wrote the text, by role, never by name: de onderzoeker."),
        lambda known: known.making.recorder,
        _recorder,
        for_many=True,
    ),
    SourcePart(
        "mode",
        N_("Mode"),
        N_("How it was held: telefonisch, op locatie."),
        lambda known: known.making.mode,
        _mode,
        for_many=True,
    ),
    SourcePart(
        "minutes",
        N_("Minutes"),
        N_("How long it took: 55, or 1 uur 10."),
        lambda known: str(known.making.minutes or ""),
        _minutes,
        for_many=True,
    ),
    SourcePart(
        "member_check",
        N_("Check"),
        N_("Whether who spoke has seen the text: a record, not a score."),
        _checked,
        _check,
        MemberCheck,
        N_("not recorded"),
        for_many=True,
    ),
    SourcePart(
        "checked_on",
        N_("Checked on"),
        N_("The day of the last thing that happened in the check."),
        lambda known: _day(known.making.checked_on),
        _checked_on,
        for_many=True,
    ),
    SourcePart(
        "note",
        N_("Note"),
        N_("Anything else worth knowing."),
        lambda known: known.entry.source.note,
        _note,
    ),
)
"""The parts, in the order in which they are shown."""


def read_known(project: Project, source_ids: Sequence[str]) -> tuple[Known, ...]:
    """Read what is known of sources; those that are gone are left out."""
    wanted, held, making = set(source_ids), project.terms.all(), project.making.all()
    return tuple(
        Known(
            entry,
            held[entry.source.id],
            making.get(entry.source.id, SourceMaking("", entry.source.id)),
        )
        for entry in project.sources.entries()
        if entry.source.id in wanted
    )
