"""How much there is, counted by the database."""

from qualkit.domain.codes import CodeCounts
from qualkit.store.database import Database


def code_counts(database: Database) -> dict[str, CodeCounts]:
    """Count the codings of each code, over how many sources and how many cases.

    A source that belongs to no case counts as a case of its own.
    """
    rows = database.query(
        """
        SELECT coding.code_id, count(DISTINCT coding.id) AS codings,
               count(DISTINCT version.source_id) AS sources,
               count(DISTINCT coalesce(case_source.case_id, version.source_id)) AS cases
        FROM coding
        JOIN version ON version.id = coding.version_id
        LEFT JOIN case_source ON case_source.source_id = version.source_id
        GROUP BY coding.code_id
        """
    )
    return {
        row["code_id"]: CodeCounts(row["codings"], row["sources"], row["cases"]) for row in rows
    }


def codings_by_source(database: Database) -> dict[str, int]:
    """Count the codings in each source, over all its versions."""
    rows = database.query(
        """
        SELECT version.source_id, count(*) AS n FROM coding
        JOIN version ON version.id = coding.version_id GROUP BY version.source_id
        """
    )
    return {row["source_id"]: row["n"] for row in rows}


def segments_by_source(database: Database) -> dict[str, int]:
    """Count the segments of each source's versions."""
    rows = database.query(
        """
        SELECT version.source_id, count(*) AS n FROM segment
        JOIN version ON version.id = segment.version_id GROUP BY version.source_id
        """
    )
    return {row["source_id"]: row["n"] for row in rows}
