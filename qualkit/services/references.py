"""What the words of a memo refer to: lines as `P3:27`, and codes or themes as `[[name]]`."""

from collections.abc import Sequence
from typing import TypeVar

from qualkit.domain.codes import Code, codebook
from qualkit.domain.lines import LineIndex, Reference, find_references
from qualkit.domain.memos import ObjectType, Target, cited_names
from qualkit.domain.sources import Source
from qualkit.domain.text import folded
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError
from qualkit.services.workspace import Workspace
from qualkit.store.texts import current_version, read_text

T = TypeVar("T")


def referred(workspace: Workspace, body: str) -> list[Target]:
    """Give what a body refers to; what is nowhere, or more than one thing, is left out."""
    passages = (_passage(workspace, found) for found in find_references(body))
    names = cited_names(body)
    named = _named(workspace, names) if names else []
    return [*filter(None, passages), *named]


def _passage(workspace: Workspace, reference: Reference) -> Target | None:
    database = workspace.database
    sources = database.find(Source, "number = ?", [reference.source_number])
    if not sources:
        return None
    version = current_version(database, sources[0].id)
    try:
        lines = LineIndex(read_text(database, version.sha256))
        span = lines.span_of(reference.first, reference.last)
    except InvalidInputError:
        return None
    return Target(ObjectType.PASSAGE, version.id, span.start, span.end)


def _named(workspace: Workspace, names: Sequence[str]) -> list[Target]:
    """Find codes by path or name; where there is none, themes by name."""
    entries = codebook(workspace.database.find(Code))
    themes = workspace.database.find(Theme)
    found = []
    for name in map(folded, names):
        by_path = [entry.code.id for entry in entries if folded(entry.path) == name]
        by_name = [entry.code.id for entry in entries if folded(entry.code.name) == name]
        called = [theme.id for theme in themes if folded(theme.name) == name]
        if code_id := _only(by_path) or _only(by_name):
            found.append(Target(ObjectType.CODE, code_id))
        elif not by_name and (theme_id := _only(called)):
            found.append(Target(ObjectType.THEME, theme_id))
    return found


def _only(items: Sequence[T]) -> T | None:
    return items[0] if len(items) == 1 else None
