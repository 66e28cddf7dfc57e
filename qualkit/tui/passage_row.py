"""The passages of a theme in a row, while one reads them: where one is, and what is open."""

from qualkit.domain.theme_readings import CurrentReading, Verdict
from qualkit.domain.themes import ThemeMember


class PassageRow:
    """The row that a reading walks along; the place behind its last passage is the summary."""

    def __init__(self) -> None:
        """Begin empty."""
        self.items: list[ThemeMember] = []
        self.place = 0
        self.current: CurrentReading | None = None

    @property
    def member(self) -> ThemeMember | None:
        """The passage in front; None behind the last."""
        return self.items[self.place] if self.place < len(self.items) else None

    @property
    def open_ids(self) -> set[str]:
        """The codings that are in the theme and not decided on."""
        current = self.current
        if current is None:
            return set()
        return {each.coding_id for each in current.members if current.is_open(each.coding_id)}

    def take(self, current: CurrentReading) -> None:
        """Take the theme as it is now; the row keeps its order, what is new comes behind it."""
        self.current = current
        here = {member.coding_id: member for member in current.members}
        moved = current.verdicts
        # What moved away stays in the row for as long as the row is in front.
        kept = [
            here.pop(member.coding_id, member)
            for member in self.items
            if member.coding_id in here or moved.get(member.coding_id) is Verdict.MOVES
        ]
        self.items = [*kept, *here.values()]

    def stay_with(self, here: ThemeMember | None, was_open: set[str]) -> None:
        """Go to what is open again since, or else stay with the passage that was in front."""
        opened = self.open_ids - was_open
        for place, member in enumerate(self.items):
            if member.coding_id in opened or (not opened and here and member[:2] == here[:2]):
                self.place = place
                break
        self.place = min(self.place, len(self.items))

    def place_of(self, member: ThemeMember) -> int:
        """Give where a passage stands; the place before this one when it left the row."""
        ids = [each.coding_id for each in self.items]
        return ids.index(member.coding_id) if member.coding_id in ids else self.place - 1

    def next_open(self, after: int) -> int:
        """Give the place of the next passage that is open; that of the summary when none is."""
        open_ids = self.open_ids
        for place in range(after + 1, len(self.items)):
            if self.items[place].coding_id in open_ids:
                return place
        return len(self.items)
