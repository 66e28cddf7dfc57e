"""Codings: coded segments listed, made and corrected."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.passages import Place, find_span, place_options
from qualkit.cli.records import coding_record
from qualkit.cli.rendering import (
    excerpt,
    fixed,
    local_time,
    print_fields,
    print_heading,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.translation import _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--source", help="Only in this source.")
@click.option("--code", help="Only with this code.")
@click.option("--strong", is_flag=True, help="Only strong examples.")
@json_option
@pass_project
def codings(
    project: "Project", source: str | None, code: str | None, strong: bool, as_json: bool
) -> None:
    """List the coded segments.

    \b
    Example:
      qualkit codings --code "te weinig mensen"
    """
    source_id = project.sources.find(source).id if source is not None else None
    code_id = project.codes.find(code).id if code is not None else None
    found = project.codings.select(source_id, code_id, strong)
    if as_json:
        print_json(map(coding_record, found))
        return
    print_table(
        [
            fixed(_("Id")),
            fixed(_("Place")),
            words(_("Label")),
            words(_("Code")),
            words(_("Words")),
        ],
        (
            (
                shown_id(item.coding.id),
                item.reference,
                item.label,
                item.code.name + (" *" if item.coding.strong else ""),
                excerpt(item.words),
            )
            for item in found
        ),
        empty=_("There are no such codings."),
    )
    if any(item.coding.strong for item in found):
        say(_("* a strong example"))


@click.group()
def coding() -> None:
    """Code passages and correct their codings.

    A coding goes by its id, or the first signs of it.

    \b
    Example:
      qualkit coding add P3 --lines 27-29 --code capaciteit
    """


@coding.command()
@click.argument("source", required=False)
@place_options
@click.option("--code", "codes", multiple=True, help="A code there is; may be repeated.")
@click.option("--new", multiple=True, metavar="NAME", help="A code made on the spot.")
@click.option(
    "--from",
    "sheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Code what you confirmed on a sheet of candidates, as one step.",
)
@why_option
@pass_project
def add(
    project: "Project",
    source: str | None,
    place: Place,
    codes: tuple[str, ...],
    new: tuple[str, ...],
    sheet: Path | None,
    why: str,
) -> None:
    """Code a passage with one or more codes, or what you confirmed on a sheet.

    Prints the ids of the codings, one a line. With --from, the sheet of 'qualkit search
    --candidates' is coded where its first column says yes; every passage is first held word for
    word against its source.

    \b
    Example:
      qualkit coding add P3 --text "met anderhalf" --code capaciteit --new "te weinig mensen"
      qualkit coding add --from blad.csv --why "gezocht op wachttijd"
    """
    if sheet is not None:
        if source is not None or place.is_given or codes or new:
            raise click.UsageError(_("--from takes source, passages and codes from the sheet."))
        _code_sheet(project, sheet, why)
        return
    if source is None:
        raise click.UsageError(_("Name a source, or a sheet with --from."))
    if not codes and not new:
        raise click.UsageError(_("Name one or more codes, with --code or --new."))
    text = project.sources.read(project.sources.find(source).id)
    span = find_span(text, place)
    code_ids = [project.codes.find(name).id for name in codes]
    made = project.codings.add(text.version.id, span, code_ids, why=why, new=new).value
    for item in made:
        found = project.codings.get(item.id)
        message = _("Coded {place} with '{name}'.")
        say(message.format(place=found.reference, name=found.code.name))
        click.echo(item.id)


def _code_sheet(project: "Project", sheet: Path, why: str) -> None:
    result = project.candidate_sheets.code(sheet, why).value
    coded = ngettext("{count} passage was coded.", "{count} passages were coded.", result.coded)
    say(coded.format(count=result.coded))
    if result.undecided:
        say(_("Still to decide: {count}").format(count=result.undecided))
    say(_("'qualkit undo' takes all of it back."))


@coding.command()
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@why_option
@pass_project
def remove(project: "Project", codings: tuple[str, ...], why: str) -> None:
    """Take codings off; memos on them stay with the passage.

    \b
    Example:
      qualkit coding remove 3f2a90c1 --why "gaat over iets anders"
    """
    ids = dict.fromkeys(project.codings.get(item).coding.id for item in codings)
    count = project.codings.remove(list(ids), why).value
    message = _("Took {codings} off. 'qualkit undo' brings back what was taken.")
    say(message.format(codings=count_of(count, "coding")))


@coding.command()
@click.argument("coding")
@click.argument("codes", nargs=-1, metavar="CODE...")
@click.option("--new", multiple=True, metavar="NAME", help="A code made on the spot.")
@why_option
@pass_project
def recode(
    project: "Project", coding: str, codes: tuple[str, ...], new: tuple[str, ...], why: str
) -> None:
    """Give a coding another code, or several.

    \b
    Example:
      qualkit coding recode 3f2a90c1 "te weinig digitale kennis"
    """
    if not codes and not new:
        raise click.UsageError(_("Name one or more codes, or give --new NAME."))
    before = project.codings.get(coding)
    code_ids = [project.codes.find(name).id for name in codes]
    after = project.codings.recode_as(before.coding.id, code_ids, new, why).value
    names = ", ".join(f"'{project.codings.get(item.id).code.name}'" for item in after)
    said = _("{place} was coded '{name}' and is now coded {codes}.")
    say(said.format(place=before.reference, name=before.code.name, codes=names))


@coding.command()
@click.argument("coding")
@place_options
@why_option
@pass_project
def resize(project: "Project", coding: str, place: Place, why: str) -> None:
    """Move the boundaries of a coding.

    \b
    Example:
      qualkit coding resize 3f2a90c1 --lines 27-30
    """
    before = project.codings.get(coding)
    span = find_span(project.sources.read(before.source.id), place)
    torn = project.quotes.torn_by(before.coding.id, span)
    project.codings.resize(before.coding.id, span, why)
    after = project.codings.get(before.coding.id)
    message = _("The passage at {place} now reads: {words}")
    say(message.format(place=after.reference, words=excerpt(after.words)))
    for quote in torn:
        told = _("This quote of it is not word for word any more, mend it with quote edit: {words}")
        say(told.format(words=excerpt(quote.printed or "")))


@coding.command()
@click.argument("coding")
@why_option
@pass_project
def mark(project: "Project", coding: str, why: str) -> None:
    """Mark a coding as a strong example.

    \b
    Example:
      qualkit coding mark 3f2a90c1
    """
    found = project.codings.get(coding)
    project.codings.mark(found.coding.id, True, why)
    message = _("{place} is a strong example of '{name}'.")
    say(message.format(place=found.reference, name=found.code.name))


@coding.command()
@click.argument("coding")
@why_option
@pass_project
def unmark(project: "Project", coding: str, why: str) -> None:
    """Take the mark of a strong example away.

    \b
    Example:
      qualkit coding unmark 3f2a90c1
    """
    found = project.codings.get(coding)
    project.codings.mark(found.coding.id, False, why)
    message = _("{place} is no longer marked as a strong example of '{name}'.")
    say(message.format(place=found.reference, name=found.code.name))


@coding.command()
@click.argument("coding")
@click.option("--turns", type=click.IntRange(0, 99), help="With so many turns before and after it.")
@json_option
@pass_project
def show(project: "Project", coding: str, turns: int | None, as_json: bool) -> None:
    """Show a coding with all its words.

    \b
    Example:
      qualkit coding show 3f2a90c1 --turns 2
    """
    found = project.codings.get(coding)
    shown = None if turns is None else project.codings.in_context(found.coding, turns)
    if as_json:
        around = {} if shown is None else {"before": shown.before, "after": shown.after}
        print_json([{**coding_record(found), **around}])
        return
    print_fields(
        [
            (_("Place"), f"{found.reference}, {found.source.title}"),
            (_("Label"), found.label),
            (_("Code"), found.code.name),
            (_("Words"), found.words),
            (_("Speakers"), _speakers(found)),
            (_("Strong"), _("yes") if found.coding.strong else ""),
            (_("Began as"), _began(found.coding)),
            (_("Coder"), found.coding.coder),
            (_("When"), local_time(found.coding.created_at)),
            (_("Span"), f"{found.coding.start}:{found.coding.end}"),
            (_("Id"), found.coding.id),
        ]
    )
    if shown is not None:
        print_heading(_("In its context"))
        print_text(f"{shown.before}{shown.words}{shown.after}")


def _began(coding: Coding) -> str:
    """Tell from which suggestion a coding began, and what suggested it."""
    if coding.suggestion_rank is None:
        return coding.suggestion
    return _("{phrase} (number {rank} of what {pipeline} suggested)").format(
        phrase=coding.suggestion,
        rank=coding.suggestion_rank,
        pipeline=_(coding.suggestion_pipeline),
    )


def _speakers(found: CodedSegment) -> str:
    pairs = zip(found.speakers, found.roles, strict=True)
    return ", ".join(f"{name} ({term(role)})" for name, role in pairs)
