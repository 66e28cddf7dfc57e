"""Settings of the person at this machine; a study's own settings live in its project."""

import getpass
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from qualkit.errors import InvalidInputError
from qualkit.translation import LANGUAGES, _, language_of_locale

NAMES = ("coder", "pipeline", "language", "key_folder", "content_notes")
"""What may stand in the settings file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for this person, in every project."""

    coder: str
    """The name under which codings, memos and steps are kept."""
    pipeline: str | None = None
    """The spaCy pipeline to use instead of the one that would be found."""
    language: str = "en"
    """The language of the interface: one of `translation.LANGUAGES`."""
    key_folder: str | None = None
    """Where key files are kept, in place of the usual folder."""
    content_notes: bool = True
    """Whether the note on what a source is about comes before its text."""


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings file; the environment (QUALKIT_CODER, …) comes before it.

    Raises:
        InvalidInputError: the file is not TOML, or a value in it cannot be used.
    """
    path = path or user_config_path("qualkit") / "settings.toml"
    values = _read(path) if path.is_file() else {}
    return Settings(
        coder=os.environ.get("QUALKIT_CODER") or values.get("coder") or _login_name(),
        pipeline=os.environ.get("QUALKIT_PIPELINE") or values.get("pipeline"),
        key_folder=os.environ.get("QUALKIT_KEY_FOLDER") or values.get("key_folder"),
        language=_language(os.environ.get("QUALKIT_LANGUAGE") or values.get("language")),
        content_notes=_is_on(values.get("content_notes", "on")),
    )


def _language(wanted: str | None) -> str:
    if wanted is None:
        return language_of_locale()
    if wanted not in LANGUAGES:
        raise InvalidInputError(
            _("'{language}' is not a language of the interface.").format(language=wanted),
            _("Languages are: {languages}.").format(languages=", ".join(LANGUAGES)),
        )
    return wanted


def _is_on(wanted: str) -> bool:
    if wanted not in ("on", "off"):
        raise InvalidInputError(
            _("'{value}' does not say whether content notes are shown.").format(value=wanted),
            _("Write on or off."),
        )
    return wanted == "on"


def _read(path: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = _("{path} is not a settings file: {error}.").format(path=path, error=error)
        raise InvalidInputError(message) from error
    for name, value in values.items():
        if name not in NAMES or not isinstance(value, str):
            raise InvalidInputError(
                _("{path} holds '{name}', which is not a setting with a text value.").format(
                    path=path, name=name
                ),
                _("Settings are: {names}.").format(names=", ".join(f'{n} = "..."' for n in NAMES)),
            )
    return values


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "coder"
