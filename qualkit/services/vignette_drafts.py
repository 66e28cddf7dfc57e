"""Vignettes that are being written: kept as one types, so that a closed window loses nothing."""

import json

from qualkit.domain.vignettes import MadeOf, VignetteDraft
from qualkit.services.bookmarks import Bookmarks
from qualkit.services.workspace import Workspace

PREFIX = "vignette draft:"


class VignetteDrafts:
    """The unfinished vignettes of the person at work; in no history, and in no export."""

    def __init__(self, workspace: Workspace) -> None:
        """Keep them in an open project."""
        self._coder = workspace.settings.coder
        self._bookmarks = Bookmarks(workspace)

    def keep(self, draft: VignetteDraft) -> None:
        """Keep a draft, in place of an earlier one of the same vignette."""
        self._bookmarks.put(
            self._name(draft.theme_id, draft.vignette_id),
            {
                "title": draft.title,
                "text": draft.text,
                "made_of": draft.made_of or "",
                "codings": json.dumps(draft.coding_ids),
            },
        )

    def drop(self, draft: VignetteDraft) -> None:
        """Forget a draft: its vignette is kept, or it is not wanted."""
        self._bookmarks.drop(self._name(draft.theme_id, draft.vignette_id))

    def of(self, theme_id: str, vignette_id: str = "") -> VignetteDraft | None:
        """Give the draft of a new vignette for a theme, or of one that is being changed."""
        kept = self._bookmarks.get(self._name(theme_id, vignette_id))
        if not kept:
            return None
        made_of = str(kept["made_of"])
        return VignetteDraft(
            theme_id=theme_id,
            vignette_id=vignette_id,
            title=str(kept["title"]),
            text=str(kept["text"]),
            made_of=MadeOf(made_of) if made_of else None,
            coding_ids=tuple(json.loads(str(kept["codings"]))),
        )

    def _name(self, theme_id: str, vignette_id: str) -> str:
        return f"{PREFIX}{self._coder}:{vignette_id or f'new for {theme_id}'}"
