"""The analysis in an invented project: codebook, codings, themes with quotes, memos."""

from itertools import pairwise
from random import Random

from benchmarks.conversations import MOMENT, seeded_id
from benchmarks.plans import Plan
from benchmarks.prose import Prose
from qualkit.domain.codes import Code, CodeLevel
from qualkit.domain.codings import Coding
from qualkit.domain.memos import Citation, Memo, MemoKind, ObjectType
from qualkit.domain.spans import Span
from qualkit.domain.themes import Claim, Quote, QuoteReason, Stance, Theme, ThemeCode, ThemeStatus
from qualkit.store.journal import Journal, Step

ROOTS = 20
"""Codes at the top of the codebook."""
CHILDREN = 3
"""Codes below each other code, while there are any left."""


class Analysis:
    """Writes what a researcher would have made."""

    def __init__(self, plan: Plan, journal: Journal, rng: Random, prose: Prose) -> None:
        """Write as much as `plan` says, drawing from `rng` and `prose`."""
        self._plan = plan
        self._journal = journal
        self._rng = rng
        self._prose = prose
        self._codes: list[Code] = []
        self._codings: list[Coding] = []
        self._coded: set[tuple[str, Span, str]] = set()

    def write_codebook(self) -> None:
        """Write a tree of codes, as one step."""
        for rank in range(self._plan.codes):
            parent = self._codes[(rank - ROOTS) // CHILDREN] if rank >= ROOTS else None
            code = Code(
                id=seeded_id(self._rng),
                name=self._prose.name(rank),
                created_at=MOMENT,
                parent_id=parent.id if parent else None,
                description=self._prose.words(12),
                level=self._rng.choice([None, *CodeLevel]),
                position=rank,
            )
            self._codes.append(code)
        with self._journal.operation("code.add", "Made the codebook") as step:
            step.add_all(self._codes)

    def code(self, version_id: str, span: Span) -> None:
        """Code a passage with one of the codes, as a step of its own."""
        code = self._rng.choice(self._codes)
        while (version_id, span, code.id) in self._coded:
            code = self._rng.choice(self._codes)
        self._coded.add((version_id, span, code.id))
        coding = Coding(
            id=seeded_id(self._rng),
            version_id=version_id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder=self._journal.actor,
            created_at=MOMENT,
            strong=self._rng.random() < 0.05,
        )
        summary = f"Coded a passage with '{code.name}'"
        with self._journal.operation("coding.add", summary) as step:
            step.add(coding)
        self._codings.append(coding)

    def write_themes(self) -> None:
        """Write themes, each with its share of the codes, claims and quotes."""
        every = max(1, len(self._codings) // max(1, self._plan.quotes))
        chosen = self._codings[::every][: self._plan.quotes]
        for rank in range(self._plan.themes):
            codes = self._codes[rank :: self._plan.themes]
            ids = {code.id for code in codes}
            name = self._prose.name(1_000 + rank)
            with self._journal.operation("theme.add", f"Made the theme '{name}'") as step:
                theme = self._theme(step, name, rank)
                step.add_all(
                    ThemeCode(seeded_id(self._rng), theme.id, code.id, position)
                    for position, code in enumerate(codes, start=1)
                )
                self._choose(step, theme, [item for item in chosen if item.code_id in ids])

    def write_memos(self) -> None:
        """Write memos on codes and codings, each citing another coding, as one step."""
        about = self._rng.sample(self._codings, min(self._plan.memos + 1, len(self._codings)))
        with self._journal.operation("memo.write", "Wrote memos") as step:
            for number, (coding, cited) in enumerate(pairwise(about)):
                kind, target = (
                    (ObjectType.CODING, coding.id)
                    if number % 2
                    else (ObjectType.CODE, coding.code_id)
                )
                memo = self._memo(step, self._rng.choice(list(MemoKind)[:-1]), kind, target)
                citation = Citation(seeded_id(self._rng), memo.id, ObjectType.CODING, cited.id)
                step.add(citation)

    def _theme(self, step: Step, name: str, rank: int) -> Theme:
        theme = Theme(
            id=seeded_id(self._rng),
            name=name,
            created_at=MOMENT,
            central_idea=self._prose.words(20),
            belongs=self._prose.words(15),
            excludes=self._prose.words(15),
            status=self._rng.choice(list(ThemeStatus)[:3]),
            position=rank + 1,
        )
        step.add(theme)
        self._memo(step, MemoKind.NARRATIVE, ObjectType.THEME, theme.id)
        return theme

    def _choose(self, step: Step, theme: Theme, codings: list[Coding]) -> None:
        """Print codings as quotes, most of them under one of two claims."""
        claims = [
            Claim(seeded_id(self._rng), theme.id, self._prose.words(10), position)
            for position in (1, 2)
        ]
        step.add_all(claims)
        step.add_all(
            Quote(
                id=seeded_id(self._rng),
                theme_id=theme.id,
                coding_id=coding.id,
                position=position,
                claim_id=self._rng.choice([None, *(claim.id for claim in claims)]),
                stance=self._rng.choice([Stance.SUPPORTS, *Stance]),
                reason=self._rng.choice([None, *QuoteReason]),
            )
            for position, coding in enumerate(codings, start=1)
        )

    def _memo(self, step: Step, kind: MemoKind, target: ObjectType, target_id: str) -> Memo:
        return step.add(
            Memo(
                id=seeded_id(self._rng),
                kind=kind,
                object_type=target,
                object_id=target_id,
                body=self._prose.words(60),
                author=self._journal.actor,
                created_at=MOMENT,
                changed_at=MOMENT,
            )
        )
