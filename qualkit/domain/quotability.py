"""What of a source may be printed, and under which name: terms agreed with who spoke."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.sources import Source, SourceKind
from qualkit.domain.spans import Span


class Quotability(StrEnum):
    """How the words of a source or a passage may be printed, the freest first."""

    VERBATIM = "verbatim"
    """Word for word."""
    EDITED = "edited"
    """Only with declared edits."""
    PARAPHRASE = "paraphrase"
    """Not as a quote: in somebody else's words, as in a vignette."""
    NOT_AT_ALL = "not_at_all"

    @property
    def allows_quotes(self) -> bool:
        """Tell whether a passage may become a quote."""
        return self in (Quotability.VERBATIM, Quotability.EDITED)

    def allows(self, is_edited: bool) -> bool:
        """Tell whether a quote may be printed, as the passage stands or with edits."""
        return self is Quotability.VERBATIM or (self is Quotability.EDITED and is_edited)


class Attribution(StrEnum):
    """Under which name words are printed."""

    NAMED = "named"
    """Under the label as it stands: somebody who speaks on the record."""
    NUMBER = "number"
    """Role and number: Politie III."""
    GROUP = "group"
    """The role alone: Politie."""
    NONE = "none"
    """No label."""


@dataclass(frozen=True, slots=True)
class SourceTerms:
    """What was agreed on the printing of one source, and what its reader should know before."""

    id: str
    source_id: str
    quotability: Quotability | None = None
    """None goes by the kind of source: see `default_quotability`."""
    attribution: Attribution | None = None
    """None goes by the group of participants."""
    content_note: str = ""
    """What a reader may find hard; shown before the text is."""


@dataclass(frozen=True, slots=True)
class HeldTerms:
    """What holds for a source, agreed or by itself."""

    quotability: Quotability
    attribution: Attribution
    content_note: str = ""
    agreed: SourceTerms | None = None
    """What was agreed; None while nothing was."""

    @property
    def is_by_kind(self) -> bool:
        """Whether its quotability follows from the kind of source alone."""
        return self.agreed is None or self.agreed.quotability is None

    @property
    def is_by_group(self) -> bool:
        """Whether its attribution follows from the group of participants alone."""
        return self.agreed is None or self.agreed.attribution is None


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """What was agreed on one passage, in place of what holds for its source."""

    id: str
    version_id: str
    start: int
    """Code points, half-open."""
    end: int
    quotability: Quotability
    why: str = ""

    @property
    def span(self) -> Span:
        """The passage."""
        return Span(self.start, self.end)


def default_quotability(source: Source) -> Quotability:
    """Give what holds for a source about which nothing was agreed."""
    return default_for(source.kind)


def default_for(kind: SourceKind) -> Quotability:
    """Give what holds for a kind of source where nothing was agreed: chats are not quoted."""
    return Quotability.PARAPHRASE if kind is SourceKind.CHAT else Quotability.VERBATIM


def strictest(terms: Iterable[Quotability]) -> Quotability:
    """Give the strictest of some terms; word for word when there are none."""
    order = list(Quotability)
    return max(terms, key=order.index, default=Quotability.VERBATIM)


def quotability_of(span: Span, source: Quotability, marks: Iterable[PassageTerms]) -> Quotability:
    """Give what holds for a stretch: the strictest of its marks, and of the source beside those.

    A mark holds in place of the source where it lies. `marks` are those of the same version.
    """
    touching = sorted(
        (mark for mark in marks if mark.start < span.end and span.start < mark.end),
        key=lambda mark: mark.start,
    )
    found, reached = [mark.quotability for mark in touching], span.start
    for mark in touching:
        if mark.start > reached:
            break
        reached = max(reached, mark.end)
    return strictest(found if reached >= span.end else [*found, source])
