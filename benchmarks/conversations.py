"""Invented conversations: interviews in turns and chats in messages, as domain objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from benchmarks.prose import Prose
from qualkit.domain.proposals import default_unit, propose
from qualkit.domain.segments import Segmentation
from qualkit.domain.sources import Role, Source, SourceKind, Speaker, TextKind, Version
from qualkit.domain.spans import Span
from qualkit.domain.text import sha256_of
from qualkit.domain.turns import find_utterances

MOMENT = datetime(2026, 2, 4, 9, 0, tzinfo=UTC)
"""When everything was made."""

_SPEAKERS = {
    SourceKind.CHAT: (("bezoeker", Role.VISITOR), ("medewerker", Role.HELPER)),
    SourceKind.INTERVIEW: (("R", Role.PARTICIPANT), ("I", Role.INTERVIEWER)),
}
_TEXT_KINDS = {SourceKind.CHAT: TextKind.CHAT, SourceKind.INTERVIEW: TextKind.TRANSCRIPT}


def seeded_id(rng: Random) -> str:
    """Give a GUID that depends on the seed alone."""
    return str(UUID(int=rng.getrandbits(128), version=4))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A source with everything that an import makes of it."""

    source: Source
    version: Version
    text: str
    speakers: tuple[Speaker, ...]
    segmentation: Segmentation

    def passage(self, rng: Random, longest: int) -> Span:
        """Give whole words of the participant, at most some `longest` code points of them."""
        answers = [u for u in self.version.utterances if u.speaker in ("R", "bezoeker")]
        said = rng.choice(answers)
        room = max(1, said.end - said.start - longest)
        start = self.text.find(" ", said.start + rng.randrange(room), said.end) + 1 or said.start
        end = self.text.find(" ", min(start + rng.randint(longest // 8, longest), said.end - 1))
        return Span(start, min(end, said.end) if end > start else said.end).trimmed(self.text)


class Conversations:
    """Makes conversations, the same for the same random state."""

    def __init__(self, rng: Random, prose: Prose) -> None:
        """Draw from `rng` and `prose`."""
        self._rng = rng
        self._prose = prose

    def chat(self, number: int, words: int) -> Conversation:
        """Make a chat of a visitor and a helper."""
        return self._make(number, SourceKind.CHAT, "\n".join(self._messages(words)))

    def interview(self, number: int, words: int) -> Conversation:
        """Make an interview of about so many words."""
        return self._make(number, SourceKind.INTERVIEW, "\n\n".join(self._turns(words)))

    def long_interview(self, number: int, length: int) -> Conversation:
        """Make an interview of about so many code points."""
        turns: list[str] = []
        written = 0
        for turn in self._turns(length):
            if written >= length:
                break
            turns.append(turn)
            written += len(turn) + 2
        return self._make(number, SourceKind.INTERVIEW, "\n\n".join(turns))

    def _messages(self, words: int) -> Iterator[str]:
        at = MOMENT + timedelta(minutes=self._rng.randrange(200_000))
        while words > 0:
            for speaker in ("bezoeker", "medewerker"):
                said = self._prose.words(self._rng.randint(4, 18))
                if speaker == "medewerker" and self._rng.random() < 0.4:
                    said = self._prose.question()
                yield f"[{at:%Y-%m-%d %H:%M}] {speaker}: {said}"
                at += timedelta(minutes=self._rng.randint(0, 4))
                words -= said.count(" ") + 1

    def _turns(self, words: int) -> Iterator[str]:
        while words > 0:
            question = self._prose.question()
            answer = self._prose.words(self._rng.randint(15, 90))
            yield f"I: {question}"
            yield f"R: {answer}"
            words -= question.count(" ") + answer.count(" ") + 2

    def _make(self, number: int, kind: SourceKind, text: str) -> Conversation:
        noun = "Gesprek" if kind is SourceKind.CHAT else "Interview"
        source = Source(
            id=seeded_id(self._rng),
            number=number,
            title=f"{noun} {number}",
            kind=kind,
            text_kind=_TEXT_KINDS[kind],
            language="nl",
            imported_at=MOMENT,
            held_on=date(2026, 1, 1) + timedelta(days=number % 365),
        )
        utterances = find_utterances(text)
        version = Version(
            id=seeded_id(self._rng),
            source_id=source.id,
            number=1,
            sha256=sha256_of(text),
            file_sha256=sha256_of(f"{number} {text}"),
            utterances=utterances,
            created_at=MOMENT,
            file_suffix=".txt",
        )
        speakers = tuple(
            Speaker(seeded_id(self._rng), source.id, name, role) for name, role in _SPEAKERS[kind]
        )
        unit = default_unit(kind, utterances)
        borders = propose(text, utterances, unit)
        segmentation = Segmentation(seeded_id(self._rng), version.id, unit, borders)
        return Conversation(source, version, text, speakers, segmentation)
