"""Sources that may be of one visitor or one text: looked for, shown side by side, decided on."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import open_project, pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import LABEL, json_option, why_option
from qualkit.cli.pair_records import pair_record, view_record
from qualkit.cli.pair_tables import print_alike, print_pair, print_pairs, print_whole
from qualkit.cli.progress import progress_bar
from qualkit.cli.rendering import print_json
from qualkit.domain.duplicates import PairDecision, PairsWanted, PairVerdict
from qualkit.domain.sources import Source
from qualkit.translation import _, ngettext
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def duplicates(ctx: click.Context, as_json: bool) -> None:
    """Propose sources that may be of one visitor or one text, and keep what you decide.

    Without a command it looks in all sources and lists the pairs that wait, each with its reasons.
    Nothing is merged: sources that are the same become one case and stay two texts to read.

    \b
    Example:
      qualkit duplicates
    """
    if ctx.invoked_subcommand is not None:
        return
    project = open_project(ctx)
    _look(project)
    _list(project, PairsWanted.WAITING, as_json)


@duplicates.command()
@json_option
@pass_project
def look(project: "Project", as_json: bool) -> None:
    """Look for pairs in all sources anew; what you decided stays.

    \b
    Example:
      qualkit duplicates look
    """
    _look(project)
    if as_json:
        _list(project, PairsWanted.WAITING, as_json)


@duplicates.command("list")
@click.option(
    "--include",
    type=click.Choice(PairsWanted, case_sensitive=False),
    default=PairsWanted.WAITING,
    help="Pairs that wait (the default), that you decided on, or all.",
)
@json_option
@pass_project
def list_pairs(project: "Project", include: PairsWanted, as_json: bool) -> None:
    """List pairs with their reasons, the likest first.

    With all, pairs that are in one case already stand behind those that wait.

    \b
    Example:
      qualkit duplicates list --include decided
    """
    last = project.duplicates.last_look()
    if last is None:
        say(_("Nobody has looked for pairs yet: 'qualkit duplicates look' does."))
    elif last.new_since:
        say(
            ngettext(
                "{count} source came in after the last look: 'qualkit duplicates look' looks anew.",
                "{count} sources came in after the last look: 'qualkit duplicates look' looks "
                "anew.",
                last.new_since,
            ).format(count=last.new_since)
        )
    _list(project, include, as_json)


@duplicates.command()
@click.argument("first")
@click.argument("second")
@click.option("--whole", is_flag=True, help="All of both texts, not only what is alike.")
@json_option
@pass_project
def show(project: "Project", first: str, second: str, whole: bool, as_json: bool) -> None:
    """Show two sources side by side, with what is alike in them.

    Any two sources will do, also a pair that was not proposed.

    \b
    Example:
      qualkit duplicates show P3 P8
    """
    one, other = _found(project, first, second)
    view = project.duplicates.view(one.id, other.id)
    if as_json:
        print_json([view_record(view)])
        return
    print_pair(view.entry)
    if whole:
        print_whole(view)
    else:
        print_alike(view)


@duplicates.command()
@click.argument("first")
@click.argument("second")
@click.argument("verdict", type=click.Choice(PairVerdict, case_sensitive=False))
@click.option("--note", default="", metavar="TEXT", help="Why, for yourself and others.")
@click.option(
    "--case", "label", type=LABEL, help="Put both under this label, in place of what they had."
)
@click.option("--no-case", is_flag=True, help="Leave cases as they are.")
@click.option("--doubt", is_flag=True, help="Raise a doubt on the pair, where you are unsure.")
@pass_project
def decide(
    project: "Project",
    first: str,
    second: str,
    verdict: PairVerdict,
    note: str,
    label: str | None,
    no_case: bool,
    doubt: bool,
) -> None:
    """Decide on a pair, or decide otherwise: same, different or unsure.

    What is the same is put in one case; of two different cases you say which with --case. Any two
    sources will do, also a pair that was not proposed.

    \b
    Example:
      qualkit duplicates decide P3 P8 same --note "Zelfde verhaal, een dag later."
    """
    if no_case and label:
        raise click.UsageError(_("--case and --no-case do not go together."))
    one, other = _found(project, first, second)
    case = "" if no_case else label
    made = project.duplicates.decide(one.id, other.id, verdict, note, case, doubt).value
    _tell(one, other, made)
    if made.doubt_id:
        click.echo(made.doubt_id)


@duplicates.command()
@click.argument("first")
@click.argument("second")
@why_option
@pass_project
def reopen(project: "Project", first: str, second: str, why: str) -> None:
    """Let a pair wait again; the cases of both stay as they are.

    \b
    Example:
      qualkit duplicates reopen P3 P8
    """
    one, other = _found(project, first, second)
    project.duplicates.reopen(one.id, other.id, why)
    say(_("P{one} and P{other} wait again.").format(one=one.number, other=other.number))


def _look(project: "Project") -> None:
    with progress_bar(_("Looking for pairs")) as progress:
        found = project.duplicates.look(progress)
    told = ngettext(
        "Looked at {sources} sources: {count} pair waits.",
        "Looked at {sources} sources: {count} pairs wait.",
        found.waiting,
    )
    say(told.format(sources=found.sources, count=found.waiting))


def _list(project: "Project", include: PairsWanted, as_json: bool) -> None:
    entries = project.duplicates.candidates(include)
    if as_json:
        print_json(map(pair_record, entries))
    else:
        print_pairs(entries, include)


def _found(project: "Project", first: str, second: str) -> tuple[Source, Source]:
    one, other = project.sources.find(first), project.sources.find(second)
    return (one, other) if one.number < other.number else (other, one)


def _tell(one: Source, other: Source, made: PairDecision) -> None:
    numbers = {"one": one.number, "other": other.number}
    say(
        _("P{one} and P{other}: {verdict}. 'qualkit undo' takes that back.").format(
            **numbers, verdict=term(made.pair.verdict)
        )
    )
    if made.label:
        say(_("Both are in the case '{label}'.").format(label=made.label))
    if made.apart:
        mine, hers = made.apart
        say(
            _(
                "They are in two cases, '{mine}' and '{hers}', which stay as they are. "
                "With --case you put both in one."
            ).format(mine=mine, hers=hers)
        )
    if made.contradiction:
        say(made.contradiction)
