"""What was agreed on the printing of sources and of single passages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option, why_option
from qualkit.cli.passages import Place, find_span, place_options
from qualkit.cli.records import passage_terms_record
from qualkit.cli.rendering import excerpt, fixed, print_json, print_table, words
from qualkit.cli.source_picking import named_entries, source_records
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.quotability import Attribution, HeldTerms, PassageTerms, Quotability
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import ChosenQuote
from qualkit.errors import NotFoundError
from qualkit.translation import _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project
    from qualkit.services.sources import SourceEntry

_quotability_option = click.option(
    "--quotability",
    type=click.Choice(Quotability, case_sensitive=False),
    help="How its words may be printed.",
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed, as far as it is given."""

    quotability: Quotability | None = None
    attribution: Attribution | None = None
    content_note: str | None = None


@click.command("terms")
@click.argument("sources", nargs=-1)
@gathered(
    "agreed",
    Agreed,
    _quotability_option,
    click.option(
        "--attribution",
        type=click.Choice(Attribution, case_sensitive=False),
        help="Under which name its words are printed.",
    ),
    click.option(
        "--content", "content_note", help="What a reader may find hard; empty takes it away."
    ),
)
@click.option("--reset", is_flag=True, help="Take back what was agreed on printing.")
@click.option("--dry-run", is_flag=True, help="Only tell which chosen quotes that would rule out.")
@why_option
@json_option
@pass_project
def source_terms(
    project: "Project",
    sources: tuple[str, ...],
    agreed: Agreed,
    reset: bool,
    dry_run: bool,
    why: str,
    as_json: bool,
) -> None:
    """Show or keep what was agreed on the printing of sources.

    Without options it shows; without SOURCES it shows all. By itself a chat is paraphrase only,
    anything else verbatim, and the name is that of the group of participants.

    \b
    Example:
      qualkit source terms P4 P5 --quotability paraphrase
    """
    is_change = reset or agreed != Agreed()
    found = named_entries(project, sources, is_change)
    ids = [entry.source.id for entry in found]
    by_itself: Literal[""] | None = "" if reset else None
    quotability = agreed.quotability or by_itself
    if dry_run:
        _tell_ruled_out(project.terms.no_longer_allowed(ids, quotability))
        return
    if is_change:
        attribution = agreed.attribution or by_itself
        project.terms.agree(ids, quotability, attribution, agreed.content_note, why)
        say(_("Kept for {sources}.").format(sources=count_of(len(ids), "source")))
        _tell_ruled_out(project.terms.no_longer_allowed(ids))
    if as_json:
        print_json(source_records(project, found))
    elif not is_change:
        _print_terms(found, project.terms.all())


@click.command("passage")
@click.argument("source")
@place_options
@_quotability_option
@click.option("--forget", is_flag=True, help="Let what holds for the source hold for it again.")
@why_option
@json_option
@pass_project
def source_passage(
    project: "Project",
    source: str,
    place: Place,
    quotability: Quotability | None,
    forget: bool,
    why: str,
    as_json: bool,
) -> None:
    """Show or keep what was agreed on the printing of single passages of a source.

    Without a passage it shows those of the source.

    \b
    Example:
      qualkit source passage P3 --lines 27-29 --quotability paraphrase
    """
    text = project.sources.read(project.sources.find(source).id)
    if place.is_given and forget == (quotability is not None):
        raise click.UsageError(_("Give --quotability or --forget with the passage."))
    if place.is_given:
        span = find_span(text, place)
        if quotability is None:
            mark = _mark_on(text, span, project.terms.marks(text.version.id))
            project.terms.forget_passage(mark.id, why)
        else:
            project.terms.agree_on_passage(text.version.id, span, quotability, why)
        say(
            _("{place} now: {terms}.").format(
                place=_reference(text, span.start),
                terms=term(project.terms.at(text.version.id, span)),
            )
        )
        _tell_ruled_out(project.terms.no_longer_allowed([text.source.id]))
    marks = project.terms.marks(text.version.id)
    if as_json:
        print_json(passage_terms_record(text, mark) for mark in marks)
    elif not place.is_given:
        _print_marks(text, marks)


def _mark_on(text: SourceText, span: Span, marks: tuple[PassageTerms, ...]) -> PassageTerms:
    """Give what was agreed on a passage, else on the first part of it that has a mark.

    Raises:
        NotFoundError: nothing was.
    """
    touching = [mark for mark in marks if mark.span.overlaps(span)]
    if not touching:
        place = _reference(text, span.start)
        raise NotFoundError(_("Nothing was agreed on the passage at {place}.").format(place=place))
    return next((mark for mark in touching if mark.span == span), touching[0])


def _reference(text: SourceText, offset: int) -> str:
    return format_reference(text.source.number, LineIndex(text.text).line_of(offset))


def _tell_ruled_out(quotes: tuple[ChosenQuote, ...]) -> None:
    """Name the chosen quotes that may no longer be printed as they are."""
    if not quotes:
        return
    told = ngettext(
        "{count} chosen quote may not be printed like this; an export refuses it:",
        "{count} chosen quotes may not be printed like this; an export refuses them:",
        len(quotes),
    )
    say(told.format(count=len(quotes)))
    for item in quotes:
        place = f"{item.segment.label}, {item.segment.reference}"
        say(f"  {place}: {excerpt(item.words)}")


def _print_terms(found: "list[SourceEntry]", held: dict[str, HeldTerms]) -> None:
    print_table(
        [
            fixed(_("No.")),
            words(_("Source")),
            fixed(_("Printing")),
            fixed(_("Name")),
            words(_("Content note")),
        ],
        (
            (
                f"P{entry.source.number}",
                entry.label or entry.source.title,
                _marked(term(terms.quotability), terms.is_by_kind),
                _marked(term(terms.attribution), terms.is_by_group),
                terms.content_note,
            )
            for entry in found
            for terms in [held[entry.source.id]]
        ),
        empty=_("There are no such sources. 'qualkit import FILE...' brings files in."),
    )
    if any(held[entry.source.id].is_by_kind for entry in found):
        say(_("( ) by its kind or its group; nothing was agreed"))


def _marked(value: str, is_by_itself: bool) -> str:
    return f"({value})" if is_by_itself else value


def _print_marks(text: SourceText, marks: tuple[PassageTerms, ...]) -> None:
    print_table(
        [fixed(_("Place")), fixed(_("Printing")), words(_("Words")), words(_("Why"))],
        (
            (
                _reference(text, mark.start),
                term(mark.quotability),
                excerpt(mark.span.of(text.text)),
                mark.why,
            )
            for mark in marks
        ),
        empty=_("Nothing was agreed on single passages of this source."),
    )
