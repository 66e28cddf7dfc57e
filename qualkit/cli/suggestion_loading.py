"""A file of suggestions, read back into the queue."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qualkit.cli.messages import say
from qualkit.translation import _, ngettext
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.domain.queue import LoadReport
    from qualkit.services.project import Project

NAMED = 6
"""Sources or documents that a message names; what is more is counted."""


def load_suggestions(project: "Project", path: Path) -> None:
    """Take what is new in a file into the queue, and tell what was left out; nothing is coded.

    Raises:
        UnreadableFileError: it is not a file that a batch wrote.
    """
    say(_("Reading {path} …").format(path=path))
    report = project.queue.load(path).value
    _tell_left_out(report)
    if report.batch is None:
        say(_("Nothing in {path} is new; nothing was loaded.").format(path=path))
        return
    told = _("Loaded {phrases} at {places} as B{number}; nothing is coded.")
    say(
        told.format(
            phrases=count_of(report.phrases, "phrase"),
            places=count_of(report.places, "place"),
            number=report.batch.number,
        )
    )
    say(_("'qualkit queue list' goes through them; 'qualkit undo' takes all of it back."))


def _tell_left_out(report: "LoadReport") -> None:
    counts = (
        (_("In the queue already: {places}."), report.known),
        (_("Rejected before: {places}."), report.rejected),
        (_("Said by interviewers and helpers, and left out: {places}."), report.context),
    )
    for told, count in counts:
        if count:
            say(told.format(places=count_of(count, "place")))
    if report.unknown:
        told = ngettext(
            "The text of {count} place is not in this project: {names}.",
            "The texts of {count} places are not in this project: {names}.",
            len(report.unknown),
        )
        say(told.format(count=len(report.unknown), names=_some(report.unknown)))
    if report.misplaced:
        told = ngettext(
            "{count} place is not inside its text: {names}.",
            "{count} places are not inside their text: {names}.",
            len(report.misplaced),
        )
        say(told.format(count=len(report.misplaced), names=_some(report.misplaced)))


def _some(names: Iterable[str]) -> str:
    """Name some sources, those with most places first."""
    found = [name for name, _count in Counter(names).most_common()]
    shown = ", ".join(found[:NAMED])
    if len(found) > NAMED:
        return _("{names} and {count} more").format(names=shown, count=len(found) - NAMED)
    return shown
