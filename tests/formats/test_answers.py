"""Sheets that come back: from any program, in any order, and nothing in them is lost."""

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from qualkit.domain.answer_sheets import FilledSheet, understood
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.reviews import ReviewDecision
from qualkit.domain.text import normalise
from qualkit.errors import UnreadableFileError
from qualkit.formats import answers_table
from qualkit.formats.answers import read_answers
from qualkit.formats.sheet_files import SHEET_FORMATS
from qualkit.formats.sheet_table import QuoteSheet, SheetRow
from qualkit.formats.sheet_words import sheet_words
from tests.answering import Filled, fill, page_answers, rows_of, save_rows
from tests.office import converted, needs_office

WORDS = (
    "Te weinig mensen voor te veel meldingen. Wie belt, gaat voor.",
    "=SOM(1;2) typen ze, zei een collega; 't is niet anders.",
    "'s Avonds belt niemand ... “ja”, en dat is 1 < 2 & waar.",
)
SHEET = QuoteSheet(
    sheet_id="f50b4c5a3eee",
    title="Proef",
    language="nl",
    created_at=utc_now(),
    rows=tuple(
        SheetRow(new_id(), "1", "Stil werk", f"Bevinding {n // 2}", words, "Politie I", "P1:3")
        for n, words in enumerate(WORDS)
    ),
)
IDS = [row.item_id for row in SHEET.rows]

# What keyboards make; control characters are no text, and a carriage return is a line end.
TYPED = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), max_size=40
)
ANSWER = st.builds(
    Filled,
    st.sampled_from(["", *sheet_words("nl").decisions.values(), "Akkoord!", "nog niet"]),
    TYPED,
    st.one_of(st.none(), TYPED.filter(str.strip)),
)


def written(folder: Path, suffix: str, sheet: QuoteSheet = SHEET) -> Path:
    path = folder / f"blad{suffix}"
    path.write_bytes(SHEET_FORMATS[suffix[1:]](sheet))
    return path


def said(sheet: FilledSheet) -> dict[str, object]:
    """Give what rows that say something say."""
    asked = {row.item_id: row.words for row in SHEET.rows}
    found = {row.item_id: understood(row, asked[row.item_id]) for row in sheet.rows}
    return {item_id: each for item_id, each in found.items() if each is not None}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx"])
