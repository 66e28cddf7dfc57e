"""Puts a theme report together: the themes as prose, what they rest on, and how they came about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from qualkit import __version__
from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.themes import ChosenQuote
from qualkit.domain.wording import long_date
from qualkit.formats.report_content import (
    Report,
    ReportClaim,
    ReportLimitation,
    ReportMaterial,
    ReportQuote,
    ReportTheme,
    ReportVignette,
)
from qualkit.formats.report_words import report_words
from qualkit.formats.themes_report import Limitation, ThemePage, ThemesReport, paragraphs
from qualkit.services.method_facts import material_facts
from qualkit.services.method_paragraph import MethodParagraph, MethodParagraphs
from qualkit.services.report_appendices import Appendices
from qualkit.services.report_figures import Figures
from qualkit.services.theme_reports import Chosen, quotes_of, report_themes
from qualkit.services.workspace import Workspace

USUAL_APPENDICES = ("codebook", "overview", "development")


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What goes into a report."""

    appendices: tuple[str, ...] = USUAL_APPENDICES
    numbers: bool = False
    """Whether the picture of who is heard tells how many passages there are."""


@dataclass(frozen=True, slots=True)
class BuiltReport:
    """A report, and what it was made from."""

    report: Report
    themes: ThemesReport
    method: MethodParagraph
    items: dict[str, str]
    """What is printed, by what it belongs to: `quote:ID`, `claim:ID`, `theme:ID` …"""


def build_report(workspace: Workspace, options: ReportOptions) -> BuiltReport:
    """Put the report together.

    Raises:
        QuoteNotFaithfulError: a quote is not word for word in its source.
        QuoteNotAllowedError: a quote or vignette may not be printed.
    """
    return _Builder(workspace, options).build()


class _Builder:
    """Writes about one project, in the language of its study."""

    def __init__(self, workspace: Workspace, options: ReportOptions) -> None:
        self._workspace = workspace
        self._options = options
        self._themes = report_themes(workspace, Chosen(spread=True, numbers=options.numbers))
        self._language = self._themes.language
        self._words = report_words(self._language)
        self._material = tuple(material_facts(workspace.database))

    def build(self) -> BuiltReport:
        themes, words, pages = self._themes, self._words, self._themes.pages
        method = MethodParagraphs(self._workspace).get()
        figures = Figures(themes, self._material)
        thematic_map, spread = figures.map(), figures.spread()
        appendices = Appendices(self._workspace, self._material, self._language)
        behind = tuple(appendices.some(self._options.appendices))
        quotes_note = f"{themes.note} {words.edits} {words.reference}" if themes.note else ""
        report = Report(
            language=self._language,
            title=themes.title,
            question=themes.question,
            stamp=words.stamp.format(day=self._day(), version=__version__),
            themes=tuple(self._theme(page) for page in pages),
            map=thematic_map,
            spread=spread,
            see_map=words.see_map.format(figure=thematic_map.name) if thematic_map else "",
            see_spread=words.see_spread.format(figure=spread.name) if spread else "",
            see_overview=appendices.see_overview(behind),
            material=tuple(
                ReportMaterial(each.told, _limits(each.limitations)) for each in themes.material
            ),
            method=method.printed,
            quotes_note=quotes_note,
            limitations=_limits(themes.limitations),
            appendices=behind,
            words=words,
        )
        return BuiltReport(report, themes, method, _items(pages, method.printed))

    def _theme(self, page: ThemePage) -> ReportTheme:
        theme, above = page.view.theme, self._themes.above(page)
        return ReportTheme(
            number=page.number,
            depth=page.depth,
            name=page.name,
            heading=f"{self._words.theme} {page.number}. {page.name}",
            anchor=page.slug,
            part_of=above.name if above else "",
            idea=theme.central_idea,
            story=page.paragraphs,
            claims=tuple(
                ReportClaim(item.claim.text, _quotes(item.quotes)) for item in page.view.claims
            ),
            unclaimed=_quotes(page.view.unclaimed),
            vignettes=tuple(
                ReportVignette(each.title, paragraphs(each.words), each.note)
                for each in page.view.vignettes
            ),
            contrary=_quotes(page.against),
            nuances=_quotes(page.nuances),
            absences=tuple(
                f"{each.text} {self._words.searched} {each.searched}"
                if each.searched
                else each.text
                for each in page.absences
            ),
            relation=theme.relation,
            relations=page.relations,
            spread=" ".join(page.spread),
            limitations=_limits(page.limitations),
            belongs=theme.belongs,
            excludes=theme.excludes,
            codes=tuple(code.path for code in page.codes),
        )

    def _day(self) -> str:
        """Give the day of the last step: what the report is as of."""
        last = self._workspace.database.value(
            "SELECT max(at) FROM (SELECT max(at) AS at FROM operation"
            " UNION SELECT created_at FROM project)"
        )
        return long_date(date.fromisoformat(str(last)[:10]), self._language)


def _quotes(quotes: Iterable[ChosenQuote]) -> tuple[ReportQuote, ...]:
    return tuple(ReportQuote(in_quotation_marks(item.words), item.place) for item in quotes)


def _limits(limitations: Iterable[Limitation]) -> tuple[ReportLimitation, ...]:
    return tuple(ReportLimitation(each.about, each.text) for each in limitations)


def _items(pages: Iterable[ThemePage], method: Sequence[str]) -> dict[str, str]:
    """Give what is printed by what it belongs to, for what changed since an earlier report."""
    items = {}
    for page in pages:
        theme = page.view.theme
        items[f"theme:{theme.id}"] = "\n".join(
            filter(None, (page.name, theme.central_idea, page.narrative))
        )
        items.update({f"claim:{each.claim.id}": each.claim.text for each in page.view.claims})
        items.update(
            {
                f"quote:{each.quote.id}": f"{each.words} {each.place}"
                for each in quotes_of(page.view)
            }
        )
        items.update(
            {
                f"vignette:{each.vignette.id}": f"{each.title}\n{each.words}"
                for each in page.view.vignettes
            }
        )
    items["method:"] = "\n\n".join(method)
    return items
