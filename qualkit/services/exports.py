"""Exports: what leaves the project, written whole or not at all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qualkit.domain.doubts import DoubtFilter
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import MemoFilter, MemoKind
from qualkit.domain.operations import StepFilter
from qualkit.domain.periods import ALWAYS, Period
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.quotability import Attribution
from qualkit.domain.quotes import printable_words
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import append_line, write_whole
from qualkit.formats.codebook_files import codebook_csv, codebook_markdown
from qualkit.formats.decision_log import decisions_csv, decisions_html, decisions_markdown
from qualkit.formats.history_files import history_csv, history_markdown
from qualkit.formats.limitation_files import limitations_html, limitations_markdown
from qualkit.formats.memo_files import memos_csv, memos_markdown
from qualkit.formats.themes_html import render_themes
from qualkit.formats.themes_markdown import write_themes
from qualkit.services.codes import Codes
from qualkit.services.decisions import Decisions
from qualkit.services.doubt_agenda import agenda_content, agenda_of
from qualkit.services.doubts import Doubts
from qualkit.services.history import ALL_STEPS, History
from qualkit.services.limitations import Limitations
from qualkit.services.maps import Maps
from qualkit.services.matrix_exports import matrix_content, printed_matrix
from qualkit.services.memos import Memos
from qualkit.services.mosaic import require_looked
from qualkit.services.pictures import inline, map_content, report_pictures, spread_content
from qualkit.services.printing import Printer
from qualkit.services.spread_tables import spread_table
from qualkit.services.theme_reports import (
    NOTHING_MORE,
    Chosen,
    report_themes,
)
from qualkit.services.workspace import EXPORTS, Workspace
from qualkit.translation import _

PASSAGES = "passages.txt"
"""Where passages that were copied are kept."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    files: tuple[Path, ...]
    items: int
    """How many themes, quotes, codes or steps are in them."""
    removed: tuple[Path, ...] = ()
    """Files of an earlier export whose themes are gone or renamed."""
    remarks: tuple[str, ...] = ()
    """What a person should know of it that does not stand in the files."""


