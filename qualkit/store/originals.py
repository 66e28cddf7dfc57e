"""The files as they were imported, kept beside the database under the hash of their bytes.

Their own names are not kept: a file name often holds the name of a person.
"""

import os
import tempfile
from pathlib import Path


def keep_original(folder: Path, raw: bytes, sha256: str, suffix: str) -> Path:
    """Keep the bytes of a file (mode 0600), whole or not at all; gives where."""
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{sha256[:16]}{suffix}"
    if target.exists():
        return target
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return target
