"""Two sources side by side, with what is alike in them."""

from collections.abc import Iterable, Sequence

import numpy as np

from qualkit.analysis.duplicates.passages import ReadyText, alike_passages
from qualkit.analysis.duplicates.places import PlacedText, pieces
from qualkit.analysis.duplicates.texts import Vocabulary, shingles
from qualkit.domain.duplicates import PairReason, ReasonKind, pair_of
from qualkit.domain.pair_views import AlikeStretch, PairEntry, PairSide, PairView
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.pairs import kept_candidate, spoken_texts
from qualkit.store.segments import segments_of
from qualkit.store.texts import current_version, read_version


def side_by_side(database: Database, entry: PairEntry) -> PairView:
    """Give a pair with both texts.

    What is alike is what was found; in a pair that nobody found, it is looked for now.

    Raises:
        ProjectDamagedError: a text is not as it was imported.
    """
    with database.reading():
        first, second = (
            read_version(database, current_version(database, source.id))
            for source in (entry.first, entry.second)
        )
        reasons = _reasons(database, first, second)
        alike = _alike(database, first, second) if reasons is None else _found(reasons)
        shared = [each for each in reasons or () if each.kind is not ReasonKind.PASSAGES]
        return PairView(
            entry,
            _side(database, first, entry.labels[0], [each.first for each in shared]),
            _side(database, second, entry.labels[1], [each.second for each in shared]),
            alike,
        )


def _side(
    database: Database, text: SourceText, label: str, shared: Iterable[Sequence[Span]]
) -> PairSide:
    spans = sorted({span for each in shared for span in each})
    passages = segments_of(database, text.version.id)
    return PairSide(text.source, label, text.text, passages, tuple(spans))


def _reasons(
    database: Database, first: SourceText, second: SourceText
) -> tuple[PairReason, ...] | None:
    """Give why the two are a candidate; None when they are none, or were in an earlier version."""
    found = kept_candidate(database, *pair_of(first.source.id, second.source.id))
    if found and found.first_id != first.source.id:
        found = found.turned
    versions = first.version.id, second.version.id
    if found is None or (found.first_version, found.second_version) != versions:
        return None
    return found.reasons


def _found(reasons: Iterable[PairReason]) -> tuple[AlikeStretch, ...]:
    return tuple(
        AlikeStretch(mine, hers)
        for reason in reasons
        if reason.kind is ReasonKind.PASSAGES
        for mine, hers in zip(reason.first, reason.second, strict=True)
    )


def _alike(database: Database, first: SourceText, second: SourceText) -> tuple[AlikeStretch, ...]:
    """Look for passages that are alike, whoever else may have them."""
    texts = {
        text.source_id: PlacedText(text)
        for text in spoken_texts(database, [first.source.id, second.source.id])
    }
    mine, hers = texts[first.source.id], texts[second.source.id]
    vocabulary = Vocabulary()
    found = alike_passages(_ready(mine, vocabulary), _ready(hers, vocabulary))
    stretches = sorted(stretch for each in found for stretch in pieces(each, mine, hers))
    return tuple(AlikeStretch(*stretch) for stretch in stretches)


def _ready(text: PlacedText, vocabulary: Vocabulary) -> ReadyText:
    numbers = vocabulary.numbers_of([each.word for each in text.words])
    rows = shingles(numbers)
    return ReadyText(numbers, rows, np.ones(len(rows), np.intp))
