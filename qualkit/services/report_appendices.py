"""Appendices of a report: codebook, material, phrases, how the themes came about, decisions."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from qualkit.domain.boards import BoardSnapshot
from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.method_facts import MaterialFacts
from qualkit.domain.source_making import MemberCheck
from qualkit.domain.wording import digits, labels_listed, listed, long_date, period, sentence
from qualkit.formats.decision_log import decision_months
from qualkit.formats.headings import headings
from qualkit.formats.method_words import method_words
from qualkit.formats.phrase_overview_table import phrase_table
from qualkit.formats.report_content import Appendix, DatedText, ReportCode, ReportTable
from qualkit.formats.report_words import report_words
from qualkit.formats.themes_report import paragraphs
from qualkit.services.codes import Codes
from qualkit.services.decisions import Decisions
from qualkit.services.printing import Printer
from qualkit.services.report_figures import source_told
from qualkit.services.workspace import Workspace

APPENDICES = ("codebook", "overview", "phrases", "development", "decisions")
"""What can stand behind a report, in this order."""

MOST_LABELS = 20
"""How many labels are written out in the overview."""


class Appendices:
    """Makes what stands behind a report, in the language of the study."""

    def __init__(
        self, workspace: Workspace, material: Sequence[MaterialFacts], language: str
    ) -> None:
        """Tell of an open project, and of the material in it."""
        self._workspace = workspace
        self._material = material
        self._language = language
        self._words = report_words(language)

    def some(self, kinds: Collection[str]) -> Iterator[Appendix]:
        """Give appendices of some kinds, in the order in which they stand."""
        wanted = [kind for kind in APPENDICES if kind in kinds]
        tables = 0
        for place, kind in enumerate(wanted, start=1):
            title = getattr(self._words, kind)
            heading = f"{self._words.appendix} {place}. {title}"
            anchor = f"bijlage-{place}" if self._language == "nl" else f"appendix-{place}"
            appendix = self._appendix(kind, heading, anchor, tables)
            tables += appendix.table is not None
            yield appendix

    def _appendix(self, kind: str, heading: str, anchor: str, tables: int) -> Appendix:
        """Make one; `tables` stand before it."""
        words = self._words
        if kind == "codebook":
            codes = codebook(self._workspace, self._language)
            return Appendix(kind, heading, anchor, codes=codes)
        if kind == "phrases":
            return self._phrases(heading, anchor, tables + 1)
        if kind == "overview":
            if not self._material:
                return Appendix(kind, heading, anchor, words.no_material)
            table = overview(self._material, self._language)
            return Appendix(kind, heading, anchor, table=table)
        entries = tuple(self._snapshots() if kind == "development" else self._decisions())
        leads = {
            "development": (words.development_lead, words.no_development),
            "decisions": (words.decisions_lead, words.no_decisions),
        }
        return Appendix(kind, heading, anchor, leads[kind][not entries], entries=entries)

    def _phrases(self, heading: str, anchor: str, number: int) -> Appendix:
        """Tell which phrases come back, masked where they could give somebody away."""
        # What reads texts is loaded only for this.
        from qualkit.services.phrase_overview import printed_overview  # noqa: PLC0415

        found = printed_overview(self._workspace)
        told = phrase_table(found)
        lead = f"{told.words.lead} {told.basis}"
        if not found.lines:
            return Appendix("phrases", heading, anchor, f"{lead} {told.words.none}")
        table = ReportTable(
            name=f"{self._words.table} {number}",
            caption=told.caption,
            columns=told.report_columns,
            rows=told.report_rows,
            source=told.notes,
        )
        return Appendix("phrases", heading, anchor, lead, table=table)

    def _snapshots(self) -> Iterator[DatedText]:
        """Tell how the board lay when it was kept."""
        for snapshot in self._workspace.database.find(BoardSnapshot, order="taken_at, id"):
            names = [f"‘{theme.name}’" for theme in snapshot.themes if theme.parent_id is None]
            board = self._words.on_board.format(themes=listed(names, self._language))
            day = long_date(snapshot.taken_at.date(), self._language)
            yield DatedText(day, (*paragraphs(snapshot.note), *([board] if names else ())))

    def _decisions(self) -> Iterator[DatedText]:
        entries = Decisions(self._workspace).entries()
        for month in decision_months(entries, self._language):
            for decided in month.days:
                yield DatedText(
                    f"{decided.day} {month.month.partition(' ')[2]}", decided.paragraphs
                )

    def see_overview(self, appendices: Iterable[Appendix]) -> str:
        """Refer to the table with the overview by number; empty where it is not there."""
        for appendix in appendices:
            if appendix.table and appendix.kind == "overview":
                name = appendix.heading.partition(".")[0]
                return self._words.see_overview.format(
                    table=appendix.table.name, appendix=_lower(name)
                ).replace(appendix.table.name, _lower(appendix.table.name), 1)
        return ""


def codebook(workspace: Workspace, language: str) -> tuple[ReportCode, ...]:
    """Give every code with what it means; examples with every replacement."""
    words = headings(language)
    entries = Printer(workspace.database).print_codes(Codes(workspace).entries(counted=False))
    return tuple(
        ReportCode(
            path=entry.path,
            name=entry.code.name,
            depth=entry.depth,
            remarks="; ".join(_remarks(entry, language)),
            description=entry.code.description,
            parts=tuple(
                (heading, text)
                for name, heading in words.code_parts.items()
                if (text := getattr(entry.code, name))
            ),
        )
        for entry in entries
    )


def overview(material: Sequence[MaterialFacts], language: str) -> ReportTable:
    """Give the material kind by kind: who took part, how many, when, how long, and checked."""
    words = report_words(language)
    total = sum(each.count for each in material)
    return ReportTable(
        name=f"{words.table} 1",
        caption=words.overview_caption.format(n=total, sources=words.sources[total != 1]),
        columns=words.columns,
        rows=tuple(tuple(_row(each, language)) for each in material),
        source=source_told(material, language),
    )


def _remarks(entry: CodeEntry, language: str) -> Iterator[str]:
    words = headings(language)
    if entry.code.level:
        yield words.levels[entry.code.level]
    if entry.code.status is CodeStatus.RETIRED:
        yield words.retired


def _row(material: MaterialFacts, language: str) -> Iterator[str]:
    """Give the cells of one kind of material, in the order of the columns."""
    words, days = report_words(language), material.days
    yield sentence(method_words(language).kinds[material.kind][material.count > 1])
    yield _who(material, language)
    yield digits(material.count, language)
    # A cell is no sentence: "3 tot en met 26 maart 2026", without the word before it.
    yield period(days[0], days[-1], language).partition(" ")[2] if days else words.unknown
    if not material.is_spoken:
        yield from ("–", "–")
        return
    yield _length(material, language)
    checked = material.checks[MemberCheck.CHANGED] + material.checks[MemberCheck.UNCHANGED]
    known = sum(material.checks.values())
    yield words.checked.format(some=checked, all=material.count) if known else words.unknown


def _who(material: MaterialFacts, language: str) -> str:
    roles = listed(material.roles, language)
    if len(material.voices) > MOST_LABELS:
        return roles or "–"
    labels = labels_listed(material.voices, language)
    return f"{roles} ({labels})" if roles else labels


def _length(material: MaterialFacts, language: str) -> str:
    words, minutes = report_words(language), material.minutes
    if not minutes:
        return words.unknown
    span = f"{minutes[0]}–{minutes[-1]}" if minutes[0] < minutes[-1] else str(minutes[0])
    told = words.minutes.format(minutes=span)
    if len(minutes) < material.count:
        told += words.minutes_known.format(some=len(minutes), all=material.count)
    return told


def _lower(name: str) -> str:
    """Give "Tabel 1" as it stands inside a sentence: "tabel 1"."""
    return name[:1].lower() + name[1:]
