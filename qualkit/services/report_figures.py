"""The pictures of a report, with what stands under them; told in words as well."""

from collections.abc import Sequence
from itertools import count

from qualkit.domain.method_facts import MaterialFacts
from qualkit.domain.wording import counted, listed, noun_of, number
from qualkit.formats.map_text import described
from qualkit.formats.method_words import method_words
from qualkit.formats.report_content import ReportFigure
from qualkit.formats.report_words import report_words
from qualkit.formats.spread_table import meaning, spread_described
from qualkit.formats.themes_report import ThemesReport

MOST_ROWS = 60
MOST_THEMES = 16
"""Participants and themes in a picture that can still be read on a page."""


class Figures:
    """Numbers the pictures of one report in the order in which they are asked for."""

    def __init__(self, themes: ThemesReport, material: Sequence[MaterialFacts]) -> None:
        """Tell of some themes, and of the material they are made from."""
        self._themes = themes
        self._language = themes.language
        self._words = report_words(themes.language)
        self._source = source_told(material, themes.language)
        self._numbers = count(1)

    def map(self) -> ReportFigure | None:
        """Give the map of the themes, where there are any."""
        pages, words = self._themes.pages, self._words
        if not pages:
            return None
        below = sum(page.depth > 0 for page in pages)
        told = counted(len(pages), *words.themes, self._language)
        if below:
            told += words.subthemes[below > 1].format(count=number(below, self._language))
        if between := len(self._themes.map.lines):
            told += words.and_lines.format(lines=counted(between, *words.lines, self._language))
        return self._figure(
            words.map_caption.format(themes=told), described(self._themes.map, self._language)
        )

    def spread(self) -> ReportFigure | None:
        """Give who is heard under which theme, where that fits on a page."""
        table, words = self._themes.spread, self._words
        if table is None or not table.lines or not table.themes:
            return None
        if len(table.lines) > MOST_ROWS or len(table.themes) > MOST_THEMES:
            return None
        kinds = list(dict.fromkeys(line.kind for line in table.lines))
        who = [
            counted(
                sum(line.kind is kind for line in table.lines),
                noun_of(kind, self._language).one,
                noun_of(kind, self._language).many,
                self._language,
            )
            for kind in kinds
        ]
        caption = words.spread_caption.format(n=len(table.lines), who=listed(who, self._language))
        alt = spread_described(table, self._language)
        return self._figure(caption, alt, meaning(table, self._language))

    def _figure(self, caption: str, alt: str, note: str = "") -> ReportFigure:
        name = f"{self._words.figure} {next(self._numbers)}"
        return ReportFigure(name, caption, note, self._source, alt)


def source_told(material: Sequence[MaterialFacts], language: str) -> str:
    """Say which material figures and tables are made from: "zes interviews en dertien chats"."""
    kinds = method_words(language).kinds
    told = [counted(each.count, *kinds[each.kind], language) for each in material]
    return report_words(language).source.format(material=listed(told, language))
