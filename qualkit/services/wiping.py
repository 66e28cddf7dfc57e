"""Taking away what can be made again: exports, copied passages, backups, what batches found."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualkit.formats.atomic import readable_errors
from qualkit.services.workspace import EXPORTS, FOUND, Workspace
from qualkit.store.opening import BACKUPS

_UNFINISHED = ".part-*"
"""What a program that was killed while writing leaves behind."""


@dataclass(frozen=True, slots=True)
class ToWipe:
    """Files that would be removed."""

    files: tuple[Path, ...]
    """Those in one folder together, by name."""
    size: int
    """Bytes."""


class Wiping:
    """Removes derived files from the folder of a project; its database and sources stay."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on the folder of an open project."""
        self._folder = workspace.folder

    def find(self, exports: bool = True, backups: bool = True, found: bool = True) -> ToWipe:
        """Tell what would be removed; `found` is what batches of suggestions keep.

        A folder that lies elsewhere, behind a link, is left alone; of a link only itself goes.
        """
        wanted = {EXPORTS: exports, BACKUPS: backups, FOUND: found}
        files = [
            path
            for name, is_wanted in wanted.items()
            if is_wanted
            for path in _files_in(self._folder / name)
        ]
        for path in sorted(self._folder.glob(_UNFINISHED)):
            files += _files_in(path) if path.is_dir() else [path]
        return ToWipe(tuple(files), sum(path.lstat().st_size for path in files))

    def wipe(self, found: ToWipe) -> int:
        """Remove files, and the folders that are empty then; gives how many. It is for good.

        Raises:
            InvalidInputError: one of them cannot be removed.
        """
        for path in found.files:
            with readable_errors(path):
                path.unlink(missing_ok=True)
        for folder in sorted({path.parent for path in found.files}, reverse=True):
            _remove_empty(folder, self._folder)
        return len(found.files)


def _files_in(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        return
    for place, folders, names in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *linked]):
            yield Path(place) / name


def _remove_empty(folder: Path, project: Path) -> None:
    """Remove a folder below those of a project, with those above that are empty then."""
    while project not in (folder, folder.parent) and not any(folder.iterdir()):
        with readable_errors(folder):
            folder.rmdir()
        folder = folder.parent
