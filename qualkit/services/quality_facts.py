"""What the quality conversation looks at, read from a project; each part once, when wanted."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from qualkit.analysis.quality.facts import (
    Choices,
    Course,
    Passages,
    QuoteFacts,
    ReadingFacts,
    RoundFacts,
    SourceFacts,
    ThemeFacts,
    Use,
)
from qualkit.domain.codes import Code, CodeStatus
from qualkit.domain.framework import Matrix
from qualkit.domain.memos import Memo, MemoKind, ObjectType
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.rounds import Round
from qualkit.domain.sources import TextKind
from qualkit.domain.theme_relations import ThemeRelation
from qualkit.domain.themes import Claim, Stance, Theme, ThemeStatus
from qualkit.services.workspace import Workspace
from qualkit.store import quality_facts as store
from qualkit.store.labels import source_labels

SIGNS_PER_WORD = 5.9
"""Of Dutch talk written down, the space behind a word with it: lengths are at hand for every
segment without reading a text, and the sentences say "about"."""


class Facts:
    """What is seen in a project at one moment."""

    def __init__(self, workspace: Workspace) -> None:
        """Look at an open project; nothing is read yet."""
        self._workspace = workspace
        self._database = workspace.database

    @cached_property
    def info(self) -> ProjectInfo:
        """The project."""
        return self._database.find(ProjectInfo)[0]

    @cached_property
    def passages(self) -> Passages:
        """Every coded passage."""
        labels = [self.names[source_id] for source_id in self._coded.sources]
        return Passages(self._coded.codings, labels, self._coded.numbers)

    @cached_property
    def sources(self) -> tuple[SourceFacts, ...]:
        """Every source, in order."""
        signs = store.evidence_signs(self._database)
        counts = Counter(self._coded.sources)
        noted = store.noted_sources(self._database)
        return tuple(
            SourceFacts(
                source.id,
                TextKind(source.text_kind),
                self.names[source.id],
                round(signs.get(source.id, 0) / SIGNS_PER_WORD),
                counts[source.id],
                source.id in noted,
            )
            for source in self._sources
        )

    @cached_property
    def themes(self) -> tuple[ThemeFacts, ...]:
        """Every theme that is not dropped, in her order."""
        stories, readings = self._stories(), self._readings()
        claims = self._claims()
        quotes = self._quotes()
        themes = self._database.find(Theme, "status <> ?", [ThemeStatus.DROPPED], "position, id")
        return tuple(
            ThemeFacts(
                theme,
                self._coded.by_theme.get(theme.id, frozenset()),
                stories.get(theme.id, ""),
                tuple(claims.get(theme.id, ())),
                tuple(quotes.get(theme.id, ())),
                readings.get(theme.id),
            )
            for theme in themes
        )

    @cached_property
    def relations(self) -> tuple[ThemeRelation, ...]:
        """Every line between two themes."""
        return tuple(self._database.find(ThemeRelation))

    @cached_property
    def rounds(self) -> tuple[RoundFacts, ...]:
        """Every round, with what is not read in it."""
        places = store.sources_in_rounds(self._database)
        return tuple(
            RoundFacts(each, *places.get(each.id, (0, ())))
            for each in self._database.find(Round, order="begun_at")
        )

    @cached_property
    def course(self) -> Course:
        """The days of work, by phase."""
        return Course(
            self._days("coding"), self._days("theme", "board", "claim"), self._days("export")
        )

    @cached_property
    def choices(self) -> Choices:
        """What was decided on themes, and why."""
        return Choices(
            frozenset(store.explained_themes(self._database)),
            store.unexplained_steps(self._database),
        )

    @cached_property
    def use(self) -> Use:
        """Which parts of the program were used."""
        codes = self._database.find(Code, "status <> ?", [CodeStatus.RETIRED])
        return Use(
            has_matrix=bool(self._database.find(Matrix)),
            undescribed=sum(not code.description.strip() for code in codes),
            with_rules=sum(bool(code.use_when.strip() or code.not_when.strip()) for code in codes),
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The label, or title, of each source by its id."""
        labels = source_labels(self._database)
        return {source.id: labels.get(source.id, source.title) for source in self._sources}

    @cached_property
    def _coded(self) -> store.CodedPassages:
        return store.coded_passages(self._database)

    @cached_property
    def _sources(self) -> list[store.SourceRow]:
        return store.source_rows(self._database)

    def _stories(self) -> dict[str, str]:
        """Give the stories that may be seen here, by theme."""
        memos = self._database.find(
            Memo,
            "kind = ? AND object_type = ? AND (shared OR author = ?)",
            [MemoKind.NARRATIVE, ObjectType.THEME, self._workspace.settings.coder],
            "created_at DESC",
        )
        return {memo.object_id: memo.body for memo in memos}

    def _claims(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._database.find(Claim, order="position"):
            found[claim.theme_id].append(claim)
        return found

    def _quotes(self) -> dict[str, list[QuoteFacts]]:
        found: dict[str, list[QuoteFacts]] = defaultdict(list)
        for each in store.printed_quotes(self._database):
            found[each.theme_id].append(
                QuoteFacts(
                    each.coding_id, each.claim_id, Stance(each.stance).is_contrary, each.words
                )
            )
        return found

    def _readings(self) -> dict[str, ReadingFacts]:
        return {
            theme_id: ReadingFacts(_local_day(moment), read)
            for theme_id, (moment, read) in store.last_readings(self._database).items()
        }

    def _days(self, *kinds: str) -> tuple[date, ...]:
        moments = store.days_of_work(self._database, kinds)
        return tuple(dict.fromkeys(map(_local_day, moments)))


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
