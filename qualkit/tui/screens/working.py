"""Long work: it runs beside the screens, says how far it is, and can be stopped where it can be."""

from collections.abc import Callable
from threading import Event
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from qualkit.errors import QualkitError
from qualkit.translation import _

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much; it ends the work when that was asked for."""

Job = Callable[[Progress], T]

SHOWN_AFTER = 0.3
"""Seconds; work that is done sooner shows nothing."""


class Stopped(Exception):
    """The person stopped the work."""


class Working(ModalScreen[T | QualkitError | None], Generic[T]):
    """Runs a job in a thread; gives its result, what went wrong, or None when it was stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop", show=False)]

    def __init__(self, title: str, telling: str, job: Job[T]) -> None:
        """Begin when the screen is shown.

        Args:
            title: What is being done.
            telling: How far it is, with `{done}` and `{of}`; empty for work that does not tell,
                and so cannot be stopped.
            job: The work. It opens what it needs itself, and calls what it is given now and then.
        """
        super().__init__()
        self._title = title
        self._telling = telling
        self._job = job
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """Put how far it is in a box."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = _("Esc stops it") if self._telling else ""
            yield Static(_("One moment …"), markup=False)
            yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Begin; the box waits, so that short work does not flash."""
        self.set_timer(SHOWN_AFTER, self._show_box)
        self.call_after_refresh(self.run_worker, self._work, thread=True)

    def action_stop(self) -> None:
        """Stop at the next place where that leaves nothing half done."""
        if not self._telling:
            return
        self._stop.set()
        self.query_one(Static).update(_("Stopping at the next place where that is safe …"))

    def _show_box(self) -> None:
        self.query_one(".box").add_class("-shown")

    def _work(self) -> None:
        result: T | QualkitError | None
        try:
            result = self._job(self._progress)
        except Stopped:
            result = None
        except QualkitError as error:
            result = error
        self.app.call_from_thread(self.dismiss, result)

    def _progress(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self.app.call_from_thread(self._show, done, of)

    def _show(self, done: int, of: int) -> None:
        if not self._stop.is_set():
            self.query_one(Static).update(self._telling.format(done=done, of=of))
            self.query_one(ProgressBar).update(total=of, progress=done)
