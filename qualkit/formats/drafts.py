"""What a reader of files hands over: a text ready to become the first version of a source."""

from dataclasses import dataclass, field
from pathlib import Path

from qualkit.domain.text import one_line, printable
from qualkit.formats.header import Header


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A file as read, before anything of it is stored."""

    file_name: str
    """Without its folder, fit to show."""
    text: str
    """Normalised, without header and without newlines at its ends."""
    header: Header
    """What the file says about itself; all None when it says nothing."""
    file_sha256: str
    """Of `raw`, in hexadecimal."""
    suffix: str
    """In lower case with its dot: ".docx"."""
    raw: bytes = field(repr=False)
    """The bytes of the file, to be kept beside the project."""


def shown_name(path: Path) -> str:
    """Give the name of a file as it is shown: one line, without signs that steer a terminal."""
    return one_line(printable(path.name or str(path)))
