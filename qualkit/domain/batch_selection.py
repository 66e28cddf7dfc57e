"""Which sources of a project a batch goes over."""

from dataclasses import dataclass
from datetime import date

from qualkit.domain.sources import Source, SourceKind


@dataclass(frozen=True, slots=True)
class BatchSelection:
    """What a person asked for; what is empty or None leaves nothing out."""

    sources: tuple[str, ...] = ()
    """Numbers, titles, labels or ids."""
    kinds: tuple[SourceKind, ...] = ()
    groups: tuple[str, ...] = ()
    """Label patterns of groups of participants: `Politie {I}`."""
    cases: tuple[str, ...] = ()
    """Labels or ids."""
    round: str | None = None
    """The name of a round: only what was read in it."""
    since: date | None = None
    """The first day on which a source may be held or dated."""
    until: date | None = None
    """The last one."""
    read_only: bool = False
    """Whether sources that nobody has read yet are left out."""
    new_only: bool = False
    """Whether sources that suggestions were made of are left out."""


@dataclass(frozen=True, slots=True)
class SelectedSources:
    """The sources that a batch goes over, and which of those that were asked for it does not."""

    sources: tuple[Source, ...]
    """By number."""
    closed: tuple[Source, ...] = ()
    """Not to be printed at all, so that none of their words go into a file."""
    unread: tuple[Source, ...] = ()
    """Not read yet; left out only when that was asked."""
    known: tuple[Source, ...] = ()
    """Suggestions were made of them before; left out only when that was asked."""
