"""What the quality conversation looks at, read from a project; each part once, when wanted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from qualkit.analysis.quality.facts import (
    Choices,
    Course,
    Passages,
    QuoteFacts,
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
from qualkit.domain.themes import Claim, PlacedCoding, Stance, Theme, ThemeStatus
from qualkit.services.workspace import Workspace
from qualkit.store import quality_facts as store
from qualkit.store.counts import evidence_words, passages_by_source
from qualkit.store.labels import source_labels
from qualkit.store.theme_members import codings_by_theme
from qualkit.store.theme_readings import read_states
from qualkit.store.voices import Voices


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
        """The coded passages of all themes."""
        codings: list[str] = []
        labels: list[str] = []
        numbers: dict[str, int] = {}
        places: dict[tuple[str, int, int], int] = {}
        for coding in self._placed.values():
            number = places.setdefault(coding.passage, len(places))
            numbers[coding.coding_id] = number
            if number == len(codings):
                codings.append(coding.coding_id)
                labels.append(self.names[coding.source_id])
        return Passages(codings, labels, numbers)

    @cached_property
    def sources(self) -> tuple[SourceFacts, ...]:
        """Every source, in order."""
        words = evidence_words(self._database)
        counts = passages_by_source(self._database)
        checked = store.checked_sources(self._database)
        return tuple(
            SourceFacts(
                source.id,
                TextKind(source.text_kind),
                self.names[source.id],
                words.get(source.id, 0),
                counts.get(source.id, 0),
                source.id in checked,
            )
            for source in self._sources
        )

    @cached_property
    def themes(self) -> tuple[ThemeFacts, ...]:
        """Every theme that is not dropped, in her order, with its passages."""
        facts = []
        for each in self.written:
            codings = self._codings.get(each.theme.id, ())
            held = self._numbers(codings)
            facts.append(replace(each, passages=held, heard=self._heard(held, codings)))
        return tuple(facts)

    @cached_property
    def written(self) -> tuple[ThemeFacts, ...]:
        """The same themes with what is written of them only, which is there at once."""
        stories, claims, quotes = self._stories(), self._claims(), self._quotes()
        states = read_states(self._database, self._workspace.settings.coder)
        return tuple(
            ThemeFacts(
                theme,
                story=stories.get(theme.id, ""),
                claims=tuple(claims.get(theme.id, ())),
                quotes=tuple(quotes.get(theme.id, ())),
                reading=states.get(theme.id),
            )
            for theme in self._database.find(
                Theme, "status <> ?", [ThemeStatus.DROPPED], "position, id"
            )
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
    def _codings(self) -> Mapping[str, Sequence[PlacedCoding]]:
        return codings_by_theme(self._database)

    @cached_property
    def _placed(self) -> Mapping[str, PlacedCoding]:
        """Every coding that is in a theme, by its id."""
        return {coding.coding_id: coding for each in self._codings.values() for coding in each}

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self._database)

    def _numbers(self, codings: Iterable[PlacedCoding]) -> frozenset[int]:
        numbers = self.passages.numbers
        return frozenset([numbers[coding.coding_id] for coding in codings])

    def _heard(self, held: frozenset[int], codings: Sequence[PlacedCoding]) -> frozenset[int]:
        """Give the passages of a theme that count as heard, all of them where it cannot matter.

        Where nobody has a quarter of them, half would have to be interviewers' words before one
        voice carried the theme. Finding that out takes seconds over 100,000 codings.
        """
        labels = Counter(map(self.passages.labels.__getitem__, held))
        if max(labels.values(), default=0) * 4 < len(held):
            return held
        return self._numbers(self._voices.only_heard(codings))

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

    def _days(self, *kinds: str) -> tuple[date, ...]:
        moments = store.days_of_work(self._database, kinds)
        return tuple(dict.fromkeys(map(_local_day, moments)))


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
