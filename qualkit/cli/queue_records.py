"""What is in the queue as JSON records; their keys are described in docs/commands.md."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from qualkit.cli.records import Record
from qualkit.domain.queue import (
    BatchEntry,
    PlaceInContext,
    QueuedPlace,
    QueuedSuggestion,
    SuggestionBatch,
    WatchedPhrase,
    name_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def batch_record(entry: BatchEntry) -> Record:
    """Give a batch with how far one is."""
    return {**asdict(entry.batch), "phrases": entry.phrases, "waiting": entry.waiting}


def queued_record(
    item: QueuedSuggestion, batch: SuggestionBatch, unread: int, codes: "Mapping[str, str]"
) -> Record:
    """Give a phrase of a batch with what was decided on it; `codes` are names by id."""
    return {
        "id": item.id,
        "name": name_of(batch, item),
        "batch_id": item.batch_id,
        "rank": item.rank,
        "phrase": item.phrase,
        "lemma": item.lemma,
        "reason": item.reason,
        "places": len(item.places),
        "unread": unread,
        "decision": item.decision,
        "code_id": item.code_id,
        "code": codes.get(item.code_id or ""),
        "decided_by": item.decided_by,
        "decided_at": item.decided_at,
    }


def place_record(shown: PlaceInContext) -> Record:
    """Give a place of a phrase with the words around it."""
    return {
        "reference": shown.reference,
        "source_id": shown.source.id,
        "version_id": shown.place.version_id,
        "label": shown.label,
        "speaker": shown.speaker,
        "line": shown.line,
        "start": shown.place.start,
        "end": shown.place.end,
        "before": shown.before,
        "words": shown.words,
        "after": shown.after,
        "read": shown.is_read,
        "codes": list(shown.codes),
    }


def watched_record(item: WatchedPhrase, places: "Sequence[QueuedPlace]") -> Record:
    """Give a watched phrase with how often it stands in what participants say."""
    sources = {place.version_id for place in places}
    return {**asdict(item), "places": len(places), "sources": len(sources)}
