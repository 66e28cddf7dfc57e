"""The batches of the queue: which one is gone through, one more brought in, one taken out."""

from textual import work

from qualkit.translation import _
from qualkit.tui.batch_files import bring_in_batch
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.queue_base import QueueBase
from qualkit.tui.words import count_of


class QueueBatches(QueueBase):
    """The keys for whole batches."""

    def action_switch_shown(self) -> None:
        """Show what was decided on, or what waits."""
        if self.entry is None:
            self.tell_nothing_here()
            return
        self.is_decided = not self.is_decided
        self.forget_known()
        self.show_batch(self.entry.batch.id)

    @work
    async def action_choose_batch(self) -> None:
        """Go to another batch."""
        batches = self.project.queue.batches()
        if len(batches) < 2:
            self.notify(_("There is no other batch."), markup=False)
            return
        choices = [
            Choice(
                entry.batch.id,
                f"B{entry.batch.number} {entry.batch.file_name}",
                _("{waiting} of {phrases} wait").format(
                    waiting=entry.waiting, phrases=count_of(entry.phrases, "phrase")
                ),
            )
            for entry in reversed(batches)
        ]
        at = self.entry.batch.id if self.entry else ""
        picked = await self.app.push_screen_wait(Picker(_("Which batch?"), choices, at=at))
        if picked:
            self.show_batch(picked[0])

    @work
    async def action_bring_in(self) -> None:
        """Ask for a file of suggestions and load it."""
        batch = await bring_in_batch(self)
        if batch is not None:
            self.is_decided = False
            self.show_batch(batch.id)

    @work
    async def action_drop_batch(self) -> None:
        """Take the batch out of the queue."""
        if self.entry is None:
            self.tell_nothing_here()
            return
        batch = self.entry.batch
        choices = [
            Choice("keep", _("Keep it")),
            Choice("drop", _("Take it out; what was coded and rejected stays so")),
        ]
        title = _("Take B{number} {file} out of the queue?")
        picked = await self.app.push_screen_wait(
            Picker(title.format(number=batch.number, file=batch.file_name), choices)
        )
        if picked == ["drop"]:
            outcome = self.attempt(lambda: self.project.queue.drop(batch.id))
            if outcome:
                self.done(outcome, _("B{number} is out.").format(number=batch.number))
