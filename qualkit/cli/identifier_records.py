"""Proposals, decisions and watched words as JSON tells them."""

from typing import TYPE_CHECKING

from qualkit.cli.records import Record
from qualkit.domain.identifiers import Proposal
from qualkit.domain.replacements import WatchedWord

if TYPE_CHECKING:
    from qualkit.services.replacements import DecidedWords


def proposal_record(item: Proposal) -> Record:
    """Give a proposal."""
    return {
        "kind": item.kind,
        "words": item.words,
        "would_print": item.printed,
        "why": item.ground.name.lower(),
        "reference": item.reference,
        "label": item.label,
        "source_id": item.source_id,
        "start": item.span.start,
        "end": item.span.end,
        "before": item.before,
        "after": item.after,
        "places": item.places,
    }


def decision_record(entry: "DecidedWords") -> Record:
    """Give a decision on words."""
    item = entry.replacement
    return {
        "id": item.id,
        "kind": item.kind,
        "words": item.words,
        "printed": item.printed,
        "source_id": entry.source and entry.source.id,
        "reference": entry.reference or None,
        "start": item.start,
        "end": item.end,
    }


def watched_record(item: WatchedWord) -> Record:
    """Give a watched word."""
    return {"id": item.id, "kind": item.kind, "words": item.words}
