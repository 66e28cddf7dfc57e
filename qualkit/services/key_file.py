"""Real names beside their labels, in a file of their own that nothing but `qualkit key` opens.

Nothing of it goes into the project database, its history, a log, an export or a temporary file
elsewhere: new content is written beside the file itself and moved into its place. Only the command
line may import this module (an import contract), and no service is given what is read here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.sources import SourceText
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError, KeyFileError
from qualkit.formats.atomic import readable_errors, write_whole
from qualkit.formats.key_files import decrypt, encrypt, is_encrypted, read_names, write_names
from qualkit.settings import Settings
from qualkit.translation import _

AskPassphrase = Callable[[], str]
"""Asks for the passphrase of a file that is encrypted already."""

LARGEST = 10_000_000
"""Bytes; a larger file is no key file."""

_SHORTEST_PART = 3
"""Letters; a shorter part of a name is a word of its own too often."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A place in a text where a name of the key file stands."""

    case_id: str
    reference: str
    """`P3:27`."""
    is_part: bool
    """Whether only a part of the name stands there, such as a first name."""


class KeyFile:
    """The key file of one project."""

    def __init__(self, place: Path, project_id: str, ask: AskPassphrase) -> None:
        """Work on a file, which need not be there yet; `ask` is called when it is encrypted."""
        self.place = place
        self._project_id = project_id
        self._ask = ask
        self._passphrase: str | None = None
        self._known: dict[str, str] | None = None

    @property
    def exists(self) -> bool:
        """Tell whether there is a key file."""
        return self.place.is_file()

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the file is there and encrypted.

        Raises:
            KeyFileError: it cannot be read.
        """
        return self.exists and is_encrypted(self._content())

    def names(self) -> dict[str, str]:
        """Give the names by the id of the participant.

        Raises:
            KeyFileError: it cannot be read, the passphrase is another, or it is of another project.
        """
        if self._known is not None:
            return dict(self._known)
        if not self.exists:
            return {}
        content = self._content()
        if is_encrypted(content):
            if self._passphrase is None:
                self._passphrase = self._ask()
            content = decrypt(content, self._passphrase)
        self._known = read_names(content, self._project_id)
        return dict(self._known)

    def put(self, case_id: str, name: str) -> None:
        """Keep the name of a participant, in place of another.

        Raises:
            InvalidInputError: it is empty, or the file cannot be written.
            KeyFileError: the file cannot be read.
        """
        tidy = one_line(printable(name))
        if not tidy:
            raise InvalidInputError(_("A name cannot be empty."))
        self._write({**self.names(), case_id: tidy})

    def remove(self, case_id: str) -> bool:
        """Forget the name of a participant; tells whether there was one.

        Raises:
            KeyFileError: the file cannot be read.
            InvalidInputError: it cannot be written.
        """
        names = self.names()
        if names.pop(case_id, None) is None:
            return False
        self._write(names)
        return True

    def encrypt(self, passphrase: str) -> None:
        """Encrypt the file with a passphrase, or with another than before.

        Raises:
            KeyFileError: it cannot be read.
            InvalidInputError: there is no file or no passphrase, or it cannot be written.
        """
        if not self.exists:
            raise InvalidInputError(
                _("There is no key file yet."), _("'qualkit key set LABEL' makes one.")
            )
        if not passphrase:
            raise InvalidInputError(_("A passphrase cannot be empty."))
        names = self.names()
        self._passphrase = passphrase
        self._write(names, encrypted=True)

    def decrypt(self) -> None:
        """Write the file in clear.

        Raises:
            KeyFileError: the passphrase is another, or the file cannot be read.
            InvalidInputError: it cannot be written.
        """
        names = self.names()
        if self.exists:
            self._write(names, encrypted=False)

    def find_in(self, text: SourceText) -> tuple[FoundName, ...]:
        """Tell where names of the file stand in the text of a source; without the names.

        Raises:
            KeyFileError: it cannot be read.
        """
        lines, number = LineIndex(text.text), text.source.number
        found: dict[tuple[str, str], FoundName] = {}
        for case_id, name in self.names().items():
            for part in (name, *_parts(name)):
                for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text.text):
                    reference = format_reference(number, lines.line_of(match.start()))
                    place = FoundName(case_id, reference, is_part=part != name)
                    found.setdefault((case_id, reference), place)
        return tuple(found.values())

    def _content(self) -> bytes:
        try:
            if self.place.stat().st_size > LARGEST:
                raise KeyFileError(_("That file is too large to be a key file."))
            return self.place.read_bytes()
        except OSError as error:
            raise KeyFileError(
                _("The key file at {place} cannot be read: {reason}.").format(
                    place=printable(str(self.place)), reason=error.strerror
                )
            ) from error

    def _write(self, names: Mapping[str, str], encrypted: bool | None = None) -> None:
        content = write_names(names, self._project_id)
        if self.is_encrypted if encrypted is None else encrypted:
            content = encrypt(content, self._passphrase or "")
        with readable_errors(self.place):
            self.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self.place, content)
        self._known = dict(names)


def usual_place(settings: Settings, project_id: str) -> Path:
    """Give where the key file of a project is unless another place is named.

    That is away from the project, so that who copies a project copies no names.
    """
    folder = Path(settings.key_folder).expanduser() if settings.key_folder else None
    return (folder or user_data_path("qualkit") / "keys") / f"{project_id}.json"


def _parts(name: str) -> list[str]:
    """Give the parts of a name that could stand alone: "Jan" and "Vries" of "Jan de Vries"."""
    parts = re.findall(r"\w+(?:-\w+)*", name)
    return [part for part in parts if len(part) >= _SHORTEST_PART and part[0].isupper()]
