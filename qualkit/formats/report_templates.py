"""Templates of the report: those that ship, or a researcher's own; a broken one is told by line."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualkit.domain.text import one_line, printable
from qualkit.errors import TemplateBrokenError
from qualkit.formats.report_content import Report
from qualkit.formats.templating import set_up
from qualkit.translation import _

if TYPE_CHECKING:
    from jinja2 import Environment

SHIPPED = {
    "md": ("report.md.j2",),
    "html": ("report.html.j2", "report.css"),
    "docx": ("report.docx",),
    "pdf": ("report.typ",),
}
"""The files of the template of each format, the first of which is rendered."""

# XML, and so Word, has no place for these; nothing that anybody typed is lost with them.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """The template of one format."""

    path: Path
    is_own: bool
    """Whether it is a researcher's own."""

    @property
    def name(self) -> str:
        """Its name, as it is told when it is broken."""
        return printable(self.path.name)

    def read(self) -> bytes:
        """Give what is in it.

        Raises:
            TemplateBrokenError: it cannot be read.
        """
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise broken(self.name, str(error.strerror)) from error


def shipped_template(format: str) -> ReportTemplate:
    """Give the template that comes with the program."""
    return ReportTemplate(shipped_folder() / SHIPPED[format][0], is_own=False)


def shipped_folder() -> Path:
    """Give where the templates are that come with the program."""
    return Path(str(resources.files("qualkit") / "formats" / "templates"))


def fields_of(report: Report) -> dict[str, Any]:
    """Give what a template is filled with, by name; see docs/report-templates.md."""
    cleaned: dict[str, Any] = _clean(asdict(report))
    return cleaned


def broken(name: str, reason: str, line: int | None = None) -> TemplateBrokenError:
    """Give the error that tells what is wrong with a template, and where."""
    told = printable(one_line(reason)).rstrip(".")
    if line is None:
        message = _("The template {name} cannot be used: {reason}.").format(name=name, reason=told)
    else:
        message = _("The template {name} cannot be used: line {line}: {reason}.").format(
            name=name, line=line, reason=told
        )
    return TemplateBrokenError(
        message,
        _(
            "'qualkit export templates DIR' writes the templates that come with the program; "
            "docs/report-templates.md tells what they are filled with."
        ),
    )


def environment(template: ReportTemplate, is_html: bool) -> "Environment":
    """Give a sandbox in which a template can do nothing but print; every value is escaped."""
    from jinja2 import ChoiceLoader, FileSystemLoader  # noqa: PLC0415
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    folders = [template.path.parent, shipped_folder()]
    loader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
    return set_up(SandboxedEnvironment(loader=loader), is_html)


def render(template: ReportTemplate, is_html: bool, values: Mapping[str, Any]) -> str:
    """Fill a template that is text.

    Raises:
        TemplateBrokenError: it is not a template, or asks for what is not there.
    """
    with told_by_line(template.name):
        return environment(template, is_html).get_template(template.path.name).render(values)


@contextmanager
def told_by_line(name: str, near: Callable[[BaseException], str] | None = None) -> Iterator[None]:
    """Turn what Jinja says of a template into one sentence with the line.

    `near` tells the place in words where there are no lines to speak of.

    Raises:
        TemplateBrokenError: the template is broken.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415

    try:
        yield
    except TemplateSyntaxError as error:
        told = error.message or ""
        if near:
            raise broken(name, _near(told, near(error))) from error
        raise broken(printable(error.name or name), told, error.lineno) from error
    except TemplateNotFound as error:
        told = _("{file} is not there").format(file=printable(str(error.name)))
        raise broken(name, told) from error
    except UnicodeDecodeError as error:
        raise broken(name, _("it is not UTF-8 text")) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        # A template is a program of somebody else's: what it gets wrong is hers to read.
        if near:
            raise broken(name, _near(str(error), near(error))) from error
        raise broken(name, str(error), _line_of(error, name)) from error


def _near(told: str, words: str) -> str:
    return _("{problem}, near '{words}'").format(problem=told, words=words) if words else told


def _line_of(error: BaseException, name: str) -> int | None:
    """Give the line of a template at which something went wrong, from Jinja's own traceback."""
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if Path(traceback.tb_frame.f_code.co_filename).name in (name, "<template>"):
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _clean(value: Any) -> Any:
    """Give a value without signs that are no text."""
    if isinstance(value, str):
        return _NOT_TEXT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value
