"""Settings of the person at this machine; a study's own settings live in its project."""

import getpass
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from qualkit.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for this person, in every project."""

    coder: str
    """The name under which codings, memos and steps are kept."""
    pipeline: str | None = None
    """The spaCy pipeline to use instead of the one that would be found."""


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings file; the environment (QUALKIT_CODER, QUALKIT_PIPELINE) comes before it.

    Raises:
        InvalidInputError: the file is not TOML, or a value in it is not a piece of text.
    """
    path = path or user_config_path("qualkit") / "settings.toml"
    values = _read(path) if path.is_file() else {}
    return Settings(
        coder=os.environ.get("QUALKIT_CODER") or values.get("coder") or _login_name(),
        pipeline=os.environ.get("QUALKIT_PIPELINE") or values.get("pipeline"),
    )


def _read(path: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"{path} is not a settings file: {error}.") from error
    for name, value in values.items():
        if name not in ("coder", "pipeline") or not isinstance(value, str):
            raise InvalidInputError(
                f"{path} holds '{name}', which is not a setting with a text value.",
                'Settings are: coder = "...", pipeline = "...".',
            )
    return values


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "coder"
