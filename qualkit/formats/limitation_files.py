"""Limitations as a file: what the material cannot show, by what it is about."""

from collections.abc import Sequence

from qualkit.domain.memos import ObjectType
from qualkit.formats.headings import headings
from qualkit.formats.record_words import record_words
from qualkit.formats.templating import html_templates, markdown_templates
from qualkit.formats.themes_report import Limitation


def limitations_markdown(title: str, limitations: Sequence[Limitation], language: str) -> str:
    """Give them as a file in Markdown."""
    template = markdown_templates().get_template("limitations.md.j2")
    groups = _groups(limitations, language)
    return template.render(title=title, groups=groups, words=headings(language))


def limitations_html(title: str, limitations: Sequence[Limitation], language: str) -> str:
    """Give them as a page in HTML."""
    template = html_templates().get_template("limitations.html.j2")
    groups = _groups(limitations, language)
    return template.render(title=title, groups=groups, words=headings(language), language=language)


def _groups(limitations: Sequence[Limitation], language: str) -> list[tuple[str, list[str]]]:
    """Give the texts under the names of what they are about, the study as a whole first."""
    whole = record_words(language).things[ObjectType.PROJECT]
    groups: dict[str, list[str]] = {"": []}
    for limitation in limitations:
        groups.setdefault(limitation.about, []).append(limitation.text)
    return [(about or whole, texts) for about, texts in groups.items() if texts]
