"""Memos from the command line."""

import os
from pathlib import Path

import pytest

from tests.cli.calling import Command, on_terminal


@pytest.mark.parametrize(
    ("thing", "about"),
    [
        ("project", "the project 'Proef'"),
        ("P1", "P1 'Gesprek wijkteam'"),
        ("source:politie i", "P1 'Gesprek wijkteam'"),
        ("P1:2", "P1:2"),
        ("p1:2-3", "P1:2"),
        ("code:weinig mensen", "the code 'weinig mensen'"),
        ("case:politie i", "Politie I"),
        ("theme:tijd", "the theme 'Tijd'"),
    ],
)
def test_a_memo_is_written_on_anything(coded: Command, thing: str, about: str) -> None:
    coded.ok("theme", "add", "Tijd")
    result = coded.ok("memo", "add", "Een gedachte", "--on", thing)
    memo = coded.json("memos")[0]
    assert memo["about"] == about
    assert memo["id"] == result.stdout.strip()
    assert [item["id"] for item in coded.json("memos", "--on", thing)] == [memo["id"]]


def test_a_memo_on_a_coding_and_on_exact_words(coded: Command) -> None:
    coding = coded.json("codings")[0]["id"]
    coded.ok("memo", "add", "Op de codering", "--on", f"coding:{coding[:8]}")
    coded.ok("memo", "add", "Op de woorden", "--on", "P1", "--text", "te weinig tijd")
    abouts = [memo["about"] for memo in coded.json("memos")]
    assert abouts == ["P1:2, coded 'weinig mensen'", "P1:2"]
    assert [memo["body"] for memo in coded.json("memos", "--on", "P1:2")] == ["Op de woorden"]


def test_references_in_the_words_and_given_ones_are_cited(coded: Command) -> None:
    coded.ok("memo", "add", "Zie ook P1:5.", "--cites", "code:capaciteit", "--cites", "P2:1")
    assert set(coded.json("memos")[0]["cites"]) == {"P1:5", "the code 'capaciteit'", "P2:1"}
    assert len(coded.json("memos", "--concerning", "code:capaciteit")) == 1
    assert coded.json("memos", "--concerning", "code:weinig mensen") == []
    assert "P1:5" in coded.ok("memo", "show", coded.json("memos")[0]["id"][:8]).stdout


def test_kinds_and_sharing(empty: Command) -> None:
    empty.ok("memo", "add", "Voor mij", "--kind", "reflexive")
    empty.ok("memo", "add", "Toch delen", "--kind", "reflexive", "--shared")
    empty.ok("memo", "add", "Besluit", "--kind", "decision", "--private")
    shared = {memo["body"]: memo["shared"] for memo in empty.json("memos")}
    assert shared == {"Voor mij": False, "Toch delen": True, "Besluit": False}
    assert [memo["body"] for memo in empty.json("memos", "--kind", "decision")] == ["Besluit"]
    assert "* private" in empty.ok("memos").stderr


def test_memos_are_filtered_by_words_and_day(empty: Command) -> None:
    empty.ok("memo", "add", "Over wachttijd")
    empty.ok("memo", "add", "Over scholing")
    assert [memo["body"] for memo in empty.json("memos", "--words", "WACHT")] == ["Over wachttijd"]
    assert len(empty.json("memos", "--since", "2020-01-01")) == 2
    assert empty.json("memos", "--since", "2999-01-01") == []


def test_the_body_comes_from_stdin(empty: Command) -> None:
    empty.ok("memo", "add", "-", stdin="Regel één\r\nregel twee\n")
    assert empty.json("memos")[0]["body"] == "Regel één\nregel twee"


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (["-"], b"\xff\xfe geen utf-8", 1),
        (["-"], b"  \n", 1),
        ([], b"", 2),
        (["x", "--on", "iets"], b"", 1),
        (["x", "--on", "P77:1"], b"", 1),
        (["x", "--on", "P1:77"], b"", 1),
        (["x", "--on", "code:capaciteit", "--lines", "2"], b"", 2),
        (["x", "--cites", "theme:weg"], b"", 1),
    ],
)
def test_what_is_no_memo_is_refused(
    coded: Command, arguments: list[str], stdin: bytes, code: int
) -> None:
    assert coded("memo", "add", *arguments, stdin=stdin).exit_code == code
    assert coded.json("memos") == []


def test_a_memo_is_edited_and_removed(empty: Command) -> None:
    memo = empty.ok("memo", "add", "Eerste versie").stdout.strip()[:8]
    empty.ok("memo", "edit", memo, "Tweede versie", "--kind", "method", "--private")
    now = empty.json("memo", "show", memo)[0]
    assert (now["body"], now["kind"], now["shared"]) == ("Tweede versie", "method", False)
    empty.ok("memo", "edit", memo, "--shared")
    assert empty.json("memo", "show", memo)[0]["body"] == "Tweede versie"
    empty.ok("memo", "remove", memo, "--why", "dubbel")
    assert empty.json("memos") == []
    empty.ok("undo")
    assert empty.json("memos")[0]["body"] == "Tweede versie"


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is of Unix")
def test_on_a_terminal_a_memo_is_written_in_the_editor(empty: Command, tmp_path: Path) -> None:
    editor = tmp_path / "schrijf"
    editor.write_text("#!/bin/sh\nprintf 'In de editor' > \"$1\"\n")
    editor.chmod(0o700)
    code, seen = on_terminal("-C", str(empty.folder), "memo", "add", editor=str(editor))
    assert code == 0, seen
    assert [memo["body"] for memo in empty.json("memos")] == ["In de editor"]
    # An editor that is closed without saving leaves no memo.
    code, seen = on_terminal("-C", str(empty.folder), "memo", "add", editor="true")
    assert (code, "Nothing was written" in seen) == (1, True)
    assert len(empty.json("memos")) == 1
