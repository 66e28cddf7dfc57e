"""Random work over the real services: nothing dangles, no offset shifts, and all of it is undone.

`HYPOTHESIS_PROFILE=thorough` runs many more and longer stories.
"""

import json
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from qualkit.domain.board_columns import Card
from qualkit.domain.cases import NumberOrder
from qualkit.domain.codes import Code, CodeChange, CodeColour, CodeLevel
from qualkit.domain.codings import CodedSegment
from qualkit.domain.duplicates import PairsWanted, PairVerdict
from qualkit.domain.framework import CellContent, CellPlace, ColumnHead
from qualkit.domain.memos import MemoEntry, MemoKind, ObjectType, Target
from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.operations import OperationEntry, Origin
from qualkit.domain.projects import Profile
from qualkit.domain.quotability import Attribution, Quotability, strictest
from qualkit.domain.quote_editing import Editing, units_of
from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.domain.rounds import RoundOrder
from qualkit.domain.segments import Unit
from qualkit.domain.source_making import MakingChange, MemberCheck
from qualkit.domain.sources import Role, Source, SourceKind
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.domain.theme_readings import Verdict
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import Quote, QuoteReason, QuoteStage, Stance, Theme, ThemeStatus
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import NothingToUndoError, QualkitError
from qualkit.services.matrices import head_of
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from qualkit.store.rows import TABLES
from tests.answering import Filled, page_answers
from tests.services.queue_files import rows_for, write_rows

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"

# `text` keeps what was imported for a redo; operation and change only grow.
KEPT = sorted(set(TABLES.values()) - {"operation"})

LINES = (
    "I: Hoe gaat het met de bezetting?",
    "R: Te weinig mensen, te veel meldingen.",
    "R: De kennis zit in e\u0301e\u0301n hoofd 🙂 en dat is kwetsbaar.",
    "Wie belt, gaat voor.",
    "",
    "Wachttijden lopen op; niemand belt terug.",
    "[2026-02-04 19:31] bezoeker: Ik wacht op school",
    "[2026-02-04 19:32] medewerker: Waar wacht je op?",
)
NAMES = ("capaciteit", "kennis", "Wachten", "contact", "kennis > één hoofd", "CAPACITEIT", " ")
LABELS = ("Politie I", "Politie III", "Gesprek 2", "Wijkteam", "{I}", "")
PATTERNS = ("Politie {I}", "Eenheid {1}", "Gesprek {1}", "Wijkteam", "School {I}", "{X}")
BODIES = ("Dit valt op bij P1:2.", "Zie P2:1-3 en P1:1", "Mijn eigen rol hier?", "P9:9 P1:0", "")

NOTICED = SuggestedBy("te weinig", 2, "nl_qualkit_sm 1.0.0 (shipped)")
QUEUED = ("te weinig mensen", "wacht", "hoofd", "te veel")
PHRASES = ("te weinig mensen", "Wachttijden", "één hoofd", " ")

T = TypeVar("T")
numbers = st.integers(0, 1_000)


