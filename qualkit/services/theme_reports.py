"""What a summary of themes says about a project: its pages, who is heard, who took part."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qualkit.analysis.spread import KindSpread, label_order, spread
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.memos import Memo, MemoKind, ObjectType
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source, TextKind
from qualkit.domain.suggestions import FITTING_CODES
from qualkit.domain.thematic_maps import MapTheme, numbered
from qualkit.domain.themes import ChosenQuote, ThemeView
from qualkit.domain.wording import (
    counted,
    labels_listed,
    listed,
    method_sentence,
    noun_of,
    number,
    period,
    sentence,
    share,
)
from qualkit.formats.decision_log import DecidedIn, decision_months
from qualkit.formats.headings import headings
from qualkit.formats.map_words import map_words
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
from qualkit.services.quotes import check_printable
from qualkit.services.spread_tables import spread_table
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace
from qualkit.store.labels import source_labels

NAMED_AT_MOST = 20
"""How many labels are written out behind a share."""


def checked_views(workspace: Workspace) -> tuple[tuple[str, ThemeView], ...]:
    """Give every theme that is not dropped, with its number: 1, 1.1, 2 …

    All its quotes are found word for word in their sources.

    Raises:
        QuoteNotFaithfulError: one is not.
        ProjectDamagedError: a text is not as it was imported.
    """
    themes = Themes(workspace)
    views = tuple(
        (number, themes.view(theme.id)) for number, theme in numbered(themes.tree(dropped=False))
    )
    check_printable(item for _number, view in views for item in quotes_of(view))
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
        self._sources = workspace.database.find(Source, order="number")
        self._labels = source_labels(workspace.database)
        self._codes = {entry.code.id: entry for entry in Codes(workspace).entries()}
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
            material=tuple(self._material(group) for group in self._spread(())),
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
        passages = {segment.coding.id for segment in view.passages}
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
        if not view.passages:
            return (self._words.no_passages,)
        passages = self._spread(view.passages)
        quotes = self._spread(item.segment for item in quotes_of(view))
        contrary = self._spread(item.segment for item in view.contrary)
        told = (
            self._sentence(self._words.passages_come, passages),
            self._sentence(self._words.quotes_come, [group for group in quotes if group.heard]),
            self._sentence(
                self._words.contrary_comes, [group for group in contrary if group.heard]
            ),
        )
        return tuple(filter(None, told))

    def _spread(self, segments: Iterable[CodedSegment]) -> tuple[KindSpread, ...]:
        return spread(segments, self._sources, self._labels)

    def _sentence(self, begin: str, groups: Sequence[KindSpread]) -> str:
        """Give a sentence on where something comes from; empty when there are no groups."""
        parts = [self._origin(group) for group in groups]
        return f"{begin} {listed(parts, self._language)}." if parts else ""

    def _origin(self, group: KindSpread) -> str:
        """Give a part of a sentence: "van vier van de zes geïnterviewden (Politie I en III)"."""
        words = share(len(group.heard), group.total, group.kind, self._language)
        if group.silent and 0 < len(group.heard) <= NAMED_AT_MOST:
            labels = [voice.label for voice in group.heard]
            words += f" ({labels_listed(labels, self._language)})"
        return f"{noun_of(group.kind, self._language).origin} {words}"

    def _material(self, group: KindSpread) -> Material:
        """Tell who took part in one kind of material, and what that cannot show."""
        ids = {source.id for source in self._sources if source.kind is group.kind}
        return Material(self._took_part(group), self._limits.on_sources(ids))

    def _took_part(self, group: KindSpread) -> str:
        """Tell who took part in one kind of material, when, and who more than once."""
        sources = [source for source in self._sources if source.kind is group.kind]
        noun = noun_of(group.kind, self._language)
        told = sentence(counted(group.total, noun.one, noun.many, self._language))
        days = [source.held_on for source in sources if source.held_on]
        if days:
            told += f", {period(min(days), max(days), self._language)}"
        told += f": {labels_listed(group.silent, self._language)}."
        counts = Counter(self._labels.get(source.id, source.title) for source in sources)
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
        began = self._workspace.database.find(
            Coding, "suggestion <> '' AND suggestion_pipeline <> ?", [FITTING_CODES]
        )
        passages = {(coding.version_id, coding.span) for coding in began}
        pipelines = sorted({coding.suggestion_pipeline for coding in began} - {""})
        return noticed(len(passages), pipelines, self._language)

    def _note(self, quotes: Sequence[ChosenQuote]) -> str:
        """Tell what the quotes are fragments of, and whom they come from."""
        if not quotes:
            return ""
        kinds = {item.segment.source.text_kind for item in quotes}
        named = [self._words.text_kinds[kind] for kind in TextKind if kind in kinds]
        fragments = f"{self._words.fragments} {listed(named, self._language)}."
        groups = self._spread(item.segment for item in quotes)
        return f"{fragments} {self._sentence(self._words.quotes_come, groups)}"
