"""LibreOffice, for tests that look at what other programs make of our files."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")

needs_office = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("QUALKIT_NO_SKIP"), reason="LibreOffice is not installed"
)


def converted(path: Path, format: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it in a format, in another folder."""
    assert SOFFICE, "LibreOffice is not installed, and QUALKIT_NO_SKIP says that it should be"
    profile = folder / "profile"
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [
            *(SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
            *("--convert-to", format, "--outdir", str(folder), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{path.stem}.{format.partition(':')[0]}"
