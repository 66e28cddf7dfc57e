"""What a summary of themes says about a project: its pages, who is heard, who took part."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qualkit.analysis.spread import KindSpread, label_order
from qualkit.domain.memos import Memo, MemoKind, ObjectType
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.thematic_maps import MapTheme, numbered
from qualkit.domain.themes import ChosenQuote, Quote, QuoteStage, ThemeView
from qualkit.domain.wording import (
    counted,
    labels_listed,
    listed,
    method_sentence,
    noun_of,
    number,
    period,
    sentence,
)
from qualkit.formats.decision_log import DecidedIn, decision_months
from qualkit.formats.headings import headings
from qualkit.formats.map_words import map_words
from qualkit.formats.quotes_note import quotes_note
from qualkit.formats.themes_report import (
    CodeLine,
    Limitation,
    Material,
    ThemePage,
    ThemesReport,
    noticed,
)
from qualkit.services.absences import absences_of
from qualkit.services.codes import Codes
from qualkit.services.decisions import Decisions
from qualkit.services.limitations import Limitations
from qualkit.services.maps import Maps
from qualkit.services.method_facts import checked_sources, material_facts, suggestions_used
from qualkit.services.printed_vignettes import check_vignettes
from qualkit.services.printing import Printer
from qualkit.services.quote_checks import check_printable
from qualkit.services.spread_tables import spread_table
from qualkit.services.spread_telling import SpreadTelling
from qualkit.services.spreads import Spreads
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace
from qualkit.store.theme_members import codings_by_theme


def checked_views(workspace: Workspace) -> tuple[tuple[str, ThemeView], ...]:
    """Give every theme that is not dropped, with its number: 1, 1.1, 2 …

    All its quotes are found word for word in their sources; its other passages are not read.

    Raises:
        QuoteNotFaithfulError: one is not.
        QuoteNotAllowedError: a quote or a vignette may not be printed.
        ProjectDamagedError: a text is not as it was imported.
    """
    themes, database = Themes(workspace), workspace.database
    # Every quote in one go: theme by theme, each text would be read once for each theme.
    chosen = database.find(Quote, "stage = ?", [QuoteStage.CHOSEN], "position, id")
    quotes: dict[str, list[ChosenQuote]] = defaultdict(list)
    for item in Printer(database).print_quotes(chosen):
        quotes[item.quote.theme_id].append(item)
    views = tuple(
        (number, themes.printed(theme.id, quotes[theme.id]))
        for number, theme in numbered(themes.tree(dropped=False))
    )
    check_printable(item for _number, view in views for item in quotes_of(view))
    check_vignettes(item for _number, view in views for item in view.vignettes)
    return views


def quotes_of(view: ThemeView) -> tuple[ChosenQuote, ...]:
    """Give the quotes of a theme as they are printed: under its claims, the others, against it."""
    claimed = chain.from_iterable(item.quotes for item in view.claims)
    return (*claimed, *view.unclaimed, *view.contrary)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes along with the themes only when it is asked for."""

    spread: bool = False
    """Who is heard under which theme."""
    numbers: bool = False
    """In the spread, how many passages there are."""
    decisions: bool = False
    """What was decided, and why."""
    appendices: bool = True
    """In a report, its usual appendices."""
    phrases: bool = False
    """In a report, which phrases come back in the material."""


NOTHING_MORE = Chosen()


def report_themes(workspace: Workspace, chosen: Chosen = NOTHING_MORE) -> ThemesReport:
    """Give what is printed about the themes.

    Raises:
        QuoteNotFaithfulError: a quote is not word for word in its source.
        ProjectDamagedError: a text is not as it was imported.
    """
    return _Reporter(workspace).report(chosen)


