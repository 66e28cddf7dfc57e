"""The framework matrix: cases down, themes or codes across, and in a cell one's own words.

A cell belongs to a case and a theme or code, not to a matrix: every matrix with both shows it
(Ritchie & Spencer 1994; Gale et al. 2013).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.cases import format_label


class CellState(StrEnum):
    """How far a cell has come."""

    NOT_YET_READ = "not_yet_read"
    NOTHING_SAID = "nothing_said"
    """Read, and nothing was said about it."""
    WRITTEN = "written"
    """It has words, or passages that words may come to rest on."""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What a column is about: a theme or a code; one of the two is set."""

    theme_id: str | None = None
    code_id: str | None = None

    @property
    def id(self) -> str:
        """The id of the theme or code."""
        return self.theme_id or self.code_id or ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A named matrix over the cases."""

    id: str
    title: str
    created_at: datetime
    """UTC."""
    group_id: str | None = None
    """The group of participants whose cases are its rows; None takes every case."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A theme or a code across; one of the two is set."""

    id: str
    matrix_id: str
    position: int
    theme_id: str | None = None
    code_id: str | None = None

    @property
    def head(self) -> ColumnHead:
        """What it is about."""
        return ColumnHead(self.theme_id, self.code_id)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a case says about a theme or code; where there is no cell, it is not yet read."""

    id: str
    case_id: str
    author: str
    changed_at: datetime
    """UTC."""
    theme_id: str | None = None
    code_id: str | None = None
    summary: str = ""
    """In the researcher's own words."""
    nothing_said: bool = False
    """Read, and nothing was said about it."""


@dataclass(frozen=True, slots=True)
class CellPassage:
    """A coded passage that a cell rests on."""

    id: str
    cell_id: str
    coding_id: str


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands, in whatever matrix: a case, and what a column is about."""

    case_id: str
    head: ColumnHead


@dataclass(frozen=True, slots=True)
class CellContent:
    """What is said in a cell; one without anything is not yet read."""

    summary: str = ""
    """In the researcher's own words."""
    nothing_said: bool = False
    coding_ids: tuple[str, ...] = ()
    """The coded passages that it rests on, in the order of the sources."""

    @property
    def state(self) -> CellState:
        """How far it has come."""
        if self.summary or self.coding_ids:
            return CellState.WRITTEN
        return CellState.NOTHING_SAID if self.nothing_said else CellState.NOT_YET_READ


NOT_YET_READ = CellContent()
"""What stands where there is no cell."""


@dataclass(frozen=True, slots=True)
class MatrixCase:
    """A row of a matrix."""

    case_id: str
    pattern: str
    """How its group is printed."""
    number: int | None
    """Its number within the group."""

    @property
    def label(self) -> str:
        """How it is printed."""
        return format_label(self.pattern, self.number)


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column with the name at its head."""

    column: MatrixColumn
    name: str

    @property
    def head(self) -> ColumnHead:
        """What it is about."""
        return self.column.head


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A matrix with everything that stands in it; passages by their ids, without words."""

    matrix: Matrix
    columns: tuple[NamedColumn, ...]
    cases: tuple[MatrixCase, ...]
    contents: Mapping[CellPlace, CellContent]
    """Only cells that have something."""

    def at(self, case: MatrixCase, column: NamedColumn) -> CellContent:
        """Give what stands in a cell."""
        return self.contents.get(CellPlace(case.case_id, column.head), NOT_YET_READ)
