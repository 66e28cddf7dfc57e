"""What a set is made of: the pieces of its sources or documents, and what they are called."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from qualkit.language.arrays import rows_of
from qualkit.language.lexicon import Hashes, Ints
from qualkit.language.study import speaker_number
from qualkit.services.batch_parts import Parts
from qualkit.services.batch_ranking import SetPieces
from qualkit.services.batch_rows import SetSources


def document_pieces(
    parts: Parts, documents: Sequence[tuple[str, str]]
) -> tuple[SetPieces, SetSources]:
    """Give the pieces of documents that were read, each with its name and its hash, in order."""
    places = [parts.documents[sha256] for _name, sha256 in documents]
    part = np.array([place[0] for place in places], dtype=np.int64)
    row = np.array([place[1] for place in places], dtype=np.int64)
    labels, texts = [""] * len(documents), [""] * len(documents)
    found = [_no_pieces()]
    for number in np.unique(part).tolist():
        (own, pieces), sources = parts.standing(number), np.flatnonzero(part == number)
        for source, own_row in zip(sources.tolist(), row[sources].tolist(), strict=True):
            labels[source] = own.labels[own_row]
            texts[source] = own.text_sha256[own_row]
        rows, which = rows_of(pieces.document, row[sources])
        whose = [speaker_number(labels[each] or documents[each][0]) for each in sources.tolist()]
        found.append(
            SetPieces(
                part=np.full(len(rows), number, dtype=np.int64),
                text=pieces.text[rows],
                source=sources[which],
                start=pieces.start[rows],
                line=pieces.line[rows],
                # Another number for each who speaks in a document.
                speaker=np.array(whose, np.uint64)[which] + pieces.speaker[rows].astype(np.uint64),
            )
        )
    names = tuple(name for name, _sha256 in documents)
    return in_order(found), SetSources(names, tuple(labels), tuple(texts))


def in_order(found: Sequence[SetPieces]) -> SetPieces:
    """Put pieces together, in order of source and place."""
    columns = [
        np.concatenate([getattr(each, field.name) for each in found]) for field in fields(SetPieces)
    ]
    whole = SetPieces(*columns)
    order = np.lexsort((whole.start, whole.source))
    return SetPieces(*(column[order] for column in columns))


def _no_pieces() -> SetPieces:
    none: Ints = np.zeros(0, dtype=np.int64)
    nobody: Hashes = np.zeros(0, dtype=np.uint64)
    return SetPieces(none, none, none, none, none, nobody)
