"""Quotes: passages chosen for print, word for word in their source."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.claims import find_claim
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import gathered, json_option, why_option
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.cli.theme_records import quote_record
from qualkit.domain.themes import QuoteReason, Stance
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """How a passage is quoted; None for what was not said."""

    claim: int | None
    """Number of the claim within its theme, from 1; 0 for none."""
    stance: Stance | None
    reason: QuoteReason | None
    printed: str | None


choice_options = gathered(
    "choice",
    Choice,
    click.option("--claim", type=click.IntRange(min=0), help="Number of the claim; 0 for none."),
    click.option(
        "--stance",
        type=click.Choice(Stance, case_sensitive=False),
        help="How it relates to the theme.",
    ),
    click.option(
        "--reason", type=click.Choice(QuoteReason, case_sensitive=False), help="Why it is chosen."
    ),
    click.option(
        "--printed",
        metavar="WORDS",
        help="Edited words: only [...] and kinds such as [aantal] may differ.",
    ),
)


@click.group()
def quote() -> None:
    """Choose and edit the quotes of a theme.

    A quote goes by its id, or the first signs of it.

    \b
    Example:
      qualkit quote choose "Zichtbaar werk wint" 3f2a90c1 --claim 1
    """


@quote.command("list")
@click.argument("theme")
@json_option
@pass_project
def list_quotes(project: "Project", theme: str, as_json: bool) -> None:
    """List the quotes of a theme, as they will be printed.

    \b
    Example:
      qualkit quote list "Zichtbaar werk wint"
    """
    found = project.quotes.of_theme(project.themes.find(theme).id)
    if as_json:
        print_json(map(quote_record, found))
        return
    print_table(
        [
            fixed(_("Id")),
            fixed(_("Place")),
            words(_("Label")),
            fixed(_("Stance")),
            words(_("Words")),
        ],
        (
            (
                shown_id(item.quote.id),
                item.segment.reference,
                item.segment.label,
                term(item.quote.stance),
                item.words,
            )
            for item in found
        ),
        empty=_("The theme has no quotes yet. 'qualkit quote choose THEME CODING' chooses one."),
    )


@quote.command()
@click.argument("theme")
@click.argument("coding")
@choice_options
@why_option
@pass_project
def choose(project: "Project", theme: str, coding: str, choice: Choice, why: str) -> None:
    """Choose a coded passage for print under a theme.

    Prints the id of the quote.

    \b
    Example:
      qualkit quote choose "Zichtbaar werk wint" 3f2a90c1 --claim 1 --reason typical
    """
    theme_id = project.themes.find(theme).id
    segment = project.codings.get(coding)
    made = project.quotes.choose(
        theme_id,
        segment.coding.id,
        find_claim(project, theme_id, choice.claim).claim.id if choice.claim else None,
        choice.stance,
        choice.reason,
        choice.printed,
        why,
    ).value
    words_chosen = segment.words if made.printed is None else made.printed
    say(
        _("Chose “{words}” ({label}, {reference}).").format(
            words=words_chosen, label=segment.label, reference=segment.reference
        )
    )
    click.echo(made.id)


@quote.command()
@click.argument("quote")
@choice_options
@click.option("--as-is", is_flag=True, help="Print the passage unedited again.")
@why_option
@pass_project
def edit(project: "Project", quote: str, choice: Choice, as_is: bool, why: str) -> None:
    """Change a quote's printed words, claim, stance or reason.

    \b
    Example:
      qualkit quote edit 51d07aa2 --printed "met [aantal] man [...] en dan blijft het liggen"
    """
    if choice == Choice(None, None, None, None) and not as_is:
        raise click.UsageError(_("Say what to change, for example with --printed."))
    if as_is and choice.printed is not None:
        raise click.UsageError(_("Give either --printed or --as-is."))
    found = project.quotes.get(quote)
    claim_id = found.claim_id
    if choice.claim is not None:
        claim_id = None
        if choice.claim:
            claim_id = find_claim(project, found.theme_id, choice.claim).claim.id
    changed = replace(
        found,
        claim_id=claim_id,
        stance=choice.stance or found.stance,
        reason=choice.reason or found.reason,
        printed=None if as_is else choice.printed or found.printed,
    )
    project.quotes.edit(changed, why)
    say(_("Changed the quote."))


@quote.command()
@click.argument("quote")
@why_option
@pass_project
def drop(project: "Project", quote: str, why: str) -> None:
    """No longer print a quote; its passage and coding stay.

    \b
    Example:
      qualkit quote drop 51d07aa2
    """
    project.quotes.drop(project.quotes.get(quote).id, why)
    say(_("Dropped the quote. 'qualkit undo' brings it back."))
