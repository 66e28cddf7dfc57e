"""Which codings are in which theme: through codes, through codes above those, or one by one.

What is asked of one theme is told by SQL. Of all themes of a large study SQL takes seconds to put
the rows together, so those are put together here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from qualkit.domain.themes import Belonging, PlacedCoding, Stance, ThemeMember, ThemePassage
from qualkit.store.database import Database
from qualkit.store.placed import placed_codings

MEMBERS = """
    WITH RECURSIVE
    part(theme_id, part_id) AS (
        SELECT id, id FROM theme
        UNION
        SELECT part.theme_id, theme.id
        FROM part JOIN theme ON theme.parent_id = part.part_id
        WHERE theme.status <> 'dropped' AND ?
    ),
    below(theme_id, code_id) AS (
        SELECT theme_id, code_id FROM theme_code WHERE belonging = 'gathered'
        UNION
        SELECT below.theme_id, code.id
        FROM below JOIN code ON code.parent_id = below.code_id
        WHERE NOT EXISTS (
            SELECT 1 FROM theme_code AS out WHERE out.theme_id = below.theme_id
            AND out.code_id = code.id AND out.belonging = 'left_out'
        )
    ),
    own(theme_id, coding_id) AS (
        SELECT below.theme_id, coding.id
        FROM below JOIN coding ON coding.code_id = below.code_id
        WHERE NOT EXISTS (
            SELECT 1 FROM theme_passage AS out WHERE out.theme_id = below.theme_id
            AND out.coding_id = coding.id AND out.belonging = 'left_out'
        )
        UNION
        SELECT theme_id, coding_id FROM theme_passage WHERE belonging = 'gathered'
    ),
    member(theme_id, coding_id) AS (
        SELECT DISTINCT part.theme_id, own.coding_id
        FROM part JOIN own ON own.theme_id = part.part_id
    )
