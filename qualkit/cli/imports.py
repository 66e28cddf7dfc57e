"""Bringing files into the project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import CHECK, DATE, LABEL, LANGUAGE, MINUTES, SPEAKERS, gathered
from qualkit.cli.progress import progress_bar
from qualkit.cli.rendering import fixed, number, print_table, words
from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.formats.header import Header
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.imports import ImportReport
    from qualkit.services.project import Project

header_options = gathered(
    "given",
    Header,
    click.option(
        "--kind",
        type=click.Choice(SourceKind, case_sensitive=False),
        help="What sort of material it is.",
    ),
    click.option("--label", type=LABEL, help='The printed label, such as "Politie III".'),
    click.option("--date", "held_on", type=DATE, help="The day it was held or is dated."),
    click.option("--language", type=LANGUAGE, help="Code of the language, such as nl."),
    click.option(
        "--text",
        "text_kind",
        type=click.Choice(TextKind, case_sensitive=False),
        help="What the words are; printed under quotes.",
    ),
    click.option("--speakers", type=SPEAKERS, help='"I = interviewer, R = participant".'),
    click.option("--title", help="The title in lists; for one file."),
    click.option("--note", help="Anything else worth knowing."),
    click.option(
        "--quotability",
        type=click.Choice(Quotability, case_sensitive=False),
        help="How its words may be printed; chats are paraphrase only by themselves.",
    ),
    click.option(
        "--attribution",
        type=click.Choice(Attribution, case_sensitive=False),
        help="Under which name its words are printed.",
    ),
    click.option("--content", "content_note", help="What a reader may find hard."),
    click.option("--recorder", help='Who wrote the text, by role: "de onderzoeker".'),
    click.option("--mode", help='How it was held: "telefonisch".'),
    click.option("--minutes", type=MINUTES, help='How long it took: 55, "1 uur 10".'),
    click.option("--check", type=CHECK, help='Check by who spoke: "changed, 2026-03-20".'),
)


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@header_options
@pass_project
def import_files(project: "Project", files: tuple[Path, ...], given: Header) -> None:
    """Bring files into the project.

    FILE is a .txt, .md or .docx file, or a folder of them. What is given here comes before what
    a file says in its header. Files that cannot be read are named and left out: the others come
    in, and the exit code is 1. A file that is in the project already is only noted.

    \b
    Example:
      qualkit import notities/*.docx --kind interview --speakers "I = interviewer, R = participant"
    """
    if given.title is not None and (len(files) > 1 or files[0].is_dir()):
        raise click.UsageError(_("--title is for one file; the others would get the same title."))
    project.snapshot()
    with progress_bar(_("Reading files")) as progress:
        report = project.imports.run(files, given, progress).value
    _print_report(project, report)
    if report.refused:
        click.get_current_context().exit(1)


def _print_report(project: "Project", report: "ImportReport") -> None:
    new = dict(zip((source.id for source in report.imported), report.file_names, strict=True))
    if new:
        print_table(
            [
                fixed(_("No.")),
                words(_("File")),
                words(_("Title")),
                words(_("Label")),
                fixed(_("Kind")),
                number(_("Segments")),
            ],
            (
                (
                    f"P{entry.source.number}",
                    new[entry.source.id],
                    entry.source.title,
                    entry.label,
                    term(entry.source.kind),
                    str(entry.segments),
                )
                for entry in project.sources.entries()
                if entry.source.id in new
            ),
            empty="",
        )
    for repeat in report.repeated:
        source = repeat.source
        say(
            _("'{name}' is in the project already, as P{number} {title}.").format(
                name=repeat.file_name, number=source.number, title=source.title
            )
        )
    for refusal in report.refused:
        # The message names the file where there is one to name.
        say(
            _("Refused: {reason} {hint}").format(reason=refusal.message, hint=refusal.hint).rstrip()
        )
    say(_("Imported {sources}.").format(sources=count_of(len(new), "source")))