class Exports:
    """Writes files for people without the tool, in the language of the study.

    The same project gives the same bytes. A memo that is not shared is in none of them.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Export from an open project."""
        self._workspace = workspace

    def themes(
        self,
        target: Path,
        format: str = "md",
        chosen: Chosen = NOTHING_MORE,
        unchecked: str = "",
    ) -> ExportReport:
        """Write the themes with their claims and quotes, and the map; dropped ones are left out.

        "md" makes `target` a folder with an index, a file a theme and pictures, "html" one page.
        `unchecked` is the reason to print them though nobody looked at them together.

        Raises:
            MosaicNotSeenError: nobody looked at what is printed together, and there is no reason.
            QuoteNotFaithfulError: a quote is not word for word in its source; nothing is written.
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("md", "html"))
        # What may not be printed is told first: nobody should look at it for nothing.
        report = report_themes(self._workspace, chosen)
        require_looked(self._workspace, unchecked)
        pictures = report_pictures(report)
        if format == "html":
            page = render_themes(report, *map(inline, pictures.values()))
            return ExportReport((write_whole(target, page.encode()),), len(report.pages))
        files, removed = write_themes(target, report, pictures)
        return ExportReport(files, len(report.pages), removed)

    def codebook(self, target: Path, format: str = "md") -> ExportReport:
        """Write the tree of codes with what they mean and how much they hold: "md" or "csv".

        The text (md) of a reflexive study tells no counts.

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("md", "csv"))
        printer, info = Printer(self._workspace.database), self._info
        entries = printer.print_codes(Codes(self._workspace).entries())
        if format == "csv":
            content = codebook_csv(entries, info.language)
        else:
            counts = info.profile.prints_counts
            content = codebook_markdown(info.title, entries, info.language, counts).encode()
        return ExportReport((write_whole(target, content),), len(entries))

    def history(
        self, target: Path, format: str = "csv", wanted: StepFilter = ALL_STEPS
    ) -> ExportReport:
        """Write the steps, when, by whom and why: "csv" as a table, "md" as a story.

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("csv", "md"))
        entries, info = History(self._workspace).entries(wanted), self._info
        if format == "csv":
            content = history_csv(entries, info.language)
        else:
            content = history_markdown(info.title, entries, info.language).encode()
        return ExportReport((write_whole(target, content),), len(entries))

    def memos(
        self, target: Path, format: str = "md", kinds: Collection[MemoKind] = ()
    ) -> ExportReport:
        """Write the shared memos, of some kinds or all: "md" or "csv".

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("md", "csv"))
        memos, info = Memos(self._workspace), self._info
        entries = [
            entry
            for entry in memos.entries(MemoFilter(shared=True))
            if not kinds or entry.memo.kind in kinds
        ]
        names = memos.bare_names(entries)
        if format == "csv":
            content = memos_csv(entries, names, info.language)
        else:
            content = memos_markdown(info.title, entries, names, info.language).encode()
        return ExportReport((write_whole(target, content),), len(entries))

    def matrix(self, target: Path, matrix_id: str, format: str = "xlsx") -> ExportReport:
        """Write a framework matrix, a case a row: "xlsx", "docx", "csv" or "md".

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
            NotFoundError: the matrix is gone.
        """
        known_format(format, ("xlsx", "docx", "csv", "md"))
        printed = printed_matrix(self._workspace, matrix_id)
        content = matrix_content(printed, format, self._info.language)
        return ExportReport((write_whole(target, content),), len(printed.rows))

    def map(self, target: Path, format: str = "svg") -> ExportReport:
        """Write the thematic map: "svg" or "png" as a picture, "md" in words.

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("svg", "png", "md"))
        whole = Maps(self._workspace).whole()
        content = map_content(whole, format, self._info.language)
        return ExportReport((write_whole(target, content),), len(tuple(whole.everything())))

    def spread(self, target: Path, format: str = "svg", numbers: bool = False) -> ExportReport:
        """Write who is heard under which theme: "svg" or "png" as a picture, "csv" or "md".

        How many passages there are is only in it with `numbers`.

        Raises:
            InvalidInputError: the format is unknown, the place cannot be written, or there are
                more rows than a picture can hold.
        """
        known_format(format, ("svg", "png", "csv", "md"))
        table = spread_table(self._workspace, numbers)
        content = spread_content(table, format, self._info.language)
        return ExportReport((write_whole(target, content),), len(table.lines))

    def decisions(self, target: Path, format: str = "md", period: Period = ALWAYS) -> ExportReport:
        """Write what was decided and why, as running text ("md", "html") or a table ("csv").

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("md", "html", "csv"))
        taken, info = Decisions(self._workspace).entries(period), self._info
        if format == "csv":
            content = decisions_csv(taken, info.language)
        else:
            render = decisions_html if format == "html" else decisions_markdown
            content = render(info.title, taken, info.language).encode()
        return ExportReport((write_whole(target, content),), len(taken))

    def limitations(self, target: Path, format: str = "md") -> ExportReport:
        """Write what the material cannot show, by what it is about: "md", "html" or "csv".

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("md", "html", "csv"))
        if format == "csv":
            return self.memos(target, format, [MemoKind.LIMITATION])
        info = self._info
        found = Limitations(self._workspace, info.language).all()
        render = limitations_html if format == "html" else limitations_markdown
        content = render(info.title, found, info.language).encode()
        return ExportReport((write_whole(target, content),), len(found))

    def doubts(self, target: Path, format: str = "docx", since: date | None = None) -> ExportReport:
        """Write the open doubts for a meeting, and those decided since a day: "docx", "md", "html".

        Raises:
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, ("docx", "md", "html"))
        found = Doubts(self._workspace, Memos(self._workspace)).all(DoubtFilter(shared=True))
        layer = Printer(self._workspace.database).layer
        content = agenda_content(agenda_of(found, self._info, layer, since), format)
        waiting = sum(doubt.is_open for doubt in found)
        return ExportReport((write_whole(target, content),), waiting)

    def passage(self, text: SourceText, span: Span) -> tuple[str, Path]:
        """Write a passage as it prints, with its place, at the end of `exports/passages.txt`.

        Gives what was written, `"words" (Politie III, P3:27)`, and where.

        Raises:
            InvalidInputError: the file cannot be written.
        """
        printer, version = Printer(self._workspace.database), text.version
        words = printable_words(
            text.text,
            version.utterances,
            span,
            lambda stretch: printer.layer.over_text(text.text, version.id, stretch),
        )
        attribution = printer.attribution(text.source)
        place = [printer.label(text.source, attribution)]
        if attribution in (Attribution.NAMED, Attribution.NUMBER):
            line = LineIndex(text.text).line_of(span.start)
            place.append(format_reference(text.source.number, line))
        told = ", ".join(filter(None, place))
        written = f'"{words}" ({told})' if told else f'"{words}"'
        return written, append_line(self._workspace.folder / EXPORTS / PASSAGES, written)

    @property
    def _info(self) -> ProjectInfo:
        return self._workspace.database.find(ProjectInfo)[0]


def known_format(format: str, formats: tuple[str, ...]) -> None:
    """Refuse a format that an export does not have.

    Raises:
        InvalidInputError: naming those it has.
    """
    if format not in formats:
        raise InvalidInputError(
            _("This cannot be exported as '{format}'.").format(format=printable(format)),
            _("Formats are: {formats}.").format(formats=", ".join(formats)),
        )
