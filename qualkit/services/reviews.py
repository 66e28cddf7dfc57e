"""Answers of co-authors: read from their files, and dealt with by the researcher."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualkit.domain.answer_sheets import Arrival
from qualkit.domain.identity import utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.review_reports import ReviewedItem, ReviewReport
from qualkit.domain.reviews import ReviewAnswer, ReviewState, state_of
from qualkit.domain.text import folded, one_line, printable
from qualkit.domain.themes import Quote, QuoteStage
from qualkit.domain.vignettes import Vignette
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.naming import pick_by_id
from qualkit.services.printing import Printer
from qualkit.services.quote_checks import check_printable
from qualkit.services.review_items import answers_by_item, reviewed_items
from qualkit.services.review_reading import AnswerReader, CameBack, read_files
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.translation import N_, _, ngettext

TOUCHED = frozenset({"answers"})
TOUCHED_QUOTE = frozenset({"answers", "themes"})
TOUCHED_VIGNETTE = frozenset({"answers", "vignettes"})


class Reviews:
    """What co-authors answered to quotes and vignettes; it never changes one by itself."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def read(self, files: Sequence[Path], reviewer: str = "") -> ReviewReport:
        """Tell what would become of files, without keeping anything.

        `reviewer` filled in those that name nobody; without it they get a name such as
        "co-auteur 1".

        Raises:
            InvalidInputError, UnreadableFileError: none of the files could be read.
        """
        return self._report(read_files(files), reviewer)

    def bring_in(
        self, files: Sequence[Path], reviewer: str = "", why: str = ""
    ) -> Outcome[ReviewReport]:
        """Keep the answers in files, as one step; what is there already leaves no trace.

        An answer takes the place of an earlier one of the same co-author.

        Raises:
            InvalidInputError, UnreadableFileError: none of the files could be read.
        """
        # Files are read before the project is locked: they may be large, or far away.
        return self._keep(read_files(files), reviewer, why)

    @locked
    def _keep(self, files: CameBack, reviewer: str, why: str) -> Outcome[ReviewReport]:
        report = self._report(files, reviewer)
        names = dict.fromkeys(each.answer.reviewer for each in report.fresh)
        summary = ngettext(
            "Brought in {count} answer of co-authors: {names}",
            "Brought in {count} answers of co-authors: {names}",
            len(report.fresh),
        ).format(count=len(report.fresh), names=", ".join(names))
        with self._workspace.journal.operation("review.import", summary, why) as step:
            for each in report.fresh:
                if each.arrival is Arrival.NEW:
                    step.add(each.answer)
                else:
                    step.change(each.answer)
        return Outcome(report, TOUCHED)

    def _report(self, files: CameBack, reviewer: str) -> ReviewReport:
        with self._workspace.database.reading():
            report = AnswerReader(self._workspace.database).report(files, reviewer)
        if report.refused and not report.files:
            first = report.refused[0]
            raise InvalidInputError(first.message, first.hint)
        return report

    def items(self) -> tuple[ReviewedItem, ...]:
        """Give every quote and vignette with answers: what asks for attention first."""
        database = self._workspace.database
        with database.reading():
            answers = answers_by_item(database)
            items = reviewed_items(database, answers.keys(), answers) if answers else ()
        order = list(ReviewState)
        return tuple(sorted(items, key=lambda item: order.index(item.state)))

    def item(self, item_id: str) -> ReviewedItem:
        """Give the quote or vignette with this id, or an id that begins so (at least 4 signs).

        Raises:
            NotFoundError, AmbiguousNameError: there is none, or more than one.
        """
        database = self._workspace.database
        where, begins = "substr(id, 1, ?) = ?", [len(item_id), item_id]
        there = [
            *(quote.id for quote in database.find(Quote, where, begins)),
            *(vignette.id for vignette in database.find(Vignette, where, begins)),
        ]
        found = pick_by_id(N_("quote"), item_id, there, str)
        return reviewed_items(database, [found], answers_by_item(database, found))[0]

    def answers(self, item_id: str) -> tuple[ReviewAnswer, ...]:
        """Give the answers to a quote or vignette, by reviewer."""
        return answers_by_item(self._workspace.database, item_id).get(item_id, ())

    def states(self) -> dict[str, ReviewState]:
        """Tell how everything with an answer stands, by its id; for a list."""
        answers = answers_by_item(self._workspace.database)
        return {item_id: state_of(each) for item_id, each in answers.items()}

    def answer_of(self, item_id: str, reviewer: str) -> ReviewAnswer:
        """Give the answer of one co-author to a quote or vignette.

        Raises:
            NotFoundError: she gave none.
        """
        answers = self.answers(item_id)
        found = [each for each in answers if folded(each.reviewer) == folded(reviewer)]
        if found:
            return found[0]
        names = ", ".join(each.reviewer for each in answers)
        raise NotFoundError(
            _("There is no answer of '{name}' to it.").format(name=printable(reviewer)),
            _("There are answers of: {names}.").format(names=names) if names else "",
        )

    @locked
    def take_over(self, answer_id: str, why: str = "") -> Outcome[ReviewAnswer]:
        """Print a quote or vignette in the words of a co-author, and close her answer.

        Raises:
            QuoteNotFaithfulError: her words are not word for word in the source; edit the quote.
            QuoteNotAllowedError: what was agreed on the source does not allow them.
            InvalidInputError: she did not change the words.
        """
        answer = self._workspace.get(ReviewAnswer, answer_id)
        if not answer.changed:
            raise InvalidInputError(
                _("{name} did not change the words.").format(name=answer.reviewer)
            )
        summary = _("Took over the words of {name}").format(name=answer.reviewer)
        handled = replace(answer, handled_at=utc_now(), handling=_("Words taken over"))
        with self._workspace.journal.operation("review.take_over", summary, why) as step:
            if answer.quote_id:
                self._print_as(step, answer.quote_id, answer.changed)
            else:
                self._tell_as(step, answer.item_id, answer.changed)
            step.change(handled)
        return Outcome(handled, TOUCHED_QUOTE if answer.quote_id else TOUCHED_VIGNETTE)

    @locked
    def handle(
        self, answer_ids: Sequence[str], line: str = ""
    ) -> Outcome[tuple[ReviewAnswer, ...]]:
        """Close answers, with a line on what was done about them."""
        answers = [self._workspace.get(ReviewAnswer, answer_id) for answer_id in answer_ids]
        handled = tuple(
            replace(answer, handled_at=utc_now(), handling=one_line(line)) for answer in answers
        )
        with self._workspace.journal.operation("review.handle", _("Dealt with an answer")) as step:
            for answer in handled:
                step.change(answer)
        return Outcome(handled, TOUCHED)

    @locked
    def reopen(self, answer_ids: Sequence[str]) -> Outcome[tuple[ReviewAnswer, ...]]:
        """Let answers that were closed wait again."""
        answers = [self._workspace.get(ReviewAnswer, answer_id) for answer_id in answer_ids]
        opened = tuple(replace(answer, handled_at=None, handling="") for answer in answers)
        with self._workspace.journal.operation("review.reopen", _("Reopened an answer")) as step:
            for answer in opened:
                step.change(answer)
        return Outcome(opened, TOUCHED)

    @locked
    def set_aside(self, quote_id: str, why: str = "") -> Outcome[Quote]:
        """Put a quote back on the shortlist, and close what waits of the answers to it."""
        quote = replace(self._workspace.get(Quote, quote_id), stage=QuoteStage.SHORTLISTED)
        line = _("Back on the shortlist")
        summary = _("Put a quote back on the shortlist after the answers to it")
        with self._workspace.journal.operation("review.set_aside", summary, why) as step:
            step.change(quote)
            for answer in self.answers(quote_id):
                if answer.waits:
                    step.change(replace(answer, handled_at=utc_now(), handling=line))
        return Outcome(quote, TOUCHED_QUOTE)

    def _print_as(self, step: Step, quote_id: str, words: str) -> None:
        quote = replace(self._workspace.get(Quote, quote_id), printed=one_line(words))
        check_printable(Printer(self._workspace.database).print_quotes([quote]))
        step.change(quote)

    def _tell_as(self, step: Step, vignette_id: str, words: str) -> None:
        vignette = self._workspace.get(Vignette, vignette_id)
        author = self._workspace.settings.coder
        step.change(replace(vignette, text=words, author=author, changed_at=utc_now()))
