"""Rounds: begun, read source by source, put in another order, closed, and shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.reading_records import coverage_record, round_record
from qualkit.cli.rendering import fixed, number, print_json, print_table, words
from qualkit.domain.rounds import Coverage, RoundOrder, RoundView
from qualkit.translation import _, decimal
from qualkit.tui.rounds_text import NO_ROUND, read_and_not, state_of
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

_ORDER = click.Choice(RoundOrder, case_sensitive=False)


@click.command()
@json_option
@pass_project
def rounds(project: "Project", as_json: bool) -> None:
    """List the rounds of reading.

    \b
    Example:
      qualkit rounds
    """
    entries = project.rounds.entries()
    if as_json:
        print_json(map(round_record, entries))
        return
    print_table(
        [
            words(_("Round")),
            fixed(_("Order")),
            words(_("Was read")),
            fixed(_("State")),
            words(_("Note")),
        ],
        (
            (
                entry.round.name,
                term(entry.round.order),
                read_and_not(entry.read, entry.sources),
                state_of(entry.round),
                entry.round.note,
            )
            for entry in entries
        ),
        empty=_("There is no round. 'qualkit round begin NAME' begins one."),
    )


@click.group("round")
def round_group() -> None:
    """Read the sources again, in rounds with an order of their own.

    A round goes by its name or its id. At most one is going on.

    \b
    Example:
      qualkit round begin "Tweede ronde" --order reversed
    """


@round_group.command()
@click.argument("name")
@click.option("--order", type=_ORDER, default=RoundOrder.NUMBERED, help="Of the sources.")
@click.option("--note", default="", metavar="TEXT", help="What it is for.")
@why_option
@pass_project
def begin(project: "Project", name: str, order: RoundOrder, note: str, why: str) -> None:
    """Begin a round over all sources; one that is going on is closed.

    \b
    Example:
      qualkit round begin "Tweede ronde" --order sparsest --note "Wie komt weinig aan het woord?"
    """
    running = project.rounds.running()
    begun = project.rounds.begin(name, order, note, why).value
    if running:
        say(_("Closed the round '{name}'.").format(name=running.name))
    say(_("Began the round '{name}'.").format(name=begun.name))


@round_group.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--not", "not_read", is_flag=True, help="Mark them as not read.")
@pass_project
def read(project: "Project", sources: Sequence[str], not_read: bool) -> None:
    """Mark sources as read in the running round.

    \b
    Example:
      qualkit round read P3 P4
    """
    found = [project.sources.find(each) for each in sources]
    for source in found:
        project.rounds.read(source.id, not not_read)
    names = ", ".join(f"P{source.number}" for source in found)
    said = (
        _("Not read in this round: {sources}.") if not_read else _("Read in this round: {sources}.")
    )
    say(said.format(sources=names))


@round_group.command()
@click.argument("order", type=_ORDER)
@why_option
@pass_project
def order(project: "Project", order: RoundOrder, why: str) -> None:
    """Put the sources of the running round in another order.

    \b
    Example:
      qualkit round order shuffled
    """
    changed = project.rounds.reorder(order, why).value
    said = _("The sources of '{name}' stand in another order: {order}.")
    say(said.format(name=changed.name, order=term(order)))


@round_group.command()
@why_option
@pass_project
def close(project: "Project", why: str) -> None:
    """Close the running round, whatever was read in it.

    \b
    Example:
      qualkit round close --why "Genoeg voor nu"
    """
    closed = project.rounds.close(why).value
    say(_("Closed the round '{name}'.").format(name=closed.name))


@round_group.command()
@click.argument("name", required=False)
@json_option
@pass_project
def show(project: "Project", name: str | None, as_json: bool) -> None:
    """Show the sources of a round in its order, and how densely each is coded.

    Without a name it is the running round; where none is, the sources stand by number.

    \b
    Example:
      qualkit round show "Tweede ronde"
    """
    wanted = project.rounds.find(name) if name else project.rounds.running()
    view = project.rounds.view(wanted.id if wanted else None)
    if as_json:
        print_json(map(coverage_record, view.sources))
        return
    print_table(
        [
            fixed(_("No.")),
            words(_("Source")),
            number(_("Passages")),
            number(_("Words")),
            number(_("per 1,000")),
            fixed(_("Opened")),
            fixed(_("Was read")),
        ],
        map(_row, view.sources),
        empty=_("There are no sources. 'qualkit import' brings some in."),
    )
    _tell(view)


def _row(line: Coverage) -> tuple[str, ...]:
    return (
        f"P{line.source.number}",
        line.label,
        str(line.passages),
        str(line.words),
        decimal(line.density) if line.words else "-",
        line.visited_on.isoformat() if line.visited_on else "",
        f"{line.read_at.astimezone():%Y-%m-%d}" if line.read_at else _("not yet"),
    )


def _tell(view: RoundView) -> None:
    """Say which round it is, and which sources stand apart."""
    if view.round is None:
        say(_(NO_ROUND))
    else:
        said = _("Round '{name}': {state}.")
        state = read_and_not(view.read, len(view.sources))
        say(said.format(name=view.round.name, state=state))
    if view.told:
        say(view.told)
