"""The history for an audit trail: every step, when, by whom and why."""

from collections.abc import Iterable, Sequence
from datetime import UTC

from qualkit.domain.operations import Operation, OperationEntry
from qualkit.domain.text import one_line
from qualkit.formats.csv_tables import write_table
from qualkit.formats.headings import headings
from qualkit.formats.templating import markdown_templates

COLUMNS = ("number", "at", "actor", "kind", "summary", "why", "undone")


def history_csv(entries: Iterable[OperationEntry], language: str) -> bytes:
    """Give the history as CSV, oldest step first; times are UTC."""
    rows = (
        (
            entry.operation.number,
            moment(entry.operation),
            entry.operation.actor,
            entry.operation.kind,
            entry.operation.summary,
            entry.operation.why,
            "yes" if entry.undone else "no",
        )
        for entry in entries
    )
    return write_table(COLUMNS, rows, language)


def history_markdown(title: str, entries: Sequence[OperationEntry], language: str) -> str:
    """Give the history as a table in Markdown, oldest step first."""
    template = markdown_templates().get_template("history.md.j2")
    return template.render(
        title=title, entries=entries, words=headings(language), moment=moment, one_line=one_line
    )


def moment(operation: Operation) -> str:
    """Give when a step was taken: `2026-03-04T09:15:02Z`."""
    return operation.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
