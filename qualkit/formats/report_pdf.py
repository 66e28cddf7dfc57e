"""The report as PDF, set by Typst: tagged, with its own fonts, and without a time in it."""

import json
import re
from collections.abc import Mapping

from qualkit.formats.report_content import Report
from qualkit.formats.report_templates import ReportTemplate, broken, fields_of
from qualkit.formats.report_text import PICTURES
from qualkit.translation import _

# Typst fetches packages from the network; nothing here may.
_PACKAGE = re.compile(r"@[\w-]+/[\w-]+:\d")
_PLACE = re.compile(r"┌─ .*?:(\d+):\d+")
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
    # PDF/UA: what a screen reader needs is in the file, or it is no file.
    plain = not template.is_own and not _OTHER_SCRIPT.search(data)
    try:
        return typst.compile(
            template.path,
            root=template.path.parent,
            format="pdf",
            sys_inputs={"report": data},
            ignore_system_fonts=plain,
            pdf_standards=[] if template.is_own else ["ua-1"],
            timestamp=0,
        )
    except typst.TypstError as error:
        place = _PLACE.search(error.diagnostic)
        told = "; ".join([error.message, *error.hints])
        raise broken(template.name, told, int(place[1]) if place else None) from error
