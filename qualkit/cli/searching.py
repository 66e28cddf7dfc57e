"""Searching: passages found by their words, with what stands around them."""

from typing import TYPE_CHECKING

import click
from rich.text import Text

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option
from qualkit.cli.records import hit_record
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.domain.search import Hit
from qualkit.domain.sources import Role
from qualkit.domain.text import printable

if TYPE_CHECKING:
    from qualkit.services.project import Project

CONTEXT = 70
"""Code points shown on either side of the first match."""


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--role",
    "roles",
    type=click.Choice(Role, case_sensitive=False),
    multiple=True,
    help="Only what this role says; may be given more than once.",
)
@click.option("--source", help="Only in this source.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=500,
    show_default=True,
    help="At most so many.",
)
@json_option
@pass_project
def search(
    project: "Project",
    query: tuple[str, ...],
    roles: tuple[Role, ...],
    source: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Find passages by their words.

    All words must occur; OR means either, capacit* any ending. Of several arguments, one with
    spaces is a phrase: its words stand next to each other.

    \b
    Example:
      qualkit search capaciteit "te weinig" --role participant
    """
    source_id = project.sources.find(source).id if source is not None else None
    # One more than asked for tells whether there are more.
    found = project.searching.find(_joined(query), roles, source_id, limit + 1)
    hits, more = found[:limit], len(found) > limit
    if as_json:
        print_json(map(hit_record, hits))
    else:
        print_table(
            [fixed("Place"), words("Label"), words("Speaker"), words("Words")],
            ((hit.reference, hit.label, hit.segment.speaker, _in_context(hit)) for hit in hits),
            empty="Nothing was found.",
        )
    if more:
        say(f"There is more; the first {limit} are shown. --limit shows more.")


def _joined(query: tuple[str, ...]) -> str:
    """Give the query as typed, with the quotation marks back that the shell took off."""
    if len(query) == 1:
        return query[0]
    return " ".join(
        f'"{part}"' if any(sign.isspace() for sign in part) and '"' not in part else part
        for part in query
    )


def _in_context(hit: Hit) -> Text:
    """Give the words around the first match, on one line, with every match in bold."""
    offset = hit.segment.span.start
    first = hit.matches[0] if hit.matches else hit.segment.span
    start = max(0, first.start - offset - CONTEXT)
    end = min(len(hit.words), first.end - offset + CONTEXT)
    # Not from the middle of a word, when a space is near.
    start = hit.words.find(" ", start, start + 20) + 1 if start else 0
    # Newlines become spaces one for one, so that the places of matches stay right.
    around = printable(hit.words[start:end]).replace("\n", " ").replace("\t", " ")
    text = Text(around)
    if len(around) == end - start:
        for match in hit.matches:
            text.stylize("bold", max(0, match.start - offset - start), match.end - offset - start)
    return Text("…" if start else "") + text + Text("…" if end < len(hit.words) else "")
