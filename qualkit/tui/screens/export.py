"""Files for people without the program: what, in which form, and where."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.errors import MosaicNotSeenError
from qualkit.services.exports import ExportReport
from qualkit.services.project import Project
from qualkit.services.sheets import OnSheet
from qualkit.services.theme_reports import NOTHING_MORE, Chosen
from qualkit.services.workspace import EXPORTS
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.export_list import EXPORT_LIST, MATRIX_EXPORT, Export
from qualkit.tui.openings import Pause
from qualkit.tui.screens.mosaic import MosaicScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.screens.working import Progress
from qualkit.tui.sheet_choices import sheet_choices
from qualkit.tui.typed_paths import is_there, path_of
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.wiping_text import size_told, what_to_wipe, wipe_choices
from qualkit.tui.words import count_of

Run = Callable[[Project, Path], ExportReport]


class _Unseen:
    """Nothing was written, as nobody looked yet at what is printed together."""


class ExportScreen(QualkitScreen):
    """Lists what can be written."""

    SCREEN_NAME = "export"
    HEADING = N_("Export")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("export")]

    def compose_body(self) -> ComposeResult:
        """Give the list."""
        self._table: TableList[Export] = table(
            (
                Column(_("What"), lambda export: _(export.name), 20, kind="strong"),
                Column(_("For"), lambda export: _(export.about)),
                Column(_("File"), lambda export: export.file_name, 14, kind="muted", least=100),
            ),
            key=lambda export: export.name,
            words=lambda export: f"{_(export.name)} {_(export.about)}",
            empty="",
        )
        yield self._table

    def on_mount(self) -> None:
        """Show what can be written."""
        self.set_heading(_("Export"), _("Enter chooses where"))
        # It is a stable order: the others stay as they are.
        offered = self.project.info.profile.has_matrix
        exports = sorted(EXPORT_LIST, key=lambda export: offered and export is not MATRIX_EXPORT)
        self._table.set_items(exports)
        self._table.rows.focus()
        about = Target(ObjectType.PROJECT, self.project.info.id)
        self.offer_opening(Pause.EXPORT, about, _("the project"))

    @work
    async def action_wipe(self) -> None:
        """Ask what is removed from the project folder, and ask again."""
        sorts = what_to_wipe(self.project)
        if not sorts:
            self.say(_("There is nothing to remove."))
            return
        offered = [Choice(*each) for each in wipe_choices(sorts)]
        picked = await self.app.push_screen_wait(
            Picker(_("What is removed? The project itself stays."), offered)
        )
        if not picked:
            return
        found = sorts[picked[0]]
        choices = [
            Choice("keep", _("Leave it")),
            Choice("wipe", _("Remove it: {size}").format(size=size_told(found))),
        ]
        sure = await self.app.push_screen_wait(Picker(_("This cannot be undone."), choices))
        if sure and sure[0] == "wipe":
            removed = self.attempt(lambda: self.project.wiping.wipe(found))
            if removed is not None:
                self.say(_("Removed: {files}.").format(files=count_of(removed, "file")))

    @on(RowList.Chosen)
    @work
    async def _write(self) -> None:
        """Ask where, write it, and say what was written."""
        export = self._table.current
        if export is None:
            return
        own = self.qualkit.folder / EXPORTS
        run = await self._ask(export)
        if run is None:
            return
        answer = await self.app.push_screen_wait(
            TextPrompt(
                _("Write to: {what}").format(what=_(export.name)),
                str(own / export.file_name),
                _("In the folder of the project, a file of an earlier export is replaced."),
                lambda answer: _refuse(answer, own),
            )
        )
        if answer is None:
            return
        report = await self._run(export, path_of(answer), run)
        if isinstance(report, _Unseen):
            await self.app.push_screen_wait(MosaicScreen(before_export=True))
            if self.project.mosaic.waiting():
                self.say(_("Nothing was exported: not every label was looked at yet."))
                return
            report = await self._run(export, path_of(answer), run)
        if isinstance(report, ExportReport):
            self.app.push_screen(Notice(_(export.name), _told(export, report)))

    async def _run(self, export: Export, target: Path, run: Run) -> "ExportReport | _Unseen | None":
        """Write an export; gives what was written, or that something is to be looked at first."""
        qualkit = self.qualkit

        def write(_progress: Progress) -> ExportReport | _Unseen:
            # Over a connection of its own, since it runs in a thread.
            with Project.open(qualkit.folder, qualkit.settings, Origin.TUI) as project:
                try:
                    return run(project, target)
                except MosaicNotSeenError:
                    return _Unseen()

        return await self.work_through(_(export.name), "", write)

    async def _ask(self, export: Export) -> Run | None:
        """Ask what is to be in an export; gives what writes it, or None for nothing."""
        if write := export.sheet:
            wanted = await self._choose_themes()
            if wanted is None:
                return None
            return lambda project, target: write(project, target, wanted)
        chosen = await self._choose_extras(export) if export.extras else NOTHING_MORE
        if chosen is None:
            return None
        return lambda project, target: export.run(project, target, chosen)

    async def _choose_themes(self) -> OnSheet | None:
        """Ask which themes a quote sheet is about."""
        offered = sheet_choices(self.project)
        choices = [Choice(key, words) for key, (words, _wanted) in offered.items()]
        picked = await self.app.push_screen_wait(Picker(_("Which quotes?"), choices))
        return offered[picked[0]][1] if picked else None

    async def _choose_extras(self, export: Export) -> Chosen | None:
        """Ask what goes along; numbers do only when they are asked for."""
        choices = [Choice(key, _(words)) for key, (words, _extras) in export.extras.items()]
        picked = await self.app.push_screen_wait(Picker(_("What goes along?"), choices))
        return export.extras[picked[0]][1] if picked else None


def _told(export: Export, report: ExportReport) -> str:
    """Say what was written and what was taken away."""
    written = _("{items} written:").format(items=count_of(report.items, export.noun))
    lines = [written, *map(str, report.files)]
    if report.removed:
        lines += ["", _("Removed, because the theme is gone or has another name:")]
        lines += map(str, report.removed)
    if report.remarks:
        lines += ["", *report.remarks]
    return "\n".join(lines)


def _refuse(answer: str, own: Path) -> str:
    """Say why a place cannot be written to: it is empty, or holds what is not an export of ours."""
    if not answer.strip():
        return _("Type where to write it.")
    target = path_of(answer)
    if is_there(target) and not target.resolve().is_relative_to(own.resolve()):
        there = _("{path} is there already and is no export of this project. Choose another name.")
        return there.format(path=target)
    return ""
