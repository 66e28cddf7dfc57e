"""Over whom passages are spread: who is heard, how often, and of how many; never a score."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualkit.domain.cases import parse_label
from qualkit.domain.codings import CodedSegment
from qualkit.domain.sources import Source, SourceKind


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is heard."""

    label: str
    """The participant's printed label; the source's title where there is none."""
    passages: int
    """How many different passages; one passage with two codes is one."""


@dataclass(frozen=True, slots=True)
class KindSpread:
    """Who is heard in one kind of material."""

    kind: SourceKind
    heard: tuple[Voice, ...]
    """In the order of their labels, not of their counts."""
    silent: tuple[str, ...]
    """The labels of the others, in order."""

    @property
    def total(self) -> int:
        """How many there are in this kind of material."""
        return len(self.heard) + len(self.silent)


def spread(
    segments: Iterable[CodedSegment], sources: Iterable[Source], labels: Mapping[str, str]
) -> tuple[KindSpread, ...]:
    """Tell who is heard in some coded segments, per kind of source that the project has.

    `labels` gives the printed label of a source by its id; a source without one goes under its
    title. What only an interviewer or helper says is context and makes nobody heard.
    """
    present: dict[SourceKind, set[str]] = {}
    for source in sources:
        present.setdefault(source.kind, set()).add(labels.get(source.id, source.title))
    passages = {
        (segment.source.kind, segment.label, segment.coding.version_id, segment.coding.span)
        for segment in segments
        if is_evidence(segment)
    }
    counts = Counter((kind, label) for kind, label, _, _ in passages)
    return tuple(
        KindSpread(
            kind,
            tuple(
                Voice(label, counts[kind, label])
                for label in sorted(present[kind], key=label_order)
                if counts[kind, label]
            ),
            tuple(
                label for label in sorted(present[kind], key=label_order) if not counts[kind, label]
            ),
        )
        for kind in SourceKind
        if kind in present
    )


def is_evidence(segment: CodedSegment) -> bool:
    """Tell whether somebody other than an interviewer or helper speaks in a segment."""
    return not segment.roles or any(role.is_evidence for role in segment.roles)


def label_order(label: str) -> tuple[str, int]:
    """Give what labels are sorted by: Politie II before Politie IX, Gesprek 2 before Gesprek 10."""
    pattern, number = parse_label(label)
    return pattern.casefold(), number or 0
