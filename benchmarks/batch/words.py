"""The words of the invented help line, from `words.toml`."""

import tomllib
from pathlib import Path

_TOLD = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

WORDS: dict[str, list[str]] = {name: told for name, told in _TOLD.items() if isinstance(told, list)}
"""By what they are for."""

VERBS: dict[str, dict[str, list[str]]] = {name: _TOLD[name] for name in ("modals", "auxiliaries")}
"""By kind and by who does it: `I`, `she` or `they`."""

SHORT: dict[str, str] = _TOLD["short"]
"""How people in a hurry write some words."""
