"""The rows of the list of sources, and the signs that stand in them."""

from dataclasses import dataclass

from qualkit.services.sources import SourceEntry

OPENED, READ = "◦", "•"
"""Stand before a source that was opened for reading, and before one that was read to its end.

While a round is going on, the second stands before those that were read in that round.
"""

NOTED = "◆"
"""Stands behind the number of a source that opens with a note on what it is about."""

MARKED = "x"
"""Stands before a source that is marked, in the place of the two above."""

GO_ON = "go-on"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, or the line that leads back to where one was."""

    entry: SourceEntry
    go_on: str = ""

    @property
    def key(self) -> str:
        """Its key in the list."""
        return GO_ON if self.go_on else self.entry.source.id

    @property
    def name(self) -> str:
        """The label with the title behind it, where they differ."""
        label, title = self.entry.label, self.entry.source.title
        return f"{label}: {title}" if label and label != title else title

    @property
    def day(self) -> str:
        """The day it was held or is dated."""
        held_on = self.entry.source.held_on
        return held_on.isoformat() if held_on else ""
