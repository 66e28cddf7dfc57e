"""The history for an audit trail: every step, when, by whom and why; as a table or a story."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby

from qualkit.domain.memos import Memo
from qualkit.domain.operations import Operation, OperationEntry
from qualkit.domain.text import one_line
from qualkit.formats.csv_tables import write_table
from qualkit.formats.record_words import record_words
from qualkit.formats.templating import markdown_templates

COLUMNS = (
    "number",
    "at",
    "actor",
    "kind",
    "summary",
    "why",
    "undone",
    "why_later",
    "suggestions",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the story: one step, or some that follow each other and say the same."""

    first: OperationEntry
    last: OperationEntry
    times: int

    @property
    def notes(self) -> tuple[Memo, ...]:
        """The reasons that were given afterwards and are shared."""
        return shared_notes(self.first)

    @property
    def clock(self) -> str:
        """When it was, in UTC."""
        return f"{self.first.operation.at.astimezone(UTC):%H:%M}"


def shared_notes(entry: OperationEntry) -> tuple[Memo, ...]:
    """Give the memos on a step that may leave with an export."""
    return tuple(memo for memo in entry.memos if memo.shared)


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
            "\n".join(memo.body for memo in shared_notes(entry)),
            "; ".join(entry.suggestions),
        )
        for entry in entries
    )
    return write_table(COLUMNS, rows, language)


def history_markdown(title: str, entries: Sequence[OperationEntry], language: str) -> str:
    """Give the history as a story in Markdown, day by day, oldest step first."""
    template = markdown_templates().get_template("history.md.j2")
    return template.render(
        title=title,
        days=[
            (day, list(_told(group)))
            for day, group in groupby(
                entries, key=lambda entry: entry.operation.at.astimezone(UTC).date().isoformat()
            )
        ],
        words=record_words(language),
        one_line=one_line,
    )


def moment(operation: Operation) -> str:
    """Give when a step was taken: `2026-03-04T09:15:02Z`."""
    return operation.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _told(entries: Iterable[OperationEntry]) -> Iterator[Told]:
    """Take steps together that follow each other and say the same."""
    for _, group in groupby(entries, key=_said):
        steps = list(group)
        yield Told(steps[0], steps[-1], len(steps))


def _said(entry: OperationEntry) -> tuple[object, ...]:
    """Give what makes two steps the same line; one with notes of its own is like no other."""
    step = entry.operation
    own = step.id if shared_notes(entry) else ""
    return step.kind, step.actor, step.summary, step.why, entry.undone, entry.suggestions, own
