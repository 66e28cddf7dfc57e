"""The reading screen's frame: its widgets, its source, and what it tells about the cursor."""

from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.quotability import Quotability
from qualkit.domain.sources import Utterance
from qualkit.domain.spans import Span
from qualkit.errors import ProjectBusyError
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.contents import Contents, read_analysis, read_contents
from qualkit.tui.reading.cursor import Cursor
from qualkit.tui.reading.lines import Folds
from qualkit.tui.reading.margin import AGREED
from qualkit.tui.reading.recent import recent_codes
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.terms import term
from qualkit.tui.widgets.code_list import CodeList, Here
from qualkit.tui.widgets.suggestion_list import SuggestionPanel
from qualkit.tui.widgets.text_view import TextView

OF_THE_SOURCE = frozenset({"project", "sources", "segments", "cases"})
"""What is touched when more than codings, codes and memos has to be read again."""


class ReaderBase(QualkitScreen):
    """One source in front of a person."""

    SCREEN_NAME = "reader"
    CSS_PATH: ClassVar[str] = "../reader.tcss"

    contents: Contents
    """The source; read when the screen is made."""

    def __init__(self, source_id: str) -> None:
        """Show a source of the project."""
        super().__init__()
        self.source_id = source_id
        self.sentences: Stretches | None = None
        """None until they are found."""
        self._view: TextView | None = None
        self._recent: list[str] = []

    def compose_body(self) -> ComposeResult:
        """Put the text beside or above what is known at the cursor."""
        contents = self.attempt(self._read_all)
        if contents is None:
            self.call_later(self._leave)
            return
        self.contents = contents
        with Horizontal(id="reading"):
            self._view = TextView(contents.text)
            yield self._view
            with Vertical(id="panel"):
                yield CodeList()
                yield SuggestionPanel()
        yield Input(id="find", placeholder=_("Find in this text"), select_on_focus=True)
        yield Static("", id="status", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether the source could be read; without it there is nothing on the screen."""
        return self._view is not None

    @property
    def view(self) -> TextView:
        """The text on the screen; still there when the screen is being closed."""
        assert self._view is not None, "is_open tells"
        return self._view

    @property
    def cursor(self) -> Cursor:
        """Where the person is in it."""
        return self.view.cursor

    @property
    def recent(self) -> list[str]:
        """The ids of the codes used last, latest first."""
        return self._recent

    @property
    def offered(self) -> list[CodeEntry]:
        """The codes to code with: the codebook without retired ones."""
        entries = self.contents.codes.values()
        return [entry for entry in entries if entry.code.status is CodeStatus.ACTIVE]

    def say(self, message: str) -> None:
        """Say something on the line below the text, where it covers nothing."""
        self.query_one("#status", Static).update(message, layout=False)

    @property
    def told(self) -> str:
        """What the line below the text says now."""
        return str(self.query_one("#status", Static).content)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read again what changed, and stay where one is."""
        if not touched or not self.is_open:
            return
        read = self._read_all if touched & OF_THE_SOURCE else self._read_analysis
        contents = self.attempt(read)
        if contents is None:
            return
        before, self.contents = self.contents, contents
        if contents.text != before.text:
            # Where single turns begin is another place in another text.
            folds = Folds(self.view.folds.all)
            self.view.show_text(contents.text, self.view.only_evidence, folds)
        self.show_contents()

    def _read_all(self) -> Contents:
        return read_contents(self.project, self.source_id)

    def _read_analysis(self) -> Contents:
        return read_analysis(self.project, self.contents)

    def _leave(self) -> None:
        self.dismiss()

    def show_contents(self) -> None:
        """Draw the codings and memos as they are now."""
        self._recent = recent_codes(
            self.project.bookmarks,
            self.contents.codings.all,
            {entry.code.id for entry in self.offered},
        )
        self.view.show_notes(self.contents.notes)
        self.view.show_codings(self.marks)
        self.tell_place()

    def passage(self) -> Span | None:
        """Give what is selected, or the word at the cursor."""
        return self.cursor.span or self.cursor.word

    def bookmark(self, name: str, value: dict[str, int | str]) -> None:
        """Keep a small value; while another program is writing, the next one will do as well."""
        with suppress(ProjectBusyError):
            self.project.bookmarks.put(name, value)

    def tell_place(self) -> None:
        """Tell about the place of the cursor, in the panel and at the top."""
        contents, span, line = self.contents, self.passage(), self.view.line_of_cursor()
        if span is None or line is None:
            return
        letters = contents.codings.letters
        self.query_one(CodeList).here = Here(
            speaker=self._speaker(line.utterance),
            codings=[
                (letters[coding.code_id], contents.codes[coding.code_id], coding)
                for coding in contents.codings.over(span.start, span.end)
            ],
            remarks=contents.remarks_on(span),
            recent=[contents.codes[code_id] for code_id in self._recent],
            in_selection=self.cursor.span is not None,
            phrases=self.phrases_here(),
            themes=self.themes_on(span),
            printing=self._printing(span),
        )
        source = contents.text.source
        held = f" · {source.held_on}" if source.held_on else ""
        title = "" if contents.label == source.title else f" · {source.title}"
        self.set_heading(
            f"P{source.number} · {contents.label}{title} · {term(source.kind)}{held}",
            _("line {number} of {count}").format(number=line.number, count=contents.lines),
        )

    def _printing(self, span: Span) -> str:
        """Tell how a stretch may be printed, and why, where that is not word for word."""
        marks = self.contents.marks_on(span)
        printing = self.contents.printing_of(span)
        if printing is Quotability.VERBATIM and not marks:
            return ""
        told = _("{sign} Printing: {terms}") if marks else _("Printing: {terms}")
        reasons = [mark.why for mark in marks if mark.why]
        return " · ".join([told.format(sign=AGREED, terms=term(printing)), *reasons])

    @property
    def marks(self) -> Codings:
        """What stands beside the text: its codings, unless something else is asked for."""
        return self.contents.codings

    def themes_on(self, _span: Span) -> list[tuple[str, str]] | None:
        """Give the letter and name of each theme on a stretch; None while codes are shown."""
        return None

    def phrases_here(self) -> list[str] | None:
        """Give the phrases that digits accept; None while digits are recent codes."""
        return None

    def _speaker(self, said: Utterance | None) -> str:
        if said is None:
            return ""
        role = self.contents.text.role_of(said)
        time = f" · {said.said_at:%Y-%m-%d %H:%M}" if said.said_at else ""
        name = "" if role == said.speaker else f"{said.speaker} · "
        return f"{name}{term(role)}{time}"
