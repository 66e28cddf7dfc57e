"""The real program in a real (pseudo) terminal: keys in, bytes out, and when they came."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

QUALKIT = (sys.executable, "-c", "from qualkit.__main__ import main; main()")
"""What the console script `qualkit` runs."""

ROWS, COLUMNS = 40, 120

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Terminal:
    """A running qualkit; use it as a context manager."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Start it in a terminal of 120 by 40."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._seen = b""
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [*QUALKIT, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def wait_for(self, words: str, timeout: float = 60.0) -> float:
        """Read until words are on the screen; gives the seconds since the start of the program.

        Raises:
            TimeoutError: they did not come, or the program stopped.
        """
        while time.perf_counter() - self.started < timeout:
            arrived = self._read(0.5)
            if words.encode() in _ESCAPES.sub(b"", self._seen):
                return arrived - self.started
            if self._process.poll() is not None:
                break
        last = _ESCAPES.sub(b" ", self._seen).decode(errors="replace").split()
        raise TimeoutError(f"'{words}' did not appear; the screen ends: {' '.join(last[-25:])}")

    def settle(self, quiet: float = 0.05, first: float = 1.0) -> float:
        """Read until nothing has come for `quiet` seconds; gives when the last byte came.

        The first byte may take `first` seconds; 0 when nothing came at all.
        """
        last = arrived = self._read(first)
        while arrived:
            last, arrived = arrived, self._read(quiet)
        return last

    def press(self, key: str, patience: float = 1.0, quiet: float = 0.05) -> float | None:
        """Press a key; gives the seconds until the last byte of its frame.

        None when nothing was drawn within `patience` seconds. The frame ends where nothing comes
        for `quiet` seconds, which are not counted.
        """
        self._seen = b""
        begin = time.perf_counter()
        os.write(self._master, key.encode())
        last = self.settle(quiet, patience)
        return last - begin if last else None

    def press_and_wait(self, key: str, words: str, timeout: float) -> float | None:
        """Press a key; gives the seconds until words are on the screen, None if they never come."""
        self._seen = b""
        begin = time.perf_counter()
        os.write(self._master, key.encode())
        while time.perf_counter() - begin < timeout:
            arrived = self._read(0.5)
            if words.encode() in _ESCAPES.sub(b"", self._seen):
                return arrived - begin
        return None

    @property
    def peak_memory(self) -> float | None:
        """The most memory it has held, in MB; None where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return None
        # Not getrusage: that counts what the process held before it became Python, too.
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(found[1]) / 1024 if found else None

    @property
    def cpu_seconds(self) -> float | None:
        """The processor time it has used; None where the system does not tell."""
        stat = Path(f"/proc/{self._process.pid}/stat")
        if not stat.exists():
            return None
        # The name of the program, in brackets, may hold spaces; user and system time come later.
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, timeout: float) -> float:
        """Read what there is; gives when it came, 0 when nothing did in time."""
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return 0.0
        try:
            self._seen += os.read(self._master, 65_536)
        except OSError:  # the program has ended and closed its side
            return 0.0
        return time.perf_counter()

    def __enter__(self) -> "Terminal":
        """Give the terminal itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)
