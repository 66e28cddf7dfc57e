"""Which reader reads which kind of file, finding files, and reading one with every check."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from qualkit.domain.text import normalise
from qualkit.errors import UnreadableFileError
from qualkit.formats.docx import read_docx
from qualkit.formats.drafts import ImportDraft, shown_name
from qualkit.formats.header import Header, split_header
from qualkit.formats.plain import read_plain
from qualkit.translation import _

Reader = Callable[[bytes, str], str]
"""Bytes and the name to show in errors, to text; raises UnreadableFileError only."""

READERS: dict[str, Reader] = {
    ".docx": read_docx,
    ".md": read_plain,
    ".txt": read_plain,
}

MOST_BYTES = 100_000_000
"""That a file may have."""


def supported_suffixes() -> tuple[str, ...]:
    """Give the suffixes that can be read, in lower case with their dot, sorted."""
    return tuple(sorted(READERS))


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the files to read: named files as they are, folders replaced by what is in them.

    In folders, sorted and with their subfolders, hidden files, lock files of Word and files that
    cannot be read are passed over, and so are links that lead out of the folder. No file comes
    twice.

    Raises:
        UnreadableFileError: a folder may not be opened.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_walk(path) if _is_folder(path) else [path]))
    return tuple(found)


def read_file(path: Path) -> ImportDraft:
    """Read a file as a draft of a source; nothing is stored.

    Raises:
        UnreadableFileError: it is missing, may not be opened, is too large or empty, is of a kind
            that cannot be read, is damaged, or has a header that is not understood.
    """
    name = shown_name(path)
    suffix = path.suffix.lower()
    raw = read_bytes(path, name)
    header, text = part_header(decoded(raw, suffix, name), name)
    return ImportDraft(
        file_name=name,
        text=text,
        header=header,
        file_sha256=hashlib.sha256(raw).hexdigest(),
        suffix=suffix,
        raw=raw,
    )


def decoded(raw: bytes, suffix: str, name: str) -> str:
    """Give the text that the bytes of a file hold, as it stands there, with its header.

    Args:
        raw: The bytes.
        suffix: Of the file, in lower case with its dot.
        name: To show in errors.

    Raises:
        UnreadableFileError: it is of a kind that cannot be read, or damaged.
    """
    reader = READERS.get(suffix)
    if reader is None:
        raise UnreadableFileError(
            _("'{name}' is of a kind that cannot be imported.").format(name=name),
            _("Save it as one of these kinds: {kinds}.").format(
                kinds=", ".join(supported_suffixes())
            ),
        )
    return reader(raw, name)


def part_header(text: str, name: str) -> tuple[Header, str]:
    """Give what a text from a file says about itself, and its words as they are kept.

    Raises:
        UnreadableFileError: its header is not understood, or it holds no words.
    """
    header, words = split_header(normalise(text), name)
    # White space before the first word may be meant; empty lines around the text never are.
    words = words.strip("\n")
    if not words.strip():
        raise UnreadableFileError(_("'{name}' holds no text.").format(name=name))
    return header, words


def read_bytes(path: Path, name: str) -> bytes:
    """Give the bytes of a file, to be shown as `name` in errors.

    Raises:
        UnreadableFileError: it is missing, may not be opened, is too large or empty.
    """
    try:
        if path.is_dir():
            raise UnreadableFileError(_("'{name}' is a folder, not a file.").format(name=name))
        if path.exists() and not path.is_file():
            raise UnreadableFileError(_("'{name}' is not a regular file.").format(name=name))
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(
            _("There is no file '{name}'.").format(name=name), _("Check the path.")
        ) from error
    except PermissionError as error:
        raise UnreadableFileError(
            _("'{name}' may not be opened.").format(name=name), _("Ask for the right to read it.")
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            _("'{name}' could not be read from disk.").format(name=name)
        ) from error
    if len(raw) > MOST_BYTES:
        raise UnreadableFileError(
            _("'{name}' is larger than {size} MB.").format(name=name, size=MOST_BYTES // 1_000_000),
            _("Split it into parts."),
        )
    if not raw:
        raise UnreadableFileError(_("'{name}' is empty.").format(name=name))
    return raw


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        name = shown_name(Path(error.filename or folder))
        raise UnreadableFileError(
            _("The folder '{name}' may not be opened.").format(name=name)
        ) from error

    home = folder.resolve()
    # Linked folders are not entered at all, so that a loop cannot hang the walk.
    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        is_within = Path(place).resolve().is_relative_to(home)
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith((".", "~$")) or path.suffix.lower() not in READERS:
                continue
            # In this order: a link to itself is no file, and cannot be resolved either. What is
            # no link stands where its folder does; to resolve thousands of files takes seconds.
            if path.is_file() and (
                path.resolve().is_relative_to(home) if path.is_symlink() else is_within
            ):
                yield path
