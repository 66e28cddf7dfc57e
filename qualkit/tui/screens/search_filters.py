"""The keys that narrow a search: whose words, which sources, participants and codes."""

from collections.abc import Sequence
from dataclasses import replace

from textual import work

from qualkit.domain.kwic import KwicSort
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.searching.filters import EVIDENCE
from qualkit.tui.searching.modes import Mode

ALL = "all"
"""The choice that takes a narrowing away; no id is so short."""

UNCODED = "uncoded"


class SearchFilters(QualkitScreen):
    """What is asked, and where it is looked for."""

    def __init__(self) -> None:
        """Begin everywhere, with whoever speaks."""
        super().__init__()
        self.mode = Mode.TEXT
        self.asked = dict.fromkeys(Mode, "")
        """What was asked last in each mode."""
        self.scope = EVERYWHERE
        self.sort = KwicSort.SOURCE
        self.below = True
        """Whether a code in a query stands for those below it as well."""
        self._is_all = True

    def search_again(self) -> None:
        """Search for what was asked, in the scope that is chosen now."""

    def action_only_evidence(self) -> None:
        """Search in participants' words only, or in everybody's."""
        self._narrow(replace(self.scope, roles=() if self.scope.roles else EVIDENCE))

    def action_everywhere(self) -> None:
        """Take every narrowing away."""
        if self.scope == EVERYWHERE:
            self.say(_("Everywhere and everybody is searched already."))
            return
        self._narrow(EVERYWHERE)

    @work
    async def action_by_source(self) -> None:
        """Search in some sources only."""
        choices = [
            Choice(each.source.id, f"P{each.source.number}  {each.label or each.source.title}")
            for each in self.project.sources.entries()
        ]
        picked = await self._pick(_("Search in which sources?"), choices, self.scope.source_ids)
        if picked is not None:
            self._narrow(replace(self.scope, source_ids=picked))

    @work
    async def action_by_case(self) -> None:
        """Search with some participants only."""
        choices = [
            Choice(case.id, label, ", ".join(f"P{source.number}" for source in sources))
            for case, label, sources in self.project.cases.entries()
        ]
        picked = await self._pick(_("Search with whom?"), choices, self.scope.case_ids)
        if picked is not None:
            self._narrow(replace(self.scope, case_ids=picked))

    @work
    async def action_by_code(self) -> None:
        """Search only in what is coded with some codes, or in what is not coded at all."""
        if self.mode is Mode.CODES:
            self.say(_("A search over codes names its codes itself."))
            return
        choices = [
            Choice(UNCODED, _("Not coded at all")),
            *(
                Choice(entry.code.id, entry.path)
                for entry in self.project.codes.entries(counted=False)
            ),
        ]
        now = (UNCODED,) if self.scope.uncoded else self.scope.code_ids
        picked = await self._pick(_("Search in passages with which code?"), choices, now)
        if picked is not None:
            uncoded = UNCODED in picked
            self._narrow(replace(self.scope, code_ids=() if uncoded else picked, uncoded=uncoded))

    async def _pick(
        self, title: str, choices: Sequence[Choice], now: Sequence[str]
    ) -> tuple[str, ...] | None:
        """Ask for one or more things; everything, when the first choice is among them."""
        everything = Choice(ALL, _("No narrowing: everything")) if now else None
        offered = [everything, *choices] if everything else choices
        picked = await self.app.push_screen_wait(Picker(title, offered, many=True))
        if picked is None:
            return None
        return () if ALL in picked else tuple(picked)

    def _narrow(self, scope: Scope) -> None:
        self.scope = scope
        self.search_again()
