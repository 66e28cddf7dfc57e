"""The method paragraph: made from what happened, or in the researcher's own words."""

import re
from dataclasses import dataclass, replace

from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.text import sha256_of
from qualkit.formats.method_text import method_paragraphs
from qualkit.formats.themes_report import paragraphs
from qualkit.services.method_facts import method_facts
from qualkit.services.workspace import Workspace, locked
from qualkit.store.bookmarks import bookmark, keep_bookmark
from qualkit.translation import _

TOUCHED = frozenset({"project"})

_GAP = re.compile(r"\[[^\[\]]+: [^\[\]]+\]")
_SENTENCE_END = re.compile(r"(?<=[.\]]) (?=[A-Z\[])")


@dataclass(frozen=True, slots=True)
class MethodParagraph:
    """How the study was done, as it is printed and as it is made from what happened."""

    made: tuple[str, ...]
    """Paragraphs made from what happened."""
    own: str
    """The researcher's own words; empty while those that are made are printed."""
    changed: tuple[str, ...]
    """Sentences that are made otherwise now than when she wrote her own."""

    @property
    def printed(self) -> tuple[str, ...]:
        """The paragraphs that are printed."""
        return paragraphs(self.own) or self.made

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing in what is printed: "[selectie: nog niet beschreven]"."""
        return tuple(gap for paragraph in self.printed for gap in _GAP.findall(paragraph))


class MethodParagraphs:
    """Gives the method paragraph, and keeps one in own words."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def get(self) -> MethodParagraph:
        """Give the paragraph as it is now."""
        made, own = method_paragraphs(method_facts(self._workspace)), self._info.method_text
        return MethodParagraph(made, own, self._changed(own, made) if own else ())

    @locked
    def edit(self, text: str, why: str = "") -> Outcome[ProjectInfo]:
        """Print own words from now on; empty words, or those that are made, print what is made."""
        made = method_paragraphs(method_facts(self._workspace))
        own = "" if paragraphs(text) == made else text.strip()
        changed = replace(self._info, method_text=own)
        summary = _("Wrote the method paragraph")
        if not own:
            summary = _("Let the method paragraph be made from what happened")
        with self._workspace.journal.operation("project.method", summary, why) as step:
            step.change(changed)
        if own:
            # Found by the words themselves, so that it is right after an undo as well.
            keep_bookmark(self._workspace.database, _name_of(own), {"made": "\n\n".join(made)})
        return Outcome(changed, TOUCHED)

    @property
    def _info(self) -> ProjectInfo:
        return self._workspace.database.find(ProjectInfo)[0]

    def _changed(self, own: str, made: tuple[str, ...]) -> tuple[str, ...]:
        before = bookmark(self._workspace.database, _name_of(own)).get("made")
        if before is None:
            return ()
        known = set(_sentences(paragraphs(before)))
        return tuple(each for each in _sentences(made) if each not in known)


def _name_of(own: str) -> str:
    """Give the bookmark under which it is kept what was made when own words were written."""
    return f"method:{sha256_of(own)[:16]}"


def _sentences(made: tuple[str, ...]) -> list[str]:
    return [each for paragraph in made for each in _SENTENCE_END.split(paragraph)]
