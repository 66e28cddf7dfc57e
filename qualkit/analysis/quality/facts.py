"""What the observations are made from: sources, coded passages and themes, counted, few texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qualkit.domain.rounds import Round
from qualkit.domain.sources import TextKind
from qualkit.domain.theme_readings import ReadState
from qualkit.domain.themes import Claim, Theme


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source with what is counted in it."""

    id: str
    text_kind: TextKind
    label: str
    """The participant's printed label; the source's title where there is none."""
    words: int
    """How many words of its newest text are not an interviewer's or helper's."""
    passages: int
    """How many different passages of that text are coded."""
    has_check: bool
    """Whether it is recorded if who spoke has checked it; "not offered" is recorded too."""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round with what is not yet read in it."""

    round: Round
    read: int
    unread: tuple[str, ...]
    """Ids of sources, in the order of the round."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The coded passages of themes by a number; the same words with two codes are one passage."""

    codings: Sequence[str] = ()
    """The id of the first coding of each passage, by its number."""
    labels: Sequence[str] = ()
    """Whom each passage is from, by its number."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number of the passage of every coding, by the coding's id."""

    def codings_of(self, passages: Iterable[int]) -> tuple[str, ...]:
        """Give the ids of the codings of some passages, one a passage."""
        return tuple(self.codings[number] for number in sorted(passages))


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """A quote with the words that are printed."""

    coding_id: str
    claim_id: str | None
    is_contrary: bool
    words: str


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """A theme that is not dropped, with what is under it."""

    theme: Theme
    passages: frozenset[int] = frozenset()
    """Numbers of its passages, those of its subthemes among them."""
    heard: frozenset[int] = frozenset()
    """Those in which somebody else than an interviewer or helper speaks, where it matters."""
    story: str = ""
    claims: tuple[Claim, ...] = ()
    quotes: tuple[QuoteFacts, ...] = ()
    reading: ReadState | None = None
    """How far the person at work has read it in a row; None where she never began."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.theme.name


@dataclass(frozen=True, slots=True)
class Course:
    """The days on which something was done, by phase, over the whole project."""

    coding: tuple[date, ...] = ()
    themes: tuple[date, ...] = ()
    exports: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What was decided on themes, and whether it is told why."""

    explained: frozenset[str] = frozenset()
    """Ids of the themes with a reason for a step on them, or a decision memo."""
    unexplained_steps: tuple[int, ...] = ()
    """Numbers of the steps that joined, split or removed a theme without a reason."""


@dataclass(frozen=True, slots=True)
class Use:
    """What of the program's parts was used, to be held against the declared method."""

    has_matrix: bool = False
    undescribed: int = 0
    """Codes without a description that are not retired."""
    with_rules: int = 0
    """Codes with rules for when to use them."""
