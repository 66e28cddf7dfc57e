"""Making text from outside fit to keep, and text we keep fit to show."""

import hashlib
import re
import unicodedata

_NEWLINES = re.compile(r"\r\n|\r|\u2028|\u2029|\x85")
# Half surrogates are how Python holds bytes that are no text; no database or screen takes them.
# U+FFFE and U+FFFF are no characters, and files of XML cannot hold them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Legal inside JSON strings, and able to steer a terminal or to break UTF-8.
_NOT_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BIDI_OVERRIDES = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def normalise(text: str) -> str:
    """Give text as it is stored: newlines are `\\n`, no byte order mark, no control characters.

    Control characters other than tab (terminal escapes among them) become U+FFFD, one for one;
    nothing else is changed.
    """
    unified = _NEWLINES.sub("\n", text.lstrip("\ufeff"))
    return _CONTROLS.sub("\ufffd", unified.replace("\x0c", "\n").replace("\x0b", "\n"))


def printable(text: str) -> str:
    """Give a name or message from outside without signs that could steer a terminal."""
    return _BIDI_OVERRIDES.sub("", _CONTROLS.sub("\ufffd", text))


def one_line(text: str, width: int = 0) -> str:
    """Give text on one line, single-spaced; cut with an ellipsis at `width` code points, if any."""
    flat = " ".join(text.split())
    return flat if not width or len(flat) <= width else flat[: width - 1].rstrip() + "…"


def folded(name: str) -> str:
    """Give what names are compared by: capitals, spacing and ways to write an accent are alike."""
    return unicodedata.normalize("NFC", one_line(name)).casefold()


def sha256_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def searchable(text: str) -> str:
    """Give what words are looked for in: capitals, accents and spacing make no difference."""
    apart = unicodedata.normalize("NFKD", one_line(text).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def holds_words(text: str, query: str) -> bool:
    """Tell whether a text holds every word of a query, or the beginning or middle of one."""
    found = searchable(text)
    return all(word in found for word in searchable(query).split())


def json_safe(dumped: str) -> str:
    """Escape what JSON allows in its strings but a terminal would obey."""
    return _NOT_IN_JSON.sub(lambda sign: f"\\u{ord(sign.group()):04x}", dumped)
