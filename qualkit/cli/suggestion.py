"""Suggestions one by one: rejected and taken back, and her own codes that may fit a passage."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.passages import Place, find_span, place_options
from qualkit.cli.records import code_suggestion_record, rejection_record
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group()
def suggestion() -> None:
    """Reject suggestions, and see which codes may fit.

    A rejected phrase goes by its id, or the first signs of it.

    \b
    Example:
      qualkit suggestion reject "op papier" --source P3
    """


@suggestion.command()
@click.argument("phrase")
@click.option("--source", help="Only in this source; without it: everywhere.")
@why_option
@pass_project
def reject(project: "Project", phrase: str, source: str | None, why: str) -> None:
    """Never suggest a phrase again, in a source or everywhere.

    Other forms of its words are left out with it. Prints the id of the rejection.

    \b
    Example:
      qualkit suggestion reject "op papier" --source P3
    """
    source_id = project.sources.find(source).id if source is not None else None
    rejection = project.suggestions.reject(phrase, source_id, why=why).value
    say(
        _("'{phrase}' is not suggested again. 'qualkit undo' takes that back.").format(
            phrase=rejection.phrase
        )
    )
    click.echo(rejection.id)


@suggestion.command("list")
@json_option
@pass_project
def list_rejected(project: "Project", as_json: bool) -> None:
    """List the phrases that were rejected.

    \b
    Example:
      qualkit suggestion list --json
    """
    references = {entry.source.id: f"P{entry.source.number}" for entry in project.sources.entries()}
    rejections = project.suggestions.rejections()
    if as_json:
        print_json(
            rejection_record(item, references.get(item.source_id or "")) for item in rejections
        )
        return
    print_table(
        [fixed(_("Id")), words(_("Phrase")), fixed(_("Where"))],
        (
            (shown_id(item.id), item.phrase, references.get(item.source_id or "", _("everywhere")))
            for item in rejections
        ),
        empty=_("No phrase was rejected."),
    )


@suggestion.command()
@click.argument("rejection")
@why_option
@pass_project
def restore(project: "Project", rejection: str, why: str) -> None:
    """Let a rejected phrase be suggested again.

    \b
    Example:
      qualkit suggestion restore 6c1e77f0
    """
    restored = project.suggestions.restore(rejection, why).value
    say(_("'{phrase}' may be suggested again.").format(phrase=restored.phrase))


@suggestion.command()
@click.argument("source")
@place_options
@json_option
@pass_project
def codes(project: "Project", source: str, place: Place, as_json: bool) -> None:
    """Offer those of your own codes that may fit a passage.

    By the words of the code, or because the passage is like two or more that were coded with it.
    Nothing is coded.

    \b
    Example:
      qualkit suggestion codes P3 --lines 4
    """
    text = project.sources.read(project.sources.find(source).id)
    found = project.suggestions.codes_for(text.version.id, find_span(text, place))
    if as_json:
        print_json(map(code_suggestion_record, found))
        return
    print_table(
        [words(_("Code")), words(_("Why")), words(_("Compare"))],
        ((item.path, item.evidence, ", ".join(item.references)) for item in found),
        empty=_("None of your codes stands out for this passage."),
    )
