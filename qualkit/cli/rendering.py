"""How lists, records and texts reach stdout: readable at 80 columns, whole when piped."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from rich import box
from rich.bar import Bar
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from qualkit.cli.messages import say
from qualkit.domain.text import json_safe, one_line, printable

PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another program."""

EXCERPT = 160
"""Code points of a passage shown in a table on a terminal."""

Cell = str | Text | Bar


def fixed(name: str) -> Column:
    """Give a column that is never broken: references, dates, ids."""
    return Column(name, no_wrap=True)


def number(name: str) -> Column:
    """Give a column of numbers."""
    return Column(name, no_wrap=True, justify="right")


def words(name: str) -> Column:
    """Give a column that breaks between words."""
    return Column(name, overflow="fold")


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], empty: str) -> None:
    """Print rows under headings, or say `empty` on stderr when there are none."""
    table = Table(
        *columns, box=box.SIMPLE_HEAD, collapse_padding=True, pad_edge=False, show_edge=False
    )
    for row in rows:
        table.add_row(*(_text(cell) for cell in row))
    if table.row_count:
        _print(table)
    else:
        say(empty)


def print_fields(fields: Iterable[tuple[str, Cell]]) -> None:
    """Print names with their values, leaving out what is empty."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for name, value in fields:
        if value:
            table.add_row(name, _text(value))
    _print(table)


def print_heading(title: str) -> None:
    """Print a heading between parts of an answer."""
    _print(Text(f"\n{printable(title)}", style="bold"))


def print_text(text: str) -> None:
    """Print text as it is; only a terminal breaks its lines."""
    console = _console()
    console.print(_text(text), soft_wrap=not console.is_terminal)


def print_json(items: Iterable[object]) -> None:
    """Print a JSON array; dates and times are in ISO 8601."""
    # Where stdout is not UTF-8, escapes lose nothing and signs would.
    is_unicode = (sys.stdout.encoding or "").casefold().startswith("utf")
    dumped = json.dumps(list(items), ensure_ascii=not is_unicode, indent=2, default=_as_json_value)
    sys.stdout.write(f"{json_safe(dumped)}\n")


def _as_json_value(value: object) -> str:
    """Give a date or a time as JSON knows it.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} does not go into JSON")


def excerpt(passage: str) -> str:
    """Give a passage on one line, cut on a terminal and whole elsewhere."""
    return one_line(passage, EXCERPT if sys.stdout.isatty() else 0)


def local_time(moment: datetime) -> str:
    """Give a moment in the time zone of the person who looks."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _text(cell: Cell) -> Text | Bar:
    """Give a cell that is printed as it is, never read as markup."""
    return cell if isinstance(cell, Text | Bar) else Text(printable(cell))


def _console() -> Console:
    width = None
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS", "").isdecimal():
        width = PIPED_WIDTH
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)


def _print(item: Table | Text) -> None:
    _console().print(item)
