"""What the quality conversation counts, read in bulk: 100,000 codings in well under a second."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.themes import QuoteStage
from qualkit.store.database import Database


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, as short as it is needed for counting 20,000 of them."""

    id: str
    title: str
    text_kind: str


def source_rows(database: Database) -> list[SourceRow]:
    """Give every source, in order."""
    rows = database.tuples("SELECT id, title, text_kind FROM source ORDER BY number")
    return [SourceRow(*row) for row in rows]


def checked_sources(database: Database) -> set[str]:
    """Give the ids of the sources of which a check by who spoke is recorded."""
    rows = database.tuples("SELECT source_id FROM source_making WHERE member_check IS NOT NULL")
    return {row[0] for row in rows}


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """A quote with the words that it prints; prefixes of speakers may stand among them."""

    theme_id: str
    coding_id: str
    claim_id: str | None
    stance: str
    words: str


def printed_quotes(database: Database) -> list[PrintedQuote]:
    """Give every chosen quote with its words, in order; for counting, not for print."""
    rows = database.tuples(
        """
        SELECT quote.theme_id, quote.coding_id, quote.claim_id, quote.stance, coalesce(
            quote.printed, substr(text.body, coding.start + 1, coding."end" - coding.start)
        )
        FROM quote
        JOIN coding ON coding.id = quote.coding_id
        JOIN version ON version.id = coding.version_id
        JOIN text ON text.sha256 = version.sha256
        WHERE quote.stage = ?
        ORDER BY quote.theme_id, quote.position
        """,
        [QuoteStage.CHOSEN],
    )
    return [PrintedQuote(*row) for row in rows]


def sources_in_rounds(database: Database) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Give, by round, how many sources are read in it, and the ids of the others in its order."""
    read: defaultdict[str, int] = defaultdict(int)
    unread: defaultdict[str, list[str]] = defaultdict(list)
    for round_id, source_id, read_at in database.tuples(
        "SELECT round_id, source_id, read_at FROM round_source ORDER BY position"
    ):
        if read_at is None:
            unread[round_id].append(source_id)
        else:
            read[round_id] += 1
    return {each: (read[each], tuple(unread[each])) for each in {*read, *unread}}


def days_of_work(database: Database, kinds: Collection[str]) -> tuple[datetime, ...]:
    """Give a moment of every hour in which steps of some kinds were taken, oldest first.

    A kind is the first word of a step's: "coding", "theme".
    """
    rows = database.tuples(
        "SELECT min(at) FROM operation WHERE substr(kind, 1, instr(kind || '.', '.') - 1)"
        " IN (SELECT value FROM json_each(?)) GROUP BY substr(at, 1, 13) ORDER BY 1",
        [json.dumps([*kinds])],
    )
    return tuple(datetime.fromisoformat(row[0]) for row in rows)


_ON_THEMES = "(kind LIKE 'theme.%' OR kind LIKE 'board.%')"
_REASON = "(why <> '' OR id IN (SELECT object_id FROM memo WHERE object_type = 'step'))"


def explained_themes(database: Database) -> set[str]:
    """Give the ids of the themes of which a step has a reason, or that have a decision memo."""
    undone = _undone(database)
    found = {
        row[0]
        for row in database.tuples(
            "SELECT object_id FROM memo WHERE object_type = 'theme' AND kind = 'decision'"
        )
    }
    rows = database.tuples(
        f"""
        SELECT operation_id, table_name, row_id, coalesce(after, before) FROM change
        WHERE operation_id IN (SELECT id FROM operation WHERE {_ON_THEMES} AND {_REASON})
        """
    )
    for operation_id, table, row_id, row in rows:
        if operation_id not in undone:
            found.add(row_id if table == "theme" else json.loads(row).get("theme_id", ""))
    return found


def unexplained_steps(database: Database) -> tuple[int, ...]:
    """Give the numbers of the steps that joined, split or removed themes and tell no reason."""
    undone = _undone(database)
    rows = database.tuples(
        f"""
        SELECT id, number FROM operation
        WHERE {_ON_THEMES} AND NOT {_REASON}
        AND substr(kind, instr(kind, '.') + 1) IN ('merge', 'split', 'remove', 'drop')
        ORDER BY number
        """
    )
    return tuple(number for operation_id, number in rows if operation_id not in undone)


def _undone(database: Database) -> set[str]:
    """Give the ids of the operations that were played backwards and not done again."""
    pairs = database.tuples(
        "SELECT id, reverts FROM operation WHERE reverts IS NOT NULL ORDER BY number DESC"
    )
    undone = set[str]()
    for operation_id, reverts in pairs:
        # Newest first: an undo that was itself played backwards took nothing back in the end.
        if operation_id not in undone:
            undone.add(reverts)
    return undone
