"""Phrases noticed in the text: offered, never applied."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from qualkit.domain.suggestions import PipelineInfo, Suggestion, SuggestionList
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList

TIERS = {
    "named": "the pipeline you named",
    "installed": "an installed pipeline",
    "shipped": "the pipeline that comes with qualkit",
    "basic": "no trained pipeline: basic level",
}
"""What ran, for people."""


class SuggestionPanel(Vertical):
    """The phrases of one source, what made them, or that they are being looked for."""

    class Opened(Message):
        """The person wants to see a phrase in the text."""

        def __init__(self, suggestion: Suggestion) -> None:
            """Say which."""
            super().__init__()
            self.suggestion = suggestion

    def compose(self) -> ComposeResult:
        """Put a heading above the phrases."""
        yield Static("", classes="panel-heading", markup=False)
        yield RowList[Suggestion](_draw, lambda item: item.lemma, height=2)
        yield Static("", classes="panel-foot", markup=False)

    @property
    def rows(self) -> RowList[Suggestion]:
        """The list that takes the focus."""
        return self.query_one(RowList)

    @property
    def current(self) -> Suggestion | None:
        """The phrase at the cursor of the list."""
        return self.rows.current

    def wait(self) -> None:
        """Say that phrases are being looked for."""
        self._say("Phrases in this text", "looking for phrases…")
        self.rows.set_items(())

    def show(self, found: SuggestionList) -> None:
        """Show phrases and the pipeline that found them."""
        self._say("Phrases in this text (f)", _made_by(found.pipeline))
        self.rows.empty = "Nothing stands out."
        self.rows.set_items(found.suggestions)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the phrase in the text."""
        event.stop()
        if self.current:
            self.post_message(self.Opened(self.current))

    def _say(self, heading: str, foot: str) -> None:
        self.query_one(".panel-heading", Static).update(heading)
        self.query_one(".panel-foot", Static).update(foot)


def _made_by(pipeline: PipelineInfo) -> str:
    return f"{TIERS.get(pipeline.tier, pipeline.tier)} ({pipeline.name})"


def _draw(suggestion: Suggestion, width: int) -> Sequence[Line]:
    count = len(suggestion.occurrences)
    times = f"  {count}×" if count > 1 else ""
    phrase = cut(suggestion.phrase, width - len(times))
    return [
        [(phrase, "strong"), (times, "muted")],
        [(cut(suggestion.reason, width), "muted")],
    ]
