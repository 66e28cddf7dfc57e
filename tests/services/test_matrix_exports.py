"""A framework matrix as a file: read back with the programs' own readers."""

import csv
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook

from qualkit.domain.framework import CellContent, CellPlace
from qualkit.domain.projects import Profile
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.matrices import head_of
from qualkit.services.project import Project

FORMULA = "=1+1 staat er, en | dat *blijft* tekst"


@pytest.fixture
def matrix_id(project: Project, notes: SourceText, bring_in: Callable[..., SourceText]) -> str:
    """A matrix of two cases and two columns: words that rest on a passage, and every state."""
    bring_in("---\nlabel: Politie IV\n---\nR: Hier loopt het goed.\n", "vier.txt")
    words = "Te weinig mensen voor te veel meldingen."
    start = notes.text.index(words)
    span = Span(start, start + len(words))
    coding = project.codings.add_new(notes.version.id, span, "capaciteit").value[0]
    code = head_of(project.codes.find("capaciteit"))
    theme = head_of(project.themes.add("Wie belt gaat voor").value)
    three, four = (case.id for case, _label, _sources in project.cases.entries())
    full = CellContent(FORMULA, coding_ids=(coding.id,))
    project.matrix_cells.keep(CellPlace(three, code), full)
    project.matrix_cells.mark_nothing_said(CellPlace(four, code))
    project.matrix_cells.write(CellPlace(four, theme), "Wie belt, krijgt hulp.\nDe rest wacht.")
    project.method.change_profile(Profile.FRAMEWORK)
    return project.matrices.make("Wie: wat/waar?", [theme, code]).value.id


def exported(project: Project, matrix_id: str, target: Path) -> bytes:
    report = project.exports.matrix(target, matrix_id, target.suffix[1:])
    assert (report.files, report.items) == ((target,), 2)
    return target.read_bytes()


def test_a_spreadsheet_holds_words_references_and_states(
    project: Project, matrix_id: str, tmp_path: Path
) -> None:
    content = exported(project, matrix_id, tmp_path / "matrix.xlsx")
    book = load_workbook(BytesIO(content))
    sheet = book["Wie  wat waar"]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        ["Casus", "Wie belt gaat voor", "capaciteit"],
        ["Politie III", "[nog niet gelezen]", f"{FORMULA}\nP1:5"],
        ["Politie IV", "Wie belt, krijgt hulp.\nDe rest wacht.", "[niets gezegd]"],
    ]
    cell = sheet["C2"]
    assert (cell.data_type, cell.alignment.wrap_text) == ("s", True), "no formula"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert exported(project, matrix_id, tmp_path / "nog.xlsx") == content


def test_a_word_file_has_a_table_on_its_side_with_headings_on_every_page(
    project: Project, matrix_id: str, tmp_path: Path
) -> None:
    content = exported(project, matrix_id, tmp_path / "matrix.docx")
    document = docx.Document(BytesIO(content))
    [section], [table] = document.sections, document.tables
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Casus", "Wie belt gaat voor", "capaciteit"],
        ["Politie III", "[nog niet gelezen]", f"{FORMULA}\nP1:5"],
        ["Politie IV", "Wie belt, krijgt hulp.\nDe rest wacht.", "[niets gezegd]"],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "De analyse volgt de frameworkmethode (Gale e.a., 2013)." in said
    assert document.core_properties.author == ""
    assert exported(project, matrix_id, tmp_path / "nog.docx") == content


def test_a_table_and_a_text_hold_the_same(project: Project, matrix_id: str, tmp_path: Path) -> None:
    content = exported(project, matrix_id, tmp_path / "matrix.csv").decode("utf-8-sig")
    rows = list(csv.reader(content.splitlines(keepends=True), delimiter=";"))
    assert rows[1] == ["Politie III", "[nog niet gelezen]", f"'{FORMULA}\nP1:5"]
    text = exported(project, matrix_id, tmp_path / "matrix.md").decode()
    assert "## Politie IV\n\n**Wie belt gaat voor:** Wie belt, krijgt hulp.  \n" in text
    assert "**capaciteit:** [niets gezegd]" in text


def test_an_empty_matrix_is_no_trouble(project: Project, tmp_path: Path) -> None:
    matrix = project.matrices.make("Leeg").value
    for name in ("leeg.xlsx", "leeg.docx", "leeg.csv", "leeg.md"):
        target = tmp_path / name
        assert project.exports.matrix(target, matrix.id, target.suffix[1:]).items == 0
        assert target.stat().st_size
