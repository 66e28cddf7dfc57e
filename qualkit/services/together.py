"""What stands together: codes that share places in the texts, and themes that share passages."""

from collections.abc import Collection
from dataclasses import dataclass

from qualkit.analysis.spread_matrix import OnlyHeard, everything
from qualkit.analysis.together import Together
from qualkit.domain.codes import Code, CodeEntry, codebook
from qualkit.domain.themes import PlacedCoding, Theme
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace
from qualkit.store.placed import placed_codings
from qualkit.store.theme_members import codes_in_themes, codings_by_theme
from qualkit.store.voices import Voices


@dataclass(frozen=True, slots=True)
class CodesTogether:
    """Codes in the order of the codebook, and what every two of them share."""

    entries: tuple[CodeEntry, ...]
    """Those that are used at all; without counts."""
    found: Together


@dataclass(frozen=True, slots=True)
class ThemesTogether:
    """Themes in the researcher's order, and what every two of them share."""

    themes: tuple[Theme, ...]
    found: Together


class StandingTogether:
    """Codes and themes beside each other."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def codes(self, theme_ids: Collection[str] = (), evidence: bool = True) -> CodesTogether:
        """Give which codes overlap, of all or of some themes with all below them.

        With `evidence` a passage in which only interviewers and helpers speak does not count.
        """
        database = self._workspace.database
        with database.reading():
            inside = {code for theme, code in codes_in_themes(database) if theme in theme_ids}
            entries = [
                entry
                for entry in codebook(database.find(Code))
                if not theme_ids or entry.code.id in inside
            ]
            placed = placed_codings(database, [entry.code.id for entry in entries])
            held: dict[str, list[PlacedCoding]] = {entry.code.id: [] for entry in entries}
            for coding in placed:
                held[coding.code_id].append(coding)
            only_heard = self._only_heard(evidence)
        used = {code_id: codings for code_id, codings in held.items() if codings}
        return CodesTogether(
            tuple(entry for entry in entries if entry.code.id in used), Together(used, only_heard)
        )

    def themes(self, evidence: bool = True) -> ThemesTogether:
        """Give which themes share passages, dropped ones apart; for `evidence` see `codes`.

        What is in a subtheme is in the theme above it as well.
        """
        database = self._workspace.database
        with database.reading():
            themes = Themes(self._workspace).all(dropped=False)
            codings = codings_by_theme(database, [theme.id for theme in themes])
            only_heard = self._only_heard(evidence)
        held = {theme.id: codings[theme.id] for theme in themes}
        return ThemesTogether(themes, Together(held, only_heard))

    def _only_heard(self, evidence: bool) -> OnlyHeard:
        return Voices(self._workspace.database).only_heard if evidence else everything
