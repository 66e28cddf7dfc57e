"""Sources that may be of one visitor or one text: looked for, shown side by side, decided on."""

from qualkit.analysis.duplicates.finding import Finding, Progress
from qualkit.domain.duplicates import (
    DecidedPair,
    LastLook,
    LookDone,
    PairDecision,
    PairsWanted,
    PairVerdict,
    pair_of,
)
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.pair_views import PairEntry, PairView
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source
from qualkit.domain.text import normalise
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.formats.pair_words import pair_words
from qualkit.services.memos import Memos
from qualkit.services.pair_deciding import bring_together, gather
from qualkit.services.pair_listing import Listing
from qualkit.services.pair_looking import keep_look, last_look, look_for_pairs
from qualkit.services.pair_viewing import side_by_side
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.translation import N_, _

TOUCHED = frozenset({"duplicates"})

_SUMMARIES = {
    PairVerdict.SAME: N_("Held {one} and {other} for the same"),
    PairVerdict.DIFFERENT: N_("Held {one} and {other} for different"),
    PairVerdict.UNSURE: N_("Was not sure whether {one} and {other} are the same"),
}


class Duplicates:
    """Pairs of sources; nothing is merged, whatever is decided."""

    def __init__(self, workspace: Workspace, memos: Memos) -> None:
        """Work on an open project, with the memos of it."""
        self._workspace = workspace
        self._memos = memos

    def look(self, progress: Progress | None = None) -> LookDone:
        """Look for candidates in all sources, anew; what was decided stays decided.

        `progress` is told how far it is and may end it by raising; then what was found before
        stays.

        Raises:
            ProjectBusyError: another program is writing.
        """
        database = self._workspace.database
        # The word lists of the languages; loaded when somebody looks.
        from qualkit.language.frequencies import zipf  # noqa: PLC0415

        with database.reading():
            language = self._language
            finding = Finding(lambda word: zipf(word, language))
            candidates = look_for_pairs(database, finding, language, progress or _unseen)
            count = int(database.value("SELECT count(*) FROM source"))
        keep_look(database, candidates, count)
        waiting = len(self.candidates(PairsWanted.WAITING))
        return LookDone(count, len(candidates), waiting)

    def last_look(self) -> LastLook | None:
        """Tell when one looked last, and how many sources came in since; None before the first."""
        return last_look(self._workspace.database)

    def candidates(self, include: PairsWanted = PairsWanted.WAITING) -> tuple[PairEntry, ...]:
        """Give pairs: those that wait, likest first, then those in one case, then the decided.

        Only the first of these unless `include` wants more; decided are those a person decided on,
        the latest first, whether or not they are candidates.
        """
        with self._workspace.database.reading():
            return Listing(self._workspace.database).entries(include)

    def get(self, first_id: str, second_id: str) -> PairEntry:
        """Give one pair of sources, whether or not it is a candidate.

        Raises:
            NotFoundError: one of them is gone.
            InvalidInputError: it is one source twice.
        """
        self._sources(first_id, second_id)
        with self._workspace.database.reading():
            pair = pair_of(first_id, second_id)
            return Listing(self._workspace.database, pair).entry(*pair)

    def view(self, first_id: str, second_id: str) -> PairView:
        """Give two sources side by side, with what is alike in them.

        Raises:
            NotFoundError: one of them is gone.
            InvalidInputError: it is one source twice.
            ProjectDamagedError: a text is not as it was imported.
        """
        return side_by_side(self._workspace.database, self.get(first_id, second_id))

    @locked
    def decide(
        self,
        first_id: str,
        second_id: str,
        verdict: PairVerdict,
        note: str = "",
        case: str | None = None,
        doubt: bool = False,
    ) -> Outcome[PairDecision]:
        """Decide on two sources, or decide otherwise; both stay sources to read.

        Of the same person or text, they are put in one case where nobody has to be asked: neither
        has one, or only one of them has. Two different cases are left as they are.

        Args:
            first_id: One of the sources.
            second_id: The other.
            verdict: What they are held for.
            note: Why, for oneself and others.
            case: A label under which both are put, in place of those they had; empty to leave
                cases as they are.
            doubt: Whether a doubt is raised, to be discussed; where one is unsure.

        Raises:
            NotFoundError: one of them is gone.
            InvalidInputError: it is one source twice, a label is none, or a case or doubt is asked
                for that does not go with the verdict.
        """
        sources = self._sources(first_id, second_id)
        _check(verdict, case, doubt)
        entry = self.get(first_id, second_id)
        summary = _(_SUMMARIES[verdict]).format(one=_name(sources[0]), other=_name(sources[1]))
        tidy = normalise(note).strip()
        with self._workspace.journal.operation("pair.decide", summary, tidy) as step:
            pair = self._keep(step, entry, verdict, tidy)
            is_same = verdict is PairVerdict.SAME
            label, apart = self._cases(step, sources, case) if is_same else ("", None)
            doubt_id = self._raise_doubt(step, sources, tidy) if doubt else ""
        against = self.get(first_id, second_id).contradiction
        touched = TOUCHED | {"cases", "sources", "memos", "doubts"}
        return Outcome(PairDecision(pair, label, apart, doubt_id, against), touched)

    @locked
    def reopen(self, first_id: str, second_id: str, why: str = "") -> Outcome[PairEntry]:
        """Let a pair wait again, as if nothing was decided on it; cases stay as they are.

        Raises:
            NotFoundError: nothing was decided on it.
        """
        sources = self._sources(first_id, second_id)
        one, other = map(_name, sources)
        decided = self._decided(first_id, second_id)
        if decided is None:
            raise NotFoundError(
                _("Nothing was decided on {one} and {other}.").format(one=one, other=other)
            )
        summary = _("Took back what was decided on {one} and {other}").format(one=one, other=other)
        with self._workspace.journal.operation("pair.reopen", summary, why) as step:
            step.delete(decided)
        return Outcome(self.get(first_id, second_id), TOUCHED)

    @property
    def _language(self) -> str:
        return self._workspace.database.find(ProjectInfo)[0].language

    def _sources(self, first_id: str, second_id: str) -> tuple[Source, Source]:
        """Give two sources by number.

        Raises:
            NotFoundError: one of them is gone.
            InvalidInputError: it is one source twice.
        """
        one, other = (self._workspace.get(Source, each) for each in (first_id, second_id))
        if one.id == other.id:
            raise InvalidInputError(_("A pair is of two different sources."))
        return (one, other) if one.number < other.number else (other, one)

    def _decided(self, first_id: str, second_id: str) -> DecidedPair | None:
        found = self._workspace.database.find(
            DecidedPair, "first_id = ? AND second_id = ?", [*pair_of(first_id, second_id)]
        )
        return found[0] if found else None

    def _keep(self, step: Step, entry: PairEntry, verdict: PairVerdict, note: str) -> DecidedPair:
        """Keep a decision in place of an earlier one; the same once more changes nothing."""
        present = entry.decided
        if present and (present.verdict, present.note) == (verdict, note):
            return present
        pair = DecidedPair(
            present.id if present else new_id(),
            *pair_of(entry.first.id, entry.second.id),
            verdict,
            note,
            entry.reasons,
            self._workspace.settings.coder,
            utc_now(),
        )
        return step.change(pair) if present else step.add(pair)

    def _cases(
        self, step: Step, sources: tuple[Source, Source], case: str | None
    ) -> tuple[str, tuple[str, str] | None]:
        """Put both in one case; gives its label, or the labels of two that were left."""
        database = self._workspace.database
        if case is None:
            return bring_together(step, database, sources, pair_words(self._language).group)
        return (gather(step, database, sources, case) if case else ""), None

    def _raise_doubt(self, step: Step, sources: tuple[Source, Source], note: str) -> str:
        """Raise a doubt on the first of two sources, with the pair as its text; gives its id.

        Reasons are not in it: they hold words of the texts, and an agenda of doubts is printed.
        """
        asked = pair_words(self._language).doubt.format(
            first=_name(sources[0]), second=_name(sources[1])
        )
        about = Target(ObjectType.SOURCE, sources[0].id)
        return self._memos.write(step, about, f"{asked}\n{note}", MemoKind.DOUBT).id


def _check(verdict: PairVerdict, case: str | None, doubt: bool) -> None:
    if case and verdict is not PairVerdict.SAME:
        raise InvalidInputError(_("Only sources that are the same are put in one case."))
    if doubt and verdict is not PairVerdict.UNSURE:
        raise InvalidInputError(_("A doubt goes with a pair of which you are not sure."))


def _name(source: Source) -> str:
    return f"P{source.number} '{source.title}'"


def _unseen(_done: int, _total: int) -> None:
    """Let a look go on that nobody watches."""
