"""The file of a batch: the same rows in every format, whole or not at all, safe to open."""

import csv
import json
from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.batch_places import SuggestedPlace
from qualkit.errors import InvalidInputError
from qualkit.formats.csv_tables import unguarded
from qualkit.formats.suggestion_columns import COLUMNS, schema
from qualkit.formats.suggestion_tables import BLOCK, check_target, write_places
from tests.suggested_places import columns_of

PLACE = SuggestedPlace(
    rank=1,
    phrase="te weinig mensen",
    words="Te weinig\nmensen",
    lemma="weinig mens",
    score=0.83127,
    reason="bij 3 deelnemers",
    source="P3",
    label="Politie III",
    line=27,
    start=120,
    end=136,
    text_sha256="ab" * 32,
    tier="shipped",
    pipeline="nl_qualkit_sm",
    version="1.1.0",
    settings="0123456789ab",
)
HOSTILE = ('=HYPERLINK("x")', "+31", "-1", "@sum", '"quoted"; and, "more"', "'=1", "\t=1", "a\r\nb")
SOME = [replace(PLACE, rank=each + 1, start=each, end=each + 9) for each in range(20)]


def told(place: SuggestedPlace) -> dict[str, Any]:
    """Give what a file tells of a place."""
    return {**dict(zip(COLUMNS, astuple(place), strict=True)), "score": round(place.score, 4)}


def read(path: Path, separator: str = ";") -> list[dict[str, Any]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=separator))
        return [{name: unguarded(cell) for name, cell in row.items()} for row in rows]
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "A.PARQUET"])
def test_every_format_tells_the_same(tmp_path: Path, name: str) -> None:
    rows = [replace(PLACE, phrase=words, words=words) for words in HOSTILE]
    assert write_places(tmp_path / name, columns_of(rows), "nl") == len(rows)
    written = tmp_path / name
    assert read(written.rename(written.with_suffix(written.suffix.lower()))) == [
        told(row) for row in rows
    ]


@pytest.mark.parametrize(
    ("language", "separator", "score"), [("nl", ";", "0,8313"), ("en", ",", "0.8313")]
)
def test_csv_opens_right_and_cannot_act(
    tmp_path: Path, language: str, separator: str, score: str
) -> None:
    rows = [replace(PLACE, phrase=words, source=words) for words in HOSTILE]
    write_places(tmp_path / "a.csv", columns_of(rows), language)
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfrank" + separator.encode() + b"phrase")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=separator) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    back = read(tmp_path / "a.csv", separator)
    assert back == [{**{k: str(v) for k, v in told(row).items()}, "score": score} for row in rows]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9),
        max_size=5,
    ),
    st.floats(0, 1),
)
def test_any_words_come_back(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], score: float
) -> None:
    rows = [replace(PLACE, words=each, reason=each, score=score) for each in words]
    target = tmp_path_factory.mktemp("batch") / "a.jsonl"
    write_places(target, columns_of(rows), "nl")
    lines = target.read_bytes().decode().split("\n")[:-1]
    assert [json.loads(line) for line in lines] == [told(row) for row in rows]
    write_places(target.with_suffix(".csv"), columns_of(rows), "nl")
    assert [row["words"] for row in read(target.with_suffix(".csv"))] == words
    scores = [float(row["score"].replace(",", ".")) for row in read(target.with_suffix(".csv"))]
    assert scores == [round(score, 4)] * len(words)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
def test_the_bytes_do_not_tell_how_the_rows_came(tmp_path: Path, name: str) -> None:
    write_places(tmp_path / name, columns_of(SOME), "nl")
    expected = (tmp_path / name).read_bytes()
    for size in (1, 7, 100):
        write_places(tmp_path / name, columns_of(SOME, size), "nl")
        assert (tmp_path / name).read_bytes() == expected
    coded = pa.table({key: pa.array([told(row)[key] for row in SOME]) for key in COLUMNS})
    place = COLUMNS.index("reason")
    coded = coded.set_column(place, "reason", coded["reason"].dictionary_encode())
    write_places(tmp_path / name, coded.to_batches(), "nl")
    assert (tmp_path / name).read_bytes() == expected


def test_a_block_ends_where_it_must_however_the_rows_come(tmp_path: Path) -> None:
    one = columns_of([PLACE])[0]
    many = pa.Table.from_batches([one] * (BLOCK + 3)).combine_chunks().to_batches()
    assert write_places(tmp_path / "a.parquet", many, "nl") == BLOCK + 3
    halves = [many[0].slice(0, 9), many[0].slice(9)]
    write_places(tmp_path / "b.parquet", halves, "nl")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    file = pq.ParquetFile(tmp_path / "a.parquet")
    assert [file.metadata.row_group(each).num_rows for each in range(2)] == [BLOCK, 3]
    assert file.schema_arrow == schema()


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "parts"])
def test_no_rows_are_a_file_as_well(tmp_path: Path, name: str) -> None:
    assert write_places(tmp_path / name, [], "nl") == 0
    files = [tmp_path / name] if (tmp_path / name).is_file() else [*(tmp_path / name).iterdir()]
    assert [read(file) for file in files] == [[]]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "parts"])
def test_what_fails_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    def failing() -> Iterator[pa.RecordBatch]:
        yield from columns_of([PLACE])
        raise KeyboardInterrupt

    write_places(tmp_path / name, columns_of(SOME), "nl")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(KeyboardInterrupt):
        write_places(tmp_path / name, failing(), "nl")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert {path.stat().st_mode & 0o777 for path in before} == {0o600}


def test_a_folder_of_parts_makes_way_only_when_it_holds_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "uit.parquet"
    write_places(target, columns_of(SOME), "nl", partitioned=True)
    assert write_places(target, columns_of(SOME[:3]), "nl") == 3
    assert read(target / "part-00000.parquet") == [told(row) for row in SOME[:3]]
    (target / "notitie.txt").write_text("van mij")
    with pytest.raises(InvalidInputError, match=r"notitie\.txt"):
        write_places(target, columns_of(SOME), "nl")
    assert sorted(path.name for path in target.iterdir()) == ["notitie.txt", "part-00000.parquet"]
    assert [path.name for path in tmp_path.iterdir()] == ["uit.parquet"]


def test_a_name_without_format_is_told_before_anything_is_done(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json"):
        with pytest.raises(InvalidInputError, match=r"a\."):
            check_target(tmp_path / name)
    check_target(tmp_path / "folder")
    check_target(tmp_path / "a.d", partitioned=True)
    check_target(tmp_path / "nog" / "niet" / "a.csv")
    assert not any(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "notitie.txt").write_text("van mij")
    with pytest.raises(InvalidInputError, match=r"notitie\.txt"):
        check_target(tmp_path / "vol")
    # A file in the place of a folder: what is refused is told by the name that was asked for.
    with pytest.raises(InvalidInputError, match=r"notitie\.txt/a\.csv: "):
        check_target(tmp_path / "vol" / "notitie.txt" / "a.csv")
