"""Information power: five questions on whether the material can carry the study, as a note.

They come in the place of a meter of saturation: nothing is computed, she writes what she thinks
(Malterud, Siersma & Guassora 2016).
"""

from qualkit.translation import N_, _

MARK = "(Malterud"
"""What the note is known by, in every language: the reference on its first line."""

_PARTS = (
    N_("Can this material carry the study? (Malterud, Siersma & Guassora 2016)"),
    N_("Aim. Is the question narrow or broad? A broad one asks for more material."),
    N_("Specificity. How much do these participants know of just this, and how do they differ?"),
    N_("Theory. On which theory or earlier work do you lean?"),
    N_("Dialogue. How good was the talk: open, detailed, to the point?"),
    N_("Analysis. Do you go deep into a few, or look for patterns across many?"),
)


def information_power_note() -> str:
    """Give the note as it is before she has written in it."""
    return "\n\n".join([*map(_, _PARTS), ""])
