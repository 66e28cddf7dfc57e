"""The Dutch interface: complete, true to its placeholders, and made of messages as they are."""

import ast
import gettext
import pkgutil
import string
from enum import StrEnum
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TypeGuard

import pytest
from babel.messages.catalog import Catalog, Message

import qualkit.domain
from qualkit.translation import DOMAIN, LANGUAGES, _, language_of_locale, ngettext, use_language
from qualkit.tui.terms import TERMS, spoken
from tests import catalogue

OTHERS = LANGUAGES[1:]
SOURCES = sorted((catalogue.ROOT / "qualkit").rglob("*.py"))

UNSEEN = {
    *("Belonging", "Decision", "DecisionKind", "EditKind", "KwicSort"),
    *("Operator", "Origin", "PhraseOrder"),
}
"""Values that are typed or kept, or shown in words that depend on the place."""


@pytest.fixture(scope="module")
def program() -> Catalog:
    return catalogue.program_messages()


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_holds_the_messages_of_the_program_and_no_others(
    program: Catalog, language: str
) -> None:
    ours = {str(message.id) for message in catalogue.read(language)}
    assert ours == {str(message.id) for message in program}, "run 'make messages'"


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_with_its_placeholders(language: str) -> None:
    told = [message for message in catalogue.read(language) if message.id]
    assert not [message.id for message in told if message.fuzzy]
    pairs = [pair for message in told for pair in forms(message)]
    assert not [english for english, other in pairs if not other.strip() and english.strip()]
    assert not [english for english, other in pairs if not is_like(english, other)]


def forms(message: Message) -> list[tuple[str, str]]:
    """Give each form of a message with its translation."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, tuple(message.string or ()), strict=True))


def is_like(english: str, other: str) -> bool:
    """Tell whether a translation has the placeholders, and the space around it, of the original."""
    same_space = english[:1].isspace() == other[:1].isspace()
    # Those of label patterns, and the signs around changed words, stand there to be read.
    to_be_read = "{I}" in english or "{-" in english
    same_places = to_be_read or placeholders(english) == placeholders(other)
    return same_space and same_places and english.endswith(" ") == other.endswith(" ")


def placeholders(text: str) -> set[str]:
    return {name for _words, name, _spec, _sign in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("domain", [DOMAIN, catalogue.CLICK])
def test_what_gettext_reads_is_what_the_catalogue_says(language: str, domain: str) -> None:
    source = catalogue.read(language, domain)
    fresh = gettext.GNUTranslations(BytesIO(catalogue.compiled(source)))
    with catalogue.file_of(language, domain).with_suffix(".mo").open("rb") as file:
        shipped = gettext.GNUTranslations(file)
    for message in source:
        if isinstance(message.id, str):
            assert shipped.gettext(message.id) == fresh.gettext(message.id)
            continue
        one, more = message.id
        for count in (1, 2):
            assert shipped.ngettext(one, more, count) == fresh.ngettext(one, more, count)


def test_every_value_that_a_person_sees_is_a_term() -> None:
    modules = [
        import_module(f"qualkit.domain.{found.name}")
        for found in pkgutil.iter_modules(qualkit.domain.__path__)
    ]
    kinds = {item for module in modules for item in vars(module).values() if is_values(item)}
    shown = {spoken(value) for kind in kinds if kind.__name__ not in UNSEEN for value in kind}
    assert shown - set(TERMS) == set()


def is_values(item: object) -> TypeGuard[type[StrEnum]]:
    return isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum


def test_messages_are_written_so_that_they_can_be_found() -> None:
    faults = [f"{path.name}:{line}" for path in SOURCES for line in unfindable(path)]
    assert not faults


def unfindable(path: Path) -> list[int]:
    """Give the lines where a message hides in an f-string, or `_` means something else."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    calls = [node for node in nodes if is_call_of_gettext(node)]
    glued = [call.lineno for call in calls if isinstance(call.args[0], ast.JoinedStr)]
    # Babel finds nothing inside an f-string before Python 3.12.
    unseen = [
        call.lineno
        for whole in nodes
        if isinstance(whole, ast.JoinedStr)
        for call in filter(is_call_of_gettext, ast.walk(whole))
        if isinstance(call.args[0], ast.Constant)
    ]
    imported = {
        alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "qualkit.translation"
        for alias in node.names
    }
    hidden = [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "_"
    ]
    return glued + unseen + (hidden if "_" in imported else [])


def is_call_of_gettext(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "N_", "N_n", "ngettext")
    )


@pytest.mark.parametrize(
    ("locale", "language"), [("nl_NL.UTF-8", "nl"), ("de_DE", "en"), ("C", "en")]
)
def test_the_language_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert language_of_locale() == language


def test_the_language_can_change_while_the_program_runs() -> None:
    use_language("nl")
    assert _("theme") == "thema"
    assert ngettext("{count} theme", "{count} themes", 2) == "{count} thema's"
    use_language("en")
    assert _("theme") == "theme"
