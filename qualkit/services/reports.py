"""The theme report: written in four formats, with what changed since it was written before."""

from collections.abc import Iterable
from pathlib import Path

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import write_together, write_whole
from qualkit.formats.map_words import map_words
from qualkit.formats.report_docx import report_docx
from qualkit.formats.report_pdf import is_accessible, report_pdf
from qualkit.formats.report_templates import (
    SHIPPED,
    ReportTemplate,
    shipped_folder,
    shipped_template,
)
from qualkit.formats.report_text import PICTURES, report_html, report_markdown
from qualkit.services.export_log import ExportLog, SinceExport
from qualkit.services.exports import ExportReport, known_format
from qualkit.services.method_paragraph import MethodParagraph
from qualkit.services.mosaic import require_looked
from qualkit.services.pictures import inline, map_png, map_svg, spread_png, spread_svg
from qualkit.services.report_appendices import APPENDICES
from qualkit.services.report_building import BuiltReport, ReportOptions, build_report
from qualkit.services.report_changes import changes_told
from qualkit.services.workspace import Workspace
from qualkit.translation import N_, _, ngettext

REPORT = "report"
"""What the export log calls it."""
FORMATS = ("docx", "pdf", "html", "md")
TEMPLATES = "templates"
"""The folder in a project where a researcher's own templates are found."""

_NOT_ACCESSIBLE = N_(
    "The fonts of this machine lack a sign that is in the report: a box stands in its place, and "
    "the PDF is not PDF/UA."
)


class Reports:
    """Writes the theme report, in the language of the study; the same project, the same bytes."""

    def __init__(self, workspace: Workspace) -> None:
        """Report on an open project."""
        self._workspace = workspace
        self._log = ExportLog(workspace)

    def write(
        self,
        target: Path,
        format: str = "docx",
        options: ReportOptions | None = None,
        template: Path | None = None,
        unchecked: str = "",
    ) -> ExportReport:
        """Write the report: "docx", "pdf", "html" or "md", which has its pictures beside it.

        A template in the project's folder `templates` takes the place of the one that ships.
        `unchecked` is the reason to print quotes though nobody looked at them together.

        Raises:
            MosaicNotSeenError: nobody looked at what is printed together, and there is no reason.
            QuoteNotFaithfulError: a quote is not word for word in its source; nothing is written.
            QuoteNotAllowedError: a quote or vignette may not be printed; nothing is written.
            TemplateBrokenError: the template cannot be filled; nothing is written.
            InvalidInputError: the format or an appendix is unknown, or the place cannot be written.
        """
        known_format(format, FORMATS)
        options = options or ReportOptions()
        _known_appendices(options.appendices)
        # What may not be printed is told first: nobody should look at it for nothing.
        built = build_report(self._workspace, options)
        require_looked(self._workspace, unchecked)
        used = self._template(format, template)
        contents = _Writer(built, used).contents(format, target)
        files = (
            write_together(target.parent, contents)
            if len(contents) > 1
            else (write_whole(target, *contents.values()),)
        )
        since = self._log.since(REPORT, built.items)
        self._log.keep(REPORT, format, built.items)
        remarks = _remarks(since, built.method)
        if format == "pdf" and not used.is_own and not is_accessible(contents[target.name]):
            remarks.append(_(_NOT_ACCESSIBLE))
        return ExportReport(files, len(built.report.themes), remarks=tuple(remarks))

    def since(self) -> SinceExport | None:
        """Give what would read otherwise now than in the last report; None if there was none."""
        return self._log.since(REPORT, build_report(self._workspace, ReportOptions()).items)

    def write_templates(self, folder: Path) -> tuple[Path, ...]:
        """Write the templates that ship into a folder, to be changed there.

        Raises:
            InvalidInputError: one of them is there already, or the folder cannot be written in.
        """
        names = [name for files in SHIPPED.values() for name in files]
        for name in names:
            if (folder / name).exists():
                raise InvalidInputError(
                    _("{path} is there already.").format(path=printable(str(folder / name))),
                    _("It was left alone, and nothing was written. Choose another folder."),
                )
        return write_together(
            folder, {name: (shipped_folder() / name).read_bytes() for name in names}
        )

    def _template(self, format: str, given: Path | None) -> ReportTemplate:
        if given is not None:
            return ReportTemplate(given, is_own=True)
        own = self._workspace.folder / TEMPLATES / SHIPPED[format][0]
        return ReportTemplate(own, is_own=True) if own.is_file() else shipped_template(format)


class _Writer:
    """Fills one template with one report."""

    def __init__(self, built: BuiltReport, template: ReportTemplate) -> None:
        self._built = built
        self._report = built.report
        self._template = template

    def contents(self, format: str, target: Path) -> dict[str, bytes]:
        """Give what goes into each file, by its name."""
        match format:
            case "pdf":
                whole = report_pdf(self._report, self._template, self._svgs())
            case "docx":
                whole = report_docx(self._report, self._template, self._pngs())
            case "html":
                page = {name: inline(svg) for name, svg in self._svgs().items()}
                whole = report_html(self._report, self._template, page).encode()
            case _:
                return self._markdown(target)
        return {target.name: whole}

    def _markdown(self, target: Path) -> dict[str, bytes]:
        words = map_words(self._report.language)
        endings = dict(zip(PICTURES, (words.file, words.spread_file), strict=True))
        svgs = self._svgs()
        names = {name: f"{target.stem}-{endings[name]}.svg" for name in svgs}
        text = report_markdown(self._report, self._template, names)
        return {target.name: text.encode()} | {names[name]: svgs[name].encode() for name in svgs}

    def _svgs(self) -> dict[str, str]:
        themes, language = self._built.themes, self._report.language
        svgs = {}
        if self._report.map:
            svgs["map"] = map_svg(themes.map, language)
        if self._report.spread and themes.spread:
            svgs["spread"] = spread_svg(themes.spread, language)
        return svgs

    def _pngs(self) -> dict[str, bytes]:
        themes, language = self._built.themes, self._report.language
        pngs = {}
        if self._report.map:
            pngs["map"] = map_png(themes.map, language)
        if self._report.spread and themes.spread:
            pngs["spread"] = spread_png(themes.spread, language)
        return pngs


def _remarks(since: SinceExport | None, method: MethodParagraph) -> list[str]:
    """Say what changed since the last report, and what the method paragraph still lacks."""
    remarks = changes_told(since) if since else []
    if gaps := len(method.gaps):
        told = ngettext(
            "The method paragraph has {count} gap; 'qualkit method' shows it.",
            "The method paragraph has {count} gaps; 'qualkit method' shows them.",
            gaps,
        )
        remarks.append(told.format(count=gaps))
    if method.changed:
        remarks.append(
            _(
                "Your own method paragraph was printed. Since you wrote it the facts have "
                "changed; 'qualkit method' tells how."
            )
        )
    return remarks


def _known_appendices(wanted: Iterable[str]) -> None:
    """Refuse an appendix that a report does not have.

    Raises:
        InvalidInputError: naming those it has.
    """
    for appendix in wanted:
        if appendix not in APPENDICES:
            raise InvalidInputError(
                _("There is no '{given}' for a report.").format(given=printable(appendix)),
                _("There are: {known}.").format(known=", ".join(APPENDICES)),
            )
