"""Pairs of sources by command: looked for, shown side by side, decided on."""

import re
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, Command

FIRST = """[2026-02-04 19:31] bezoeker: ik sta al sinds maart op de wachtlijst voor een laadpaal
[2026-02-04 19:32] medewerker: Waar wacht u precies op?
[2026-02-04 19:33] bezoeker: de ambtenaar zei dat de parkeervergunning in zes weken rond zou zijn
[2026-02-04 19:34] bezoeker: ik woon op 1234 AB
"""
SECOND = """[2026-02-05 19:21] bezoeker: goedenavond, ik was er gisteren ook
[2026-02-05 19:22] medewerker: Waar wacht u precies op?
[2026-02-05 19:23] bezoeker: ze zei dat de parkeervergunning in zes weken rond zou zijn
[2026-02-05 19:24] bezoeker: postcode 1234ab, voor die laadpaal
"""


@pytest.fixture
def pair(empty: Command, tmp_path: Path) -> Command:
    for number, text in enumerate((FIRST, SECOND)):
        path = tmp_path / f"gesprek-{number}.txt"
        path.write_text(text, "utf-8")
        empty.ok("import", str(path))
    return empty


def test_pairs_are_decided_on_by_command(pair: Command) -> None:
    assert "Nobody has looked" in pair.ok("duplicates", "list").stderr
    found = pair.ok("duplicates")
    assert "P1 P2" in found.stdout and "P1:3 en P2:3" in found.stdout
    assert "1 pair waits" in found.stderr
    shown = pair.ok("duplicates", "show", "P2", "P1").stdout
    assert re.search(r"P1:3 .*parkeervergunning.* P2:3 .*parkeervergunning", shown)
    assert "gisteren" not in shown
    assert "gisteren" in pair.ok("duplicates", "show", "P1", "P2", "--whole").stdout

    same = pair.ok("duplicates", "decide", "P2", "P1", "same", "--note", "Een dag later.")
    assert "'Persoon 1'" in same.stderr
    assert pair.json("duplicates", "list") == []
    (decided,) = pair.json("duplicates", "list", "--include", "decided")
    assert (decided["decided"]["verdict"], decided["decided"]["note"]) == ("same", "Een dag later.")
    assert [each["label"] for each in pair.json("case", "list")] == ["Persoon 1"]
    pair.ok("undo")
    assert len(pair.json("duplicates", "list")) == 1
    assert pair.json("case", "list") == []


def test_cases_and_doubts_are_asked_for(pair: Command) -> None:
    pair.ok("case", "assign", "P1", "Bezoeker 1")
    pair.ok("case", "assign", "P2", "Bezoeker 2")
    apart = pair.ok("duplicates", "decide", "P1", "P2", "same")
    assert "'Bezoeker 1' and 'Bezoeker 2'" in apart.stderr
    assert len(pair.json("case", "list")[0]["sources"]) == 1
    pair.ok("duplicates", "decide", "P1", "P2", "same", "--case", "Bezoeker 2")
    assert {each["label"] for each in pair.json("sources")} == {"Bezoeker 2"}
    pair.ok("duplicates", "reopen", "P1", "P2")
    unsure = pair.ok("duplicates", "decide", "P1", "P2", "unsure", "--doubt", "--no-case")
    (doubt,) = pair.json("doubt", "list")
    assert doubt["id"] == unsure.stdout.strip()
    both = pair("duplicates", "decide", "P1", "P2", "same", "--case", "Bezoeker 1", "--no-case")
    assert both.exit_code == 2
    assert pair("duplicates", "decide", "P1", "P1", "same").exit_code == 1


def test_json_has_the_keys_that_the_docs_name(pair: Command) -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("## JSON")[2]
    row = next(line for line in docs.splitlines() if line.startswith("| `duplicates`"))
    named = set(re.findall(r"`(\w+)`", row.partition("|")[2].partition("|")[2]))
    (listed,) = pair.json("duplicates")
    (shown,) = pair.json("duplicates", "show", "P1", "P2")
    keys = {*shown, *listed["first"], *shown["alike"][0]["first"]}
    pair.ok("duplicates", "decide", "P1", "P2", "different")
    keys |= set(pair.json("duplicates", "list", "--include", "all")[0]["decided"])
    assert keys <= named
