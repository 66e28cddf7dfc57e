"""Nothing leaves the machine: a whole job runs where any use of the network ends the program."""

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import sys

OUTWARD = {
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
    "socket.getnameinfo", "socket.sendto", "socket.sendmsg", "urllib.Request",
    "http.client.connect", "ftplib.connect", "smtplib.connect",
}

def refuse(event, args):
    # urllib3, which spaCy loads, tries at import whether this machine itself knows IPv6.
    listens = event == "socket.bind" and args[1][0] not in ("::1", "127.0.0.1")
    if listens or event in OUTWARD:
        raise SystemExit(f"network: {event}")

sys.addaudithook(refuse)
"""

JOB = """
import sys
from pathlib import Path
from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.operations import Origin
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.segments import Unit
from qualkit.services.batch_local import LocalEngine
from qualkit.services.project import Project, new_info
from qualkit.settings import load_settings

folder, inbox = Path(sys.argv[1]), Path(sys.argv[2])
with Project.create(folder, new_info("Proef"), load_settings(), Origin.CLI) as project:
    (source,) = project.imports.run([inbox]).value.imported
    version = project.sources.read(source.id).version
    project.segments.propose(source.id, Unit.SENTENCE)
    sources = project.batches.select(BatchSelection()).sources
    found = project.batches.suggest(sources, 10, LocalEngine(1))
    (coding,) = project.codings.add_new(
        version.id, version.utterances[0].span, "capaciteit"
    ).value
    theme = project.themes.add("Wie belt gaat voor").value
    project.theme_contents.put_codes(theme.id, [coding.code_id])
    project.quotes.choose(theme.id, coding.id)
    project.memos.add(Target(ObjectType.THEME, theme.id), "Zie P1:1.")
    assert project.searching.find("capaciteit")
    project.history.undo()
    project.snapshot()
    assert found.rows.ranked
print("done")
"""


def run_guarded(tmp_path: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    guard = tmp_path / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(GUARD)
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(guard), str(root)])},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )


def test_the_guard_ends_a_program_that_looks_up_a_host(tmp_path: Path) -> None:
    for attempt in (
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost/')",
    ):
        ended = run_guarded(tmp_path, attempt)
        assert ended.returncode == 1
        assert ended.stderr.startswith("network: ")


def test_a_whole_job_uses_no_network(tmp_path: Path) -> None:
    inbox = tmp_path / "post"
    inbox.mkdir()
    (inbox / "gesprek.txt").write_text(
        "R: De capaciteit van het team is te klein. De digitale kennis ontbreekt.\n"
        "R: De digitale kennis zit in één hoofd. De capaciteit blijft een knelpunt.\n",
        "utf-8",
    )
    ended = run_guarded(tmp_path, JOB, str(tmp_path / "studie"), str(inbox))
    assert (ended.stdout, ended.stderr, ended.returncode) == ("done\n", "", 0)
