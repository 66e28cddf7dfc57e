"""Bringing files in."""

from pathlib import Path

import pytest

from tests.cli.calling import CHAT, NOTES, Command


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_what_came_in_is_printed_as_a_table(empty: Command, tmp_path: Path) -> None:
    result = empty.ok("import", write(tmp_path, "a.txt", NOTES))
    assert result.stderr == "Imported 1 source.\n"
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["No.", "File", "Title", "Label", "Kind", "Segments"]
    assert lines[2] == ["P1", "a.txt", "Gesprek", "wijkteam", "Politie", "I", "interview", "4"]


def test_refused_files_are_named_and_the_others_come_in(empty: Command, tmp_path: Path) -> None:
    result = empty(
        "import",
        write(tmp_path, "goed.txt", "Een verslag over capaciteit."),
        write(tmp_path, "leeg.txt", ""),
        write(tmp_path, "kapot.docx", b"PK geen echt bestand"),
        str(tmp_path / "weg.txt"),
    )
    assert result.exit_code == 1
    for name in ("leeg.txt", "kapot.docx", "weg.txt"):
        assert name in result.stderr
        assert name not in result.stdout
    assert result.stderr.count("Refused:") == 3
    assert "goed.txt" not in result.stderr
    assert len(empty.json("sources")) == 1


def test_a_file_that_is_there_already_is_only_noted(empty: Command, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", NOTES)
    empty.ok("import", path)
    again = empty.ok("import", path)
    assert "'a.txt' is in the project already, as P1 Gesprek wijkteam" in again.stderr
    assert again.stdout == ""
    assert len(empty.json("sources")) == 1


def test_what_is_given_comes_before_what_the_file_says(empty: Command, tmp_path: Path) -> None:
    empty.ok(
        "import",
        write(tmp_path, "a.txt", NOTES),
        *("--kind", "transcript", "--text", "transcript", "--label", "Politie III"),
        *("--date", "1 april 2026", "--language", "en", "--title", "Eigen titel"),
        *("--note", "per telefoon", "--speakers", "I = interviewer, R = party"),
    )
    source = empty.json("source", "show", "1")[0]
    assert source["kind"] == source["text_kind"] == "transcript"
    assert (source["label"], source["held_on"]) == ("Politie III", "2026-04-01")
    assert (source["language"], source["title"]) == ("en", "Eigen titel")
    assert source["note"] == "per telefoon"
    assert source["speakers"] == {"I": "interviewer", "R": "party"}


def test_a_folder_comes_in_as_one_step(empty: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "a.txt", NOTES)
    write(folder, "b.txt", CHAT)
    empty.ok("import", str(folder))
    assert [source["kind"] for source in empty.json("sources")] == ["interview", "chat"]
    empty.ok("undo")
    assert empty.json("sources") == []


@pytest.mark.parametrize(
    "wrong",
    [
        ["--kind", "roman"],
        ["--date", "31-02-2026"],
        ["--speakers", "I = baas"],
        ["--label", "Politie {I}"],
        ["--language", "?"],
        ["--title", "Voor allebei"],
    ],
)
def test_wrong_values_are_wrong_usage_and_import_nothing(
    empty: Command, tmp_path: Path, wrong: list[str]
) -> None:
    files = [write(tmp_path, "a.txt", NOTES), write(tmp_path, "b.txt", CHAT)]
    result = empty("import", *files, *wrong)
    assert result.exit_code == 2
    assert "Error:" in result.stderr
    assert empty.json("sources") == []


def test_text_of_a_file_cannot_steer_the_terminal(empty: Command, tmp_path: Path) -> None:
    text = "R: rood \x1b[31m en [bold]vet[/bold] :smile:\nR: nog iets\nR: en nog iets\n"
    empty.ok("import", write(tmp_path, "a.txt", text), "--title", "\x1b]0;x\x07[red]titel")
    for arguments in (["sources"], ["segments"], ["source", "text", "1"], ["source", "show", "1"]):
        output = empty.ok(*arguments).output
        assert "\x1b" not in output
        assert "\x07" not in output
    assert "[bold]vet[/bold] :smile:" in empty.ok("segments").stdout
    assert "[red]titel" in empty.ok("sources").stdout