class ResearchMachine(RuleBasedStateMachine):
    """One person at work on one project."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project.create(
            self.folder / "studie", new_info("Proef"), Settings("onderzoeker"), Origin.CLI
        )
        self.peek = sqlite3.connect(self.folder / "studie" / "project.db")
        self.first = self.state()
        self.words: dict[str, str] = {}
        self.resized: set[str] = set()
        self.files = 0

    @initialize()
    def begin_with_a_little(self) -> None:
        self.import_files([list(LINES[:4]), [*LINES[4:], LINES[2]]], "Politie I")
        self.project.codes.add("capaciteit > mensen")
        self.project.codes.add("kennis")
        self.project.themes.add("Zichtbaarheid")
        for start in (0, 3, 40):
            self.add_coding(0, [0, 2], start, 12)

    # What can be seen from outside

    def rows(self, sql: str, *arguments: object) -> list[Any]:
        return self.peek.execute(sql, arguments).fetchall()

    def state(self) -> dict[str, list[Any]]:
        return {table: sorted(self.rows(f'SELECT * FROM "{table}"'), key=repr) for table in KEPT}

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something that may be refused; a refusal changes nothing at all."""
        before, trail = self.state(), self.rows("SELECT count(*) FROM operation")
        try:
            return action()
        except QualkitError as error:
            assert error.message
            assert self.state() == before
            assert self.rows("SELECT count(*) FROM operation") == trail
            return None

    def one(self, items: Sequence[T], number: int) -> T | None:
        return items[number % len(items)] if items else None

    def source(self, number: int) -> Source | None:
        return self.one([entry.source for entry in self.project.sources.entries()], number)

    def code(self, number: int) -> Code | None:
        return self.one([entry.code for entry in self.project.codes.entries()], number)

    def coding(self, number: int) -> CodedSegment | None:
        return self.one(self.project.codings.select(), number)

    def theme(self, number: int) -> Theme | None:
        return self.one(self.project.themes.all(), number)

    def memo(self, number: int) -> MemoEntry | None:
        return self.one(self.project.memos.entries(), number)

    def remember(self, coding_id: str) -> None:
        self.words[coding_id] = self.raw_words(coding_id)

    def raw_words(self, coding_id: str) -> str:
        ((start, end, body),) = self.rows(
            'SELECT start, "end", body FROM coding JOIN version ON version.id = version_id'
            " JOIN text USING (sha256) WHERE coding.id = ?",
            coding_id,
        )
        assert 0 <= start < end <= len(body)
        return str(body[start:end])

    # Sources, segments, cases

    @precondition(lambda self: self.files < 4)
    @rule(
        texts=st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=6), max_size=3),
        label=st.sampled_from(LABELS[:4]),
    )
    def import_files(self, texts: list[list[str]], label: str) -> None:
        folder = self.folder / f"bestanden-{self.files}"
        folder.mkdir()
        self.files += 1
        for number, lines in enumerate(texts):
            head = f"---\nlabel: {label}\n---\n" if number == 0 else ""
            (folder / f"{number}.txt").write_text(head + "\n".join(lines), "utf-8")
        (folder / "plaatje.txt").write_bytes(b"\x89PNG\r\n")
        self.attempt(lambda: self.project.imports.run([folder]))

    @rule(which=numbers, unit=st.sampled_from([Unit.TURN, Unit.MESSAGE, Unit.PARAGRAPH]))
    def propose_segments(self, which: int, unit: Unit) -> None:
        if source := self.source(which):
            self.attempt(lambda: self.project.segments.propose(source.id, unit))

    @rule(which=numbers, first=st.integers(1, 4), more=st.integers(0, 2))
    def merge_segments(self, which: int, first: int, more: int) -> None:
        if source := self.source(which):
            self.attempt(lambda: self.project.segments.merge(source.id, first, first + more))

    @rule(which=numbers, offset=st.integers(0, 120))
    def split_segment(self, which: int, offset: int) -> None:
        if source := self.source(which):
            self.attempt(lambda: self.project.segments.split(source.id, offset))

    @rule(which=numbers, position=st.integers(1, 4), start=st.integers(0, 90), size=numbers)
    def move_segment(self, which: int, position: int, start: int, size: int) -> None:
        if source := self.source(which):
            span = Span(start, start + 1 + size % 40)
            self.attempt(lambda: self.project.segments.move(source.id, position, span))

    @rule(which=numbers, label=st.sampled_from(LABELS))
    def assign_case(self, which: int, label: str) -> None:
        if source := self.source(which):
            self.attempt(lambda: self.project.cases.assign(source.id, label))

    @rule(old=st.sampled_from(PATTERNS), new=st.sampled_from(PATTERNS))
    def relabel(self, old: str, new: str) -> None:
        self.attempt(lambda: self.project.labels.relabel(old, new))

    @rule(verdict=st.sampled_from(MosaicVerdict))
    def look_at_labels(self, verdict: MosaicVerdict) -> None:
        self.project.mosaic.look_all(verdict, "bekeken")
        assert not self.project.mosaic.waiting()

    @rule(which=numbers, order=st.sampled_from(NumberOrder), seed=numbers)
    def renumber(self, which: int, order: NumberOrder, seed: int) -> None:
        if groups := self.project.labels.groups():
            group = groups[which % len(groups)].group
            self.attempt(lambda: self.project.labels.renumber(group.id, order, seed))

    @rule(which=numbers, title=st.sampled_from(["Nieuwe titel", " "]), role=st.sampled_from(Role))
    def describe_source(self, which: int, title: str, role: Role) -> None:
        if source := self.source(which):
            self.attempt(
                lambda: self.project.sources.describe(source.id, title, SourceKind.TRANSCRIPT)
            )
            self.attempt(lambda: self.project.sources.set_role(source.id, "r", role))

    # Codes

    @rule(name=st.sampled_from(NAMES))
    def add_code(self, name: str) -> None:
        self.attempt(lambda: self.project.codes.add(name, "Wat erbij hoort."))

    @rule(which=numbers, name=st.sampled_from(NAMES))
    def rename_code(self, which: int, name: str) -> None:
        if code := self.code(which):
            self.attempt(lambda: self.project.codes.rename(code.id, name, why="scherper"))

    @rule(
        which=numbers,
        change=st.builds(
            CodeChange,
            description=st.sampled_from([None, "", "Ook dit."]),
            boundary=st.sampled_from([None, "", "Een week is het net niet."]),
            level=st.sampled_from([None, "", *CodeLevel]),
            colour=st.sampled_from([None, "", *CodeColour]),
        ),
    )
    def describe_code(self, which: int, change: CodeChange) -> None:
        if code := self.code(which):
            self.attempt(lambda: self.project.codes.describe(code.id, change))

    @rule(which=numbers, parent=st.none() | numbers)
    def move_code(self, which: int, parent: int | None) -> None:
        above = None if parent is None else self.code(parent)
        if code := self.code(which):
            self.attempt(lambda: self.project.codes.move(code.id, above.id if above else None))

    @rule(which=numbers, into=numbers)
    def merge_codes(self, which: int, into: int) -> None:
        old, new = self.code(which), self.code(into)
        if old and new:
            there = len(self.project.codings.select(code_id=new.id))
            told = self.attempt(lambda: self.project.codes.preview_merge(old.id, new.id))
            done = self.attempt(lambda: self.project.codes.merge(old.id, new.id))
            assert bool(told) is bool(done), "what is previewed can be done, and nothing else"
            if told:
                after = len(self.project.codings.select(code_id=new.id))
                assert after == there + told.moving - told.shared

    @rule(
        which=numbers,
        names=st.lists(st.sampled_from(NAMES), max_size=2),
        picks=st.lists(numbers, max_size=3),
    )
    def split_code(self, which: int, names: list[str], picks: list[int]) -> None:
        if code := self.code(which):
            codings = self.project.codings.select(code_id=code.id)
            ids = [codings[pick % len(codings)].coding.id for pick in picks if codings]
            self.attempt(lambda: self.project.codes.split_over(code.id, dict.fromkeys(ids, names)))

    @rule(which=numbers, retired=st.booleans())
    def retire_code(self, which: int, retired: bool) -> None:
        if code := self.code(which):
            self.attempt(lambda: self.project.codes.retire(code.id, retired))

    @rule(which=numbers)
    def remove_code(self, which: int) -> None:
        if code := self.code(which):
            self.attempt(lambda: self.project.codes.remove(code.id))

    # Codings

    @rule(
        which=numbers, picks=st.lists(numbers, max_size=2), start=st.integers(0, 90), size=numbers
    )
    def add_coding(self, which: int, picks: list[int], start: int, size: int) -> None:
        codes = [code.id for pick in picks if (code := self.code(pick))]
        if source := self.source(which):
            version = self.project.sources.read(source.id).version
            span = Span(start, start + 1 + size % 40)
            made = self.attempt(lambda: self.project.codings.add(version.id, span, codes))
            for coding in made.value if made else ():
                self.remember(coding.id)

    @rule(which=numbers, name=st.sampled_from(NAMES), start=st.integers(0, 60))
    def add_coding_with_new_code(self, which: int, name: str, start: int) -> None:
        if source := self.source(which):
            version = self.project.sources.read(source.id).version
            span = Span(start, start + 12)
            made = self.attempt(
                lambda: self.project.codings.add_new(version.id, span, name, NOTICED)
            )
            for coding in made.value if made else ():
                self.remember(coding.id)

    @rule(phrase=st.sampled_from(PHRASES), which=st.none() | numbers)
    def reject_suggestion(self, phrase: str, which: int | None) -> None:
        source = None if which is None else self.source(which)
        source_id = source.id if source else None
        made = self.attempt(lambda: self.project.suggestions.reject(phrase, source_id))
        if made:
            assert made.value in self.project.suggestions.rejections()

    @rule(which=numbers)
    def restore_suggestion(self, which: int) -> None:
        if rejection := self.one(self.project.suggestions.rejections(), which):
            self.attempt(lambda: self.project.suggestions.restore(rejection.id))
            assert rejection not in self.project.suggestions.rejections()

    # The queue

    @rule(phrases=st.lists(st.sampled_from(QUEUED), min_size=1, max_size=4, unique=True))
    def load_batch(self, phrases: list[str]) -> None:
        entries = self.project.sources.entries()
        texts = [self.project.sources.read(entry.source.id) for entry in entries]
        rows = [
            row for rank, words in enumerate(phrases, 1) for row in rows_for(rank, words, texts)
        ]
        path = write_rows(self.folder / "batch.jsonl", rows)
        codings = self.rows("SELECT * FROM coding")
        report = self.attempt(lambda: self.project.queue.load(path))
        assert self.rows("SELECT * FROM coding") == codings, "a suggestion is never a coding"
        if report:
            value = report.value
            assert value.places + value.known + value.rejected + value.context == len(rows)
            again = self.project.queue.load(path).value
            assert again.batch is None, "twice is once"

    @rule(
        which=numbers,
        picks=st.lists(numbers, max_size=3),
        name=st.sampled_from(NAMES),
        into=st.none() | numbers,
        unread=st.booleans(),
    )
    def take_phrase(
        self, which: int, picks: list[int], name: str, into: int | None, unread: bool
    ) -> None:
        queue = self.project.queue
        item = self.one(queue.all(), which)
        if item is None:
            return
        places = [item.places[pick % len(item.places)] for pick in picks]
        code = None if into is None else self.code(into)
        if code:
            made = self.attempt(lambda: queue.attach(item.id, code.id, places, unread))
        else:
            made = self.attempt(lambda: queue.code(item.id, places, name, unread))
        assert not made or unread or not queue.unread(places)
        for coding in made.value if made else ():
            self.remember(coding.id)

    @rule(which=numbers, how=st.sampled_from(["watch", "reject", "everywhere"]))
    def decide_on_phrase(self, which: int, how: str) -> None:
        queue = self.project.queue
        if item := self.one(queue.all(), which):
            decide = {"watch": queue.watch, "reject": queue.reject}
            decide["everywhere"] = queue.reject_everywhere
            self.attempt(lambda: decide[how](item.id))
            assert item.id not in {each.id for each in queue.waiting()}

    @rule(which=numbers, phrase=st.sampled_from(PHRASES))
    def watch_and_unwatch(self, which: int, phrase: str) -> None:
        queue = self.project.queue
        if (watched := self.one(queue.watched(), which)) and which % 2:
            self.attempt(lambda: queue.unwatch(watched.id))
        else:
            self.attempt(lambda: queue.watch_phrase(phrase))

    @rule(which=numbers)
    def drop_batch(self, which: int) -> None:
        if entry := self.one(self.project.queue.batches(), which):
            codings = self.rows("SELECT * FROM coding")
            self.attempt(lambda: self.project.queue.drop(entry.batch.id))
            assert self.rows("SELECT * FROM coding") == codings

    @invariant()
    def every_phrase_of_the_queue_stands_in_its_text(self) -> None:
        lengths = dict(
            self.rows("SELECT version.id, length(body) FROM version JOIN text USING (sha256)")
        )
        for (places,) in self.rows("SELECT places FROM queued_suggestion"):
            assert places != "[]"
            for each in json.loads(places):
                assert 0 <= each["start"] < each["end"] <= lengths[each["version_id"]]

    @rule(picks=st.lists(numbers, max_size=3))
    def remove_codings(self, picks: list[int]) -> None:
        ids = [found.coding.id for pick in picks if (found := self.coding(pick))]
        self.attempt(lambda: self.project.codings.remove(ids))

    @rule(which=numbers, into=numbers)
    def recode(self, which: int, into: int) -> None:
        found, code = self.coding(which), self.code(into)
        if found and code:
            self.attempt(lambda: self.project.codings.recode(found.coding.id, code.id))

    @rule(which=numbers, start=st.integers(0, 90), size=numbers)
    def resize_coding(self, which: int, start: int, size: int) -> None:
        if found := self.coding(which):
            span = Span(start, start + 1 + size % 40)
            made = self.attempt(lambda: self.project.codings.resize(found.coding.id, span))
            if made:
                self.resized.add(made.value.id)
                self.remember(made.value.id)

    @rule(which=numbers, strong=st.booleans())
    def mark_coding(self, which: int, strong: bool) -> None:
        if found := self.coding(which):
            self.attempt(lambda: self.project.codings.mark(found.coding.id, strong))

    # Memos

    @rule(
        which=numbers,
        kind=st.sampled_from(ObjectType),
        body=st.sampled_from(BODIES),
        memo_kind=st.sampled_from(MemoKind),
        cited=numbers,
    )
    def add_memo(
        self, which: int, kind: ObjectType, body: str, memo_kind: MemoKind, cited: int
    ) -> None:
        about, other = self.target(kind, which), self.code(cited)
        cites = [Target(ObjectType.CODE, other.id)] if other else []
        if about:
            self.attempt(lambda: self.project.memos.add(about, body, memo_kind, cites=cites))

    def target(self, kind: ObjectType, which: int) -> Target | None:
        if kind is ObjectType.PROJECT:
            return Target(kind, self.project.info.id)
        if kind is ObjectType.PASSAGE:
            source = self.source(which)
            if source is None:
                return None
            version = self.project.sources.read(source.id).version
            return Target(kind, version.id, which % 50, which % 50 + 5)
        finders: dict[ObjectType, Callable[[], Any]] = {
            ObjectType.SOURCE: lambda: self.source(which),
            ObjectType.CODE: lambda: self.code(which),
            ObjectType.THEME: lambda: self.theme(which),
            ObjectType.STEP: lambda: (
                (step := self.one(self.project.history.entries(), which)) and step.operation
            ),
            ObjectType.CODING: lambda: (hit := self.coding(which)) and hit.coding,
            ObjectType.CASE: lambda: (
                (case := self.one(self.project.cases.entries(), which)) and case[0]
            ),
        }
        found = finders[kind]()
        return Target(kind, found.id) if found else None

    @rule(which=numbers, body=st.none() | st.sampled_from(BODIES), shared=st.none() | st.booleans())
    def edit_memo(self, which: int, body: str | None, shared: bool | None) -> None:
        if entry := self.memo(which):
            self.attempt(lambda: self.project.memos.edit(entry.memo.id, body, shared=shared))

    @rule(which=numbers)
    def remove_memo(self, which: int) -> None:
        if entry := self.memo(which):
            self.attempt(lambda: self.project.memos.remove(entry.memo.id))

    # Doubts

    @rule(which=numbers, kind=st.sampled_from(ObjectType), words=st.sampled_from(BODIES))
    def raise_doubt(self, which: int, kind: ObjectType, words: str) -> None:
        if about := self.target(kind, which):
            self.attempt(lambda: self.project.doubts.raise_on(about, words))

    @rule(which=numbers, text=st.sampled_from(BODIES), step=st.sampled_from(["say", "close", ""]))
    def discuss_doubt(self, which: int, text: str, step: str) -> None:
        doubts = self.project.doubts
        if doubt := self.one(doubts.all(), which):
            steps: dict[str, Callable[[], object]] = {
                "say": lambda: doubts.remark(doubt.memo.id, text),
                "close": lambda: doubts.decide(doubt.memo.id, text),
                "": lambda: doubts.reopen(doubt.memo.id),
            }
            self.attempt(steps[step])

    # Vignettes

    @rule(which=numbers, picks=st.lists(numbers, max_size=3), title=st.sampled_from(NAMES))
    def add_vignette(self, which: int, picks: list[int], title: str) -> None:
        ids = [found.coding.id for pick in picks if (found := self.coding(pick))]
        if theme := self.theme(which):
            self.attempt(
                lambda: self.project.vignettes.add(
                    theme.id, title, "Er belt niemand terug.", MadeOf.COMPOSITE, ids
                )
            )

    @rule(which=numbers, pick=numbers, offset=st.integers(-2, 2))
    def change_vignette(self, which: int, pick: int, offset: int) -> None:
        vignettes, found = self.project.vignettes, self.coding(pick)
        if vignette := self.one(vignettes.all(), which):
            self.attempt(lambda: vignettes.move(vignette.id, offset))
            if found:
                change = vignettes.link if offset % 2 else vignettes.unlink
                self.attempt(lambda: change(vignette.id, found.coding.id))
            if offset == 0:
                self.attempt(lambda: vignettes.drop(vignette.id))

    # Themes, claims, quotes

    @rule(name=st.sampled_from(NAMES))
    def add_theme(self, name: str) -> None:
        self.attempt(lambda: self.project.themes.add(name, "Wie niet zichtbaar is, verliest."))

    @rule(which=numbers, name=st.sampled_from(NAMES), above=st.none() | numbers, status=st.data())
    def edit_theme(self, which: int, name: str, above: int | None, status: st.DataObject) -> None:
        if theme := self.theme(which):
            parent = None if above is None else self.theme(above)
            changed = replace(
                theme,
                name=name,
                status=status.draw(st.sampled_from(ThemeStatus)),
                parent_id=parent.id if parent else None,
            )
            self.attempt(lambda: self.project.themes.edit(changed))

    @rule(which=numbers, offset=st.integers(-2, 2))
    def move_theme(self, which: int, offset: int) -> None:
        if theme := self.theme(which):
            self.attempt(lambda: self.project.themes.move(theme.id, offset))

    @rule(which=numbers, picks=st.lists(numbers, min_size=1, max_size=3))
    def put_codes(self, which: int, picks: list[int]) -> None:
        ids = [code.id for pick in picks if (code := self.code(pick))]
        if theme := self.theme(which):
            self.attempt(lambda: self.project.theme_contents.put_codes(theme.id, ids))

    @rule(which=numbers, pick=numbers)
    def take_code(self, which: int, pick: int) -> None:
        theme, code = self.theme(which), self.code(pick)
        if theme and code:
            self.attempt(lambda: self.project.theme_contents.take_code(theme.id, code.id))

    @rule(which=numbers, pick=numbers, put=st.booleans())
    def gather_passage(self, which: int, pick: int, put: bool) -> None:
        theme, found = self.theme(which), self.coding(pick)
        if theme and found:
            contents = self.project.theme_contents
            decide = contents.put_passage if put else contents.take_passage
            self.attempt(lambda: decide(theme.id, found.coding.id))

    @rule(which=numbers, pick=numbers, stance=st.sampled_from(Stance))
    def take_stance(self, which: int, pick: int, stance: Stance) -> None:
        theme, found = self.theme(which), self.coding(pick)
        if theme and found:
            contents = self.project.theme_contents
            self.attempt(lambda: contents.set_stance(theme.id, found.coding.id, stance))

    @rule(which=numbers, above=st.none() | numbers)
    def put_theme_under(self, which: int, above: int | None) -> None:
        parent = None if above is None else self.theme(above)
        if theme := self.theme(which):
            self.attempt(
                lambda: self.project.themes.put_under(theme.id, parent.id if parent else None)
            )

    def held(self, *theme_ids: str) -> set[str]:
        """Give the ids of the codings that are in some themes themselves."""
        contents = self.project.theme_contents
        return {item.coding_id for item in contents.members(theme_ids, whole=False)}

    @rule(which=numbers, into=numbers)
    def merge_themes(self, which: int, into: int) -> None:
        """The theme that stays holds what either held, and nothing else."""
        old, new = self.theme(which), self.theme(into)
        if old and new:
            merging = self.project.theme_merging
            there, both = self.held(new.id), self.held(old.id, new.id)
            told = self.attempt(lambda: merging.preview(old.id, new.id))
            done = self.attempt(lambda: merging.merge(old.id, new.id))
            assert bool(told) is bool(done), "what is previewed can be done, and nothing else"
            if told:
                assert self.held(new.id) == both
                assert len(both) == len(there) + told.passages

    @rule(
        which=numbers,
        name=st.sampled_from([*NAMES, "Een eigen idee", "Nog een"]),
        codes=st.lists(numbers, max_size=2),
        picks=st.lists(numbers, max_size=2),
    )
    def split_theme(self, which: int, name: str, codes: list[int], picks: list[int]) -> None:
        """What is chosen leaves the theme; together the two hold what the one held."""
        if theme := self.theme(which):
            code_ids = [code.id for pick in codes if (code := self.code(pick))]
            ids = sorted(self.held(theme.id))
            coding_ids = [ids[pick % len(ids)] for pick in picks if ids]
            split = self.project.theme_merging.split
            made = self.attempt(lambda: split(theme.id, name, code_ids, coding_ids))
            if made:
                gone, stays = self.held(made.value.id), self.held(theme.id)
                assert gone | stays == set(ids)
                assert not gone & stays
                assert set(coding_ids) <= gone

    @rule(
        which=numbers,
        other=numbers,
        kind=st.sampled_from(RelationKind),
        sentence=st.sampled_from(["", "verschilt, omdat het over tijd gaat"]),
    )
    def relate_themes(self, which: int, other: int, kind: RelationKind, sentence: str) -> None:
        here, there = self.theme(which), self.theme(other)
        if here and there:
            relations = self.project.theme_relations
            self.attempt(lambda: relations.relate(here.id, there.id, kind, sentence))
            self.attempt(lambda: relations.compare(here.id, there.id))

    @rule(which=numbers, kind=st.none() | st.sampled_from(RelationKind))
    def change_relation(self, which: int, kind: RelationKind | None) -> None:
        relations = self.project.theme_relations
        if relation := self.one(relations.all(), which):
            if kind is None:
                self.attempt(lambda: relations.remove(relation.id))
            else:
                self.attempt(lambda: relations.edit(relation.id, kind, "anders gezegd"))

    @rule(which=numbers, text=st.sampled_from(["niemand noemt geld", " "]), take=st.booleans())
    def absences(self, which: int, text: str, take: bool) -> None:
        absences = self.project.absences
        if theme := self.theme(which):
            present = absences.of_theme(theme.id)
            if take and present:
                self.attempt(lambda: absences.remove(present[0].id))
            elif present:
                self.attempt(lambda: absences.edit(present[0].id, text, "drie gesprekken"))
            self.attempt(lambda: absences.add(theme.id, text, "alle gesprekken"))

    @rule(which=numbers, story=st.sampled_from(["", "Eerst dit, dan dat.", "Anders verteld."]))
    def narrate(self, which: int, story: str) -> None:
        if theme := self.theme(which):
            self.attempt(lambda: self.project.themes.narrate(theme.id, story))

    @rule(which=numbers)
    def remove_theme(self, which: int) -> None:
        if theme := self.theme(which):
            self.attempt(lambda: self.project.themes.remove(theme.id))

    @rule(which=numbers, text=st.sampled_from(["Er is te weinig tijd.", " "]), drop=st.booleans())
    def claims(self, which: int, text: str, drop: bool) -> None:
        if theme := self.theme(which):
            claims = self.project.themes.view(theme.id).claims
            if drop and claims:
                self.attempt(lambda: self.project.quotes.drop_claim(claims[0].claim.id))
            elif claims:
                self.attempt(lambda: self.project.quotes.reword_claim(claims[0].claim.id, text))
            self.attempt(lambda: self.project.quotes.claim(theme.id, text))

    @rule(
        which=numbers,
        pick=numbers,
        stance=st.sampled_from(Stance),
        reason=st.none() | st.sampled_from(QuoteReason),
        printed=st.sampled_from([None, "[...]", "[...] nooit gezegd [...]"]),
    )
    def choose_quote(
        self,
        which: int,
        pick: int,
        stance: Stance,
        reason: QuoteReason | None,
        printed: str | None,
    ) -> None:
        theme, found = self.theme(which), self.coding(pick)
        if theme and found:
            claims = self.project.themes.view(theme.id).claims
            claim_id = claims[0].claim.id if claims else None
            self.attempt(
                lambda: self.project.quotes.choose(
                    theme.id, found.coding.id, claim_id, stance, reason, printed
                )
            )

    def quote(self, number: int) -> Quote | None:
        """Give a quote of any theme, on the shortlist or chosen."""
        quotes = self.project.quotes
        return self.one(
            [item.quote for theme in self.project.themes.all() for item in quotes.every(theme.id)],
            number,
        )

    @rule(which=numbers, pick=numbers, note=st.sampled_from(["", "zegt het kort"]))
    def shortlist(self, which: int, pick: int, note: str) -> None:
        theme, found = self.theme(which), self.coding(pick)
        if theme and found:
            quotes = self.project.quotes
            self.attempt(lambda: quotes.shortlist(theme.id, found.coding.id, None, note))

    @rule(
        which=numbers,
        act=st.sampled_from(["drop", "stance", "shortlisted", "chosen", "up", "down", "leave_out"]),
        stance=st.sampled_from(Stance),
        pick=numbers,
    )
    def change_quote(self, which: int, act: str, stance: Stance, pick: int) -> None:
        quotes = self.project.quotes
        if quote := self.quote(which):
            if act == "drop":
                self.attempt(lambda: quotes.drop(quote.id))
            elif act == "stance":
                self.attempt(lambda: quotes.edit(replace(quote, stance=stance)))
            elif act in ("up", "down"):
                self.attempt(lambda: quotes.move(quote.id, 1 if act == "down" else -1))
            elif act == "leave_out":
                passage = quotes.view(quote.id).segment.words
                unit = self.one(list(units_of(passage)), pick)
                assert unit is not None
                printed = Editing(passage).leave_out(unit).printed
                self.attempt(lambda: quotes.edit(replace(quote, printed=printed)))
            else:
                self.attempt(lambda: quotes.stage(quote.id, QuoteStage(act)))

    # Answers of co-authors

    @rule(
        which=numbers,
        said=st.sampled_from(["akkoord", "inkorten", "misschien", ""]),
        words=st.sampled_from([None, "[...]", "Heel anders."]),
        reviewer=st.sampled_from(["Sanne", "joris", ""]),
    )
    def answer_quote(self, which: int, said: str, words: str | None, reviewer: str) -> None:
        if quote := self.quote(which):
            answers = {quote.id: Filled(said, "", words)}
            path = page_answers(self.folder / "antwoorden.json", "", answers, reviewer)
            done = self.attempt(lambda: self.project.reviews.bring_in([path]))
            after = self.state()
            assert done
            assert not self.project.reviews.bring_in([path]).value.fresh
            assert self.state() == after, "reading twice keeps nothing twice"

    @rule(which=numbers, act=st.sampled_from(["take", "handle", "reopen", "aside"]))
    def deal_with_answers(self, which: int, act: str) -> None:
        reviews = self.project.reviews
        if item := self.one(reviews.items(), which):
            ids = [answer.id for answer in item.answers]
            acts: dict[str, Callable[[], object]] = {
                "take": lambda: reviews.take_over(ids[0]),
                "handle": lambda: reviews.handle(ids, "gedaan"),
                "reopen": lambda: reviews.reopen(ids),
                "aside": lambda: reviews.set_aside(item.id),
            }
            self.attempt(acts[act])

    # What was agreed on printing, and how sources came about

    @rule(
        picks=st.lists(numbers, min_size=1, max_size=3),
        quotability=st.sampled_from([None, "", *Quotability]),
        attribution=st.sampled_from([None, "", *Attribution]),
        note=st.sampled_from([None, "", "over wachten"]),
    )
    def agree_on_sources(
        self,
        picks: list[int],
        quotability: Quotability | Literal[""] | None,
        attribution: Attribution | Literal[""] | None,
        note: str | None,
    ) -> None:
        ids = [source.id for pick in picks if (source := self.source(pick))]
        terms = self.project.terms
        before = {item.quote.id for item in terms.no_longer_allowed(ids, quotability)}
        if self.attempt(lambda: terms.agree(ids, quotability, attribution, note)):
            assert {item.quote.id for item in terms.no_longer_allowed(ids)} == before
        empty = "quotability IS NULL AND attribution IS NULL AND content_note = ''"
        assert not self.rows(f"SELECT * FROM source_terms WHERE {empty}")

    @rule(
        which=numbers,
        start=st.integers(0, 60),
        size=numbers,
        quotability=st.sampled_from([None, *Quotability]),
    )
    def agree_on_passage(
        self, which: int, start: int, size: int, quotability: Quotability | None
    ) -> None:
        """A mark holds where it lies, unless a stricter one lies there too."""
        source, terms = self.source(which), self.project.terms
        if source is None:
            return
        version_id = self.project.sources.read(source.id).version.id
        if quotability is None:
            if mark := self.one(terms.marks(version_id), size):
                self.attempt(lambda: terms.forget_passage(mark.id))
            return
        span = Span(start, start + 1 + size % 30)
        if done := self.attempt(lambda: terms.agree_on_passage(version_id, span, quotability)):
            inside = [
                each for each in terms.marks(version_id) if each.span.overlaps(done.value.span)
            ]
            expected = strictest(each.quotability for each in inside)
            assert terms.at(version_id, done.value.span) is expected

    @rule(
        picks=st.lists(numbers, min_size=1, max_size=3),
        words=st.sampled_from([None, "", "telefonisch"]),
        minutes=st.sampled_from([None, 0, 55, -1]),
        check=st.sampled_from([None, "", *MemberCheck]),
        on=st.sampled_from([None, date(2026, 3, 20)]),
    )
    def describe_making(
        self,
        picks: list[int],
        words: str | None,
        minutes: int | None,
        check: MemberCheck | Literal[""] | None,
        on: date | None,
    ) -> None:
        ids = [source.id for pick in picks if (source := self.source(pick))]
        change = MakingChange(words, words, minutes, check, on)
        self.attempt(lambda: self.project.making.describe(ids, change))
        assert not any(making.is_empty for making in self.project.making.all().values())

    # Replacements

    @rule(
        which=numbers,
        start=st.integers(0, 60),
        size=numbers,
        printed=st.sampled_from([None, "plaats", "[...]", ""]),
        everywhere=st.booleans(),
    )
    def decide_on_words(
        self, which: int, start: int, size: int, printed: str | None, everywhere: bool
    ) -> None:
        """What is replaced is not in what prints of the place, and is proposed no more."""
        source, replacements = self.source(which), self.project.replacements
        if source is None:
            return
        text = self.project.sources.read(source.id)
        span = Span(start, start + 1 + size % 9)
        if everywhere:
            words = text.text[span.start : span.end]
            self.attempt(lambda: replacements.decide_everywhere(words, Kind.NAME, printed))
            return
        version_id = text.version.id
        done = self.attempt(lambda: replacements.decide_here(version_id, span, Kind.NAME, printed))
        if done and (place := done.value.span):
            shown = replacements.layer().over_text(text.text, version_id, place)
            assert (shown == done.value.printed) is (done.value.printed is not None)

    @rule(which=numbers)
    def take_decision_back(self, which: int) -> None:
        replacements = self.project.replacements
        if made := self.one(replacements.all(), which):
            self.attempt(lambda: replacements.take_back(made.id))

    @rule(words=st.sampled_from(PHRASES), kind=st.sampled_from(Kind), gone=st.booleans())
    def watch_words(self, words: str, kind: Kind, gone: bool) -> None:
        identifiers = self.project.identifiers
        if gone:
            self.attempt(lambda: identifiers.unwatch([words]))
        elif self.attempt(lambda: identifiers.watch(kind, [words, words])):
            assert kind in [each.kind for each in identifiers.watched()]

    # Framework matrices and the profile

    def head(self, number: int) -> ColumnHead | None:
        """Give a theme or a code, as the head of a column."""
        item = self.theme(number // 2) if number % 2 else self.code(number // 2)
        return head_of(item) if item else None

    @rule(title=st.sampled_from(NAMES), picks=st.lists(numbers, max_size=3))
    def make_matrix(self, title: str, picks: list[int]) -> None:
        heads = [head for pick in picks if (head := self.head(pick))]
        self.attempt(lambda: self.project.matrices.make(title, heads))

    @rule(which=numbers, pick=numbers, move=st.sampled_from([-1, 0, 1]), whole=st.booleans())
    def change_columns(self, which: int, pick: int, move: int, whole: bool) -> None:
        matrices, head = self.project.matrices, self.head(pick)
        matrix = self.one(matrices.all(), which)
        if matrix and head:
            self.attempt(lambda: matrices.add_columns(matrix.id, [head]))
            if move:
                self.attempt(lambda: matrices.move_column(matrix.id, head, move))
            elif whole:
                self.attempt(lambda: matrices.remove(matrix.id))
            else:
                self.attempt(lambda: matrices.remove_column(matrix.id, head))

    @rule(
        which=numbers,
        pick=numbers,
        words=st.sampled_from(["", "Het loopt over.", "Eén weet het."]),
        links=st.lists(numbers, max_size=2),
        silent=st.booleans(),
    )
    def keep_cell(self, which: int, pick: int, words: str, links: list[int], silent: bool) -> None:
        """A cell holds afterwards what it was to hold, and nothing that it was not."""
        case = self.one([entry[0] for entry in self.project.cases.entries()], which)
        if case and (head := self.head(pick)):
            place = CellPlace(case.id, head)
            offered = [item.coding.id for item in self.project.matrix_cells.offered(place)]
            chosen = {offered[link % len(offered)] for link in links if offered}
            content = CellContent(words, silent, tuple(chosen))
            kept = self.attempt(lambda: self.project.matrix_cells.keep(place, content))
            if kept:
                now = self.project.matrix_cells.content(place)
                assert (now.summary, now.nothing_said) == (words, silent)
                assert set(now.coding_ids) == chosen
            else:
                assert silent
                assert words or chosen

    @rule(profile=st.sampled_from(Profile), memo=st.sampled_from(["", "Samen besloten."]))
    def change_profile(self, profile: Profile, memo: str) -> None:
        self.attempt(lambda: self.project.method.change_profile(profile, memo))

    # Readings and rounds

    @rule(which=numbers, pick=numbers, verdict=st.sampled_from(Verdict), doubt=st.booleans())
    def read_theme(self, which: int, pick: int, verdict: Verdict, doubt: bool) -> None:
        theme, found = self.theme(which), self.coding(pick)
        if theme and found:
            readings, why = self.project.theme_readings, "Of toch niet?" if doubt else ""
            done = self.attempt(lambda: readings.decide(theme.id, found.coding.id, verdict, why))
            if done:
                assert found.coding.id not in readings.new_since(theme.id).new

    @rule(which=numbers, pick=numbers, to=st.none() | numbers, fits=st.booleans())
    def move_while_reading(self, which: int, pick: int, to: int | None, fits: bool) -> None:
        theme, found = self.theme(which), self.coding(pick)
        other = None if to is None else self.theme(to)
        if theme and found:
            readings, other_id = self.project.theme_readings, other.id if other else None
            done = self.attempt(lambda: readings.move(theme.id, found.coding.id, other_id, fits))
            if done and done.value.verdict is Verdict.MOVES:
                members = self.project.theme_contents.members([theme.id])
                assert found.coding.id not in [member.coding_id for member in members]

    @rule(which=numbers, anew=st.booleans())
    def end_reading(self, which: int, anew: bool) -> None:
        if theme := self.theme(which):
            readings = self.project.theme_readings
            end = readings.begin if anew else readings.finish
            done = self.attempt(lambda: end(theme.id))
            if done and not anew:
                assert readings.new_since(theme.id).new == ()

    @rule(name=st.sampled_from(NAMES), order=st.sampled_from(RoundOrder), anew=st.booleans())
    def go_round(self, name: str, order: RoundOrder, anew: bool) -> None:
        rounds = self.project.rounds
        if anew:
            self.attempt(lambda: rounds.begin(name, order, "Nog eens."))
        else:
            self.attempt(lambda: rounds.reorder(order))
        assert len(rounds.view().sources) == len(self.project.sources.entries())

    @rule(which=numbers, read=st.booleans(), close=st.booleans())
    def read_in_round(self, which: int, read: bool, close: bool) -> None:
        rounds = self.project.rounds
        if source := self.source(which):
            done = self.attempt(lambda: rounds.read(source.id, read))
            assert not done or rounds.is_read(source.id) is read
        if close:
            self.attempt(rounds.close)

    # Pairs of sources that may be one

    @rule(
        one=numbers,
        other=numbers,
        verdict=st.sampled_from(PairVerdict),
        label=st.none() | st.sampled_from(LABELS),
        doubt=st.booleans(),
    )
    def decide_on_pair(
        self, one: int, other: int, verdict: PairVerdict, label: str | None, doubt: bool
    ) -> None:
        first, second = self.source(one), self.source(other)
        if not (first and second):
            return
        pairs, texts = self.project.duplicates, self.rows("SELECT count(*) FROM version")
        done = self.attempt(
            lambda: pairs.decide(first.id, second.id, verdict, "Een dag later.", label, doubt)
        )
        assert self.rows("SELECT count(*) FROM version") == texts
        if done:
            entry = pairs.get(second.id, first.id)
            assert entry.decided == done.value.pair
            assert entry.is_one_case or not done.value.label

    @rule(one=numbers, other=numbers)
    def wait_for_pair_again(self, one: int, other: int) -> None:
        first, second = self.source(one), self.source(other)
        if first and second:
            self.attempt(lambda: self.project.duplicates.reopen(first.id, second.id))

    @rule()
    def look_for_pairs(self) -> None:
        """Candidates are no part of what is undone, and each can be seen side by side."""
        before = self.state()
        self.project.duplicates.look()
        assert self.state() == before
        for entry in self.project.duplicates.candidates(PairsWanted.ALL)[:3]:
            self.project.duplicates.view(entry.first.id, entry.second.id)

    # The board

    def card(self, number: int, single: bool) -> Card | None:
        """Give a card of the board, or for `single` one passage of it where it lies."""
        items = [each for column in self.project.board.view().columns for each in column.items]
        item = self.one(items, number)
        if item is None or not single:
            return item.card if item else None
        segment = self.one(self.project.board.passages(item), number)
        return Card(item.card.place, coding_id=segment.coding.id) if segment else None

    @rule(
        picks=st.lists(st.tuples(numbers, st.booleans()), min_size=1, max_size=3),
        to=numbers,
        how=st.sampled_from(["move", "add", "new"]),
        name=st.sampled_from(NAMES),
    )
    def move_cards(self, picks: list[tuple[int, bool]], to: int, how: str, name: str) -> None:
        cards = [card for pick in picks if (card := self.card(*pick))]
        place = self.one([each.place for each in self.project.board.view().columns], to)
        moves = self.project.board_moves
        assert place is not None
        if how == "new":
            self.attempt(lambda: moves.make_theme(name, cards))
        elif how == "add":
            self.attempt(lambda: moves.add(cards, place))
        else:
            self.attempt(lambda: moves.move(cards, place))

    @rule(which=numbers, offset=st.sampled_from([-1, 1]), drop=st.booleans())
    def order_the_board(self, which: int, offset: int, drop: bool) -> None:
        if theme := self.theme(which):
            if drop:
                self.attempt(lambda: self.project.board_moves.drop_theme(theme.id))
            else:
                self.attempt(lambda: self.project.board_moves.reorder(theme.id, offset))

    @rule(note=st.sampled_from(["", "Voor het gesprek"]))
    def take_snapshot(self, note: str) -> None:
        self.attempt(lambda: self.project.board_snapshots.take(note))

    @rule(which=numbers)
    def go_back_to_snapshot(self, which: int) -> None:
        """What can come back is there, and nothing is lost."""
        snapshots = self.project.board_snapshots
        if kept := self.one(snapshots.all(), which):
            held = self.rows("SELECT * FROM quote"), self.rows("SELECT * FROM claim")
            way = self.attempt(lambda: snapshots.restore(kept.id))
            assert way is not None
            changes = snapshots.compare(kept)
            assert (changes.new, changes.gone, changes.renamed) == ((), (), ())
            assert not changes.moves or way.value.lost_codes or way.value.lost_passages
            assert (self.rows("SELECT * FROM quote"), self.rows("SELECT * FROM claim")) == held

    @invariant()
    def every_coding_lies_on_the_board(self) -> None:
        board = self.project.board.view()
        held = set[str]()
        for column in board.themes:
            members = self.project.theme_contents.members([column.place], whole=False)
            assert len(members) == column.passages
            held.update(member.coding_id for member in members)
        aside, nowhere = (
            [
                segment.coding.id
                for item in tray.items
                for segment in self.project.board.passages(item)
            ]
            for tray in (board.misfit, board.nowhere)
        )
        assert len(nowhere) == len(set(nowhere)) == board.nowhere.passages
        assert not set(nowhere) & (held | set(aside))
        codings = {coding_id for (coding_id,) in self.rows("SELECT id FROM coding")}
        assert held | set(aside) | set(nowhere) == codings

    # Back and forth

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.attempt(self.project.history.undo)
        self.forget_what_was_resized()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.attempt(self.project.history.redo)
        self.forget_what_was_resized()

    @rule(number=st.integers(0, 40))
    def undo_to(self, number: int) -> None:
        """What was planned is what happens; redone at once, everything is as it was."""
        before = self.state()
        planned = [step.operation.number for step in self.project.history.plan_undo(number)]
        done = self.attempt(lambda: self.project.history.undo_to(number))
        if done is None:
            assert planned == []
            return
        by_id = {entry.operation.id: entry for entry in self.project.history.entries()}
        assert [by_id[each.id].step.number for each in done.value] == planned
        assert all(self.standing(each) <= number for each in by_id.values())
        back = [step.operation.number for step in self.project.history.plan_redo()]
        assert back[: len(planned)] == planned[::-1]
        self.project.history.redo_to(planned[0])
        assert self.state() == before

    def standing(self, entry: OperationEntry) -> int:
        """Give the number of a step that stands; 0 for one that is taken back, or no step."""
        return 0 if entry.undone or entry.speaks_of else entry.operation.number

    @rule(number=st.none() | st.integers(0, 40))
    def redo_to(self, number: int | None) -> None:
        self.attempt(lambda: self.project.history.redo_to(number))
        self.forget_what_was_resized()

    def forget_what_was_resized(self) -> None:
        """A resize taken back, or done again, changes words on purpose; nothing else ever does."""
        self.words = {key: words for key, words in self.words.items() if key not in self.resized}

    # What has to hold after every step

    @invariant()
    def every_vignette_lies_under_a_theme(self) -> None:
        shown = [
            each.vignette.id
            for theme in self.project.themes.all()
            for each in self.project.vignettes.of_theme(theme.id)
        ]
        assert sorted(shown) == sorted(each.id for each in self.project.vignettes.all())

    @invariant()
    def nothing_dangles(self) -> None:
        assert self.rows("PRAGMA foreign_key_check") == []
        for entry in self.project.memos.entries():
            assert entry.about
        assert all(doubt.about for doubt in self.project.doubts.all())

    @invariant()
    def codings_keep_their_words(self) -> None:
        for (coding_id,) in self.rows("SELECT id FROM coding"):
            words = self.raw_words(coding_id)
            assert words == words.strip()
            assert self.words.setdefault(coding_id, words) == words
        doubles = self.rows(
            'SELECT 1 FROM coding GROUP BY version_id, start, "end", code_id, coder'
            " HAVING count(*) > 1"
        )
        assert doubles == []

    @invariant()
    def segments_follow_their_borders(self) -> None:
        wanted = []
        for version_id, borders, body in self.rows(
            "SELECT version_id, borders, body FROM segmentation"
            " JOIN version ON version.id = version_id JOIN text USING (sha256)"
        ):
            for position, border in enumerate(json.loads(borders), start=1):
                start, end = border["start"], border["end"]
                line = 1 + body[:start].count("\n")
                wanted.append((version_id, position, start, end, line, body[start:end]))
        found = self.rows(
            'SELECT version_id, position, start, "end", line, words FROM segment'
            " JOIN segment_search ON segment_search.rowid = segment.id"
        )
        assert sorted(found) == sorted(wanted)
        counts = self.rows(
            "SELECT (SELECT count(*) FROM segment), (SELECT count(*) FROM segment_search)"
        )
        assert counts == [(len(wanted), len(wanted))]
        spoken = self.rows("SELECT version_id, sum(words) FROM spoken GROUP BY version_id")
        said = Counter[str]()
        for version_id, *_place, words in wanted:
            said[version_id] += len(words.split())
        assert dict(spoken) == {key: said[key] for key in {row[0] for row in wanted}}

    @invariant()
    def themes_form_one_tree(self) -> None:
        count = self.rows("SELECT count(*) FROM theme")[0][0]
        assert len(self.project.themes.tree()) == count
        assert self.rows("SELECT 1 FROM theme_relation WHERE theme_id = other_id") == []

    @invariant()
    def codes_form_one_tree(self) -> None:
        count = self.rows("SELECT count(*) FROM code")[0][0]
        assert len(self.project.codes.entries()) == count

    def teardown(self) -> None:
        try:
            self.play_all(self.project.history.redo)
            last = self.state()
            self.play_all(self.project.history.undo)
            assert self.state() == self.first
            self.segments_follow_their_borders()
            self.play_all(self.project.history.redo)
            assert self.state() == last
            self.segments_follow_their_borders()
            self.nothing_dangles()
            assert self.rows("PRAGMA integrity_check") == [("ok",)]
        finally:
            self.peek.close()
            self.project.close()
            shutil.rmtree(self.folder)

    def play_all(self, step: Callable[[], object]) -> None:
        while True:
            try:
                step()
            except NothingToUndoError:
                return


TestResearchMachine = ResearchMachine.TestCase
TestResearchMachine.settings = settings(
    max_examples=500 if THOROUGH else 30,
    stateful_step_count=80 if THOROUGH else 30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
