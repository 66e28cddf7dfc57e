"""Over whom themes are spread: who is heard under which, and who is not."""

from collections.abc import Collection, Sequence

from qualkit.analysis.spread_matrix import SpreadMatrix, everything, spread_rows
from qualkit.domain.sources import SourceKind
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace
from qualkit.store.labels import source_labels
from qualkit.store.theme_members import codings_by_theme
from qualkit.store.voices import Voices


class Spreads:
    """Participants by themes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def matrix(
        self,
        theme_ids: Sequence[str] = (),
        whole: bool = True,
        evidence: bool = True,
        source_ids: Collection[str] | None = None,
    ) -> SpreadMatrix:
        """Give who is heard under some themes, or under all that are not dropped.

        `whole` counts what is in its subthemes as in a theme. With `evidence` a passage in which
        only interviewers and helpers speak makes nobody heard.
        """
        database = self._workspace.database
        with database.reading():
            themes = [
                theme
                for theme in Themes(self._workspace).all(dropped=bool(theme_ids))
                if not theme_ids or theme.id in theme_ids
            ]
            codings = codings_by_theme(database, [theme.id for theme in themes], whole)
            labels = source_labels(database)
            sources = database.tuples("SELECT id, kind, title FROM source ORDER BY number")
            voices = Voices(database)
        if source_ids is not None:
            sources = [source for source in sources if source[0] in source_ids]
            codings = {
                theme_id: [coding for coding in placed if coding.source_id in source_ids]
                for theme_id, placed in codings.items()
            }
        # Looked up: making 20,000 of them by name takes a tenth of a second.
        kinds = {kind.value: kind for kind in SourceKind}
        rows = spread_rows(
            (source_id, kinds[kind], labels.get(source_id, title))
            for source_id, kind, title in sources
        )
        return SpreadMatrix(themes, rows, codings, voices.only_heard if evidence else everything)
