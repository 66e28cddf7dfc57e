"""What stands in for words that could give somebody away: decided by a person, and undoable.

What was decided is told nowhere but in its own rows: histories are exported, so a step tells the
kind of words and never the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.identity import new_id
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.operations import Outcome
from qualkit.domain.replacement_layer import ReplacementLayer, taken_in
from qualkit.domain.replacements import (
    IdentifierKind,
    Replacement,
    bracketed,
    check_replaceable,
    whole_words,
)
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.services.codings import place_in_text
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.labels import source_labels
from qualkit.store.texts import read_text
from qualkit.translation import N_, _

TOUCHED = frozenset({"replacements"})


@dataclass(frozen=True, slots=True)
class DecidedWords:
    """A decision, and where it holds."""

    replacement: Replacement
    source: Source | None = None
    """None where it holds everywhere."""
    label: str = ""
    reference: str = ""
    """`P3:27`; empty where it holds everywhere."""


class Replacements:
    """Decisions on words: printed otherwise or left as they are, in one place or everywhere."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[Replacement, ...]:
        """Give every decision, in the order in which they were taken."""
        return tuple(self._workspace.database.find(Replacement, order="rowid"))

    def layer(self) -> ReplacementLayer:
        """Give what puts them over text."""
        return ReplacementLayer(self.all())

    def entries(self) -> tuple[DecidedWords, ...]:
        """Give every decision with where it holds, the latest first."""
        database = self._workspace.database
        with database.reading():
            labels = source_labels(database)
            versions = {version.id: version for version in database.find(Version)}
            sources = {source.id: source for source in database.find(Source)}
            lines: dict[str, LineIndex] = {}
            found = []
            for item in reversed(self.all()):
                if item.version_id is None or item.span is None:
                    found.append(DecidedWords(item))
                    continue
                version = versions[item.version_id]
                source = sources[version.source_id]
                if version.id not in lines:
                    lines[version.id] = LineIndex(read_text(database, version.sha256))
                line = lines[version.id].line_of(item.span.start)
                found.append(
                    DecidedWords(
                        item,
                        source,
                        labels.get(source.id, source.title),
                        format_reference(source.number, line),
                    )
                )
            return tuple(found)

    def get(self, replacement_id: str) -> Replacement:
        """Give the decision with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        return pick_by_id(N_("replacement"), replacement_id, self.all(), lambda each: each.id)

    @locked
    def decide_here(
        self,
        version_id: str,
        span: Span,
        kind: IdentifierKind,
        printed: str | None = None,
        why: str = "",
    ) -> Outcome[Replacement]:
        """Decide on one place, in the stead of what was decided on it before.

        The place is widened to whole words. A replacement takes in those that it overlaps; words
        that are left inside of what is replaced are not shown by that.

        Args:
            version_id: The text.
            span: The words; code points, half-open.
            kind: What they are.
            printed: What is printed in their place; None leaves them as they are.
            why: The reason, for the history.

        Raises:
            NotFoundError: the text is gone.
            InvalidInputError: no words stand there, or nothing fit to print was given.
        """
        workspace = self._workspace
        placed = place_in_text(workspace, version_id, span)
        text = read_text(workspace.database, workspace.get(Version, version_id).sha256)
        place = whole_words(text, placed)
        decided = workspace.database.find(Replacement, "version_id = ?", [version_id])
        gone: tuple[Replacement, ...] = ()
        if printed is not None:
            place, gone = taken_in(text, place, decided)
        known = [item for item in decided if item.span == place]
        made = Replacement(
            known[0].id if known else new_id(),
            kind,
            check_replaceable(place.of(text)),
            None if printed is None else bracketed(printed),
            version_id,
            *(place.start, place.end),
        )
        gone = tuple(item for item in gone if item.id != made.id)
        told = _("Left as it is at one place ({kind})")
        if printed is not None:
            told = _("Replaced at one place ({kind})")
        return self._keep(made, bool(known), told, why, gone)

    @locked
    def decide_everywhere(
        self, words: str, kind: IdentifierKind, printed: str | None = None, why: str = ""
    ) -> Outcome[Replacement]:
        """Decide on words wherever they stand, now and in sources to come.

        Decisions on single places stay: they are the exceptions.

        Raises:
            InvalidInputError: there are no words, or nothing fit to print was given.
        """
        tidy = check_replaceable(words)
        known = self._workspace.database.find(
            Replacement, "words = ? AND version_id IS NULL", [tidy]
        )
        made = Replacement(
            known[0].id if known else new_id(),
            kind,
            tidy,
            None if printed is None else bracketed(printed),
        )
        told = _("Left as it is everywhere ({kind})")
        if printed is not None:
            told = _("Replaced everywhere ({kind})")
        return self._keep(made, bool(known), told, why)

    @locked
    def take_back(self, replacement_id: str, why: str = "") -> Outcome[Replacement]:
        """Forget a decision; the words are proposed again and printed as they stand.

        Raises:
            NotFoundError: it is gone.
        """
        item = self._workspace.get(Replacement, replacement_id)
        told = _("Took back a decision on words ({kind})").format(kind=kind_told(item.kind))
        with self._workspace.journal.operation("replacement.drop", told, why) as step:
            step.delete(item)
        return Outcome(item, TOUCHED)

    def _keep(
        self,
        made: Replacement,
        is_known: bool,
        told: str,
        why: str,
        gone: Sequence[Replacement] = (),
    ) -> Outcome[Replacement]:
        """Keep a decision, in the stead of those that are gone."""
        summary = told.format(kind=kind_told(made.kind))
        with self._workspace.journal.operation("replacement.decide", summary, why) as step:
            for item in gone:
                step.delete(item)
            if is_known:
                step.change(made)
            else:
                step.add(made)
        return Outcome(made, TOUCHED)


def kind_told(kind: IdentifierKind) -> str:
    """Give a kind in the language in use."""
    return _(kind.value.replace("_", " "))
