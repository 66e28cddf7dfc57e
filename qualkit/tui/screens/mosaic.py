"""The mosaic check: one label at a time, all that is printed under it side by side."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.identifiers import Proposal
from qualkit.domain.mosaic import MosaicLabel, MosaicVerdict, PrintedPiece, PrintedSort
from qualkit.domain.quotability import Attribution
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.mosaic_text import (
    label_told,
    pointed_out,
    printed_told,
    questions_told,
    standing_told,
)
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList

WORDS_AT_MOST = 6
"""Lines of a quote that are drawn; Enter shows the rest in the source."""

AROUND = 2
"""Lines of a row beside its words: where it stands, and what is pointed out in it."""

EMPTY = N_("""Nothing would be printed: no quote is chosen and there is no vignette.

Esc goes back.""")


class MosaicScreen(QualkitScreen):
    """Shows everything that is printed under one label, and keeps how a look at it ended.

    Opened by an export it goes back to that when every label was looked at.
    """

    SCREEN_NAME = "mosaic"
    HEADING = N_("All that is printed under one label")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("mosaic")]

    def __init__(self, label: str = "", *, before_export: bool = False) -> None:
        """Begin at a label, or at the first that waits for a look."""
        super().__init__()
        self._label = label
        self._before_export = before_export
        self._labels: tuple[MosaicLabel, ...] = ()
        self._found: dict[str, tuple[Proposal, ...]] = {}
        """What is pointed out in each piece of the label in front, by its id."""

    def opened_with(self) -> tuple[str, ...]:
        """Give the label in front."""
        return (self._label,)

    def compose_body(self) -> ComposeResult:
        """Put what they make together above the quotes, and the questions below."""
        yield Static("", id="mosaic-told", markup=False)
        self._rows: RowList[PrintedPiece] = RowList(self._draw, _key, empty=_(EMPTY))
        yield self._rows
        yield Static(questions_told(), id="mosaic-questions", markup=False)

    def on_mount(self) -> None:
        """Go to the label that was asked for, or to the first that waits."""
        self._labels = self.project.mosaic.labels()
        names = [each.label for each in self._labels]
        if self._label not in names or not self._label:
            waiting = [each.label for each in self._labels if not each.holds]
            self._label = next(iter([*waiting, *names]), "")
        self._show()
        self._rows.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Give the quotes as many lines as they take at this width."""
        self._measure(event.size.width)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read anew what would be printed."""
        if touched - {"memos", "doubts", "rounds", "quality", "board"}:
            self._labels = self.project.mosaic.labels()
            self._show()

    def action_back(self) -> None:
        """Go back; an export that waits goes on only when everything was looked at."""
        self.dismiss()

    def action_keep_seen(self) -> None:
        """Keep that all of it may be printed."""
        self._keep(MosaicVerdict.SEEN, "")

    @work
    async def action_leave_it(self) -> None:
        """Ask why it stays, and keep that."""
        if self._here is None:
            return
        why = await self._ask_reason(_("Why may it stay as it is?"), _("The history keeps it."))
        if why is not None:
            self._keep(MosaicVerdict.LEFT, why)

    def action_generalise(self) -> None:
        """Change the printed words of the quote at the cursor."""
        from qualkit.tui.screens.quote_editor import QuoteEditorScreen  # noqa: PLC0415

        piece = self._need_quote(_("A vignette is changed on its own screen: g v."))
        if piece:
            self.app.push_screen(QuoteEditorScreen(piece.id))

    @work
    async def action_without_label(self) -> None:
        """Print the quote at the cursor without its label, or with it again."""
        piece = self._need_quote(_("A vignette is printed without a label already."))
        if piece is None:
            return
        quote = self.project.quotes.get(piece.id)
        is_bare = quote.attribution is Attribution.NONE
        said = _("It is printed with its label again.") if is_bare else _("It stands apart now.")
        why = await self.ask_why(
            _("Print it with its label again?") if is_bare else _("Print it without its label?")
        )
        if why is None:
            return
        changed = replace(quote, attribution=None if is_bare else Attribution.NONE)
        outcome = self.attempt(lambda: self.project.quotes.edit(changed, why))
        if outcome:
            self.done(outcome, said)

    def action_next_label(self) -> None:
        """Go to the next label."""
        self._go_by(1)

    def action_previous_label(self) -> None:
        """Go to the label before."""
        self._go_by(-1)

    @work
    async def action_go_on_unseen(self) -> None:
        """Ask why it is exported without a look at the rest."""
        if not self._before_export:
            self.say(_("There is no export that waits."))
            return
        why = await self._ask_reason(_("Export all the same?"), _("Say why; the history keeps it."))
        if why is None:
            return
        if self.attempt(lambda: self.project.mosaic.look_all(MosaicVerdict.NOT_LOOKED, why)):
            self.dismiss()

    @on(RowList.Chosen)
    def _open(self) -> None:
        piece = self._need_quote(_("A vignette has no place in a source."))
        if piece:
            segment = self.project.quotes.view(piece.id).segment
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

    def _keep(self, verdict: MosaicVerdict, why: str) -> None:
        here = self._here
        if here is None:
            return
        outcome = self.attempt(lambda: self.project.mosaic.look([here.label], verdict, why))
        if outcome is None:
            return
        self.done(outcome, _("Kept for {label}.").format(label=label_told(here.label)))
        waiting = [each.label for each in self._labels if not each.holds]
        if waiting:
            self._go_to_label(
                _following(waiting, [each.label for each in self._labels], here.label)
            )
        elif self._before_export:
            self.dismiss()
        else:
            self.say(_("Every label was looked at."))

    async def _ask_reason(self, title: str, hint: str) -> str | None:
        """Ask for a reason that has to be given."""
        return await self.app.push_screen_wait(
            TextPrompt(
                title,
                hint=hint,
                refuse=lambda answer: "" if answer.strip() else _("This needs a reason."),
            )
        )

    def _need_quote(self, otherwise: str) -> PrintedPiece | None:
        piece = self._rows.current
        if piece is None or piece.sort is PrintedSort.VIGNETTE:
            self.say(otherwise if piece else _("There is no quote here."))
            return None
        return piece

    @property
    def _here(self) -> MosaicLabel | None:
        return next((each for each in self._labels if each.label == self._label), None)

    def _go_by(self, step: int) -> None:
        names = [each.label for each in self._labels]
        if names:
            at = names.index(self._label) if self._label in names else 0
            self._go_to_label(names[(at + step) % len(names)])

    def _go_to_label(self, label: str) -> None:
        self._label = label
        self._show()
        self._rows.move_to(0)

    def _show(self) -> None:
        here = self._here
        if here is None:
            # The label is gone: its last quote was dropped, or it is called otherwise.
            self._label = self._labels[0].label if self._labels else ""
            here = self._here
        pieces = here.pieces if here else ()
        in_words = self.project.identifiers.in_words
        self._found = {piece.id: in_words(piece.words) for piece in pieces}
        self._rows.set_items(pieces)
        self._measure(self.size.width)
        self.query_one("#mosaic-told", Static).update(self._told(here) if here else "")
        self.set_heading(self._heading(here), self._progress())

    def _told(self, here: MosaicLabel) -> str:
        kinds = [{each.kind for each in found} for found in self._found.values()]
        return " ".join(filter(None, (printed_told(here), pointed_out(kinds))))

    def _heading(self, here: MosaicLabel | None) -> str:
        if here is None:
            return _(self.HEADING)
        return _("{label}: {standing}").format(
            label=label_told(here.label), standing=standing_told(here)
        )

    def _progress(self) -> str:
        done = sum(each.holds for each in self._labels)
        return _("{done} of {all} labels looked at").format(done=done, all=len(self._labels))

    def _measure(self, width: int) -> None:
        lines = [len(_wrapped(piece, width - 3)) for piece in self._rows.items]
        self._rows.draw_rows_of(AROUND + min(max(lines, default=1), WORDS_AT_MOST))

    def _draw(self, piece: PrintedPiece, width: int) -> Sequence[Line]:
        where = _("vignette") if piece.sort is PrintedSort.VIGNETTE else piece.reference
        head = f"{where}  " if where else ""
        lines: list[Line] = [
            [(head, "accent"), (cut(piece.theme, width - len(head)), "muted")],
            *([(line, "")] for line in _wrapped(piece, width)),
        ]
        if found := self._found.get(piece.id):
            told = ", ".join(f"{term(each.kind)} ‘{each.words}’" for each in found)
            lines.append([(cut(_("Look at: {words}").format(words=told), width), "match")])
        return lines


def _wrapped(piece: PrintedPiece, width: int) -> list[str]:
    """Give the lines of what is printed that are drawn, the last cut where there is more."""
    words = " ".join(piece.words.split())
    lines = wrap(words, max(width, 20)) or [""]
    if len(lines) > WORDS_AT_MOST:
        lines = [*lines[: WORDS_AT_MOST - 1], cut(" ".join(lines[WORDS_AT_MOST - 1 :]), width)]
    return lines


def _following(waiting: Sequence[str], names: Sequence[str], label: str) -> str:
    """Give the next label that waits, behind this one or else from the first."""
    behind = [each for each in names[names.index(label) + 1 :] if each in waiting]
    return behind[0] if behind else waiting[0]


def _key(piece: PrintedPiece) -> str:
    return piece.id
