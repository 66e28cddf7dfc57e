"""The text of a PDF, read by a program that is not ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PDFTOTEXT = shutil.which("pdftotext")

needs_pdftotext = pytest.mark.skipif(
    PDFTOTEXT is None and not os.environ.get("QUALKIT_NO_SKIP"),
    reason="pdftotext (poppler-utils) is not installed",
)


def text_of(path: Path) -> str:
    """Give the words of a PDF on one line, words that were cut at the end of a line made whole."""
    assert PDFTOTEXT, "pdftotext is not installed, and QUALKIT_NO_SKIP says that it should be"
    done = subprocess.run([PDFTOTEXT, str(path), "-"], check=True, capture_output=True, timeout=60)
    return " ".join(done.stdout.decode().replace("\u00ad\n", "").replace("-\n", "").split())
