"""Puts a theme report together: the themes as prose, what they rest on, and how they came about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from qualkit import __version__
from qualkit.domain.boards import BoardSnapshot
from qualkit.domain.method_facts import MaterialFacts
from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.themes import ChosenQuote
from qualkit.domain.vignettes import VignetteView
from qualkit.domain.wording import (
    counted,
    listed,
    long_date,
    noun_of,
    number,
)
from qualkit.formats.decision_log import decision_months
from qualkit.formats.map_text import described
from qualkit.formats.method_words import method_words
from qualkit.formats.report_content import (
    Appendix,
    DatedText,
    Report,
    ReportClaim,
    ReportFigure,
    ReportLimitation,
    ReportMaterial,
    ReportQuote,
    ReportTheme,
    ReportVignette,
)
from qualkit.formats.report_words import report_words
from qualkit.formats.spread_table import meaning, spread_described
from qualkit.formats.themes_report import Limitation, ThemePage, ThemesReport, paragraphs
from qualkit.services.decisions import Decisions
from qualkit.services.method_facts import material_facts
from qualkit.services.method_paragraph import MethodParagraph, MethodParagraphs
from qualkit.services.report_appendices import codebook, overview
from qualkit.services.theme_reports import Chosen, quotes_of, report_themes
from qualkit.services.vignettes import Vignettes, check_vignettes
from qualkit.services.workspace import Workspace

APPENDICES = ("codebook", "overview", "development", "decisions")
"""What can stand behind a report, in this order."""

USUAL_APPENDICES = ("codebook", "overview", "development")

MOST_ROWS = 60
MOST_THEMES = 16
"""Participants and themes in a picture that can still be read on a page."""


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
        self._figures = count(1)

    def build(self) -> BuiltReport:
        themes, words, pages = self._themes, self._words, self._themes.pages
        vignettes = self._vignettes()
        method = MethodParagraphs(self._workspace).get()
        thematic_map, spread = self._map(), self._spread()
        appendices = tuple(self._appendices())
        quotes_note = f"{themes.note} {words.edits} {words.reference}" if themes.note else ""
        report = Report(
            language=self._language,
            title=themes.title,
            question=themes.question,
            stamp=words.stamp.format(day=self._day(), version=__version__),
            themes=tuple(self._theme(page, vignettes[page.view.theme.id]) for page in pages),
            map=thematic_map,
            spread=spread,
            see_map=words.see_map.format(figure=thematic_map.name) if thematic_map else "",
            see_spread=words.see_spread.format(figure=spread.name) if spread else "",
            see_overview=self._see_overview(appendices),
            material=tuple(
                ReportMaterial(each.told, _limits(each.limitations)) for each in themes.material
            ),
            method=method.printed,
            quotes_note=quotes_note,
            limitations=_limits(themes.limitations),
            appendices=appendices,
            words=words,
        )
        return BuiltReport(report, themes, method, _items(pages, vignettes, method.printed))

    def _vignettes(self) -> dict[str, tuple[VignetteView, ...]]:
        told = Vignettes(self._workspace)
        found = {
            page.view.theme.id: told.of_theme(page.view.theme.id) for page in self._themes.pages
        }
        check_vignettes(vignette for each in found.values() for vignette in each)
        return found

    def _theme(self, page: ThemePage, vignettes: Iterable[VignetteView]) -> ReportTheme:
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
                ReportVignette(each.title, paragraphs(each.words), each.note) for each in vignettes
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

    def _map(self) -> ReportFigure | None:
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

    def _spread(self) -> ReportFigure | None:
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
        name = f"{self._words.figure} {next(self._figures)}"
        return ReportFigure(name, caption, note, self._source(), alt)

    def _source(self) -> str:
        """Say which material figures and tables are made from."""
        return self._words.source.format(material=material_told(self._material, self._language))

    def _see_overview(self, appendices: Iterable[Appendix]) -> str:
        for appendix in appendices:
            if appendix.table:
                name = appendix.heading.partition(".")[0]
                return self._words.see_overview.format(
                    table=appendix.table.name, appendix=_lower(name)
                ).replace(appendix.table.name, _lower(appendix.table.name), 1)
        return ""

    def _appendices(self) -> Iterator[Appendix]:
        wanted = [kind for kind in APPENDICES if kind in self._options.appendices]
        for place, kind in enumerate(wanted, start=1):
            title = getattr(self._words, kind)
            heading = f"{self._words.appendix} {place}. {title}"
            anchor = f"bijlage-{place}" if self._language == "nl" else f"appendix-{place}"
            yield self._appendix(kind, heading, anchor)

    def _appendix(self, kind: str, heading: str, anchor: str) -> Appendix:
        words = self._words
        if kind == "codebook":
            codes = codebook(self._workspace, self._language)
            return Appendix(kind, heading, anchor, codes=codes)
        if kind == "overview":
            table = overview(self._material, self._source(), self._language)
            return Appendix(kind, heading, anchor, table=table)
        entries = tuple(self._snapshots() if kind == "development" else self._decisions())
        leads = {
            "development": (words.development_lead, words.no_development),
            "decisions": (words.decisions_lead, words.no_decisions),
        }
        return Appendix(kind, heading, anchor, leads[kind][not entries], entries=entries)

    def _snapshots(self) -> Iterator[DatedText]:
        """Tell how the board lay when it was kept."""
        for snapshot in self._workspace.database.find(BoardSnapshot, order="taken_at, id"):
            names = [f"‘{theme.name}’" for theme in snapshot.themes if theme.parent_id is None]
            board = self._words.on_board.format(themes=listed(names, self._language))
            day = long_date(snapshot.taken_at.date(), self._language)
            yield DatedText(day, (*paragraphs(snapshot.note), *([board] if names else ())))

    def _decisions(self) -> Iterator[DatedText]:
        entries = Decisions(self._workspace).entries()
        for month in decision_months(entries, self._language):
            for decided in month.days:
                yield DatedText(
                    f"{decided.day} {month.month.partition(' ')[2]}", decided.paragraphs
                )

    def _day(self) -> str:
        """Give the day of the last step: what the report is as of."""
        last = self._workspace.database.value(
            "SELECT max(at) FROM (SELECT max(at) AS at FROM operation"
            " UNION SELECT created_at FROM project)"
        )
        return long_date(date.fromisoformat(str(last)[:10]), self._language)


def material_told(material: Sequence[MaterialFacts], language: str) -> str:
    """List what there is: "zes interviews en dertien chatgesprekken"."""
    kinds = method_words(language).kinds
    told = [counted(each.count, *kinds[each.kind], language) for each in material]
    return listed(told, language)


def _quotes(quotes: Iterable[ChosenQuote]) -> tuple[ReportQuote, ...]:
    return tuple(ReportQuote(in_quotation_marks(item.words), item.place) for item in quotes)


def _limits(limitations: Iterable[Limitation]) -> tuple[ReportLimitation, ...]:
    return tuple(ReportLimitation(each.about, each.text) for each in limitations)


def _items(
    pages: Iterable[ThemePage],
    vignettes: dict[str, tuple[VignetteView, ...]],
    method: Sequence[str],
) -> dict[str, str]:
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
                for each in vignettes[theme.id]
            }
        )
    items["method:"] = "\n\n".join(method)
    return items


def _lower(name: str) -> str:
    """Give "Tabel 1" as it stands inside a sentence: "tabel 1"."""
    return name[:1].lower() + name[1:]
