"""Coding a passage: a few letters, Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from qualkit.domain.codes import PATH_SEPARATOR, CodeEntry
from qualkit.domain.suggestions import CodeSuggestion
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.reading.matching import MEANT, is_known, likeness, matching_codes
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.suggestion_list import evidence_of


@dataclass(frozen=True, slots=True)
class CodeChoice:
    """The codes that were chosen."""

    code_ids: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    """Paths of codes to be made."""
    rank: int = 0
    """The place among the codes that may fit, when one of those was taken; otherwise 0."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A row: a code, or a code to be made."""

    path: str
    entry: CodeEntry | None = None
    digit: str = ""
    evidence: str = ""
    """Why it may fit; such codes stand first."""
    rank: int = 0

    @property
    def key(self) -> str:
        return self.entry.code.id if self.entry else f"new {self.path}"


class CodeField(Input):
    """Takes letters; a digit is a message while nothing is typed."""

    class Digit(Message):
        """A digit from 1 to 9 was pressed in the empty field."""

        def __init__(self, digit: int) -> None:
            """Say which."""
            super().__init__()
            self.digit = digit

    def on_key(self, event: events.Key) -> None:
        """Keep a first digit out of the field."""
        if not self.value and event.character and event.character in "123456789":
            event.stop()
            event.prevent_default()
            self.post_message(self.Digit(int(event.character)))


