import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.formats.csv_tables import guarded, separator, unguarded, write_table


def test_an_office_program_sees_utf8_and_its_own_separator() -> None:
    dutch = write_table(["naam", "aantal"], [["geïnterviewde; één", 3]], "nl")
    english = write_table(["name", "count"], [["a, b", 3]], "en")

    assert dutch == '\ufeffnaam;aantal\r\n"geïnterviewde; één";3\r\n'.encode()
    assert english == '\ufeffname,count\r\n"a, b",3\r\n'.encode()


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+31", "-5 graden", "@som", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")', "＝1"],  # noqa: RUF001
)
def test_a_formula_is_neutralised(cell: str) -> None:
    table = write_table(["cel"], [[cell]], "nl").decode("utf-8-sig")

    _, (read,) = csv.reader(io.StringIO(table, newline=""), delimiter=separator("nl"))

    assert read == f"'{cell}"
    assert unguarded(read) == cell


def test_ordinary_words_stay_as_they_are() -> None:
    assert guarded("'s avonds bellen") == "'s avonds bellen"
    assert guarded("nummer 14 = de rij") == "nummer 14 = de rij"


@given(st.text())
def test_taking_the_guard_off_gives_every_cell_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@given(st.text())
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
