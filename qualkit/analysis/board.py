"""Laying the board out: which code and which passage lies in which column, and how many of whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qualkit.domain.board_columns import (
    Board,
    BoardCode,
    BoardColumn,
    BoardPassage,
    Card,
    CodeUse,
    Placement,
    Tray,
)
from qualkit.domain.codes import CodeEntry
from qualkit.domain.theme_tree import theme_tree
from qualkit.domain.themes import Belonging, Theme

_UNUSED = CodeUse(0, Counter())


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """All that the board is laid out from."""

    themes: Sequence[Theme]
    """In the researcher's order."""
    codebook: Sequence[CodeEntry]
    """As a tree, depth first; counts are not looked at."""
    put: Sequence[tuple[str, str]]
    """Theme and code, as they were put there, in order."""
    in_theme: frozenset[tuple[str, str]]
    """Theme and code: put there, or below one that was."""
    uses: Mapping[str, CodeUse]
    placed: Sequence[Placement]
    misfit_codes: Sequence[str]
    misfit_passages: Sequence[Placement]


def lay_out(facts: BoardFacts) -> Board:
    """Give the board."""
    return _Layout(facts).board()


@dataclass(slots=True)
class _Count:
    """Passages of some codes, less some single ones."""

    passages: int = 0
    cases: set[str] = field(default_factory=set)

    def add(self, use: CodeUse, without: Iterable[Placement]) -> None:
        out = list(without)
        self.passages += use.codings - len(out)
        gone = Counter(case for each in out for case in each.cases)
        cases = use.cases
        self.cases.update(case for case in cases if cases[case] > gone[case]) if gone else (
            self.cases.update(cases)
        )


