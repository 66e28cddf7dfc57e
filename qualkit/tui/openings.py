"""Openings for the reflexive journal: a question at a natural pause, easily passed by.

They are never counted, never come back for an answer, and are switched off for good in the palette.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qualkit.domain.memos import Target
from qualkit.services.project import Project
from qualkit.translation import N_, _

BOOKMARK = "openings"


class Pause(StrEnum):
    """When one looks up from the work."""

    END_OF_SOURCE = "end of source"
    FIRST_THEME = "first theme"
    EXPORT = "export"


QUESTIONS: Mapping[Pause, tuple[str, ...]] = {
    Pause.END_OF_SOURCE: (
        N_("What surprised you in this source?"),
        N_("What had you expected to read here?"),
        N_("What part did you play yourself in how you read this?"),
    ),
    Pause.FIRST_THEME: (
        N_("What do you hope to find, and what would you rather not?"),
        N_("Whose voice is loudest in what you coded?"),
    ),
    Pause.EXPORT: (
        N_("What would a participant say on reading this?"),
        N_("What did you leave out, and why?"),
    ),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """A question that stands open on a screen."""

    question: str
    target: Target
    name: str
    """What the answer would be about."""

    @property
    def line(self) -> str:
        """The one line that is shown."""
        return _("{question}  m answers, for your eyes only.").format(question=self.question)


def next_opening(project: Project, pause: Pause, target: Target, name: str) -> Opening | None:
    """Give a question for a pause; none when they are off, or one was asked there today."""
    kept = project.bookmarks.get(BOOKMARK)
    today = date.today()
    if kept.get("off") or kept.get(f"{pause}:{target.object_id}") == today.isoformat():
        return None
    kept[f"{pause}:{target.object_id}"] = today.isoformat()
    # Only what was asked today matters.
    project.bookmarks.put(
        BOOKMARK, {key: value for key, value in kept.items() if value == today.isoformat()}
    )
    questions = QUESTIONS[pause]
    return Opening(_(questions[today.toordinal() % len(questions)]), target, name)


def switch_openings(project: Project) -> bool:
    """Ask such questions no longer, or again; tell whether they are asked now."""
    is_on = not project.bookmarks.get(BOOKMARK).get("off")
    project.bookmarks.put(BOOKMARK, {"off": 1} if is_on else {})
    return not is_on
