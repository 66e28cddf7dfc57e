"""The doubt list: raised on anything, discussed in place, and closed with a decision."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from qualkit.domain.codings import Coding
from qualkit.domain.doubts import BARE, Doubt, DoubtDecision, DoubtFilter, DoubtPassage, DoubtRemark
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Memo, MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import Attribution
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.domain.text import normalise
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.memos import Memos
from qualkit.services.naming import pick_by_id
from qualkit.services.printing import Printer
from qualkit.services.targets import Names, name_of
from qualkit.services.workspace import Workspace, locked
from qualkit.store.passages import PassageReader
from qualkit.store.texts import read_version
from qualkit.translation import N_, _

TOUCHED = frozenset({"doubts"})
EVERY_DOUBT = DoubtFilter()


class Doubts:
    """Memos of the kind doubt, with what was said about them.

    One that is private is seen by its author only, whatever is asked.
    """

    def __init__(self, workspace: Workspace, memos: Memos) -> None:
        """Work on an open project, with the memos of it."""
        self._workspace = workspace
        self._memos = memos

    def all(self, wanted: DoubtFilter = EVERY_DOUBT) -> tuple[Doubt, ...]:
        """Give the doubts that are wanted: open ones first, then those decided on latest."""
        doubts = [doubt for doubt in self._doubts(self._visible()) if wanted.fits(doubt)]
        waiting = [doubt for doubt in doubts if doubt.decision is None]
        closed = sorted(
            ((doubt.decision.decided_at, doubt) for doubt in doubts if doubt.decision),
            key=lambda pair: pair[0],
            reverse=True,
        )
        return (*waiting, *(doubt for _moment, doubt in closed))

    def get(self, doubt_id: str) -> Doubt:
        """Give the doubt with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        memo = pick_by_id(N_("doubt"), doubt_id, self._visible(), lambda memo: memo.id)
        return self._doubts([memo])[0]

    @locked
    def raise_on(self, about: Target, words: str = "", shared: bool | None = None) -> Outcome[Memo]:
        """Raise a doubt on something; without words it is a question mark, to be filled in later.

        Raises:
            NotFoundError: what it is on is not there.
            InvalidInputError: it is on a passage outside its text.
        """
        summary = _("Raised a doubt on {thing}").format(thing=name_of(self._workspace, about))
        with self._workspace.journal.operation("doubt.raise", summary) as step:
            body = words.strip() or BARE
            memo = self._memos.write(step, about, body, MemoKind.DOUBT, shared)
        return Outcome(memo, TOUCHED | {"memos"})

    @locked
    def remark(self, doubt_id: str, text: str) -> Outcome[DoubtRemark]:
        """Say something about a doubt, in one's own name.

        Raises:
            InvalidInputError: nothing is said, or the doubt is closed.
            NotFoundError: it is gone.
        """
        memo = self._need(doubt_id)
        if self._decision(memo):
            raise InvalidInputError(
                _("This doubt is closed."), _("Reopen it first, if there is more to say.")
            )
        remark = DoubtRemark(new_id(), memo.id, _said(text), self._me, utc_now())
        summary = _("Discussed a doubt on {thing}").format(thing=self._name(memo))
        with self._workspace.journal.operation("doubt.remark", summary) as step:
            step.add(remark)
        return Outcome(remark, TOUCHED)

    @locked
    def decide(self, doubt_id: str, text: str, why: str = "") -> Outcome[DoubtDecision]:
        """Close a doubt with a decision; one that is closed gets the new words.

        Raises:
            InvalidInputError: nothing is decided.
            NotFoundError: it is gone.
        """
        memo = self._need(doubt_id)
        text = _said(text)
        present = self._decision(memo)
        if present and present.text == text:
            return Outcome(present, frozenset())
        made = DoubtDecision(new_id(), memo.id, text, self._me, utc_now())
        said = _("Decided otherwise on a doubt on {thing}")
        if present is None:
            said = _("Closed a doubt on {thing}")
        summary = said.format(thing=self._name(memo))
        with self._workspace.journal.operation("doubt.decide", summary, why) as step:
            if present:
                made = step.change(replace(made, id=present.id))
            else:
                step.add(made)
        return Outcome(made, TOUCHED)

    @locked
    def reopen(self, doubt_id: str, why: str = "") -> Outcome[Memo]:
        """Open a doubt again; what was decided becomes something that was said about it.

        Raises:
            InvalidInputError: it is open.
            NotFoundError: it is gone.
        """
        memo = self._need(doubt_id)
        decision = self._decision(memo)
        if decision is None:
            raise InvalidInputError(_("This doubt is open."))
        summary = _("Reopened a doubt on {thing}").format(thing=self._name(memo))
        with self._workspace.journal.operation("doubt.reopen", summary, why) as step:
            step.delete(decision)
            step.add(
                DoubtRemark(new_id(), memo.id, decision.text, decision.author, decision.decided_at)
            )
        return Outcome(memo, TOUCHED)

    @property
    def _me(self) -> str:
        return self._workspace.settings.coder

    def _visible(self) -> list[Memo]:
        """Give the memos of this kind that may be shown to the person at work, oldest first."""
        return self._workspace.database.find(
            Memo,
            "kind = ? AND (shared OR author = ?)",
            [MemoKind.DOUBT, self._me],
            "created_at, id",
        )

    def _need(self, doubt_id: str) -> Memo:
        """Give the memo of a doubt that the person at work may see.

        Raises:
            NotFoundError: there is none.
        """
        for memo in self._visible():
            if memo.id == doubt_id:
                return memo
        raise NotFoundError(_("That doubt is no longer in the project."))

    def _decision(self, memo: Memo) -> DoubtDecision | None:
        found = self._workspace.database.find(DoubtDecision, "memo_id = ?", [memo.id])
        return found[0] if found else None

    def _name(self, memo: Memo) -> str:
        return name_of(self._workspace, memo.target)

    def _printed_name(self, memo: Memo, name: str, printer: Printer) -> str:
        if memo.object_type is not ObjectType.SOURCE:
            return name
        source = self._workspace.get(Source, memo.object_id)
        label = printer.label(source, printer.attribution(source))
        return f"P{source.number} {label}".strip()

    def _doubts(self, memos: Sequence[Memo]) -> tuple[Doubt, ...]:
        """Give doubts with all that belongs to them; each text is read once."""
        database = self._workspace.database
        about = "memo_id IN (SELECT value FROM json_each(?))"
        wanted = [json.dumps([memo.id for memo in memos])]
        remarks: dict[str, list[DoubtRemark]] = defaultdict(list)
        for remark in database.find(DoubtRemark, about, wanted, "made_at, rowid"):
            remarks[remark.memo_id].append(remark)
        decisions = {each.memo_id: each for each in database.find(DoubtDecision, about, wanted)}
        names = Names(self._workspace)
        printer = Printer(database)
        passages = _passages(self._workspace, printer, memos)
        return tuple(
            Doubt(
                memo=memo,
                about=names.of(memo.target),
                name=names.bare(memo.target),
                printed_name=self._printed_name(memo, names.bare(memo.target), printer),
                passage=passages.get(memo.id),
                remarks=tuple(remarks[memo.id]),
                decision=decisions.get(memo.id),
            )
            for memo in memos
        )


