"""Words or codes searched in all sources, shown where they stand."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.kwic import KwicSort
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.search import Hit
from qualkit.domain.spans import Span
from qualkit.errors import ProjectBusyError
from qualkit.services.searching import MOST_IN_CONTEXT
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.search_collecting import SearchCollecting
from qualkit.tui.searching.filters import scope_in_words
from qualkit.tui.searching.kept import BOOKMARK, KeptSearch, as_bookmark, kept_search
from qualkit.tui.searching.modes import SORTED, TOLD, Mode
from qualkit.tui.searching.rows import Item, draw, key_of
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.words import count_of

MOST_HITS = 500


SHOWN_BY = frozenset({"sources", "segments", "cases", "codings", "codes"})
"""What is touched when a search has to be done anew."""


class SearchScreen(SearchCollecting):
    """Finds passages by their words or their codes."""

    SCREEN_NAME = "search"
    HEADING = N_("Search")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("search")]

    _kept = KeptSearch()

    def compose_body(self) -> ComposeResult:
        """Put what is asked above what is found."""
        yield Input(id="query")
        yield Static("", id="scope", markup=False)
        self.rows = RowList[Item](draw, key_of)
        yield self.rows

    def on_mount(self) -> None:
        """Begin with typing; or, when one comes back another day, with what was found."""
        self._kept = kept_search(self.project.bookmarks.get(BOOKMARK))
        self.asked = {**self._kept.asked}
        if self.begin_at:
            self.mode, self.sort = self._kept.mode, self._kept.sort
            self.scope, self.below = self._kept.scope, self._kept.below
        self._show_mode()
        if self.begin_at:
            self.search_again()
            self.rows.focus()
        else:
            self.action_type_query()

    def keep_place(self) -> None:
        """Keep what was asked and how, if that changed."""
        now = KeptSearch(self.mode, {**self.asked}, self.scope, self.sort, self.below)
        if now != self._kept:
            self._kept = now
            with suppress(ProjectBusyError):
                self.project.bookmarks.put(BOOKMARK, as_bookmark(now))

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Search anew."""
        if touched & SHOWN_BY:
            self.search_again()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage at the cursor."""
        item = self.rows.current
        if item is None:
            return super().memo_about()
        version_id, span = _passage(item)
        return Target(ObjectType.PASSAGE, version_id, span.start, span.end), item.reference

    def action_type_query(self) -> None:
        """Go to the words."""
        self.query_one("#query", Input).focus()

    def action_next_mode(self) -> None:
        """Show passages, keywords in context, or search codes."""
        field = self.query_one("#query", Input)
        self.asked[self.mode] = field.value
        modes = list(Mode)
        before, self.mode = self.mode, modes[(modes.index(self.mode) + 1) % len(modes)]
        if Mode.CODES not in (before, self.mode):
            # The same words, shown in another way.
            self.asked[self.mode] = self.asked[before]
        self._show_mode()
        self.search_again()
        if not field.has_focus and not self.rows.items:
            field.focus()

    def action_sort(self) -> None:
        """Order keywords in context by something else."""
        if self.mode is not Mode.KWIC:
            self.say(_("Only keywords in context are ordered: Tab goes there."))
            return
        orders = list(KwicSort)
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)]
        self.search_again()
        self.rows.move_to(0)

    def action_below(self) -> None:
        """Let a code stand for the codes below it as well, or not."""
        if self.mode is not Mode.CODES:
            self.say(_("This is for a search over codes: Tab goes there."))
            return
        self.below = not self.below
        self.search_again()

    def action_back(self) -> None:
        """Go from the words to what they found, and from there back."""
        if self.query_one("#query", Input).has_focus and (
            self.rows.items or self.mode is Mode.CODES
        ):
            self.rows.focus()
        else:
            super().action_back()

    @on(RowList.FilterAsked)
    def _type(self) -> None:
        self.action_type_query()

    @on(RowList.Chosen)
    def _read(self) -> None:
        item = self.rows.current
        if item is None:
            return
        if isinstance(item, Hit):
            self.qualkit.open_reader(item.source.id, item.matches[0].start)
        elif isinstance(item, CodeMatch):
            self.qualkit.open_reader(item.source.id, item.span.start)
        else:
            self.qualkit.open_reader(item.hit.source.id, item.span.start)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        self.asked[self.mode] = event.value
        self.search_again()
        if self.rows.items:
            self.rows.focus()
            self.rows.move_to(0)

    def search_again(self) -> None:
        """Search for what was asked, in the scope that is chosen now."""
        self.keep_place()
        if self.asked[self.mode].strip():
            found = self.attempt(self._find)
            items, self._is_all = found or ((), True)
            self.rows.empty = _(TOLD[self.mode].nothing)
            self.rows.set_items(items)
        else:
            self.rows.empty = _(TOLD[self.mode].empty)
            self.rows.set_items(())
        self._tell()

    def _find(self) -> tuple[Sequence[Item], bool]:
        """Give what fits, and whether that is all."""
        asked = self.asked[self.mode]
        if self.mode is Mode.CODES:
            matches = self.project.code_search.find(asked, self.scope, self.below, MOST_HITS)
            return matches.matches, matches.is_all
        if self.mode is Mode.KWIC:
            concordance = self.project.searching.in_context(asked, self.scope, self.sort)
            return concordance.lines, concordance.is_all
        hits = self.project.searching.find(asked, self.scope, MOST_HITS + 1)
        return [hit for hit in hits[:MOST_HITS] if hit.matches], len(hits) <= MOST_HITS

    def _show_mode(self) -> None:
        told = TOLD[self.mode]
        field = self.query_one("#query", Input)
        field.placeholder = _(told.placeholder)
        field.value = self.asked[self.mode]
        self.rows.empty = _(told.empty)
        self.rows.draw_rows_of(told.height)
        self._tell()

    def _tell(self) -> None:
        names = (
            f"[{_(told.name)}]" if mode is self.mode else _(told.name)
            for mode, told in TOLD.items()
        )
        where = scope_in_words(self.project, self.scope, with_codes=self.mode is not Mode.CODES)
        parts = [where]
        if self.mode is Mode.CODES and not self.below:
            parts.append(_("without the codes below"))
        line = f"{'  '.join(names)}    {', '.join(parts)}"
        self.query_one("#scope", Static).update(line, layout=False)
        self.set_heading(_("Search"), self._count() if self.asked[self.mode].strip() else "")

    def _count(self) -> str:
        noun = "hit" if self.mode is Mode.KWIC else "passage"
        found = count_of(len(self.rows.items), noun)
        if not self._is_all and self.mode is Mode.KWIC:
            found = _("{hits} in the first {count} passages").format(
                hits=found, count=MOST_IN_CONTEXT
            )
        elif not self._is_all:
            found = _("the first {passages}").format(passages=found)
        if self.mode is Mode.KWIC:
            return _("{hits}, {order}").format(hits=found, order=_(SORTED[self.sort]))
        return found


def _passage(item: Item) -> tuple[str, Span]:
    """Give the passage of a row: the segment of a match, or what is coded."""
    if isinstance(item, CodeMatch):
        return item.version_id, item.span
    segment = item.segment if isinstance(item, Hit) else item.hit.segment
    return segment.version_id, segment.span
