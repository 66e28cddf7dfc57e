"""What a text tells of itself before anybody read it: its kind, who says what, in which role."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.sources import Role, SourceKind, Utterance
from qualkit.domain.speakers import guess_role
from qualkit.domain.turns import find_utterances
from qualkit.formats.header import Header


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What an import goes by."""

    kind: SourceKind
    utterances: tuple[Utterance, ...]
    roles: Mapping[str, Role]
    """By the names of who speaks, in the order in which they first do."""


def first_reading(text: str, said: Header) -> FirstReading:
    """Read a normalised text; what its header says comes before what is guessed."""
    known = dict(said.speakers or ())
    utterances = find_utterances(text, known)
    folded = {name.casefold(): role for name, role in known.items()}
    names = dict.fromkeys(utterance.speaker for utterance in utterances if utterance.speaker)
    roles = {name: folded.get(name.casefold()) or guess_role(name) for name in names}
    return FirstReading(said.kind or _guess_kind(utterances), utterances, roles)


def _guess_kind(utterances: tuple[Utterance, ...]) -> SourceKind:
    """Take a text whose lines bear times for a chat, and any other for an interview."""
    stamped = sum(utterance.said_at is not None for utterance in utterances)
    return SourceKind.CHAT if stamped * 2 > len(utterances) else SourceKind.INTERVIEW