class CodePrompt(ModalScreen[CodeChoice | None]):
    """Gives the codes to code with, or None when the person steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "move(8)", "Page down", show=False),
        Binding("pageup", "move(-8)", "Page up", show=False),
        Binding("tab", "mark", "Mark", show=False, priority=True),
    ]

    def __init__(
        self,
        what: str,
        entries: Sequence[CodeEntry],
        recent: Sequence[str] = (),
        start: str = "",
        fits: Sequence[CodeSuggestion] = (),
        highlighted: str = "",
        title: str = "",
        many: bool = True,
    ) -> None:
        """Offer the codebook.

        Args:
            what: What will be coded, for the title.
            entries: The codes that are offered, in the order of the codebook.
            recent: Ids of codes used last, latest first; they stand first, with digits.
            start: Words to begin with; a code of that name is then offered first.
            fits: Codes that may fit; while nothing is typed they stand first, with their evidence.
            highlighted: The id of the code that the cursor stands on at first.
            title: What is done with the codes; to code when it is empty.
            many: Whether more than one can be chosen.
        """
        super().__init__()
        self._title = title or _("Code")
        self._what = what
        self._many = many
        self._entries = entries
        by_id = {entry.code.id: entry for entry in entries}
        self._recent = [by_id[code_id] for code_id in recent if code_id in by_id]
        self._start = one_line(start)
        self._fits = [
            _Offer(entry.path, entry, self._digit_of(entry), evidence_of(fit), rank)
            for rank, fit in enumerate(fits, start=1)
            if (entry := by_id.get(fit.code.id))
        ]
        self._highlighted = highlighted
        self._marked: dict[str, _Offer] = {}

    def compose(self) -> ComposeResult:
        """Put a field above the codes."""
        with Vertical(classes="box -tall code-prompt") as box:
            box.border_title = self._title
            box.border_subtitle = (
                _("Enter codes · Tab marks several · Esc leaves")
                if self._many
                else _("Enter codes · Esc leaves")
            )
            yield Static(self._what, classes="hint what", markup=False)
            yield CodeField(
                self._start,
                placeholder=_("A few letters, a new name, or a digit"),
                select_on_focus=bool(self._start),
            )
            rows = RowList[_Offer](self._draw, lambda offer: offer.key)
            rows.empty = _("No codes yet: type a name and press Enter.")
            rows.can_focus = False
            yield rows
            yield Static("", classes="hint marked", markup=False)

    def on_mount(self) -> None:
        """Offer what fits the words to begin with."""
        self._offer(self._start)

    def on_code_field_digit(self, event: CodeField.Digit) -> None:
        """Take a recent code by its digit."""
        if event.digit <= len(self._recent):
            self._give([_Offer("", self._recent[event.digit - 1])])

    def action_leave(self) -> None:
        """Step back."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move among the codes while the letters go to the field."""
        self._rows.move_to(self._rows.cursor + by)

    def action_mark(self) -> None:
        """Mark the code at the cursor to code with more than one, or take the mark away."""
        offer = self._rows.current
        if offer is None or not self._many:
            return
        if self._marked.pop(offer.key, None) is None:
            self._marked[offer.key] = offer
        names = ", ".join(item.path for item in self._marked.values())
        told = _("Marked: {codes}").format(codes=names) if names else ""
        self.query_one(".marked", Static).update(told)
        self.query_one(Input).value = ""
        self._offer("")

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._offer(event.value)

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def _take(self) -> None:
        offer = self._rows.current
        typed = self.query_one(Input).value.strip()
        if self._marked and not typed:
            self._give([])
        elif offer is not None:
            self._give([offer])

    def _give(self, offers: Sequence[_Offer]) -> None:
        chosen = {**self._marked, **{offer.key: offer for offer in offers}}.values()
        ranks = [offer.rank for offer in chosen]
        self.dismiss(
            CodeChoice(
                tuple(offer.entry.code.id for offer in chosen if offer.entry),
                tuple(offer.path for offer in chosen if not offer.entry),
                ranks[0] if len(ranks) == 1 else 0,
            )
        )

    @property
    def _rows(self) -> RowList[_Offer]:
        return self.query_one(RowList)

    def _offer(self, query: str) -> None:
        """Show what fits, and last a code to be made; the cursor is on what was likely meant."""
        if not query.startswith(self._start):
            self._start = ""  # something else was typed in the place of these words
        if not query.strip():
            offers, cursor = self._all_codes()
        else:
            found = matching_codes(query, self._entries)
            offers = [_Offer(entry.path, entry) for entry in found]
            is_meant = bool(found) and likeness(query, found[0]) >= MEANT
            cursor = 0 if is_meant and not self._start else len(found)
            if is_known(query, self._entries):
                cursor = 0
            else:
                offers.append(_Offer(_tidy_path(query)))
            if self._start == query:
                offers, cursor = self._with_fits_first(offers, cursor)
        self._rows.set_items(offers)
        self._rows.move_to(cursor)

    def _digit_of(self, entry: CodeEntry) -> str:
        return str(1 + self._recent.index(entry)) if entry in self._recent else ""

    def _all_codes(self) -> tuple[list[_Offer], int]:
        """Give every code, those that may fit first, and where the cursor is to stand.

        It stands on what was used last: what is offered is never taken by pressing Enter blindly.
        """
        recent = [_Offer(entry.path, entry, self._digit_of(entry)) for entry in self._recent]
        rest = [entry for entry in self._entries if entry not in self._recent]
        offers = [*recent, *(_Offer(entry.path, entry) for entry in rest)]
        offers, cursor = self._with_fits_first(offers, 0)
        wanted = (place for place, offer in enumerate(offers) if offer.key == self._highlighted)
        return offers, next(wanted, cursor)

    def _with_fits_first(self, offers: list[_Offer], cursor: int) -> tuple[list[_Offer], int]:
        """Put the codes that may fit before the others; the cursor stays on its row."""
        fitting = {offer.key for offer in self._fits}
        at = offers[cursor].key if cursor < len(offers) else ""
        together = [*self._fits, *(offer for offer in offers if offer.key not in fitting)]
        keys = [offer.key for offer in together]
        return together, keys.index(at) if at in keys else 0

    def _draw(self, offer: _Offer, width: int) -> Sequence[Line]:
        mark = "+ " if offer.key in self._marked else ""
        if offer.entry is None:
            made = _("Make new code '{path}'").format(path=offer.path)
            return [[(cut(f"{mark}{made}", width), "accent")]]
        words = cut(f"{fit(offer.digit, 2)}{mark}{offer.path}", width)
        room = width - len(words) - 2
        code = offer.entry.code
        level = f"{term(code.level)} · " if code.level else ""
        told = f"≈ {offer.evidence}" if offer.evidence else one_line(level + code.description)
        description = cut(told, room) if room > 12 else ""
        return [[(words, ""), (f"  {description}", "muted")]]


def _tidy_path(query: str) -> str:
    """Give a path as it will be made: single spaces around its signs."""
    parts = [one_line(part) for part in query.split(PATH_SEPARATOR)]
    return PATH_SEPARATOR.join(part for part in parts if part)
