"""The words of the visitors in a folder of chats: the same texts for every method."""

from collections.abc import Iterator
from pathlib import Path

from qualkit.domain.proposals import default_unit, propose
from qualkit.domain.sources import Role, SourceKind, Utterance
from qualkit.domain.turns import find_utterances
from qualkit.formats.registry import find_files, read_file


def evidence(folder: Path, sample: int = 0) -> Iterator[tuple[str, ...]]:
    """Give the messages of the visitor of each chat, or of the first of them, as imports do."""
    files = find_files([folder])
    for path in files[:sample] if sample else files:
        yield _messages(path)


def _messages(path: Path) -> tuple[str, ...]:
    draft = read_file(path)
    roles = dict(draft.header.speakers or ())
    utterances = find_utterances(draft.text, roles)
    kind = draft.header.kind or SourceKind.INTERVIEW
    spans = propose(draft.text, utterances, default_unit(kind, utterances))
    context = [u for u in utterances if not roles.get(u.speaker, Role.UNKNOWN).is_evidence]
    return tuple(span.of(draft.text) for span in spans if not _is_in(span.start, context))


def _is_in(place: int, utterances: list[Utterance]) -> bool:
    return any(u.start <= place < u.end for u in utterances)
