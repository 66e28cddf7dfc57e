"""The framework matrix: cases down, themes or codes across, and in a cell one's own words.

A cell belongs to a case and a theme or code, not to a matrix: every matrix with both shows it
(Ritchie & Spencer 1994; Gale et al. 2013).
"""

from dataclasses import dataclass
from datetime import datetime


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
