"""What a reader should know before: a source with a content note opens with that, not its text."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from qualkit.translation import _
from qualkit.tui.screens.reader_printing import ReaderPrinting

WHILE_VEILED = frozenset({"read_on", "back", "help", "go_to", "commands"})
"""What can be done before the text is shown."""


class ReaderOpening(ReaderPrinting):
    """Shows the content note of a source first, once in a session."""

    is_veiled = False
    """Whether the note stands there in place of the text."""

    def compose_body(self) -> ComposeResult:
        """Put the note in the place of the text, which is not shown before it was passed."""
        yield from super().compose_body()
        yield Static(id="content-note")
        note = self.contents.terms.content_note if self.is_open else ""
        is_passed = self.source_id in self.qualkit.passed_notes
        self.is_veiled = bool(note) and self.app_shows_notes and not is_passed
        self.set_class(self.is_veiled, "-veiled")

    @property
    def app_shows_notes(self) -> bool:
        """Whether this person wants such notes."""
        return self.qualkit.settings.content_notes

    def show_note(self) -> None:
        """Write the note, and how to go on."""
        source, contents = self.contents.text.source, self.contents
        place = f"P{source.number} · {contents.label}"
        self.set_heading(place)
        told = Content("\n\n").join(
            [
                Content.styled(_("Before you read {place}").format(place=place), "bold"),
                Content(contents.terms.content_note),
                Content.styled(_("Enter reads on · Esc goes back"), "$muted"),
            ]
        )
        self.query_one("#content-note", Static).update(told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell what can be done: before the text is shown, little."""
        if self.is_veiled:
            return action in WHILE_VEILED
        if action == "read_on":
            return False
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """Show the text; the note does not come back for it in this session."""
        self.qualkit.passed_notes.add(self.source_id)
        self.is_veiled = False
        self.remove_class("-veiled")
        self.begin()
        self.refresh_bindings()

    def begin(self) -> None:
        """Begin to read; a screen that shows the text does so here."""

    def show_contents(self) -> None:
        """Draw what there is, once the text is shown."""
        if not self.is_veiled:
            super().show_contents()
