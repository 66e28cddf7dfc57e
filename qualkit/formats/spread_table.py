"""Who is heard under which theme, as a table in Markdown and CSV; with numbers only if asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from qualkit.domain.sources import SourceKind
from qualkit.domain.text import one_line
from qualkit.domain.wording import noun_of, sentence
from qualkit.formats.csv_tables import write_table
from qualkit.formats.map_words import map_words
from qualkit.formats.templating import escape_markdown

MARK = "●"

MOST = 400
"""Participants, and themes, on one picture."""


@dataclass(frozen=True, slots=True)
class SpreadLine:
    """One participant."""

    kind: SourceKind
    label: str
    passages: tuple[int, ...]
    """How many under each theme."""


@dataclass(frozen=True, slots=True)
class SpreadTable:
    """Participants by themes."""

    title: str
    """Of the project."""
    themes: tuple[tuple[str, str], ...]
    """Number and name of each."""
    lines: tuple[SpreadLine, ...]
    """By kind of source and label."""
    numbers: bool = False
    """Whether it says how many passages there are."""
    left_out: bool = False
    """Whether somebody is not in it, who is quoted without a label of her own."""

    @property
    def fits_picture(self) -> bool:
        """Whether a picture of it can be read."""
        return max(len(self.lines), len(self.themes)) <= MOST

    def groups(self, language: str) -> Iterator[tuple[str, list[SpreadLine]]]:
        """Give the lines of each kind of source under its name."""
        for kind, lines in groupby(self.lines, lambda line: line.kind):
            yield sentence(noun_of(kind, language).many), list(lines)

    def cell(self, passages: int) -> str:
        """Give what stands in a cell."""
        if not passages:
            return ""
        return f"{MARK} {passages}" if self.numbers else MARK


def spread_markdown(table: SpreadTable, language: str) -> str:
    """Give the spread as a file in Markdown."""
    words = map_words(language)
    return f"# {words.spread}: {_escaped(table.title)}\n\n{spread_list(table, language)}"


def spread_list(table: SpreadTable, language: str) -> str:
    """Give the spread as a table in Markdown, and what its columns are."""
    words = map_words(language)
    if not table.themes:
        return f"{words.no_themes}\n"
    columns = [number for number, _name in table.themes]
    rows = ["| |" + "".join(f" {number} |" for number in columns)]
    rows.append("|---|" + ":-:|" * len(columns))
    for name, lines in table.groups(language):
        rows.append(f"| **{_escaped(name)}** |" + " |" * len(columns))
        for line in lines:
            cells = "".join(f" {table.cell(count)} |" for count in line.passages)
            rows.append(f"| {_escaped(line.label)} |{cells}")
    named = [f"- {number}: {_escaped(name)}" for number, name in table.themes]
    return "\n".join((*rows, "", *named, "", meaning(table, language))) + "\n"


def spread_csv(table: SpreadTable, language: str) -> bytes:
    """Give the spread as CSV, a participant a row."""
    columns = ("kind", "label", *(f"{number} {name}" for number, name in table.themes))
    rows = (
        (
            noun_of(line.kind, language).one,
            line.label,
            *(count if table.numbers else MARK if count else "" for count in line.passages),
        )
        for line in table.lines
    )
    return write_table(columns, rows, language)


def meaning(table: SpreadTable, language: str) -> str:
    """Say what a mark means, what its absence means, and what a number does not mean."""
    words = map_words(language)
    told = (
        words.heard,
        words.counted if table.numbers else "",
        words.left_out if table.left_out else "",
    )
    return " ".join(filter(None, told))


def spread_described(table: SpreadTable, language: str) -> str:
    """Say what a picture of the spread shows, for who cannot see it: per theme who is heard."""
    words = map_words(language)
    told = [
        f"{number} {one_line(name)}: {', '.join(heard) or words.nobody}"
        for place, (number, name) in enumerate(table.themes)
        for heard in [[line.label for line in table.lines if line.passages[place]]]
    ]
    return ". ".join(told or [words.no_themes]) + "."


def _escaped(text: str) -> str:
    return str(escape_markdown(one_line(text)))
