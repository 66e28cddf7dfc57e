"""The columns of a file of suggestions, which a batch writes and the queue reads back."""

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from qualkit.domain.batch_places import SuggestedPlace

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = tuple(field.name for field in fields(SuggestedPlace))
"""One row a place, the same names in every language and format; see docs/file-formats.md."""

NUMBERS = ("rank", "line", "start", "end")
"""Columns of whole numbers; `score` is the only other one that is no text."""


@cache
def schema() -> "pa.Schema":
    """Give the types of the columns as Arrow and Parquet know them."""
    import pyarrow as pa  # noqa: PLC0415 (loaded by who writes or reads a batch)

    types = dict.fromkeys(COLUMNS, pa.string())
    types |= dict.fromkeys(NUMBERS, pa.int32()) | {"score": pa.float64()}
    return pa.schema([pa.field(name, types[name], nullable=False) for name in COLUMNS])
