"""The words of the interface: English as they stand in the code, Dutch from their catalogue.

`_("Undone: {what}.").format(what=...)` gives a sentence in the language in use. What is written
down before the language is known (a constant of a module, a table) is marked with `N_` and goes
through `_` where it is shown. Catalogues are gettext's, in `locale/`; `make messages` brings them
up to date.
"""

import gettext
import os
from pathlib import Path

LANGUAGES = ("en", "nl")
"""ISO 639-1 codes of the languages that the interface speaks; the first is the code's own."""

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "qualkit"

_LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The environment's names for the language of messages; the first that is set counts."""


class _InUse:
    """The catalogue in use; one for the whole program, as gettext means it."""

    catalogue = gettext.NullTranslations()
    language = LANGUAGES[0]


def use_language(language: str) -> None:
    """Speak one of `LANGUAGES` from now on; what is on the screen already stays as it is."""
    assert language in LANGUAGES, language
    _InUse.catalogue = catalogue_of(language)
    _InUse.language = language


def language_in_use() -> str:
    """Give the language that is spoken now."""
    return _InUse.language


def catalogue_of(language: str) -> gettext.NullTranslations:
    """Give the catalogue of a language; English needs none."""
    if language == LANGUAGES[0]:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, CATALOGUES, [language])


def language_of_locale() -> str:
    """Give the language of the environment's locale when the interface speaks it, else English."""
    named = next((os.environ[name] for name in _LOCALE_NAMES if os.environ.get(name)), "")
    language = named[:2].lower()
    return language if language in LANGUAGES else LANGUAGES[0]


def _(message: str) -> str:
    """Give a message in the language in use."""
    # gettext keeps its own description under the empty message.
    return _InUse.catalogue.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """Give the form of a message that goes with a count."""
    return _InUse.catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:
    """Mark a message for the catalogue and give it as it is; `_` translates it later."""
    return message


def N_n(singular: str, plural: str) -> tuple[str, str]:
    """Mark the two forms of a message for the catalogue."""
    return singular, plural


def decimal(number: float) -> str:
    """Write a number with one figure behind the decimal sign of the language in use."""
    written = f"{number:.1f}"
    return written.replace(".", ",") if _InUse.language == "nl" else written
