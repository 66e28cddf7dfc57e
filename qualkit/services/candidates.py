"""Collecting what a search found: candidates, decided one by one, coded as one step.

What was decided outlives the program. Nothing of it is in the history, and nothing is coded,
before a person asks for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.domain.candidates import Candidate, Collection, Confirmed, Decision, Found
from qualkit.domain.codes import PATH_SEPARATOR, Code, split_path
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.candidate_places import candidates_among, load_sentences
from qualkit.services.code_tree import ensure_code
from qualkit.services.codes import Codes
from qualkit.services.codings import TOUCHED, ensure_coding, place_in_text
from qualkit.services.workspace import Workspace, locked
from qualkit.store.candidates import (
    KeptCollection,
    forget_collections,
    keep_collection,
    keep_decision,
    kept_collections,
    newest_versions,
    spans_coded,
)
from qualkit.translation import _, ngettext


class Candidates:
    """Passages that may be coded, each for a person to decide on."""

    def __init__(self, workspace: Workspace, codes: Codes) -> None:
        """Work on an open project; `codes` finds codes by their names."""
        self._workspace = workspace
        self._codes = codes

    def look(self, query: str, code: str, found: Iterable[Found]) -> Collection:
        """Give the candidates among what a search found, without keeping them.

        A match in running text stands for its whole sentence. What is coded with the code already
        is left out, and counted.

        Args:
            query: What was searched for, as typed.
            code: The name, path or id of a code, or the path of one that is to be made.
            found: The places, in the order in which they are to be decided on.

        Raises:
            AmbiguousNameError: more than one code has the name.
            InvalidInputError: the name of the code is empty.
        """
        return self._live(self._gather(query, code, found))

    @staticmethod
    def prepare() -> None:
        """Load what finds sentences, which takes a second the first time; safe in a thread."""
        load_sentences()

    @locked
    def begin(self, query: str, code: str, found: Iterable[Found]) -> Collection:
        """Keep the candidates among what a search found, to decide on; see `look`.

        Collections in which nothing is left to decide are forgotten on this occasion.
        """
        gathered = self._gather(query, code, found)
        collection = self._live(gathered)
        database = self._workspace.database
        kept = [self._live(each) for each in kept_collections(database)]
        forget_collections(database, [each.id for each in kept if not each.is_waiting])
        if collection.candidates:
            keep_collection(database, gathered)
        return collection

    def waiting(self) -> tuple[Collection, ...]:
        """Give the collections in which something is left to decide or to code, newest first."""
        kept = reversed(kept_collections(self._workspace.database))
        return tuple(each for each in map(self._live, kept) if each.is_waiting)

    def get(self, collection_id: str) -> Collection:
        """Give a collection as it stands now.

        Raises:
            NotFoundError: it is not kept.
        """
        return self._live(self._kept(collection_id))

    @locked
    def decide(
        self, collection_id: str, number: int, decision: Decision, span: Span | None = None
    ) -> Candidate:
        """Keep what a person decided about the candidate with a number; nothing is coded yet.

        Args:
            collection_id: The collection.
            number: The candidate's own number.
            decision: What was decided.
            span: Other boundaries, if she adjusted them.

        Raises:
            NotFoundError: there is no such candidate.
            InvalidInputError: the boundaries are not inside the text.
        """
        kept = self._kept(collection_id)
        if not 0 <= number < len(kept.candidates):
            raise NotFoundError(_("There is no such candidate."))
        candidate = kept.candidates[number]
        if span is not None:
            placed = place_in_text(self._workspace, candidate.version_id, span)
            candidate = replace(candidate, span=placed)
        candidate = replace(candidate, decision=decision)
        keep_decision(self._workspace.database, collection_id, candidate)
        return candidate

    @locked
    def finish(self, collection_id: str, why: str = "") -> Outcome[int]:
        """Code what was confirmed, as one step; what is undecided goes on waiting.

        Raises:
            NotFoundError: the collection is not kept.
            InvalidInputError: nothing was confirmed.
        """
        kept = self._kept(collection_id)
        code = self._code_of(kept)
        name = code.id if code else kept.code
        confirmed = [
            Confirmed(each.version_id, each.span, name) for each in self._live(kept).confirmed
        ]
        return self.code(confirmed, kept.query, why)

    @locked
    def code(self, confirmed: Sequence[Confirmed], query: str, why: str = "") -> Outcome[int]:
        """Code passages that a person confirmed, as one step; gives how many were new.

        Raises:
            InvalidInputError: there are none, or one is not inside its text.
            NotFoundError: a text is gone.
        """
        if not confirmed:
            raise InvalidInputError(
                _("No candidate was confirmed."), _("Nothing is coded without your yes.")
            )
        workspace = self._workspace
        with workspace.journal.operation("coding.collect", "", why) as step:
            codes: dict[str, Code] = {}
            for each in confirmed:
                if each.code not in codes:
                    codes[each.code] = self._find(each.code) or ensure_code(
                        step, workspace, each.code
                    )
                span = place_in_text(workspace, each.version_id, each.span)
                ensure_coding(step, workspace, each.version_id, span, codes[each.code].id)
            made = sum(change.table == "coding" for change in step.changes)
            step.summary = _summary(made, [code.name for code in codes.values()], query)
        return Outcome(made, TOUCHED)

    @locked
    def drop(self, collection_id: str) -> None:
        """Forget a collection and what was decided in it; what was coded stays."""
        forget_collections(self._workspace.database, [collection_id])

    def _gather(self, query: str, code: str, found: Iterable[Found]) -> KeptCollection:
        known = self._find(code)
        path = self._path_of(known) if known else PATH_SEPARATOR.join(split_path(code))
        return KeptCollection(
            id=new_id(),
            query=one_line(printable(query)),
            code=path,
            code_id=known.id if known else "",
            candidates=tuple(candidates_among(self._workspace, found)),
        )

    def _kept(self, collection_id: str) -> KeptCollection:
        kept = kept_collections(self._workspace.database, collection_id)
        if len(kept) != 1:
            raise NotFoundError(_("That collection of candidates is no longer there."))
        return kept[0]

    def _live(self, kept: KeptCollection) -> Collection:
        """Leave out what is coded by now, and what stands in a text that has a newer version."""
        database = self._workspace.database
        code = self._code_of(kept)
        versions = {each.version_id for each in kept.candidates}
        newest = newest_versions(database, {each.source_id for each in kept.candidates})
        coded = spans_coded(database, code.id, sorted(versions)) if code else {}
        current = [each for each in kept.candidates if each.version_id in newest]
        left = [
            each
            for each in current
            if not any(each.span.overlaps(span) for span in coded.get(each.version_id, ()))
        ]
        return Collection(
            id=kept.id,
            query=kept.query,
            code=self._path_of(code) if code else kept.code,
            candidates=tuple(left),
            already=len(current) - len(left),
            outdated=len(kept.candidates) - len(current),
        )

    def _code_of(self, kept: KeptCollection) -> Code | None:
        code = self._workspace.database.get(Code, kept.code_id) if kept.code_id else None
        return code or self._find(kept.code)

    def _find(self, name: str) -> Code | None:
        try:
            return self._codes.find(name)
        except NotFoundError:
            return None

    def _path_of(self, code: Code) -> str:
        return self._codes.entry(code.id, counted=False).path


def _summary(count: int, codes: Sequence[str], query: str) -> str:
    names = ", ".join(f"'{name}'" for name in codes)
    said = ngettext(
        "Coded {count} passage with {codes}, collected from a search for '{query}'",
        "Coded {count} passages with {codes}, collected from a search for '{query}'",
        count,
    )
    return said.format(count=count, codes=names, query=query)
