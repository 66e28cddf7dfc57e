"""Language pipelines: which runs, in which order, and what an installed one changes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import spacy

from qualkit.language import pipeline
from tests.cli.calling import ROOT, Command

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]

NOTES = """R: De losse inhuur helpt ons. Losse inhuur kost veel geld.
R: De politie heeft een rooster.
"""
WORDS = {"losse": ("ADJ", "los"), "inhuur": ("NOUN", "inhuur"), "politie": ("NOUN", "politie")}
ENGLISH_NOTES = "R: The waiting list is long. The waiting list helps nobody.\n"
ENGLISH_WORDS = {
    "waiting": ("NOUN", "waiting"),
    "list": ("NOUN", "list"),
    "police": ("NOUN", "police"),
}
OURS = ".".join(version("spacy").split(".")[:2])

INIT = """from pathlib import Path
from spacy.util import load_model_from_init_py, get_model_meta
__version__ = get_model_meta(Path(__file__).parent)["version"]
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def install(
    site: Path,
    package: str,
    words: Mapping[str, tuple[str, str]],
    number: str = "3.8.0",
    made_for: str = OURS,
) -> None:
    """Put a pipeline that tags a few words where pip would put it, built as spaCy packages are."""
    nlp = spacy.blank(package[:2])
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"IS_ALPHA": True}]], {"POS": "X"})  # type: ignore[attr-defined]
    for word, (part_of_speech, lemma) in words.items():
        ruler.add([[{"LOWER": word}]], {"POS": part_of_speech, "LEMMA": lemma})  # type: ignore[attr-defined]
    nlp.meta.update(name=package[3:], version=number, license="CC BY-SA 4.0")
    data = site / package / f"{package}-{number}"
    data.mkdir(parents=True)
    nlp.to_disk(data)
    meta = json.loads((data / "meta.json").read_text("utf-8"))
    meta["spacy_version"] = f"~={made_for}.0"
    for folder in (data, site / package):
        (folder / "meta.json").write_text(json.dumps(meta), "utf-8")
    (site / package / "__init__.py").write_text(INIT, "utf-8")
    info = site / f"{package}-{number}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {package}\nVersion: {number}\n", "utf-8"
    )
    (info / "INSTALLER").write_text("pip\n", "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages, seen by the processes that are started with it."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture
def installed(process: Process, site: Path) -> Callable[..., list[dict[str, Any]]]:
    """Run a command as a process that sees the installed packages, and read its JSON."""

    def run(*arguments: str) -> list[dict[str, Any]]:
        done = process(*arguments, "--json", PYTHONPATH=os.pathsep.join([str(ROOT), str(site)]))
        assert done.returncode == 0, done.stderr
        loaded: list[dict[str, Any]] = json.loads(done.stdout)
        return loaded

    return run


def make_study(folder: Path, text: str, language: str = "nl") -> str:
    notes = folder.parent / f"notities-{language}.txt"
    notes.write_text(text, "utf-8")
    command = Command(folder)
    command.ok("new", str(folder), "-t", "Proef", "--language", language)
    command.ok("import", str(notes), "--speakers", "R = participant")
    return str(folder)


def test_an_installed_pipeline_wins_and_a_named_one_comes_before_it(
    installed: Callable[..., list[dict[str, Any]]], site: Path, tmp_path: Path
) -> None:
    install(site, "nl_core_news_sm", WORDS)
    install(site, "nl_eigen_sm", {"rooster": ("NOUN", "rooster")}, "0.2.0")
    study = make_study(tmp_path / "studie", NOTES)

    found = installed("-C", study, "pipeline")
    first = found[0]
    assert (first["tier"], first["name"], first["version"], first["licence"]) == (
        *("installed", "nl_core_news_sm", "3.8.0", "CC BY-SA 4.0"),
    )
    assert [one["runs"] for one in found] == [True] + [False] * (len(found) - 1)
    assert "nl_eigen_sm" not in {one["name"] for one in found}
    assert first["parts_of_speech"]["right"] == first["lemmas"]["right"] == 1
    assert found[-1]["tier"] == "basic"
    assert found[-1]["why"] == "nl_core_news_sm comes first."

    phrases = installed("-C", study, "suggest")
    assert {(one["tier"], one["pipeline"], one["version"]) for one in phrases} == {
        ("installed", "nl_core_news_sm", "3.8.0")
    }
    assert phrases[0]["phrase"].lower() == "losse inhuur"
    assert not {"geld", "rooster"} & {one["phrase"] for one in phrases}

    named = installed("-C", study, "pipeline", "--pipeline", "nl_eigen_sm")
    assert [(one["tier"], one["name"]) for one in named[:2]] == [
        ("named", "nl_eigen_sm"),
        ("installed", "nl_core_news_sm"),
    ]
    assert [one["runs"] for one in named[:2]] == [True, False]
    phrases = installed("-C", study, "suggest", "--pipeline", "nl_eigen_sm")
    assert [(one["phrase"], one["tier"], one["version"]) for one in phrases] == [
        ("rooster", "named", "0.2.0")
    ]


def test_an_english_study_uses_its_installed_pipeline(
    installed: Callable[..., list[dict[str, Any]]], site: Path, tmp_path: Path
) -> None:
    install(site, "nl_core_news_sm", WORDS)
    study = make_study(tmp_path / "study", ENGLISH_NOTES, "en")
    assert {one["tier"] for one in installed("-C", study, "suggest")} == {"basic"}
    install(site, "en_core_web_sm", ENGLISH_WORDS)
    found = installed("-C", study, "suggest")
    assert {(one["tier"], one["pipeline"]) for one in found} == {("installed", "en_core_web_sm")}
    assert found[0]["phrase"] == "waiting list"
    listed = installed("-C", study, "pipeline")
    assert [(one["name"], one["runs"]) for one in listed] == [
        ("en_core_web_sm", True),
        ("blank:en", False),
    ]
    assert listed[0]["parts_of_speech"]["right"] == 1


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, site: Path) -> Iterator[Command]:
    """Commands in a folder without a project, with packages in `site` and nothing shipped."""
    monkeypatch.syspath_prepend(site)
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path / "shipped")
    monkeypatch.chdir(tmp_path)
    yield Command(Path())
    for name in [name for name in sys.modules if name.startswith("nl_core_news_")]:
        del sys.modules[name]


