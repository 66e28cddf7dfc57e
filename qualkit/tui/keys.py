"""An action with its keys: the row of which the table in `actions` is made."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from qualkit.translation import N_, _

_KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "shift+right": "Shift →",
    "shift+left": "Shift ←",
    "shift+down": "Shift ↓",
    "shift+up": "Shift ↑",
    "plus": "+",
    "minus": "-",
    "asterisk": "*",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "exclamation_mark": "!",
    "apostrophe": "'",
    "quotation_mark": '"',
}
"""How people write the keys that Textual names otherwise."""

_WORDS = frozenset({N_("Space"), N_("Backspace")})
"""The names of keys that differ between languages; the others stand on every keyboard."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do on a screen; the screen has a method `action_<name>` for it."""

    name: str
    keys: tuple[str, ...]
    """As Textual names them; the first is the one shown. None: command palette only."""
    label: str
    """One or two words, for the line at the bottom and the command palette; marked with `N_`."""
    help: str
    """One sentence, for the help; marked with `N_`."""
    footer: bool = True
    """Whether it belongs to the few that the line at the bottom shows."""
    instead_of: str = ""
    """The action, further down in the table, that it takes a key from while it can be done."""


def key_label(key: str) -> str:
    """Write a key as a person would, in the language in use: `question_mark` is "?"."""
    return spoken(_KEY_NAMES.get(key, key))


def spoken(name: str) -> str:
    """Give the name of a key, as a binding shows it, in the language in use."""
    return _(name) if name in _WORDS else name


def key_labels(keys: Iterable[str]) -> str:
    """Write keys that do the same: "j ↓"; the nine digits as "1 … 9"."""
    labels = [key_label(key) for key in keys]
    return "1 … 9" if labels == list("123456789") else " ".join(labels)


def bindings_of(actions: Iterable[Action]) -> list[Binding]:
    """Give Textual's bindings for some actions, with the words as they stand in the table."""
    return [
        Binding(
            ",".join(action.keys),
            action.name,
            action.label,
            show=action.footer,
            key_display=_KEY_NAMES.get(action.keys[0], action.keys[0]),
            tooltip=action.help,
        )
        for action in actions
        if action.keys
    ]
