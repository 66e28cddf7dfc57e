"""Searching: passages found by their words or their codes, with what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.found import Item, print_found
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option
from qualkit.cli.records import Record, hit_record, kwic_record, match_record
from qualkit.cli.rendering import print_json
from qualkit.cli.scopes import Narrowing, narrowing_options, scope_of
from qualkit.domain.candidates import places_found
from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.kwic import KwicLine, KwicSort
from qualkit.domain.search import Hit, Scope
from qualkit.translation import _, ngettext

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
    candidates: Path | None
    """Where to write a sheet of candidates."""
    code: str | None
    """The code that the candidates are for."""


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
    click.option(
        "--candidates",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write a CSV sheet on which you say yes or no to each; codes nothing.",
    ),
    click.option("--code", help="With --candidates: the code they are for, or a new one."),
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

    With --candidates and --code, a sheet is written in place of a list. Fill in j or n in its first
    column and give it to 'qualkit coding add --from FILE'. What interviewers and helpers say is on
    it only with --role.

    \b
    Example:
      qualkit search capaciteit "te weinig" --role participant
      qualkit search wachttijd* --kwic --sort left
      qualkit search --codes 'capaciteit AND "blijft liggen"'
      qualkit search wachttijd* --candidates blad.csv --code "lang wachten"
    """
    _check(query, question)
    scope = scope_of(project, narrowing)
    found, is_all = _search(project, joined(query), scope, question)
    if question.candidates and question.code:
        asked = question.codes or joined(query)
        _write_sheet(project, question.candidates, question.code, asked, found, scope)
    elif as_json:
        print_json(map(_record, found))
    else:
        print_found(found)
    if not is_all:
        said = _("There is more; this comes from the first {count} passages. --limit shows more.")
        say(said.format(count=question.limit))


def _check(query: Sequence[str], question: Question) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: they do not.
    """
    if bool(query) == (question.codes is not None):
        raise click.UsageError(_("Give words to search for, or a query with --codes."))
    if question.codes is not None and question.kwic:
        raise click.UsageError(_("--kwic goes with words, not with --codes."))
    if bool(question.candidates) != bool(question.code):
        raise click.UsageError(_("--candidates and --code go together."))
    if question.sort and not question.kwic:
        raise click.UsageError(_("--sort goes with --kwic."))


def _search(
    project: "Project", query: str, scope: Scope, question: Question
) -> tuple[Sequence[Item], bool]:
    """Give what fits, and whether that is all."""
    limit = question.limit
    if question.codes is not None:
        by_codes = project.code_search.find(question.codes, scope, question.below, limit)
        return by_codes.matches, by_codes.is_all
    if question.kwic:
        sort = question.sort or KwicSort.SOURCE
        concordance = project.searching.in_context(query, scope, sort, limit)
        return concordance.lines, concordance.is_all
    # One more than asked for tells whether there are more.
    hits = project.searching.find(query, scope, limit + 1)
    return hits[:limit], len(hits) <= limit


def _write_sheet(
    project: "Project", target: Path, code: str, query: str, found: Sequence[Item], scope: Scope
) -> None:
    context = any(not role.is_evidence for role in scope.roles)
    looked = project.candidate_sheets.write(target, query, code, places_found(found), context)
    count = len(looked.candidates if context else looked.evidence)
    said = ngettext("{count} candidate for '{code}'", "{count} candidates for '{code}'", count)
    say(said.format(count=count, code=looked.code))
    if looked.already:
        say(_("Left out, coded with it already: {count}").format(count=looked.already))
    if left := len(looked.candidates) - count:
        say(_("Left out, said by interviewers or helpers: {count}").format(count=left))
    say(_("Fill in j or n, then: qualkit coding add --from {file}").format(file=target))


def _record(item: Item) -> Record:
    match item:
        case Hit():
            return hit_record(item)
        case KwicLine():
            return kwic_record(item)
        case CodeMatch():
            return match_record(item)


def joined(query: Sequence[str]) -> str:
    """Give the query as typed, with the quotation marks back that the shell took off."""
    if len(query) == 1:
        return query[0]
    return " ".join(
        f'"{part}"' if any(sign.isspace() for sign in part) and '"' not in part else part
        for part in query
    )
