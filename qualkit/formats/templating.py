"""Templates, set up so that whatever comes from a project is escaped unless it is ours."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_PLACE = "qualkit.formats", "templates"


class Ready(str):
    """Markdown of our own making, in which everything is escaped already."""

    __slots__ = ()


def html_templates() -> "Environment":
    """Give the environment of our own templates for HTML: every value is escaped."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415

    return set_up(Environment(loader=PackageLoader(*_PLACE)), is_html=True)


def markdown_templates() -> "Environment":
    """Give the environment of our own templates for Markdown: every value is escaped."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415

    return set_up(Environment(loader=PackageLoader(*_PLACE)), is_html=False)


def set_up(templates: "Environment", is_html: bool) -> "Environment":
    """Let an environment escape every value, and refuse what a template asks for in vain."""
    from jinja2 import StrictUndefined  # noqa: PLC0415

    # HTML escaping would turn every apostrophe of Markdown into an entity; `finalize` sees all
    # values there.
    templates.autoescape = is_html
    templates.finalize = None if is_html else escape_markdown
    templates.undefined = StrictUndefined
    templates.trim_blocks = templates.lstrip_blocks = templates.keep_trailing_newline = True
    templates.filters["ready"] = Ready
    return templates


# Words or dots in brackets, as quotes have them, do nothing unless a link could follow.
_SIGNS = re.compile(
    r"(?P<kept>\[[^\[\]\\`*_|~\n]{1,60}\](?![(\[:]))|[\\`*|\[\]]|(?<!\w)_|_(?!\w)|~(?=~)"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What would begin a heading, a quotation or a list.
_LINE_START = re.compile(r"^(?P<number>\d+(?=[.)]))?(?P<sign>(?(number)[.)]|[#>+=-]))")


def escape_markdown(value: object) -> object:
    """Give text that reads in Markdown as it is: no emphasis, links, lists or HTML.

    Only signs that would do something are escaped, so that the file itself stays readable.
    Line breaks stay line breaks; values that are no text, or are `Ready`, are given back.
    """
    if isinstance(value, Ready) or not isinstance(value, str):
        return value
    text = _SIGNS.sub(lambda found: found["kept"] or f"\\{found[0]}", value)
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    lines = (_LINE_START.sub(r"\g<number>\\\g<sign>", line.strip()) for line in text.splitlines())
    return "  \n".join(lines)
