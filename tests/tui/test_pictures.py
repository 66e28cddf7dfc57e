"""Pictures of a few screens: what a person sees does not change by accident."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App

from qualkit.tui.app import QualkitApp
from tests.tui.driving import SETTINGS

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        ("home", (), (80, 24)),
        ("codebook", ("g", "c", "j"), (80, 24)),
        ("themes", ("g", "t"), (120, 30)),
        ("passages", ("g", "t", "enter", "j"), (80, 24)),
        ("keys", ("g", "c", "question_mark"), (80, 24)),
        ("kwic", ("g", "s", *"liggen", "tab", "enter", "o"), (80, 24)),
    ],
)
def test_a_screen_looks_as_it_did(
    folder: Path,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)
    app: App[None] = QualkitApp(folder, SETTINGS)
    assert snap_compare(app, press=keys, terminal_size=size), name
