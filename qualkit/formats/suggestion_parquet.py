"""Reading a Parquet file of suggestions, with a limit on what it may unpack to."""

from collections.abc import Iterator
from typing import Any

from qualkit.formats.suggestion_columns import COLUMNS
from qualkit.formats.suggestion_refusals import damaged, refuse_other_columns, too_large

SIGNATURE = b"PAR1"
"""The first four bytes of such a file."""

MOST_UNPACKED = 2_000_000_000
"""Bytes that a file says it unpacks to."""

_AT_ONCE = 10_000


def parquet_rows(data: bytes, name: str, most: int) -> Iterator[dict[str, Any]]:
    """Give the rows of a file.

    Raises:
        UnreadableFileError: it is damaged, too large, or has other columns.
    """
    import pyarrow  # noqa: PLC0415 (takes a while to load)
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(data))
        refuse_other_columns(file.schema_arrow.names, name)
        about = file.metadata
        unpacked = sum(about.row_group(at).total_byte_size for at in range(about.num_row_groups))
        if about.num_rows > most or unpacked > MOST_UNPACKED:
            raise too_large(name)
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=list(COLUMNS)):
            yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise damaged(name) from error
