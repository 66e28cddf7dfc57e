"""Segments with the phrases that a person marked in them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GoldSegment:
    """One segment."""

    id: str
    kind: str
    """Segments of one kind are one study."""
    speaker: str
    text: str
    phrases: tuple[str, ...]

    @property
    def passage(self) -> Passage:
        """The segment as a source of its own."""
        return Passage(self.id, Span(0, len(self.text)), self.text, self.speaker)


def read_gold(name: str) -> dict[str, tuple[GoldSegment, ...]]:
    """Read a file of this folder: segments by kind, in the order of the file."""
    listed = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["segment"]
    studies: dict[str, list[GoldSegment]] = {}
    for one in listed:
        segment = GoldSegment(**{**one, "phrases": tuple(one["phrases"])})
        studies.setdefault(segment.kind, []).append(segment)
    return {kind: tuple(segments) for kind, segments in studies.items()}
