"""What a batch without a project reads: a folder of files, or a table of documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from qualkit.domain.batch_documents import Document, SetAside
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.formats.document_columns import ANY_COLUMNS, Columns
from qualkit.formats.document_folders import read_files
from qualkit.formats.document_tables import SUFFIXES, read_table
from qualkit.formats.registry import find_files
from qualkit.translation import _


@dataclass(frozen=True, slots=True)
class FoundDocuments:
    """Documents to be gone through once, read as one comes to them."""

    each: Iterator[Document | SetAside]
    count: int | None
    """How many there are; None for tables, which are not read twice to know."""

    def __iter__(self) -> Iterator[Document | SetAside]:
        """Go through them."""
        return self.each


def read_documents(path: Path, columns: Columns = ANY_COLUMNS) -> FoundDocuments:
    """Give the documents of a folder, sorted by path, or of a table, in its order.

    A folder that holds tables and no files that can be imported is read as one table after
    another. What cannot be read is set aside by name and does not stop it.

    Args:
        path: A folder, or a file that ends in one of `SUFFIXES`.
        columns: Of a table: which hold the names and the words of documents.

    Raises:
        InvalidInputError: it is neither, or the table has no such columns.
        UnreadableFileError: it may not be opened, or is no such table.
    """
    if path.is_dir():
        files = find_files([path])
        if files or not (tables := tables_in(path)):
            return FoundDocuments(read_files(path, files), len(files))
        every = (read_table(each, columns) for each in tables)
        return FoundDocuments(chain.from_iterable(every), None)
    if path.suffix.lower() in SUFFIXES:
        return FoundDocuments(read_table(path, columns), None)
    raise InvalidInputError(
        _("'{name}' is no folder and no table of documents.").format(name=printable(path.name)),
        _("Name a folder, or a table that ends in {suffixes}.").format(
            suffixes=", ".join(SUFFIXES)
        ),
    )


def tables_in(folder: Path) -> tuple[Path, ...]:
    """Give the tables that stand in a folder itself, hidden ones left out, sorted by name."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
    )
