"""The mosaic check: what is printed under one label, looked at together."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import open_project, pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import (
    number,
    print_heading,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.domain.mosaic import MosaicLabel, MosaicVerdict, PrintedSort
from qualkit.translation import _, ngettext
from qualkit.tui.mosaic_text import (
    label_told,
    pointed_out,
    printed_told,
    questions_told,
    standing_told,
)

if TYPE_CHECKING:
    from qualkit.services.project import Project

WITHOUT = "-"
"""How one names what is printed without a label."""


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def mosaic(ctx: click.Context, as_json: bool) -> None:
    """Look at all that is printed under one label together, before it leaves.

    Without more, list the labels and whether you looked at them as they would be printed now.
    Quotes that tell nothing each may tell together who said them.

    \b
    Example:
      qualkit mosaic
    """
    if ctx.invoked_subcommand is not None:
        return
    labels = open_project(ctx).mosaic.labels()
    if as_json:
        print_json(map(_record, labels))
        return
    print_table(
        [words(_("Label")), number(_("Group")), number(_("Printed")), words(_("Looked at"))],
        (
            (
                label_told(each.label),
                str(each.group_size or ""),
                str(len(each.pieces)),
                standing_told(each),
            )
            for each in labels
        ),
        empty=_("Nothing would be printed: no quote is chosen and there is no vignette."),
    )


@mosaic.command()
@click.argument("label")
@json_option
@pass_project
def show(project: "Project", label: str, as_json: bool) -> None:
    """Show what is printed under a label side by side; - for what has none.

    \b
    Example:
      qualkit mosaic show "Politie II"
    """
    found = project.mosaic.of(_label(label))
    if as_json:
        print_json([_record(found)])
        return
    marks = [project.identifiers.in_words(piece.words) for piece in found.pieces]
    kinds = [{each.kind for each in some} for some in marks]
    print_text(f"{printed_told(found)} {pointed_out(kinds)}".strip())
    for theme, pieces in groupby(found.pieces, lambda piece: piece.theme):
        print_heading(theme)
        for piece in pieces:
            where = _("vignette") if piece.sort is PrintedSort.VIGNETTE else piece.reference
            print_text(f"\n{where or piece.id[:8]}\n{piece.words}")
    print_text(f"\n{questions_told()}")
    say(standing_told(found))


@mosaic.command()
@click.argument("labels", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every label that waits for a look.")
@why_option
@pass_project
def seen(project: "Project", labels: tuple[str, ...], every: bool, why: str) -> None:
    """Keep that you looked at labels and that all of it may be printed.

    \b
    Example:
      qualkit mosaic seen "Politie I" "Politie II"
    """
    _tell_kept(_keep(project, labels, every, MosaicVerdict.SEEN, why))


@mosaic.command()
@click.argument("labels", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every label that waits for a look.")
@click.option(
    "--why", required=True, metavar="REASON", help="Why it may stay; kept in the history."
)
@pass_project
def leave(project: "Project", labels: tuple[str, ...], every: bool, why: str) -> None:
    """Keep that somebody may be recognised by what is under labels, and why it stays.

    \b
    Example:
      qualkit mosaic leave "Politie II" --why "De geïnterviewde las het en vond het goed."
    """
    _tell_kept(_keep(project, labels, every, MosaicVerdict.LEFT, why))


def _keep(
    project: "Project", labels: tuple[str, ...], every: bool, verdict: MosaicVerdict, why: str
) -> Sequence[MosaicLabel]:
    if every == bool(labels):
        raise click.UsageError(_("Name labels, or give --all."))
    if every:
        return project.mosaic.look_all(verdict, why).value
    return project.mosaic.look([_label(label) for label in labels], verdict, why).value


def _tell_kept(kept: Sequence[MosaicLabel]) -> None:
    told = ngettext(
        "Kept for {count} label; 'qualkit undo' takes it back.",
        "Kept for {count} labels; 'qualkit undo' takes it back.",
        len(kept),
    )
    say(told.format(count=len(kept)))


def _label(name: str) -> str:
    return "" if name == WITHOUT else name


def _record(label: MosaicLabel) -> Record:
    return {
        "label": label.label,
        "group_size": label.group_size,
        "looked": label.holds,
        "verdict": label.look.verdict if label.look else None,
        "why": label.look.why if label.look else "",
        "pieces": list(_pieces(label)),
    }


def _pieces(label: MosaicLabel) -> Iterator[Record]:
    return map(asdict, label.pieces)