class _Layout:
    """The facts, looked up in every way that laying out needs."""

    def __init__(self, facts: BoardFacts) -> None:
        self._facts = facts
        self._entries = {entry.code.id: entry for entry in facts.codebook}
        self._shown = theme_tree(facts.themes, dropped=False)
        shown = {entry.theme.id for entry in self._shown}
        self._codes_of = defaultdict[str, set[str]](set)
        self._themes_of = defaultdict[str, set[str]](set)
        for theme_id, code_id in facts.in_theme:
            if theme_id in shown:
                self._codes_of[theme_id].add(code_id)
                self._themes_of[code_id].add(theme_id)
        self._placed = [each for each in facts.placed if each.theme_id in shown]
        self._below = defaultdict[str | None, list[str]](list)
        for entry in facts.codebook:
            self._below[entry.code.parent_id].append(entry.code.id)

    def board(self) -> Board:
        themes = tuple(self._theme(each.theme, each.depth) for each in self._shown)
        nowhere, misfit = self._trays()
        return Board(themes, nowhere, misfit)

    # Themes

    def _theme(self, theme: Theme, depth: int) -> BoardColumn:
        here = self._codes_of[theme.id]
        mine = [each for each in self._placed if each.theme_id == theme.id]
        out = defaultdict[str, list[Placement]](list)
        for each in mine:
            if each.belonging is Belonging.LEFT_OUT and each.code_id in here:
                out[each.code_id].append(each)
        put = [code_id for theme_id, code_id in self._facts.put if theme_id == theme.id]
        singles = [
            each
            for each in mine
            if each.belonging is Belonging.GATHERED and each.code_id not in here
        ]
        codes = tuple(
            card
            for code_id in put
            if self._entries[code_id].code.parent_id not in here
            for card in self._branch(theme.id, code_id, here, set(put), out)
        )
        return self._column(theme.id, theme, depth, codes, singles, self._count(here, out))

    def _branch(
        self,
        place: str,
        code_id: str,
        here: set[str],
        put: set[str],
        out: Mapping[str, list[Placement]],
    ) -> Iterator[BoardCode]:
        """Give a code and, under it, those below it that come along and hold something."""
        waiting = [(code_id, 0)]
        while waiting:
            current, depth = waiting.pop()
            holds = self._holds(current, here)
            count = self._count(holds, out)
            if count.passages or current in put:
                yield self._code(place, current, holds, count, depth)
            below = [child for child in self._below[current] if child in here]
            waiting.extend((child, depth + 1) for child in reversed(below))

    def _holds(self, code_id: str, here: set[str]) -> frozenset[str]:
        """Give a code and all codes below it that are here without a gap in between."""
        found, waiting = set[str](), [code_id]
        while waiting:
            current = waiting.pop()
            found.add(current)
            waiting.extend(child for child in self._below[current] if child in here)
        return frozenset(found)

    # Trays

    def _trays(self) -> tuple[BoardColumn, BoardColumn]:
        out = defaultdict[str, list[Placement]](list)
        gathered = {
            each.coding_id: each for each in self._placed if each.belonging is Belonging.GATHERED
        }
        aside = {each.coding_id: each for each in self._facts.misfit_passages}
        for each in {**aside, **gathered}.values():
            out[each.code_id].append(each)
        homeless = {code_id for code_id in self._entries if not self._themes_of[code_id]}
        misfits = set[str]()
        codes: list[BoardCode] = []
        for code_id in self._facts.misfit_codes:
            holds = self._holds(code_id, homeless)
            misfits |= holds
            codes.append(
                self._code(Tray.MISFIT.value, code_id, holds, self._count(holds, out), depth=0)
            )
        misfit = self._column(
            Tray.MISFIT.value,
            None,
            0,
            tuple(codes),
            list(aside.values()),
            self._count(misfits, out),
        )
        return self._nowhere(homeless - misfits, out, {*gathered, *aside}), misfit

    def _nowhere(
        self, homeless: set[str], out: Mapping[str, list[Placement]], elsewhere: set[str]
    ) -> BoardColumn:
        codes = []
        for code_id in self._entries:
            if code_id in homeless and self._facts.uses.get(code_id, _UNUSED).codings:
                count = self._count((code_id,), out)
                if count.passages:
                    holds = frozenset((code_id,))
                    codes.append(self._code(Tray.NOWHERE.value, code_id, holds, count, 0))
        held = {card.code.id for card in codes}
        left = [each for each in self._left_out_everywhere() if each.coding_id not in elsewhere]
        return self._column(Tray.NOWHERE.value, None, 0, tuple(codes), left, self._count(held, out))

    def _left_out_everywhere(self) -> Iterator[Placement]:
        """Give the passages whose code is in a theme, but who were left out of each such theme."""
        themes = defaultdict[str, set[str]](set)
        for each in self._placed:
            if each.belonging is Belonging.LEFT_OUT:
                themes[each.coding_id].add(each.theme_id)
        seen = set[str]()
        for each in self._placed:
            of_code = self._themes_of[each.code_id]
            if of_code and of_code <= themes[each.coding_id] and each.coding_id not in seen:
                seen.add(each.coding_id)
                yield each

    # Both

    def _count(self, codes: Iterable[str], out: Mapping[str, list[Placement]]) -> _Count:
        count = _Count()
        for code_id in codes:
            count.add(self._facts.uses.get(code_id, _UNUSED), out.get(code_id, ()))
        return count

    def _code(
        self, place: str, code_id: str, holds: frozenset[str], count: _Count, depth: int
    ) -> BoardCode:
        entry = self._entries[code_id]
        card = Card(place, code_id=code_id)
        return BoardCode(
            card, entry.code, entry.path, count.passages, len(count.cases), depth, holds
        )

    def _column(
        self,
        place: str,
        theme: Theme | None,
        depth: int,
        codes: tuple[BoardCode, ...],
        singles: Sequence[Placement],
        count: _Count,
    ) -> BoardColumn:
        cases = count.cases.union(*(each.cases for each in singles))
        single = tuple(
            BoardPassage(Card(place, coding_id=each.coding_id), self._entries[each.code_id].code)
            for each in singles
        )
        passages = count.passages + len(singles)
        return BoardColumn(place, theme, depth, codes, single, passages, len(cases))
