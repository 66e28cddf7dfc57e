"""Claims of themes: what their summaries say, to be shown by quotes."""

from dataclasses import replace

from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.themes import Claim, Quote, Theme
from qualkit.errors import InvalidInputError
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import _

TOUCHED = frozenset({"themes"})


class Claims:
    """Claims of themes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def claims(self, theme_id: str) -> tuple[Claim, ...]:
        """Give the claims of a theme in their order."""
        found = self._workspace.database.find(Claim, "theme_id = ?", [theme_id], "position, id")
        return tuple(found)

    @locked
    def claim(self, theme_id: str, text: str, why: str = "") -> Outcome[Claim]:
        """Add a claim to a theme, after those it has.

        Raises:
            InvalidInputError: the claim is empty.
        """
        theme = self._workspace.get(Theme, theme_id)
        present = self._workspace.database.find(Claim, "theme_id = ?", [theme_id])
        position = 1 + max((claim.position for claim in present), default=0)
        claim = Claim(new_id(), theme_id, _claim_text(text), position)
        summary = _("Added a claim to the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("claim.add", summary, why) as step:
            step.add(claim)
        return Outcome(claim, TOUCHED)

    @locked
    def reword_claim(self, claim_id: str, text: str, why: str = "") -> Outcome[Claim]:
        """Change what a claim says.

        Raises:
            InvalidInputError: the claim is empty.
        """
        changed = replace(self._workspace.get(Claim, claim_id), text=_claim_text(text))
        with self._workspace.journal.operation("claim.reword", _("Changed a claim"), why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def drop_claim(self, claim_id: str, why: str = "") -> Outcome[Claim]:
        """Remove a claim; its quotes stay with the theme, under no claim."""
        claim = self._workspace.get(Claim, claim_id)
        with self._workspace.journal.operation("claim.drop", _("Dropped a claim"), why) as step:
            for quote in self._workspace.database.find(Quote, "claim_id = ?", [claim_id]):
                step.change(replace(quote, claim_id=None))
            step.delete(claim)
        return Outcome(claim, TOUCHED)

    def _check_claim(self, theme_id: str, claim_id: str | None) -> None:
        if claim_id and self._workspace.get(Claim, claim_id).theme_id != theme_id:
            raise InvalidInputError(_("That claim belongs to another theme."))


def _claim_text(text: str) -> str:
    tidy = one_line(text)
    if not tidy:
        raise InvalidInputError(_("A claim cannot be empty."))
    return tidy
