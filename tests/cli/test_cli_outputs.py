"""What leaves the project: JSON, suggestions, exports and the history."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, Command
from tests.services.queue_files import write_batch

LISTS = {
    "sources": ["sources"],
    "source terms": ["source", "terms"],
    "source passage": ["source", "passage", "P1"],
    "segments": ["segments"],
    "case list": ["case", "list"],
    "codes": ["codes"],
    "codings": ["codings"],
    "memos": ["memos"],
    "themes": ["themes"],
    "theme show": ["theme", "show", "Tijd"],
    "theme compare": ["theme", "compare", "Tijd", "Wie belt, gaat voor"],
    "map": ["map"],
    "method": ["method"],
    "export changes": ["export", "changes"],
    "decisions": ["decisions"],
    "board show": ["board", "show"],
    "board snapshots": ["board", "snapshots"],
    "board compare": ["board", "compare", "1"],
    "claim list": ["claim", "list", "Tijd"],
    "quote list": ["quote", "list", "Tijd"],
    "quote matrix": ["quote", "matrix"],
    "review list": ["review", "list"],
    "vignette list": ["vignette", "list"],
    "doubt list": ["doubt", "list"],
    "search": ["search", "weinig"],
    "identifiers": ["identifiers", "--all", "--no-names"],
    "identifiers list": ["identifiers", "list"],
    "identifiers words list": ["identifiers", "words", "list"],
    "phrases": ["phrases"],
    "phrases --by-source": ["phrases", "--by-source"],
    "history": ["history"],
    "project show": ["project", "show"],
    "check": ["check"],
    "mosaic": ["mosaic"],
    "label list": ["label", "list"],
    "readings": ["readings"],
    "reading show": ["reading", "show", "Tijd"],
    "rounds": ["rounds"],
    "round show": ["round", "show"],
    "matrices": ["matrices"],
    "spread": ["spread"],
    "together": ["together"],
    "quantifiers": ["quantifiers"],
    "theme basis": ["theme", "basis", "Tijd"],
    "matrix show": ["matrix", "show", "Overzicht"],
    "queue list": ["queue", "list"],
    "queue show": ["queue", "show", "1"],
    "queue batches": ["queue", "batches"],
    "queue watched": ["queue", "watched"],
}


@pytest.fixture
def full(coded: Command, tmp_path: Path) -> Command:
    coding = coded.json("codings")[0]["id"]
    coded.ok("coding", "add", "P1", "--text", "anderhalf man", "--new", "bezetting")
    coded.ok("memo", "add", "Een gedachte")
    coded.ok("source", "passage", "P1", "--lines", "3", "--quotability", "edited")
    coded.ok("board", "snapshot", "--note", "Eerst")
    coded.ok("theme", "add", "Tijd", "--idea", "Tijd wordt verdeeld.")
    coded.ok("theme", "put", "Tijd", "--code", "capaciteit")
    coded.ok("theme", "add", "Wie belt, gaat voor")
    coded.ok("claim", "add", "Tijd", "Er is te weinig van, zeggen alle mensen.")
    coded.ok("quote", "choose", "Tijd", coding, "--claim", "1")
    coded.ok("vignette", "add", "Tijd", "Drukte", "Er is veel te doen.", "--from", coding)
    coded.ok("doubt", "raise", "Telt dit mee?", "--on", f"coding:{coding}")
    coded.ok("mosaic", "seen", "--all")
    coded.ok("identifiers", "leave", "anderhalf man")
    coded.ok("identifiers", "words", "add", "event", "blijft liggen")
    coded.ok("round", "begin", "Tweede ronde")
    batch = write_batch(tmp_path / "nacht.jsonl", coded.folder, "anderhalf man", "wachttijd")
    coded.ok("suggest", "--load", str(batch))
    coded.ok("queue", "watch", "2")
    coded.ok("matrix", "make", "Overzicht", "--theme", "Tijd")
    return coded


@pytest.mark.parametrize("name", LISTS)
def test_json_has_the_keys_of_the_docs(full: Command, name: str) -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("## JSON")[2]
    rows = [line.split("|") for line in docs.splitlines() if line.startswith("| `")]
    keys = next(row[2] for row in rows if f"`{name}`" in row[1])
    documented = set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)|;.*", "", keys)))
    for record in full.json(*LISTS[name]):
        assert set(record) == documented


def test_json_keeps_dutch_letters_and_escapes_what_steers_a_terminal(empty: Command) -> None:
    empty.ok("memo", "add", "één \x9b31m")
    output = empty.ok("memos", "--json").stdout
    assert "één" in output
    assert "\x9b" not in output
    assert json.loads(output)[0]["body"].startswith("één ")


@pytest.mark.parametrize(
    ("noun", "suffixes"),
    [
        ("quotes", ["xlsx", "csv", "docx", "html", "md"]),
        ("codebook", ["md", "csv"]),
        ("history", ["csv", "md"]),
        ("decisions", ["md", "html", "csv"]),
        ("limitations", ["md", "html", "csv"]),
        ("spread", ["svg", "png", "csv", "md"]),
    ],
)
def test_exports_follow_the_name_of_the_file(
    full: Command, tmp_path: Path, noun: str, suffixes: list[str]
) -> None:
    for suffix in suffixes:
        target = tmp_path / f"uit.{suffix}"
        result = full.ok("export", noun, "--to", str(target))
        assert str(target) in result.stderr
        assert result.stdout == ""
        assert target.stat().st_size > 0
    as_table = (tmp_path / "uit.csv").read_text("utf-8-sig").splitlines()
    assert ";" in as_table[0]
    full.ok("export", noun)
    assert (full.folder / "exports" / f"{noun}.{suffixes[0]}").is_file()


def test_themes_are_exported_as_a_folder_or_a_page(full: Command, tmp_path: Path) -> None:
    result = full.ok("export", "themes", "--to", str(tmp_path / "themas"))
    assert "Exported 2 themes:" in result.stderr
    assert "anderhalf man" in "".join(
        path.read_text("utf-8") for path in (tmp_path / "themas").glob("*.md")
    )
    full.ok("export", "themes", "--to", str(tmp_path / "themas.html"))
    assert "<html" in (tmp_path / "themas.html").read_text("utf-8")


def test_an_export_that_cannot_be_written_says_so(full: Command, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("een bestand")
    result = full("export", "quotes", "--to", str(tmp_path / "bezet" / "q.csv"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr or "can be written" in result.stderr
    assert full("export", "quotes", "--format", "pdf").exit_code == 2


def test_suggestions_say_why_where_and_by_what(cli: Command) -> None:
    cli.ok("import", str(ROOT / "interviews" / "politie-1.txt"))
    result = cli.ok("suggest", "P3", "--top", "3")
    assert result.stdout.splitlines()[0].split() == ["Phrase", "Why", "Places"]
    assert "tier:" in result.stderr
    found = cli.json("suggest", "P3", "--top", "3")
    assert 0 < len(found) <= 3
    assert set(found[0]) == {
        *("phrase", "lemma", "score", "reason", "places", "tier", "pipeline", "version")
    }
    assert set(found[0]["places"][0]) == {"reference", "label"}
    assert cli.json("codes") == [], "a suggestion never becomes a code by itself"
    assert "1 source is left out: it was in a batch before." in cli.ok("suggest", "--new").stderr
    assert "left out: nobody has read them" in cli.ok("suggest", "--read-only").stderr


def test_suggestions_are_written_to_a_file_with_a_row_a_place(cli: Command, tmp_path: Path) -> None:
    cli.ok("import", str(ROOT / "interviews" / "politie-1.txt"))
    listed = cli.json("suggest", "--top", "4")
    for suffix in ("csv", "jsonl", "parquet"):
        cli.ok("suggest", "--top", "4", "--out", str(tmp_path / f"s.{suffix}"))
    lines = (tmp_path / "s.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    assert list(dict.fromkeys(row["phrase"] for row in rows)) == [one["phrase"] for one in listed]
    assert {f"{row['source']}:{row['line']}" for row in rows if row["rank"] == 1} == {
        place["reference"] for place in listed[0]["places"]
    }
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["words"] for row in csv.DictReader(file, delimiter=";")] == [
            row["words"] for row in rows
        ]


def test_suggestions_that_cannot_be_made_are_refused(cli: Command, tmp_path: Path) -> None:
    wrong = cli("suggest", "--out", str(tmp_path / "s.xlsx"))
    assert wrong.exit_code == 1
    assert ".parquet" in wrong.stderr
    for arguments in (("--engine", "dask"), ("--from", str(ROOT / "interviews"))):
        assert cli("suggest", *arguments).exit_code == 2
    assert cli("suggest", "P9").exit_code == 1
    missing = cli("suggest", "--pipeline", "bestaat_niet")
    assert missing.exit_code == 1
    assert "bestaat_niet" in missing.stderr
    assert not list(tmp_path.glob("s.*"))


def test_the_history_is_newest_last_and_marks_what_is_undone(coded: Command) -> None:
    coded.ok("code", "rename", "capaciteit", "bezetting", "--why", "ruimer")
    coded.ok("undo")
    steps = coded.json("history")
    assert [step["number"] for step in steps] == [1, 2, 3, 4]
    assert [step["undone"] for step in steps] == [False, False, True, False]
    assert {step["origin"] for step in steps} == {"cli"}
    assert {step["actor"] for step in steps} == {"anna"}
    table = coded.ok("history", "--limit", "2").stdout
    assert "(undone)" in table
    assert "ruimer" in table
    assert "Undone: Renamed the code 'capaciteit' to 'bezetting'" in table
    assert "Imported" not in table


def test_undo_and_redo_say_what_and_how_back(coded: Command) -> None:
    undone = coded.ok("undo").stderr
    assert "Undone: Coded a passage with" in undone
    assert "qualkit redo" in undone
    again = coded.ok("redo").stderr
    assert "Done again: Coded a passage with" in again
    assert "qualkit undo" in again
    assert coded("redo").exit_code == 1
    assert len(coded.json("codings")) == 1


def test_a_rejected_phrase_is_listed_left_out_and_restored(cli: Command) -> None:
    cli.ok("import", str(ROOT / "interviews" / "politie-1.txt"))
    phrase = cli.json("suggest", "--top", "3")[0]["phrase"]
    rejection = cli.ok("suggestion", "reject", phrase, "--source", "P3").stdout.strip()
    (listed,) = cli.json("suggestion", "list")
    assert (listed["id"], listed["phrase"], listed["reference"]) == (rejection, phrase, "P3")
    assert phrase not in [item["phrase"] for item in cli.json("suggest", "--top", "3")]
    assert phrase in cli.ok("suggestion", "list").stdout
    cli.ok("suggestion", "restore", rejection[:8])
    assert cli.json("suggest", "--top", "3")[0]["phrase"] == phrase
    cli.ok("undo")
    assert cli.json("suggestion", "list") == [listed]
    assert cli("suggestion", "reject", " ").exit_code == 1


def test_codes_that_may_fit_are_offered_with_evidence(coded: Command) -> None:
    coded.ok("code", "add", "werk > lezen")
    found = coded.json("suggestion", "codes", "P1", "--text", "tijd om alles te lezen")
    assert [item["path"] for item in found] == ["werk > lezen"]
    assert set(found[0]) == {"code_id", "code", "path", "evidence", "references"}
    shown = coded.ok("suggestion", "codes", "P1", "--text", "tijd om alles te lezen").stdout
    assert "werk > lezen" in shown
    assert "komt erin terug" in shown
    assert coded("suggestion", "codes", "P1").exit_code == 2
