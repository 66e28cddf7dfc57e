"""The team's words for how many, and what such words in a story rest on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import number, print_json, print_table, print_text, words
from qualkit.translation import _
from qualkit.tui.quantifier_text import basis_line

if TYPE_CHECKING:
    from qualkit.services.project import Project
    from qualkit.services.quantifiers import TextBasis

PERCENT = click.IntRange(0, 100)


@click.command()
@json_option
@pass_project
def quantifiers(project: "Project", as_json: bool) -> None:
    """List the team's words for how many, with the shares they stand for.

    \b
    Example:
      qualkit quantifiers
    """
    listed = project.quantifiers.all()
    if as_json:
        print_json({"phrase": each.phrase, "low": each.low, "high": each.high} for each in listed)
        return
    print_table(
        [words(_("Phrase")), number(_("From %")), number(_("To %"))],
        ((each.phrase, str(each.low), str(each.high)) for each in listed),
        empty="",
    )
    if project.quantifiers.is_usual():
        say(_("This is the usual list; 'qualkit quantifier set' makes it your own."))


@click.group()
def quantifier() -> None:
    """Agree on words for how many.

    While you write the story of a theme, qualkit tells what such words rest on.

    \b
    Example:
      qualkit quantifier set "vrijwel alle" 80 99
    """


@quantifier.command("set")
@click.argument("phrase")
@click.argument("low", type=PERCENT)
@click.argument("high", type=PERCENT)
@why_option
@pass_project
def set_quantifier(project: "Project", phrase: str, low: int, high: int, why: str) -> None:
    """Say for which share a phrase stands, in whole percents.

    \b
    Example:
      qualkit quantifier set "vrijwel alle" 80 99
    """
    given = project.quantifiers.set(phrase, low, high, why).value
    said = _("'{phrase}' stands for {low} to {high} percent.")
    say(said.format(phrase=given.phrase, low=given.low, high=given.high))


@quantifier.command()
@click.argument("phrase")
@why_option
@pass_project
def remove(project: "Project", phrase: str, why: str) -> None:
    """Take a phrase off the list.

    \b
    Example:
      qualkit quantifier remove "een aantal"
    """
    removed = project.quantifiers.remove(phrase, why).value
    say(_("'{phrase}' is off the list.").format(phrase=removed.phrase))


@quantifier.command()
@why_option
@pass_project
def reset(project: "Project", why: str) -> None:
    """Take the usual list again.

    \b
    Example:
      qualkit quantifier reset
    """
    project.quantifiers.reset(why)
    say(_("The usual list is back. 'qualkit undo' brings yours back."))


@click.command()
@click.argument("theme")
@json_option
@pass_project
def basis(project: "Project", theme: str, as_json: bool) -> None:
    """Tell what the words for how many in a theme's story and claims rest on.

    Nothing is changed, and nothing is held up.

    \b
    Example:
      qualkit theme basis "Zichtbaar werk wint"
    """
    parts = project.quantifiers.basis(project.themes.find(theme).id)
    if as_json:
        print_json(record for part in parts for record in _records(part))
        return
    language = project.info.language
    told = [
        "\n".join(
            [_title(part, place), *(f"  {basis_line(each, language)}" for each in part.found)]
        )
        for place, part in enumerate(parts)
        if part.found
    ]
    if told:
        print_text("\n\n".join(told))
    else:
        say(_("Neither the story nor a claim has a word for how many."))


def _title(part: "TextBasis", place: int) -> str:
    if part.claim is None:
        return _("Story")
    return _("Claim {number}: {text}").format(number=place, text=part.claim.text)


def _records(part: "TextBasis") -> Iterator[Record]:
    for each in part.found:
        yield {
            "claim_id": part.claim.id if part.claim else None,
            "words": each.quantity.words,
            "start": each.quantity.span.start,
            "end": each.quantity.span.end,
            "is_so": each.is_so,
            "groups": [
                {
                    "kind": group.kind,
                    "heard": [voice.label for voice in group.heard],
                    "silent": group.silent,
                }
                for group in each.groups
            ],
            "others": each.others,
        }
