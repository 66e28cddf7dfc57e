"""Searching: passages found by their words or their codes, with what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.found import print_hits, print_kwic, print_matches
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option
from qualkit.cli.records import hit_record, kwic_record, match_record
from qualkit.cli.rendering import print_json
from qualkit.cli.scopes import Narrowing, narrowing_options, scope_of
from qualkit.domain.kwic import KwicSort
from qualkit.domain.search import Scope
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for, and how it is shown."""

    kwic: bool
    sort: KwicSort | None
    codes: str | None
    """A query over codes, in place of words."""
    below: bool
    limit: int


question_options = gathered(
    "question",
    Question,
    click.option("--kwic", is_flag=True, help="Every match on a line, the keywords aligned."),
    click.option(
        "--sort",
        type=click.Choice(KwicSort, case_sensitive=False),
        help="With --kwic: by what stands nearest before or behind, by source, or by keyword.",
    ),
    click.option(
        "--codes", metavar="QUERY", help="Search codes, not words: 'a AND b', OR, NOT, NEAR/3."
    ),
    click.option(
        "--below/--no-below",
        default=True,
        show_default=True,
        help="With --codes: count codes below a code as well.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(1, 1_000_000),
        default=500,
        show_default=True,
        help="At most so many passages.",
    ),
)


@click.command()
@click.argument("query", nargs=-1)
@narrowing_options
@question_options
@json_option
@pass_project
def search(
    project: "Project",
    query: tuple[str, ...],
    narrowing: Narrowing,
    question: Question,
    as_json: bool,
) -> None:
    """Find passages by their words or codes.

    All words must occur; OR means either, capacit* any ending. Of several arguments, one with
    spaces is a phrase: its words stand next to each other.

    With --codes: AND gives the stretch that both codes cover, OR what either covers, NOT the
    passages of the first that touch none of the second, NEAR/3 those of the first with one of the
    second at most three segments away (NEAR: two). Brackets group.

    \b
    Example:
      qualkit search capaciteit "te weinig" --role participant
      qualkit search wachttijd* --kwic --sort left
      qualkit search --codes 'capaciteit AND "blijft liggen"'
    """
    _check(query, question)
    scope = scope_of(project, narrowing)
    if question.codes is not None:
        is_all = _by_codes(project, question.codes, scope, question, as_json)
    elif question.kwic:
        is_all = _in_context(project, joined(query), scope, question, as_json)
    else:
        is_all = _by_words(project, joined(query), scope, question.limit, as_json)
    if not is_all:
        said = _("There is more; this comes from the first {count} passages. --limit shows more.")
        say(said.format(count=question.limit))


def _check(query: Sequence[str], question: Question) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: they do not.
    """
    if bool(query) == (question.codes is not None):
        raise click.UsageError("Give words to search for, or a query with --codes.")
    if question.codes is not None and question.kwic:
        raise click.UsageError("--kwic goes with words, not with --codes.")
    if question.sort and not question.kwic:
        raise click.UsageError("--sort goes with --kwic.")


def _by_words(project: "Project", query: str, scope: Scope, limit: int, as_json: bool) -> bool:
    # One more than asked for tells whether there are more.
    found = project.searching.find(query, scope, limit + 1)
    if as_json:
        print_json(map(hit_record, found[:limit]))
    else:
        print_hits(found[:limit])
    return len(found) <= limit


def _in_context(
    project: "Project", query: str, scope: Scope, question: Question, as_json: bool
) -> bool:
    sort = question.sort or KwicSort.SOURCE
    found = project.searching.in_context(query, scope, sort, question.limit)
    if as_json:
        print_json(map(kwic_record, found.lines))
    else:
        print_kwic(found.lines)
    return found.is_all


def _by_codes(
    project: "Project", query: str, scope: Scope, question: Question, as_json: bool
) -> bool:
    found = project.code_search.find(query, scope, question.below, question.limit)
    if as_json:
        print_json(map(match_record, found.matches))
    else:
        print_matches(found.matches)
    return found.is_all


def joined(query: Sequence[str]) -> str:
    """Give the query as typed, with the quotation marks back that the shell took off."""
    if len(query) == 1:
        return query[0]
    return " ".join(
        f'"{part}"' if any(sign.isspace() for sign in part) and '"' not in part else part
        for part in query
    )
