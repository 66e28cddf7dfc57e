"""The line at the bottom: the keys that are valid now."""

from rich.cells import cell_len
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from qualkit.translation import _
from qualkit.tui.actions import ACTIONS
from qualkit.tui.keys import spoken


class KeyBar(Widget):
    """One line of keys, made from the bindings that are active; what does not fit is left out.

    The key for help always fits, so that nothing is out of reach.
    """

    def on_mount(self) -> None:
        """Follow the focus and the modes of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw as many keys as fit."""
        room = self.size.width
        keys = self._keys()
        last = [item for item in keys if item[0] == "?"]
        room -= sum(_width(item) for item in last)
        shown: list[tuple[str, str]] = []
        for item in keys:
            if item not in last and _width(item) <= room:
                shown.append(item)
                room -= _width(item)
        parts: list[str | tuple[str, str]] = []
        if isinstance(self.screen.focused, Input | TextArea):
            typing = _("Typing")
            parts.append((f" {typing} ", "reverse"))
        for key, label in [*shown, *last]:
            parts.extend([" ", (key, "bold $accent"), " ", (label, "$muted"), " "])
        return Content.assemble(*parts)

    def _keys(self) -> list[tuple[str, str]]:
        """Give key and label of each action that can be done now, the screen's own first."""
        found: dict[str, tuple[str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled:
                key = binding.key_display or self.app.get_key_display(binding)
                found.setdefault(binding.action, (spoken(key), _(binding.description)))
        everywhere = [action.name for action in ACTIONS["everywhere"]]
        return [found[name] for name in sorted(found, key=lambda name: name in everywhere)]


def _width(item: tuple[str, str]) -> int:
    key, label = item
    return cell_len(key) + cell_len(label) + 3
