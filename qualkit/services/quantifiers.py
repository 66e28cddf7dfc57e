"""The team's words for how many, and what such words in a theme's story and claims rest on."""

from dataclasses import dataclass, replace

from qualkit.analysis.quantities import Basis, bases
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.quantifiers import Quantifier, checked, same_phrase, usual_quantifiers
from qualkit.domain.themes import Claim
from qualkit.errors import NotFoundError
from qualkit.services.spreads import Spreads
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.translation import _

TOUCHED = frozenset({"project", "themes"})


@dataclass(frozen=True, slots=True)
class TextBasis:
    """What the words for how many rest on, in a theme's story or in one of its claims."""

    claim: Claim | None
    """None for the story."""
    found: tuple[Basis, ...]


class Quantifiers:
    """Words for how many."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[Quantifier, ...]:
        """Give the team's list, in the order of the shares; the usual one until it is changed."""
        kept = self._workspace.database.find(Quantifier, order="low DESC, high DESC, phrase")
        return tuple(kept) or self._usual()

    def is_usual(self) -> bool:
        """Tell whether the team has not changed the list."""
        return not self._workspace.database.find(Quantifier)

    @locked
    def set(self, phrase: str, low: int, high: int, why: str = "") -> Outcome[Quantifier]:
        """Say for which share the team uses a phrase; one that is not in the list is added.

        Raises:
            InvalidInputError: the phrase is empty, or the shares are not 0 to 100 in order.
        """
        given = checked(Quantifier(new_id(), phrase, low, high))
        summary = _("Uses '{phrase}' for {low} to {high} percent").format(
            phrase=given.phrase, low=low, high=high
        )
        with self._workspace.journal.operation("quantifier.set", summary, why) as step:
            same = [each for each in self._own(step) if same_phrase(each.phrase, phrase)]
            if same:
                given = step.change(replace(same[0], phrase=given.phrase, low=low, high=high))
            else:
                step.add(given)
        return Outcome(given, TOUCHED)

    @locked
    def remove(self, phrase: str, why: str = "") -> Outcome[Quantifier]:
        """Take a phrase off the list.

        Raises:
            NotFoundError: it is not in the list.
        """
        if not any(same_phrase(each.phrase, phrase) for each in self.all()):
            raise NotFoundError(
                _("There is no '{phrase}' in the list.").format(phrase=phrase),
                _("'qualkit quantifiers' lists the phrases."),
            )
        summary = _("Took '{phrase}' off the words for how many").format(phrase=phrase)
        with self._workspace.journal.operation("quantifier.remove", summary, why) as step:
            removed = next(each for each in self._own(step) if same_phrase(each.phrase, phrase))
            step.delete(removed)
        return Outcome(removed, TOUCHED)

    @locked
    def reset(self, why: str = "") -> Outcome[tuple[Quantifier, ...]]:
        """Take the usual list again."""
        summary = _("Took the usual words for how many again")
        with self._workspace.journal.operation("quantifier.reset", summary, why) as step:
            for each in self._workspace.database.find(Quantifier):
                step.delete(each)
        return Outcome(self._usual(), TOUCHED)

    def basis(self, theme_id: str) -> tuple[TextBasis, ...]:
        """Tell what the words for how many rest on, in a theme's story and in each claim."""
        view = Themes(self._workspace).view(theme_id)
        spread = Spreads(self._workspace).matrix([theme_id]).spread(theme_id)
        quantifiers = self.all()
        texts = [(None, view.narrative), *((each.claim, each.claim.text) for each in view.claims)]
        return tuple(TextBasis(claim, bases(text, quantifiers, spread)) for claim, text in texts)

    def _own(self, step: Step) -> list[Quantifier]:
        """Give the team's own list, which begins as the usual one."""
        kept = self._workspace.database.find(Quantifier)
        return kept or [step.add(replace(each, id=new_id())) for each in self._usual()]

    def _usual(self) -> tuple[Quantifier, ...]:
        return usual_quantifiers(self._workspace.database.find(ProjectInfo)[0].language)
