"""The report as PDF, set by Typst: tagged, with its own fonts, and without a time in it."""

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualkit.formats.report_content import Report
from qualkit.formats.report_templates import ReportTemplate, broken, fields_of
from qualkit.formats.report_text import PICTURES
from qualkit.translation import _

if TYPE_CHECKING:
    from typst import PDFStandard

# Typst fetches packages from the network; nothing here may.
_PACKAGE = re.compile(r"@[\w-]+/[\w-]+:\d")
_PLACE = re.compile(r"┌─ .*?:(\d+):\d+")
_NO_SUCH_SIGN = re.compile("PDF/UA-1 error: the text .* could not be displayed")
# Latin, Greek and Cyrillic with their marks, punctuation, arrows: what the built-in fonts have.
_OTHER_SCRIPT = re.compile("[\u0590-\u1cff\u2c00-\ufaff\U00010000-\U0010ffff]")


def report_pdf(report: Report, template: ReportTemplate, pictures: Mapping[str, str]) -> bytes:
    """Give the report as PDF; `pictures` are SVG elements by figure.

    Raises:
        TemplateBrokenError: the template cannot be filled.
    """
    import typst  # noqa: PLC0415 (some megabytes, needed for nothing else)

    values = fields_of(report)
    for name in PICTURES:
        if values[name]:
            values[name]["picture"] = pictures[name]
    data = json.dumps(values, ensure_ascii=False)
    if _PACKAGE.search(template.read().decode(errors="replace")):
        raise broken(template.name, _("it needs a package from the network"))
    # Without the machine's fonts a report is the same on every machine; where the built-in ones
    # lack a script, or the template is somebody's own, those of the machine are taken as well.
    plain = not template.is_own and not _OTHER_SCRIPT.search(data)

    def typeset(standards: "list[PDFStandard]") -> bytes:
        return typst.compile(
            template.path,
            root=template.path.parent,
            format="pdf",
            sys_inputs={"report": data},
            ignore_system_fonts=plain,
            pdf_standards=standards,
            timestamp=0,
        )

    try:
        # What a screen reader needs is in the file, or it is none of this standard.
        return typeset([] if template.is_own else ["ua-1"])
    except typst.TypstError as error:
        if not template.is_own and _NO_SUCH_SIGN.match(error.message):
            return typeset([])
        place = _PLACE.search(error.diagnostic)
        told = "; ".join([error.message, *error.hints])
        raise broken(template.name, told, int(place[1]) if place else None) from error


def is_accessible(pdf: bytes) -> bool:
    """Tell whether a PDF says that it is PDF/UA; one with a sign that no font has is not."""
    return b"pdfuaid" in pdf
