"""The thematic map in words: plain for a terminal and a screen reader, Markdown for a file."""

from collections.abc import Iterator
from textwrap import wrap

from qualkit.domain.text import one_line, printable
from qualkit.domain.thematic_maps import MapLine, MapTheme, ThematicMap
from qualkit.formats.headings import headings
from qualkit.formats.map_words import MapWords, map_words
from qualkit.formats.templating import escape_markdown

WIDTH = 80
"""Columns of the plain form."""


def map_plain(map: ThematicMap, language: str, width: int = WIDTH) -> str:
    """Give the map as plain lines of at most `width` columns."""
    words = map_words(language)
    blocks = ["\n".join(_theme_plain(theme, language, width)) for theme in map.everything()]
    if map.lines:
        told = (_hung(f"{line.number}. {line_told(line, words)}", 3, width) for line in map.lines)
        blocks.append("\n".join((f"{words.lines}:", *told)))
    return "\n\n".join(blocks or [words.no_themes]) + "\n"


def map_markdown(map: ThematicMap, language: str) -> str:
    """Give the map as a file in Markdown."""
    words = map_words(language)
    return f"# {words.map}: {_escaped(map.title)}\n\n{map_list(map, language, level=2)}"


def map_list(map: ThematicMap, language: str, level: int) -> str:
    """Give the map as a list in Markdown, its own headings at a level."""
    words = map_words(language)
    lines = [line for theme in map.everything() for line in _theme_list(theme, language)]
    lines = lines or [words.no_themes]
    if map.themes:
        lines += ["", f"{'#' * level} {words.lines}", ""]
        lines += [f"{line.number}. {_escaped(line_told(line, words))}" for line in map.lines] or [
            words.no_lines
        ]
    return "\n".join(lines) + "\n"


def line_told(line: MapLine, words: MapWords) -> str:
    """Give a line between themes as a sentence, with the researcher's own behind it."""
    told = words.line.format(
        theme=f"‘{one_line(line.theme.name)}’ ({line.theme.number})",
        relation=words.relations[line.kind],
        other=f"‘{one_line(line.other.name)}’ ({line.other.number})",
    )
    return f"{told}: {one_line(line.sentence) or words.no_sentence}"


def described(map: ThematicMap, language: str) -> str:
    """Say in one or two sentences what a picture of the map shows, for who cannot see it."""
    words = map_words(language)
    return words.described.format(
        themes="; ".join(f"{item.number} {one_line(item.name)}" for item in map.everything())
        or words.no_themes,
        lines="; ".join(
            words.line.format(
                theme=line.theme.number,
                relation=words.relations[line.kind],
                other=line.other.number,
            )
            for line in map.lines
        )
        or words.no_lines,
    )


def _theme_plain(theme: MapTheme, language: str, width: int) -> Iterator[str]:
    words, depth = map_words(language), theme.number.count(".")
    indent = 3 * depth
    head = f"{theme.number} {theme.name} ({headings(language).statuses[theme.status]})"
    inner = indent + 3
    yield _hung(head, inner, width, indent)
    if theme.idea:
        yield _hung(theme.short_idea, inner, width, inner)
    codes = ", ".join(theme.codes) or words.no_codes
    yield _hung(f"{words.codes}: {codes}", inner + 2, width, inner)


def _theme_list(theme: MapTheme, language: str) -> Iterator[str]:
    words = map_words(language)
    indent = "  " * theme.number.count(".")
    status = headings(language).statuses[theme.status]
    yield f"{indent}- **{theme.number} {_escaped(theme.name)}** ({status})"
    if theme.idea:
        yield f"{indent}  {_escaped(theme.short_idea)}"
    codes = ", ".join(_escaped(code) for code in theme.codes) or words.no_codes
    yield f"{indent}  {words.codes}: {codes}"


def _hung(text: str, hang: int, width: int, indent: int = 0) -> str:
    """Wrap text, the first line indented, those after it hanging."""
    lines = wrap(
        printable(one_line(text)),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * hang,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return str(escape_markdown(one_line(text)))
