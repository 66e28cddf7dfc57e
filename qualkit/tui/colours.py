"""Two calm sets of colours, and none. Nothing on the screens is told by colour alone."""

from dataclasses import replace

from textual.theme import Theme

from qualkit.domain.codes import CodeColour
from qualkit.translation import N_


def colour_name(colour: CodeColour) -> str:
    """Give the name of a code's colour in the style sheets: `$code-blue`."""
    return f"code-{colour}"


CODES_ON_DARK = {
    "code-blue": "#82b1ff",
    "code-teal": "#5fc9c0",
    "code-green": "#9ccc80",
    "code-amber": "#e6c35c",
    "code-orange": "#f0a060",
    "code-red": "#f08a80",
    "code-pink": "#f0a0c8",
    "code-purple": "#b8a0f0",
}

CODES_ON_LIGHT = {
    "code-blue": "#1a56b0",
    "code-teal": "#00695c",
    "code-green": "#33691e",
    "code-amber": "#7a5a00",
    "code-orange": "#a04300",
    "code-red": "#b3261e",
    "code-pink": "#a0246a",
    "code-purple": "#5b3a9e",
}

DARK = Theme(
    name="qualkit-dark",
    primary="#8fb8c9",
    secondary="#a9b6a0",
    accent="#e2b97f",
    foreground="#dcdad4",
    background="#1b1f23",
    surface="#22272c",
    panel="#2b3137",
    success="#9fc08f",
    warning="#e0b070",
    error="#e08a7c",
    dark=True,
    variables={
        "input-selection-background": "#8fb8c9 35%",
        "muted": "#99a2a6",
        "border": "#4a545c",
        **CODES_ON_DARK,
    },
)

LIGHT = Theme(
    name="qualkit-light",
    primary="#1f5f78",
    secondary="#546549",
    accent="#844b00",
    foreground="#26282b",
    background="#faf8f3",
    surface="#f1eee6",
    panel="#e6e2d6",
    success="#37682c",
    warning="#805300",
    error="#a3382a",
    dark=False,
    variables={
        "input-selection-background": "#1f5f78 25%",
        "muted": "#5d6164",
        "border": "#b9b29f",
        **CODES_ON_LIGHT,
    },
)

PLAIN = replace(
    DARK,
    name="qualkit-plain",
    variables={
        **DARK.variables,
        "input-cursor-text-style": "reverse",
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-text-style": "underline",
        "button-focus-text-style": "reverse",
    },
)
"""For the terminal's own two colours: what DARK tells with colour is told with type."""

THEMES = (DARK, LIGHT, PLAIN)
"""In the order in which one goes through them."""

NAMES = {
    DARK.name: N_("Dark colours."),
    LIGHT.name: N_("Light colours."),
    PLAIN.name: N_("No colours: only what the terminal has itself."),
}
"""What is said about each when it is chosen."""
