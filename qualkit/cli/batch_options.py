"""Options that choose the sources of a batch."""

import click

from qualkit.cli.options import DATE, gathered
from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.sources import SourceKind
from qualkit.translation import _

selection_options = gathered(
    "selection",
    BatchSelection,
    click.argument("sources", nargs=-1),
    click.option(
        "--kind",
        "kinds",
        type=click.Choice(SourceKind, case_sensitive=False),
        multiple=True,
        help="Only sources of this kind; may be repeated.",
    ),
    click.option(
        "--group",
        "groups",
        multiple=True,
        metavar="PATTERN",
        help="Only of participants of this group, e.g. 'Politie {I}'; may be repeated.",
    ),
    click.option(
        "--case",
        "cases",
        multiple=True,
        metavar="LABEL",
        help="Only of this participant or other case; may be repeated.",
    ),
    click.option("--round", metavar="NAME", help="Only what was read in this round."),
    click.option("--since", type=DATE, help="Only what was held or is dated on this day or later."),
    click.option(
        "--until", type=DATE, help="Only what was held or is dated on this day or before."
    ),
    click.option("--read-only", is_flag=True, help="Only what somebody has read already."),
    click.option("--new", "new_only", is_flag=True, help="Only what was in no batch before."),
)
"""Adds the argument and the options; the command gets them as `selection`."""


def refuse_selection(selection: BatchSelection) -> None:
    """See that no sources were chosen where files are read that are in no project.

    Raises:
        UsageError: some were.
    """
    if selection != BatchSelection():
        raise click.UsageError(_("--from goes with no choice of sources: they are in a project."))
