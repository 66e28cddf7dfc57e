"""Sources: listed, read and described; their text never changes."""

from datetime import date
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.making import source_making
from qualkit.cli.messages import say
from qualkit.cli.options import DATE, LANGUAGE, LINES, json_option, why_option
from qualkit.cli.rendering import fixed, number, print_fields, print_json, print_table, words
from qualkit.cli.source_picking import source_records
from qualkit.cli.terms import source_passage, source_terms
from qualkit.domain.lines import LineIndex
from qualkit.domain.sources import Role, SourceKind, SourceText, TextKind
from qualkit.domain.text import printable
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option(
    "--kind", type=click.Choice(SourceKind, case_sensitive=False), help="Only of this kind."
)
@json_option
@pass_project
def sources(project: "Project", kind: SourceKind | None, as_json: bool) -> None:
    """List the sources.

    \b
    Example:
      qualkit sources --kind chat
    """
    entries = [entry for entry in project.sources.entries() if kind in (None, entry.source.kind)]
    if as_json:
        print_json(source_records(project, entries))
        return
    print_table(
        [
            fixed(_("No.")),
            words(_("Title")),
            words(_("Label")),
            fixed(_("Kind")),
            fixed(_("Date")),
            number(_("Segments")),
            number(_("Codings")),
        ],
        (
            (
                f"P{entry.source.number}",
                entry.source.title,
                entry.label,
                term(entry.source.kind),
                str(entry.source.held_on or ""),
                str(entry.segments),
                str(entry.codings),
            )
            for entry in entries
        ),
        empty=_("There are no such sources. 'qualkit import FILE...' brings files in."),
    )


@click.group()
def source() -> None:
    """Show, read or describe a source.

    A source goes by its number (3 or P3), its title, its label or its id.

    \b
    Example:
      qualkit source text P3
    """


@source.command()
@click.argument("source")
@json_option
@pass_project
def show(project: "Project", source: str, as_json: bool) -> None:
    """Show what is known of a source, and who speaks in it.

    \b
    Example:
      qualkit source show "Politie III"
    """
    found = project.sources.find(source)
    entry = next(item for item in project.sources.entries() if item.source.id == found.id)
    text = project.sources.read(found.id)
    speakers = {speaker.name: speaker.role for speaker in text.speakers}
    if as_json:
        (record,) = source_records(project, [entry])
        print_json([{**record, "speakers": speakers, "version": text.version.number}])
        return
    held, made = project.terms.of(found.id), project.making.of(found.id)
    print_fields(
        [
            (_("Number"), _("P{number}").format(number=found.number)),
            (_("Title"), found.title),
            (_("Label"), entry.label),
            (_("Kind"), term(found.kind)),
            (_("Text"), term(found.text_kind)),
            (_("Language"), found.language),
            (_("Date"), str(found.held_on or "")),
            (
                _("Speakers"),
                ", ".join(f"{name} = {term(role)}" for name, role in speakers.items()),
            ),
            (_("Printing"), term(held.quotability)),
            (_("Name"), term(held.attribution)),
            (_("Content note"), held.content_note),
            (_("Recorder"), made.recorder),
            (_("Mode"), made.mode),
            (_("Minutes"), str(made.minutes or "")),
            (_("Check"), term(made.member_check) if made.member_check else ""),
            (_("Checked on"), str(made.checked_on or "")),
            (_("Note"), found.note),
            (_("Segments"), str(entry.segments)),
            (_("Codings"), str(entry.codings)),
            (_("Lines"), str(len(LineIndex(text.text)))),
            (_("Version"), str(text.version.number)),
            (_("Id"), found.id),
        ]
    )


@source.command()
@click.argument("source")
@click.option("--title", help="Its title in lists.")
@click.option("--kind", type=click.Choice(SourceKind, case_sensitive=False))
@click.option(
    "--text",
    "text_kind",
    type=click.Choice(TextKind, case_sensitive=False),
    help="What its words are; printed under quotes.",
)
@click.option("--language", type=LANGUAGE, help="Code of its language, such as nl.")
@click.option("--date", "held_on", type=DATE, help="The day it was held or is dated.")
@click.option("--note", help="Anything else worth knowing.")
@pass_project
def describe(
    project: "Project",
    source: str,
    title: str | None,
    kind: SourceKind | None,
    text_kind: TextKind | None,
    language: str | None,
    held_on: date | None,
    note: str | None,
) -> None:
    """Change what is known of a source; what is not given stays.

    \b
    Example:
      qualkit source describe P3 --date 2026-03-12 --text notes
    """
    if all(value is None for value in (title, kind, text_kind, language, held_on, note)):
        raise click.UsageError(_("Say what to change, for example with --title."))
    found = project.sources.find(source)
    changed = project.sources.describe(
        found.id, title, kind, text_kind, language, held_on, note
    ).value
    say(_("Described P{number} '{title}'.").format(number=changed.number, title=changed.title))


@source.command("role")
@click.argument("source")
@click.argument("speaker")
@click.argument("role", type=click.Choice(Role, case_sensitive=False))
@why_option
@pass_project
def set_role(project: "Project", source: str, speaker: str, role: Role, why: str) -> None:
    """Say what a speaker is in the conversation.

    What interviewers and helpers say is context, not evidence.

    \b
    Example:
      qualkit source role P3 I interviewer
    """
    found = project.sources.find(source)
    changed = project.sources.set_role(found.id, speaker, role, why).value
    say(
        _("'{name}' is {role} in P{number} '{title}'.").format(
            name=changed.name, role=term(changed.role), number=found.number, title=found.title
        )
    )


@source.command("text")
@click.argument("source")
@click.option("--lines", type=LINES, metavar="27-29", help="Only these lines.")
@pass_project
def print_source(project: "Project", source: str, lines: tuple[int, int] | None) -> None:
    """Print the text with its line numbers.

    They are those of references such as P3:27.

    \b
    Example:
      qualkit source text P3 --lines 20-40
    """
    text = project.sources.read(project.sources.find(source).id)
    click.echo("\n".join(_numbered(text, lines)))


for command in (source_terms, source_making, source_passage):
    source.add_command(command)


def _numbered(text: SourceText, lines: tuple[int, int] | None) -> list[str]:
    """Give lines with their numbers.

    Raises:
        InvalidInputError: the text has no such lines.
    """
    index = LineIndex(text.text)
    first, last = lines or (1, len(index))
    for line in (first, last):
        index.bounds_of(line)
    width = len(str(last))
    numbered = enumerate(text.text.split("\n")[first - 1 : last], start=first)
    return [f"{number:>{width}}  {printable(line)}".rstrip() for number, line in numbered]
