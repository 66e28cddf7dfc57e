"""Plain text and Markdown files; Markdown stays as it is written."""

from qualkit.formats.decode import decode


def read_plain(data: bytes, file_name: str) -> str:
    """Give the text of a .txt or .md file.

    Raises:
        UnreadableFileError: the file is no text.
    """
    return decode(data, file_name)
