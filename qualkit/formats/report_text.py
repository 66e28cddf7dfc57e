"""The report as Markdown with its pictures beside it, or as one page of HTML."""

import re
from collections.abc import Mapping

from qualkit.formats.report_content import Report
from qualkit.formats.report_templates import ReportTemplate, fields_of, render

PICTURES = ("map", "spread")
"""The figures of a report, by the names of their fields."""


def report_markdown(report: Report, template: ReportTemplate, pictures: Mapping[str, str]) -> str:
    """Give the report in Markdown; `pictures` are the names of files by figure.

    Raises:
        TemplateBrokenError: the template cannot be filled.
    """
    text = render(template, False, _with_pictures(report, pictures))
    # Where a template leaves out a part, the empty lines around it stay.
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def report_html(report: Report, template: ReportTemplate, pictures: Mapping[str, str]) -> str:
    """Give the report as one page that needs nothing else; `pictures` are SVG elements by figure.

    Raises:
        TemplateBrokenError: the template cannot be filled.
    """
    from markupsafe import Markup  # noqa: PLC0415 (with Jinja, when something is written)

    ours = {name: Markup(svg) for name, svg in pictures.items()}
    return render(template, True, _with_pictures(report, ours))


def _with_pictures(report: Report, pictures: Mapping[str, str]) -> dict[str, object]:
    values = fields_of(report)
    for name in PICTURES:
        if values[name]:
            values[name]["picture"] = pictures[name]
    return values