"""
"""Gives the table `member`; its one argument is whether a theme holds what its subthemes hold."""


def held_by(database: Database, theme_id: str) -> set[str]:
    """Give the ids of the codings in a theme itself, without what its subthemes hold."""
    return {member.coding_id for member in theme_members(database, [theme_id], whole=False)}


def theme_members(
    database: Database, theme_ids: Sequence[str] = (), whole: bool = True
) -> list[ThemeMember]:
    """Give the codings in some themes, or in all, by theme and place.

    `whole` counts what is in its subthemes as in a theme, dropped subthemes apart. Of two stances
    of one passage, in a theme and its subtheme, contrary comes before nuance.
    """
    gathered, wanted = _gathered(database, theme_ids, whole)
    return [member for theme_id in wanted for member in gathered.members(theme_id)]


def codings_by_theme(
    database: Database, theme_ids: Sequence[str] = (), whole: bool = True
) -> dict[str, list[PlacedCoding]]:
    """Give the codings of some themes, or of all, by place; the quickest way to count them.

    A coding in several themes is the same object in each. For `whole` see `theme_members`.
    """
    gathered, wanted = _gathered(database, theme_ids, whole)
    return {theme_id: gathered.codings(theme_id) for theme_id in wanted}


def _gathered(
    database: Database, theme_ids: Sequence[str], whole: bool
) -> tuple["_Gathered", list[str]]:
    """Read what is needed of some themes, or of all; gives the ids of those that are there."""
    with database.reading():
        parts = _parts(database, whole)
        wanted = [each for each in parts if not theme_ids or each in theme_ids]
        codes = defaultdict[str, list[str]](list)
        for theme_id, code_id in codes_in_themes(database):
            codes[theme_id].append(code_id)
        decided = defaultdict[str, list[ThemePassage]](list)
        for passage in database.find(ThemePassage):
            decided[passage.theme_id].append(passage)
        needed = [part for theme_id in wanted for part in parts[theme_id]]
        placed = placed_codings(
            database,
            {code_id for part in needed for code_id in codes[part]},
            {passage.coding_id for part in needed for passage in decided[part]},
        )
    return _Gathered(placed, codes, decided, parts), wanted


def codes_in_themes(database: Database) -> set[tuple[str, str]]:
    """Give the ids of each theme and code in it: put there, or below one that was."""
    return set(database.tuples(f"{MEMBERS} SELECT theme_id, code_id FROM below", [1]))


def is_in_theme(database: Database, theme_id: str, coding_id: str) -> bool:
    """Tell whether a coding is in a theme itself, its subthemes left aside."""
    decided = database.value(
        "SELECT belonging FROM theme_passage WHERE theme_id = ? AND coding_id = ?",
        [theme_id, coding_id],
    )
    if decided in (Belonging.GATHERED, Belonging.LEFT_OUT):
        return bool(decided == Belonging.GATHERED)
    # Asked of codes: the table `own` would put every coding of a large study together first.
    sql = f"""{MEMBERS} SELECT 1 FROM below
        WHERE theme_id = ? AND code_id = (SELECT code_id FROM coding WHERE id = ?)"""
    return database.value(sql, [0, theme_id, coding_id]) is not None


def themes_of_version(database: Database, version_id: str) -> list[tuple[str, str]]:
    """Give the ids of each theme and coding in it of one version; subthemes apart, none dropped."""
    with database.reading():
        themes = defaultdict[str, set[str]](set)
        for theme_id, code_id in codes_in_themes(database):
            themes[code_id].add(theme_id)
        held = {
            (theme_id, coding_id)
            for coding_id, code_id in database.tuples(
                "SELECT id, code_id FROM coding WHERE version_id = ?", [version_id]
            )
            for theme_id in themes[code_id]
        }
        of_version = "coding_id IN (SELECT id FROM coding WHERE version_id = ?)"
        for passage in database.find(ThemePassage, of_version, [version_id]):
            if passage.belonging is Belonging.GATHERED:
                held.add((passage.theme_id, passage.coding_id))
            elif passage.belonging is Belonging.LEFT_OUT:
                held.discard((passage.theme_id, passage.coding_id))
        dropped = database.tuples("SELECT id FROM theme WHERE status = 'dropped'")
    return sorted(pair for pair in held if (pair[0],) not in dropped)


class _Gathered:
    """Codings by the place that they have among those that were read."""

    def __init__(
        self,
        placed: Sequence[PlacedCoding],
        codes: defaultdict[str, list[str]],
        decided: defaultdict[str, list[ThemePassage]],
        parts: dict[str, list[str]],
    ) -> None:
        self._placed = placed
        self._codes = codes
        self._decided = decided
        self._parts = parts
        self._of_code = defaultdict[str, list[int]](list)
        for place, coding in enumerate(placed):
            self._of_code[coding.code_id].append(place)
        named = {passage.coding_id for each in decided.values() for passage in each}
        self._place_of = {
            coding.coding_id: place
            for place, coding in enumerate(placed)
            if coding.coding_id in named
        }

    def codings(self, theme_id: str) -> list[PlacedCoding]:
        held = set[int]().union(*(self._own(part) for part in self._parts[theme_id]))
        return [self._placed[place] for place in sorted(held)]

    def members(self, theme_id: str) -> Iterator[ThemeMember]:
        stances = self._stances(self._parts[theme_id])
        for coding in self.codings(theme_id):
            stance = stances.get(coding.coding_id, Stance.SUPPORTS)
            yield ThemeMember(theme_id, *coding, stance)

    def _own(self, theme_id: str) -> set[int]:
        held = {place for code_id in self._codes[theme_id] for place in self._of_code[code_id]}
        for passage in self._decided[theme_id]:
            place = self._place_of[passage.coding_id]
            if passage.belonging is Belonging.GATHERED:
                held.add(place)
            elif passage.belonging is Belonging.LEFT_OUT:
                held.discard(place)
        return held

    def _stances(self, theme_ids: Iterable[str]) -> dict[str, Stance]:
        found: dict[str, Stance] = {}
        for theme_id in theme_ids:
            for passage in self._decided[theme_id]:
                if passage.stance.is_contrary and found.get(passage.coding_id) != Stance.CONTRARY:
                    found[passage.coding_id] = passage.stance
        return found


def _parts(database: Database, whole: bool) -> dict[str, list[str]]:
    """Give each theme with those whose passages are its own: itself first, then subthemes."""
    parts: dict[str, list[str]] = {}
    rows = database.tuples(f"{MEMBERS} SELECT theme_id, part_id FROM part", [int(whole)])
    for theme_id, part_id in sorted(rows):
        parts.setdefault(theme_id, []).append(part_id)
    return parts
