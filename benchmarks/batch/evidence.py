"""The words of the visitors in a folder of chats: the same texts for every method."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from qualkit.domain.batch_documents import SetAside
from qualkit.formats.documents import read_documents
from qualkit.services.document_passages import document_evidence


def evidence(folder: Path, sample: int = 0) -> Iterator[tuple[str, ...]]:
    """Give the messages of the visitor of each chat, as a batch finds them.

    Of the first `sample` chats; 0 stands for all of them.
    """
    for document in islice(read_documents(folder), sample or None):
        if isinstance(document, SetAside):
            raise ValueError(f"{document.name}: {document.why}")
        yield tuple(passage.text for passage in document_evidence(document).passages)
