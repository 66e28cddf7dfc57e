"""Codes and the codebook: a tree of named ideas in the researcher's words."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

PATH_SEPARATOR = " > "


class CodeLevel(StrEnum):
    """Whether a code stays with what is said or reads beneath it; optional, no judgement."""

    SEMANTIC = "semantic"
    LATENT = "latent"


class CodeStatus(StrEnum):
    """Whether a code is offered; a retired one keeps its codings."""

    ACTIVE = "active"
    RETIRED = "retired"


class CodeColour(StrEnum):
    """A colour that helps the eye; a code can always be told by its letter or name as well."""

    BLUE = "blue"
    TEAL = "teal"
    GREEN = "green"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    PINK = "pink"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True)
class Code:
    """A named idea."""

    id: str
    name: str
    created_at: datetime
    """UTC."""
    parent_id: str | None = None
    description: str = ""
    """What it means, in free words; the definition where a codebook keeps the next four too."""
    level: CodeLevel | None = None
    status: CodeStatus = CodeStatus.ACTIVE
    position: int = 0
    """Order among its siblings."""
    use_when: str = ""
    not_when: str = ""
    example: str = ""
    boundary: str = ""
    """A case that is only just inside or outside, and which of the two."""
    colour: CodeColour | None = None

    @property
    def words(self) -> str:
        """All that is said of what it means."""
        parts = (getattr(self, name) for name in DESCRIPTION_PARTS)
        return "\n".join(part for part in parts if part)


DESCRIPTION_PARTS = ("description", "use_when", "not_when", "example", "boundary")
"""The fields that together say what a code means, in the order of a printed codebook."""


@dataclass(frozen=True, slots=True)
class CodeChange:
    """What is to be said of a code from now on: None leaves it as it is, "" takes it away."""

    description: str | None = None
    use_when: str | None = None
    not_when: str | None = None
    example: str | None = None
    boundary: str | None = None
    level: CodeLevel | Literal[""] | None = None
    colour: CodeColour | Literal[""] | None = None

    def of(self, code: Code) -> Code:
        """Give the code as this change leaves it."""
        return replace(
            code,
            description=_written(self.description, code.description),
            use_when=_written(self.use_when, code.use_when),
            not_when=_written(self.not_when, code.not_when),
            example=_written(self.example, code.example),
            boundary=_written(self.boundary, code.boundary),
            level=code.level if self.level is None else self.level or None,
            colour=code.colour if self.colour is None else self.colour or None,
        )


def _written(given: str | None, before: str) -> str:
    return before if given is None else given.strip()


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
    """Of the code itself."""
    with_below: CodeCounts = CodeCounts()
    """Of the code and all codes below it; a source or case counts once."""


def clean_name(name: str) -> str:
    """Give a name fit for a code or theme: one line, single spaces.

    Raises:
        InvalidInputError: nothing is left of it, or it holds the path separator.
    """
    # One form for "é", however a keyboard or file spells it: two codes must not look alike.
    cleaned = one_line(printable(unicodedata.normalize("NFC", name)))
    if not cleaned:
        raise InvalidInputError(_("A name cannot be empty."))
    # At its ends it would make paths that can be read in two ways.
    if PATH_SEPARATOR in f" {cleaned} ":
        raise InvalidInputError(
            _("The name '{name}' contains a loose '{sign}'.").format(
                name=cleaned, sign=PATH_SEPARATOR.strip()
            ),
            _("That sign separates a code from its parent; put the code under a parent instead."),
        )
    return cleaned


def split_path(path: str) -> tuple[str, ...]:
    """Give the names of a path, root first.

    Raises:
        InvalidInputError: one of the names is empty.
    """
    return tuple(clean_name(part) for part in path.split(PATH_SEPARATOR))


def codebook(
    codes: Iterable[Code],
    counts: Mapping[str, CodeCounts] | None = None,
    with_below: Mapping[str, CodeCounts] | None = None,
) -> tuple[CodeEntry, ...]:
    """Order codes as a tree, depth first: siblings by position and name, retired ones last."""
    children: dict[str | None, list[Code]] = {}
    for code in codes:
        children.setdefault(code.parent_id, []).append(code)
    for siblings in children.values():
        siblings.sort(key=_among_siblings, reverse=True)
    own, all_in = counts or {}, with_below or {}
    none = CodeCounts()
    entries: list[CodeEntry] = []
    waiting = [(code, "", 0) for code in children.get(None, [])]
    while waiting:
        code, above, depth = waiting.pop()
        path = above + code.name
        entries.append(
            CodeEntry(code, path, depth, own.get(code.id, none), all_in.get(code.id, none))
        )
        waiting.extend(
            (child, path + PATH_SEPARATOR, depth + 1) for child in children.get(code.id, [])
        )
    return tuple(entries)


def _among_siblings(code: Code) -> tuple[bool, int, str]:
    return code.status is CodeStatus.RETIRED, code.position, code.name.casefold()


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
