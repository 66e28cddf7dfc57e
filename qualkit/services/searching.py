"""Full-text search for people."""

from dataclasses import dataclass, replace

from qualkit.domain.codes import Code, descendants
from qualkit.domain.kwic import KwicLine, KwicSort, kwic_lines, sorted_lines
from qualkit.domain.search import EVERYWHERE, Hit, Scope, full_text_expression
from qualkit.errors import InvalidInputError
from qualkit.services.workspace import Workspace
from qualkit.store.search import search
from qualkit.translation import _

MOST_IN_CONTEXT = 2_000
"""Passages of which the keywords are listed; sorting needs all of them at once."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Keywords in context."""

    lines: tuple[KwicLine, ...]
    is_all: bool
    """Whether there are no more; else the lines are those of the passages brought in first."""


class Searching:
    """Finds passages by their words."""

    def __init__(self, workspace: Workspace) -> None:
        """Search an open project."""
        self._workspace = workspace

    def find(self, query: str, scope: Scope = EVERYWHERE, limit: int = 500) -> tuple[Hit, ...]:
        """Give the segments that hold all words of a query, in source order.

        "Words in quotes" stand next to each other, `OR` means either, `capacit*` any ending;
        capitals and accents make no difference.

        Raises:
            InvalidInputError: there is nothing to search for.
        """
        expression = full_text_expression(query)
        return search(self._workspace.database, expression, self._with_below(scope), limit)

    def in_context(
        self,
        query: str,
        scope: Scope = EVERYWHERE,
        sort: KwicSort = KwicSort.SOURCE,
        limit: int = MOST_IN_CONTEXT,
    ) -> Concordance:
        """Give every match of a query on a line of its own, from at most so many passages.

        Raises:
            InvalidInputError: there is nothing to search for.
        """
        # One more than asked for tells whether there are more.
        hits = self.find(query, scope, limit + 1)
        lines = sorted_lines(kwic_lines(hits[:limit]), sort)
        return Concordance(tuple(lines), len(hits) <= limit)

    def _with_below(self, scope: Scope) -> Scope:
        """Give a scope whose codes are completed with those below them.

        Raises:
            InvalidInputError: it asks for passages that are coded and are not.
        """
        if not scope.code_ids:
            return scope
        if scope.uncoded:
            raise InvalidInputError(_("A passage cannot be coded and not coded at once."))
        codes = self._workspace.database.find(Code)
        ids = frozenset[str]().union(*(descendants(codes, each) for each in scope.code_ids))
        return replace(scope, code_ids=tuple(ids))
