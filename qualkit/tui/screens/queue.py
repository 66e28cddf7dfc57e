"""The queue of suggestions: a batch gone through phrase by phrase, one key for each decision."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.codings import Coding
from qualkit.domain.listed_names import some_of
from qualkit.domain.operations import Outcome
from qualkit.domain.queue import PlaceInContext, QueuedPlace, QueuedSuggestion
from qualkit.domain.text import one_line
from qualkit.translation import _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.reading.recent import BOOKMARK, as_bookmark, recent_codes
from qualkit.tui.screens.code_prompt import CodeChoice, CodePrompt
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.queue_batches import QueueBatches
from qualkit.tui.widgets.row_list import RowList

MOST_NAMED = 3
"""Places that are named one by one."""


class QueueScreen(QueueBatches):
    """Every decision is one step in the history, and the next phrase is there at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("queue")]

    def __init__(self) -> None:
        """Begin with nothing taken unread."""
        super().__init__()
        self._unread_taken = set[str]()
        """The ids of the sources of which one said to go on though they were not read."""

    # Deciding

    @work
    async def action_code(self) -> None:
        """Code the places with a code that is chosen or made; the phrase is the beginning."""
        item = self._need_waiting()
        if item is None or not await self._may_take():
            return
        places = self._places()
        prompt = CodePrompt(
            f"{_named(places)}  “{one_line(places[0].words, 60)}”",
            self._offered,
            self._recent,
            start=item.phrase,
            many=False,
        )
        choice = await self.app.push_screen_wait(prompt)
        if choice is not None:
            self._code(item, places, choice)

    @work
    async def action_repeat_code(self) -> None:
        """Code the places with the code used last."""
        item = self._need_waiting()
        if item is None:
            return
        recent = self._recent
        if not recent:
            self.say(_("No code was used so recently; c chooses one."))
        elif await self._may_take():
            self._code(item, self._places(), CodeChoice((recent[0],)))

    def action_watch(self) -> None:
        """Look out for the phrase in reading."""
        self._decide(
            lambda item: self.project.queue.watch(item.id),
            _("'{phrase}' is looked out for in reading."),
        )

    def action_reject(self) -> None:
        """Leave the phrase out of the suggestions from the sources where it stands."""
        self._decide(
            lambda item: self.project.queue.reject(item.id),
            _("'{phrase}' is not suggested again where it stands."),
        )

    def action_reject_everywhere(self) -> None:
        """Leave the phrase out of all suggestions."""
        self._decide(
            lambda item: self.project.queue.reject_everywhere(item.id),
            _("'{phrase}' is not suggested again anywhere."),
        )

    def _decide(
        self, call: Callable[[QueuedSuggestion], Outcome[QueuedSuggestion]], told: str
    ) -> None:
        item = self._need_waiting()
        if item is not None:
            outcome = self.attempt(lambda: call(item))
            if outcome:
                self.done(outcome, told.format(phrase=item.phrase))

    def _code(
        self, item: QueuedSuggestion, shown: Sequence[PlaceInContext], choice: CodeChoice
    ) -> None:
        queue, places = self.project.queue, [self._to_code(each) for each in shown]
        outcome: Outcome[tuple[Coding, ...]] | None
        # Whether they may be taken unread was asked before.
        if choice.new:
            path = choice.new[0]
            outcome = self.attempt(lambda: queue.code(item.id, places, path, unread=True))
        else:
            code_id = choice.code_ids[0]
            path = next(each.path for each in self._offered if each.code.id == code_id)
            outcome = self.attempt(lambda: queue.attach(item.id, code_id, places, unread=True))
        if outcome is None:
            return
        used = [coding.code_id for coding in outcome.value]
        self.project.bookmarks.put(BOOKMARK, as_bookmark(self._recent, used))
        told = ngettext(
            "Coded {count} place with '{code}', from '{phrase}'.",
            "Coded {count} places with '{code}', from '{phrase}'.",
            len(places),
        )
        self.done(outcome, told.format(count=len(places), code=path, phrase=item.phrase))

    def _to_code(self, shown: PlaceInContext) -> QueuedPlace:
        """Give what of a place is coded: the phrase, or its whole turn."""
        place, turn = shown.place, shown.segment
        if not self.is_whole_turn:
            return place
        return QueuedPlace(place.version_id, turn.start, turn.end)

    def _places(self) -> list[PlaceInContext]:
        """Give the places that are marked, or the one in view."""
        if self.marked:
            return list(self.project.queue.in_context([*self.marked]))
        return [self.place] if self.place else []

    async def _may_take(self) -> bool:
        """Ask about a source that nobody has read yet, once for each; the answer may be to read."""
        for place in self._places():
            source = place.source
            if place.is_read or source.id in self._unread_taken:
                continue
            title = _("P{number} was not read yet.").format(number=source.number)
            hint = _("What is read first is coded for what it says, not for its words.")
            choices = [
                Choice("read", _("Read P{number} first").format(number=source.number)),
                Choice("take", _("Code it all the same")),
            ]
            picked = await self.app.push_screen_wait(Picker(title, choices, hint=hint))
            if picked == ["read"]:
                self.qualkit.open_reader(source.id, place.place.start)
            if picked != ["take"]:
                return False
            self._unread_taken.add(source.id)
        return True

    def _need_waiting(self) -> QueuedSuggestion | None:
        # A key may be quicker than the message that the cursor moved.
        self.show_phrase()
        if self.item is None or self.place is None:
            self.tell_nothing_here()
            return None
        if self.item.decision is not None:
            self.say(_("'{phrase}' was decided on already.").format(phrase=self.item.phrase))
            return None
        return self.item

    @property
    def _offered(self) -> list[CodeEntry]:
        entries = self.project.codes.entries(counted=False)
        return [entry for entry in entries if entry.code.status is CodeStatus.ACTIVE]

    @property
    def _recent(self) -> list[str]:
        return recent_codes(self.project.bookmarks, (), {entry.code.id for entry in self._offered})

    # Looking

    def action_next_place(self) -> None:
        """Go to the next place of the phrase."""
        self.step_place(1)

    def action_previous_place(self) -> None:
        """Go to the place before."""
        self.step_place(-1)

    def action_mark_place(self) -> None:
        """Mark the place in view, to be coded with others, or no longer."""
        if self.place is None:
            self.tell_nothing_here()
            return
        place = self.place.place
        if place in self.marked:
            del self.marked[place]
        else:
            self.marked[place] = None
        self.show_place()

    def action_mark_all(self) -> None:
        """Mark every place that was read, or none when they are marked."""
        if self.item is None or self.place is None:
            self.tell_nothing_here()
            return
        unread = set(self.project.queue.unread(self.item.places))
        read = dict.fromkeys(place for place in self.item.places if place not in unread)
        if not read:
            self.say(_("None of the places was read yet."))
            return
        self.marked = {} if self.marked == read else read
        self.show_place()

    def action_whole_turn(self) -> None:
        """Code the whole turn in place of the phrase alone, or the phrase again."""
        if self.place is None:
            self.tell_nothing_here()
            return
        self.is_whole_turn = not self.is_whole_turn
        self.show_place()

    def action_more_context(self) -> None:
        """Show a turn more before and after."""
        self.change_turns(1)

    def action_less_context(self) -> None:
        """Show a turn less before and after."""
        self.change_turns(-1)

    @on(RowList.Chosen)
    def _open(self) -> None:
        """Read on at the place in view; Esc comes back to it."""
        if self.place is not None:
            self.qualkit.open_reader(self.place.source.id, self.place.place.start)


def _named(places: Sequence[PlaceInContext]) -> str:
    """Name the places to be coded, the first few of them."""
    return some_of([f"{place.reference} {place.label}" for place in places], MOST_NAMED)
