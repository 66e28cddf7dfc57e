"""Files for people without the program: what, in which form, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.errors import NotFoundError
from qualkit.services.exports import ExportReport
from qualkit.services.project import Project
from qualkit.services.theme_reports import NOTHING_MORE, Chosen
from qualkit.services.workspace import EXPORTS
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.openings import Pause
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.screens.working import Progress
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be written."""

    name: str
    about: str
    """Both marked with `N_`."""
    noun: str
    """What its items are."""
    file_name: str
    """Where it goes in the folder of exports."""
    run: Callable[[Project, Path, Chosen], ExportReport]
    has_extras: bool = False
    """Whether more can go along if it is wanted."""


MAP_EXPORT = N_("Map of the themes")


def _matrix(project: Project, target: Path) -> ExportReport:
    """Write the framework matrix that was looked at last, or the first.

    Raises:
        NotFoundError: there is none.
    """
    matrix = project.matrices.latest
    if matrix is None:
        raise NotFoundError(_("There is no matrix yet."), _("g f goes there; N makes one."))
    return project.exports.matrix(target, matrix.id, _form(target, "xlsx docx csv md"))


MATRIX_EXPORT = Export(
    N_("Framework matrix"),
    N_("cases by themes in your own words; also .docx, .csv or .md"),
    "case",
    "matrix.xlsx",
    lambda project, target, _chosen: _matrix(project, target),
)
"""Comes first where one works with a framework."""

EXPORT_LIST = (
    Export(
        N_("Themes, Markdown"),
        N_("a folder with a file for each theme: idea, claims, quotes, story"),
        "theme",
        "themes",
        lambda project, target, chosen: project.exports.themes(target, "md", chosen),
        has_extras=True,
    ),
    Export(
        N_("Themes, web page"),
        N_("one page to read or print"),
        "theme",
        "themes.html",
        lambda project, target, chosen: project.exports.themes(target, "html", chosen),
        has_extras=True,
    ),
    Export(
        MAP_EXPORT,
        N_("a picture, in print too; a name in .png or .md makes it that"),
        "theme",
        "map.svg",
        lambda project, target, _chosen: project.exports.map(target, _form(target, "svg png md")),
    ),
    Export(
        N_("Spread, marks"),
        N_("who is heard under which theme; also .png, .csv or .md"),
        "row",
        "spread.svg",
        lambda project, target, _chosen: project.exports.spread(
            target, _form(target, "svg png csv md")
        ),
    ),
    Export(
        N_("Spread, numbers"),
        N_("the same, with how many passages there are"),
        "row",
        "spread.svg",
        lambda project, target, _chosen: project.exports.spread(
            target, _form(target, "svg png csv md"), numbers=True
        ),
    ),
    Export(
        N_("Decisions"),
        N_("what was decided and why, by day; also .html or .csv"),
        "decision",
        "decisions.md",
        lambda project, target, _chosen: project.exports.decisions(
            target, _form(target, "md html csv")
        ),
    ),
    Export(
        N_("Limitations"),
        N_("what the material cannot show; also .html or .csv"),
        "limitation",
        "limitations.md",
        lambda project, target, _chosen: project.exports.limitations(
            target, _form(target, "md html csv")
        ),
    ),
    Export(
        N_("Quotes, table"),
        N_("the quotes for co-authors to answer, in a spreadsheet"),
        "quote",
        "quotes.csv",
        lambda project, target, _chosen: project.exports.quotes(target, "csv"),
    ),
    Export(
        N_("Quotes, Markdown"),
        N_("the quotes under their themes and claims"),
        "quote",
        "quotes.md",
        lambda project, target, _chosen: project.exports.quotes(target, "md"),
    ),
    Export(
        N_("Codebook, Markdown"),
        N_("every code with its meaning, for an appendix"),
        "code",
        "codebook.md",
        lambda project, target, _chosen: project.exports.codebook(target, "md"),
    ),
    Export(
        N_("Codebook, table"),
        N_("the same, in a spreadsheet"),
        "code",
        "codebook.csv",
        lambda project, target, _chosen: project.exports.codebook(target, "csv"),
    ),
    MATRIX_EXPORT,
    Export(
        N_("History, table"),
        N_("every step: when, who, what, why"),
        "step",
        "history.csv",
        lambda project, target, _chosen: project.exports.history(target, "csv"),
    ),
    Export(
        N_("History, story"),
        N_("the same day by day, to read"),
        "step",
        "history.md",
        lambda project, target, _chosen: project.exports.history(target, "md"),
    ),
    Export(
        N_("Memos, Markdown"),
        N_("the shared ones by kind, limitations first; private ones stay"),
        "memo",
        "memos.md",
        lambda project, target, _chosen: project.exports.memos(target, "md"),
    ),
    Export(
        N_("Memos, table"),
        N_("the same, in a spreadsheet"),
        "memo",
        "memos.csv",
        lambda project, target, _chosen: project.exports.memos(target, "csv"),
    ),
)

EXTRAS = {
    "none": (N_("The themes and their map"), NOTHING_MORE),
    "spread": (N_("Also who is heard under which theme"), Chosen(spread=True)),
    "numbers": (N_("The same, with the numbers"), Chosen(spread=True, numbers=True)),
    "decisions": (N_("Also what was decided, and why"), Chosen(decisions=True)),
    "both": (N_("Who is heard, and what was decided"), Chosen(spread=True, decisions=True)),
}
"""What can go along with the themes."""


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

    @on(RowList.Chosen)
    @work
    async def _write(self) -> None:
        """Ask where, write it, and say what was written."""
        export = self._table.current
        if export is None:
            return
        own, qualkit = self.qualkit.folder / EXPORTS, self.qualkit
        chosen = await self._choose_extras() if export.has_extras else NOTHING_MORE
        if chosen is None:
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

        def write(_progress: Progress) -> ExportReport:
            # Over a connection of its own, since it runs in a thread.
            with Project.open(qualkit.folder, qualkit.settings, Origin.TUI) as project:
                return export.run(project, _path(answer), chosen)

        report = await self.work_through(_(export.name), "", write)
        if report:
            self.app.push_screen(Notice(_(export.name), _told(export, report)))

    async def _choose_extras(self) -> Chosen | None:
        """Ask what goes along with the themes; numbers do only when they are asked for."""
        choices = [Choice(key, _(words)) for key, (words, _extras) in EXTRAS.items()]
        picked = await self.app.push_screen_wait(Picker(_("What goes along?"), choices))
        return EXTRAS[picked[0]][1] if picked else None


def _told(export: Export, report: ExportReport) -> str:
    """Say what was written and what was taken away."""
    written = _("{items} written:").format(items=count_of(report.items, export.noun))
    lines = [written, *map(str, report.files)]
    if report.removed:
        lines += ["", _("Removed, because the theme is gone or has another name:")]
        lines += map(str, report.removed)
    return "\n".join(lines)


def _form(target: Path, forms: str) -> str:
    """Give the form that the name of a file says, or the first there is."""
    known = forms.split()
    suffix = target.suffix.lower().removeprefix(".")
    return suffix if suffix in known else known[0]


def _path(answer: str) -> Path:
    return Path(answer.strip()).expanduser()


def _refuse(answer: str, own: Path) -> str:
    """Say why a place cannot be written to: it is empty, or holds what is not an export of ours."""
    if not answer.strip():
        return _("Type where to write it.")
    target = _path(answer)
    if target.exists() and not target.resolve().is_relative_to(own.resolve()):
        there = _("{path} is there already and is no export of this project. Choose another name.")
        return there.format(path=target)
    return ""
