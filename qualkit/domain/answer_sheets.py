"""What came back from a co-author: the rows of a sheet, in whatever form it was filled in."""

from dataclasses import dataclass
from enum import Enum

from qualkit.domain.review_decisions import read_decision
from qualkit.domain.reviews import ReviewAnswer, ReviewDecision
from qualkit.domain.text import normalise, one_line, printable
from qualkit.domain.word_diff import as_meant, same_words


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What stands on a sheet about one quote or vignette."""

    item_id: str
    decision: str
    """As she wrote it."""
    remark: str
    words: str = ""
    """The quote as it stands there now; empty where the sheet does not hold it."""
    place: str = ""
    """Where it stands, for a person: the number of the row; may be empty."""
    reviewer: str = ""
    """Who filled it in, where the row tells."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A file that came back."""

    file_name: str
    rows: tuple[SheetRow, ...]
    reviewer: str = ""
    """Who filled in the rows that do not tell; empty where she did not say who she is."""
    sheet_id: str = ""
    """What tells which words were asked; empty where the file does not tell."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a row of a sheet says."""

    decision: ReviewDecision | None
    remark: str
    changed: str
    """Empty where the words are as they were asked."""
    is_unclear: bool
    """Whether what stood in the cell of the decision is kept as a remark, and decides nothing."""


def understood(row: SheetRow, asked: str) -> Understood | None:
    """Give what a row says of words that were asked; None when it says nothing."""
    written = printable(normalise(row.decision)).strip()
    decision, said_more = read_decision(written)
    remark = " · ".join(
        filter(None, (one_line(said_more), printable(normalise(row.remark)).strip()))
    )
    words = normalise(row.words).strip()
    changed = "" if not words or same_words(asked, words) else as_meant(asked, words)
    if decision is None and not remark and not changed:
        return None
    return Understood(decision, remark, changed, bool(written) and decision is None)


class Arrival(Enum):
    """How an answer stands to what was there already."""

    NEW = "new"
    NEWER = "newer"
    """It takes the place of an earlier one of the same co-author."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ArrivedAnswer:
    """An answer that was read, and what is to be told about it."""

    answer: ReviewAnswer
    arrival: Arrival
    file_name: str
    place: str
    """Where it stands in the file; may be empty."""
    is_unclear: bool = False
    """Whether her decision was not understood; it is kept as a remark."""
    is_outdated: bool = False
    """Whether the words that are printed have changed since she was asked."""


@dataclass(frozen=True, slots=True)
class UnknownAnswer:
    """An answer to something that is not in the project."""

    file_name: str
    reviewer: str
    row: SheetRow
