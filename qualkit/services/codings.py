"""Codings: a passage is coded, uncoded, recoded, resized, marked as a strong example."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.contexts import TURNS, InContext, in_context
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.sources import Version
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError, NameTakenError
from qualkit.services.code_tree import ensure_code
from qualkit.services.links import code_as_well, recode, release_coding, twin_of
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.coded import coded_segments
from qualkit.store.journal import Step
from qualkit.store.segments import segments_of
from qualkit.store.texts import read_text
from qualkit.translation import _

TOUCHED = frozenset({"codings", "codes", "themes"})
TOUCHED_ALL = TOUCHED | {"memos"}


class Codings:
    """Coded segments."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of_version(self, version_id: str) -> tuple[CodedSegment, ...]:
        """Give the codings of one version, by place."""
        return coded_segments(self._workspace.database, "coding.version_id = ?", [version_id])

    def spans_of_version(self, version_id: str) -> tuple[Coding, ...]:
        """Give the bare codings of one version, by place: what a reader needs to draw them."""
        return tuple(
            self._workspace.database.find(
                Coding, "version_id = ?", [version_id], 'start, "end" DESC, created_at, id'
            )
        )

    def select(
        self, source_id: str | None = None, code_id: str | None = None, strong: bool = False
    ) -> tuple[CodedSegment, ...]:
        """Give the codings of a source, of a code, the strong ones, or all, by source and place."""
        where, arguments = ["1"], list[str]()
        if source_id:
            where.append("source.id = ?")
            arguments.append(source_id)
        if code_id:
            where.append("coding.code_id = ?")
            arguments.append(code_id)
        if strong:
            where.append("coding.strong = 1")
        return coded_segments(self._workspace.database, " AND ".join(where), arguments)

    def some(self, coding_ids: Collection[str]) -> tuple[CodedSegment, ...]:
        """Give the codings with these ids, by source and place; those that are gone are not."""
        return coded_segments(
            self._workspace.database,
            "coding.id IN (SELECT value FROM json_each(?))",
            [json.dumps([*coding_ids])],
        )

    def get(self, coding_id: str) -> CodedSegment:
        """Give the coding with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        found = self._workspace.database.find(
            Coding, "substr(id, 1, ?) = ?", [len(coding_id), coding_id]
        )
        coding = pick_by_id("coding", coding_id, found, lambda coding: coding.id)
        return coded_segments(self._workspace.database, "coding.id = ?", [coding.id])[0]

    def in_context(self, coding: Coding, turns: int = TURNS) -> InContext:
        """Give the passage of a coding with some turns before and after; else paragraphs.

        Raises:
            NotFoundError: its text is gone.
        """
        return self.around(coding.version_id, coding.span, turns)

    def around(self, version_id: str, span: Span, turns: int = TURNS) -> InContext:
        """Give a passage, coded or not, as `in_context` does.

        Raises:
            NotFoundError: its text is gone.
        """
        database = self._workspace.database
        version = self._workspace.get(Version, version_id)
        spans = [Span(said.marker_start, said.end) for said in version.utterances] or [
            segment.span for segment in segments_of(database, version.id)
        ]
        return in_context(read_text(database, version.sha256), spans, span, turns)

    @locked
    def add(
        self,
        version_id: str,
        span: Span,
        code_ids: Sequence[str],
        suggestion: SuggestedBy | None = None,
        why: str = "",
        new: Sequence[str] = (),
    ) -> Outcome[tuple[Coding, ...]]:
        """Code a passage with one or more codes; what is coded so already stays as it is.

        `suggestion` is what it began from, when it began as a suggestion. `new` are paths of codes
        that are made on the spot where there are none, in the same step.

        Raises:
            InvalidInputError: the passage is not inside the text, or is only white space.
            NotFoundError: a code is gone.
        """
        codes = [self._workspace.get(Code, code_id) for code_id in code_ids]
        return self._code(version_id, span, suggestion, codes, new, why)

    @locked
    def add_new(
        self, version_id: str, span: Span, path: str, suggestion: SuggestedBy | None = None
    ) -> Outcome[tuple[Coding, ...]]:
        """Code a passage with a code that is made on the spot where there is none, as one step.

        Raises:
            InvalidInputError: the passage is not inside the text, or the name is empty.
        """
        return self._code(version_id, span, suggestion, [], [path])

    @locked
    def remove(self, coding_ids: Sequence[str], why: str = "") -> Outcome[int]:
        """Take codings off; memos on them stay with the passage. Gives how many."""
        codings = [self._workspace.get(Coding, each) for each in dict.fromkeys(coding_ids)]
        summary = _("Took {count} codings off").format(count=len(codings))
        if len(codings) == 1:
            summary = _("Took the code '{name}' off a passage").format(
                name=self._code_name(codings[0])
            )
        with self._workspace.journal.operation("coding.remove", summary, why) as step:
            for coding in codings:
                release_coding(step, self._workspace.database, coding)
        return Outcome(len(codings), TOUCHED_ALL)

    def recode(self, coding_id: str, code_id: str, why: str = "") -> Outcome[Coding]:
        """Give a coding another code.

        Raises:
            NotFoundError: the coding or the code is gone.
        """
        outcome = self.recode_as(coding_id, [code_id], why=why)
        return Outcome(outcome.value[0], outcome.touched)

    @locked
    def recode_as(
        self, coding_id: str, code_ids: Sequence[str], new: Sequence[str] = (), why: str = ""
    ) -> Outcome[tuple[Coding, ...]]:
        """Give a coding one or more codes in the place of its own, as one step.

        `new` are paths of codes that are made on the spot. What hangs on the coding stays with it;
        it gets the first of the codes, unless its own is among them.

        Raises:
            NotFoundError: the coding or a code is gone.
            InvalidInputError: no code is given, or a name is empty.
        """
        coding = self._workspace.get(Coding, coding_id)
        codes = [self._workspace.get(Code, code_id) for code_id in code_ids]
        if not codes and not new:
            raise InvalidInputError(_("Say which code the passage gets."))
        names = ", ".join(f"'{name}'" for name in (*(c.name for c in codes), *map(one_line, new)))
        summary = _("Recoded a passage from '{name}' to {codes}").format(
            name=self._code_name(coding), codes=names
        )
        with self._workspace.journal.operation("coding.recode", summary, why) as step:
            ids = [code.id for code in codes]
            ids.extend(ensure_code(step, self._workspace, path).id for path in new)
            own = coding.code_id if coding.code_id in ids else ids[0]
            others = [
                code_as_well(step, self._workspace.database, coding, code_id)
                for code_id in dict.fromkeys(ids)
                if code_id != own
            ]
            changed = recode(step, self._workspace.database, coding, own)
        return Outcome((changed, *others), TOUCHED_ALL)

    @locked
    def resize(self, coding_id: str, span: Span, why: str = "") -> Outcome[Coding]:
        """Move the boundaries of a coding.

        Raises:
            InvalidInputError: they are not inside the text.
            NameTakenError: that passage has the code already.
        """
        coding = self._workspace.get(Coding, coding_id)
        placed = place_in_text(self._workspace, coding.version_id, span)
        changed = replace(coding, start=placed.start, end=placed.end)
        summary = _("Moved the boundaries of a passage coded '{name}'").format(
            name=self._code_name(coding)
        )
        with self._workspace.journal.operation("coding.resize", summary, why) as step:
            if (twin := twin_of(self._workspace.database, changed)) and twin.id != coding.id:
                raise NameTakenError(_("That passage has this code already."))
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def mark(self, coding_id: str, strong: bool = True, why: str = "") -> Outcome[Coding]:
        """Mark a coding as a strong example, or take the mark away."""
        coding = self._workspace.get(Coding, coding_id)
        changed = replace(coding, strong=strong)
        said = _("No longer marked a passage coded '{name}' as a strong example")
        if strong:
            said = _("Marked a passage coded '{name}' as a strong example")
        summary = said.format(name=self._code_name(coding))
        with self._workspace.journal.operation("coding.mark", summary, why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    def _code(
        self,
        version_id: str,
        span: Span,
        suggestion: SuggestedBy | None,
        codes: Sequence[Code],
        new: Sequence[str],
        why: str = "",
    ) -> Outcome[tuple[Coding, ...]]:
        placed = place_in_text(self._workspace, version_id, span)
        names = [f"'{name}'" for name in (*(code.name for code in codes), *map(one_line, new))]
        said = _("Coded a passage with {codes}")
        if suggestion:
            said = _("Coded a passage with {codes}, from the suggestion '{phrase}'")
        phrase = one_line(suggestion.phrase) if suggestion else ""
        summary = said.format(codes=", ".join(names), phrase=phrase)
        with self._workspace.journal.operation("coding.add", summary, why) as step:
            made_codes = [ensure_code(step, self._workspace, path) for path in new]
            made = tuple(
                ensure_coding(step, self._workspace, version_id, placed, code.id, suggestion)
                for code in [*codes, *made_codes]
            )
        return Outcome(made, TOUCHED)

    def _code_name(self, coding: Coding) -> str:
        return self._workspace.get(Code, coding.code_id).name


def ensure_coding(
    step: Step,
    workspace: Workspace,
    version_id: str,
    span: Span,
    code_id: str,
    suggestion: SuggestedBy | None = None,
) -> Coding:
    """Give the coding of a passage with a code by the person at work, making it if need be."""
    coding = Coding(
        id=new_id(),
        version_id=version_id,
        start=span.start,
        end=span.end,
        code_id=code_id,
        coder=workspace.settings.coder,
        created_at=utc_now(),
        suggestion=suggestion.phrase if suggestion else "",
        suggestion_rank=suggestion.rank if suggestion else None,
        suggestion_pipeline=suggestion.pipeline if suggestion else "",
    )
    return twin_of(workspace.database, coding) or step.add(coding)


def place_in_text(workspace: Workspace, version_id: str, span: Span) -> Span:
    """Give a span inside its text, without white space at its ends.

    Raises:
        NotFoundError: the text is gone.
        InvalidInputError: the span is not inside it, or holds only white space.
    """
    version = workspace.get(Version, version_id)
    text = read_text(workspace.database, version.sha256)
    return span.within(text).trimmed(text)
