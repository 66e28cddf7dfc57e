"""The key that collects what a search found as candidates for a code."""

from textual import work
from textual.widgets import Input

from qualkit.domain.candidates import Collection, Decision, places_found
from qualkit.domain.code_queries import as_part
from qualkit.domain.codes import CodeStatus
from qualkit.translation import _
from qualkit.tui.reading.beside import beside
from qualkit.tui.screens.code_prompt import CodeChoice, CodePrompt
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.search_filters import SearchFilters
from qualkit.tui.searching.modes import Mode
from qualkit.tui.searching.rows import Item
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.words import count_of

NEW = "new"
"""The choice to begin anew; no id is so short."""


class SearchCollecting(SearchFilters):
    """What can be done with what was found."""

    rows: RowList[Item]

    @work
    async def action_collect(self) -> None:
        """Go on with candidates that wait, or collect what was found as candidates for a code."""
        waiting = self.attempt(self.project.candidates.waiting) or ()
        chosen = NEW
        if waiting:
            choices = [Choice(each.id, _name_of(each), _left_of(each)) for each in waiting]
            if self.rows.items:
                words = _("Collect what is found now: '{query}'")
                choices.append(Choice(NEW, words.format(query=self.asked[self.mode])))
            picked = await self.app.push_screen_wait(Picker(_("Which candidates?"), choices))
            if not picked:
                return
            chosen = picked[0]
        if chosen == NEW:
            await self._begin()
        else:
            self._open(chosen)

    async def _begin(self) -> None:
        if not self.rows.items:
            self.say(_("Nothing is found to collect from: search first."))
            return
        entries = [
            entry
            for entry in self.project.codes.entries(counted=False)
            if entry.code.status is CodeStatus.ACTIVE
        ]
        title = _("Collect candidates for which code? {passages} found").format(
            passages=count_of(len(self.rows.items), "passage")
        )
        choice = await self.app.push_screen_wait(CodePrompt(title, entries))
        if choice is None:
            return
        code = _one_code(choice)
        if code is None:
            self.say(_("Candidates are collected for one code at a time."))
            return
        self.say(_("Gathering the candidates…"))
        await beside(self.project.candidates.prepare)
        found = places_found(self.rows.items)
        asked = self.asked[self.mode]
        collection = self.attempt(lambda: self.project.candidates.begin(asked, code, found))
        if collection is None:
            return
        if collection.is_waiting:
            self._open(collection.id)
        else:
            self.say(_nothing_left(collection))

    def _open(self, collection_id: str) -> None:
        from qualkit.tui.screens.candidates import CandidatesScreen  # noqa: PLC0415

        self.app.push_screen(CandidatesScreen(collection_id))

    @work
    async def action_add_code(self) -> None:
        """Put a code into the query, behind AND where there is one already."""
        if self.mode is not Mode.CODES:
            self.say(_("This is for a search over codes: Tab goes there."))
            return
        choices = [
            Choice(entry.code.id, entry.path) for entry in self.project.codes.entries(counted=False)
        ]
        picked = await self.app.push_screen_wait(Picker(_("Search which code?"), choices))
        if not picked:
            return
        path = next(choice.text for choice in choices if choice.id == picked[0])
        field = self.query_one("#query", Input)
        before = field.value.strip()
        field.value = f"{before} AND {as_part(path)}" if before else as_part(path)
        self.asked[Mode.CODES] = field.value
        self.search_again()


def _one_code(choice: CodeChoice) -> str | None:
    """Give the id or the path of the code that was chosen; None when there are more."""
    chosen = [*choice.code_ids, *choice.new]
    return chosen[0] if len(chosen) == 1 else None


def _name_of(collection: Collection) -> str:
    return _("'{code}', from the search for '{query}'").format(
        code=collection.code, query=collection.query
    )


def _left_of(collection: Collection) -> str:
    counts = collection.counts()
    left = counts[Decision.OPEN] + counts[Decision.LATER]
    return _("{yes} yes, {left} to decide").format(yes=counts[Decision.YES], left=left)


def _nothing_left(collection: Collection) -> str:
    if collection.already and not collection.candidates:
        return _("All of it is coded with '{code}' already.").format(code=collection.code)
    return _("Interviewers and helpers say the rest: no candidates for '{code}'.").format(
        code=collection.code
    )
