"""Full-text search for people."""

from collections.abc import Sequence

from qualkit.domain.search import Hit, full_text_expression
from qualkit.domain.sources import Role
from qualkit.services.workspace import Workspace
from qualkit.store.search import search


class Searching:
    """Finds passages by their words."""

    def __init__(self, workspace: Workspace) -> None:
        """Search an open project."""
        self._workspace = workspace

    def find(
        self,
        query: str,
        roles: Sequence[Role] = (),
        source_id: str | None = None,
        limit: int = 500,
    ) -> tuple[Hit, ...]:
        """Give the segments that hold all words of a query, in source order.

        "Words in quotes" stand next to each other, `OR` means either, `capacit*` any ending;
        capitals and accents make no difference. No roles means whoever speaks.

        Raises:
            InvalidInputError: there is nothing to search for.
        """
        expression = full_text_expression(query)
        return search(self._workspace.database, expression, roles, source_id, limit)
