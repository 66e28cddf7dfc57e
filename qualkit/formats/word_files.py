"""Word files that are written here: what each says of itself, and the same bytes each time."""

from datetime import datetime
from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from qualkit.formats.zip_files import undated

PAGE = (Mm(297), Mm(210))
"""A4 on its side."""
MARGIN = Mm(15)


def describe(document: Any, title: str, language: str, created_at: datetime) -> None:
    """Fill in the properties of a file, in place of those of the empty one it began as."""
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = created_at.replace(tzinfo=None, microsecond=0)


def turn(section: Any) -> None:
    """Lay the pages of a section on their side."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN


def bytes_of(document: Any) -> bytes:
    """Give a document as the bytes of a .docx file, without times in it."""
    file = BytesIO()
    document.save(file)
    return undated(file.getvalue())
