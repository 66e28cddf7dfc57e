"""The report as PDF, set by Typst: tagged, with its own fonts, and without a time in it."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualkit.formats.report_content import Report
from qualkit.formats.report_templates import ReportTemplate, broken, fields_of
from qualkit.formats.report_text import PICTURES
from qualkit.translation import _

if TYPE_CHECKING:
    from typst import PDFStandard

_PACKAGE = re.compile(r"@[\w-]+/[\w-]+:\d")
_FETCHED = re.compile("failed to download package")
_NOWHERE = {
    **dict.fromkeys(("https_proxy", "HTTPS_PROXY"), "http://127.0.0.1:0"),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
}
"""A proxy at a port that no machine has, for every address."""
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
    needs_package = _("it needs a package from the network")
    if _PACKAGE.search(template.read().decode(errors="replace")):
        raise broken(template.name, needs_package)
    # Without the machine's fonts a report is the same on every machine; where the built-in ones
    # lack a script, or the template is somebody's own, those of the machine are taken as well.
    plain = not template.is_own and not _OTHER_SCRIPT.search(data)

    try:
        # What a screen reader needs is in the file, or it is none of this standard.
        return _typeset(template, data, plain, [] if template.is_own else ["ua-1"])
    except typst.TypstError as error:
        if not template.is_own and _NO_SUCH_SIGN.match(error.message):
            return _typeset(template, data, plain, [])
        place = _PLACE.search(error.diagnostic)
        told = "; ".join([error.message, *error.hints])
        if _FETCHED.match(error.message):
            told = needs_package
        raise broken(template.name, told, int(place[1]) if place else None) from error


def _typeset(
    template: ReportTemplate, data: str, plain: bool, standards: "list[PDFStandard]"
) -> bytes:
    """Fill a template; `plain` with the fonts that come with Typst alone."""
    import typst  # noqa: PLC0415

    with _no_network():
        return typst.compile(
            template.path,
            root=template.path.parent,
            format="pdf",
            sys_inputs={"report": data},
            ignore_system_fonts=plain,
            pdf_standards=standards,
            timestamp=0,
        )


@contextmanager
def _no_network() -> Iterator[None]:
    """Let Typst reach nothing, however a template asks for a package.

    It has no setting for that, but it goes by the proxy of the environment.
    """
    before = {name: os.environ.get(name) for name in _NOWHERE}
    os.environ.update(_NOWHERE)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def is_accessible(pdf: bytes) -> bool:
    """Tell whether a PDF says that it is PDF/UA; one with a sign that no font has is not."""
    return b"pdfuaid" in pdf
