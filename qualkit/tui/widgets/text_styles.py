"""How each part of the text view looks, from the style sheet: made once, asked for very often."""

from rich.style import Style
from textual.widget import Widget

from qualkit.domain.codes import CodeColour
from qualkit.tui.colours import colour_name
from qualkit.tui.reading.margin import LANE_COLOURS, Part
from qualkit.tui.reading.pieces import Look

_PREFIX = "text-view--"

_LOOKS = {
    Look.CONTEXT: "context",
    Look.CODED: "coded",
    Look.CODED_AGAIN: "coded-again",
    Look.HERE: "here",
    Look.OFFERED: "offered",
    Look.WATCHED: "watched",
    Look.REPLACED: "replaced",
    Look.FOUND: "found",
    Look.SELECTED: "selected",
    Look.CURSOR: "cursor",
}
"""Style by look; a later one covers an earlier one."""

STYLE_NAMES = frozenset(
    _PREFIX + name
    for name in (
        *Part,
        *_LOOKS.values(),
        *(f"lane-{index}" for index in range(LANE_COLOURS)),
        *map(colour_name, CodeColour),
    )
)
"""The component classes of the text view."""


class TextStyles:
    """Styles of one widget by name and by look."""

    def __init__(self, widget: Widget) -> None:
        """Ask a widget for its styles when they are first wanted."""
        self._widget = widget
        self._made: dict[Look | str, Style] = {}

    def forget(self) -> None:
        """Ask again, because the colours changed."""
        self._made = {}

    @property
    def ground(self) -> Style:
        """The style of plain words."""
        return self.of("")

    def of(self, name: str) -> Style:
        """Give the style of a part of the margin; of plain words for an empty name."""
        if name not in self._made:
            rules = self._rules(name) if name else Style()
            self._made[name] = self._widget.rich_style + rules
        return self._made[name]

    def of_look(self, look: Look) -> Style:
        """Give the style of words with a look."""
        if look not in self._made:
            layers = [self._rules(name) for part, name in _LOOKS.items() if part in look]
            self._made[look] = Style.combine([self.ground, *layers])
        return self._made[look]

    def _rules(self, name: str) -> Style:
        return rules_of(self._widget, _PREFIX + name)


def rules_of(widget: Widget, name: str) -> Style:
    """Give what the style sheet says about a part of a widget, and nothing that it does not say."""
    rules = widget.get_component_styles(name)
    full = widget.get_component_rich_style(name)
    colour = full.color if rules.has_rule("color") else None
    ground = full.bgcolor if rules.has_rule("background") else None
    return Style(color=colour, bgcolor=ground) + rules.text_style
