"""Files of suggestions as a batch writes them, made by hand from the texts of a test."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceText
from qualkit.formats.suggestion_columns import COLUMNS
from qualkit.services.project import Project
from qualkit.settings import Settings

Row = dict[str, Any]


def rows_for(rank: int, words: str, texts: Iterable[SourceText], lemma: str = "") -> list[Row]:
    """Give a row for each place where some words stand, whatever their capitals."""
    found = []
    for text in texts:
        lowered, start = text.text.lower(), -1
        while (start := lowered.find(words.lower(), start + 1)) >= 0:
            found.append(row(rank, words, text, start, lemma))
    return found


def row(rank: int, words: str, text: SourceText, start: int, lemma: str = "") -> Row:
    """Give the row of one place."""
    end = start + len(words)
    return {
        "rank": rank,
        "phrase": words,
        "words": text.text[start:end],
        "lemma": lemma or words.lower(),
        "score": 0.5,
        "reason": "2 keer, bij 2 deelnemers",
        "source": f"P{text.source.number}",
        "label": "",
        "line": 1 + text.text.count("\n", 0, start),
        "start": start,
        "end": end,
        "text_sha256": text.version.sha256,
        "tier": "shipped",
        "pipeline": "nl_qualkit_sm",
        "version": "1.1.0",
        "settings": "0123456789ab",
    }


def write_rows(path: Path, rows: Sequence[Row]) -> Path:
    """Write rows in the format that the name asks for."""
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    elif path.suffix == ".parquet":
        import pyarrow  # noqa: PLC0415 (takes a while to load)
        from pyarrow import parquet  # noqa: PLC0415

        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    else:
        sheet = io.StringIO()
        writer = csv.DictWriter(sheet, COLUMNS, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(sheet.getvalue().encode("utf-8-sig"))
    return path


def write_batch(path: Path, folder: Path, *phrases: str) -> Path:
    """Write phrases with all their places in the project of a folder, ranked as they are named."""
    with Project.open(folder, Settings("anna"), Origin.CLI) as project:
        texts = [project.sources.read(entry.source.id) for entry in project.sources.entries()]
    found = [each for rank, words in enumerate(phrases, 1) for each in rows_for(rank, words, texts)]
    return write_rows(path, found)
