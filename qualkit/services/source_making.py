"""How sources came about: who wrote them down, how, how long, and whether who spoke saw them."""

from collections.abc import Sequence

from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.source_making import MakingChange, SourceMaking
from qualkit.domain.sources import Source
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import _, ngettext

TOUCHED = frozenset({"sources"})


class Making:
    """The facts behind the method paragraph and the note under quotes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of(self, source_id: str) -> SourceMaking:
        """Give what is known of one source; an empty one where nothing was written down.

        Raises:
            NotFoundError: the source is gone.
        """
        self._workspace.get(Source, source_id)
        return self._present(source_id) or SourceMaking("", source_id)

    def all(self) -> dict[str, SourceMaking]:
        """Give what is known, by the id of each source of which something was written down."""
        found = self._workspace.database.find(SourceMaking)
        return {making.source_id: making for making in found}

    @locked
    def describe(
        self, source_ids: Sequence[str], change: MakingChange, why: str = ""
    ) -> Outcome[tuple[SourceMaking, ...]]:
        """Write down how sources came about, in one step.

        Raises:
            NotFoundError: a source is gone.
            InvalidInputError: the minutes cannot be, or there is a day of a check and no check.
        """
        sources = [self._workspace.get(Source, each) for each in dict.fromkeys(source_ids)]
        described = []
        with self._workspace.journal.operation("source.making", _summary(sources), why) as step:
            for source in sources:
                present = self._present(source.id)
                making = change.of(present or SourceMaking(new_id(), source.id))
                described.append(making)
                if present and making.is_empty:
                    step.delete(present)
                elif present:
                    step.change(making)
                elif not making.is_empty:
                    step.add(making)
        return Outcome(tuple(described), TOUCHED)

    def _present(self, source_id: str) -> SourceMaking | None:
        found = self._workspace.database.find(SourceMaking, "source_id = ?", [source_id])
        return found[0] if found else None


def _summary(sources: Sequence[Source]) -> str:
    if len(sources) == 1:
        return _("Described how P{number} '{title}' came about").format(
            number=sources[0].number, title=sources[0].title
        )
    counted = ngettext(
        "Described how {count} source came about",
        "Described how {count} sources came about",
        len(sources),
    )
    return counted.format(count=len(sources))
