"""Finding a pipeline: the order, and what is said when there is none."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import spacy

from qualkit.errors import PipelineMissingError
from qualkit.language import pipeline
from qualkit.language.loading import load_pipeline
from qualkit.language.pipeline import (
    choice,
    find_all,
    find_pipeline,
    language_code,
)

OURS = f">={version('spacy').rsplit('.', 1)[0]}.0,<4.0.0"


def make_pipeline(folder: Path, made_for: str = OURS, lang: str = "nl") -> Path:
    """Write a blank pipeline that says which spaCy it was made for."""
    nlp = spacy.blank(lang)
    nlp.meta["version"] = "1.2.3"
    folder.parent.mkdir(exist_ok=True)
    nlp.to_disk(folder)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["spacy_version"] = made_for
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder


def make_package(site: Path, name: str, made_for: str = OURS) -> None:
    folder = site / name
    make_pipeline(folder, made_for)
    (folder / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_path\n"
        "def load(**options):\n    return load_model_from_path(Path(__file__).parent, **options)\n",
        encoding="utf-8",
    )


@pytest.fixture(autouse=True)
def _nothing_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without the pipeline that comes with qualkit, whether or not it is there."""
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path / "shipped")


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_a_word_with_a_hyphen_is_one_word(language: str) -> None:
    nlp = load_pipeline(find_pipeline(language), language)
    assert [token.text for token in nlp("anti-bureau word—word")] == [
        "anti-bureau",
        *(["word—word"] if language == "nl" else ["word", "—", "word"]),
    ]


@pytest.mark.parametrize("language", ["nl", "NL", "nl-BE", "nl_NL"])
def test_without_any_pipeline_the_blank_one_of_the_language_is_taken(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path)
    info = find_pipeline(language)
    assert (info.tier, info.name, info.version) == ("basic", "blank:nl", version("spacy"))
    assert load_pipeline(info, language).lang == "nl"


@pytest.mark.parametrize("language", ["qq", "", "ja", "../nl"])
def test_a_language_that_spacy_has_no_rules_for_gets_the_general_ones(language: str) -> None:
    info = find_pipeline(language)
    assert (info.tier, info.name) == ("basic", "blank:xx")
    assert load_pipeline(info, language).lang == "xx"


def test_a_pipeline_is_loaded_once() -> None:
    info = find_pipeline("nl")
    assert load_pipeline(info, "nl") is load_pipeline(info, "nl-BE")


def test_a_folder_can_be_named(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "eigen")
    info = find_pipeline("nl", str(folder))
    assert (info.tier, info.name, info.version) == ("named", str(folder), "1.2.3")
    assert load_pipeline(info, "nl").lang == "nl"


@pytest.mark.parametrize("name", ["nl_core_news_none", "json", "../nowhere", "a b"])
def test_a_named_pipeline_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(PipelineMissingError, match=r"no spaCy pipeline called") as caught:
        find_pipeline("nl", name)
    assert "nl_core_news_sm" in caught.value.hint


def test_a_range_of_versions_is_read_as_a_range(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "ruim", made_for=">=3.7.5,<3.9.0")
    assert find_pipeline("nl", str(folder)).tier == "named"


def test_a_named_pipeline_for_another_spacy_is_refused(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "oud", made_for=">=3.2.0,<3.3.0")
    with pytest.raises(PipelineMissingError, match=r"made for spaCy 3\.2") as caught:
        find_pipeline("nl", str(folder))
    assert "Install" in caught.value.hint


def test_a_damaged_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("[]", encoding="utf-8")
    with pytest.raises(PipelineMissingError):
        find_pipeline("nl", str(tmp_path))
    (tmp_path / "meta.json").write_text('{"lang": "nl"}', encoding="utf-8")
    info = find_pipeline("nl", str(tmp_path))
    with pytest.raises(PipelineMissingError, match="cannot be loaded"):
        load_pipeline(info, "nl")


def test_an_installed_pipeline_comes_before_a_shipped_one_and_the_largest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pipeline(tmp_path / "shipped" / "nl_qualkit")
    assert find_pipeline("nl").tier == "shipped"
    assert find_pipeline("nl").name == "nl_qualkit"
    assert load_pipeline(find_pipeline("nl"), "nl").meta["version"] == "1.2.3"

    monkeypatch.syspath_prepend(tmp_path)
    make_package(tmp_path, "nl_core_news_sm")
    make_package(tmp_path, "nl_core_news_md")
    make_package(tmp_path, "nl_core_news_lg", made_for=">=3.1.0,<3.2.0")
    info = find_pipeline("nl")
    assert (info.tier, info.name, info.version) == ("installed", "nl_core_news_md", "1.2.3")
    assert load_pipeline(info, "nl").lang == "nl"
    del sys.modules[info.name]
    assert find_pipeline("en").tier == "basic"


def test_a_shipped_pipeline_for_another_spacy_is_passed_over_and_listed_with_the_reason(
    tmp_path: Path,
) -> None:
    make_pipeline(tmp_path / "shipped" / "nl_qualkit", made_for=">=3.2.0,<3.3.0")
    assert find_pipeline("nl").tier == "basic"
    shipped, basic = find_all("nl")
    assert (shipped.info.name, shipped.made_for) == ("nl_qualkit", "3.2")
    assert "made for spaCy 3.2; this is spaCy" in shipped.problem
    assert "Install qualkit anew" in shipped.hint
    assert (basic.info.tier, basic.problem) == ("basic", "")


def test_a_shipped_pipeline_can_be_named_where_another_would_come_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pipeline(tmp_path / "shipped" / "nl_qualkit")
    monkeypatch.syspath_prepend(tmp_path)
    make_package(tmp_path, "nl_core_news_sm")
    info = find_pipeline("nl", "nl_qualkit")
    assert (info.tier, info.name) == ("named", "nl_qualkit")
    assert load_pipeline(info, "nl").meta["version"] == "1.2.3"
    order = [(one.info.tier, one.info.name) for one in find_all("nl", "nl_qualkit")]
    assert order == [
        ("named", "nl_qualkit"),
        ("installed", "nl_core_news_sm"),
        ("basic", "blank:nl"),
    ]


def test_what_was_named_is_never_replaced_by_another(tmp_path: Path) -> None:
    make_pipeline(tmp_path / "shipped" / "nl_qualkit")
    found = find_all("nl", "nl_core_news_none")
    assert [one.info.tier for one in found] == ["named", "shipped", "basic"]
    assert choice(found).problem == "There is no spaCy pipeline called nl_core_news_none."


def test_the_licence_is_that_of_the_pipeline(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "shipped" / "nl_qualkit")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "license": "CC BY-SA 4.0"}), "utf-8")
    assert find_all("nl")[0].licence == "CC BY-SA 4.0"


def test_finding_one_does_not_load_spacy() -> None:
    script = (
        "import sys; from qualkit.language.pipeline import find_pipeline; find_pipeline('nl');"
        "print(sorted({'spacy', 'wordfreq', 'simplemma', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_code_of_a_language_is_bare() -> None:
    assert [language_code(name) for name in ("nl", " NL-be", "en_GB", "")] == [
        "nl",
        "nl",
        "en",
        "xx",
    ]
