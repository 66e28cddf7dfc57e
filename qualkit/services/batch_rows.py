"""The rows of a batch's file: every place of every phrase that was chosen, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.lexicon import Bools, Ints
from qualkit.language.ranking import Ranked
from qualkit.services.batch_masks import Masks, Printed
from qualkit.services.batch_parts import Parts
from qualkit.services.batch_ranking import RankedSet

if TYPE_CHECKING:
    import pyarrow as pa

_AT_A_TIME = 200_000
"""Rows that are made at once."""

_Texts: TypeAlias = tuple[Sequence[str], Ints]
"""A column of words: each of them once, and the number of the one that stands in each row."""


@dataclass(frozen=True, slots=True)
class SetSources:
    """The sources of a set, in its order."""

    names: tuple[str, ...]
    """`P3` in a project, the name of the document otherwise."""
    labels: tuple[str, ...]
    text_sha256: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChosenPlaces:
    """Places of all parts together, in the order of the file."""

    rank: Ints
    source: Ints
    line: Ints
    start: Ints
    end: Ints
    surface: Ints
    mask: Ints

    def where(self, keep: Bools) -> "ChosenPlaces":
        """Give some of them."""
        return ChosenPlaces(*(getattr(self, field.name)[keep] for field in fields(self)))


@dataclass(frozen=True, slots=True)
class SetRows:
    """What a batch tells, to be written or shown."""

    ranked: tuple[Ranked, ...]
    """As they are printed: what could give somebody away is masked."""
    count: int
    """How many places there are."""
    batches: "Iterator[pa.RecordBatch]"


def rows_of_set(
    parts: Parts,
    whole: RankedSet,
    chosen: Sequence[tuple[Ranked, frozenset[int]]],
    sources: SetSources,
    pipeline: PipelineInfo,
    settings: str,
    masks: Masks,
    top: int,
) -> SetRows:
    """Give the rows of the file by rank, then source and place, as batches of Arrow columns.

    Args:
        parts: What was found.
        whole: The set.
        chosen: Phrases, best first, each with the numbers of the sources it is left out of; of
            those that are left with a place, the first `top` are given.
        sources: Of the set.
        pipeline: What found them.
        settings: Its fingerprint; the first 12 signs are told.
        masks: What is not to be told.
        top: How many phrases.
    """
    ranked, places, surfaces = chosen_places(parts, whole, chosen, top)
    printed = masks.over(ranked, places.rank, places.surface, places.mask, surfaces)
    places = places.where(printed.kept)
    texts = _texts(printed, places, sources)
    for name, value in {
        "tier": pipeline.tier,
        "pipeline": pipeline.name,
        "version": pipeline.version,
        "settings": settings[:12],
    }.items():
        texts[name] = [value], np.zeros(len(places.rank), np.int64)
    scores = np.array([one.score for one in ranked] or [0.0])
    numbers = {
        "rank": places.rank,
        "score": scores[places.rank - 1],
        "line": places.line,
        "start": places.start,
        "end": places.end,
    }
    return SetRows(printed.ranked, len(places.rank), _batches(texts, numbers, len(places.rank)))


def _texts(printed: Printed, places: ChosenPlaces, sources: SetSources) -> dict[str, _Texts]:
    """Give the columns of words that differ from row to row."""
    ranked, phrase = printed.ranked, places.rank - 1
    return {
        "phrase": ([one.phrase for one in ranked], phrase),
        "words": (printed.words, printed.word[printed.kept]),
        "lemma": ([one.lemma for one in ranked], phrase),
        "reason": ([one.reason for one in ranked], phrase),
        "source": (sources.names, places.source),
        "label": (sources.labels, places.source),
        "text_sha256": (sources.text_sha256, places.source),
    }


def _batches(
    texts: dict[str, _Texts], numbers: dict[str, "np.ndarray"], size: int
) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa  # noqa: PLC0415 (loaded by who writes a batch)

    words = {name: pa.array(each, pa.string()) for name, (each, _rows) in texts.items()}
    for first in range(0, size, _AT_A_TIME):
        part = slice(first, first + _AT_A_TIME)
        columns = {
            name: pa.DictionaryArray.from_arrays(pa.array(rows[part], pa.int32()), words[name])
            for name, (_each, rows) in texts.items()
        }
        columns |= {name: pa.array(each[part]) for name, each in numbers.items()}
        yield pa.RecordBatch.from_pydict(columns)


def chosen_places(
    parts: Parts,
    whole: RankedSet,
    chosen: Sequence[tuple[Ranked, frozenset[int]]],
    top: int,
) -> tuple[list[Ranked], ChosenPlaces, list[str]]:
    """Give the first `top` phrases that have a place, their places, and how they are written.

    Each of `chosen` comes with the numbers of the sources it is left out of.
    """
    table, surfaces = _gathered(parts, whole, chosen)
    for number, (_one, left_out) in enumerate(chosen, start=1):
        if left_out:
            rejected = (table[0] == number) & np.isin(table[1], sorted(left_out))
            table = table[:, ~rejected]
    numbers, place = np.unique(table[0], return_inverse=True)
    table[0] = place + 1
    kept = ChosenPlaces(*table[:, table[0] <= top])
    return [chosen[number - 1][0] for number in numbers[:top].tolist()], kept, surfaces


def _gathered(
    parts: Parts, whole: RankedSet, chosen: Sequence[tuple[Ranked, frozenset[int]]]
) -> tuple[Ints, list[str]]:
    """Gather the places of all parts in order, and the phrases as they are written."""
    numbers: dict[str, int] = {}
    tables: list[Ints] = [np.zeros((7, 0), dtype=np.int64)]
    for number, found, places in whole.places([one for one, _left_out in chosen]):
        row, pieces = places.row, whole.pieces
        used, which = np.unique(found.surface[row], return_inverse=True)
        known = [numbers.setdefault(found.surfaces[each], len(numbers)) for each in used.tolist()]
        begin = pieces.start[places.piece]
        tables.append(
            np.stack(
                [
                    places.rank,
                    pieces.source[places.piece],
                    pieces.line[places.piece] + found.line[row],
                    begin + found.start[row],
                    begin + found.end[row],
                    np.array(known, dtype=np.int64)[which],
                    parts.masks(number)[row],
                ]
            )
        )
    table = np.concatenate(tables, axis=1)
    rank, source, _line, start, end = table[:5]
    return table[:, np.lexsort((end, start, source, rank))], list(numbers)
