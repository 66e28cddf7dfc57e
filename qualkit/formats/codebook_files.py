"""The codebook for an appendix: the tree of codes with what they mean and how much they hold."""

from collections.abc import Iterable, Sequence

from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.wording import counted
from qualkit.formats.csv_tables import write_table
from qualkit.formats.headings import headings
from qualkit.formats.templating import markdown_templates

COLUMNS = (
    "path",
    "name",
    "depth",
    "description",
    "use_when",
    "not_when",
    "example",
    "boundary",
    "level",
    "colour",
    "status",
    "codings",
    "sources",
    "cases",
)


def codebook_csv(entries: Iterable[CodeEntry], language: str) -> bytes:
    """Give the codebook as CSV, one code a row, parents before what is under them."""
    rows = (
        (
            entry.path,
            entry.code.name,
            entry.depth,
            entry.code.description,
            entry.code.use_when,
            entry.code.not_when,
            entry.code.example,
            entry.code.boundary,
            entry.code.level,
            entry.code.colour,
            entry.code.status,
            entry.counts.codings,
            entry.counts.sources,
            entry.counts.cases,
        )
        for entry in entries
    )
    return write_table(COLUMNS, rows, language)


def codebook_markdown(
    title: str, entries: Sequence[CodeEntry], language: str, counts: bool = True
) -> str:
    """Give the codebook as a list in Markdown, codes under their parents; with counts or not."""
    words = headings(language)

    def remarks(entry: CodeEntry) -> str:
        parts = [words.levels[entry.code.level]] if entry.code.level else []
        if entry.code.status is CodeStatus.RETIRED:
            parts.append(words.retired)
        if not counts:
            return "; ".join(parts)
        codings = counted(entry.counts.codings, *words.coding, language)
        if entry.counts.codings:
            codings += f" {words.inside} {counted(entry.counts.sources, *words.source, language)}"
        return "; ".join([*parts, codings])

    def parts(entry: CodeEntry) -> list[tuple[str, str]]:
        given = ((words.code_parts[name], getattr(entry.code, name)) for name in words.code_parts)
        return [(heading, text) for heading, text in given if text]

    template = markdown_templates().get_template("codebook.md.j2")
    return template.render(title=title, entries=entries, words=words, remarks=remarks, parts=parts)
