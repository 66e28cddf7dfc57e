"""Writing files for people, whole or not at all, readable by their owner only."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

_UNFINISHED = ".part-"


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


@contextmanager
def file_in_parts(target: Path) -> Iterator[BinaryIO]:
    """Open a file (mode 0600) to write bit by bit; it is put in its place when all went well.

    Raises:
        InvalidInputError: it cannot be written there; what was there is still there.
    """
    with readable_errors(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_folder(target)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=_UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)


@contextmanager
def folder_in_parts(target: Path, is_ours: Callable[[str], bool]) -> Iterator[Path]:
    """Give a folder to write files into (mode 0600), which takes its place when all went well.

    Args:
        target: The folder; one that is there makes way if it holds nothing but files of ours.
        is_ours: Tells by its name whether a file is one that this export makes.

    Raises:
        InvalidInputError: it cannot be written there, or the folder holds other files; what was
            there is still there.
    """
    with readable_errors(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_others(target, is_ours)
        unfinished = Path(tempfile.mkdtemp(dir=target.parent, prefix=_UNFINISHED))
        try:
            written = unfinished / "new"
            written.mkdir(mode=0o700)
            yield written
            _put_in_place(written, target, unfinished / "old")
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def check_place(target: Path, is_ours: Callable[[str], bool] | None = None) -> None:
    """See that a file can be written at a place, or with `is_ours` a folder, before it is made.

    Raises:
        InvalidInputError: it cannot be written there, or the folder holds other files.
    """
    with readable_errors(target):
        if is_ours is None:
            _refuse_folder(target)
        else:
            _refuse_others(target, is_ours)
        there = next(folder for folder in target.absolute().parents if folder.exists())
        handle, name = tempfile.mkstemp(dir=there, prefix=_UNFINISHED)
        os.close(handle)
        Path(name).unlink()


def _put_in_place(written: Path, target: Path, aside: Path) -> None:
    """Move a folder to where it belongs; if that fails, the one that was there comes back."""
    if not target.exists():
        written.rename(target)
        return
    target.rename(aside)
    try:
        written.rename(target)
    except OSError:
        aside.rename(target)
        raise


def _refuse_others(folder: Path, is_ours: Callable[[str], bool]) -> None:
    if folder.is_dir():
        others = sorted(each.name for each in folder.iterdir() if not is_ours(each.name))
        if others:
            raise InvalidInputError(
                _("The folder {place} holds other files, such as '{name}'.").format(
                    place=printable(str(folder)), name=printable(others[0])
                ),
                _("Name an empty folder, or one that is not there yet."),
            )
    elif folder.exists():
        raise NotADirectoryError(20, _("It is a file"), str(folder))


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
    handle, name = tempfile.mkstemp(dir=folder, prefix=_UNFINISHED)
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
        where = str(error.filename or place)
        if Path(where).name.startswith(_UNFINISHED):
            where = str(place)  # nobody asked for the file that is written first
        raise InvalidInputError(
            _("Nothing can be written at {place}: {reason}.").format(
                place=printable(where), reason=error.strerror
            ),
            _("Choose another place, or see to the rights of that folder."),
        ) from error
