"""The report as a Word file: headings, quotes and captions in real styles of the template.

The same report gives the same bytes.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from qualkit.domain.text import one_line
from qualkit.formats.report_content import Report
from qualkit.formats.report_templates import (
    ReportTemplate,
    broken,
    fields_of,
    told_by_line,
)
from qualkit.formats.report_text import PICTURES
from qualkit.formats.zip_files import undated
from qualkit.translation import _

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDTH_MM, _HEIGHT_MM = 156, 150
"""The most that a picture takes of a page."""
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LANG, _SPOKEN = f"{_WORD}lang", f"{_WORD}val"


def report_docx(report: Report, template: ReportTemplate, pictures: Mapping[str, bytes]) -> bytes:
    """Give the report as the bytes of a .docx file; `pictures` are PNG by figure.

    Raises:
        TemplateBrokenError: the template cannot be filled.
    """
    # Word files are made rarely, and what makes them takes its time to load.
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415
    from docxtpl import DocxTemplate, InlineImage  # noqa: PLC0415

    values = fields_of(report)
    document = DocxTemplate(BytesIO(template.read()))
    try:
        document.init_docx()
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise broken(template.name, _("it is not a Word file")) from error
    for name in PICTURES:
        if values[name]:
            image, width = BytesIO(pictures[name]), Mm(_fitting_width(pictures[name]))
            values[name]["picture"] = InlineImage(document, image, width=width)
    with told_by_line(template.name, _near):
        document.render(values, _sandbox(), autoescape=True)
    _describe(document, report)
    _tell_pictures(document, report)
    file = BytesIO()
    document.save(file)
    return undated(file.getvalue())


def _fitting_width(png: bytes) -> float:
    """Give how wide a picture may be, in millimetres, so that it leaves room for its caption."""
    # A PNG begins with its width and height, behind sixteen bytes that are always the same.
    width, height = (int.from_bytes(png[place : place + 4]) for place in (16, 20))
    return min(_WIDTH_MM, _HEIGHT_MM * width / height)


def _sandbox() -> "Environment":
    """Give what a Word template is filled by: it can do nothing but print, everything escaped."""
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415
    from markupsafe import Markup, escape  # noqa: PLC0415

    def printed(value: object) -> object:
        # What fills a template takes `{_{` in the outcome for a tag that was kept from it.
        is_words = isinstance(value, str) and not isinstance(value, Markup)
        return Markup(str(escape(value)).replace("{", "&#123;")) if is_words else value

    return SandboxedEnvironment(autoescape=True, finalize=printed, undefined=StrictUndefined)


def _near(error: BaseException) -> str:
    """Tell where in a Word file a broken tag is: lines mean nothing there, so by its words."""
    context = [words.strip() for words in getattr(error, "docx_context", ())]
    return next((one_line(words, 80) for words in context[3:] if words), "")


def _describe(document: Any, report: Report) -> None:
    """Fill in the properties of the file, in place of those of the template."""
    properties = document.docx.core_properties
    properties.title, properties.language = report.title, report.language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.subject = report.words.report
    # Otherwise Word checks the spelling by the language of the template.
    for spoken in document.docx.styles.element.iter(_LANG):
        spoken.set(_SPOKEN, _LANGUAGES.get(report.language, report.language))


def _tell_pictures(document: Any, report: Report) -> None:
    """Say what each picture shows, for who cannot see it."""
    figures = [figure for figure in (report.map, report.spread) if figure]
    shapes = document.docx.inline_shapes
    for shape, figure in zip(shapes, figures, strict=False):
        shape._inline.docPr.set("name", figure.name)
        shape._inline.docPr.set("descr", figure.alt)