def _passages(
    workspace: Workspace, printer: Printer, memos: Iterable[Memo]
) -> dict[str, DoubtPassage]:
    """Read the passages that memos are on, by the id of the memo."""
    places: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for memo in memos:
        if memo.object_type is ObjectType.CODING:
            coding = workspace.get(Coding, memo.object_id)
            places[coding.version_id].append((memo.id, coding.span))
        elif memo.object_type is ObjectType.PASSAGE and memo.start is not None and memo.end:
            places[memo.object_id].append((memo.id, Span(memo.start, memo.end)))
    read = (_read(workspace, printer, *place) for place in places.items())
    return dict(chain.from_iterable(read))


def _read(
    workspace: Workspace, printer: Printer, version_id: str, stretches: list[tuple[str, Span]]
) -> Iterator[tuple[str, DoubtPassage]]:
    """Give what stands in stretches of one text, by the id of the memo on each."""
    text = read_version(workspace.database, workspace.get(Version, version_id))
    source = text.source
    label = printer.label(source, Attribution.NUMBER)
    printed_label = printer.label(source, printer.attribution(source))
    reader = PassageReader(text, label, printer.layer)
    for memo_id, span in stretches:
        terms = printer.quotability(source, version_id, span)
        printed = reader.replaced(span) if terms.allows_quotes else ""
        yield memo_id, DoubtPassage(reader.read(span).words, label, printed, printed_label)


def _said(text: str) -> str:
    tidy = normalise(text).strip()
    if not tidy:
        raise InvalidInputError(_("There is nothing written yet."))
    return tidy
