"""Memos as files for people: those that are shared, by kind, with what they are about and cite."""

from collections.abc import Mapping, Sequence
from datetime import UTC

from qualkit.domain.memos import MemoEntry, Target
from qualkit.domain.text import one_line
from qualkit.formats.csv_tables import write_table
from qualkit.formats.record_words import RecordWords, record_words
from qualkit.formats.templating import markdown_templates

COLUMNS = ("kind", "about", "body", "cites", "author", "written", "changed")

Named = Mapping[Target, str]
"""Bare names of what memos are about and cite: `P3:27`, `te weinig mensen`."""


def memos_csv(entries: Sequence[MemoEntry], names: Named, language: str) -> bytes:
    """Give memos as CSV, oldest first; dates are UTC."""
    words = record_words(language)
    rows = (
        (
            words.kinds[entry.memo.kind],
            _thing(entry.memo.target, names, words),
            entry.memo.body,
            "; ".join(_thing(target, names, words) for target in entry.cited),
            entry.memo.author,
            entry.memo.created_at.astimezone(UTC).date().isoformat(),
            entry.memo.changed_at.astimezone(UTC).date().isoformat(),
        )
        for entry in entries
    )
    return write_table(COLUMNS, rows, language)


def memos_markdown(title: str, entries: Sequence[MemoEntry], names: Named, language: str) -> str:
    """Give memos in Markdown under their kinds, limitations first."""
    words = record_words(language)
    groups = [
        (heading, [entry for entry in entries if entry.memo.kind is kind])
        for kind, heading in words.kinds.items()
    ]
    return (
        markdown_templates()
        .get_template("memos.md.j2")
        .render(
            title=title,
            groups=[(heading, group) for heading, group in groups if group],
            words=words,
            thing=lambda target: one_line(_thing(target, names, words)),
        )
    )


def _thing(target: Target, names: Named, words: RecordWords) -> str:
    return words.things[target.object_type].format(name=names[target])
