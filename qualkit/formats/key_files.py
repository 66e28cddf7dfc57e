"""The key file: real names by the id of the participant, in clear or encrypted with a passphrase.

In clear it is JSON; encrypted it is an age file (age-encryption.org/v1) around the same JSON, which
any age program opens. Encrypting is loaded only when it is needed.
"""

import json
from collections.abc import Mapping

from qualkit.errors import KeyFileError
from qualkit.translation import _

_MARK = "qualkit_key"
_FORMAT = 1
_AGE = b"age-encryption.org/"


def is_encrypted(content: bytes) -> bool:
    """Tell whether the content of a key file is encrypted."""
    return content.startswith(_AGE)


def read_names(content: bytes, project_id: str) -> dict[str, str]:
    """Read the names of a key file in clear, by the id of the participant.

    Raises:
        KeyFileError: it is no key file, or that of another project.
    """
    try:
        values = json.loads(content)
    except ValueError:
        raise _no_key_file() from None
    if not isinstance(values, dict) or values.get(_MARK) != _FORMAT:
        raise _no_key_file()
    names = values.get("names")
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise _no_key_file()
    if values.get("project") != project_id:
        raise KeyFileError(
            _("This key file belongs to another project."),
            _("'qualkit key where' tells where that of this project is looked for."),
        )
    return names


def write_names(names: Mapping[str, str], project_id: str) -> bytes:
    """Give the content of a key file in clear."""
    values = {_MARK: _FORMAT, "project": project_id, "names": dict(sorted(names.items()))}
    return json.dumps(values, ensure_ascii=False, indent=2).encode() + b"\n"


def encrypt(content: bytes, passphrase: str) -> bytes:
    """Encrypt content with a passphrase."""
    import pyrage.passphrase  # noqa: PLC0415 (a library that is seldom needed)

    return pyrage.passphrase.encrypt(content, passphrase)


def decrypt(content: bytes, passphrase: str) -> bytes:
    """Give content that was encrypted with a passphrase.

    Raises:
        KeyFileError: the passphrase is another, or the file is damaged.
    """
    import pyrage  # noqa: PLC0415 (a library that is seldom needed)
    import pyrage.passphrase  # noqa: PLC0415

    try:
        return pyrage.passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError:
        raise KeyFileError(
            _("The key file does not open with that passphrase."),
            _("Nothing was changed. Without its passphrase nobody can read it, nor can qualkit."),
        ) from None


def _no_key_file() -> KeyFileError:
    # Nothing of what stands in it is told: it may hold names.
    return KeyFileError(
        _("That file is not a key file of qualkit."), _("It was left as it is; choose another.")
    )
