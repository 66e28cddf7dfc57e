"""What leaves in the file of a batch: topics, places and reasons, and nobody's name."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from qualkit.formats.documents import read_documents
from qualkit.formats.suggestion_tables import write_places
from qualkit.services.batch_local import LocalEngine
from qualkit.services.batch_masks import Masks
from qualkit.services.batch_run import BatchRun
from tests.services.test_identifier_masks import NAMES, OTHER_NAMES, PLANTED, TOPICS


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[pa.RecordBatch]:
    """A batch over conversations in which names stand in many shapes, some of them often."""
    folder = tmp_path_factory.mktemp("gesprekken")
    for number, words in enumerate((*PLANTED, *PLANTED[:3], *TOPICS)):
        text = f"bezoeker: {words}\nmedewerker: Dag Verhagenaar.\n"
        (folder / f"{number}.txt").write_text(text)
    run = BatchRun(tmp_path_factory.mktemp("kept"), "nl", None, LocalEngine(1))
    return [*run.over_documents(read_documents(folder), 1000, Masks("nl")).rows.batches]


@pytest.mark.parametrize("name", ["uit.csv", "uit.jsonl", "uit.parquet", "delen"])
def test_no_name_is_in_the_file_of_a_batch(
    found: list[pa.RecordBatch], tmp_path: Path, name: str
) -> None:
    write_places(tmp_path / name, found, "nl")
    written = tmp_path / name
    if written.suffix in (".csv", ".jsonl"):
        told = written.read_text("utf-8-sig").lower()
    else:
        told = str(pq.read_table(written).to_pylist()).lower()
        files = [written] if written.is_file() else [*written.iterdir()]
        raw = b"".join(file.read_bytes() for file in files).lower()
        assert not [name for name in NAMES[:3] if name.encode() in raw]
    assert "[naam]" in told
    assert "capaciteitstekort" in told
    # Figures alone are part of hashes and places as well.
    assert not [name for name in (*NAMES, *OTHER_NAMES) if name.isalpha() and name in told]
