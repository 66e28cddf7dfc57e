"""Themes as a folder of Markdown: an index and one file a theme."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import remove_files, write_together
from qualkit.formats.decision_words import decision_words
from qualkit.formats.headings import headings
from qualkit.formats.map_text import described, map_list
from qualkit.formats.map_words import map_words
from qualkit.formats.spread_table import spread_described, spread_list
from qualkit.formats.templating import Ready, markdown_templates
from qualkit.formats.themes_report import ThemesReport, cited
from qualkit.translation import _

INDEX = "index.md"
MARKER = "<!-- qualkit: themes -->"
"""The first line of every file written here; a file without it is left alone."""
_OF_A_THEME = re.compile(r"\d{2,}(\.\d+)*-[a-z0-9-]+\.md")


def write_themes(
    folder: Path, report: ThemesReport, pictures: Mapping[str, str]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the files into a folder; gives those written, and those of earlier themes removed.

    `pictures` are SVG elements by the names of their files, to which the index refers.

    Raises:
        InvalidInputError: the folder cannot be written in, or holds a file of somebody else under
            a name that is needed.
    """
    texts = {**render_themes(report), **{name: _marked(svg) for name, svg in pictures.items()}}
    contents = {name: text.encode() for name, text in texts.items()}
    for name in contents:
        if (folder / name).is_file() and not _is_ours(folder / name):
            raise InvalidInputError(
                _("{path} was not written by an export of themes.").format(path=folder / name),
                _("It was left alone, and nothing was written. Choose another folder."),
            )
    written = write_together(folder, contents)
    stale = _left_over(folder, contents)
    remove_files(stale)
    return written, stale


def render_themes(report: ThemesReport) -> dict[str, str]:
    """Give the text of each file by its name, the index first."""
    templates, language = markdown_templates(), report.language
    decided = decision_words(language)
    common = {"report": report, "words": headings(language), "cited": cited}
    files = {INDEX: templates.get_template("index.md.j2").render(common | _of_index(report))}
    page = templates.get_template("theme.md.j2")
    for theme in report.pages:
        files[f"{theme.slug}.md"] = page.render(common, page=theme)
    if report.decisions is not None:
        log = templates.get_template("decisions.md.j2")
        files[f"{decided.file}.md"] = log.render(
            title=report.title, months=report.decisions, words=decided
        )
    return {name: _marked(text) for name, text in files.items()}


def _of_index(report: ThemesReport) -> dict[str, object]:
    """Give what only the index says: the map and the spread in words."""
    language, spread = report.language, report.spread
    return {
        "maps": map_words(language),
        "decided": decision_words(language),
        "described": described(report.map, language),
        "map_in_words": Ready(map_list(report.map, language, level=3)),
        "spread_described": spread_described(spread, language) if spread else "",
        "spread_in_words": Ready(spread_list(spread, language)) if spread else "",
    }


def _marked(text: str) -> str:
    return f"{MARKER}\n{text}"


def _left_over(folder: Path, wanted: Collection[str]) -> tuple[Path, ...]:
    """Give the files of an earlier export: of themes that are gone, or not wanted any more."""
    extras = {f"{words.spread_file}.svg" for words in map(map_words, ("nl", "en"))}
    extras |= {f"{words.file}.svg" for words in map(map_words, ("nl", "en"))}
    extras |= {f"{words.file}.md" for words in map(decision_words, ("nl", "en"))}
    return tuple(
        path
        for path in sorted(folder.glob("*"))
        if (_OF_A_THEME.fullmatch(path.name) or path.name in extras)
        and path.name not in wanted
        and _is_ours(path)
    )


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.readline(len(MARKER) + 2).strip() == MARKER.encode()
    except OSError:
        return False
