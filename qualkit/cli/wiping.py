"""Taking away what can be made again."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.translation import _
from qualkit.tui.wiping_text import size_told
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--exports", is_flag=True, help="Only exports, and the passages that were copied.")
@click.option("--backups", is_flag=True, help="Only copies of the database.")
@click.option("--suggestions", is_flag=True, help="Only what batches of suggestions found.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_project
def wipe(project: "Project", exports: bool, backups: bool, suggestions: bool, yes: bool) -> None:
    """Remove exports, copied passages and backups from the project folder; not undoable.

    So goes what batches of suggestions found: the next one reads everything anew. The project
    itself stays, with all that was done in it, and so does whatever you put elsewhere.

    \b
    Example:
      qualkit wipe --exports
    """
    asked = (exports, backups, suggestions)
    found = project.wiping.find(*asked if any(asked) else ())
    if not found.files:
        say(_("There is nothing to remove."))
        return
    for path in found.files:
        click.echo(str(path.relative_to(project.folder)))
    say(_("{size}. Files of others that you kept there go as well.").format(size=size_told(found)))
    if not yes and not click.confirm(_("Remove all of this?"), default=False, err=True):
        say(_("Nothing was removed."))
        return
    project.wiping.wipe(found)
    say(_("Removed: {files}.").format(files=count_of(len(found.files), "file")))
