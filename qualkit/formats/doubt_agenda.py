"""The doubts for the next meeting as a file: what is open, with room to write the decision."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.wording import tongue
from qualkit.formats.templating import html_templates, markdown_templates

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class AgendaWords:
    """What an agenda says of its own accord."""

    title: str
    lead: str
    no_open: str
    decided: str
    """The heading over what was decided; with {day}, or as `decided_all`."""
    decided_all: str
    no_decided: str
    not_printed: str
    """In the place of words that may not be printed."""
    decision: str
    sorts: tuple[str, ...]
    """Headings: the study, themes, codes, passages, sources, participants, steps."""


_DUTCH = AgendaWords(
    title="Twijfels voor het overleg",
    lead="Wat nog open staat, met ruimte voor het besluit. Wat privé is, staat er niet in.",
    no_open="[geen open twijfels]",
    decided="Besloten sinds {day}",
    decided_all="Besloten",
    no_decided="[nog niets besloten]",
    not_printed="[de woorden staan er niet: zo is het afgesproken]",
    decision="Besluit:",
    sorts=("Het onderzoek", "Thema’s", "Codes", "Passages", "Bronnen", "Deelnemers", "Stappen"),
)

_ENGLISH = AgendaWords(
    title="Doubts for the meeting",
    lead="What is still open, with room for the decision. What is private is not in it.",
    no_open="[no open doubts]",
    decided="Decided since {day}",
    decided_all="Decided",
    no_decided="[nothing decided yet]",
    not_printed="[the words are not here: so it was agreed]",
    decision="Decision:",
    sorts=("The study", "Themes", "Codes", "Passages", "Sources", "Participants", "Steps"),
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One doubt as it is printed."""

    about: str
    """What it is on, in the language of the study."""
    words: str
    """Of the passage, or what stands in their place; empty when it is on something else."""
    label: str
    body: str
    raised: str
    """By whom and when."""
    said: tuple[tuple[str, str], ...]
    """Remarks, each with who said it and when."""
    decision: str = ""
    decided: str = ""
    """By whom and when."""

    def passage(self, words: AgendaWords) -> str:
        """Give the passage as it is printed."""
        told = in_quotation_marks(self.words) if self.words else words.not_printed
        return f"{told} ({self.label})" if self.label else told


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is open, by sort, and what was decided."""

    title: str
    """Of the study."""
    created_at: "datetime"
    """When the study began; the file bears no other date."""
    language: str
    open: tuple[tuple[str, tuple[AgendaItem, ...]], ...]
    """Headings with what is under them."""
    decided_title: str
    decided: tuple[AgendaItem, ...]


def agenda_words(language: str) -> AgendaWords:
    """Give the words for a study in a language; English where it is not known."""
    return _DUTCH if tongue(language) == "nl" else _ENGLISH


def agenda_markdown(agenda: Agenda) -> str:
    """Give the agenda as a file in Markdown."""
    template = markdown_templates().get_template("doubts.md.j2")
    return template.render(agenda=agenda, words=agenda_words(agenda.language))


def agenda_html(agenda: Agenda) -> str:
    """Give the agenda as a page in HTML."""
    template = html_templates().get_template("doubts.html.j2")
    return template.render(agenda=agenda, words=agenda_words(agenda.language))


def agenda_docx(agenda: Agenda) -> bytes:
    """Give the agenda as the bytes of a .docx file, to write in."""
    # Not for the first frame.
    from docx import Document  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    from qualkit.formats.word_files import bytes_of, describe  # noqa: PLC0415

    words = agenda_words(agenda.language)
    document = Document()
    describe(document, agenda.title, agenda.language, agenda.created_at)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    document.add_heading(f"{words.title}: {agenda.title}", level=1)
    document.add_paragraph(words.lead)
    for heading, items in agenda.open:
        document.add_heading(heading, level=2)
        for item in items:
            _write(document, item, words)
            _leave_room(document, words)
    if not agenda.open:
        document.add_paragraph(words.no_open)
    document.add_heading(agenda.decided_title, level=2)
    for item in agenda.decided:
        _write(document, item, words)
    if not agenda.decided:
        document.add_paragraph(words.no_decided)
    return bytes_of(document)


def _write(document: Any, item: AgendaItem, words: AgendaWords) -> None:
    document.add_heading(item.about, level=3)
    if item.words or item.label:
        document.add_paragraph(item.passage(words), style="Quote")
    _paragraph(document, item.body, item.raised)
    for said, who in item.said:
        _paragraph(document, said, who, style="List Bullet")
    if item.decision:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{words.decision} ").bold = True
        paragraph.add_run(item.decision)
        paragraph.add_run(f" ({item.decided})").italic = True


def _paragraph(document: Any, text: str, who: str, style: str | None = None) -> None:
    paragraph = document.add_paragraph(text, style=style)
    paragraph.add_run(f" ({who})").italic = True


def _leave_room(document: Any, words: AgendaWords) -> None:
    """Draw a box to write the decision in."""
    from docx.shared import Mm  # noqa: PLC0415

    table = document.add_table(rows=1, cols=1, style="Table Grid")
    table.rows[0].height = Mm(22)
    table.rows[0].cells[0].paragraphs[0].add_run(words.decision).bold = True
    document.add_paragraph()
