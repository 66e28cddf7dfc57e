"""Zip files, as Word and spreadsheet files are, that are the same bytes each time."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file knows; the clock would make each file another one."""


def undated(content: bytes) -> bytes:
    """Give a zip file with the same parts, without the times at which they were written."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, NO_DATE)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(part))
    return file.getvalue()
