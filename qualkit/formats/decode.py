"""Bytes to text: byte order marks, UTF-8, UTF-16 and Windows-1252, and refusing what is no text."""

import codecs

from qualkit.errors import UnreadableFileError
from qualkit.translation import N_, _

_SIGNATURES = (
    (b"%PDF-", N_("a PDF file")),
    (b"PK\x03\x04", N_("a ZIP, Word, Excel or OpenDocument file")),
    (b"PK\x05\x06", N_("an empty ZIP file")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("an old Word file (.doc) or one with a password")),
    (b"{\\rtf", N_("an RTF file")),
    (b"\x89PNG\r\n", N_("a PNG picture")),
    (b"\xff\xd8\xff", N_("a JPEG picture")),
    (b"GIF8", N_("a GIF picture")),
    (b"II*\x00", N_("a TIFF picture")),
    (b"MM\x00*", N_("a TIFF picture")),
    (b"ID3", N_("a sound recording")),
    (b"RIFF", N_("a sound or video recording")),
    (b"OggS", N_("a sound recording")),
    (b"\x1f\x8b", N_("a compressed file")),
    (b"7z\xbc\xaf\x27\x1c", N_("a compressed file")),
    (b"SQLite format 3\x00", N_("a database")),
)

# UTF-32 before UTF-16: the little-endian marks begin with the same two bytes.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r")) + b"\x7f"
MOST_CONTROLS = 0.05
"""Share of control characters above which a file is not taken for text."""

_SAMPLE = 65_536
_SAVE_AS_TEXT = N_("Save it as .docx or plain text and import that.")


def signature_of(data: bytes) -> str:
    """Give what the first bytes say a file is ("a PDF file"); empty when they say nothing."""
    if data[4:8] == b"ftyp":
        return _("a sound or video recording")
    return next((_(what) for mark, what in _SIGNATURES if data.startswith(mark)), "")


def decode(data: bytes, file_name: str) -> str:
    """Give the text of a plain file; a byte order mark is no part of it.

    Without a mark the text is UTF-8, else UTF-16 if its zero bytes say so, else Windows-1252, in
    which the five bytes without a meaning become U+FFFD.

    Raises:
        UnreadableFileError: the file is no text, or not in the encoding that its mark announces.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, file_name)
    what = signature_of(data)
    if what:
        raise UnreadableFileError(
            _("'{file_name}' seems to be {what}, not text.").format(file_name=file_name, what=what),
            _(_SAVE_AS_TEXT),
        )
    encoding = _utf16_without_mark(data)
    if encoding:
        return _decode_marked(data, encoding, file_name)
    if b"\0" in data or _count_controls(data) > MOST_CONTROLS * len(data):
        raise UnreadableFileError(
            _("'{file_name}' is not a text file.").format(file_name=file_name), _(_SAVE_AS_TEXT)
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _decode_marked(data: bytes, encoding: str, file_name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            _("'{file_name}' says it is {encoding}, but is damaged at byte {byte}.").format(
                file_name=file_name, encoding=encoding.upper(), byte=error.start
            ),
            _("Open it in a text editor and save it again as UTF-8."),
        ) from error
    # A control character is one byte in UTF-8, so the share is that of characters, or less.
    if "\0" in text or _count_controls(text.encode()) > MOST_CONTROLS * len(text):
        raise UnreadableFileError(
            _("'{file_name}' is not a text file.").format(file_name=file_name), _(_SAVE_AS_TEXT)
        )
    return text


def _utf16_without_mark(data: bytes) -> str:
    """Give the encoding of which Latin letters have a zero byte in each pair, or nothing."""
    sample = data[: min(_SAMPLE, len(data))]
    if len(data) % 2 or b"\0" not in sample:
        return ""
    pairs = len(sample) // 2
    high_first, low_first = sample[::2].count(0), sample[1::2].count(0)
    if low_first > pairs / 2 and not high_first:
        return "utf-16-le"
    if high_first > pairs / 2 and not low_first:
        return "utf-16-be"
    return ""


def _count_controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))
