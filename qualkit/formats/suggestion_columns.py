"""The columns of a file of suggestions, which a batch writes and the queue reads back."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from qualkit.domain.batch_places import SuggestedPlace

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = tuple(field.name for field in fields(SuggestedPlace))
"""One row a place, the same names in every language and format; see docs/file-formats.md."""

NUMBERS = ("rank", "line", "start", "end")
"""Columns of whole numbers; `score` is the only other one that is no text."""

AT_A_TIME = 50_000
"""Rows that are turned into columns together."""


@cache
def schema() -> "pa.Schema":
    """Give the types of the columns as Arrow and Parquet know them."""
    import pyarrow as pa  # noqa: PLC0415 (loaded by who writes or reads a batch)

    types = dict.fromkeys(COLUMNS, pa.string())
    types |= dict.fromkeys(NUMBERS, pa.int32()) | {"score": pa.float64()}
    return pa.schema([pa.field(name, types[name], nullable=False) for name in COLUMNS])


def record_batches(places: Iterable[SuggestedPlace]) -> Iterator["pa.RecordBatch"]:
    """Give places as columns, some thousands at a time."""
    import pyarrow as pa  # noqa: PLC0415

    cells, rest = attrgetter(*COLUMNS), iter(places)
    while rows := list(islice(rest, AT_A_TIME)):
        columns = zip(*map(cells, rows), strict=True)
        arrays = [pa.array(each, of) for each, of in zip(columns, schema().types, strict=True)]
        yield pa.record_batch(arrays, schema=schema())
