"""What happened in a study, as far as it is on record: what its method paragraph is made from.

Nothing here is guessed. What nobody wrote down is None or empty, and shows as a gap.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qualkit.domain.projects import Profile
from qualkit.domain.source_making import MemberCheck, SourceMaking
from qualkit.domain.sources import Source, SourceKind, TextKind


@dataclass(frozen=True, slots=True)
class MaterialFacts:
    """One kind of material."""

    kind: SourceKind
    sources: Sequence[Source]
    voices: tuple[str, ...]
    """Printed labels of who takes part, in order."""
    roles: tuple[str, ...]
    """Who they are, by group: "rechercheurs van politie-eenheden"."""
    makings: Sequence[SourceMaking]
    """How each source came about, in the order of the sources; empty ones where nobody told."""

    @property
    def count(self) -> int:
        """How many sources there are."""
        return len(self.sources)

    @property
    def days(self) -> list[date]:
        """On which days they were held or are dated, as far as known."""
        return sorted(source.held_on for source in self.sources if source.held_on)

    @property
    def is_spoken(self) -> bool:
        """Whether somebody held these conversations and wrote them down."""
        return self.kind in (SourceKind.INTERVIEW, SourceKind.TRANSCRIPT)

    @property
    def text_kinds(self) -> list[TextKind]:
        """What the texts are."""
        return [kind for kind in TextKind if any(each.text_kind is kind for each in self.sources)]

    @property
    def minutes(self) -> list[int]:
        """How long they took, as far as known."""
        return sorted(each.minutes for each in self.makings if each.minutes is not None)

    @property
    def modes(self) -> Counter[str]:
        """How they were held, and how many so; what nobody told is left out."""
        return Counter(each.mode for each in self.makings if each.mode)

    @property
    def recorders(self) -> Counter[str]:
        """Who wrote the texts, by role, and how many."""
        return Counter(each.recorder for each in self.makings if each.recorder)

    @property
    def checks(self) -> Counter[MemberCheck]:
        """How the texts came back from who spoke, as far as that was recorded."""
        return Counter(each.member_check for each in self.makings if each.member_check)


@dataclass(frozen=True, slots=True)
class RoundFact:
    """One round of reading."""

    begun_on: date
    closed_on: date | None
    read: int
    """How many sources were read in it."""


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """A study as it went."""

    language: str
    profile: Profile
    approach: str
    selection: str
    coders: str
    """Who coded, in which role."""
    material: tuple[MaterialFacts, ...]
    hands: int
    """How many people coded; who they are is not told."""
    coded: tuple[date, date] | None
    """The first and the last day on which passages were coded that are coded still."""
    rounds: tuple[RoundFact, ...]
    codes: int
    """In use now."""
    retired: int
    """No longer in use."""
    code_changes: Counter[str]
    """How often codes were renamed, merged, split or removed, by the verb of the step."""
    themes: int
    """Not dropped, subthemes among them."""
    subthemes: int
    dropped: int
    theme_changes: Counter[str]
    """How often themes were merged, split or removed, by the verb of the step."""
    snapshots: tuple[date, ...]
    """Days on which the board was kept as it was."""
    themes_read: int
    """How many themes had all their passages read in a row, to the end."""
    suggested: int
    """How many coded passages began as a suggestion."""
    pipelines: tuple[str, ...]
    """What made those suggestions."""
    version: str
    """Of qualkit."""
