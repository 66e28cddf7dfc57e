"""Plain text and Markdown files."""

import pytest

from qualkit.errors import UnreadableFileError
from qualkit.formats.plain import read_plain


def test_markdown_stays_as_it_is_written() -> None:
    text = "# Kop\n\n**I:** Hoe lang is de wachttijd?\n"
    assert read_plain(text.encode(), "a.md") == text


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        read_plain(b"%PDF-1.7", "a.txt")
