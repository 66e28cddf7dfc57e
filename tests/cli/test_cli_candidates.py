"""Candidates on a sheet: nothing is coded without a person's yes, and all of it is one step."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import Command

Fill = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "blad.csv"


def rows_of(sheet: Path) -> list[dict[str, str]]:
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def fill(sheet: Path, *answers: str, encoding: str = "cp1252", **cells: str) -> None:
    """Save the sheet as a table program may: another separator and encoding."""
    rows = rows_of(sheet)
    for row, answer in zip(rows, answers, strict=False):
        row.update({"yes_no": answer, **cells})
    with sheet.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        writer.writeheader()
        writer.writerows(rows)


def test_a_sheet_is_filled_in_and_coded_as_one_step(coded: Command, sheet: Path) -> None:
    result = coded.ok("search", "blijft OR man", "--candidates", str(sheet), "--code", "capaciteit")
    assert "3 candidates for 'capaciteit'" in result.stderr
    words = [row["words"] for row in rows_of(sheet)]
    assert words[0] == "We zijn met anderhalf man."
    assert words[2] == "Het blijft liggen."
    assert len(coded.json("codings")) == 1, "a sheet codes nothing"
    fill(sheet, "n", "J", "")
    said = coded.ok("coding", "add", "--from", str(sheet)).stderr
    assert "1 passage was coded." in said
    assert "Still to decide: 1" in said
    assert coded.history()[-1] == (
        "Coded 1 passage with 'capaciteit', collected from a search for 'blijft OR man'"
    )
    assert words[1] in [item["words"] for item in coded.json("codings", "--code", "capaciteit")]
    again = coded.ok("search", "blijft", "--candidates", str(sheet), "--code", "capaciteit")
    assert "coded with it already: 1" in again.stderr
    coded.ok("undo")
    assert len(coded.json("codings")) == 1


def test_a_new_code_is_made_in_the_same_step(cli: Command, sheet: Path) -> None:
    cli.ok("search", "liggen", "--candidates", str(sheet), "--code", "wachten > stil")
    assert cli.json("codes") == []
    fill(sheet, "ja", "ja")
    cli.ok("coding", "add", "--from", str(sheet))
    assert [(code["path"], code["codings"]) for code in cli.json("codes")] == [
        ("wachten", 0), ("wachten > stil", 2)
    ]  # fmt: skip
    cli.ok("undo")
    assert cli.json("codes") == []


def test_helpers_are_candidates_only_when_asked_for(cli: Command, sheet: Path) -> None:
    said = cli.ok("search", "lang", "--candidates", str(sheet), "--code", "wachttijd").stderr
    assert "said by interviewers or helpers: 1" in said
    assert [row["speaker"] for row in rows_of(sheet)] == ["bezoeker"]
    cli.ok("search", "lang", "--role", "helper", "--candidates", str(sheet), "--code", "wachttijd")
    assert [row["speaker"] for row in rows_of(sheet)] == ["medewerker"]


@pytest.mark.parametrize(
    ("answers", "cells", "said"),
    [
        (["misschien"], {}, "neither yes nor no"),
        (["", ""], {}, "No candidate was confirmed"),
        (["j"], {"words": "Er is meer dan genoeg tijd."}, "word for word"),
        (["j"], {"start": "4", "end": "2"}, "word for word"),
        (["j"], {"end": "999999"}, "word for word"),
        (["j"], {"start": ""}, "place is not there"),
        (["j"], {"version_id": "weg"}, "another text"),
        (["j"], {"code": ""}, "names no code"),
    ],
)
def test_what_cannot_be_trusted_is_refused_whole(
    cli: Command, sheet: Path, answers: list[str], cells: dict[str, str], said: str
) -> None:
    cli.ok("search", "tijd OR scholing OR komt", "--candidates", str(sheet), "--code", "tijd")
    fill(sheet, *answers, **cells)
    result = cli("coding", "add", "--from", str(sheet))
    assert result.exit_code == 1
    assert said in result.stderr
    assert cli.json("codings") == cli.json("codes") == []


def test_another_file_is_no_sheet(cli: Command, tmp_path: Path) -> None:
    other = tmp_path / "andere.csv"
    other.write_text("naam;waarde\na;b\n", "utf-8")
    result = cli("coding", "add", "--from", str(other))
    assert result.exit_code == 1
    assert "no sheet of candidates" in result.stderr
    assert cli("coding", "add", "P1", "--from", str(other)).exit_code == 2
    assert cli("coding", "add").exit_code == 2
    assert cli("search", "x", "--code", "y").exit_code == 2
