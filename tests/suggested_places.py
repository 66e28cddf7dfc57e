"""Places of phrases as the columns that the file of a batch is written from."""

from collections.abc import Sequence
from dataclasses import asdict

import pyarrow as pa

from qualkit.domain.batch_places import SuggestedPlace
from qualkit.formats.suggestion_columns import schema


def columns_of(places: Sequence[SuggestedPlace], size: int = 1_000) -> list[pa.RecordBatch]:
    """Give places as columns, so many rows in each."""
    rows = [asdict(place) for place in places]
    begins = range(0, len(rows), size)
    return [pa.RecordBatch.from_pylist(rows[at : at + size], schema()) for at in begins]
