"""Pairs of sources as JSON tells them."""

from dataclasses import asdict

from qualkit.cli.records import Record
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.pair_views import PairEntry, PairSide, PairView
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span


def pair_record(entry: PairEntry) -> Record:
    """Give a pair with its reasons and what was decided."""
    decided = entry.decided
    return {
        "first": _source(entry.first, entry.labels[0]),
        "second": _source(entry.second, entry.labels[1]),
        "reasons": entry.reasons,
        "likeness": entry.likeness,
        "is_one_case": entry.is_one_case,
        "contradiction": entry.contradiction,
        "decided": {
            key: value
            for key, value in asdict(decided).items()
            if key not in ("first_id", "second_id")
        }
        if decided
        else None,
    }


def view_record(view: PairView) -> Record:
    """Give a pair with the stretches that are alike and the words that both have."""
    first, second = (LineIndex(side.text) for side in (view.first, view.second))
    return {
        **pair_record(view.entry),
        "alike": [
            {
                "first": _stretch(view.first, first, each.first),
                "second": _stretch(view.second, second, each.second),
            }
            for each in view.alike
        ],
        "shared": {
            "first": [_stretch(view.first, first, span) for span in view.first.shared],
            "second": [_stretch(view.second, second, span) for span in view.second.shared],
        },
    }


def _source(source: Source, label: str) -> Record:
    return {
        "id": source.id,
        "reference": f"P{source.number}",
        "title": source.title,
        "label": label,
        "held_on": source.held_on,
    }


def _stretch(side: PairSide, lines: LineIndex, span: Span) -> Record:
    return {
        "reference": format_reference(side.source.number, lines.line_of(span.start)),
        "start": span.start,
        "end": span.end,
        "words": span.of(side.text),
    }
