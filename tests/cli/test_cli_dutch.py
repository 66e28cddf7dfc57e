"""The command line in Dutch."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from qualkit.cli.main import main
from qualkit.cli.translated import translated
from qualkit.translation import use_language
from tests.catalogue import all_commands
from tests.cli.calling import Command

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_help_is_dutch_and_its_examples_stay(process: Run) -> None:
    shown = process("--help", QUALKIT_LANGUAGE="nl").stdout.decode()
    assert shown.startswith("Gebruik: qualkit")
    assert "Kwalitatieve thematische analyse in de terminal." in shown
    assert '  Voorbeeld:\n    qualkit new study --title "Proef"' in shown
    assert "Opties:" in shown
    assert re.search(r"^  sources +Toon de bronnen\.$", shown, re.MULTILINE)


def test_help_of_a_command_and_of_its_options_is_dutch(process: Run) -> None:
    shown = process("source", "text", "--help", QUALKIT_LANGUAGE="nl").stdout.decode()
    assert "Toon de tekst met regelnummers." in shown
    assert "Alleen deze regels." in shown
    assert "Toon deze uitleg." in shown


def test_errors_are_dutch_by_the_settings_too(process: Run, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "qualkit"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('language = "nl"\n', "utf-8")
    done = process("sources", QUALKIT_LANGUAGE="", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Er is geen project van qualkit in")
    misused = process("sources", "--knd", QUALKIT_LANGUAGE="nl").stderr.decode()
    assert "Fout: De optie '--knd' bestaat niet." in misused


def test_values_are_shown_in_dutch_and_taken_in_both_languages(cli: Command) -> None:
    use_language("nl")
    speaker = ("source", "role", "P1", "R")
    assert "'R' is deelnemer in P1" in cli.ok(*speaker, "participant").stderr
    dutch = translated(main)
    for word in ("deelnemer", "participant"):
        dutch.main(["-C", str(cli.folder), *speaker, word], standalone_mode=False)
    use_language("en")
    assert cli.json("source", "show", "P1")[0]["speakers"]["R"] == "participant"


def test_a_value_of_more_words_is_taken_as_tables_show_it(cli: Command) -> None:
    use_language("nl")
    terms = ["-C", str(cli.folder), "source", "terms", "P1", "--quotability", "helemaal niet"]
    translated(main).main(terms, standalone_mode=False)
    use_language("en")
    assert cli.json("source", "terms", "P1")[0]["quotability"] == "not_at_all"


def test_dutch_help_fits_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    use_language("nl")
    for command in all_commands(translated(main)):
        shown = command.get_help(click.Context(command))
        words = shown.partition("Voorbeeld:")
        assert max(map(len, words[0].splitlines())) <= 80
        if isinstance(command, click.Group):
            assert "..." not in words[2].partition("Commands:")[2], command.name
