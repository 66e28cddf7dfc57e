"""Codes and the codebook: a tree of named ideas in the researcher's words."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError

PATH_SEPARATOR = " > "


class CodeLevel(StrEnum):
    """Whether a code stays with what is said or reads beneath it; optional, no judgement."""

    SEMANTIC = "semantic"
    LATENT = "latent"


class CodeStatus(StrEnum):
    """Whether a code is offered; a retired one keeps its codings."""

    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Code:
    """A named idea."""

    id: str
    name: str
    created_at: datetime
    """UTC."""
    parent_id: str | None = None
    description: str = ""
    level: CodeLevel | None = None
    status: CodeStatus = CodeStatus.ACTIVE
    position: int = 0
    """Order among its siblings."""


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """How much is coded with a code; a description, never a rank."""

    codings: int = 0
    sources: int = 0
    cases: int = 0


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A code as a line of the codebook."""

    code: Code
    path: str
    """Names from the root: `capaciteit > te weinig mensen`."""
    depth: int
    """0 for a code without a parent."""
    counts: CodeCounts = CodeCounts()


def clean_name(name: str) -> str:
    """Give a name fit for a code or theme: one line, single spaces.

    Raises:
        InvalidInputError: nothing is left of it, or it holds the path separator.
    """
    # One form for "é", however a keyboard or file spells it: two codes must not look alike.
    cleaned = one_line(printable(unicodedata.normalize("NFC", name)))
    if not cleaned:
        raise InvalidInputError("A name cannot be empty.")
    # At its ends it would make paths that can be read in two ways.
    if PATH_SEPARATOR in f" {cleaned} ":
        raise InvalidInputError(
            f"The name '{cleaned}' contains a loose '{PATH_SEPARATOR.strip()}'.",
            "That sign separates a code from its parent; put the code under a parent instead.",
        )
    return cleaned


def split_path(path: str) -> tuple[str, ...]:
    """Give the names of a path, root first.

    Raises:
        InvalidInputError: one of the names is empty.
    """
    return tuple(clean_name(part) for part in path.split(PATH_SEPARATOR))


def codebook(
    codes: Iterable[Code], counts: Mapping[str, CodeCounts] | None = None
) -> tuple[CodeEntry, ...]:
    """Order codes as a tree, depth first, siblings by position and then by name."""
    children: dict[str | None, list[Code]] = {}
    for code in codes:
        children.setdefault(code.parent_id, []).append(code)
    for siblings in children.values():
        siblings.sort(key=lambda code: (code.position, code.name.casefold()), reverse=True)
    known = counts or {}
    entries: list[CodeEntry] = []
    waiting = [(code, "", 0) for code in children.get(None, [])]
    while waiting:
        code, above, depth = waiting.pop()
        path = above + code.name
        entries.append(CodeEntry(code, path, depth, known.get(code.id, CodeCounts())))
        waiting.extend(
            (child, path + PATH_SEPARATOR, depth + 1) for child in children.get(code.id, [])
        )
    return tuple(entries)


def descendants(codes: Iterable[Code], code_id: str) -> frozenset[str]:
    """Give the ids of the code and of every code below it."""
    children: dict[str | None, list[str]] = {}
    for code in codes:
        children.setdefault(code.parent_id, []).append(code.id)
    found, queue = set[str](), [code_id]
    while queue:
        current = queue.pop()
        found.add(current)
        queue.extend(children.get(current, []))
    return frozenset(found)