class _Reporter:
    """Writes about one project in the language of its study."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._info = workspace.database.find(ProjectInfo)[0]
        self._language = self._info.language
        self._words = headings(self._language)
        self._telling = SpreadTelling(workspace.database, self._language)
        self._matrix = Spreads(workspace).matrix()
        self._members = codings_by_theme(workspace.database)
        self._codes = {entry.code.id: entry for entry in Codes(workspace).entries()}
        self._roles = {each.kind: each.roles for each in material_facts(workspace.database)}
        self._limits = Limitations(workspace, self._language)
        self._map = Maps(workspace).whole()

    def report(self, chosen: Chosen) -> ThemesReport:
        views = {view.theme.id: view for _number, view in checked_views(self._workspace)}
        pages = [self._page(item, views[item.id]) for item in self._map.everything()]
        return ThemesReport(
            title=self._info.title,
            question=self._info.question,
            method=self._method(),
            language=self._language,
            pages=tuple(pages),
            material=tuple(self._material(group) for group in self._telling.of()),
            map=self._map,
            note=self._note([item for page in pages for item in quotes_of(page.view)]),
            noticed=self._noticed(),
            limitations=self._limits.all(),
            spread=spread_table(self._workspace, chosen.numbers) if chosen.spread else None,
            decisions=self._decisions() if chosen.decisions else None,
        )

    def _method(self) -> str:
        """Say which form of analysis it is, and why as far as that is written."""
        sentence = method_sentence(self._info.profile, self._language)
        return f"{sentence} {self._info.approach}".strip()

    def _decisions(self) -> tuple[DecidedIn, ...]:
        return decision_months(Decisions(self._workspace).entries(), self._language)

    def _page(self, item: MapTheme, view: ThemeView) -> ThemePage:
        passages = {coding.coding_id for coding in self._members[item.id]}
        return ThemePage(
            number=item.number,
            view=view,
            narrative=view.narrative if self._may_be_shared(view) else "",
            spread=self._heard(view),
            codes=tuple(self._code(code.id) for code in view.codes),
            relations=tuple(self._relations(item.id)),
            absences=absences_of(self._workspace.database, item.id),
            limitations=(
                *(
                    Limitation("", each.text)
                    for each in self._limits.on(ObjectType.THEME, {item.id})
                ),
                *self._limits.on(ObjectType.CODING, passages),
            ),
        )

    def _code(self, code_id: str) -> CodeLine:
        entry = self._codes[code_id]
        limits = self._limits.on(ObjectType.CODE, {code_id})
        return CodeLine(entry.path, entry.code.description, tuple(each.text for each in limits))

    def _relations(self, theme_id: str) -> Iterator[str]:
        """Tell how a theme stands to others, each line as it reads from there."""
        words = map_words(self._language)
        for line in self._map.lines:
            if theme_id in (line.theme.id, line.other.id):
                is_first = line.theme.id == theme_id
                kinds, other = (
                    (words.relations, line.other)
                    if is_first
                    else (words.seen_from_other, line.theme)
                )
                told = f"{sentence(kinds[line.kind])} ‘{other.name}’ ({other.number})"
                yield f"{told}: {line.sentence}" if line.sentence else f"{told}."

    def _may_be_shared(self, view: ThemeView) -> bool:
        # Also of someone else's story: memos of one's own eyes only are in no list of memos.
        stories = self._workspace.database.find(
            Memo,
            "kind = ? AND object_type = ? AND object_id = ?",
            [MemoKind.NARRATIVE, ObjectType.THEME, view.theme.id],
        )
        return all(memo.shared for memo in stories)

    def _heard(self, view: ThemeView) -> tuple[str, ...]:
        """Tell over whom a theme is spread."""
        if not self._members[view.theme.id]:
            return (self._words.no_passages,)
        quotes, telling, words = quotes_of(view), self._telling, self._words
        named = all(item.reference for item in quotes)
        told = (
            telling.told(words.passages_come, self._matrix.spread(view.theme.id), named),
            telling.quotes_told(words.quotes_come, quotes, named),
            telling.quotes_told(words.contrary_comes, view.contrary, named),
        )
        return tuple(filter(None, told))

    def _material(self, group: KindSpread) -> Material:
        """Tell who took part in one kind of material, and what that cannot show."""
        ids = {source.id for source in self._telling.sources if source.kind is group.kind}
        return Material(self._took_part(group), self._limits.on_sources(ids))

    def _took_part(self, group: KindSpread) -> str:
        """Tell who took part in one kind of material, when, and who more than once."""
        sources = [source for source in self._telling.sources if source.kind is group.kind]
        noun = noun_of(group.kind, self._language)
        told = sentence(counted(group.total, noun.one, noun.many, self._language))
        days = [source.held_on for source in sources if source.held_on]
        if days:
            told += f", {period(min(days), max(days), self._language)}"
        roles = listed(self._roles[group.kind], self._language)
        labels = labels_listed(group.silent, self._language)
        told += f": {roles} ({labels})." if roles else f": {labels}."
        counts = Counter(self._telling.labels.get(source.id, source.title) for source in sources)
        more = [
            f"{label} ({number(counts[label], self._language)})"
            for label in sorted(counts, key=label_order)
            if counts[label] > 1
        ]
        return (
            f"{told} {self._words.more_sources} {listed(more, self._language)}." if more else told
        )

    def _noticed(self) -> str:
        """Tell of the whole study how many passages were noticed through a suggested phrase."""
        passages, pipelines = suggestions_used(self._workspace.database)
        return noticed(passages, pipelines, self._language)

    def _note(self, quotes: Sequence[ChosenQuote]) -> str:
        """Tell what the quotes are fragments of, and whom they come from."""
        if not quotes:
            return ""
        checks = checked_sources(self._workspace.database)
        fragments = quotes_note([item.segment.source for item in quotes], checks, self._language)
        named = all(item.reference for item in quotes)
        groups = self._telling.of(item.segment for item in quotes)
        return f"{fragments} {self._telling.told(self._words.quotes_come, groups, named)}"
