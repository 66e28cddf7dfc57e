"""The quote sheet for co-authors: what is on it, whatever the format.

A row is a quote or a vignette as it will be printed, with room for a decision and a remark. Nothing
is on it that is not for co-authors: no codes, no coders, no memos, no names from the key file.

Every format has columns of `sheet_words.COLUMNS`, under their keys or under headings from which
`sheet_words.column_of` knows them. A reviewer changes words in the column `quote` itself. What was
asked is found by the `sheet_id`: the first signs of the hash that the log of exports keeps the
printed words under. Where a table has no column `reviewer` or `sheet_id`, that stands to the right
of its heading, above the rows. In CSV alone, cells like formulas are `guarded`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from qualkit.domain.sources import Role
from qualkit.domain.text import normalise
from qualkit.domain.themes import Stance
from qualkit.formats.headings import headings
from qualkit.formats.sheet_words import (
    CLAIM,
    COLUMNS,
    CONTEXT,
    DECISION,
    ITEM_ID,
    LABEL,
    QUOTE,
    REASON,
    REFERENCE,
    REMARK,
    REVIEWER,
    SHEET_ID,
    STANCE,
    THEME,
    SheetWords,
    sheet_words,
)

SHEET_ID_LENGTH = 12
"""How many signs of the hash are printed."""


@dataclass(frozen=True, slots=True)
class TurnAround:
    """A stretch of what was said around a quote, with every replacement."""

    role: Role | None
    """None where nobody speaks, as in a ruling."""
    words: str
    """Empty where they may not be shown."""


@dataclass(frozen=True, slots=True)
class Around:
    """What was said before and after a quote, in order."""

    before: tuple[TurnAround, ...] = ()
    after: tuple[TurnAround, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A quote or a vignette to be answered."""

    item_id: str
    """The id of the quote or the vignette."""
    theme_number: str
    """1, 1.1, 2 … as in the export of themes."""
    theme: str
    claim: str
    """Empty while it supports none."""
    words: str
    """As printed."""
    label: str
    """Empty where it is printed without one; of a vignette what it is made of."""
    reference: str = ""
    """`P3:27`; empty where it is not told."""
    stance: Stance = Stance.SUPPORTS
    reason: str = ""
    """Why it was chosen, in words of the study's language and of the researcher."""
    around: Around = field(default_factory=Around)
    is_vignette: bool = False
    title: str = ""
    """Of a vignette."""

    @property
    def place(self) -> str:
        """Who and where: "Politie III, P3:27"; may be empty."""
        return ", ".join(filter(None, (self.label, self.reference)))

    @property
    def in_brackets(self) -> str:
        """The same as it stands behind a quote: "(Politie III, P3:27)"; may be empty."""
        return f"({self.place})" if self.place else ""

    @property
    def numbered_theme(self) -> str:
        """The theme with its number."""
        return f"{self.theme_number}. {self.theme}"


@dataclass(frozen=True, slots=True)
class QuoteSheet:
    """A sheet that goes to co-authors."""

    sheet_id: str
    title: str
    """Of the study."""
    language: str
    created_at: datetime
    """When the project was made, UTC: files hold a time, and this one stays the same."""
    rows: tuple[SheetRow, ...] = ()
    """By theme and claim, as they are printed."""

    @property
    def words(self) -> SheetWords:
        """What the sheet says of its own accord."""
        return sheet_words(self.language)

    def by_theme(self) -> list[tuple[str, list[tuple[str, list[tuple[int, SheetRow]]]]]]:
        """Give the rows, numbered from 1, by theme and then by `group`."""
        themes = groupby(enumerate(self.rows, start=1), lambda numbered: numbered[1].numbered_theme)
        return [(theme, self._by_group(rows)) for theme, rows in themes]

    def _by_group(
        self, rows: Iterable[tuple[int, SheetRow]]
    ) -> list[tuple[str, list[tuple[int, SheetRow]]]]:
        groups = groupby(rows, lambda numbered: self.group(numbered[1]))
        return [(group, list(members)) for group, members in groups]

    def group(self, row: SheetRow) -> str:
        """Say under what a row stands within its theme: a claim, or what it is beside those."""
        if row.is_vignette:
            return self.words.vignettes
        if not row.claim and row.stance.is_contrary:
            return headings(self.language).contrary
        return row.claim or self.words.no_claim

    def stance(self, row: SheetRow) -> str:
        """Say how a quote relates to its theme; a vignette says nothing of the kind."""
        return "" if row.is_vignette else headings(self.language).stances[row.stance]

    def turns(self, turns: tuple[TurnAround, ...]) -> Iterator[str]:
        """Say each turn with who speaks it: "Interviewer: …"."""
        for turn in turns:
            said = turn.words or self.words.not_there
            yield said if turn.role is None else f"{self.words.roles[turn.role]}: {said}"

    def context(self, row: SheetRow) -> str:
        """Say what stood around a quote, a turn a line; `[…]` is where the quote itself stands."""
        before, after = list(self.turns(row.around.before)), list(self.turns(row.around.after))
        return "\n".join([*before, "[…]", *after]) if before or after else ""


def cells_of(sheet: QuoteSheet, row: SheetRow) -> dict[str, str]:
    """Give a row by the keys of its columns, in their order, as it goes out: not answered yet."""
    cells = {
        ITEM_ID: row.item_id,
        THEME: row.numbered_theme,
        CLAIM: row.claim,
        QUOTE: row.words,
        LABEL: f"{row.title}. {row.label}" if row.is_vignette else row.label,
        REFERENCE: row.reference,
        STANCE: sheet.stance(row),
        REASON: row.reason,
        CONTEXT: sheet.context(row),
        DECISION: "",
        REMARK: "",
        REVIEWER: "",
        SHEET_ID: sheet.sheet_id,
    }
    return {key: normalise(cells[key]) for key in COLUMNS}
