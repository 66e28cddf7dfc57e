"""What of a document would count as evidence if it were imported; no project is needed."""

from collections.abc import Iterator

from qualkit.domain.batch_documents import (
    LONGEST_LINE,
    BatchPassage,
    Document,
    DocumentEvidence,
)
from qualkit.domain.lines import LineIndex
from qualkit.domain.proposals import default_unit, propose
from qualkit.domain.sources import Role, utterance_at
from qualkit.domain.text import sha256_of
from qualkit.errors import UnreadableFileError
from qualkit.formats.registry import decoded, part_header
from qualkit.services.first_reading import FirstReading, first_reading
from qualkit.translation import _


def document_evidence(document: Document) -> DocumentEvidence:
    """Give the turns, messages or paragraphs of a document that somebody else would code.

    They are those of an import: the same text, speakers, roles and borders. Turns of interviewers
    and helpers are left out.

    Raises:
        UnreadableFileError: it is no text, is empty or damaged, has a header that is not
            understood, or lines that no conversation has; it is to be set aside.
    """
    text = _text_of(document)
    # Before anything that would take longer and longer over it.
    _refuse_odd(text, document.name)
    header, text = part_header(text, document.name)
    label = header.label or ""
    passages = _passages(text, first_reading(text, header), label or document.name)
    return DocumentEvidence(sha256_of(text), label, tuple(passages))


def _passages(text: str, reading: FirstReading, whose: str) -> Iterator[BatchPassage]:
    lines = LineIndex(text)
    unit = default_unit(reading.kind, reading.utterances)
    for span in propose(text, reading.utterances, unit):
        said = utterance_at(reading.utterances, span.start)
        speaker = said.speaker if said else ""
        if reading.roles.get(speaker, Role.UNKNOWN).is_evidence:
            key = f"{whose}: {speaker}" if speaker else whose
            yield BatchPassage(span, lines.line_of(span.start), key, span.of(text))


def _text_of(document: Document) -> str:
    if document.suffix:
        return decoded(document.raw, document.suffix, document.name)
    try:
        return document.raw.decode()
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            _("'{file_name}' is not a text file.").format(file_name=document.name)
        ) from error


def _refuse_odd(text: str, name: str) -> None:
    """Refuse what is no conversation, in a time that grows with the text and not faster.

    Raises:
        UnreadableFileError: it holds signs that no text has, or far too long a line.
    """
    if "\0" in text:
        raise UnreadableFileError(
            _("'{name}' holds signs that no text has (NUL).").format(name=name)
        )
    begin = 0
    while begin + LONGEST_LINE < len(text):
        last = begin + LONGEST_LINE + 1
        newline = max(text.rfind(sign, begin, last) for sign in "\n\r")
        if newline < 0:
            raise UnreadableFileError(
                _("'{name}' has a line of more than {count} characters.").format(
                    name=name, count=LONGEST_LINE
                )
            )
        begin = newline + 1
