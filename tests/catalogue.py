"""The messages of the program and their catalogue: `make messages` runs this, tests read it.

Messages come from the source, and from the help of every command as click knows it. New ones come
into the catalogue empty, and those that are gone go out.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from qualkit.cli.main import SECTIONS, main
from qualkit.cli.translated import paragraphs
from qualkit.translation import CATALOGUES, DOMAIN, LANGUAGES

ROOT = Path(__file__).parents[1]
CLICK = "click"
"""The words that click itself says, such as "Usage:"; kept by hand, for what a person can meet."""

_KEYWORDS = {**DEFAULT_KEYWORDS, "N_n": (1, 2)}


def program_messages() -> Catalog:
    """Give every message of the program, in English."""
    messages = Catalog(charset="utf-8")
    for found in extract_from_dir(ROOT / "qualkit", keywords=_KEYWORDS):
        if found[2]:  # the empty one is where gettext keeps its own description
            messages.add(found[2])
    for text in help_messages():
        messages.add(text)
    return messages


def help_messages() -> Iterator[str]:
    """Give the words of the help: of every command, and of its options."""
    yield from (lazy.help for section in SECTIONS.values() for lazy in section.values())
    for command in all_commands(main):
        yield from (part for part in paragraphs(command.help or "") if not part.startswith("\b"))
        for item in command.params:
            if isinstance(item, click.Option) and item.help:
                yield item.help


def all_commands(command: click.Command) -> Iterator[click.Command]:
    """Give a command and all those under it."""
    yield command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from all_commands(below)


def file_of(language: str, domain: str = DOMAIN) -> Path:
    """Give where the catalogue of a language is."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str = DOMAIN) -> Catalog:
    """Read the catalogue of a language."""
    with file_of(language, domain).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """Give a catalogue as gettext reads it."""
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def bring_up_to_date(language: str) -> None:
    """Write the catalogue of a language with the messages of now, and what gettext reads."""
    catalogue = read(language)
    catalogue.update(program_messages(), no_fuzzy_matching=True, update_creation_date=False)
    with file_of(language).open("wb") as file:
        write_po(file, catalogue, width=100, no_location=True, ignore_obsolete=True)
    for domain in (DOMAIN, CLICK):
        target = file_of(language, domain).with_suffix(".mo")
        target.write_bytes(compiled(read(language, domain)))


if __name__ == "__main__":
    for each in LANGUAGES[1:]:
        bring_up_to_date(each)
