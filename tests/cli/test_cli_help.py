"""The help: complete, with examples, true to the docs, and quick."""

import re
import subprocess
import sys
from collections.abc import Iterator
from inspect import cleandoc

import click
import pytest

from qualkit.cli.main import SECTIONS, main
from tests.cli.calling import ROOT

HEAVY = (
    "spacy",
    "thinc",
    "textual",
    "docx",
    "matplotlib",
    "sqlite3",
    "sqlite_utils",
    "rapidfuzz",
    "cattrs",
)


def walk(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from walk(command, f"{path} {name}")


COMMANDS = dict(walk(main, "qualkit"))
LEAVES = {path: item for path, item in COMMANDS.items() if not isinstance(item, click.Group)}


def example_of(command: click.Command) -> str:
    assert command.help is not None
    return cleandoc(command.help).partition("\b\nExample:\n")[2].strip().splitlines()[0].strip()


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_an_example_that_calls_it(path: str) -> None:
    called = " ".join(path.split()[:2]) if path not in LEAVES else path
    assert example_of(COMMANDS[path]).startswith(called)


def test_a_default_is_told_as_one_types_it() -> None:
    told = [leaf.get_help(click.Context(leaf)) for leaf in LEAVES.values()]
    assert not [match for help_ in told for match in re.findall(r"\[default:\s+[A-Z]{2,}", help_)]


@pytest.mark.parametrize("path", LEAVES)
def test_every_command_is_in_the_docs_as_its_help_says(path: str) -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("## All commands")[2]
    row = next(
        line for line in docs.splitlines() if line.startswith((f"| `{path} ", f"| `{path}`"))
    )
    assert COMMANDS[path].get_short_help_str(300) in row
    assert f"`{example_of(COMMANDS[path])}`" in row


def test_the_docs_name_no_other_commands() -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8")
    rows = docs.partition("## All commands")[2].partition("## JSON")[0]
    named = [line for line in rows.splitlines() if line.startswith("| `qualkit")]
    assert len(named) == len(LEAVES)


def test_the_short_help_that_needs_no_import_is_the_command_s_own() -> None:
    known = {name: lazy.help for section in SECTIONS.values() for name, lazy in section.items()}
    assert known == {name: COMMANDS[f"qualkit {name}"].get_short_help_str(300) for name in known}


ANALYTIC = {
    "source": "role terms making passage",
    "segment": "propose merge split move",
    "case": "assign relabel",
    "code": "add rename describe move merge split retire remove",
    "coding": "add remove recode resize mark unmark",
    "memo": "remove",
    "board": "move add aside new snapshot restore forget",
    "reading": "stay doubt move",
    "round": "begin order close",
    "theme": "add edit move put take merge split relate unrelate stance absence remove",
    "claim": "add reword drop",
    "quote": "choose shortlist edit move drop",
    "vignette": "add edit link unlink move drop",
    "doubt": "decide reopen",
    "suggestion": "reject restore",
    "queue": "code attach watch unwatch reject drop",
}


@pytest.mark.parametrize(("noun", "verbs"), ANALYTIC.items())
def test_analytic_steps_take_a_reason(noun: str, verbs: str) -> None:
    for verb in verbs.split():
        options = [name for item in COMMANDS[f"qualkit {noun} {verb}"].params for name in item.opts]
        assert "--why" in options


def loaded_by(*names: str) -> set[str]:
    """Give the top-level modules that the help loads, of the program or of some commands."""
    calls = [[name, "--help"] for name in names] or [["--help"]]
    script = (
        "import sys\n"
        "from qualkit.cli.main import main\n"
        f"for call in {calls!r}:\n"
        "    main.main(call, prog_name='qualkit', standalone_mode=False)\n"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


def test_help_loads_nothing_but_click_and_the_settings() -> None:
    loaded = loaded_by()
    assert "click" in loaded
    assert not loaded & {*HEAVY, "rich", "wordfreq", "jinja2"}


def test_help_of_the_commands_opens_no_store_and_loads_no_screen_or_pipeline() -> None:
    names = [name for section in SECTIONS.values() for name in section]
    assert not loaded_by(*names) & set(HEAVY)


def test_help_fits_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    texts = [command.get_help(click.Context(command)) for command in COMMANDS.values()]
    examples = {example_of(command) for command in COMMANDS.values()}
    lines = [line for text in texts for line in text.splitlines() if line.strip() not in examples]
    assert max(map(len, lines)) <= 80
