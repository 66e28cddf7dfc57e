"""Driving the program in tests: start it, press keys, read the screen."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from qualkit.settings import Settings
from qualkit.tui.app import QualkitApp
from qualkit.tui.widgets.row_list import RowList

DEADLINE = 20.0

SETTINGS = Settings(coder="Noor")


class Driver:
    """The running program, with its keys."""

    def __init__(self, app: QualkitApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self._pilot.press(key)
            await self._pilot.pause()

    async def type(self, words: str) -> None:
        await self._pilot.press(*("space" if sign == " " else sign for sign in words))
        await self._pilot.pause()

    async def settle(self) -> None:
        """Wait for work in threads, and for what it draws."""
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()

    async def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait for what a timer brings."""
        end = time.monotonic() + DEADLINE
        while not holds():
            assert time.monotonic() < end, f"it did not come: {self.top}"
            await self._pilot.pause(0.02)

    async def resize(self, width: int, height: int) -> None:
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()

    @property
    def top(self) -> str:
        """The name of the class of the screen in front."""
        return type(self.app.screen).__name__

    @property
    def rows(self) -> "RowList[object]":
        return self.app.screen.query_one(RowList)

    @property
    def drawn(self) -> str:
        """Every line of the list in front, as drawn."""
        rows = self.rows
        return "\n".join(rows.render_line(y).text for y in range(rows.size.height))

    @property
    def told(self) -> str:
        """What passing messages say, one a line."""
        return "\n".join(note.message for note in self.app._notifications)

    def says(self, selector: str) -> str:
        return str(self.app.screen.query_one(selector, Static).content)


@asynccontextmanager
async def running(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    settings: Settings = SETTINGS,
    tour: bool = False,
) -> AsyncIterator[Driver]:
    app = QualkitApp(folder, settings, tour)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)
