"""The words of the project: every word that stands in a segment, as the search index keeps it."""

from collections.abc import Iterable

from qualkit.store.database import Database

_TABLE = "temp.word_of_index"


def words_beginning(database: Database, starts: Iterable[str]) -> tuple[str, ...]:
    """Give the words that begin with one of some signs, folded as `searchable` folds them.

    Only the part of the index that begins so is read.
    """
    # A view of the index for this connection alone; nothing of it is in the file.
    database.tables.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {_TABLE} USING fts5vocab(main, segment_search, row)"
    )
    found: dict[str, None] = {}
    for start in starts:
        rows = database.tuples(
            f"SELECT term FROM {_TABLE} WHERE term >= ? AND term < ?", [start, f"{start}\U0010ffff"]
        )
        found.update((term, None) for (term,) in rows)
    return tuple(found)
