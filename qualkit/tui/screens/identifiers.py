"""Words that could give somebody away: one key for each decision, and the next comes by itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from qualkit.domain.identifiers import Proposal, ScanScope
from qualkit.domain.operations import Outcome
from qualkit.domain.replacements import IdentifierKind, Replacement, bracketed
from qualkit.errors import QualkitError
from qualkit.services.identifier_scan import Looking
from qualkit.services.replacements import DecidedWords
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.identifiers_base import IdentifiersBase
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList


class IdentifiersScreen(IdentifiersBase):
    """Proposals to decide on; nothing is replaced before a key is pressed."""

    SCREEN_NAME = "identifiers"
    HEADING = N_("Identifiers")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("identifiers")]

    def action_replace_here(self) -> None:
        """Replace the words at the cursor in this place."""
        self._decide_here(replaces=True)

    def action_leave_here(self) -> None:
        """Leave the words at the cursor in this place."""
        self._decide_here(replaces=False)

    def action_replace_everywhere(self) -> None:
        """Replace these words wherever they stand."""
        self._decide_everywhere(replaces=True)

    def action_leave_everywhere(self) -> None:
        """Leave these words wherever they stand."""
        self._decide_everywhere(replaces=False)

    def _decide_here(self, replaces: bool) -> None:
        item = self._proposal()
        if item is None:
            return
        printed = item.printed if replaces else None
        said = _("'{words}' prints as {printed} at {place}.")
        if not replaces:
            said = _("'{words}' stays as it is at {place}.")
        self._tell_done(
            lambda: self.project.replacements.decide_here(
                item.version_id, item.span, item.kind, printed
            ),
            said.format(words=item.words, printed=item.printed, place=item.reference),
        )

    def _decide_everywhere(self, replaces: bool) -> None:
        item = self._proposal()
        if item is None:
            return
        printed = item.printed if replaces else None
        said = _("'{words}' prints as {printed} everywhere.")
        if not replaces:
            said = _("'{words}' stays as it is everywhere.")
        self._tell_done(
            lambda: self.project.replacements.decide_everywhere(item.words, item.kind, printed),
            said.format(words=item.words, printed=item.printed),
        )

    def action_take_back(self) -> None:
        """Forget the decision at the cursor."""
        item = self.table.current
        if not isinstance(item, DecidedWords):
            self.say(_("Only a decision can be taken back; f shows what was decided."))
            return
        self._tell_done(
            lambda: self.project.replacements.take_back(item.replacement.id),
            _("'{words}' is open again.").format(words=item.replacement.words),
        )

    def action_switch_shown(self) -> None:
        """Show what was decided, or what is to be decided."""
        self.shows_decided = not self.shows_decided

    @work
    async def action_type_own(self) -> None:
        """Ask what is to stand in the place of the words."""
        item = self._proposal()
        if item is None:
            return
        printed = await self.app.push_screen_wait(
            TextPrompt(
                _("What is printed in place of '{words}'?").format(words=item.words),
                item.printed.strip("[]"),
                _("A word or two for what it is; it is printed between square brackets."),
                _complaint,
            )
        )
        if printed is not None:
            self._give(item, item.kind, bracketed(printed))

    @work
    async def action_other_kind(self) -> None:
        """Ask what the words are."""
        item = self._proposal()
        if item is None:
            return
        offered = self.project.identifiers.standing_in
        choices = [Choice(kind, term(kind), offered(kind)) for kind in IdentifierKind]
        question = _("What is '{words}'?").format(words=item.words)
        picked = await self.app.push_screen_wait(Picker(question, choices))
        if picked:
            kind = IdentifierKind(picked[0])
            self._give(item, kind, offered(kind))

    def _give(self, item: Proposal, kind: IdentifierKind, printed: str) -> None:
        """Offer something else for some words, wherever they are proposed."""
        self.own[item.words] = (kind, printed)
        self.show()
        self.table.rows.move_to_key(item.key)
        told = _("'{words}' would print as {printed}: r here, e everywhere.")
        self.say(told.format(words=item.words, printed=printed))

    @work
    async def action_look_elsewhere(self) -> None:
        """Ask where to look."""
        whole = [scope for scope in ScanScope if scope not in (ScanScope.THEME, ScanScope.SOURCES)]
        choices = {
            Choice(scope.name, _(scope.value)): replace(self.looking, scope=scope, ids=())
            for scope in whole
        }
        for theme in self.project.themes.all(dropped=False):
            said = _("in the theme '{theme}'").format(theme=theme.name)
            choices[Choice(theme.id, said)] = self._looking_at(ScanScope.THEME, theme.id)
        for entry in self.project.sources.entries():
            source = entry.source
            said = _("in P{number} {label}").format(number=source.number, label=entry.label)
            choices[Choice(source.id, said)] = self._looking_at(ScanScope.SOURCES, source.id)
        picked = await self.app.push_screen_wait(Picker(_("Where to look?"), [*choices]))
        if picked:
            found = next(each for choice, each in choices.items() if choice.id == picked[0])
            self.shows_decided = False
            self.look_in(found)

    def _looking_at(self, scope: ScanScope, id: str) -> Looking:
        return replace(self.looking, scope=scope, ids=(id,))

    @work
    async def action_watch_words(self) -> None:
        """Ask for words that are always to be proposed."""
        typed = await self.app.push_screen_wait(
            TextPrompt(
                _("Which words are always to be proposed?"),
                hint=_("With commas between them. They stay in this project."),
            )
        )
        words = [each.strip() for each in (typed or "").split(",") if each.strip()]
        if not words:
            return
        choices = [Choice(kind, term(kind)) for kind in IdentifierKind]
        picked = await self.app.push_screen_wait(Picker(_("What are they?"), choices))
        if picked:
            kind = IdentifierKind(picked[0])
            outcome = self.attempt(lambda: self.project.identifiers.watch(kind, words))
            if outcome:
                said = ngettext(
                    "{count} word is watched.", "{count} words are watched.", len(words)
                )
                self.done(outcome, said.format(count=len(words)))
                self.look_beside()

    def action_switch_pronouns(self) -> None:
        """Propose he and she as well, or no longer."""
        self.looking = replace(self.looking, pronouns=not self.looking.pronouns)
        off = _("He and she are no longer proposed.")
        on = _("He and she are proposed of participants in a group of ten or fewer.")
        self.say(on if self.looking.pronouns else off)
        self.look_beside()

    def action_undo(self) -> None:
        """Take back the last step; r replaces here, so it is not what does it again."""
        outcome = self.attempt(self.project.history.undo)
        if outcome:
            said = _("Undone: {step}.  g y does it again.")
            self.say(said.format(step=outcome.value.summary))
            self.qualkit.redraw(outcome.touched)

    @on(RowList.Chosen)
    def _read(self) -> None:
        item = self.table.current
        if isinstance(item, Proposal):
            self.qualkit.open_reader(item.source_id, item.span.start)
        elif item and item.source and item.replacement.span:
            self.qualkit.open_reader(item.source.id, item.replacement.span.start)

    def _proposal(self) -> Proposal | None:
        item = self.table.current
        if isinstance(item, Proposal):
            return item
        decided = _("This is decided: x takes it back. f shows what is to be decided.")
        self.say(decided if item else _("There is nothing here to decide on."))
        return None

    def _tell_done(self, act: Callable[[], Outcome[Replacement]], said: str) -> None:
        outcome = self.attempt(act)
        if outcome:
            self.done(outcome, said)


def _complaint(printed: str) -> str:
    try:
        bracketed(printed)
    except QualkitError as error:
        return error.told
    return ""
