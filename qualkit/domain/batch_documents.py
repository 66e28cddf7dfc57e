"""Documents that a batch reads without a project, what of them is evidence, and what is left."""

from dataclasses import dataclass, field

from qualkit.domain.spans import Span

LONGEST_NAME = 200
"""Code points of a document's name."""

LONGEST_LINE = 1_000_000
"""Code points of a line; what has longer ones is no conversation."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was found; nothing of it was looked into."""

    name: str
    """Its path in the folder, or its id in the table: on one line, and fit to show."""
    raw: bytes = field(repr=False)
    suffix: str
    """Of its file, in lower case with its dot; empty where `raw` is a text in UTF-8."""
    sha256: bytes
    """Of `raw`."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What could not be read, so that the rest goes on without it."""

    name: str
    """Of the document; or of the table, with the row."""
    why: str
    """One sentence, in the language of the interface."""


@dataclass(frozen=True, slots=True)
class BatchPassage:
    """A stretch of what somebody said that counts as evidence."""

    span: Span
    """Code points, half-open, in the text of the document."""
    line: int
    """On which it begins, from 1."""
    speaker_key: str
    """Who says it: the printed label or the name of the document, and the speaker."""
    text: str


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """What of a document counts as evidence."""

    text_sha256: str
    """Of its text as an import would keep it, in hexadecimal."""
    label: str
    """The participant's printed label, if its header has one."""
    passages: tuple[BatchPassage, ...]
    """In the order of the text; none where only interviewers or helpers speak."""
