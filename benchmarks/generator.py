"""Builds large invented projects, through the journal, and keeps them for the next run."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random

from rich.progress import Progress, TextColumn, TimeElapsedColumn

from benchmarks.analysis import Analysis
from benchmarks.conversations import Conversation, Conversations, seeded_id
from benchmarks.framework import write_framework, write_round
from benchmarks.plans import CACHE, Plan
from benchmarks.prose import Prose
from qualkit.domain.cases import Case, CaseKind, CaseSource, ParticipantGroup
from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceKind
from qualkit.domain.spans import Span
from qualkit.services.project import Project, new_info
from qualkit.services.workspace import DATABASE_NAME
from qualkit.settings import Settings
from qualkit.store.database import Database
from qualkit.store.journal import Journal
from qualkit.store.opening import open_database
from qualkit.store.texts import keep_text

SETTINGS = Settings(coder="onderzoeker")
CHUNK = 500
"""Sources imported as one step."""


def project_of(plan: Plan) -> Path:
    """Give the folder with the project of a plan; it is made when it is not there yet."""
    folder = plan.folder
    if folder.is_dir():
        return folder
    CACHE.mkdir(exist_ok=True)
    for old in CACHE.glob(f"{plan.name}-{'[0-9a-f]' * 12}*"):
        shutil.rmtree(old)
    part = folder.with_suffix(".part")
    Project.create(part, new_info(f"Verzonnen: {plan.name}"), SETTINGS, Origin.BATCH).close()
    with closing(open_database(part / DATABASE_NAME)) as database, _progress() as progress:
        # Nothing is lost when the power fails: a project that is not finished is made again.
        database.tables.execute("PRAGMA synchronous = OFF")
        _fill(plan, database, progress)
        _check(database)
        database.tables.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    part.rename(folder)
    return folder


def copy_of(plan: Plan, folder: Path) -> Path:
    """Copy the project of a plan into a folder, to be written in."""
    return Path(shutil.copytree(project_of(plan), folder / plan.name))


def _fill(plan: Plan, database: Database, progress: Progress) -> None:
    rng = Random(plan.seed)
    prose = Prose(rng)
    journal = Journal(database, SETTINGS.coder, Origin.BATCH)
    conversations = Conversations(rng, prose)
    analysis = Analysis(plan, journal, rng, prose)
    analysis.write_codebook()
    places = _Import(plan, database, journal, conversations, rng).run(progress)
    task = progress.add_task(f"{plan.name}: codings", total=len(places))
    for version_id, span in places:
        analysis.code(version_id, span)
        progress.advance(task)
    analysis.write_themes()
    analysis.write_memos()
    write_framework(database, journal, rng, prose)
    write_round(database, journal, rng)


class _Import:
    """Brings conversations in, many at a step, and says which passages of them to code."""

    def __init__(
        self,
        plan: Plan,
        database: Database,
        journal: Journal,
        conversations: Conversations,
        rng: Random,
    ) -> None:
        self._plan = plan
        self._database = database
        self._journal = journal
        self._make = conversations
        self._rng = rng
        self._groups = {
            SourceKind.CHAT: ParticipantGroup(seeded_id(rng), "Gesprek {1}"),
            SourceKind.INTERVIEW: ParticipantGroup(seeded_id(rng), "Respondent {1}"),
        }

    def run(self, progress: Progress) -> list[tuple[str, Span]]:
        task = progress.add_task(f"{self._plan.name}: sources", total=self._plan.sources)
        with self._journal.operation("case.group", "Made the groups of participants") as step:
            step.add_all(self._groups.values())
        counts = Counter(self._rng.choices(range(1, self._plan.sources + 1), k=self._plan.codings))
        counts[self._plan.sources + 1] = self._plan.long_codings
        places: list[tuple[str, Span]] = []
        conversations = self._conversations()
        while chunk := list(islice(conversations, CHUNK)):
            self._bring_in(chunk)
            for item in chunk:
                longest = 200 if item.source.number <= self._plan.sources else 600
                passages = [
                    item.passage(self._rng, longest) for _ in range(counts[item.source.number])
                ]
                places.extend((item.version.id, span) for span in sorted(passages))
            progress.advance(task, len(chunk))
        return places

    def _conversations(self) -> Iterator[Conversation]:
        """Give chats and interviews by turns, and the long interview last."""
        average = self._plan.words // self._plan.sources
        for number in range(1, self._plan.sources + 1):
            words = self._rng.randint(average // 2, average * 3 // 2)
            make = self._make.chat if self._plan.chats and number % 2 else self._make.interview
            yield make(number, words)
        if self._plan.long_source:
            yield self._make.long_interview(self._plan.sources + 1, self._plan.long_source)

    def _bring_in(self, chunk: list[Conversation]) -> None:
        """Write conversations as an import does, kind by kind because that is faster."""
        with self._journal.operation("source.import", f"Imported {len(chunk)} sources") as step:
            for item in chunk:
                keep_text(self._database, item.text)
            step.add_all(item.source for item in chunk)
            step.add_all(item.version for item in chunk)
            step.add_all(speaker for item in chunk for speaker in item.speakers)
            step.add_all(item.segmentation for item in chunk)
            cases = [self._case(item) for item in chunk]
            step.add_all(cases)
            step.add_all(
                CaseSource(seeded_id(self._rng), case.id, item.source.id)
                for case, item in zip(cases, chunk, strict=True)
            )

    def _case(self, item: Conversation) -> Case:
        chat = item.source.kind is SourceKind.CHAT
        kind = CaseKind.CONVERSATION if chat else CaseKind.PARTICIPANT
        group = self._groups[item.source.kind]
        return Case(seeded_id(self._rng), kind, group.id, item.source.number)


def _check(database: Database) -> None:
    """Stop when what was made is not a sound project."""
    integrity = database.value("PRAGMA integrity_check")
    dangling = list(database.query("PRAGMA foreign_key_check"))
    if integrity != "ok" or dangling:
        raise RuntimeError(f"The generated project is unsound: {integrity}, {dangling[:3]}")


def _progress() -> Progress:
    return Progress(
        *Progress.get_default_columns(),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
        transient=True,
    )
