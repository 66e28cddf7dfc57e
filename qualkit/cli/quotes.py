"""Quotes: passages on a shortlist and chosen for print, word for word in their source."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.quote_choices import Choice, choice_options
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.cli.theme_records import quote_record
from qualkit.domain.quote_verdict import verdict
from qualkit.domain.quotes import edits
from qualkit.domain.themes import ChosenQuote, Quote, QuoteStage
from qualkit.translation import _
from qualkit.tui.quote_text import cell_told, quote_told, spread_told
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.analysis.quote_spread import QuoteMatrix
    from qualkit.services.project import Project


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
@click.option(
    "--stage",
    type=click.Choice(QuoteStage, case_sensitive=False),
    help="Only those on the shortlist, or only chosen ones.",
)
@json_option
@pass_project
def list_quotes(project: "Project", theme: str, stage: QuoteStage | None, as_json: bool) -> None:
    """List the quotes of a theme, chosen and shortlisted, as they will be printed.

    \b
    Example:
      qualkit quote list "Zichtbaar werk wint" --stage shortlisted
    """
    every = project.quotes.every(project.themes.find(theme).id)
    found = [item for item in every if stage in (None, item.quote.stage)]
    if as_json:
        print_json(map(quote_record, found))
        return
    states = project.reviews.states()
    print_table(
        [
            fixed(_("Id")),
            fixed(_("Stage")),
            fixed(_("Place")),
            words(_("Label")),
            words(_("About")),
            words(_("Words")),
        ],
        (
            (
                shown_id(item.quote.id),
                term(item.quote.stage),
                item.segment.reference,
                item.label,
                quote_told(item, states.get(item.quote.id)),
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
    """Choose a coded passage for print under a theme, from its shortlist if it is there.

    Prints the id of the quote.

    \b
    Example:
      qualkit quote choose "Zichtbaar werk wint" 3f2a90c1 --claim 1 --reason typical
    """
    made = _add(project, theme, coding, choice, QuoteStage.CHOSEN, why)
    said = _("Chose “{words}” ({label}, {reference}).")
    segment = made.segment
    say(said.format(words=made.words, label=segment.label, reference=segment.reference))
    _say_verdict(made)
    click.echo(made.quote.id)


@quote.command()
@click.argument("theme")
@click.argument("coding")
@choice_options
@why_option
@pass_project
def shortlist(project: "Project", theme: str, coding: str, choice: Choice, why: str) -> None:
    """Put a coded passage on the shortlist of a theme.

    Prints the id of the quote; 'quote edit --stage chosen' chooses it for print.

    \b
    Example:
      qualkit quote shortlist "Zichtbaar werk wint" 3f2a90c1 --note "zegt het kort"
    """
    made = _add(project, theme, coding, choice, QuoteStage.SHORTLISTED, why)
    said = _("“{words}” ({label}, {reference}) is on the shortlist.")
    segment = made.segment
    say(said.format(words=made.words, label=segment.label, reference=segment.reference))
    click.echo(made.quote.id)


@quote.command()
@click.argument("quote")
@choice_options
@click.option("--as-is", is_flag=True, help="Print the passage unedited again.")
@click.option(
    "--stage",
    type=click.Choice(QuoteStage, case_sensitive=False),
    help="Choose it for print, or send it back to the shortlist.",
)
@why_option
@pass_project
def edit(
    project: "Project",
    quote: str,
    choice: Choice,
    as_is: bool,
    stage: QuoteStage | None,
    why: str,
) -> None:
    """Change a quote's printed words, claim, stance, reason, note, name or stage.

    Tells whether the words are word for word, and what was edited.

    \b
    Example:
      qualkit quote edit 51d07aa2 --printed "met [aantal] man [...] en dan blijft het liggen"
    """
    if choice == Choice() and not as_is and stage is None:
        raise click.UsageError(_("Say what to change, for example with --printed."))
    if as_is and choice.printed is not None:
        raise click.UsageError(_("Give either --printed or --as-is."))
    found = project.quotes.get(quote)
    changed = choice.of_theme(project, found.theme_id).over(found)
    if choice.claim == 0:
        changed = replace(changed, claim_id=None)
    if as_is:
        changed = replace(changed, printed=None)
    made = project.quotes.edit(replace(changed, stage=stage or found.stage), why).value
    say(_("Changed the quote."))
    if made.printed != found.printed:
        _say_verdict(project.quotes.view(made.id))


@quote.command()
@click.argument("quote")
@click.argument("by", type=int)
@why_option
@pass_project
def move(project: "Project", quote: str, by: int, why: str) -> None:
    """Move a quote up (a negative number) or down among those it stands with.

    \b
    Example:
      qualkit quote move 51d07aa2 -- -1
    """
    outcome = project.quotes.move(project.quotes.get(quote).id, by, why)
    say(_("Moved the quote.") if outcome.touched else _("There is no further place that way."))


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


@quote.command()
@click.argument("theme", nargs=-1)
@json_option
@pass_project
def matrix(project: "Project", theme: tuple[str, ...], as_json: bool) -> None:
    """Tell who is quoted under which theme, of those who could be.

    "2 +1" is two chosen and one on the shortlist; · is somebody with passages and no quote.

    \b
    Example:
      qualkit quote matrix "Zichtbaar werk wint"
    """
    found = project.quote_choosing.matrix([project.themes.find(name).id for name in theme])
    if as_json:
        print_json(_matrix_records(found))
        return
    print_table(
        [fixed(_("Participant")), *(words(each.name) for each in found.themes)],
        (
            (row.label, *(cell_told(found.cell(row, each.id)) for each in found.themes))
            for row in found.rows
        ),
        empty=_("There is nothing yet that may be quoted under a theme."),
    )
    for each in found.themes:
        say(f"{each.name}: {spread_told(found, each.id, project.info.language)}")


def _matrix_records(found: "QuoteMatrix") -> list[dict[str, object]]:
    """Give a record for each participant and theme where there is something to quote."""
    records: list[dict[str, object]] = []
    for row in found.rows:
        for theme in found.themes:
            cell = found.cell(row, theme.id)
            if cell.passages or cell.chosen or cell.shortlisted:
                records.append(
                    {
                        "kind": row.kind,
                        "label": row.label,
                        "theme_id": theme.id,
                        "theme": theme.name,
                        "chosen": cell.chosen,
                        "shortlisted": cell.shortlisted,
                        "passages": cell.passages,
                    }
                )
    return records


def _add(
    project: "Project", theme: str, coding: str, choice: Choice, stage: QuoteStage, why: str
) -> ChosenQuote:
    theme_id = project.themes.find(theme).id
    coding_id = project.codings.get(coding).coding.id
    how = choice.of_theme(project, theme_id)
    made: Quote = project.quotes.add(theme_id, coding_id, how, stage, why).value
    return project.quotes.view(made.id)


def _say_verdict(item: ChosenQuote) -> None:
    if item.quote.printed is not None:
        say(verdict(edits(item.segment.words, item.quote.printed)))