def test_a_pipeline_for_another_spacy_is_listed_with_the_reason_and_not_used(
    here: Command, site: Path
) -> None:
    install(site, "nl_core_news_lg", WORDS, "3.2.0", made_for="3.2")
    old, basic = here.json("pipeline", "--language", "nl")
    assert (old["fits"], old["runs"], old["made_for"], old["lemmas"]) == (False, False, "3.2", None)
    assert f"made for spaCy 3.2; this is spaCy {OURS}" in old["why"]
    assert (basic["tier"], basic["runs"]) == ("basic", True)

    named, *others = here.json("pipeline", "--language", "nl", "--pipeline", "nl_core_news_lg")
    assert (named["tier"], named["fits"]) == ("named", False)
    assert not any(one["runs"] for one in (named, *others)), "no other takes its place"


def test_a_pipeline_that_cannot_be_loaded_is_listed_with_the_reason(
    here: Command, site: Path
) -> None:
    install(site, "nl_core_news_md", WORDS)
    (site / "nl_core_news_md" / "__init__.py").write_text("", "utf-8")
    shown = here.ok("pipeline", "--language", "nl")
    assert "nl_core_news_md for nl cannot be loaded" in shown.stdout
    assert "No suggestions can be made" in shown.stderr


def test_the_table_tells_shares_in_words_and_no_total(here: Command) -> None:
    shown = here.ok("pipeline", "--language", "nl").stdout
    assert "1. blank:nl" in shown
    assert re.search(r"Part of speech +not given", shown)
    assert re.search(r"Lemma +\d+ of \d+ words", shown)
    assert re.search(r"Borders +\d+ of \d+ sentences", shown)
    assert "%" not in shown


def test_the_language_of_a_named_pipeline_is_shown(here: Command, site: Path) -> None:
    nlp = spacy.blank("en")
    nlp.to_disk(site / "eigen")
    shown = here.ok("pipeline", "--language", "nl", "--pipeline", str(site / "eigen")).stdout
    assert re.search(r"Language +en", shown)


def test_a_language_without_a_check_is_listed_without_scores(here: Command) -> None:
    shown = here.ok("pipeline", "--language", "de")
    assert "1. blank:de" in shown.stdout
    assert "no check for the language 'de'" in shown.stderr


def test_the_language_is_that_of_the_study(here: Command, tmp_path: Path) -> None:
    make_study(tmp_path / "study", ENGLISH_NOTES, "en")
    assert Command(tmp_path / "study").json("pipeline")[0]["name"] == "blank:en"
    assert here("pipeline").exit_code == 1, "a folder named with -C has to hold a project"


def test_the_json_has_the_keys_of_the_docs(here: Command) -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("## JSON")[2]
    row = next(line for line in docs.splitlines() if line.startswith("| `pipeline` |"))
    documented = set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row.split("|")[2])))
    assert set(here.json("pipeline", "--language", "nl")[0]) == documented
