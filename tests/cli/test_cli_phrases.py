"""The phrases that come back: as a table, as bars, as a page, over a project and over a folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, Command

TEXTS = (
    "De wachttijd is te lang. Het formulier is onduidelijk, en de wachttijd blijft.",
    "Ik bel vaak over het formulier. Mevrouw Jansen helpt dan.",
    "Weer de wachttijd, en het loket was dicht. Mevrouw Jansen was er niet.",
)


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    folder = tmp_path / "gesprekken"
    folder.mkdir()
    for number, text in enumerate(TEXTS, start=1):
        # The first file is the last conversation.
        day = f"2026-02-0{9 - number}"
        lines = (
            f"[{day} 19:31] bezoeker: {text}\n"
            f"[{day} 19:32] medewerker: Is de wachttijd op het formulier te lezen?\n"
        )
        header = f"---\nkind: chat\nlabel: Gesprek {number}\ndate: {day}\n---\n"
        (folder / f"g{number}.txt").write_text(header + lines, "utf-8")
    return folder


@pytest.fixture
def study(empty: Command, chats: Path) -> Command:
    empty.ok("import", str(chats))
    return empty


def test_phrases_come_with_how_often_by_how_many_and_where_first(study: Command) -> None:
    found = {each["phrase"]: each for each in study.json("phrases")}
    assert list(found) == ["wachttijd", "Jansen", "formulier"], "of equals, what came up first"
    wait = found["wachttijd"]
    assert (wait["times"], wait["participants"], wait["of_participants"]) == (3, 2, 3)
    assert (wait["first"], wait["first_on"]) == ("P3:1", "2026-02-06"), "the earliest day is first"
    assert found["formulier"]["first"] == "P2:1"
    assert "loket" not in found, "what stands once does not come back"
    table = study.ok("phrases", "--top", "1").stdout
    assert "2 of 3" in table and "P3:1 (2026-02-06)" in table and "formulier" not in table
    assert study.json("codes") == [] and "Frequent is not important" in study.ok("phrases").stderr


def test_the_order_is_by_frequency_by_spread_or_by_where_they_first_stand(study: Command) -> None:
    study.ok("case", "assign", "P1", "Gesprek 3")
    lists = {
        order: [each["phrase"] for each in study.json("phrases", "--order", order)]
        for order in ("frequency", "spread", "first")
    }
    assert lists["frequency"][0] == "wachttijd"
    assert lists["spread"][-1] == "wachttijd", "one participant has two conversations"
    assert lists["first"] == ["wachttijd", "Jansen", "formulier"]
    wait = next(each for each in study.json("phrases") if each["phrase"] == "wachttijd")
    assert (wait["participants"], wait["sources"], wait["of_sources"]) == (1, 2, 3)


def test_what_was_rejected_is_not_listed(study: Command) -> None:
    study.ok("suggestion", "reject", "formulier")
    study.ok("suggestion", "reject", "wachttijd", "--source", "P3")
    found = {each["phrase"]: each for each in study.json("phrases")}
    assert "formulier" not in found
    assert (found["wachttijd"]["times"], found["wachttijd"]["first"]) == (2, "P1:1")
    assert sum(each["new"] for each in study.json("phrases", "--by-source")) < 3


def test_bars_are_as_long_as_the_counts_and_fit_in_80_columns(
    study: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = study.ok("phrases", "--plot").stdout.splitlines()
    bars = {line.split()[0]: line.count("█") for line in lines if "█" in line}
    assert (bars["wachttijd"], bars["formulier"]) == (30, 20)
    assert {"2026-02-06", "2026-02-07"} <= bars.keys(), "where they first stand"
    assert max(map(len, lines[: lines.index("") + 6])) <= 80
    (first, *_others) = study.json("phrases", "--by-source")
    assert (first["sources"], first["first_on"], first["new"]) == (["P3"], "2026-02-06", 2)


def test_a_page_is_masked_needs_nothing_else_and_is_the_same_each_time(
    study: Command, tmp_path: Path
) -> None:
    target = tmp_path / "woordgroepen.html"
    assert "Jansen" in study.ok("phrases").stdout, "on her own screen nothing is masked"
    study.ok("phrases", "--html", str(target))
    page = target.read_text("utf-8")
    assert "Jansen" not in page and "[naam]" in page
    assert "3 van 3" not in page and "2 van 3" in page and "6 februari 2026" in page
    assert "niet daarom belangrijk" in page
    assert "http" not in page.replace("http-equiv", "") and "<script" not in page
    assert target.stat().st_mode & 0o777 == 0o600
    study.ok("phrases", "P3", "P1", "P2", "--html", str(target))
    assert target.read_text("utf-8") == page


def test_a_folder_is_looked_over_without_a_project(
    tmp_path: Path, chats: Path, study: Command
) -> None:
    nowhere = Command(tmp_path / "nergens")
    refused = nowhere("phrases", "--from", str(chats))
    assert refused.exit_code == 2 and "--cache" in refused.stderr
    kept = ("--cache", str(tmp_path / "gelezen"))
    refused = study("phrases", *kept)
    assert refused.exit_code == 2 and "--from" in refused.stderr
    (chats / "kapot.txt").write_bytes(b"a\0b")
    done = nowhere.ok("phrases", "--from", str(chats), *kept, "--json")
    assert "Set aside: kapot.txt" in done.stderr
    found = json.loads(done.stdout)
    assert found[0]["phrase"] == "wachttijd" and found[0]["first"] == "g1.txt:1"
    assert {each["phrase"] for each in found} == {each["phrase"] for each in study.json("phrases")}


def test_what_was_read_once_is_looked_over_without_a_pipeline(study: Command) -> None:
    before = study.ok("phrases").stdout
    looked = (
        "import sys; from qualkit.cli.main import main; "
        f"main(['-C', {str(study.folder)!r}, 'phrases'], standalone_mode=False); "
        "sys.exit(bool({'spacy', 'textual'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", looked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == before


def test_the_page_is_the_same_in_whatever_parts_it_was_read(chats: Path, tmp_path: Path) -> None:
    nowhere, pages = Command(tmp_path / "nergens"), []
    for count in (3, 1):
        kept, target = tmp_path / f"gelezen-{count}", tmp_path / f"{count}.html"
        for turn, size in enumerate((count, 3)):
            some = tmp_path / f"{count}-{turn}" / "gesprekken"
            some.mkdir(parents=True)
            for path in sorted(chats.iterdir())[:size]:
                (some / path.name).write_bytes(path.read_bytes())
            nowhere.ok("phrases", "--from", str(some), "--cache", str(kept), "--html", str(target))
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]
