"""The quote sheet: quotes and vignettes as they will be printed, for co-authors to answer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

from qualkit.domain.projects import ProjectInfo
from qualkit.domain.text import one_line
from qualkit.domain.thematic_maps import numbered
from qualkit.domain.themes import ChosenQuote, Claim, Quote, QuoteStage, Theme
from qualkit.formats.atomic import write_whole
from qualkit.formats.headings import headings
from qualkit.formats.sheet_files import SHEET_FORMATS
from qualkit.formats.sheet_table import SHEET_ID_LENGTH, Around, QuoteSheet, SheetRow
from qualkit.services.export_log import ExportLog
from qualkit.services.exports import ExportReport, known_format
from qualkit.services.mosaic import require_looked
from qualkit.services.printed_vignettes import check_vignettes
from qualkit.services.printing import Printer
from qualkit.services.quote_checks import check_printable
from qualkit.services.sheet_context import AroundQuotes
from qualkit.services.themes import Themes
from qualkit.services.vignettes import Vignettes
from qualkit.services.workspace import Workspace
from qualkit.store.export_log import state_of
from qualkit.translation import N_, _

SHEET = "sheet"
"""What the log of exports calls it."""


@dataclass(frozen=True, slots=True)
class OnSheet:
    """What goes on a sheet."""

    theme_ids: Collection[str] = ()
    """Themes, each with those under it; none means all that are not dropped."""
    context: bool = True
    """Whether it shows what was said around each quote."""


EVERYTHING = OnSheet()


class Sheets:
    """Sheets for co-authors, in the language of the study."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def write(
        self,
        target: Path,
        format: str = "xlsx",
        wanted: OnSheet = EVERYTHING,
        unchecked: str = "",
    ) -> ExportReport:
        """Write a sheet: "xlsx", "csv", "docx" or "html" to answer, "md" to read.

        What it asks about is kept in the log of exports, so that answers are understood later.
        `unchecked` is the reason to print it though nobody looked at it together.

        Raises:
            MosaicNotSeenError: nobody looked at what is printed together, and there is no reason.
            QuoteNotFaithfulError: a quote is not word for word in its source; nothing is written.
            QuoteNotAllowedError: what was agreed on a source does not allow one.
            InvalidInputError: the format is unknown, or the place cannot be written.
        """
        known_format(format, tuple(SHEET_FORMATS))
        # What may not be printed is told first: nobody should look at it for nothing.
        sheet = self.sheet(wanted)
        require_looked(self._workspace, unchecked)
        path = write_whole(target, SHEET_FORMATS[format](sheet))
        ExportLog(self._workspace).keep(SHEET, format, _items(sheet.rows))
        return ExportReport((path,), len(sheet.rows), remarks=_advice(format) if sheet.rows else ())

    def sheet(self, wanted: OnSheet = EVERYTHING) -> QuoteSheet:
        """Give what a sheet would hold.

        Raises:
            QuoteNotFaithfulError, QuoteNotAllowedError: a quote may not be printed as it is.
            ProjectDamagedError: a text is not as it was imported.
        """
        database = self._workspace.database
        with database.reading():
            info = database.find(ProjectInfo)[0]
            maker = _Rows(self._workspace, info.language, wanted.context)
            themes = self._themes(wanted.theme_ids)
            rows = tuple(row for number, theme in themes for row in maker.of_theme(number, theme))
        return QuoteSheet(
            sheet_id=state_of(_items(rows))[:SHEET_ID_LENGTH],
            title=info.title,
            language=info.language,
            created_at=info.created_at,
            rows=rows,
        )

    def _themes(self, theme_ids: Collection[str]) -> Iterator[tuple[str, Theme]]:
        """Give the themes that were asked for and all under them, with their numbers."""
        inside = set[str]()
        for number, theme in numbered(Themes(self._workspace).tree(dropped=False)):
            if not theme_ids or theme.id in theme_ids or theme.parent_id in inside:
                inside.add(theme.id)
                yield number, theme


_ADVICE = {
    "xlsx": N_(
        "Ask your co-author to choose a decision in each row and to send the file back; "
        "'qualkit review import' reads it."
    ),
    "csv": N_(
        "Ask your co-author to write a decision in each row and to send the file back; "
        "'qualkit review import' reads it."
    ),
    "docx": N_(
        "Ask your co-author to choose a decision beside each quote and to send the file back; "
        "'qualkit review import' reads it."
    ),
    "html": N_(
        "Ask your co-author to open the page in a browser and to send back the file that its "
        "button saves; 'qualkit review import' reads that."
    ),
}
"""What to tell a co-author, by format; one that is only to be read asks for nothing."""


def _advice(format: str) -> tuple[str, ...]:
    return (_(_ADVICE[format]),) if format in _ADVICE else ()


class _Rows:
    """Makes the rows of a sheet: each theme's quotes as they are printed, then its vignettes."""

    def __init__(self, workspace: Workspace, language: str, context: bool) -> None:
        database = workspace.database
        self._vignettes = Vignettes(workspace)
        self._printer = Printer(database)
        self._around = AroundQuotes(database, self._printer) if context else None
        self._reasons = headings(language).reasons
        self._claims = {claim.id: claim for claim in database.find(Claim)}
        self._quotes: dict[str, list[ChosenQuote]] = defaultdict(list)
        chosen = database.find(Quote, "stage = ?", [QuoteStage.CHOSEN], "position, id")
        for item in self._printer.print_quotes(chosen):
            self._quotes[item.quote.theme_id].append(item)

    def of_theme(self, number: str, theme: Theme) -> Iterator[SheetRow]:
        """Give the rows of a theme.

        Raises:
            QuoteNotFaithfulError, QuoteNotAllowedError: a quote may not be printed as it is.
        """
        quotes = sorted(self._quotes[theme.id], key=self._place)
        check_printable(quotes)
        for item in quotes:
            claim = self._claims.get(item.quote.claim_id or "")
            yield SheetRow(
                item_id=item.quote.id,
                theme_number=number,
                theme=theme.name,
                claim=claim.text if claim else "",
                words=item.words,
                label=item.label,
                reference=item.reference,
                stance=item.quote.stance,
                reason=self._reason(item.quote),
                around=self._around.of(item) if self._around else Around(),
            )
        yield from self._vignettes_of(number, theme)

    def _vignettes_of(self, number: str, theme: Theme) -> Iterator[SheetRow]:
        vignettes = self._vignettes.of_theme(theme.id)
        check_vignettes(vignettes)
        for item in vignettes:
            yield SheetRow(
                item_id=item.vignette.id,
                theme_number=number,
                theme=theme.name,
                claim="",
                words=item.words,
                label=item.note,
                is_vignette=True,
                title=item.title,
            )

    def _place(self, item: ChosenQuote) -> tuple[bool, float]:
        """Order as the themes are printed: under their claims, without one, then against it."""
        claim = self._claims.get(item.quote.claim_id or "")
        return item.quote.stance.is_contrary, claim.position if claim else inf

    def _reason(self, quote: Quote) -> str:
        kind = self._reasons[quote.reason] if quote.reason else ""
        return ": ".join(filter(None, (kind, one_line(quote.note))))


def _items(rows: Iterable[SheetRow]) -> dict[str, str]:
    return {row.item_id: row.words for row in rows}
