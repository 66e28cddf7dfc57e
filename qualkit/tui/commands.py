"""The command palette: every action of the screen in front, and the places to go to."""

import re
from collections.abc import Callable, Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider

from qualkit.tui.actions import ACTIONS, Action
from qualkit.tui.base import QualkitScreen
from qualkit.tui.keys import key_labels
from qualkit.tui.screens.go_to import PLACES

_DUTCH = {
    "analytic": "analytisch",
    "back": "terug",
    "claim": "bewering",
    "code": "code coderen",
    "codebook": "codeboek",
    "codes": "codes",
    "copy": "kopiëren",
    "describe": "omschrijven beschrijving",
    "export": "exporteren uitvoer",
    "files": "bestanden",
    "filter": "filteren",
    "help": "hulp",
    "history": "geschiedenis logboek",
    "home": "begin bronnen",
    "keys": "toetsen hulp",
    "leave": "afsluiten stoppen",
    "light": "licht donker kleuren",
    "memo": "memo notitie",
    "memos": "memo's notities",
    "merge": "samenvoegen",
    "move": "verplaatsen",
    "name": "naam hernoemen",
    "new": "nieuw",
    "passage": "passage fragment",
    "quote": "citaat citeren",
    "quotes": "citaten citaat",
    "sources": "bronnen",
    "words": "woorden",
    "redo": "opnieuw",
    "remove": "verwijderen",
    "retire": "uit gebruik",
    "search": "zoeken",
    "select": "selecteren",
    "sentence": "zin",
    "split": "splitsen",
    "suggestions": "suggesties voorstellen",
    "theme": "thema",
    "themes": "thema's",
    "step": "stap",
    "undo": "ongedaan maken terugdraaien",
}
"""Dutch search words for English words in labels and help."""

WORD_SCORE = 0.9
"""For a query that stands in an action's help or among its Dutch words as it is."""


class QualkitCommands(Provider):
    """Finds actions by English and Dutch words."""

    async def discover(self) -> Hits:
        """Give everything, while nothing is typed yet."""
        for label, about, run in self._commands():
            yield DiscoveryHit(label, run, text=label, help=about)

    async def search(self, query: str) -> Hits:
        """Give what fits the query."""
        matcher = self.matcher(query)
        for label, about, run in self._commands():
            words = f"{label} {about}".casefold()
            score = matcher.match(label)
            if query.casefold() in f"{words} {_dutch_for(words)}":
                score = max(score, WORD_SCORE)
            if score > 0:
                yield Hit(score, matcher.highlight(label), run, text=label, help=about)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Give label, help and call of everything that can be done now."""
        screen = self.screen
        if not isinstance(screen, QualkitScreen):
            return
        taken = set[str]()
        for action in (*ACTIONS[screen.SCREEN_NAME], *ACTIONS["everywhere"]):
            if action.name not in taken and screen.check_action(action.name, ()) is not False:
                taken.add(action.name)
                yield _title(action), action.help, getattr(screen, f"action_{action.name}")
        for _, name, title, about in PLACES:
            yield f"Go to: {title}", about.capitalize(), _going(screen, name)


def _title(action: Action) -> str:
    return f"{action.label}  ({key_labels(action.keys)})" if action.keys else action.label


def _going(screen: QualkitScreen, name: str) -> Callable[[], None]:
    return lambda: screen.qualkit.go_to(name)


def _dutch_for(text: str) -> str:
    """Give the Dutch search words for the words of a text."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(_DUTCH[word] for word in words if word in _DUTCH)
