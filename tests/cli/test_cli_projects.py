"""Making, describing and opening projects."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from qualkit.cli.main import main
from tests.cli.calling import Command, on_terminal


def test_new_makes_a_project_and_says_what_next(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new", str(tmp_path / "s"), "-t", "Proef"])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Made the project 'Proef'" in result.stderr
    shown = Command(tmp_path / "s").json("project", "show")
    assert [(item["title"], item["language"]) for item in shown] == [("Proef", "nl")]


def test_new_refuses_a_folder_with_a_project(empty: Command) -> None:
    result = empty("new", str(empty.folder), "--title", "Nog een")
    assert result.exit_code == 1
    assert "already holds a project" in result.stderr
    assert empty.json("project", "show")[0]["title"] == "Proef"


@pytest.mark.parametrize("arguments", [[], ["--title", " "]])
def test_new_needs_a_title(tmp_path: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["new", str(tmp_path / "s"), *arguments])
    assert result.exit_code == (1 if arguments else 2)
    assert not (tmp_path / "s").exists()


def test_describe_changes_what_is_given_and_can_be_undone(empty: Command) -> None:
    empty.ok("project", "describe", "--question", "Wat helpt?", "--profile", "codebook")
    info = empty.json("project", "show")[0]
    assert (info["title"], info["question"], info["profile"]) == ("Proef", "Wat helpt?", "codebook")
    empty.ok("undo")
    assert empty.json("project", "show")[0]["question"] == ""
    assert empty("project", "describe").exit_code == 2


@pytest.mark.parametrize("arguments", [["codes"], ["undo"], [], ["open"]])
def test_a_folder_without_a_project_is_refused_with_a_hint(
    tmp_path: Path, arguments: list[str]
) -> None:
    result = Command(tmp_path / "niets")(*arguments)
    assert result.exit_code == 1
    assert "There is no qualkit project in" in result.stderr
    assert "qualkit new" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("content", [b"geen database, maar tekst " * 200, bytes(range(256)) * 40])
def test_a_damaged_database_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "project.db").write_bytes(content)
    result = Command(tmp_path)("codes")
    assert result.exit_code == 1
    assert "cannot be read as a project" in result.stderr
    assert (tmp_path / "project.db").read_bytes() == content


def test_without_a_project_plain_qualkit_prints_help_and_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: qualkit")
    assert "There is no project in this folder" in result.stderr


@pytest.mark.parametrize("way", ["plain", "path", "dot", "-C", "open"])
def test_opening_needs_a_terminal(
    empty: Command, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    folder = str(empty.folder)
    monkeypatch.chdir(empty.folder)
    arguments = {
        "plain": [],
        "path": [folder],
        "dot": ["."],
        "-C": ["-C", folder],
        "open": ["open", folder],
    }[way]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "can only be opened on a terminal" in result.stderr


def test_a_word_that_is_no_command_and_no_folder_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["cods"])
    assert result.exit_code == 2
    assert "No such command 'cods'" in result.stderr


def test_the_demo_runs_the_main_job_and_never_touches_a_project_of_somebody(
    empty: Command, tmp_path: Path
) -> None:
    folder, themes = tmp_path / "demo", tmp_path / "themas"
    result = CliRunner().invoke(main, ["demo", str(folder), "--themes", str(themes)])
    assert result.exit_code == 0, result.output
    for step in ("Imported", "Segmented", "Coded", "Searched", "Noticed", "Themes", "Exported"):
        assert step in result.stdout
    assert "tier:" in result.stdout
    assert f"Open it with: qualkit open {folder}" in result.stderr
    assert list(themes.glob("*.md"))
    demo = Command(folder)
    assert len(demo.json("sources")) == 19
    assert len(demo.json("themes")) == 5

    refused = CliRunner().invoke(main, ["demo", str(empty.folder)])
    assert refused.exit_code == 1
    assert "left as it is" in refused.stderr
    assert empty.json("project", "show")[0]["title"] == "Proef"


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is of Unix")
def test_on_a_terminal_the_demo_shows_progress_and_offers_to_open(tmp_path: Path) -> None:
    code, seen = on_terminal("demo", str(tmp_path / "demo"), keys="n\n")
    assert code == 0, seen
    assert "Coding passages" in seen
    assert "Open the project now, with the guided tour of ten steps? [Y/n]" in seen
