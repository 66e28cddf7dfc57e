"""What of a document is evidence: the same as after an import, and nothing odd holds it up."""

import time
import tracemalloc
from hashlib import sha256

import pytest

from qualkit.domain.batch_documents import Document
from qualkit.domain.spans import Span
from qualkit.errors import UnreadableFileError
from qualkit.formats.documents import read_documents
from qualkit.services.demo import sample_files
from qualkit.services.document_passages import document_evidence
from qualkit.services.project import Project


def document(raw: bytes, suffix: str = ".txt") -> Document:
    return Document("gesprek.txt", raw, suffix, sha256(raw).digest())


def test_evidence_is_that_of_an_import(project: Project) -> None:
    folder = sample_files()[0].parent
    for each in read_documents(folder):
        assert isinstance(each, Document)
        found = document_evidence(each)
        (source,) = project.imports.run([folder / each.name]).value.imported
        text = project.sources.read(source.id)
        assert found.text_sha256 == text.version.sha256
        expected = project.suggestions.passages([source.id])
        assert [(p.span, p.text) for p in found.passages] == [(p.span, p.text) for p in expected]
        segments = {segment.span: segment for segment in project.segments.of(source.id)}
        assert [p.line for p in found.passages] == [segments[p.span].line for p in found.passages]


def test_who_speaks_is_told_by_label_or_name() -> None:
    chat = "[2026-02-04 19:31] bezoeker: Ik wacht\n[2026-02-04 19:32] medewerker: Waarop?\n"
    (passage,) = document_evidence(document(chat.encode())).passages
    assert (passage.speaker_key, passage.line, passage.text) == (
        "gesprek.txt: bezoeker",
        1,
        "Ik wacht",
    )
    labelled = document_evidence(document(f"---\nlabel: Gesprek 4\n---\n{chat}".encode()))
    assert [each.speaker_key for each in labelled.passages] == ["Gesprek 4: bezoeker"]
    assert labelled.label == "Gesprek 4"
    plain = document_evidence(document(b"ID3 is geen geluid.", ""))
    assert [(each.speaker_key, each.span) for each in plain.passages] == [
        ("gesprek.txt", Span(0, 19))
    ]


@pytest.mark.parametrize(
    ("raw", "suffix"),
    [
        (b"", ".txt"),
        (b" \n", ".txt"),
        (b"a\0b", ""),
        (b"\xff", ""),
        (b"%PDF-1.7", ".txt"),
        (b"PK\x03\x04", ".docx"),
        (b"---\nsoort: onzin\n---\nTekst", ".txt"),
        (b"x", ".exe"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(raw: bytes, suffix: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"gesprek\.txt"):
        document_evidence(document(raw, suffix))


def test_a_line_of_fifty_million_signs_is_refused_at_once() -> None:
    poison = document(b"kort\r" + b"ja nee : " * 5_600_000)
    begun = time.perf_counter()
    with pytest.raises(UnreadableFileError, match="1000000"):
        document_evidence(poison)
    assert time.perf_counter() - begun < 2


def test_long_texts_of_short_lines_are_read() -> None:
    text = "R: Te weinig mensen, te veel meldingen.\r\n" * 5_000
    tracemalloc.start()
    found = document_evidence(document(text.encode()))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.passages) == 1
    assert most < 40 * len(text)
