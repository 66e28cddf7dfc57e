"""The working board: what lies in which theme and tray, and the first words of it."""

import json
from collections.abc import Sequence

from qualkit.analysis.board import BoardFacts, lay_out
from qualkit.domain.board_columns import Board, BoardCode, Item, Tray
from qualkit.domain.boards import Misfit
from qualkit.domain.codes import Code, codebook
from qualkit.domain.codings import CodedSegment
from qualkit.domain.themes import Theme, ThemeCode
from qualkit.services.workspace import Workspace
from qualkit.store.board import (
    cases_of_versions,
    codings_in_theme,
    codings_nowhere,
    misfit_passages,
    placements,
    uses_of_codes,
)
from qualkit.store.coded import coded_segments
from qualkit.store.theme_members import codes_in_themes

NO_LIMIT = -1
"""As SQLite has it."""


class Boards:
    """The board as it is now."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def view(self) -> Board:
        """Give the board: a column a theme, in the researcher's order, and the two trays.

        No text is read for it; `passages` and `segments` give the words of what is looked at.
        """
        database = self._workspace.database
        with database.reading():
            cases = cases_of_versions(database)
            links = database.find(ThemeCode, "belonging = 'gathered'", order="position, id")
            misfits = database.find(Misfit, "code_id IS NOT NULL", order="rowid")
            facts = BoardFacts(
                themes=database.find(Theme, order="position, created_at"),
                codebook=codebook(database.find(Code)),
                put=[(link.theme_id, link.code_id) for link in links],
                in_theme=frozenset(codes_in_themes(database)),
                uses=uses_of_codes(database, cases),
                placed=placements(database, cases),
                misfit_codes=[misfit.code_id for misfit in misfits if misfit.code_id],
                misfit_passages=misfit_passages(database, cases),
            )
        return lay_out(facts)

    def passages(self, item: Item, limit: int = NO_LIMIT) -> tuple[CodedSegment, ...]:
        """Give the passages that lie with an item of the board: the few coded first, or all.

        Of a code those are its own and those of the codes below it that are there with it.
        """
        if not isinstance(item, BoardCode):
            return self.segments([item.card.coding_id])
        place, database = item.card.place, self._workspace.database
        with database.reading():
            if place in (Tray.NOWHERE, Tray.MISFIT):
                ids = codings_nowhere(database, item.holds, limit)
            else:
                ids = codings_in_theme(database, place, item.holds, limit)
            return self.segments(ids)

    def segments(self, coding_ids: Sequence[str]) -> tuple[CodedSegment, ...]:
        """Give codings with their words, by source and place; those that are gone are left out."""
        return coded_segments(
            self._workspace.database,
            "coding.id IN (SELECT value FROM json_each(?))",
            [json.dumps([*coding_ids])],
        )
