"""The key file: names beside the project, never in it."""

import json
import os
import stat
import tempfile
from pathlib import Path

import click
import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.services.project import Project
from qualkit.settings import Settings
from tests.cli.calling import Command

NAME = "Marije Zwanenbroek-Oud"
OTHER = "Tjeerd Kuipersma"


def place(cli: Command) -> Path:
    return Path(cli.ok("key", "where").stdout.strip())


def shown(cli: Command, *arguments: str, stdin: str = "") -> str:
    return cli.ok("key", "show", *arguments, stdin=stdin).stdout


@pytest.fixture
def keyed(cli: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The project with the name of Politie I kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    cli.ok("key", "set", "Politie I", stdin=f"{NAME}\n")
    return cli


def test_a_name_stays_with_its_participant_whatever_the_label(keyed: Command) -> None:
    assert not place(keyed).is_relative_to(keyed.folder)
    assert stat.S_IMODE(place(keyed).stat().st_mode) == 0o600
    assert stat.S_IMODE(place(keyed).parent.stat().st_mode) == 0o700
    keyed.ok("label", "describe", "Politie {I}", "--pattern", "Eenheid {1}")
    keyed.ok("label", "number", "Eenheid 1", "4")
    assert f"Eenheid 4  {NAME}" in " ".join(shown(keyed).split("\n")).replace("   ", "  ")
    keyed.ok("undo")
    assert NAME in shown(keyed, "Eenheid 1")
    assert "is gone" in keyed.ok("key", "remove", "Eenheid 1").stderr
    assert NAME not in place(keyed).read_text("utf-8")


def test_the_file_is_closed_and_opened_with_a_passphrase(keyed: Command) -> None:
    mistyped = keyed("key", "encrypt", stdin="wachtzin\nwachtzon\n")
    assert mistyped.exit_code == 1
    assert "not the same" in mistyped.stderr
    assert "may be echoed" not in keyed.ok("key", "encrypt", stdin="wachtzin\nwachtzin\n").stderr
    assert NAME.encode() not in place(keyed).read_bytes()
    assert stat.S_IMODE(place(keyed).stat().st_mode) == 0o600
    assert NAME in shown(keyed, stdin="wachtzin\n")
    before = place(keyed).read_bytes()
    wrong = keyed("key", "show", stdin="iets anders\n")
    assert (wrong.exit_code, "does not open" in wrong.stderr) == (1, True)
    # What is added goes in under the same passphrase.
    assert keyed("key", "set", "P2", stdin=f"{OTHER}\n").exit_code == 1
    keyed.ok("case", "assign", "P2", "Gesprek 1")
    keyed.ok("key", "set", "Gesprek 1", stdin=f"wachtzin\n{OTHER}\n")
    assert OTHER.encode() not in place(keyed).read_bytes() != before
    keyed.ok("key", "encrypt", stdin="wachtzin\nnieuw\nnieuw\n")
    assert OTHER in shown(keyed, stdin="nieuw\n")
    keyed.ok("key", "decrypt", stdin="nieuw\n")
    assert json.loads(place(keyed).read_bytes())["names"].keys()
    assert NAME in shown(keyed)


def test_a_file_in_the_project_is_warned_about(keyed: Command) -> None:
    inside = str(keyed.folder / "namen.json")
    told = keyed.ok("key", "set", "Politie I", "--file", inside, stdin=f"{NAME}\n").stderr
    assert "whoever copies the project copies the names" in told
    assert "copies" not in keyed.ok("key", "show").stderr


def test_another_file_is_refused_and_left_as_it_is(keyed: Command, tmp_path: Path) -> None:
    other = tmp_path / "lijst.json"
    for content in ("Geheime Naam", "[1]", '{"qualkit_key": 1, "project": "x", "names": {}}'):
        other.write_text(content, "utf-8")
        refused = keyed("key", "set", "Politie I", "--file", str(other), stdin=f"{NAME}\n")
        assert refused.exit_code == 1
        assert "Geheime" not in refused.output
        assert other.read_text("utf-8") == content
    assert keyed("key", "set", "Politie I", stdin="\n").exit_code == 1
    assert keyed("key", "set", "Niemand", stdin="x\n").exit_code == 1
    assert NAME in shown(keyed)


def test_names_in_the_texts_are_told_as_places(keyed: Command, tmp_path: Path) -> None:
    text = f"---\nkind: interview\n---\nR: Dag.\nR: Vraag {NAME} maar.\nR: Of bel Marije.\n"
    (tmp_path / "3.txt").write_text(text, "utf-8")
    keyed.ok("import", str(tmp_path / "3.txt"))
    result = keyed.ok("key", "check")
    assert "P3:2" in result.stdout
    assert "P3:3" in result.stdout
    assert "Politie I" in result.stdout
    assert "Marije" not in result.output


def bytes_under(*folders: Path) -> bytes:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    return b"\0".join(os.fsencode(path) + path.read_bytes() for path in files)


def test_no_byte_of_a_name_is_anywhere_but_in_the_key_file(
    keyed: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Everything is done that writes files, and every file that may have been written is read."""
    from qualkit.cli.exporting import export  # noqa: PLC0415

    scratch = tmp_path / "tijdelijk"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for name in ("TMPDIR", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(scratch))
    keyed.ok("key", "encrypt", stdin="wachtzin\nwachtzin\n")
    keyed.ok("key", "decrypt", stdin="wachtzin\n")
    assert NAME.encode() in bytes_under(place(keyed).parent)

    keyed.ok("coding", "add", "P1", "--text", "anderhalf man", "--new", "bezetting")
    coding = keyed.json("codings")[0]["id"]
    keyed.ok("memo", "add", "Een gedachte", "--shared")
    keyed.ok("theme", "add", "Tijd")
    keyed.ok("theme", "put", "Tijd", "--code", "bezetting")
    keyed.ok("quote", "choose", "Tijd", coding)
    keyed.ok("matrix", "make", "Overzicht", "--theme", "Tijd")
    keyed.ok("label", "renumber", "Politie {I}")
    keyed.ok("mosaic", "seen", "--all")
    for noun, command in export.commands.items():
        kinds = [each.type for each in command.params if "--format" in each.opts]
        forms = [form for kind in kinds if isinstance(kind, click.Choice) for form in kind.choices]
        for form in forms:
            keyed.ok("export", noun, "--format", form, "--to", str(scratch / f"{noun}-{form}"))
        if forms:
            keyed.ok("export", noun)
    keyed.ok("undo")
    keyed.ok("redo")
    keyed.ok("key", "check")
    with Project.open(keyed.folder, Settings("anna"), Origin.CLI) as project:
        project.snapshot()

    seen = bytes_under(keyed.folder, scratch, tmp_path / "config")
    for part in (NAME, "Zwanenbroek"):
        for encoded in (part.encode(), part.encode("utf-16-le")):
            assert encoded not in seen


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in folder.rglob("*")
    }


@pytest.fixture
def exported(coded: Command) -> Command:
    """A project with exports, a copied passage, a backup and what a killed program left."""
    coded.ok("export", "codebook")
    coded.ok("export", "themes")
    with Project.open(coded.folder, Settings("anna"), Origin.CLI) as project:
        text = project.sources.read(project.sources.find("P1").id)
        project.exports.passage(text, Span(0, 5))
        project.snapshot()
    (coded.folder / "exports" / ".part-abc").write_text("half", "utf-8")
    return coded


def test_what_is_in_the_project_folder_is_its_owners_only(exported: Command) -> None:
    (exported.folder / "exports" / ".part-abc").unlink()
    for name, mode in modes(exported.folder).items():
        wanted = 0o700 if (exported.folder / name).is_dir() else 0o600
        assert (name, oct(mode)) == (name, oct(wanted))


def test_wipe_tells_asks_and_leaves_the_project(exported: Command, tmp_path: Path) -> None:
    elsewhere = tmp_path / "van-mij"
    elsewhere.mkdir()
    (elsewhere / "brief.txt").write_text("van mij", "utf-8")
    (exported.folder / "exports" / "gelinkt").symlink_to(elsewhere)
    parts = exported.folder / "suggestions" / "0a1b"
    unfinished = exported.folder / ".part-delen" / "new"
    for each in (parts, unfinished):
        each.mkdir(parents=True)
        (each / "deel").write_text("woorden", "utf-8")
    codings = exported.json("codings")
    refused = exported.ok("wipe", stdin="n\n")
    assert "exports/passages.txt" in refused.stdout
    assert "Nothing was removed" in refused.stderr
    assert (exported.folder / "exports" / "codebook.md").exists()
    exported.ok("wipe", "--exports", "--yes")
    assert [*(exported.folder / "exports").rglob("*")] == []
    assert [*(exported.folder / "backups").iterdir()]
    assert parts.exists()
    assert not unfinished.exists()
    exported.ok("wipe", "--suggestions", "--yes")
    assert not parts.exists()
    assert [*(exported.folder / "backups").iterdir()]
    exported.ok("wipe", stdin="y\n")
    assert [*(exported.folder / "backups").iterdir()] == []
    assert (elsewhere / "brief.txt").read_text("utf-8") == "van mij"
    assert exported.json("codings") == codings
    assert "nothing to remove" in exported.ok("wipe").stderr
    exported.ok("export", "codebook")
