"""What measures and kills the batch run: it must see a cheat."""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import psutil
import pytest

from benchmarks.batch.killing import Suggest, killed, undisturbed
from benchmarks.batch.processes import CommandFailedError, run, run_killed

WORKS_ON = """
import os, sys, time
from pathlib import Path
out, cache, honest = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "honest"
cache.mkdir(exist_ok=True)
if not honest and any(cache.iterdir()):
    (cache / "stale").touch()
for step in range(20):
    done = cache / str(step)
    if not done.exists():
        time.sleep(0.02)
        done.touch()
text = "".join(sorted(path.name for path in cache.iterdir()))
part = out.parent.parent / "part"
part.write_text(text)
part.rename(out)
"""
"""Works in steps that it keeps; the dishonest one writes otherwise after it was killed."""

HOLDS_MEMORY = """
import subprocess, sys, time
held = bytearray(60_000_000)
if sys.argv[1:]:
    subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
else:
    time.sleep(1)
"""


def _script(tmp_path: Path, manner: str) -> Suggest:
    path = tmp_path / "works_on.py"
    path.write_text(WORKS_ON, encoding="utf-8")

    def command(out: Path, cache: Path) -> Sequence[str]:
        return (sys.executable, str(path), str(out), str(cache), manner)

    return command


@pytest.mark.parametrize(("manner", "holds"), [("honest", True), ("cheating", False)])
def test_a_run_that_writes_otherwise_after_it_was_killed_is_seen(
    tmp_path: Path, manner: str, holds: bool
) -> None:
    suggest = _script(tmp_path, manner)
    expected, seconds = undisturbed(suggest, tmp_path)
    verdicts = list(killed(suggest, tmp_path, expected, seconds, Random(3)))
    assert any("killed 3 times" in verdict.what for verdict in verdicts)
    assert all(verdict.holds for verdict in verdicts) is holds


def test_what_a_run_leaves_beside_its_file_is_named(tmp_path: Path) -> None:
    def untidy(out: Path, cache: Path) -> Sequence[str]:
        code = f"open({str(out)!r}, 'w'); open({str(out.parent / 'half')!r}, 'w')"
        return (sys.executable, "-c", code)

    expected, _seconds = undisturbed(untidy, tmp_path)
    verdicts = list(killed(untidy, tmp_path, expected, 0.01, Random(1)))
    assert [verdict.what for verdict in verdicts if not verdict.holds][-1].endswith("half")


def test_the_memory_of_all_processes_counts() -> None:
    command = (sys.executable, "-c", HOLDS_MEMORY, HOLDS_MEMORY)
    ran = run(command)
    assert ran.memory > 120_000_000
    assert ran.processes == 2
    assert ran.seconds > 1 > ran.cpu > 0


def test_a_fault_is_told_with_what_the_program_said() -> None:
    with pytest.raises(CommandFailedError, match="geen plek"):
        run((sys.executable, "-c", "raise SystemExit('geen plek')"))
    with pytest.raises(CommandFailedError, match="geen plek"):
        run_killed((sys.executable, "-c", "raise SystemExit('geen plek')"), after=30)


def test_a_kill_takes_the_workers_along(tmp_path: Path) -> None:
    mark = tmp_path / "worker"
    worker = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    assert run_killed((sys.executable, "-c", HOLDS_MEMORY, worker), after=1)
    assert not psutil.pid_exists(int(mark.read_text()))


def test_a_run_that_was_done_before_its_moment_was_not_killed() -> None:
    assert run_killed((sys.executable, "-c", "pass"), after=30) is False
