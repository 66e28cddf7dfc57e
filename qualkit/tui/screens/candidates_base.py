"""The frame of the screen of candidates: one in front, in its context, and how far one is."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from qualkit.domain.candidates import Candidate, Collection, Decision
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quotes import speakers_in
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.searching.candidate_text import in_context
from qualkit.tui.terms import term

DECIDED = {
    Decision.OPEN: N_("to decide"),
    Decision.YES: N_("YES"),
    Decision.NO: N_("NO"),
    Decision.LATER: N_("later"),
}


class CandidatesBase(QualkitScreen):
    """Shows the candidates of a collection, one at a time."""

    def __init__(self, collection_id: str) -> None:
        """Go on with a collection."""
        super().__init__()
        self.collection_id = collection_id
        self.collection = Collection(collection_id, "", "", ())
        """As it stood when it was read last."""
        self.only_evidence = True
        self.number = -1
        """The number of the candidate in front; -1 before there is one."""
        self._text: SourceText | None = None

    def compose_body(self) -> ComposeResult:
        """Put the candidate between where it stands and how far one is."""
        yield Static("", id="place", markup=False)
        yield Static("", id="candidate", markup=False)
        yield Static("", id="progress", markup=False)

    def opened_with(self) -> tuple[str, ...]:
        """Give the collection."""
        return (self.collection_id,)

    def on_resize(self, event: events.Resize) -> None:
        """Draw as much context as there is room for."""
        self.show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage in front."""
        candidate = self.current
        if candidate is None:
            return super().memo_about()
        span = candidate.span
        target = Target(ObjectType.PASSAGE, candidate.version_id, span.start, span.end)
        return target, self._reference(self.text_of(candidate), span)

    @property
    def shown(self) -> tuple[Candidate, ...]:
        """The candidates that are walked through."""
        if self.only_evidence:
            return self.collection.evidence
        return self.collection.candidates

    @property
    def current(self) -> Candidate | None:
        """The candidate in front."""
        return next((each for each in self.shown if each.number == self.number), None)

    def read(self) -> None:
        """Read the collection as it stands now."""
        collection = self.attempt(lambda: self.project.candidates.get(self.collection_id))
        if collection is None:
            self.call_later(self._leave)
        else:
            self.collection = collection

    def _leave(self) -> None:
        self.dismiss()

    def text_of(self, candidate: Candidate) -> SourceText:
        """Give the source of a candidate; that of the one in front is at hand."""
        if self._text is None or self._text.version.id != candidate.version_id:
            self._text = self.project.sources.read(candidate.source_id)
        return self._text

    def turn_of(self, candidate: Candidate) -> Span:
        """Give the whole segments that a candidate stands in."""
        touched = [
            segment.span
            for segment in self.project.segments.of(candidate.source_id)
            if segment.span.overlaps(candidate.proposed)
        ]
        return Span(touched[0].start, touched[-1].end) if touched else candidate.proposed

    def show(self) -> None:
        """Draw the candidate in front."""
        if not self.is_mounted:
            return
        shown, candidate = self.shown, self.current
        where = ""
        if candidate is not None:
            place = 1 + [each.number for each in shown].index(candidate.number)
            where = _("{place} of {count}").format(place=place, count=len(shown))
        heading = _("Code this with '{code}'?").format(code=self.collection.code)
        self.set_heading(heading, where)
        self.query_one("#progress", Static).update(self._progress())
        if candidate is None:
            self.query_one("#place", Static).update("")
            self.query_one("#candidate", Static).update(_("There are no candidates here."))
            return
        text = self.text_of(candidate)
        size = self.query_one("#candidate", Static).size
        # Lines break between words, so some cells stay empty.
        room = max((size.width - 4) * (size.height - 1) * 4 // 5, 200)
        self.query_one("#place", Static).update(self._place(candidate, text))
        self.query_one("#candidate", Static).update(
            in_context(text, candidate.span, self.turn_of(candidate), room)
        )

    def _place(self, candidate: Candidate, text: SourceText) -> str:
        said = ", ".join(
            f"{name} ({term(role)})" for name, role in speakers_in(text, candidate.span)
        )
        parts = [self._reference(text, candidate.span), text.source.title, said]
        decided = _(DECIDED[candidate.decision])
        return f"{'  '.join(part for part in parts if part)}   [{decided}]"

    def _reference(self, text: SourceText, span: Span) -> str:
        return format_reference(text.source.number, LineIndex(text.text).line_of(span.start))

    def _progress(self) -> str:
        counts = self.collection.counts()
        shown = [each.decision for each in self.shown]
        left = shown.count(Decision.OPEN) + shown.count(Decision.LATER)
        lines = [
            _("{yes} yes · {no} no · {left} to decide").format(
                yes=counts[Decision.YES], no=counts[Decision.NO], left=left
            )
        ]
        if not left and counts[Decision.YES]:
            lines[0] += "   " + _("All are decided: c codes what you confirmed.")
        if self.collection.already:
            lines.append(_("{count} coded with it already").format(count=self.collection.already))
        if self.collection.outdated:
            lines.append(_("{count} in an older text").format(count=self.collection.outdated))
        if hidden := len(self.collection.candidates) - len(self.shown):
            lines.append(
                _("{count} said by interviewers or helpers, o shows them").format(count=hidden)
            )
        left_out = _("Left out: {reasons}").format(reasons=", ".join(lines[1:]))
        return "\n".join([lines[0], left_out] if lines[1:] else lines[:1])
