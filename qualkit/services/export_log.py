"""What was exported before, and what has changed since."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.identity import utc_now
from qualkit.services.workspace import Workspace
from qualkit.store.export_log import ExportMade, exports_made, items_of, keep_export, state_of


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """Something that reads otherwise than in an earlier export."""

    item_id: str
    before: str
    """Empty for what is new."""
    after: str
    """Empty for what is gone."""


@dataclass(frozen=True, slots=True)
class SinceExport:
    """What changed since an export."""

    last: ExportMade
    changed: tuple[ChangedItem, ...]
    """In the order of the items as they are now, what is gone at the end."""


class ExportLog:
    """Keeps what was exported: words by the id of the quote, theme, claim or vignette."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def keep(self, what: str, format: str, items: Mapping[str, str]) -> str:
        """Keep that an export was made; gives the hash of what was in it."""
        sha256 = state_of(items)
        actor = self._workspace.settings.coder
        made = ExportMade(utc_now(), actor, what, format, sha256)
        with self._workspace.database.writing():
            keep_export(self._workspace.database, made, items)
        return sha256

    def items(self, sha256: str) -> dict[str, str] | None:
        """Give what was in an export, by its hash or the first signs of it; None if not known."""
        return items_of(self._workspace.database, sha256)

    def since(self, what: str, items: Mapping[str, str]) -> SinceExport | None:
        """Tell what changed since the last export of a sort; None when there was none."""
        made = exports_made(self._workspace.database, what)
        if not made:
            return None
        before = self.items(made[0].sha256) or {}
        changed = [
            ChangedItem(item_id, before.get(item_id, ""), items.get(item_id, ""))
            for item_id in dict.fromkeys([*items, *before])
            if before.get(item_id, "") != items.get(item_id, "")
        ]
        return SinceExport(made[0], tuple(changed))
