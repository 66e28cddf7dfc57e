"""A file of suggestions, read back into the queue."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualkit.cli.messages import say
from qualkit.translation import _
from qualkit.tui.left_out import left_out_told
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project


def load_suggestions(project: "Project", path: Path) -> None:
    """Take what is new in a file into the queue, and tell what was left out; nothing is coded.

    Raises:
        UnreadableFileError: it is not a file that a batch wrote.
    """
    say(_("Reading {path} …").format(path=path))
    report = project.queue.load(path).value
    for told in left_out_told(report):
        say(told)
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
