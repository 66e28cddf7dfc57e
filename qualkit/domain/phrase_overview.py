"""An overview of the phrases that come back in some sources: counts, and nothing that they mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qualkit.domain.batch_documents import SetAside
from qualkit.domain.sources import SourceKind
from qualkit.domain.suggestions import PipelineInfo


class PhraseOrder(StrEnum):
    """What stands first."""

    FREQUENCY = "frequency"
    """What is said most."""
    SPREAD = "spread"
    """What most participants say."""
    FIRST = "first"
    """What came up first, of what is said most."""


@dataclass(frozen=True, slots=True)
class OverviewWish:
    """What a person asked for."""

    top: int = 30
    """How many phrases."""
    order: PhraseOrder = PhraseOrder.FREQUENCY
    least_words: int = 1
    """Words of a phrase; 2 leaves out single words."""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as an overview names it."""

    name: str
    """`P3` in a project, the name of the document otherwise."""
    label: str = ""
    """Of the participant; sources with one label are of one participant."""
    held_on: date | None = None

    @property
    def whose(self) -> str:
        """Who it is of: a source without a label is of a participant of its own."""
        return self.label or self.name


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """A phrase that comes back."""

    phrase: str
    """As written, in its most frequent form; or the kind of what may not be told."""
    lemma: str
    times: int
    participants: int
    """How many say it."""
    sources: int
    """In how many it stands."""
    first: SourceName
    line: int
    """Of the first place, from 1."""

    @property
    def reference(self) -> str:
        """Where it first stands: `P3:27`."""
        return f"{self.first.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class NewPhrases:
    """How many phrases first come up in a source, or in a few that follow each other."""

    sources: tuple[SourceName, ...]
    new: int


@dataclass(frozen=True, slots=True)
class PhraseOverview:
    """Which phrases come back, how often and where first.

    Frequency is not importance: no code and no theme follows from it.
    """

    title: str
    """Of the project, or the name of the folder or table."""
    language: str
    order: PhraseOrder
    lines: tuple[PhraseLine, ...]
    participants: int
    """Of whom something was read."""
    sources: int
    words: int
    """Said in them."""
    new: tuple[NewPhrases, ...]
    """In the order in which the sources were looked at; empty for a single participant."""
    shared: int
    """Phrases that two participants or more say; `new` counts these."""
    by_date: bool
    """Whether the sources were looked at by their days; otherwise by number or name."""
    kind: SourceKind | None
    """Of all sources; None when there are several kinds, or it is not known."""
    pipeline: PipelineInfo
    set_aside: tuple[SetAside, ...] = ()
    """What could not be read."""

    @property
    def has_own_sources(self) -> bool:
        """Whether every participant has one source, so that both counts are the same."""
        return self.participants == self.sources
