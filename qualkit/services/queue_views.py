"""Places of a phrase as people see them: where, whose words, read or not, coded or not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.domain.lines import LineIndex
from qualkit.domain.queue import PlaceInContext, QueuedPlace, QueuedSuggestion
from qualkit.domain.segments import Segment
from qualkit.domain.sources import SourceText, Version
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import RejectedPhrases
from qualkit.domain.text import one_line
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.queue import codes_over, sources_of_versions, sources_read
from qualkit.store.segments import segments_of
from qualkit.store.texts import read_version

MOST_AROUND = 200
"""Code points shown before and after a phrase; a paragraph may be a page long."""


def without_rejected_places(
    database: Database, items: Iterable[QueuedSuggestion], rejected: RejectedPhrases
) -> list[QueuedSuggestion]:
    """Leave out the places in sources in which a phrase was rejected, and phrases without any."""
    kept = []
    for item in items:
        left_out = rejected.sources_of(item.phrase, item.lemma)
        if not left_out:
            kept.append(item)
        elif None not in left_out:
            versions = {place.version_id for place in item.places}
            sources = sources_of_versions(database, versions)
            places = tuple(
                place for place in item.places if sources.get(place.version_id) not in left_out
            )
            if places:
                kept.append(replace(item, places=places))
    return kept


def shown_places(database: Database, places: Sequence[QueuedPlace]) -> tuple[PlaceInContext, ...]:
    """Give places with the words around them, in the same order."""
    by_version: dict[str, list[QueuedPlace]] = {}
    for place in places:
        by_version.setdefault(place.version_id, []).append(place)
    sources = sources_of_versions(database, list(by_version))
    labels = source_labels(database, set(sources.values()))
    read, coded = sources_read(database), codes_over(database, by_version)
    shown: dict[QueuedPlace, PlaceInContext] = {}
    for version_id, group in by_version.items():
        text = read_version(database, database.find(Version, "id = ?", [version_id])[0])
        label = labels.get(text.source.id, text.source.title)
        is_read = text.source.id in read
        lines, segments = LineIndex(text.text), segments_of(database, version_id)
        for place in group:
            names = [name for span, name in coded.get(version_id, ()) if span.overlaps(place.span)]
            shown[place] = _shown(
                place, text, segments, lines, label, is_read, tuple(dict.fromkeys(names))
            )
    return tuple(shown[place] for place in places)


def _shown(
    place: QueuedPlace,
    text: SourceText,
    segments: Sequence[Segment],
    lines: LineIndex,
    label: str,
    is_read: bool,
    codes: tuple[str, ...],
) -> PlaceInContext:
    segment = next((each for each in segments if each.span.contains(place.start)), None)
    around = segment.span if segment else place.span
    around = Span(min(around.start, place.start), max(around.end, place.end))
    said = text.version.utterance_at(around.start)
    if said and around.start < said.start <= place.start:
        # Who speaks is told apart, and is not coded either.
        around = Span(said.start, around.end)
    return PlaceInContext(
        place=place,
        segment=around,
        source=text.source,
        label=label,
        line=lines.line_of(place.start),
        speaker=segment.speaker if segment else "",
        before=_before(text.text[around.start : place.start]),
        words=one_line(place.span.of(text.text)),
        after=_after(text.text[place.end : around.end]),
        is_read=is_read,
        codes=codes,
    )


def _before(words: str) -> str:
    """Give the last words before a phrase, on one line, up to the phrase."""
    flat = one_line(words)
    shown = flat if len(flat) <= MOST_AROUND else "…" + flat[-MOST_AROUND:].lstrip()
    return f"{shown} " if shown and words[-1:].isspace() else shown


def _after(words: str) -> str:
    """Give the first words after a phrase, on one line, from the phrase on."""
    shown = one_line(words, MOST_AROUND)
    return f" {shown}" if shown and words[:1].isspace() else shown
