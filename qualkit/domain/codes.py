"""Codes and the codebook: a tree of named ideas in the researcher's words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
    cleaned = " ".join(name.split())
    if not cleaned:
        raise InvalidInputError("A name cannot be empty.")
    if PATH_SEPARATOR in cleaned:
        raise InvalidInputError(
            f"The name '{cleaned}' contains '{PATH_SEPARATOR.strip()}' between spaces.",
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
    entries: list[CodeEntry] = []

    def visit(parent: CodeEntry | None) -> None:
        siblings = children.get(parent.code.id if parent else None, [])
        for code in sorted(siblings, key=lambda code: (code.position, code.name.casefold())):
            path = f"{parent.path}{PATH_SEPARATOR}{code.name}" if parent else code.name
            depth = parent.depth + 1 if parent else 0
            entry = CodeEntry(code, path, depth, (counts or {}).get(code.id, CodeCounts()))
            entries.append(entry)
            visit(entry)

    visit(None)
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
