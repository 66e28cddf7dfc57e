"""Themes as a folder of Markdown: an index and one file a theme."""

import re
from collections.abc import Collection
from pathlib import Path

from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import remove_files, write_together
from qualkit.formats.headings import headings
from qualkit.formats.templating import markdown_templates
from qualkit.formats.themes_report import ThemesReport, cited
from qualkit.translation import _

INDEX = "index.md"
MARKER = "<!-- qualkit: themes -->"
"""The first line of every file written here; a file without it is left alone."""
_OF_A_THEME = re.compile(r"\d{2,}-[a-z0-9-]+\.md")


def write_themes(folder: Path, report: ThemesReport) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the files into a folder; gives those written, and those of earlier themes removed.

    Raises:
        InvalidInputError: the folder cannot be written in, or holds a file of somebody else under
            a name that is needed.
    """
    contents = {name: text.encode() for name, text in render_themes(report).items()}
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
    templates = markdown_templates()
    common = {"report": report, "words": headings(report.language), "cited": cited}
    files = {INDEX: templates.get_template("index.md.j2").render(common)}
    page = templates.get_template("theme.md.j2")
    for theme in report.pages:
        files[f"{theme.slug}.md"] = page.render(common, page=theme)
    return {name: f"{MARKER}\n{text}" for name, text in files.items()}


def _left_over(folder: Path, wanted: Collection[str]) -> tuple[Path, ...]:
    """Give the files that an earlier export made for themes that are gone or renamed."""
    return tuple(
        path
        for path in sorted(folder.glob("*.md"))
        if _OF_A_THEME.fullmatch(path.name) and path.name not in wanted and _is_ours(path)
    )


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.readline(len(MARKER) + 2).strip() == MARKER.encode()
    except OSError:
        return False
