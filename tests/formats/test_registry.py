"""Finding files and reading them, on real folders."""

import hashlib
import os
from io import BytesIO
from pathlib import Path

import docx
import pytest

from qualkit.domain.sources import SourceKind
from qualkit.errors import UnreadableFileError
from qualkit.formats import registry
from qualkit.formats.registry import find_files, read_file, supported_suffixes


def written(path: Path, content: str | bytes = "tekst") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_with_a_header(tmp_path: Path) -> None:
    raw = "\ufeff---\r\nsoort: interview\r\n---\r\n\r\n  I: Hoe is het?\r\nR: Goed.\x1b[2J\r\n\r\n"
    path = written(tmp_path / "Gesprek.TXT", raw)
    draft = read_file(path)
    assert draft.text == "  I: Hoe is het?\nR: Goed.\ufffd[2J"
    assert draft.header.kind is SourceKind.INTERVIEW
    assert (draft.file_name, draft.suffix) == ("Gesprek.TXT", ".txt")
    assert draft.raw == raw.encode()
    assert draft.file_sha256 == hashlib.sha256(raw.encode()).hexdigest()


def test_the_text_is_kept_as_it_is_written(tmp_path: Path) -> None:
    text = " Twee  spaties\tén een tab \n\n\n drie regels later ﬁjn"
    assert read_file(written(tmp_path / "a.md", text)).text == text


def test_a_word_file_with_a_header(tmp_path: Path) -> None:
    document, stream = docx.Document(), BytesIO()
    for line in ("---", "soort: chat", "---", "[19:31] bezoeker: hallo"):
        document.add_paragraph(line)
    document.save(stream)
    draft = read_file(written(tmp_path / "a.docx", stream.getvalue()))
    assert draft.header.kind is SourceKind.CHAT
    assert draft.text == "[19:31] bezoeker: hallo"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\t\n", "holds no text"),
        ("a.txt", "---\ntitel: a\n---\n\n", "holds no text"),
        ("a.md", "\ufeff", "holds no text"),
        ("a.odt", "PK", "of a kind that cannot be imported"),
        ("geen_suffix", "tekst", "of a kind that cannot be imported"),
        ("a.docx", "gewone tekst", "not a .docx file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFileError, match=f"'{name}'") as refusal:
        read_file(written(tmp_path / name, content))
    assert reason in refusal.value.message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    (tmp_path / "lus.txt").symlink_to(tmp_path / "lus.txt")
    for path, reason in (
        (tmp_path / "weg.txt", "There is no file 'weg.txt'"),
        (tmp_path, "is a folder"),
        (tmp_path / "pijp.txt", "not a regular file"),
        (tmp_path / "lus.txt", "could not be read"),
        (tmp_path / "nul\0.txt", "could not be read"),
        (written(tmp_path / "a.txt") / "b.txt", "could not be read"),
    ):
        with pytest.raises(UnreadableFileError, match=reason):
            read_file(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    path.chmod(0)
    with pytest.raises(UnreadableFileError, match="may not be opened"):
        read_file(path)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "MOST_BYTES", 4)
    assert read_file(written(tmp_path / "a.txt", "vier")).text == "vier"
    with pytest.raises(UnreadableFileError, match="larger than"):
        read_file(written(tmp_path / "b.txt", "vijf!"))


def test_names_in_errors_cannot_steer_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read_file(tmp_path / "a\x1b[2J\u202eb\nc.txt")
    assert not {"\x1b", "\u202e", "\n"} & set(refusal.value.message)


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    home = tmp_path / "bronnen"
    outside = written(tmp_path / "elders" / "geheim.txt")
    expected = [written(home / name) for name in ("b.txt", "c.MD", "onder/a.docx", "onder/z.txt")]
    for name in (".verborgen.txt", ".git/a.txt", "foto.png", "~$b.docx", "onder/~$a.docx"):
        written(home / name)
    (home / "uit.txt").symlink_to(outside)
    (home / "uitmap").symlink_to(outside.parent)
    (home / "lus").symlink_to(home)
    (home / "rond.txt").symlink_to(home / "rond.txt")
    (home / "weg.txt").symlink_to(home / "niets.txt")
    os.mkfifo(home / "pijp.txt")
    (home / "map.txt").mkdir()
    assert find_files([home]) == tuple(expected)


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    target = written(tmp_path / "a.txt")
    link = tmp_path / "b.txt"
    link.symlink_to(target)
    assert find_files([tmp_path]) == (target, link)


def test_named_files_stay_as_they_are_and_come_once(tmp_path: Path) -> None:
    photo, note = written(tmp_path / "foto.png"), written(tmp_path / "a.txt")
    missing = tmp_path / "weg.txt"
    assert find_files([photo, missing, note, tmp_path]) == (photo, missing, note)
    assert find_files([]) == ()


def test_every_supported_suffix_has_a_reader() -> None:
    assert supported_suffixes() == (".docx", ".md", ".txt")
