"""Codings: one span, one code, one coder."""

from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.codes import Code
from qualkit.domain.sources import Role, Source
from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Coding:
    """A passage coded with a code by a coder; overlap and nesting are allowed."""

    id: str
    version_id: str
    start: int
    end: int
    code_id: str
    coder: str
    created_at: datetime
    """UTC."""
    strong: bool = False
    """A strong example, to be remembered when quotes are chosen."""
    suggestion: str = ""
    """The phrase it began from, when it began as a suggestion."""
    suggestion_rank: int | None = None
    """The place of that phrase in the list she saw, from 1; None where none was kept."""
    suggestion_pipeline: str = ""
    """What suggested it: `nl_qualkit_sm 1.0.0 (shipped)`."""

    @property
    def span(self) -> Span:
        """The coded stretch."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class CodedSegment:
    """A coding with everything needed to show or cite it."""

    coding: Coding
    code: Code
    source: Source
    words: str
    """The coded stretch, word for word, speaker prefixes left out."""
    line: int
    """The line its first word stands on, from 1."""
    label: str
    """The participant's printed label; the source's title where there is none."""
    speakers: tuple[str, ...] = ()
    """Who speaks in it; two or more are worth a warning."""
    roles: tuple[Role, ...] = ()
    """The roles of those speakers, in the same order."""
    replaced: str = ""
    """`words` with every replacement; empty where it was read only to be looked at."""

    @property
    def reference(self) -> str:
        """`P3:27`."""
        return f"P{self.source.number}:{self.line}"
