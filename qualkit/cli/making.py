"""How sources came about: shown, and described for one or many."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import CHECK, MINUTES, gathered, json_option, why_option
from qualkit.cli.rendering import fixed, number, print_json, print_table, words
from qualkit.cli.source_picking import named_entries, source_records
from qualkit.domain.source_making import Checked, MakingChange, SourceMaking
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project
    from qualkit.services.sources import SourceEntry


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of how sources came about, as far as it is given."""

    recorder: str | None = None
    mode: str | None = None
    minutes: int | None = None
    check: Checked | None = None

    @property
    def change(self) -> MakingChange:
        """The change that writes it down."""
        outcome, on = (self.check.outcome, self.check.on) if self.check else (None, None)
        return MakingChange(self.recorder, self.mode, self.minutes, outcome, on)


@click.command("making")
@click.argument("sources", nargs=-1)
@gathered(
    "made",
    Made,
    click.option("--recorder", help='Who wrote the text, by role: "de onderzoeker".'),
    click.option("--mode", help='How it was held: "telefonisch".'),
    click.option("--minutes", type=MINUTES, help='How long it took: 55, "1 uur 10".'),
    click.option("--check", type=CHECK, help='Check by who spoke: "changed, 2026-03-20".'),
)
@click.option("--reset", is_flag=True, help="Take out what is not given.")
@why_option
@json_option
@pass_project
def source_making(
    project: "Project", sources: tuple[str, ...], made: Made, reset: bool, why: str, as_json: bool
) -> None:
    """Show or describe how sources came about, and whether who spoke has seen the text.

    Without options it shows; without SOURCES it shows all. The method paragraph and the note
    under quotes are made from it.

    \b
    Example:
      qualkit source making P1 P2 --mode telefonisch --check "changed, 2026-03-20"
    """
    is_change = reset or made != Made()
    found = named_entries(project, sources, is_change)
    if is_change:
        ids = [entry.source.id for entry in found]
        project.making.describe(ids, made.change.over_nothing() if reset else made.change, why)
        say(_("Kept for {sources}.").format(sources=count_of(len(ids), "source")))
    if as_json:
        print_json(source_records(project, found))
    elif not is_change:
        _print_making(found, project.making.all())


def _print_making(found: "list[SourceEntry]", making: dict[str, SourceMaking]) -> None:
    print_table(
        [
            fixed(_("No.")),
            words(_("Source")),
            words(_("Recorder")),
            words(_("Mode")),
            number(_("Minutes")),
            fixed(_("Check")),
            fixed(_("Checked on")),
        ],
        (
            (
                f"P{entry.source.number}",
                entry.label or entry.source.title,
                made.recorder,
                made.mode,
                str(made.minutes or ""),
                term(made.member_check) if made.member_check else "",
                str(made.checked_on or ""),
            )
            for entry in found
            for made in [making.get(entry.source.id, SourceMaking("", ""))]
        ),
        empty=_("There are no such sources. 'qualkit import FILE...' brings files in."),
    )
