"""What is known of sources, part by part: how it is told, asked for and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qualkit.domain.quotability import Attribution, HeldTerms, Quotability
from qualkit.domain.source_making import MemberCheck, SourceMaking
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.services.project import Project
from qualkit.services.sources import SourceEntry
from qualkit.translation import N_, _
from qualkit.tui.printing_words import NAMES, PRINTING
from qualkit.tui.source_keeping import (
    keep_attribution,
    keep_check,
    keep_checked_on,
    keep_content_note,
    keep_held_on,
    keep_kind,
    keep_label,
    keep_minutes,
    keep_mode,
    keep_note,
    keep_quotability,
    keep_recorder,
    keep_text_kind,
    keep_title,
)
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

    def value_of(self, known: Known) -> str:
        """Give the value that was picked; empty where none was."""
        return _VALUES[self.name](known) or ""

    def about(self, value: StrEnum) -> str:
        """Tell what a choice means, where that is not plain."""
        return _(_ABOUT[value]) if value in _ABOUT else ""


_ABOUT: Mapping[StrEnum, str] = {**PRINTING, **NAMES}


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


_VALUES: Mapping[str, Callable[[Known], str | None]] = {
    "kind": lambda known: known.entry.source.kind,
    "text_kind": lambda known: known.entry.source.text_kind,
    QUOTABILITY: lambda known: known.terms.agreed.quotability if known.terms.agreed else None,
    "attribution": lambda known: known.terms.agreed.attribution if known.terms.agreed else None,
    "member_check": lambda known: known.making.member_check,
}
"""What is picked, by the name of the part."""

PARTS = (
    SourcePart(
        "title",
        N_("Title"),
        N_("How it is listed."),
        lambda known: known.entry.source.title,
        keep_title,
    ),
    SourcePart(
        "label",
        N_("Label"),
        N_("Under which label the participant is printed, such as Politie III."),
        lambda known: known.entry.label,
        keep_label,
    ),
    SourcePart(
        "kind",
        N_("Kind"),
        N_("What sort of material it is. A chat is not quoted by itself."),
        lambda known: term(known.entry.source.kind),
        keep_kind,
        SourceKind,
    ),
    SourcePart(
        "text_kind",
        N_("Text"),
        N_("What its words are; told under quotes and in the method paragraph."),
        lambda known: term(known.entry.source.text_kind),
        keep_text_kind,
        TextKind,
    ),
    SourcePart(
        "held_on",
        N_("Date"),
        N_("The day it was held or is dated: 2026-03-12 or 12 maart 2026."),
        lambda known: _day(known.entry.source.held_on),
        keep_held_on,
    ),
    SourcePart(
        QUOTABILITY,
        N_("Printing"),
        N_("How its words may be printed. Single passages may be held to other terms: ! there."),
        _printing,
        keep_quotability,
        Quotability,
        N_("by its kind: chats paraphrase, others verbatim"),
        for_many=True,
    ),
    SourcePart(
        "attribution",
        N_("Name"),
        N_("Under which name its words are printed."),
        _name,
        keep_attribution,
        Attribution,
        N_("by its group of participants"),
        for_many=True,
    ),
    SourcePart(
        "content_note",
        N_("Content note"),
        N_("What a reader may find hard; it is shown before the text is."),
        lambda known: known.terms.content_note,
        keep_content_note,
        for_many=True,
    ),
    SourcePart(
        "recorder",
        N_("Recorder"),
        N_("Who wrote the text, by role, never by name: de onderzoeker."),
        lambda known: known.making.recorder,
        keep_recorder,
        for_many=True,
    ),
    SourcePart(
        "mode",
        N_("Mode"),
        N_("How it was held: telefonisch, op locatie."),
        lambda known: known.making.mode,
        keep_mode,
        for_many=True,
    ),
    SourcePart(
        "minutes",
        N_("Minutes"),
        N_("How long it took: 55, or 1 uur 10."),
        lambda known: str(known.making.minutes or ""),
        keep_minutes,
        for_many=True,
    ),
    SourcePart(
        "member_check",
        N_("Check"),
        N_("Whether who spoke has seen the text: a record, not a score."),
        _checked,
        keep_check,
        MemberCheck,
        N_("not recorded"),
        for_many=True,
    ),
    SourcePart(
        "checked_on",
        N_("Checked on"),
        N_("The day of the last thing that happened in the check."),
        lambda known: _day(known.making.checked_on),
        keep_checked_on,
        for_many=True,
    ),
    SourcePart(
        "note",
        N_("Note"),
        N_("Anything else worth knowing."),
        lambda known: known.entry.source.note,
        keep_note,
    ),
)
"""The parts, in the order in which they are shown."""


def read_known(project: Project, source_ids: Sequence[str]) -> tuple[Known, ...]:
    """Read what is known of sources; those that are gone are left out."""
    held = project.terms.some(source_ids)
    return tuple(
        Known(entry, held[entry.source.id], project.making.of(entry.source.id))
        for entry in project.sources.some(source_ids)
    )
