"""What merging two themes would do, told before it is done; and what is split off from one."""

from dataclasses import dataclass

from qualkit.domain.themes import Theme


@dataclass(frozen=True, slots=True)
class ThemeMergePreview:
    """What letting one theme go up in another would do."""

    old: Theme
    new: Theme
    codes: int
    """Codes that come under the other theme; those it has already are not among them."""
    passages: int
    """Passages that it does not have yet."""
    shared: int
    """Passages that both have, which count once."""
    claims: int
    quotes: int
    memos: int
    """Memos that are on the theme or cite it, its story among them."""
    subthemes: int
    relations: int
    absences: int
    vignettes: int = 0


@dataclass(frozen=True, slots=True)
class ThemePart:
    """What is split off from a theme, and the name of the theme it goes to."""

    name: str
    code_ids: tuple[str, ...] = ()
    coding_ids: tuple[str, ...] = ()
