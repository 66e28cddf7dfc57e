"""Fitting words into cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qualkit.tui.widgets.cells import cut


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("wachten", 7, "wachten"),
        ("wachten op antwoord", 9, "wachten…"),
        ("wat niet ter sprake…  kwam", 21, "wat niet ter sprake…"),
        ("wat niet…", 6, "wat n…"),
    ],
)
def test_what_is_cut_ends_in_one_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(st.text(), st.integers(0, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width or cell_len(text) <= width
