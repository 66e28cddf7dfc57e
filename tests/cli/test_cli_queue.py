"""Going through a batch of suggestions by command."""

from pathlib import Path

import pytest

from qualkit.formats.suggestion_columns import COLUMNS
from tests.cli.calling import Command
from tests.services.queue_files import write_batch


@pytest.fixture
def batch(cli: Command, tmp_path: Path) -> Path:
    """A file with three phrases of the interview and the chat."""
    phrases = ("het blijft liggen", "wachttijd", "te weinig tijd")
    return write_batch(tmp_path / "nacht.csv", cli.folder, *phrases)


@pytest.fixture
def loaded(cli: Command, batch: Path) -> Command:
    cli.ok("suggest", "--load", str(batch))
    return cli


def read(command: Command) -> None:
    command.ok("round", "begin", "Eerste keer")
    command.ok("round", "read", "P1")
    command.ok("round", "read", "P2")


@pytest.mark.parametrize("other", ["P1", "--top 10", "--log"])
def test_loading_goes_with_nothing_else(cli: Command, batch: Path, other: str) -> None:
    refused = cli("suggest", "--load", str(batch), *other.split())
    assert refused.exit_code == 2
    assert "goes with nothing else" in refused.stderr
    assert cli.json("queue", "batches") == []


def test_a_file_is_loaded_listed_and_taken_back(cli: Command, batch: Path) -> None:
    with batch.open("a", encoding="utf-8") as file:
        last = batch.read_text("utf-8-sig").splitlines()[-1].split(";")
        cells = dict(zip(COLUMNS, last, strict=True))
        cells |= {"rank": "4", "text_sha256": "0" * 64, "source": "gesprek-9"}
        file.write(";".join(cells.values()) + "\n")
    told = cli.ok("suggest", "--load", str(batch)).stderr
    assert "Loaded 3 phrases at 4 places as B1" in told
    assert "1 place is not in this project: gesprek-9." in told
    assert "nothing was loaded" in cli.ok("suggest", "--load", str(batch)).stderr
    listed = cli.json("queue", "list")
    assert [(item["name"], item["phrase"], item["places"]) for item in listed] == [
        ("B1:1", "het blijft liggen", 2),
        ("B1:2", "wachttijd", 1),
        ("B1:3", "te weinig tijd", 1),
    ]
    assert [item["unread"] for item in listed] == [2, 1, 1]
    (entry,) = cli.json("queue", "batches")
    assert (entry["file_name"], entry["phrases"], entry["waiting"]) == ("nacht.csv", 3, 3)
    assert cli.json("codings") == []
    cli.ok("undo")
    assert cli.json("queue", "list") == []
    assert "--load" in cli.ok("queue", "list").stderr


def test_a_phrase_is_shown_in_context(loaded: Command) -> None:
    first, second = loaded.json("queue", "show", "1")
    assert (first["reference"], first["words"], first["read"]) == (
        "P1:3",
        "het blijft liggen",
        False,
    )
    assert second["before"].endswith("Die komt er niet van. ")
    assert second["after"] == "."
    shown = loaded.ok("queue", "show", "1", "--places", "1").stdout
    assert "P1:3 Politie I (not read yet)" in shown
    assert "P1:6" not in shown


def test_a_code_begins_from_a_phrase_once_it_was_read(loaded: Command) -> None:
    refused = loaded("queue", "code", "2", "lang wachten")
    assert refused.exit_code == 1
    assert "P2 was not read yet" in refused.stderr
    read(loaded)
    made = loaded.ok("queue", "code", "2", "lang wachten", "--segment", "--why", "komt terug")
    assert "Coded P2:1 with 'lang wachten'." in made.stderr
    (coding,) = loaded.json("codings")
    assert (coding["words"], coding["suggestion"]) == ("de wachttijd is lang", "wachttijd")
    assert made.stdout.strip() == coding["id"]
    assert loaded("queue", "code", "1", "blijft liggen").exit_code == 2, "which of the places?"
    assert loaded("queue", "code", "1", "x", "--place", "P1:9").exit_code == 1
    loaded.ok("queue", "attach", "1", "lang wachten", "--place", "P1:3")
    loaded.ok("queue", "attach", "B1:1", "lang wachten", "--all")
    assert len(loaded.json("codings")) == 3
    decided = loaded.json("queue", "list", "--all")
    assert [item["decision"] for item in decided] == ["attached", "coded", None]
    assert "coded lang wachten" in loaded.ok("queue", "list", "--all").stdout
    assert [step["suggestions"] for step in loaded.json("history")][-1] == ["het blijft liggen"]


def test_all_takes_what_was_read_and_tells_the_rest(loaded: Command, tmp_path: Path) -> None:
    loaded.ok("round", "begin", "Eerste keer")
    loaded.ok("round", "read", "P1")
    path = write_batch(tmp_path / "b.csv", loaded.folder, "tijd", "lang", "al")
    loaded.ok("suggest", "--load", str(path))
    told = loaded.ok("queue", "code", "B2:3", "alles", "--all").stderr
    assert "left out: 1 place" in told
    assert {item["reference"].partition(":")[0] for item in loaded.json("codings")} == {"P1"}


def test_phrases_are_rejected_and_watched(loaded: Command) -> None:
    loaded.ok("queue", "reject", "1", "3", "--everywhere", "--why", "zegt niets")
    assert [item["phrase"] for item in loaded.json("queue", "list")] == ["wachttijd"]
    assert len(loaded.json("suggestion", "list")) == 2
    loaded.ok("queue", "watch", "2")
    loaded.ok("queue", "watch", "--words", "blijven liggen")
    first, second = loaded.json("queue", "watched")
    assert (first["phrase"], first["places"]) == ("wachttijd", 1)
    assert second["places"] == 2
    assert "P1:3, P1:6" in loaded.ok("queue", "watched").stdout
    loaded.ok("queue", "unwatch", "wachttijd")
    assert len(loaded.json("queue", "watched")) == 1
    assert loaded("queue", "watch").exit_code == 2


def test_a_batch_is_dropped_and_comes_back(loaded: Command) -> None:
    loaded.ok("queue", "drop", "B1")
    assert loaded.json("queue", "batches") == []
    assert loaded("queue", "show", "1").exit_code == 1
    loaded.ok("undo")
    assert len(loaded.json("queue", "list", "--batch", "B1")) == 3


def test_what_a_batch_of_this_project_writes_comes_back_in_its_real_words(
    cli: Command, tmp_path: Path
) -> None:
    out = tmp_path / "nacht.csv"
    cli.ok("identifiers", "words", "add", "event", "wachttijd")
    cli.ok("suggest", "--top", "20", "--out", str(out))
    assert "wachttijd" not in out.read_text("utf-8-sig")
    told = cli.ok("suggest", "--load", str(out)).stderr
    assert "left out" not in told
    assert "wachttijd" in [item["phrase"] for item in cli.json("queue", "list")]
    (place,) = cli.json("queue", "show", "1")
    assert place["words"] == "wachttijd"
