"""Writing files for people, whole or not at all, readable by their owner only."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _


def write_whole(target: Path, content: bytes) -> Path:
    """Write one file (mode 0600), in place of what was there; gives where.

    Raises:
        InvalidInputError: it cannot be written there; what was there is still there.
    """
    return write_together(target.parent, {target.name: content})[0]


def write_together(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, which is made when it is not there; gives where, in order.

    None is put in its place before all of them are safely on disk.

    Raises:
        InvalidInputError: one of them cannot be written there.
    """
    staged: dict[Path, Path] = {}
    with readable_errors(folder):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name, content in contents.items():
                _refuse_folder(folder / name)
                staged[folder / name] = _stage(folder, content)
            for target, temporary in staged.items():
                temporary.replace(target)
        finally:
            for temporary in staged.values():
                temporary.unlink(missing_ok=True)
    return tuple(staged)


def append_line(target: Path, line: str) -> Path:
    """Add a line at the end of a file (mode 0600), which is made when it is not there.

    Raises:
        InvalidInputError: it cannot be written there.
    """
    with readable_errors(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(f"{line}\n".encode())
    return target


def remove_files(paths: Iterable[Path]) -> None:
    """Remove files that an earlier export made.

    Raises:
        InvalidInputError: one of them cannot be removed.
    """
    for path in paths:
        with readable_errors(path):
            path.unlink(missing_ok=True)


def _stage(folder: Path, content: bytes) -> Path:
    """Write content to a temporary file in the same folder, so that it can be moved in one go."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".part-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _refuse_folder(target: Path) -> None:
    # Found out only while moving, some of the other files would be in place already.
    if target.is_dir():
        raise IsADirectoryError(21, _("It is a folder"), str(target))


@contextmanager
def readable_errors(place: Path) -> Iterator[None]:
    """Turn what the system says about a place into what a person can act on.

    Raises:
        InvalidInputError: the system refused to write there.
    """
    try:
        yield
    except OSError as error:
        where = printable(str(error.filename or place))
        raise InvalidInputError(
            _("Nothing can be written at {place}: {reason}.").format(
                place=where, reason=error.strerror
            ),
            _("Choose another place, or see to the rights of that folder."),
        ) from error
