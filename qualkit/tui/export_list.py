"""What can be exported, and where each goes in the folder of exports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qualkit.errors import NotFoundError
from qualkit.formats.target_form import form_of
from qualkit.services.exports import ExportReport
from qualkit.services.project import Project
from qualkit.services.report_appendices import APPENDICES
from qualkit.services.report_building import USUAL_APPENDICES, ReportOptions
from qualkit.services.sheets import EVERYTHING, OnSheet
from qualkit.services.theme_reports import NOTHING_MORE, Chosen
from qualkit.translation import N_, _

Extras = Mapping[str, tuple[str, Chosen]]
"""By a key, what it is in words marked with `N_`, and what goes along then."""


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
    extras: Extras = field(default_factory=dict)
    """What can go along if it is wanted; empty where there is nothing to choose."""
    sheet: Callable[[Project, Path, OnSheet], ExportReport] | None = None
    """Writes a quote sheet, in place of `run`, when it is to be about something else than all."""


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


def _form(target: Path, forms: str) -> str:
    """Give the form that the name of a file says, or the first there is."""
    known = forms.split()
    return form_of(target, known, known[0])


TABLES = "xlsx docx csv md"
"""What a quote sheet to fill in can be."""


def _sheet(project: Project, target: Path, wanted: OnSheet, forms: str) -> ExportReport:
    return project.sheets.write(target, _form(target, forms), wanted)


MATRIX_EXPORT = Export(
    N_("Framework matrix"),
    N_("cases by themes, in words; also .docx, .csv or .md"),
    "case",
    "matrix.xlsx",
    lambda project, target, _chosen: _matrix(project, target),
)
"""Comes first where one works with a framework."""

EXTRAS: Extras = {
    "none": (N_("The themes and their map"), NOTHING_MORE),
    "spread": (N_("Also who is heard under which theme"), Chosen(spread=True)),
    "numbers": (N_("The same, with the numbers"), Chosen(spread=True, numbers=True)),
    "decisions": (N_("Also what was decided, and why"), Chosen(decisions=True)),
    "both": (N_("Who is heard, and what was decided"), Chosen(spread=True, decisions=True)),
}
"""What can go along with the themes."""

REPORT_EXTRAS: Extras = {
    "usual": (N_("Codebook, overview of the material, how the themes came about"), NOTHING_MORE),
    "decisions": (N_("The same, and what was decided, and why"), Chosen(decisions=True)),
    "phrases": (N_("The first, and the phrases that come back"), Chosen(phrases=True)),
    "numbers": (N_("The first, with numbers in who is heard"), Chosen(numbers=True)),
    "none": (N_("No appendices"), Chosen(appendices=False)),
}
"""What can stand behind a report."""


def _report(project: Project, target: Path, chosen: Chosen) -> ExportReport:
    with_these = {*USUAL_APPENDICES} if chosen.appendices else set[str]()
    with_these |= {"decisions"} if chosen.decisions else set()
    with_these |= {"phrases"} if chosen.phrases else set()
    appendices = tuple(each for each in APPENDICES if each in with_these)
    options = ReportOptions(appendices, chosen.numbers)
    return project.reports.write(target, _form(target, "docx pdf html md"), options)


EXPORT_LIST = (
    Export(
        N_("Report"),
        N_("prose, quotes, method, appendices; also .pdf, .html"),
        "theme",
        "report.docx",
        _report,
        extras=REPORT_EXTRAS,
    ),
    Export(
        N_("Themes, Markdown"),
        N_("a folder, a file a theme: idea, claims, quotes, story"),
        "theme",
        "themes",
        lambda project, target, chosen: project.exports.themes(target, "md", chosen),
        extras=EXTRAS,
    ),
    Export(
        N_("Themes, web page"),
        N_("one page to read or print"),
        "theme",
        "themes.html",
        lambda project, target, chosen: project.exports.themes(target, "html", chosen),
        extras=EXTRAS,
    ),
    Export(
        MAP_EXPORT,
        N_("a picture, for print too; also .png or .md"),
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
        N_("Doubts"),
        N_("an agenda with room for decisions; also .md or .html"),
        "open doubt",
        "doubts.docx",
        lambda project, target, _chosen: project.exports.doubts(
            target, _form(target, "docx md html")
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
        N_("Quote sheet, page"),
        N_("co-authors answer in their browser and mail you a file"),
        "quote",
        "quotes.html",
        lambda project, target, _chosen: _sheet(project, target, EVERYTHING, "html"),
        sheet=lambda project, target, wanted: _sheet(project, target, wanted, "html"),
    ),
    Export(
        N_("Quote sheet, table"),
        N_("co-authors fill it in; also .docx, .csv or .md"),
        "quote",
        "quotes.xlsx",
        lambda project, target, _chosen: _sheet(project, target, EVERYTHING, TABLES),
        sheet=lambda project, target, wanted: _sheet(project, target, wanted, TABLES),
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
        N_("shared ones by kind, limitations first; no private ones"),
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
