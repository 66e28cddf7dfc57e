"""Identifiers by command: looked for, decided on in one place or everywhere, and watched."""

from pathlib import Path

import pytest

from tests.cli.calling import Command

WORDS = """I: Wie belt er?
R: Ilvy Berends uit Lommerveen belt op 3 maart.
R: Ilvy Berends belt vaker.
"""


@pytest.fixture
def named(empty: Command, tmp_path: Path) -> Command:
    path = tmp_path / "gesprek.txt"
    path.write_text(f"---\nlabel: Politie I\n---\n{WORDS}", "utf-8")
    empty.ok("import", str(path))
    return empty


def words_of(command: Command, *arguments: str) -> list[str]:
    return [each["words"] for each in command.json("identifiers", *arguments)]


def test_what_is_decided_by_command_is_not_proposed_again(named: Command) -> None:
    assert words_of(named) == [], "nothing is quoted yet"
    found = named.json("identifiers", "--source", "P1")
    assert [(each["kind"], each["words"], each["would_print"]) for each in found] == [
        ("name", "Ilvy Berends", "[naam]"),
        ("place", "Lommerveen", "[plaats]"),
        ("date", "3 maart", "[datum]"),
        ("name", "Ilvy Berends", "[naam]"),
    ]
    table = named.ok("identifiers", "--all")
    assert "«Lommerveen»" in table.stdout
    assert "nl_qualkit_sm" in table.stderr

    named.ok("identifiers", "leave", "3 maart")
    named.ok("identifiers", "replace", "Lommerveen", "--in", "P1", "--with", "dorp")
    twice = named("identifiers", "replace", "Ilvy Berends", "--in", "P1")
    assert twice.exit_code == 1 and "2 times" in twice.stderr
    second = f"{found[3]['start']}:{found[3]['end']}"
    named.ok("identifiers", "replace", "Ilvy Berends", "--in", "P1", "--span", second)
    assert words_of(named, "--all") == ["Ilvy Berends"]
    made = named.ok("identifiers", "replace", "Ilvy Berends", "--with", "[collega]").stdout.strip()
    assert words_of(named, "--all") == []
    decided = named.json("identifiers", "list")
    assert [(each["printed"], each["reference"], each["kind"]) for each in decided] == [
        ("[collega]", None, "name"),
        ("[naam]", "P1:3", "name"),
        ("[dorp]", "P1:2", "name"),
        (None, None, "date"),
    ]
    named.ok("identifiers", "take-back", made[:8])
    assert words_of(named, "--all") == ["Ilvy Berends"]
    assert not any("Ilvy" in each for each in named.history())
    assert "collega" not in named.ok("identifiers", "list").stdout


def test_a_list_of_words_is_read_from_a_file(named: Command, tmp_path: Path) -> None:
    path = tmp_path / "woorden.txt"
    path.write_text("# van het team\nvaker\n\nbelt er\n", "utf-8")
    named.ok("identifiers", "words", "add", "event", "--from", str(path))
    assert [each["words"] for each in named.json("identifiers", "words", "list")] == [
        "belt er",
        "vaker",
    ]
    assert "vaker" in words_of(named, "--all", "--no-names")
    named.ok("identifiers", "words", "remove", "vaker")
    assert "vaker" not in words_of(named, "--all", "--no-names")
    path.write_bytes(b"\xff\xfe\x00")
    refused = named("identifiers", "words", "add", "event", "--from", str(path))
    assert refused.exit_code == 1 and "UTF-8" in refused.stderr


def test_misuse_is_told(named: Command) -> None:
    assert named("identifiers", "--all", "--source", "P1").exit_code == 2
    assert named("identifiers", "words", "add", "event").exit_code == 2
    refused = named("identifiers", "replace", "Ilvy", "--with", "[a] b")
    assert refused.exit_code == 1 and "plaats" in refused.stderr
