"""The files as they were imported, kept beside the database under the hash of their bytes.

Their own names are not kept: a file name often holds the name of a person.
"""

import os
import tempfile
from pathlib import Path

from qualkit.errors import ProjectNotWritableError
from qualkit.translation import _

_UNFINISHED = ".part-"


def keep_original(folder: Path, raw: bytes, sha256: str, suffix: str) -> Path:
    """Keep the bytes of a file (mode 0600), whole or not at all; gives where.

    Raises:
        ProjectNotWritableError: there is no right to write there, or no space.
    """
    target = folder / f"{sha256[:16]}{suffix}"
    if target.exists():
        return target
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        _write_whole(target, raw)
    except OSError as error:
        raise ProjectNotWritableError(
            _("The imported files cannot be kept in {folder}: {reason}.").format(
                folder=folder, reason=error.strerror
            ),
            _("Nothing was imported. Check your rights on the folder, and the space on the disk."),
        ) from error
    return target


def drop_unfinished(folder: Path) -> None:
    """Remove what an import that was cut short left half-written; only while the lock is held."""
    for leftover in folder.glob(f"{_UNFINISHED}*"):
        leftover.unlink(missing_ok=True)


def _write_whole(target: Path, raw: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
