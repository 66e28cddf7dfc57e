"""Framework matrices, the profile and the method statement from the command line."""

from pathlib import Path

import pytest

from tests.cli.calling import Command


@pytest.fixture
def filled(coded: Command) -> Command:
    """A matrix of Politie III and Politie IV by one theme and one code."""
    coded.ok("case", "assign", "P1", "Politie III")
    coded.ok("case", "assign", "P2", "Politie IV")
    coded.ok("theme", "add", "Tijd")
    coded.ok("matrix", "make", "Per team", "--theme", "Tijd", "--code", "capaciteit")
    return coded


def states(cli: Command, *options: str) -> list[tuple[str, str, str]]:
    records = cli.json("matrix", "show", "Per team", *options)
    return [(record["label"], record["name"], record["state"]) for record in records]


def test_a_cell_is_written_and_rests_on_a_passage(filled: Command) -> None:
    cell = ("Politie III", "--code", "capaciteit")
    [offered] = filled.json("matrix", "cell", *cell)
    assert (offered["reference"], offered["linked"]) == ("P1:2", False)
    filled.ok("matrix", "write", *cell, "Te weinig mensen.", "--link", offered["id"][:8])
    filled.ok("matrix", "write", "Politie IV", "--code", "capaciteit", "--nothing-said")
    [written, silent] = filled.json("matrix", "show", "per team", "--code", "capaciteit")
    assert (written["summary"], written["references"]) == ("Te weinig mensen.", ["P1:2"])
    assert silent["state"] == "nothing_said"
    assert states(filled, "--case", "Politie IV") == [
        ("Politie IV", "Tijd", "not_yet_read"),
        ("Politie IV", "capaciteit", "nothing_said"),
    ]
    shown = filled.ok("matrix", "show", "Per team").stdout
    assert "[not yet read]" in shown
    assert "[nothing said]" in shown
    refused = filled("matrix", "write", *cell, "--nothing-said")
    assert refused.exit_code == 1
    assert "Clear the cell first" in refused.stderr


def test_a_cell_is_unlinked_and_cleared(filled: Command) -> None:
    cell = ("Politie III", "--code", "capaciteit")
    coding = filled.json("matrix", "cell", *cell)[0]["id"]
    filled.ok("matrix", "write", *cell, "-", "--link", coding, stdin="Te weinig.\n")
    filled.ok("matrix", "write", *cell, "--unlink", coding)
    assert filled.json("matrix", "show", "Per team", "--code", "capaciteit")[0]["codings"] == []
    filled.ok("matrix", "write", *cell, "--clear")
    assert filled.json("matrices")[0]["written"] == 0
    filled.ok("undo")
    assert filled.json("matrices")[0]["written"] == 1
    assert filled("matrix", "write", "Politie III", "woorden").exit_code == 2


def test_columns_titles_and_groups(filled: Command) -> None:
    filled.ok("matrix", "column", "Per team", "left", "--code", "capaciteit")
    filled.ok("matrix", "column", "Per team", "remove", "--theme", "Tijd")
    filled.ok("matrix", "column", "Per team", "add", "--code", "weinig mensen")
    filled.ok("matrix", "rename", "Per team", "Teams")
    filled.ok("case", "assign", "P2", "Gesprek 2")
    filled.ok("matrix", "make", "Gesprekken", "--group", "Gesprek {1}")
    teams, talks = filled.json("matrices")
    assert (teams["title"], teams["columns"]) == ("Teams", ["capaciteit", "weinig mensen"])
    assert (talks["cases"], talks["columns"]) == (1, [])
    filled.ok("matrix", "remove", "Gesprekken")
    assert [matrix["title"] for matrix in filled.json("matrices")] == ["Teams"]


def test_a_matrix_is_exported_as_the_file_says(filled: Command, tmp_path: Path) -> None:
    for suffix in ("xlsx", "docx", "csv", "md"):
        target = tmp_path / f"matrix.{suffix}"
        assert "Exported 2 cases:" in filled.ok("export", "matrix", "--to", str(target)).stderr
        assert target.stat().st_size
    filled.ok("matrix", "remove", "Per team")
    assert "matrix make" in filled("export", "matrix").stderr


def test_the_profile_is_chosen_at_the_start_and_changed_with_a_memo(tmp_path: Path) -> None:
    cli = Command(tmp_path / "studie")
    cli.ok("new", str(cli.folder), "--title", "Proef", "--profile", "framework")
    assert cli.json("project", "show")[0]["profile"] == "framework"
    cli.ok("project", "profile", "codebook", "--why", "Het team codeert samen.")
    assert cli.json("project", "show")[0]["profile"] == "codebook"
    [memo] = cli.json("memos")
    assert (memo["kind"], memo["body"]) == ("method", "Het team codeert samen.")
    assert cli("project", "profile", "anders").exit_code == 2


def test_the_method_statement_shows_its_gaps(empty: Command) -> None:
    empty.ok("project", "describe", "--approach", "Reflexief, want de vraag is open.")
    shown = empty.ok("project", "show").stdout
    assert "Reflexief, want de vraag is open." in shown
    assert shown.count("[…]") == 4
