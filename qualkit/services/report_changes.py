"""What reads otherwise than in an earlier report, in words."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.text import one_line
from qualkit.services.export_log import ChangedItem, SinceExport
from qualkit.translation import N_, N_n, _, ngettext

MOST_TOLD = 10
"""Changes that are told one by one after a report is written."""
LINE = 60
"""Code points of what changed, in a line."""


class PrintedKind(StrEnum):
    """What of a report is compared; in the log its items are called `quote:ID` and so on."""

    THEME = "theme"
    CLAIM = "claim"
    QUOTE = "quote"
    VIGNETTE = "vignette"
    METHOD = "method"


class ChangeKind(StrEnum):
    """How something reads now, beside an earlier report."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


_COUNTED = {
    PrintedKind.THEME: N_n("{count} theme", "{count} themes"),
    PrintedKind.CLAIM: N_n("{count} claim", "{count} claims"),
    PrintedKind.QUOTE: N_n("{count} quote", "{count} quotes"),
    PrintedKind.VIGNETTE: N_n("{count} vignette", "{count} vignettes"),
    PrintedKind.METHOD: N_n("the method paragraph", "the method paragraphs"),
}
_HOW = {
    ChangeKind.CHANGED: N_("changed: {things}"),
    ChangeKind.NEW: N_("new: {things}"),
    ChangeKind.GONE: N_("gone: {things}"),
}


@dataclass(frozen=True, slots=True)
class ReportChange:
    """Something that reads otherwise than in an earlier report."""

    kind: PrintedKind
    item_id: str
    before: str
    """Empty for what is new."""
    after: str
    """Empty for what is gone."""

    @property
    def how(self) -> ChangeKind:
        """Whether it is changed, new or gone."""
        if not self.before:
            return ChangeKind.NEW
        return ChangeKind.CHANGED if self.after else ChangeKind.GONE


def report_change(item: ChangedItem) -> ReportChange:
    """Give a change as it is told of a report."""
    kind, _colon, item_id = item.item_id.partition(":")
    return ReportChange(PrintedKind(kind), item_id, item.before, item.after)


def since_told(since: SinceExport) -> str:
    """Say what changed since a report: "Since 2026-05-12 changed: 2 quotes; new: 1 quote."."""
    day = f"{since.last.made_at.astimezone():%Y-%m-%d}"
    changes = [report_change(each) for each in since.changed]
    if not changes:
        return _("Since the report of {day} nothing changed.").format(day=day)
    told = _("Since the report of {day} {changes}.")
    return told.format(day=day, changes="; ".join(_counts_told(changes)))


def changes_told(since: SinceExport) -> list[str]:
    """Say what changed since a report, and of the first things how they read now."""
    told = [since_told(since)]
    for change in [report_change(each) for each in since.changed[:MOST_TOLD]]:
        words = one_line(change.after or change.before, LINE)
        told.append(f"  {_(_HOW[change.how]).format(things=words)}")
    if len(since.changed) > MOST_TOLD:
        told.append("  …")
    return told


def _counts_told(changes: list[ReportChange]) -> list[str]:
    counts = Counter((change.how, change.kind) for change in changes)
    told = []
    for how, words in _HOW.items():
        things = [
            ngettext(*_COUNTED[kind], counts[how, kind]).format(count=counts[how, kind])
            for kind in PrintedKind
            if counts[how, kind]
        ]
        if things:
            told.append(_(words).format(things=", ".join(things)))
    return told
