"""The command palette: every action of the screen in front, and the places to go to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from textual.command import DiscoveryHit, Hit, Hits, Provider

from qualkit.translation import LANGUAGES, _, catalogue_of
from qualkit.tui.actions import ACTIONS, Action
from qualkit.tui.base import QualkitScreen
from qualkit.tui.keys import key_labels
from qualkit.tui.screens.go_to import PLACES

WORD_SCORE = 0.9
"""For a query that stands as it is in an action's help, or in its words of another language."""


@dataclass(frozen=True, slots=True)
class _Command:
    """Something that can be done now; label and about are messages of the catalogue."""

    title: str
    """As it is shown, in the language in use."""
    label: str
    about: str
    run: Callable[[], object]

    def words(self, catalogue: NullTranslations) -> str:
        """Give what a query may stand in, in one language."""
        return f"{catalogue.gettext(self.label)} {catalogue.gettext(self.about)}".casefold()


class QualkitCommands(Provider):
    """Finds actions by their words in every language of the interface."""

    async def discover(self) -> Hits:
        """Give everything, while nothing is typed yet."""
        for command in self._commands():
            yield DiscoveryHit(
                command.title, command.run, text=command.title, help=_(command.about)
            )

    async def search(self, query: str) -> Hits:
        """Give what fits the query, in any language of the interface."""
        matcher = self.matcher(query)
        catalogues = [catalogue_of(language) for language in LANGUAGES]
        for command in self._commands():
            score = matcher.match(command.title)
            if any(query.casefold() in command.words(catalogue) for catalogue in catalogues):
                score = max(score, WORD_SCORE)
            if score > 0:
                title = matcher.highlight(command.title)
                yield Hit(score, title, command.run, text=command.title, help=_(command.about))

    def _commands(self) -> Iterator[_Command]:
        """Give everything that can be done now."""
        screen = self.screen
        if not isinstance(screen, QualkitScreen):
            return
        taken = set[str]()
        for action in (*ACTIONS[screen.SCREEN_NAME], *ACTIONS["everywhere"]):
            if action.name not in taken and screen.check_action(action.name, ()) is not False:
                taken.add(action.name)
                run = getattr(screen, f"action_{action.name}")
                yield _Command(_title(action), action.label, action.help, run)
        for _key, name, place, about in PLACES:
            title = _("Go to: {place}").format(place=_(place))
            yield _Command(title, place, about, _going(screen, name))


def _title(action: Action) -> str:
    label = _(action.label)
    return f"{label}  ({key_labels(action.keys)})" if action.keys else label


def _going(screen: QualkitScreen, name: str) -> Callable[[], None]:
    return lambda: screen.qualkit.go_to(name)
