"""Words that could give somebody away: looked for, decided on, and watched."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import open_project, pass_project
from qualkit.cli.identifier_records import decision_record, proposal_record
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import SPAN, json_option, why_option
from qualkit.cli.passages import Place, find_span
from qualkit.cli.progress import progress_bar
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.cli.scan_options import Where, looking_of, where_options
from qualkit.cli.watched_words import KINDS, watched_words
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

kind_option = click.option(
    "--kind",
    type=KINDS,
    metavar="KIND",
    help="What the words are (name, place, date, phone, role …); guessed if not given.",
)


@click.group(invoke_without_command=True)
@where_options
@json_option
@click.pass_context
def identifiers(ctx: click.Context, where: Where, as_json: bool) -> None:
    """Propose words that could give somebody away, and keep what you decide on them.

    Without a command it looks in the quotes that are to be printed. Nothing is replaced unless you
    say so, and nothing here tells that a text is anonymous.

    \b
    Example:
      qualkit identifiers --source P3
    """
    if ctx.invoked_subcommand is not None:
        return
    project = open_project(ctx)
    looking = looking_of(project, where)
    with progress_bar(_("Looking for names")) as progress:
        found = project.identifiers.scan(looking, progress)
    if as_json:
        print_json(map(proposal_record, found.proposals))
        return
    print_table(
        [
            fixed(_("Place")),
            words(_("Label")),
            fixed(_("Kind")),
            words(_("Words")),
            words(_("Would print as")),
        ],
        (
            (
                each.reference,
                each.label,
                term(each.kind),
                f"{each.before[-30:]}«{each.words}»{each.after[:30]}",
                each.printed,
            )
            for each in found.proposals
        ),
        empty=_("Nothing is proposed {where} that is not decided on.").format(
            where=_(looking.scope.value)
        ),
    )
    names = found.pipeline.name if found.pipeline else _("capitals only")
    say(_("Names were looked for by: {pipeline}.").format(pipeline=names))


in_option = click.option("--in", "source", metavar="SOURCE", help="Only there; else everywhere.")
span_option = click.option(
    "--span",
    type=SPAN,
    metavar="START:END",
    help="Where in it, in code points, when the words stand there more than once.",
)


@identifiers.command()
@click.argument("words_given", metavar="WORDS")
@click.option("--with", "printed", metavar="PRINTED", help="What is printed, such as [plaats].")
@kind_option
@in_option
@span_option
@why_option
@pass_project
def replace(
    project: "Project",
    words_given: str,
    printed: str | None,
    kind: IdentifierKind | None,
    source: str | None,
    span: Span | None,
    why: str,
) -> None:
    """Print something else in the place of words, everywhere or in one place.

    The sources stay as they are. Prints the id of the decision.

    \b
    Example:
      qualkit identifiers replace "Ilvy Berends" --with [collega] --kind name
    """
    chosen = kind or project.identifiers.kind_of(words_given, printed or "")
    shown = printed or project.identifiers.standing_in(chosen)
    _decide(project, words_given, chosen, shown, source, span, why)


@identifiers.command()
@click.argument("words_given", metavar="WORDS")
@kind_option
@in_option
@span_option
@why_option
@pass_project
def leave(
    project: "Project",
    words_given: str,
    kind: IdentifierKind | None,
    source: str | None,
    span: Span | None,
    why: str,
) -> None:
    """Let words stay as they are, everywhere or in one place; they are not proposed again.

    \b
    Example:
      qualkit identifiers leave "Lommerveen" --in P2
    """
    chosen = kind or project.identifiers.kind_of(words_given)
    _decide(project, words_given, chosen, None, source, span, why)


def _decide(
    project: "Project",
    given: str,
    kind: IdentifierKind,
    printed: str | None,
    source: str | None,
    span: Span | None,
    why: str,
) -> None:
    if source is None:
        made = project.replacements.decide_everywhere(given, kind, printed, why).value
        where = _("everywhere")
    else:
        text = project.sources.read(project.sources.find(source).id)
        place = find_span(text, Place(span=span) if span else Place(words=given))
        made = project.replacements.decide_here(text.version.id, place, kind, printed, why).value
        where = f"P{text.source.number}"
    said = _("'{words}' stays as it is: {where}. 'qualkit undo' takes that back.")
    if made.printed:
        said = _("'{words}' prints as {printed}: {where}. 'qualkit undo' takes that back.")
    say(said.format(words=made.words, printed=made.printed, where=where))
    click.echo(made.id)


@identifiers.command("list")
@json_option
@pass_project
def list_decisions(project: "Project", as_json: bool) -> None:
    """List what was decided on words, the latest first.

    \b
    Example:
      qualkit identifiers list
    """
    entries = project.replacements.entries()
    if as_json:
        print_json(map(decision_record, entries))
        return
    print_table(
        [
            fixed(_("Id")),
            fixed(_("Kind")),
            words(_("Words")),
            words(_("Prints as")),
            words(_("Where")),
        ],
        (
            (
                shown_id(each.replacement.id),
                term(each.replacement.kind),
                each.replacement.words,
                each.replacement.printed or _("stays as it is"),
                f"{each.reference} {each.label}" if each.source else _("everywhere"),
            )
            for each in entries
        ),
        empty=_("Nothing was decided yet."),
    )


@identifiers.command("take-back")
@click.argument("decision")
@why_option
@pass_project
def take_back(project: "Project", decision: str, why: str) -> None:
    """Forget a decision, by its id or the first signs of it.

    \b
    Example:
      qualkit identifiers take-back 3f2a90c1
    """
    gone = project.replacements.take_back(project.replacements.get(decision).id, why).value
    say(_("'{words}' is open again.").format(words=gone.words))


identifiers.add_command(watched_words)
