"""Labels: how groups of participants are printed, and who has which number."""

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option, why_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import print_json, print_table, words
from qualkit.domain.cases import LabelGroup, LabelledCase, NumberOrder
from qualkit.domain.quotability import Attribution
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

SEEDS = 10_000


@click.group("label")
def label_group() -> None:
    """Say how groups of participants are printed.

    \b
    Example:
      qualkit label list
    """


@label_group.command("list")
@json_option
@pass_project
def list_labels(project: "Project", as_json: bool) -> None:
    """List the groups of participants with who is in them.

    \b
    Example:
      qualkit label list
    """
    groups = project.labels.groups()
    if as_json:
        print_json(map(_record, groups))
        return
    print_table(
        [words(_("Pattern")), words(_("Name")), words(_("Participants")), words(_("Who they are"))],
        (
            (
                each.group.pattern,
                term(each.group.attribution),
                ", ".join(map(_told, each.members)),
                each.group.role,
            )
            for each in groups
        ),
        empty=_("There are no cases. 'qualkit case assign SOURCE LABEL' makes one."),
    )
    for label in project.labels.shared():
        say(_("More than one participant is printed as '{label}'.").format(label=label))


@dataclass(frozen=True, slots=True)
class Described:
    """What is changed of a group, as far as it is given."""

    pattern: str | None = None
    role: str | None = None
    attribution: Attribution | None = None


@label_group.command()
@click.argument("group")
@gathered(
    "described",
    Described,
    click.option("--pattern", help="Such as 'Politie {I}' or 'Eenheid {1}'."),
    click.option("--role", help="Who they are, as the material is described."),
    click.option(
        "--attribution",
        type=click.Choice(Attribution, case_sensitive=False),
        help="Under which name their words are printed.",
    ),
)
@why_option
@pass_project
def describe(project: "Project", group: str, described: Described, why: str) -> None:
    """Change the pattern of a group, who they are, or under which name they are printed.

    GROUP is its pattern as it is now.

    \b
    Example:
      qualkit label describe "Politie {I}" --role "rechercheurs van zes eenheden"
    """
    found = project.cases.find_group(group)
    changed = project.labels.describe(
        found.id, described.pattern, described.role, described.attribution, why
    ).value
    say(_("The group is printed as '{label}'.").format(label=changed.pattern))


@label_group.command()
@click.argument("group")
@click.option(
    "--order",
    type=click.Choice(NumberOrder, case_sensitive=False),
    default="shuffled",
    show_default=True,
    help="As they were spoken with, or by title: then the numbers can be guessed.",
)
@click.option("--seed", type=click.IntRange(0), help="Shuffle as another time; told if not given.")
@why_option
@pass_project
def renumber(
    project: "Project", group: str, order: NumberOrder, seed: int | None, why: str
) -> None:
    """Number the participants of a group anew; every screen and export follows.

    \b
    Example:
      qualkit label renumber "Politie {I}"
    """
    found = project.cases.find_group(group)
    if seed is None:
        seed = secrets.randbelow(SEEDS)
    there = project.labels.renumber(found.id, order, seed, why).value
    for member in there.members:
        say(_told(member))
    if order is NumberOrder.SHUFFLED:
        say(
            _(
                "Shuffled; --seed {seed} does it the same way again. It is written down nowhere, "
                "so that the numbers cannot be traced back."
            ).format(seed=seed)
        )


@label_group.command()
@click.argument("label")
@click.argument("other")
@why_option
@pass_project
def swap(project: "Project", label: str, other: str, why: str) -> None:
    """Let two participants of a group have each other's number.

    \b
    Example:
      qualkit label swap "Politie II" "Politie V"
    """
    one, two = project.cases.find(label), project.cases.find(other)
    project.labels.swap(one.id, two.id, why)
    say(_("They have changed numbers; 'qualkit undo' takes it back."))


@label_group.command()
@click.argument("label")
@click.argument("number", type=click.IntRange(1))
@why_option
@pass_project
def number(project: "Project", label: str, number: int, why: str) -> None:
    """Give a participant a number; who had it gets the one that comes free.

    \b
    Example:
      qualkit label number "Politie II" 7
    """
    found = project.cases.find(label)
    project.labels.give_number(found.id, number, why)
    members = project.labels.of(found.group_id).members
    now = next(each.label for each in members if each.case.id == found.id)
    say(_("'{old}' is printed as '{new}'.").format(old=label, new=now))


def _told(member: LabelledCase) -> str:
    sources = ", ".join(f"P{source.number}" for source in member.sources)
    return f"{member.label} ({sources})" if sources else member.label


def _record(there: LabelGroup) -> Record:
    return {
        "id": there.group.id,
        "pattern": there.group.pattern,
        "role": there.group.role,
        "attribution": there.group.attribution,
        "participants": [
            {
                "id": member.case.id,
                "label": member.label,
                "number": member.case.number,
                "sources": [f"P{source.number}" for source in member.sources],
            }
            for member in there.members
        ],
    }
