"""Choosing quotes with the spread in view: who is quoted under which theme, and who is not yet."""

from collections.abc import Sequence

from qualkit.analysis.quote_spread import QuoteMatrix
from qualkit.domain.quotability import PassageTerms, SourceTerms, default_for
from qualkit.domain.sources import SourceKind, Version
from qualkit.domain.themes import QuoteStage
from qualkit.services.spreads import Spreads
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database


class QuoteChoosing:
    """Participants by themes, with their quotes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def matrix(self, theme_ids: Sequence[str] = ()) -> QuoteMatrix:
        """Give who is quoted under some themes, or under all that are not dropped.

        A participant of whom nothing may be quoted cannot be missing here, and is left out. No text
        is read for it.
        """
        database = self._workspace.database
        with database.reading():
            counts = _counts(database)
            quoted = {source_id for _theme, source_id, _stage in counts}
            sources = _quotable_sources(database) | quoted
            return QuoteMatrix(
                Spreads(self._workspace).matrix(theme_ids, source_ids=sources), counts
            )

    def recount(self, matrix: QuoteMatrix) -> QuoteMatrix:
        """Count the quotes anew, where nothing but quotes has changed: that takes no time."""
        return matrix.counted(_counts(self._workspace.database))


def _counts(database: Database) -> dict[tuple[str, str, QuoteStage], int]:
    return {
        (theme_id, source_id, QuoteStage(stage)): count
        for theme_id, source_id, stage, count in database.tuples(
            "SELECT quote.theme_id, version.source_id, quote.stage, count(*) FROM quote"
            " JOIN coding ON coding.id = quote.coding_id"
            " JOIN version ON version.id = coding.version_id"
            " GROUP BY quote.theme_id, version.source_id, quote.stage"
        )
    }


def _quotable_sources(database: Database) -> set[str]:
    """Give the sources of which something may be quoted: as a whole, or one passage."""
    agreed = {
        terms.source_id: terms.quotability
        for terms in database.find(SourceTerms)
        if terms.quotability
    }
    marked = {
        mark.version_id for mark in database.find(PassageTerms) if mark.quotability.allows_quotes
    }
    default = {kind.value: default_for(kind) for kind in SourceKind}
    found = {
        source_id
        for source_id, kind in database.tuples("SELECT id, kind FROM source")
        if agreed.get(source_id, default[kind]).allows_quotes
    }
    versions = [version for each in marked for version in database.find(Version, "id = ?", [each])]
    return found | {version.source_id for version in versions}
