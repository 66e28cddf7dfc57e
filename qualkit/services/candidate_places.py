"""From places that a search found to passages that may be coded: whole sentences, each once."""

from collections.abc import Iterable

from qualkit.domain.candidates import Candidate, Found
from qualkit.domain.sources import SourceText, Version
from qualkit.domain.spans import Span
from qualkit.services.workspace import Workspace
from qualkit.store.texts import read_version


def candidates_among(workspace: Workspace, found: Iterable[Found]) -> Iterable[Candidate]:
    """Give candidates for what was found, each passage once, in the same order."""
    texts: dict[str, SourceText] = {}
    seen = set[tuple[str, Span]]()
    for place in found:
        if place.version_id not in texts:
            version = workspace.get(Version, place.version_id)
            texts[version.id] = read_version(workspace.database, version)
        text = texts[place.version_id]
        span = _sentences_around(text, place)
        if (place.version_id, span) not in seen:
            number = len(seen)
            seen.add((place.version_id, span))
            yield Candidate(number, text.source.id, place.version_id, span, span, place.is_context)


def load_sentences() -> None:
    """Load what finds sentences, which takes a second the first time; safe in a thread."""
    from qualkit.language.sentences import sentence_spans  # noqa: PLC0415

    sentence_spans(".")


def _sentences_around(text: SourceText, place: Found) -> Span:
    """Give the sentence or sentences that a place stands in; the place itself if it is whole."""
    if place.around is None:
        return place.span
    # spaCy is loaded only when candidates are collected.
    from qualkit.language.sentences import sentence_spans  # noqa: PLC0415

    offset = place.around.start
    sentences = [
        Span(offset + sentence.start, offset + sentence.end)
        for sentence in sentence_spans(place.around.of(text.text), text.source.language)
    ]
    touched = [sentence for sentence in sentences if sentence.overlaps(place.span)]
    return Span(touched[0].start, touched[-1].end) if touched else place.span
