"""The first screen: the project, the way back to where one was, and the sources."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Origin, Outcome
from qualkit.services.imports import ImportReport
from qualkit.services.project import Project
from qualkit.services.sources import SourceEntry
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.adding_files import brought_in
from qualkit.tui.base import QualkitScreen
from qualkit.tui.rounds_text import read_and_not
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.screens.working import Progress
from qualkit.tui.source_rows import GO_ON, MARKED, NOTED, OPENED, READ, SourceRow
from qualkit.tui.terms import term
from qualkit.tui.typed_paths import path_of, refuse_path
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of

EMPTY = N_("""There is no source in this project yet.

Press a to add files: interview notes, transcripts, chats (.txt, .md, .docx).
Then open one with Enter, select a passage and give it a code.

? shows every key that works here, on every screen.""")

AT_ONCE = 100
"""Sources that are read before the first frame."""

REST_SECONDS = 0.1
"""When the other sources are read, after the first frame."""


class HomeScreen(QualkitScreen):
    """Lists the sources."""

    SCREEN_NAME = "home"
    HEADING = N_("Sources")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("home")]

    def __init__(self) -> None:
        """Begin without sources."""
        super().__init__()
        self._entries: tuple[SourceEntry, ...] = ()
        self._marked: dict[str, None] = {}
        """The ids of the marked sources, in the order in which they were marked."""
        self._notes: dict[str, str] = {}
        """What is to be known before, by the ids of sources."""
        self._read_in_round: frozenset[str] | None = None
        """The sources read in the running round; None while there is no round."""

    def compose_body(self) -> ComposeResult:
        """Put the question above the sources."""
        yield Static("", id="question", markup=False)
        yield Static("", id="running-round", markup=False)
        yield Static("", id="noted", markup=False)
        self._table: TableList[SourceRow] = table(
            (
                Column(" ", self._opened, 1),
                Column(_("No."), self._number, 6, kind="accent"),
                Column(_("Source"), lambda row: row.name),
                Column(_("Kind"), lambda row: term(row.entry.source.kind), 10, kind="muted"),
                Column(_("Date"), lambda row: row.day, 10, kind="muted", least=70),
                Column(_("Segments"), lambda row: str(row.entry.segments), 8, right=True, least=90),
                Column(_("Coded"), lambda row: str(row.entry.codings or ""), 5, right=True),
            ),
            key=lambda row: row.key,
            words=lambda row: (
                f"P{row.entry.source.number} {row.name} {term(row.entry.source.kind)}"
                f" {self._notes.get(row.entry.source.id, '')}"
            ),
            empty=_(EMPTY),
            across=lambda row: row.go_on,
        )
        yield self._table

    def on_mount(self) -> None:
        """Show the project and the sources; of very many the first at once, and then all."""
        self.refresh_touched(frozenset({"project"}))
        self._entries = self.project.sources.entries(first=AT_ONCE)
        self._show_rows()
        self._table.rows.focus()
        if len(self._entries) == AT_ONCE:
            # Not after the first refresh: the terminal would get it only after the rest is read.
            self.set_timer(REST_SECONDS, self._show_all)

    def _show_all(self) -> None:
        """Show every source, the cursor on the way back unless it was moved meanwhile."""
        self._entries = self.project.sources.entries()
        self._show_rows(at=GO_ON if self._table.rows.cursor == 0 else "")

    def on_screen_resume(self) -> None:
        """Show where one was just now."""
        if self._entries:
            self._show_rows()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the sources anew."""
        if "project" in touched:
            info = self.project.info
            question = self.query_one("#question", Static)
            question.update(info.question)
            question.display = bool(info.question)
            self._tell_marked()
        if touched & {"sources", "segments", "cases", "codings", "rounds"}:
            self._entries = self.project.sources.entries()
            self._show_rows()

    def memo_about(self) -> tuple[Target, str]:
        """A memo here is on the source at the cursor, or on the project while there is none."""
        row = self._table.current
        if row is None:
            return Target(ObjectType.PROJECT, self.project.info.id), _("the project")
        source = row.entry.source
        return Target(ObjectType.SOURCE, source.id), f"P{source.number} {row.name}"

    def action_describe_source(self) -> None:
        """Show what is known of the source at the cursor, or of those that are marked."""
        from qualkit.tui.screens.source import SourceScreen  # noqa: PLC0415 (when it is wanted)

        row = self._table.current
        if self._marked:
            self.app.push_screen(SourceScreen(*self._marked))
        elif row:
            self.app.push_screen(SourceScreen(row.entry.source.id))
        else:
            self.say(_("There is no source yet: a adds files."))

    def action_mark_source(self) -> None:
        """Mark the source at the cursor, or take the mark away."""
        row = self._table.current
        if row is None or row.go_on:
            self.say(_("Marks are for sources: go down to one."))
            return
        source_id = row.entry.source.id
        if self._marked.pop(source_id, 0) == 0:
            self._marked[source_id] = None
        self._tell_marked()
        self._table.rows.move_to(self._table.rows.cursor + 1)

    def _tell_marked(self) -> None:
        """Tell how many are marked at the right end of the top."""
        told = _("{sources} marked, e describes them")
        count = count_of(len(self._marked), "source")
        detail = told.format(sources=count) if self._marked else _("Sources")
        self.set_heading(self.project.info.title, detail)
        self._table.rows.refresh()

    def action_back(self) -> None:
        """Take the marks away; else there is nowhere to go back to: say how to leave."""
        if self._marked:
            self._marked = {}
            self._tell_marked()
            return
        self.say(_("This is where it begins. q leaves; everything is saved."))

    def action_quit_qualkit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_go_on(self) -> None:
        """Go on reading where one was."""
        source_id = self._last_read()
        if source_id:
            self.qualkit.open_reader(source_id)
        else:
            self.say(_("Nothing was read yet. Enter opens the source at the cursor."))

    @work
    async def action_add_files(self) -> None:
        """Ask for a file or folder, and bring it in."""
        answer = await self.app.push_screen_wait(
            TextPrompt(
                _("Add files"),
                hint=_("A file, or a folder with .txt, .md and .docx files. ~ is your own folder."),
                refuse=refuse_path,
            )
        )
        if answer is None:
            return
        path, qualkit = path_of(answer), self.qualkit

        def bring_in(progress: Progress) -> Outcome[ImportReport]:
            # Over a connection of its own, since it runs in a thread.
            with Project.open(qualkit.folder, qualkit.settings, Origin.TUI) as project:
                return project.imports.run([path], progress=progress)

        telling = _("Reading file {done} of {of} …")
        outcome = await self.work_through(_("Add files"), telling, bring_in)
        if outcome:
            self._imported(outcome)

    @on(RowList.Chosen)
    def _open(self) -> None:
        row = self._table.current
        if row:
            self.qualkit.open_reader(row.entry.source.id)

    def _show_round(self) -> None:
        """Tell which round is going on, and how many sources were read in it."""
        entry = self.project.rounds.running_entry()
        self._read_in_round = self.project.rounds.read_sources() if entry else None
        line = self.query_one("#running-round", Static)
        line.display = entry is not None
        if entry:
            said = _("Round '{name}': {state}.  {sign} read in it · g r shows them")
            state = read_and_not(entry.read, entry.sources)
            line.update(said.format(name=entry.round.name, state=state, sign=READ))

    def _show_notes(self) -> None:
        """Tell what the sign behind a number means, where there is one."""
        wanted = self.qualkit.settings.content_notes
        self._notes = self.project.terms.content_notes() if wanted else {}
        line = self.query_one("#noted", Static)
        line.display = bool(self._notes)
        line.update(_("{sign} opens with a note on what it is about").format(sign=NOTED))

    def _show_rows(self, at: str = "") -> None:
        self._show_round()
        self._show_notes()
        rows = [SourceRow(entry) for entry in self._entries]
        last = self._last_read()
        for entry in self._entries:
            if entry.source.id == last:
                rows.insert(0, SourceRow(entry, self._way_back(entry)))
        self._table.set_items(rows, at)

    def _last_read(self) -> str:
        return str(self.project.bookmarks.get("last").get("source_id", ""))

    def _way_back(self, entry: SourceEntry) -> str:
        source = entry.source
        offset = self.project.bookmarks.get(f"reader:{source.id}").get("offset", 0)
        line = LineIndex(self.project.sources.read(source.id).text).line_of(int(offset))
        where = format_reference(source.number, line)
        said = _("Go on where you were: {reference}, {source}")
        return said.format(reference=where, source=entry.label or source.title)

    def _number(self, row: SourceRow) -> str:
        sign = f" {NOTED}" if row.entry.source.id in self._notes else ""
        return f"P{row.entry.source.number}{sign}"

    def _opened(self, row: SourceRow) -> str:
        bookmarks, source_id = self.project.bookmarks, row.entry.source.id
        if source_id in self._marked and not row.go_on:
            return MARKED
        if self._read_in_round is not None:
            is_read = source_id in self._read_in_round
        else:
            is_read = bool(bookmarks.get(f"read:{source_id}"))
        if is_read:
            return READ
        return OPENED if bookmarks.get(f"reader:{source_id}") else ""

    def _imported(self, outcome: Outcome[ImportReport]) -> None:
        self.qualkit.redraw(outcome.touched)
        report = outcome.value
        said = brought_in(report)
        if report.refused:
            lines = [f"{item.file_name}: {item.message} {item.hint}" for item in report.refused]
            text = "\n\n".join([said, _("These could not be read:"), *lines])
            self.app.push_screen(Notice(_("Add files"), text))
        else:
            self.say(said)