def test_an_empty_sheet_says_nothing_and_tells_which_it_is(tmp_path: Path, suffix: str) -> None:
    for language in ("nl", "en"):
        sheet = read_answers(written(tmp_path, suffix, replace(SHEET, language=language)))
        assert [row.item_id for row in sheet.rows] == IDS
        assert (sheet.sheet_id, sheet.reviewer) == (SHEET.sheet_id, "")
        assert said(sheet) == {}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".json"])
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.dictionaries(st.sampled_from(IDS), ANSWER))
def test_what_is_written_on_a_sheet_is_read_from_it(
    folder: Path, suffix: str, answers: dict[str, Filled]
) -> None:
    if suffix == ".json":
        path = page_answers(folder / "blad.json", SHEET.sheet_id, answers, "Sanne de Wit")
    else:
        path = fill(written(folder, suffix), answers, "Sanne de Wit")
    sheet = read_answers(path)
    assert (sheet.sheet_id, sheet.reviewer) == (SHEET.sheet_id, "Sanne de Wit")
    rows = {row.item_id: row for row in sheet.rows}
    for item_id, filled in answers.items():
        row = rows[item_id]
        assert row.decision == filled.decision
        assert row.remark == normalise(filled.remark).strip()
        if filled.quote is not None:
            assert row.words == normalise(filled.quote).strip()


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16"), (";", "cp1252"), (",", "utf-16-le")],
)
def test_a_table_is_read_however_it_was_saved(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    path = fill(written(tmp_path, ".csv"), {IDS[1]: Filled("inkorten", "-graag, één zin")}, "Zoë")
    rows = rows_of(path)
    turned = [dict(reversed([*row.items(), ("eigen kolom", "x")])) for row in rows[::-1]]
    sheet = read_answers(save_rows(path, [turned[0], turned[1]], separator, encoding))
    assert [row.item_id for row in sheet.rows] == IDS[:0:-1]
    assert sheet.reviewer == "Zoë"
    (answer,) = said(sheet).values()
    assert answer == understood(
        replace(sheet.rows[1], decision="inkorten", remark="-graag, één zin"), WORDS[1]
    )
    table = save_rows(path, rows, separator, "utf-8").read_bytes()
    path.write_bytes(f"sep={separator}\r\n".encode() + table)
    assert len(read_answers(path).rows) == 3
    path.write_bytes(f"Wie, wat, waar, wanneer, hoe, waarom{separator}x\r\n".encode() * 3 + table)
    assert len(read_answers(path).rows) == 3


def test_a_table_program_may_hide_keys_and_move_columns(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append([None, "Uw naam", "Joris"])
    page.append(["Oordeel", "extra", "KENMERK", "Opmerking", "Citaat", "Blad"])
    page.append([" Akkoord ", 12, IDS[2].upper(), None, WORDS[2], SHEET.sheet_id])
    page.append([None, None, None, None, None, None])
    page.append(["vraag", None, None, "van wie?", "een eigen citaat", None])
    book.save(tmp_path / "a.xlsx")
    sheet = read_answers(tmp_path / "a.xlsx")
    assert (sheet.reviewer, sheet.sheet_id) == ("Joris", SHEET.sheet_id)
    known, loose = sheet.rows
    assert (known.item_id, known.decision) == (IDS[2], "Akkoord")
    assert (loose.item_id, loose.remark, loose.place) == ("", "van wie?", "row 5")


def test_a_list_in_word_counts_only_when_something_was_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, ".docx")
    document = Document(str(path))
    control = next(document.element.body.iter(f"{W}sdt"))
    next(control.iter(f"{W}t")).text = "inkorten"
    shows = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    shows.getparent().remove(shows)
    document.save(str(path))
    (found,) = said(read_answers(path)).values()
    assert found == understood(replace(read_answers(path).rows[0], decision="inkorten"), WORDS[0])
    # Some programs keep the words that stand in an empty list, and not that it is empty.
    for mark in [*document.element.body.iter(f"{W}showingPlcHdr")]:
        mark.getparent().remove(mark)
    document.save(str(path))
    assert len(said(read_answers(path))) == 1


@needs_office
@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_sheet_that_libreoffice_saved_is_read_in_full(tmp_path: Path, suffix: str) -> None:
    answers = {
        IDS[0]: Filled("inkorten", "graag\nde tweede zin"),
        IDS[1]: Filled(quote="=SOM(1;2) typen ze, zei een collega."),
        IDS[2]: Filled("akkoord"),
    }
    path = fill(written(tmp_path, suffix), answers, "Sanne")
    sheet = read_answers(converted(path, suffix[1:], tmp_path / "opnieuw"))
    assert (sheet.sheet_id, sheet.reviewer) == (SHEET.sheet_id, "Sanne")
    assert said(sheet) == said(read_answers(path))
    assert len(said(sheet)) == len(answers)
    untouched = converted(written(tmp_path, suffix), suffix[1:], tmp_path / "opnieuw")
    assert said(read_answers(untouched)) == {}


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Change the parts of an office file."""
    made = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    path.write_bytes(made.getvalue())
    return path


def entity(name: str, part: bytes) -> bytes:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    declared = part.replace(b"?>", b"?>" + bomb, 1)
    return declared if "sheet1" in name or "document.xml" in name else part


def cut(name: str, part: bytes) -> bytes:
    return part[: len(part) // 2] if "sheet1" in name or "document.xml" in name else part


def far_row(name: str, part: bytes) -> bytes:
    return part.replace(b'<row r="8"', b'<row r="1048576"') if "sheet1" in name else part


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize(("change", "reason"), [(entity, "entities"), (cut, "damaged")])
def test_a_harmful_or_damaged_file_is_refused(
    tmp_path: Path, suffix: str, change: Callable[[str, bytes], bytes], reason: str
) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        read_answers(repacked(written(tmp_path, suffix), change))


def test_a_row_far_below_is_read_as_well(tmp_path: Path) -> None:
    sheet = read_answers(repacked(written(tmp_path, ".xlsx"), far_row))
    assert [row.item_id for row in sheet.rows] == IDS
    assert sheet.rows[-1].place == "row 1048576"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", b"PK\x03\x04 en niets", "damaged"),
        ("a.csv", b"naam;waarde\r\nx;1\r\n", "no quote sheet"),
        ("a.csv", b"item_id;quote\r\n" + b'"' + b"x" * 50_000, "more than"),
        ("a.json", b'{"answers": 3}', "no file of answers"),
        ("a.json", b'{"answers": [{"item_id"', "damaged"),
        ("a.json", b"[" * 100_000, "damaged"),
        ("a.json", b'{"answers": [' + b"9" * 5_000 + b"]}", "damaged"),
        ("a.html", b"<!doctype html><p>", "page itself"),
        ("a.pdf", b"%PDF-1.7", "a PDF file, and no quote sheet"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel or Word file"),
        ("a.csv", b"\0\1\2\3" * 40, "not a text file"),
    ],
    ids=lambda value: repr(value)[:16],
)
def test_what_is_no_answer_is_refused_in_a_sentence(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError, match=reason) as refusal:
        read_answers(tmp_path / name)
    assert f"'{name}'" in refusal.value.message


def test_what_excel_adds_of_its_own_is_passed_over(tmp_path: Path) -> None:
    list_of_excel = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'

    def as_excel_saves(name: str, part: bytes) -> bytes:
        own = list_of_excel + b"</worksheet>"
        return part.replace(b"</worksheet>", own) if "sheet1" in name else part

    sheet = read_answers(repacked(written(tmp_path, ".xlsx"), as_excel_saves))
    assert [row.item_id for row in sheet.rows] == IDS


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers_table, "MOST_ROWS", 3)
    with pytest.raises(UnreadableFileError, match="more than 3 rows"):
        read_answers(written(tmp_path, ".csv"))


def test_surrogates_and_other_types_in_a_page_file_do_no_harm(tmp_path: Path) -> None:
    held = {"reviewer": 4, "answers": [{"item_id": IDS[0], "remark": "\ud800 x", "quote": None}]}
    (tmp_path / "a.json").write_text(json.dumps(held))
    (row,) = read_answers(tmp_path / "a.json").rows
    assert row.remark == "\ufffd x"
    found = understood(row, WORDS[0])
    assert found is not None
    assert found.decision is not ReviewDecision.AGREE
