"""Fitting words into terminal cells, in which some signs take two."""

from rich.cells import cell_len, set_cell_size


def cut(text: str, width: int) -> str:
    """Give text of at most `width` cells, the last one an ellipsis where something was cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip(" …") + "…"


def cut_front(text: str, width: int) -> str:
    """Give the end of a text in at most `width` cells, an ellipsis before it if it is cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    # No sign takes more than two cells, or fewer than none.
    end = text[-(width - 1) :] if width > 1 else ""
    while cell_len(end) > width - 1:
        end = end[1:]
    return "…" + end


def fit(text: str, width: int, right: bool = False) -> str:
    """Give text of exactly `width` cells: cut, or filled with spaces."""
    shown = cut(text, width)
    gap = " " * max(width - cell_len(shown), 0)
    return gap + shown if right else shown + gap
