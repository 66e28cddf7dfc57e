"""Where a person is in the tour; kept with the project, so that she can go on another day."""

import time
from collections.abc import Sequence

from qualkit.services.project import Project
from qualkit.services.workspace import EXPORTS
from qualkit.translation import _
from qualkit.tui.tour.steps import AFTERWARDS, STEPS, Seen

BOOKMARK = "tour"


class Tour:
    """Says what to do now, and goes on when it was done; it changes nothing by itself."""

    def __init__(self, project: Project) -> None:
        """Take up what was kept with a project."""
        self._project = project
        self._kept = project.bookmarks.get(BOOKMARK)

    @property
    def is_on(self) -> bool:
        """Whether it is shown."""
        return bool(self._kept.get("on"))

    @property
    def number(self) -> int:
        """The step one is at, from 0; after the last one, how many there are."""
        return int(self._kept.get("step", 0))

    @property
    def is_over(self) -> bool:
        """Whether every step was done."""
        return self.number >= len(STEPS)

    @property
    def is_at_either_end(self) -> bool:
        """Whether `start` begins with the first step."""
        return self.number == 0 or self.is_over

    @property
    def title(self) -> str:
        """Where one is, and what the step is about."""
        if self.is_over:
            return _("The tour is done")
        step, count = _(STEPS[self.number].title), len(STEPS)
        title = _("Tour, {number} of {count}: {step}")
        return title.format(number=self.number + 1, count=count, step=step)

    @property
    def text(self) -> str:
        """What to do now."""
        return _(AFTERWARDS if self.is_over else STEPS[self.number].text)

    def start(self) -> None:
        """Begin, or go on where one was."""
        self._begin(0 if self.is_over else self.number)

    def leave(self) -> None:
        """Stop for now."""
        self._keep({**self._kept, "on": 0})

    def look(self, screens: Sequence[str]) -> bool:
        """Go on when the step was done; tells whether it was."""
        if not self.is_on or self.is_over:
            return False
        is_done = STEPS[self.number].is_done(self._seen(screens))
        if is_done:
            self._begin(self.number + 1)
        return is_done

    def _seen(self, screens: Sequence[str]) -> Seen:
        since, began = int(self._kept["since"]), int(self._kept["at"])
        operations = [entry.operation for entry in self._project.history.entries()]
        exports = (self._project.folder / EXPORTS).rglob("*")
        return Seen(
            screens=tuple(screens),
            done=frozenset(each.kind for each in operations if each.number > since),
            has_new_code=len(self._project.codes.entries()) > int(self._kept["codes"]),
            has_export=any(path.stat().st_mtime_ns > began for path in exports if path.is_file()),
        )

    def _begin(self, step: int) -> None:
        operations = self._project.history.entries()
        self._keep(
            {
                "on": 1,
                "step": step,
                "since": operations[-1].operation.number if operations else 0,
                "codes": len(self._project.codes.entries()),
                "at": time.time_ns(),
            }
        )

    def _keep(self, value: dict[str, int | str]) -> None:
        self._kept = value
        self._project.bookmarks.put(BOOKMARK, value)
