"""The documents of a folder, one by one, without looking into them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from qualkit.domain.batch_documents import LONGEST_NAME, Document, SetAside
from qualkit.domain.text import one_line, printable
from qualkit.errors import UnreadableFileError
from qualkit.formats.registry import read_bytes


def read_files(folder: Path, files: Iterable[Path]) -> Iterator[Document | SetAside]:
    """Give files of a folder and its subfolders, by their paths in it.

    What cannot be read is set aside by name.
    """
    for path in files:
        name = one_line(printable(path.relative_to(folder).as_posix()), LONGEST_NAME)
        try:
            raw = read_bytes(path, name)
        except UnreadableFileError as error:
            yield SetAside(name, error.message)
        else:
            yield Document(name, raw, path.suffix.lower(), sha256(raw).digest())
