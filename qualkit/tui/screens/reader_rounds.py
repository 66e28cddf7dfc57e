"""Reading source after source in a round: one key keeps that this one is read, and goes on."""

from qualkit.translation import _
from qualkit.tui.base import undoable
from qualkit.tui.screens.reader_replacing import ReaderReplacing


class ReaderRounds(ReaderReplacing):
    """The key of rounds."""

    def action_read_in_round(self) -> None:
        """Mark the source as read in the running round, and open the next that is not."""
        rounds = self.project.rounds
        running = rounds.running()
        if running is None:
            self.say(_("No round is going on; g r begins one."))
            return
        said = ""
        if not rounds.is_read(self.source_id):
            outcome = self.attempt(lambda: rounds.read(self.source_id))
            if outcome is None:
                return
            said = undoable(
                _("{label} is read in the round '{name}'.").format(
                    label=self.contents.label, name=running.name
                )
            )
            self.qualkit.redraw(outcome.touched)
        following = rounds.next_unread(self.source_id)
        if following is None:
            self.say(said or _("Every source was read in this round; g r shows them."))
            return
        self.keep_place()
        if said:
            self.notify(said, markup=False)
        self.qualkit.read_instead(following.id)
