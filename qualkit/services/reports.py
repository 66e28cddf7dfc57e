"""The theme report: written in four formats, with what changed since it was written before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import write_together, write_whole
from qualkit.formats.map_words import map_words
from qualkit.formats.report_docx import report_docx
from qualkit.formats.report_pdf import report_pdf
from qualkit.formats.report_templates import (
    SHIPPED,
    ReportTemplate,
    fields_of,
    shipped_folder,
    shipped_template,
)
from qualkit.formats.report_text import PICTURES, report_html, report_markdown
from qualkit.services.export_log import ChangedItem, ExportLog, SinceExport
from qualkit.services.method_paragraph import MethodParagraphs
from qualkit.services.pictures import inline, map_png, map_svg, spread_png, spread_svg
from qualkit.services.report_building import (
    APPENDICES,
    BuiltReport,
    ReportOptions,
    build_report,
)
from qualkit.services.workspace import Workspace
from qualkit.translation import N_, N_n, _, ngettext

REPORT = "report"
"""What the export log calls it."""
FORMATS = ("docx", "pdf", "html", "md")
TEMPLATES = "templates"
"""The folder in a project where a researcher's own templates are found."""

KINDS = {
    "theme": N_n("{count} theme", "{count} themes"),
    "claim": N_n("{count} claim", "{count} claims"),
    "quote": N_n("{count} quote", "{count} quotes"),
    "vignette": N_n("{count} vignette", "{count} vignettes"),
    "method": N_n("the method paragraph", "the method paragraphs"),
}
"""What can change in a report, by how its items are called in the log."""

HOWS = {
    "changed": N_("{things} changed"),
    "new": N_("{things} new"),
    "gone": N_("{things} gone"),
}


@dataclass(frozen=True, slots=True)
class ReportChange:
    """Something that reads otherwise than in the last report."""

    kind: str
    """theme, claim, quote, vignette or method."""
    item_id: str
    before: str
    """Empty for what is new."""
    after: str
    """Empty for what is gone."""

    @property
    def how(self) -> str:
        """changed, new or gone."""
        if not self.before:
            return "new"
        return "changed" if self.after else "gone"


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """What was written, and what a person should know of it."""

    files: tuple[Path, ...]
    themes: int
    remarks: tuple[str, ...]
    """What changed since the last report, and what is still open; it is not in the file."""


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
    ) -> WrittenReport:
        """Write the report: "docx", "pdf", "html" or "md", which has its pictures beside it.

        A template in the project's folder `templates` takes the place of the one that ships.

        Raises:
            QuoteNotFaithfulError: a quote is not word for word in its source; nothing is written.
            QuoteNotAllowedError: a quote or vignette may not be printed; nothing is written.
            TemplateBrokenError: the template cannot be filled; nothing is written.
            InvalidInputError: the format or an appendix is unknown, or the place cannot be written.
        """
        _known(format, FORMATS)
        options = options or ReportOptions()
        for appendix in options.appendices:
            _known(appendix, APPENDICES)
        built = build_report(self._workspace, options)
        contents = _Writer(built, self._template(format, template)).contents(format, target)
        files = (
            write_together(target.parent, contents)
            if len(contents) > 1
            else (write_whole(target, *contents.values()),)
        )
        since = self._log.since(REPORT, built.items)
        self._log.keep(REPORT, format, built.items)
        return WrittenReport(files, len(built.report.themes), tuple(self._remarks(since)))

    def changes(self) -> tuple[SinceExport | None, tuple[ReportChange, ...]]:
        """Give the last report that was written, if any was, and what would read otherwise now."""
        built = build_report(self._workspace, ReportOptions())
        since = self._log.since(REPORT, built.items)
        return since, tuple(map(_change, since.changed)) if since else ()

    def fields(self) -> dict[str, object]:
        """Give what a template would be filled with now, by name."""
        return fields_of(build_report(self._workspace, ReportOptions(APPENDICES)).report)

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

    def _remarks(self, since: SinceExport | None) -> list[str]:
        """Say what changed since the last report, and what the method paragraph still lacks."""
        remarks = [since_told(since)] if since else []
        method = MethodParagraphs(self._workspace).get()
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


def since_told(since: SinceExport) -> str:
    """Say what changed since the last report: "Since 2026-05-12: 2 quotes changed, 1 new"."""
    day = f"{since.last.made_at.astimezone():%Y-%m-%d}"
    changes = list(map(_change, since.changed))
    if not changes:
        return _("Since {day}: nothing changed.").format(day=day)
    return _("Since {day}: {changes}.").format(day=day, changes="; ".join(counts_told(changes)))


def counts_told(changes: list[ReportChange]) -> list[str]:
    """Count changes by what they are about and how: "2 quotes changed"."""
    counts = Counter((change.kind, change.how) for change in changes)
    told = []
    for kind, nouns in KINDS.items():
        for how, words in HOWS.items():
            if count := counts[kind, how]:
                things = ngettext(*nouns, count).format(count=count)
                told.append(_(words).format(things=things))
    return told


def _change(item: ChangedItem) -> ReportChange:
    kind, _colon, item_id = item.item_id.partition(":")
    return ReportChange(kind, item_id, item.before, item.after)


def _known(given: str, known: Mapping[str, object] | tuple[str, ...]) -> None:
    """Refuse what is not there.

    Raises:
        InvalidInputError: naming what there is.
    """
    if given not in known:
        raise InvalidInputError(
            _("There is no '{given}' for a report.").format(given=printable(given)),
            _("There are: {known}.").format(known=", ".join(known)),
        )
