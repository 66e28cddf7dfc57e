"""Tables of documents, a row each: CSV, JSONL and Parquet, read without holding all of it.

A row that is no document is set aside by the name of the table and the row, and the next is read.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from qualkit.domain.batch_documents import LONGEST_NAME, Document, SetAside
from qualkit.domain.text import one_line, printable
from qualkit.errors import UnreadableFileError
from qualkit.formats.document_columns import ANY_COLUMNS, Columns
from qualkit.formats.document_rows import Row, csv_rows, json_rows, parquet_rows, too_large
from qualkit.formats.drafts import shown_name
from qualkit.formats.registry import MOST_BYTES
from qualkit.translation import _

SUFFIXES = (".csv", ".jsonl", ".parquet")


def read_table(path: Path, columns: Columns = ANY_COLUMNS) -> Iterator[Document | SetAside]:
    """Give the rows of a table as documents, in its order.

    A row without id or text, with an id that a row before it has, or with what is no text, is set
    aside; so is one that is larger than any file may be.

    Raises:
        InvalidInputError: the table has no such columns.
        UnreadableFileError: it is missing, may not be opened, or is no such table.
    """
    table = shown_name(path)
    readers = {".csv": csv_rows, ".jsonl": json_rows, ".parquet": parquet_rows}
    try:
        yield from _documents(readers[path.suffix.lower()](path, columns, table), table)
    except OSError as error:
        raise UnreadableFileError(
            _("'{name}' could not be read from disk.").format(name=table),
            _("Check the path, and the right to read it."),
        ) from error


def _documents(rows: Iterable[Row], table: str) -> Iterator[Document | SetAside]:
    seen = set[int]()
    for row in rows:
        name = _name_of(row.id)
        raw = _as_utf8(row.text)
        problem = row.problem or _problem(name, raw, hash(name) in seen)
        if problem or raw is None:
            place = _("{table}, row {number}").format(table=table, number=row.number)
            yield SetAside(f"{place} ({name})" if name else place, problem)
        else:
            seen.add(hash(name))
            yield Document(name, raw, "", sha256(raw).digest())


def _problem(name: str, raw: bytes | None, is_known: bool) -> str:
    """Tell why a row is no document; empty when it is one."""
    if not name:
        return _("It has no id.")
    if is_known:
        return _("A row before it has the same id.")
    if raw is None:
        return _("Its text is not in UTF-8.")
    if len(raw) > MOST_BYTES:
        return too_large()
    return "" if raw.strip() else _("It has no text.")


def _name_of(value: Any) -> str:
    """Give an id as a name; empty where it is none."""
    if isinstance(value, bytes):
        value = _decoded(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return one_line(printable(str(value)[: 2 * LONGEST_NAME]), LONGEST_NAME)


def _as_utf8(value: Any) -> bytes | None:
    if value is None:
        return b""
    if isinstance(value, bytes):
        return value if _decoded(value) is not None else None
    with suppress(UnicodeEncodeError):
        return value.encode() if isinstance(value, str) else None
    return None


def _decoded(value: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return value.decode()
    return None
