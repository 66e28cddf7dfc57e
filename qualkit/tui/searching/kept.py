"""What was searched for last, so that one comes back to it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from qualkit.domain.kwic import KwicSort
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.domain.sources import Role
from qualkit.tui.searching.modes import Mode

BOOKMARK = "search"
"""Where it is kept."""


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """What was asked in each mode, and how it was looked for."""

    mode: Mode = Mode.TEXT
    asked: Mapping[Mode, str] = field(default_factory=lambda: dict.fromkeys(Mode, ""))
    scope: Scope = EVERYWHERE
    sort: KwicSort = KwicSort.SOURCE
    below: bool = True


def as_bookmark(search: KeptSearch) -> dict[str, int | str]:
    """Give a search as a bookmark keeps it."""
    return {
        "mode": search.mode,
        "asked": json.dumps(search.asked),
        "scope": json.dumps(asdict(search.scope)),
        "sort": search.sort,
        "below": int(search.below),
    }


def kept_search(kept: Mapping[str, int | str]) -> KeptSearch:
    """Give the search that a bookmark keeps; an empty one when it keeps none."""
    if "scope" not in kept:
        return KeptSearch()
    asked, scope = json.loads(str(kept["asked"])), json.loads(str(kept["scope"]))
    return KeptSearch(
        mode=Mode(str(kept["mode"])),
        asked={mode: str(asked.get(mode, "")) for mode in Mode},
        scope=Scope(
            roles=tuple(map(Role, scope["roles"])),
            source_ids=tuple(scope["source_ids"]),
            case_ids=tuple(scope["case_ids"]),
            code_ids=tuple(scope["code_ids"]),
            uncoded=bool(scope["uncoded"]),
        ),
        sort=KwicSort(str(kept["sort"])),
        below=bool(kept["below"]),
    )
