"""The working board as it is shown: a column for each theme, and a tray at either end."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.codes import Code
from qualkit.domain.themes import Belonging, Theme
from qualkit.translation import _


@dataclass(frozen=True, slots=True)
class CodeUse:
    """How much is coded with a code, and of whom."""

    codings: int
    cases: Counter[str]
    """How many of its codings are of each case."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What was decided on one coded passage, apart from its code."""

    coding_id: str
    code_id: str
    cases: tuple[str, ...]
    theme_id: str = ""
    """Empty for one in the tray "does not fit"."""
    belonging: Belonging = Belonging.GATHERED


class Tray(StrEnum):
    """Where codes and passages lie that are in no theme."""

    NOWHERE = "nowhere_yet"
    MISFIT = "does_not_fit"

    @property
    def called(self) -> str:
        """What people call it, in the language in use."""
        return _("nowhere yet") if self is Tray.NOWHERE else _("does not fit")


@dataclass(frozen=True, slots=True)
class Card:
    """A code or one coded passage as it lies on the board; one of the two ids is set."""

    place: str
    """The id of the theme it lies in, or the value of a tray."""
    code_id: str = ""
    coding_id: str = ""

    @property
    def key(self) -> str:
        """Its name on the board, where a code may lie in more than one column."""
        return f"{self.place}/{self.code_id or self.coding_id}"


@dataclass(frozen=True, slots=True)
class BoardCode:
    """A code in a column."""

    card: Card
    code: Code
    path: str
    """Names from the root: `capaciteit > te weinig mensen`."""
    passages: int
    """Of the code and those below it that lie in this column with it."""
    cases: int
    """Of how many people or cases those passages are."""
    depth: int = 0
    """0 where it was put itself; more where it comes along with the code above it."""
    holds: frozenset[str] = frozenset()
    """The ids of the code and of those below it that lie here with it."""


@dataclass(frozen=True, slots=True)
class BoardPassage:
    """A coded passage in a column, put there by itself or left out of where its code is."""

    card: Card
    code: Code


Item = BoardCode | BoardPassage


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """What lies in a theme or a tray."""

    place: str
    """The id of the theme, or the value of the tray."""
    theme: Theme | None
    """None for a tray."""
    depth: int
    """0 for a theme of its own, 1 for a subtheme, …"""
    codes: tuple[BoardCode, ...]
    single: tuple[BoardPassage, ...]
    passages: int
    """How many coded passages there are in it, each counted once."""
    cases: int

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything in it, codes first."""
        return (*self.codes, *self.single)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board."""

    themes: tuple[BoardColumn, ...]
    """In the researcher's order, subthemes after their parent; no dropped ones."""
    nowhere: BoardColumn
    misfit: BoardColumn

    @property
    def columns(self) -> tuple[BoardColumn, ...]:
        """All columns as they stand beside each other."""
        return (self.nowhere, *self.themes, self.misfit)

    def column(self, place: str) -> BoardColumn | None:
        """Give the column of a theme or tray, if there is one."""
        return next((column for column in self.columns if column.place == place), None)
