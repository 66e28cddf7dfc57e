"""A file of suggestions from outside: what is not one is refused in a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualkit.errors import UnreadableFileError
from qualkit.formats import suggestion_files, suggestion_parquet
from qualkit.formats.suggestion_files import read_suggestions
from tests.services.queue_files import Row, write_rows

GOOD: Row = {
    "rank": 1,
    "phrase": "lange wachttijd",
    "words": "lange\nwachttijd",
    "lemma": "lang wachttijd",
    "score": 0.5,
    "reason": "2 keer, bij 2 deelnemers; ook als ‘wachttijden’",
    "source": "P3",
    "label": "",
    "line": 4,
    "start": 10,
    "end": 25,
    "text_sha256": "0" * 64,
    "tier": "shipped",
    "pipeline": "nl_qualkit_sm",
    "version": "1.1.0",
    "settings": "0123456789ab",
}

SUFFIXES = (".csv", ".jsonl", ".parquet")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_row_says_the_same_in_every_format(tmp_path: Path, suffix: str) -> None:
    read = read_suggestions(write_rows(tmp_path / f"nacht{suffix}", [GOOD, {**GOOD, "rank": 2}]))
    first, second = read.rows
    assert (first.rank, second.rank) == (1, 2)
    assert first.words == "lange wachttijd"
    assert first.pipeline == "nl_qualkit_sm 1.1.0 (shipped)"
    assert (first.start, first.end) == (10, 25)


def test_a_table_program_may_have_saved_it_in_its_own_way(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "nacht.csv", [{**GOOD, "phrase": "één"}])
    text = path.read_text("utf-8-sig").replace(";", "\t").replace("‘", "'").replace("’", "'")
    path.write_bytes(text.encode("cp1252"))
    assert read_suggestions(path).rows[0].phrase == "één"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("phrase", "wacht\x1b[31mtijd"),
        ("lemma", "wacht\u202etijd"),
        ("reason", "<script>alert(1)</script>"),
        ("source", "\x9b2J"),
        ("phrase", "x" * 5_000),
        ("tier", "eigen"),
        ("text_sha256", "../../etc"),
        ("start", 26),
        ("end", -1),
        ("rank", 0),
        ("rank", 2**40),
    ],
)
def test_what_a_batch_would_never_write_is_refused(
    tmp_path: Path, suffix: str, column: str, value: Any
) -> None:
    path = write_rows(tmp_path / f"nacht{suffix}", [GOOD, {**GOOD, column: value}])
    with pytest.raises(UnreadableFileError, match=r"Row 2 of 'nacht") as caught:
        read_suggestions(path)
    assert "\x1b" not in caught.value.told


def _as_json(**changes: Any) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"rank;phrase\r\n1;wachttijd\r\n",
        b"%PDF-1.7 niets",
        b"PK\x03\x04 een werkmap",
        b"PAR1 maar dan stuk",
        b"PAR1",
        b'{"rank": 1}\n',
        b"{" * 100_000,
        b'{"a":' * 100_000,
        _as_json(rank="een"),
        _as_json(rank=True),
        _as_json(phrase=None),
        _as_json(phrase=["wachttijd"]),
        _as_json(start=10.5),
        _as_json()[:-4],
        b'{"rank": 1' + b"0" * 10_000 + b"}",
        b"[1, 2]\n",
    ],
)
def test_what_is_no_file_of_suggestions_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "nacht"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="'nacht'"):
        read_suggestions(path)


def test_a_damaged_parquet_file_is_refused_wherever_the_damage_is(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "nacht.parquet", [GOOD] * 50)
    data = path.read_bytes()
    for at in range(4, len(data), 97):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            read_suggestions(path)
        except UnreadableFileError as error:
            assert "nacht.parquet" in error.message
    path.write_bytes(data[:-20])
    with pytest.raises(UnreadableFileError):
        read_suggestions(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_too_large_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = write_rows(tmp_path / f"nacht{suffix}", [GOOD] * 5)
    refusals: list[Callable[[pytest.MonkeyPatch], None]] = [
        lambda patch: patch.setattr(suggestion_files, "MOST_ROWS", 4),
        lambda patch: patch.setattr(suggestion_files, "MOST_BYTES", 100),
    ]
    if suffix == ".parquet":
        refusals.append(lambda patch: patch.setattr(suggestion_parquet, "MOST_UNPACKED", 100))
    for refuse in refusals:
        with monkeypatch.context() as patch:
            refuse(patch)
            with pytest.raises(UnreadableFileError, match="too large"):
                read_suggestions(path)
    assert len(read_suggestions(path).rows) == 5


def test_a_folder_of_parts_is_read_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "nacht"
    folder.mkdir()
    with pytest.raises(UnreadableFileError, match="no suggestions"):
        read_suggestions(folder)
    for number in (1, 0):
        write_rows(folder / f"part-0000{number}.parquet", [{**GOOD, "rank": number + 1}])
    assert [row.rank for row in read_suggestions(folder).rows] == [1, 2]
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read_suggestions(tmp_path / "nergens.csv")
