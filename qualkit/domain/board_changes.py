"""What changed on the board between two moments, in sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualkit.domain.board_columns import Tray
from qualkit.domain.boards import BoardSnapshot, PlacedTheme
from qualkit.domain.themes import Belonging, ThemeStatus
from qualkit.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class BoardMove:
    """Codes and passages that went the same way; one of the two names may be empty."""

    came_from: str
    """The theme or tray they lie in no longer; empty where they stayed in all they were in."""
    went_to: str
    codes: tuple[str, ...]
    """Their names."""
    passages: int = 0

    def sentence(self) -> str:
        """Say it."""
        names = [f"'{name}'" for name in self.codes]
        if self.passages:
            count = self.passages
            names.append(ngettext("{count} passage", "{count} passages", count).format(count=count))
        said = _("From '{here}' to '{place}': {things}.")
        if not self.came_from:
            said = _("Also in '{place}' now: {things}.")
        elif not self.went_to:
            said = _("No longer in '{here}', but still elsewhere: {things}.")
        return said.format(here=self.came_from, place=self.went_to, things=", ".join(names))


@dataclass(frozen=True, slots=True)
class BoardChanges:
    """What changed on the board; themes by their names, at the later moment where they have two."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    """Removed, or dropped."""
    renamed: tuple[tuple[str, str], ...]
    """The old name and the new one."""
    rethought: tuple[str, ...]
    """Their central idea is another one."""
    moves: tuple[BoardMove, ...]

    def sentences(self) -> tuple[str, ...]:
        """Say it all, themes first; nothing where nothing changed."""
        return (
            *(_("New theme: '{name}'.").format(name=name) for name in self.new),
            *(_("Theme no longer there: '{name}'.").format(name=name) for name in self.gone),
            *(
                _("'{old}' is now called '{new}'.").format(old=old, new=new)
                for old, new in self.renamed
            ),
            *(_("'{name}' has another central idea.").format(name=name) for name in self.rethought),
            *(move.sentence() for move in self.moves),
        )


def changes_between(
    old: BoardSnapshot, new: BoardSnapshot, code_names: Mapping[str, str]
) -> BoardChanges:
    """Compare the board at two moments.

    `code_names` gives the names of codes by id; one that is gone has the name it had on the board.
    """
    before, after = _shown(old), _shown(new)
    both = [(before[each], after[each]) for each in after if each in before]
    names = {
        **{theme.theme_id: theme.name for theme in (*old.themes, *new.themes)},
        **{tray.value: tray.called for tray in Tray},
    }
    known = {
        code.code_id: code.name for theme in (*old.themes, *new.themes) for code in theme.codes
    } | dict(code_names)
    return BoardChanges(
        new=tuple(theme.name for each, theme in after.items() if each not in before),
        gone=tuple(theme.name for each, theme in before.items() if each not in after),
        renamed=tuple((was.name, now.name) for was, now in both if was.name != now.name),
        rethought=tuple(now.name for was, now in both if was.central_idea != now.central_idea),
        moves=tuple(_moves(_Places(old), _Places(new), names, known)),
    )


class _Places:
    """Where everything lay: for each code and passage the themes it is in, or out of."""

    def __init__(self, board: BoardSnapshot) -> None:
        self.inside = defaultdict[str, set[str]](set)
        self.outside = defaultdict[str, set[str]](set)
        self.codes = dict.fromkeys(board.misfit_codes)
        for theme in _shown(board).values():
            things: Sequence[tuple[str, Belonging]] = [
                *((code.code_id, code.belonging) for code in theme.codes),
                *((passage.coding_id, passage.belonging) for passage in theme.passages),
            ]
            self.codes.update(dict.fromkeys(code.code_id for code in theme.codes))
            for thing, belonging in things:
                if belonging is Belonging.GATHERED:
                    self.inside[thing].add(theme.theme_id)
                elif belonging is Belonging.LEFT_OUT:
                    self.outside[thing].add(theme.theme_id)
        for thing in (*board.misfit_codes, *board.misfit_codings):
            self.inside[thing].add(Tray.MISFIT)


def _moves(
    before: _Places, after: _Places, names: Mapping[str, str], codes: Mapping[str, str]
) -> Iterator[BoardMove]:
    things = dict.fromkeys((*before.inside, *before.outside, *after.inside, *after.outside))
    ways = defaultdict[tuple[str, str], list[str]](list)
    for thing in things:
        out = after.outside[thing] - before.outside[thing]
        back = before.outside[thing] - after.outside[thing]
        if out and back:
            # It stayed out of the theme that its code is in, while the code went to another.
            out = back = set()
        # What was left out since was in it before, along with its code; and the other way round.
        was, now = before.inside[thing] | out, after.inside[thing] | back
        lost, won = was - now, now - was
        here = ", ".join(sorted(names[each] for each in lost))
        there = ", ".join(sorted(names[each] for each in won))
        if lost or won:
            nowhere = names[Tray.NOWHERE]
            ways[here or ("" if was else nowhere), there or ("" if now else nowhere)].append(thing)
    known = {*before.codes, *after.codes}
    for here, there in sorted(ways, key=lambda way: (not way[0], not way[1], way)):
        gone = ways[here, there]
        if here or there:
            named = tuple(codes.get(each, each) for each in gone if each in known)
            yield BoardMove(here, there, named, len(gone) - len(named))


def _shown(board: BoardSnapshot) -> dict[str, PlacedTheme]:
    return {
        theme.theme_id: theme for theme in board.themes if theme.status is not ThemeStatus.DROPPED
    }
