"""A framework matrix as it is printed, in the language of the study: as CSV and Markdown here.

A spreadsheet and a Word table are made in `matrix_xlsx` and `matrix_docx`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.framework import CellState
from qualkit.domain.text import normalise
from qualkit.domain.wording import DUTCH, tongue
from qualkit.formats.csv_tables import write_table
from qualkit.formats.templating import markdown_templates


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell as it is printed."""

    state: CellState
    summary: str = ""
    references: tuple[str, ...] = ()
    """Where the passages are that it rests on: `P3:27`."""

    def lines(self, words: "MatrixWords") -> tuple[str, str]:
        """Give what is said, and below it where that rests on; a state without words is told."""
        said = normalise(self.summary) or words.states[self.state]
        return said, ", ".join(self.references)


@dataclass(frozen=True, slots=True)
class PrintedMatrix:
    """A matrix as it is printed."""

    title: str
    created_at: datetime
    """UTC."""
    method: str
    """The sentence that says which form of analysis the study declares."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[PrintedCell, ...]], ...]
    """The label of each case, and its cells."""


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """What a printed matrix says of its own accord."""

    matrix: str
    case: str
    states: Mapping[CellState, str]
    """What stands where there are no words of the researcher."""
    legend: str
    no_rows: str
    no_columns: str


_WORDS = {
    "nl": MatrixWords(
        matrix="Frameworkmatrix",
        case="Casus",
        states={
            CellState.NOT_YET_READ: "[nog niet gelezen]",
            CellState.NOTHING_SAID: "[niets gezegd]",
            CellState.WRITTEN: "[nog geen eigen woorden]",
        },
        legend=(
            "Elke cel is een samenvatting in eigen woorden; verwijzingen als P3:27 wijzen de "
            "passages aan waar die op rust. ‘Niets gezegd’ is gelezen en leeg gebleven; "
            "‘nog niet gelezen’ is nog niet bekeken."
        ),
        no_rows="[nog geen casussen]",
        no_columns="[nog geen kolommen]",
    ),
    "en": MatrixWords(
        matrix="Framework matrix",
        case="Case",
        states={
            CellState.NOT_YET_READ: "[not yet read]",
            CellState.NOTHING_SAID: "[nothing said]",
            CellState.WRITTEN: "[no words yet]",
        },
        legend=(
            "Each cell is a summary in the researcher’s own words; references such as P3:27 point "
            "to the passages that it rests on. ‘Nothing said’ was read and stayed empty; "
            "‘not yet read’ was not looked at yet."
        ),
        no_rows="[no cases yet]",
        no_columns="[no columns yet]",
    ),
}


def matrix_words(language: str) -> MatrixWords:
    """Give the words for a study: Dutch, and English for every other language."""
    return _WORDS[DUTCH if tongue(language) == DUTCH else "en"]


def matrix_csv(matrix: PrintedMatrix, language: str) -> bytes:
    """Give a matrix as CSV, a case a row; references stand under the words of a cell."""
    words = matrix_words(language)
    rows = (
        (label, *("\n".join(filter(None, cell.lines(words))) for cell in cells))
        for label, cells in matrix.rows
    )
    return write_table((words.case, *matrix.columns), rows, language)


def matrix_markdown(matrix: PrintedMatrix, language: str) -> str:
    """Give a matrix as text in Markdown, case by case: wide tables do not read."""
    words = matrix_words(language)

    def parts(cells: Sequence[PrintedCell]) -> list[tuple[str, str, str]]:
        return [
            (column, *cell.lines(words)) for column, cell in zip(matrix.columns, cells, strict=True)
        ]

    template = markdown_templates().get_template("matrix.md.j2")
    return template.render(matrix=matrix, words=words, parts=parts)
