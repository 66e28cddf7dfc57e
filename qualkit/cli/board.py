"""The working board: shown as text, and what lies on it moved."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

import click

from qualkit.cli import board_snapshots
from qualkit.cli.context import open_project, pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.domain.board_columns import Card
    from qualkit.domain.operations import Outcome
    from qualkit.services.board_moves import Moved
    from qualkit.services.project import Project

NOWHERE, ASIDE = "nowhere", "aside"
"""How the two trays are named on the command line."""


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def board(ctx: click.Context, as_json: bool) -> None:
    """Show the working board, move what lies on it, and keep it as it is.

    Without a command the board is printed.

    \b
    Example:
      qualkit board move "Zichtbaar werk wint" --code pakkans
    """
    if ctx.invoked_subcommand is None:
        _print(open_project(ctx), as_json)


@board.command()
@json_option
@pass_project
def show(project: "Project", as_json: bool) -> None:
    """Print the board: themes, what they hold, and what has no place yet.

    \b
    Example:
      qualkit board show
    """
    _print(project, as_json)


def cards_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that name codes and coded passages; they are given as one tuple of cards."""

    @click.option("--code", "codes", multiple=True, help="A code; may be repeated.")
    @click.option("--coding", "codings", multiple=True, help="One coded passage; may be repeated.")
    @wraps(command)
    def call(
        *args: object, codes: tuple[str, ...], codings: tuple[str, ...], **options: object
    ) -> None:
        if not codes and not codings:
            raise click.UsageError(_("Name codes with --code, or coded passages with --coding."))
        command(*args, names=(codes, codings), **options)

    return call


Names = tuple[tuple[str, ...], tuple[str, ...]]
"""Codes and codings, as they were named."""


@board.command()
@click.argument("to", metavar="TO")
@cards_options
@click.option("--from", "origin", default="", metavar="THEME", help="Where it lies now.")
@why_option
@pass_project
def move(project: "Project", to: str, names: Names, origin: str, why: str) -> None:
    """Move codes and passages to a theme, to 'nowhere' or 'aside'.

    'nowhere' takes them out of the theme they lie in; 'aside' puts them in the tray of what does
    not fit. What lies in more than one theme has to be told with --from.

    \b
    Example:
      qualkit board move "Zichtbaar werk wint" --code pakkans --from "Wie wacht"
    """
    cards = _cards(project, names, origin)
    _tell(project.board_moves.move(cards, _place(project, to), why))


@board.command()
@click.argument("theme")
@cards_options
@why_option
@pass_project
def add(project: "Project", theme: str, names: Names, why: str) -> None:
    """Put codes and passages in a theme, and leave them where they are as well.

    \b
    Example:
      qualkit board add "Zichtbaar werk wint" --code pakkans
    """
    cards = [card for card, _name in _things(project, names)]
    _tell(project.board_moves.add(cards, project.themes.find(theme).id, why))


@board.command()
@cards_options
@why_option
@pass_project
def aside(project: "Project", names: Names, why: str) -> None:
    """Put codes and passages aside: they fit no theme.

    \b
    Example:
      qualkit board aside --code pakkans --why "alleen in één gesprek"
    """
    from qualkit.domain.board_columns import Tray  # noqa: PLC0415 (not for --help)

    cards = [card for card, _name in _things(project, names)]
    _tell(project.board_moves.move(cards, Tray.MISFIT, why))


@board.command()
@click.argument("name")
@cards_options
@click.option("--from", "origin", default="", metavar="THEME", help="Where it lies now.")
@why_option
@pass_project
def new(project: "Project", name: str, names: Names, origin: str, why: str) -> None:
    """Make a theme of codes and passages, which leave the place they have.

    \b
    Example:
      qualkit board new "Wie het weet" --code kennis --code verlof
    """
    cards = _cards(project, names, origin)
    made = project.board_moves.make_theme(name, cards, why).value
    say(_("Made the theme '{name}'.").format(name=made.name))


for _command in (
    board_snapshots.snapshot,
    board_snapshots.snapshots,
    board_snapshots.compare,
    board_snapshots.restore,
    board_snapshots.forget,
):
    board.add_command(_command)


def _print(project: "Project", as_json: bool) -> None:
    from qualkit.cli.board_page import board_records, print_board  # noqa: PLC0415
    from qualkit.cli.rendering import print_json  # noqa: PLC0415

    shown = project.board.view()
    ids = [item.card.coding_id for column in shown.columns for item in column.single]
    segments = {segment.coding.id: segment for segment in project.board.segments(ids)}
    if as_json:
        print_json(board_records(shown, segments))
    else:
        print_board(shown, segments)


def _things(project: "Project", names: Names) -> "list[tuple[Card, str]]":
    """Give what was named, with its name, wherever it lies."""
    from qualkit.domain.board_columns import Card, Tray  # noqa: PLC0415

    codes, codings = names
    nowhere = Tray.NOWHERE.value
    return [
        *((Card(nowhere, code_id=project.codes.find(name).id), name) for name in codes),
        *((Card(nowhere, coding_id=project.codings.get(name).coding.id), name) for name in codings),
    ]


def _cards(project: "Project", names: Names, origin: str) -> "list[Card]":
    place = _place(project, origin) if origin else ""
    return [
        project.board_moves.located(card, name, place) for card, name in _things(project, names)
    ]


def _place(project: "Project", name: str) -> str:
    from qualkit.domain.board_columns import Tray  # noqa: PLC0415

    trays = {NOWHERE: Tray.NOWHERE.value, ASIDE: Tray.MISFIT.value}
    return trays.get(name) or project.themes.find(name).id


def _tell(outcome: "Outcome[Moved]") -> None:
    moved = outcome.value
    if not moved.summary:
        say(_("It lies there already."))
        return
    say(f"{moved.summary}.")
    if moved.quotes:
        said = ngettext(
            "{count} quote of it stays with the theme it was chosen in.",
            "{count} quotes of it stay with the theme they were chosen in.",
            moved.quotes,
        )
        say(said.format(count=moved.quotes))
