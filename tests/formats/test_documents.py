"""Documents of a batch: folders and tables, and what cannot be read is set aside by name."""

import csv
import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from qualkit.domain.batch_documents import Document, SetAside
from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats import document_rows, document_tables, registry
from qualkit.formats.document_columns import Columns
from qualkit.formats.documents import read_documents

TEXTS = {
    "gesprek 1": "bezoeker: Ik wacht op school.\nmedewerker: Waar wacht je op?",
    "gesprek 2": 'Hij zei: "wacht", en dan; niets.',
    "één/3": "ID3 begint hier, maar dit is gewoon tekst: €.",
}


def parted(found: Iterable[Document | SetAside]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give texts by name, and why others were set aside."""
    items = list(found)
    documents = {item.name: item.raw for item in items if isinstance(item, Document)}
    return documents, {item.name: item.why for item in items if isinstance(item, SetAside)}


def test_a_folder_gives_its_files_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.md", "c.TXT", "d.pdf", ".e.txt"):
        (tmp_path / name).write_text(f"Dit is {name}.")
    (tmp_path / "leeg.txt").touch()
    documents, aside = parted(read_documents(tmp_path))
    assert list(documents) == ["a.md", "c.TXT", "b/2.txt"]
    assert list(aside) == ["leeg.txt"]
    first = next(iter(read_documents(tmp_path)))
    assert first == Document("a.md", b"Dit is a.md.", ".md", sha256(b"Dit is a.md.").digest())


def write(path: Path, names: tuple[str, str] = ("id", "text"), separator: str = ";") -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file, delimiter=separator)
            rows.writerow([names[0], "datum", names[1]])
            rows.writerows([name, "2026-02-04", text] for name, text in TEXTS.items())
    elif path.suffix == ".jsonl":
        lines = [json.dumps({names[0]: name, names[1]: text}) for name, text in TEXTS.items()]
        path.write_text("\n".join(lines) + "\n\n")
    else:
        pq.write_table(pa.table({names[1]: [*TEXTS.values()], names[0]: [*TEXTS]}), path)
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_table_gives_its_rows_whatever_stands_between_cells(
    tmp_path: Path, separator: str
) -> None:
    documents, aside = parted(read_documents(write(tmp_path / "a.csv", separator=separator)))
    assert documents == {name: text.encode() for name, text in TEXTS.items()}
    assert not aside


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
def test_columns_go_by_usual_names_or_those_that_are_given(tmp_path: Path, name: str) -> None:
    expected = {name: text.encode() for name, text in TEXTS.items()}
    usual = write(tmp_path / name, (" Bron ", "Tekst"))
    assert parted(read_documents(usual))[0] == expected
    other = write(tmp_path / name, ("nummer", "inhoud"))
    assert parted(read_documents(other, Columns("nummer", "INHOUD")))[0] == expected
    with pytest.raises(InvalidInputError, match="nummer") as refused:
        list(read_documents(other))
    assert "--id-column" in refused.value.hint


def test_rows_that_are_no_documents_are_set_aside_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (document_rows, document_tables):
        monkeypatch.setattr(module, "MOST_BYTES", 200)
    bad_csv = (
        b"id;text\n1;goed\n;zonder id\n2;\xff\xfe\n3;te;veel\n1;weer\n4;\n"
        + (b'5;"' + b"x" * 300 + b'"\n')
        + (b"6;" + b"\xc3\xa9" * 98 + b"\n\n7;\x1b[31mook goed\n")
    )
    (tmp_path / "a.csv").write_bytes(bad_csv)
    documents, aside = parted(read_documents(tmp_path / "a.csv"))
    assert list(documents) == ["1", "6", "7"]
    assert [name.removeprefix("a.csv, row ") for name in aside] == [
        *("2", "3 (2)", "4", "5 (1)", "6 (4)", "7"),
    ]
    lines = [
        '{"id": 1, "text": "goed"}',
        '{"id": 2}',
        "geen json",
        "[" * 100_000,
        '["id", "text"]',
        '{"id": true, "text": "x"}',
        '{"id": 3, "text": 7}',
        '{"id": 4, "text": "\\ud800"}',
        '{"id": "\\u001b[2J", "text": "ook goed"}',
    ]
    monkeypatch.undo()
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    documents, aside = parted(read_documents(tmp_path / "a.jsonl"))
    assert list(documents) == ["1", "\ufffd[2J"]
    assert len(aside) == 7


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text('id;text\n1;goed\n2;"ja "nee" ja"\n3;"a ""b"" c"\n4;"nooit\n5;verloren\n')
    documents, aside = parted(read_documents(table))
    assert documents == {"1": b"goed", "3": b'a "b" c'}
    assert list(aside) == ["a.csv, row 2", "a.csv, row 4"]
    assert "never closed" in aside["a.csv, row 4"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_csv_file_that_is_not_in_utf8_is_told_as_what_it_is(
    tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "a.csv").write_bytes("id;text\n1;één\n".encode(encoding))
    with pytest.raises((UnreadableFileError, InvalidInputError), match=r"a\.csv"):
        list(read_documents(tmp_path / "a.csv"))
    (tmp_path / "b.csv").write_bytes(b"id;text\r1;oud\r")
    with pytest.raises(UnreadableFileError, match="UTF-8"):
        list(read_documents(tmp_path / "b.csv"))


def test_parquet_with_texts_that_are_none(tmp_path: Path) -> None:
    rows = [b"goed", b"\xff", None, b"ook goed", b" "]
    texts = pa.array(rows, pa.binary())
    table = pa.table({"id": pa.array([1, 2, 3, None, 5]), "text": texts})
    pq.write_table(table, tmp_path / "a.parquet")
    documents, aside = parted(read_documents(tmp_path / "a.parquet"))
    assert documents == {"1": b"goed"}
    assert len(aside) == 4


def test_a_folder_of_tables_is_one_table_after_another(tmp_path: Path) -> None:
    for number in (2, 1):
        pq.write_table(
            pa.table({"id": [number], "text": ["tekst"]}), tmp_path / f"part-{number}.parquet"
        )
    assert list(parted(read_documents(tmp_path))[0]) == ["1", "2"]


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 maar niet heus")
    with pytest.raises(UnreadableFileError, match="Parquet"):
        list(read_documents(tmp_path / "a.parquet"))
    with pytest.raises(UnreadableFileError):
        list(read_documents(tmp_path / "weg.csv"))
    with pytest.raises(InvalidInputError, match=r"a\.xlsx"):
        read_documents(tmp_path / "a.xlsx")
    (tmp_path / "leeg.csv").touch()
    with pytest.raises(UnreadableFileError, match="is empty"):
        list(read_documents(tmp_path / "leeg.csv"))


def test_a_file_that_is_too_large_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text("kort")
    (tmp_path / "b.txt").write_text("veel te lang")
    documents, aside = parted(read_documents(tmp_path))
    assert (list(documents), list(aside)) == (["a.txt"], ["b.txt"])
