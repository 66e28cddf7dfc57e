"""Whatever words a study holds, every format of a sheet holds them and gives them back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from qualkit.domain.text import normalise
from qualkit.formats.answers import read_answers
from qualkit.formats.sheet_files import SHEET_FORMATS
from qualkit.formats.sheet_table import Around, QuoteSheet, SheetRow, TurnAround
from tests.office import converted, needs_office
from tests.sheets import NASTY, study

ITEM = "0c5f8c1e-5b1c-4a52-9f0e-6a3b9f1d2c7a"


def sheet_of(words: str) -> QuoteSheet:
    """Give a sheet that holds the same words everywhere."""
    around = Around((TurnAround(None, words),), (TurnAround(None, ""),))
    row = SheetRow(ITEM, "1", words, words, words, words, "P1:1", reason=words, around=around)
    return QuoteSheet("0123456789ab", words, "nl", datetime(2026, 1, 1, tzinfo=UTC), (row,))


def flat(words: str) -> str:
    return " ".join(normalise(words).split())


@given(words=st.text(min_size=1, max_size=60))
@example(words=f"=HYPERLINK(1) {NASTY} \x00\x1b[31m\ufffe\ud800")
@example(words="'=1+1")
@example(words="{{ 7 * 7 }} {% raw %}")
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    sheet = sheet_of(words)
    for form in ("xlsx", "csv", "docx"):
        target = tmp_path / f"blad.{form}"
        target.write_bytes(SHEET_FORMATS[form](sheet))

        (found,) = read_answers(target).rows

        assert (form, found.item_id, flat(found.words)) == (form, ITEM, flat(words))
    for form in ("html", "md"):
        assert SHEET_FORMATS[form](sheet).decode("utf-8")


@needs_office
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_lists_of_decisions_outlive_another_program(tmp_path: Path, form: str) -> None:
    with study(tmp_path / "studie") as made:
        path = converted(made.write(tmp_path / f"blad.{form}"), form, tmp_path / "weer")

    if form == "docx":
        xml = Document(str(path)).element.xml
        assert xml.count("<w:dropDownList") == 3
        assert xml.count('w:displayText="verder anonimiseren"') == 3
    else:
        page = load_workbook(path).worksheets[0]
        choices = page.data_validations.dataValidation[0]
        assert choices.formula1 == '"akkoord,inkorten,verder anonimiseren,vervangen,vraag"'
        assert page.protection.sheet
        assert not page["G6"].protection.locked
