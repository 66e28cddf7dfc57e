"""Readings and rounds as JSON records; their keys are described in docs/commands.md."""

from dataclasses import asdict

from qualkit.cli.records import Record, coding_record
from qualkit.domain.codings import CodedSegment
from qualkit.domain.rounds import Coverage, RoundEntry
from qualkit.domain.theme_readings import ReadState, Verdict
from qualkit.domain.themes import Theme, ThemeMember


def round_record(entry: RoundEntry) -> Record:
    """Give a round with how many sources there are, and how many were read."""
    return {**asdict(entry.round), "sources": entry.sources, "read": entry.read}


def coverage_record(line: Coverage) -> Record:
    """Give how densely a source is coded, and when it was read in the round."""
    return {
        "source_id": line.source.id,
        "reference": f"P{line.source.number}",
        "label": line.label,
        "words": line.words,
        "passages": line.passages,
        "per_1000_words": round(line.density, 1),
        "read_at": line.read_at,
        "visited_on": line.visited_on,
    }


def reading_record(theme: Theme, state: ReadState) -> Record:
    """Give how far a theme was read, and the ids of what is new since."""
    reading = state.reading
    return {
        "theme_id": theme.id,
        "theme": theme.name,
        "begun_at": reading.begun_at if reading else None,
        "finished_at": reading.finished_at if reading else None,
        "last_at": state.last_at,
        "new": state.new,
        "later": state.later,
    }


def passage_record(segment: CodedSegment, member: ThemeMember, verdict: Verdict | None) -> Record:
    """Give a passage of a theme with what was decided on it."""
    return {**coding_record(segment), "stance": member.stance, "verdict": verdict}
