"""Bytes of plain files to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.errors import UnreadableFileError
from qualkit.formats.decode import decode, signature_of

LATIN = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)))
WINDOWS = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0x100))


def no_signature(text: str) -> bool:
    return not signature_of(text.encode("utf-8"))


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(no_signature)


@given(ANY_TEXT)
def test_utf8_comes_back_with_and_without_mark(text: str) -> None:
    data = text.encode()
    assert decode(codecs.BOM_UTF8 + data, "a.txt") == text
    if not text.startswith("\ufeff"):
        assert decode(data, "a.txt") == text


@given(ANY_TEXT)
def test_utf16_and_utf32_come_back_with_a_mark(text: str) -> None:
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ):
        assert decode(mark + text.encode(encoding), "a.txt") == text


@given(st.text(alphabet=LATIN, min_size=4), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_without_mark_is_known_by_its_zero_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_utf16_without_mark_may_hold_a_euro_sign() -> None:
    text = "De wachttijd – zegt zij – kost €100 per dag."
    assert decode(text.encode("utf-16-le"), "a.txt") == text
    assert decode(text.encode("utf-16-be"), "a.txt") == text


@given(st.text(alphabet=LATIN + WINDOWS))
def test_windows_1252_comes_back_when_it_is_not_utf8(text: str) -> None:
    data = f"é {text}".encode("cp1252") + b" \xe9 slot"
    assert decode(data, "a.txt") == f"é {text} é slot"


def test_bytes_without_meaning_in_windows_1252_are_replaced_one_for_one() -> None:
    assert decode(b"caf\xe9 \x81\x8d\x8f\x90\x9d", "a.txt") == "café " + "\ufffd" * 5


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"{\\rtf1 tekst}", "RTF"),
        (b"\x00\x00\x00\x18ftypM4A ", "sound"),
    ],
)
def test_other_files_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"'a\.txt'") as refusal:
        decode(data, "a.txt")
    assert what in refusal.value.message
    assert ".docx or plain text" in refusal.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"tekst\x00 met een nul",
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04tekst",
        codecs.BOM_UTF16_LE + "nul\0 in tekst".encode("utf-16-le"),
        codecs.BOM_UTF8 + b"\x01\x02\x03",
    ],
)
def test_binary_content_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a text file"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF8 + b"caf\xe9", codecs.BOM_UTF16_LE + b"a\x00b", b"\xfe\xff\xd8\x00"]
)
def test_text_that_is_not_what_its_mark_says_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="damaged at byte"):
        decode(data, "a.txt")


def test_a_stray_control_character_does_not_make_a_file_binary() -> None:
    assert decode(b"een \x1b[0m teken in een verder gewone tekst", "a.txt").count("\x1b") == 1


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        decode(data, "a.txt")
    except UnreadableFileError as refusal:
        assert "'a.txt'" in refusal.message
