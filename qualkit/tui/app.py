"""The program: one project, a stack of screens over it, and an eye on other programs."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, cast

from rich.console import RenderableType
from textual import work
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, Provider
from textual.filter import LineFilter, Monochrome, NoColor

from qualkit.domain.operations import Origin
from qualkit.errors import InvalidInputError, ProjectBusyError, QualkitError
from qualkit.services.history import EVERYTHING
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.translation import _, use_language
from qualkit.tui.base import QualkitScreen, undoable
from qualkit.tui.colours import CODES_ON_DARK, DARK, LIGHT, PLAIN, THEMES
from qualkit.tui.commands import QualkitCommands
from qualkit.tui.terms import term
from qualkit.tui.tour.tour import Tour
from qualkit.tui.whereabouts import Place, keep_places, kept_places, open_place, places_of

POLL_SECONDS = 1.0
"""How often one looks whether another program wrote to the project."""

HANG_UP_SECONDS = 4
"""How long the program may take to end after its terminal was closed."""

COLLECT_AFTER = 100_000
"""How many new objects Python looks through for circles at a time.

At its own figure, 700, that takes as long as putting a large study together does.
"""

SNAPSHOT_SECONDS = 2.0
"""After the start, so that the copy does not keep the first screen waiting."""


def _providers() -> type[Provider]:
    return QualkitCommands


class QualkitApp(App[None]):
    """The terminal interface over one project."""

    TITLE = "qualkit"
    CSS_PATH = "qualkit.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_providers}

    def __init__(self, folder: Path, settings: Settings, tour: bool = False) -> None:
        """Open the project in a folder, with the guided tour if that is wanted.

        Raises:
            ProjectMissingError, ProjectTooNewError, ProjectDamagedError, ProjectBusyError
        """
        super().__init__()
        use_language(settings.language)
        self.folder = folder
        self.settings = settings
        self.project = Project.open(folder, settings, Origin.TUI)
        self.tour = Tour(self.project)
        self._with_tour = tour
        self._places: tuple[Place, ...] = ()
        self._seen = self.project.data_version()
        self.passed_notes: set[str] = set()
        """The ids of the sources whose content note was read in this session."""
        self._never_colour = bool(os.environ.get("NO_COLOR"))
        for theme in THEMES:
            self.register_theme(theme)
        self._use_colours(self._chosen_theme())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours of codes to themes that have none of their own."""
        return {**super().get_theme_variable_defaults(), **CODES_ON_DARK}

    def on_mount(self) -> None:
        """Show where the person was, and begin the watch."""
        from qualkit.tui.screens.home import HomeScreen  # noqa: PLC0415

        home = HomeScreen()
        kept = kept_places(self.project.bookmarks)
        # Forgotten for a moment: what cannot be opened again must not be in the way next time.
        home.attempt(lambda: keep_places(self.project.bookmarks, ()))
        self.push_screen(home)
        # The tour begins where the sources are listed, wherever one was.
        from_the_start = self._with_tour and self.tour.is_at_either_end
        for place in () if from_the_start else kept[1:]:
            self.push_screen(open_place(place))
        if not self.is_headless and hasattr(signal, "SIGHUP"):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.hang_up)
        if self._with_tour:
            home.attempt(self.start_tour)
        self.set_interval(POLL_SECONDS, self.look_for_others)
        self.set_timer(SNAPSHOT_SECONDS, self.make_daily_copy)
        self._tell_unfinished()
        if self.project.method.is_open:
            self._ask_profile()

    @work
    async def _ask_profile(self) -> None:
        """Ask which form of analysis the study is, once, before anything was done in it."""
        from qualkit.tui.screens.profile_chooser import ProfileChooser  # noqa: PLC0415

        profile = await self.push_screen_wait(ProfileChooser(self.project.info.profile))
        # Written by another program just now: then it is asked another time.
        with suppress(ProjectBusyError):
            if profile is None or profile is self.project.info.profile:
                self.project.method.settle()
            else:
                outcome = self.project.method.change_profile(profile)
                told = _("The profile is now: {profile}.").format(profile=term(profile))
                self.notify(undoable(told), markup=False)
                self.redraw(outcome.touched)

    def _tell_unfinished(self) -> None:
        """Tell about a memo that was being written when the program was closed."""
        unfinished = self.project.drafts.all()
        if unfinished:
            said = _("A memo on {thing} was not finished.  g m goes there, e goes on with it.")
            self.notify(said.format(thing=unfinished[0][1]), markup=False)

    def on_unmount(self) -> None:
        """Close the project."""
        self.project.close()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; where one is, is kept."""
        self.keep_places()
        super().exit(result, return_code, message)

    def keep_places(self) -> None:
        """Keep where one is, if that changed."""
        places = places_of(self.screen_stack)
        if places != self._places:
            self._places = places
            # While another program is writing, the next time will do as well.
            with suppress(ProjectBusyError):
                keep_places(self.project.bookmarks, places)

    def hang_up(self) -> None:
        """Keep everything and leave, because the terminal was closed."""
        # Should the terminal that is gone hold us up, then it ends without us.
        signal.alarm(HANG_UP_SECONDS)
        for screen in self.screen_stack:
            if isinstance(screen, QualkitScreen):
                screen.attempt(screen.keep_place)
        self.keep_places()
        keep = getattr(self.screen, "action_keep", None)
        if keep:
            # A window in which a text is written; it hands the text on before the program ends.
            keep()
        self.set_timer(HANG_UP_SECONDS / 4, self.exit)

    def pop_screen(self) -> AwaitComplete:
        """Take the screen in front away; what it keeps is kept before the one behind it shows."""
        screen = self.screen
        if isinstance(screen, QualkitScreen):
            screen.attempt(screen.keep_place)
        return super().pop_screen()

    def redraw(self, touched: frozenset[str]) -> None:
        """Let the screen in front redraw what was touched; the others do when they come back."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, QualkitScreen)]
        for screen in screens[:-1]:
            screen.mark_stale(touched)
        # One that is not drawn yet, or no longer, has nothing to redraw.
        if screens and screens[-1].is_mounted and self.is_running:
            screens[-1].refresh_touched(touched)
        self.follow_tour()

    def look_for_others(self) -> None:
        """Redraw when another program has written to the project."""
        version = self.project.data_version()
        if version != self._seen:
            self._seen = version
            self.redraw(EVERYTHING)
        self.keep_places()
        self.follow_tour()

    def open_reader(self, source_id: str, offset: int | None = None) -> None:
        """Read a source, at a place in code points or where one was."""
        from qualkit.tui.screens.reader import ReaderScreen  # noqa: PLC0415

        self.push_screen(ReaderScreen(source_id, offset))

    def read_instead(self, source_id: str) -> None:
        """Read a source in the place of the one in front, so that Esc leads where it led."""
        from qualkit.tui.screens.reader import ReaderScreen  # noqa: PLC0415

        self.switch_screen(ReaderScreen(source_id))

    def go_to(self, name: str) -> None:
        """Go to one of the places that are reachable from anywhere.

        A place that is open already is gone back to, so that it is as one left it.
        """
        for depth, screen in enumerate(reversed(self.screen_stack)):
            if isinstance(screen, QualkitScreen) and name == screen.SCREEN_NAME:
                for _step in range(depth):
                    self.pop_screen()
                return
        self.push_screen(open_place(Place(name)))

    def switch_colours(self) -> str:
        """Go from dark to light to no colour, keep the choice, and give the name of the theme."""
        if not self._never_colour:
            names = [theme.name for theme in THEMES]
            self._use_colours(names[(names.index(self.theme) + 1) % len(names)])
            self.project.bookmarks.put("colours", {"theme": self.theme})
        return self.theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give the filters of what is drawn; without colours the terminal's own two remain."""
        filters = [item for item in super().get_line_filters() if not isinstance(item, Monochrome)]
        return [*filters, NoColor()] if self.no_color else filters

    def _use_colours(self, theme: str) -> None:
        self.no_color = theme == PLAIN.name
        self.theme = theme

    def _chosen_theme(self) -> str:
        """Give the theme that was chosen before, or the one that fits the terminal."""
        if self._never_colour:
            return PLAIN.name
        kept = str(self.project.bookmarks.get("colours").get("theme"))
        if kept in {theme.name for theme in THEMES}:
            return kept
        # Some terminals tell their colours as "foreground;background".
        background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        return LIGHT.name if background in ("7", "15") else DARK.name

    def switch_tour(self) -> None:
        """Start the guided tour, or go on with it; while it is on, leave it.

        Raises:
            InvalidInputError: this is not the sample project.
        """
        if self.tour.is_on:
            self.tour.leave()
        else:
            self.start_tour()
        self._show_tour()

    def start_tour(self) -> None:
        """Start the guided tour, or go on with it.

        Raises:
            InvalidInputError: this is not the sample project.
        """
        from qualkit.services.demo import is_sample  # noqa: PLC0415 (not for the first frame)

        if not is_sample(self.project):
            raise InvalidInputError(
                _("The tour is for the sample project: in it, nothing of yours can go wrong."),
                _("Leave with q, and give the command: qualkit demo"),
            )
        self.tour.start()

    def follow_tour(self) -> None:
        """Let the tour notice what was done."""
        names = [item.SCREEN_NAME for item in self.screen_stack if isinstance(item, QualkitScreen)]
        if self.tour.is_on and self.tour.look(names):
            self._show_tour()

    def _show_tour(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, QualkitScreen) and screen.is_mounted:
                screen.show_tour()

    def make_daily_copy(self) -> None:
        """Copy the project if that was not done today, without holding anything up."""
        self.run_worker(self._copy, thread=True)

    def _copy(self) -> None:
        """Make the daily copy over a connection of its own."""
        try:
            with Project.open(self.folder, self.settings, Origin.TUI) as project:
                project.snapshot()
        except (QualkitError, OSError) as error:
            said = _("No copy of today was made: {reason}")
            self.notify(said.format(reason=error), severity="warning", markup=False)

    def action_command_palette(self) -> None:
        """Find an action by name."""
        if not CommandPalette.is_open(cast("App[object]", self)):
            self.push_screen(CommandPalette(placeholder=_("Find an action: code, theme, quote …")))


def run_app(folder: Path, settings: Settings, tour: bool = False) -> None:
    """Run the terminal interface over the project in a folder until the person leaves.

    With `tour` the guided tour is shown, from where one was in it.

    Raises:
        ProjectMissingError, ProjectTooNewError, ProjectDamagedError, ProjectBusyError
    """
    gc.set_threshold(COLLECT_AFTER)
    app = QualkitApp(folder, settings, tour)
    app.run()
    if app.return_code:
        # Textual has shown what went wrong; a script that called us should know too.
        raise SystemExit(app.return_code)
