"""Which spaCy pipeline to use, and loading it once.

The order is in `find_pipeline` and nowhere else: named, installed, shipped, blank. Finding one
reads a `meta.json` at most; spaCy itself is imported when one is loaded.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from qualkit.domain.suggestions import PipelineInfo
from qualkit.errors import PipelineMissingError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent / "pipelines"
"""Where pipelines that travel with the package stand, one folder `<lang>_<name>` each."""

_WELL_KNOWN = ("news_lg", "web_lg", "news_md", "web_md", "news_sm", "web_sm")
"""`{lang}_core_{…}`, best first."""

_UNUSED = ("parser", "ner", "senter", "entity_linker", "entity_ruler", "textcat", "spancat")
"""Parts that cost time and that nothing here reads; phrases come from the tagger alone."""

_NEED_OTHER_PACKAGES = frozenset({"ja", "ko", "th", "vi"})
"""Languages whose blank pipeline needs a tokenizer that is not a dependency of ours."""

_loading = Lock()


@dataclass(frozen=True, slots=True)
class _Meta:
    """What a pipeline says about itself in its `meta.json`."""

    language: str
    version: str
    made_for: str
    """The spaCy minor version it was made for ("3.8"), empty when it does not say."""


def find_pipeline(language: str, name: str | None = None) -> PipelineInfo:
    """Tell which pipeline will run for a language, without loading spaCy.

    `name` is an installed package or a folder; without one, the best that is installed, then the
    one shipped with qualkit, then a blank one (tier "basic").

    Raises:
        PipelineMissingError: the named one is not there or was made for another spaCy.
    """
    if name:
        return _named(name)
    code = language_code(language)
    for found in _installed(code):
        return found
    for found in _shipped(code):
        return found
    return blank_pipeline(code)


def blank_pipeline(language: str) -> PipelineInfo:
    """Describe the blank pipeline of a language: tokenizer rules only, "xx" for an unknown one."""
    code = language_code(language)
    known = code if _spacy_knows(code) else "xx"
    return PipelineInfo(tier="basic", name=f"blank:{known}", version=version("spacy"))


def load_pipeline(info: PipelineInfo, language: str) -> "Language":
    """Load a pipeline that was found, once per process, without the parts that are not needed.

    Raises:
        PipelineMissingError: it is there but cannot be loaded.
    """
    with _loading:
        return _load(info.tier, info.name, language_code(language))


def language_code(language: str) -> str:
    """Give the bare code of a language: "nl" for "nl", "NL" and "nl-BE"."""
    return re.split(r"[-_]", language.strip().lower())[0] or "xx"


@cache
def _load(tier: str, name: str, language: str) -> "Language":
    import spacy  # noqa: PLC0415 (heavy; not needed to find a pipeline)
    from spacy import util  # noqa: PLC0415

    if tier == "basic":
        return spacy.blank(name.removeprefix("blank:"))
    try:
        if tier == "shipped":
            return util.load_model_from_path(SHIPPED / name, exclude=_UNUSED)
        if _package_folder(name):
            return util.load_model_from_package(name, exclude=_UNUSED)
        return util.load_model_from_path(Path(name), exclude=_UNUSED)
    except (OSError, ValueError, ImportError, AttributeError, KeyError) as problem:
        raise PipelineMissingError(
            f"The spaCy pipeline {name} for {language} cannot be loaded.", hint=str(problem)
        ) from problem


def _named(name: str) -> PipelineInfo:
    folder = _package_folder(name) or Path(name)
    meta = _read_meta(folder)
    if meta is None:
        raise PipelineMissingError(
            f"There is no spaCy pipeline called {name}.",
            hint="Give the name of an installed package, such as nl_core_news_sm, or a folder that"
            " holds a meta.json.",
        )
    if not _fits(meta):
        ours = _minor(version("spacy"))
        raise PipelineMissingError(
            f"The pipeline {name} was made for spaCy {meta.made_for}; this is spaCy {ours}.",
            hint=f"Install a version of {name} that was made for spaCy {ours}.",
        )
    return PipelineInfo(tier="named", name=name, version=meta.version)


def _installed(code: str) -> Iterator[PipelineInfo]:
    for kind in _WELL_KNOWN:
        name = f"{code}_core_{kind}"
        folder = _package_folder(name)
        meta = _read_meta(folder) if folder else None
        if meta and _fits(meta):
            yield PipelineInfo(tier="installed", name=name, version=meta.version)


def _shipped(code: str) -> Iterator[PipelineInfo]:
    for folder in sorted(SHIPPED.glob(f"{code}_*")):
        meta = _read_meta(folder)
        if meta and _fits(meta):
            yield PipelineInfo(tier="shipped", name=folder.name, version=meta.version)


def _package_folder(name: str) -> Path | None:
    """Give the folder of an installed package without importing it."""
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _read_meta(folder: Path) -> _Meta | None:
    try:
        raw: Any = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(raw, dict):
        return None
    made_for = _minor(str(raw.get("spacy_version", "")))
    return _Meta(str(raw.get("lang", "")), str(raw.get("version", "")), made_for)


def _fits(meta: _Meta) -> bool:
    return meta.made_for in ("", _minor(version("spacy")))


def _minor(wanted: str) -> str:
    """Give "3.8" for "3.8.18" and for a demand such as ">=3.8.0,<3.9.0" (its lower end)."""
    found = re.search(r"\d+\.\d+", wanted)
    return found.group() if found else ""


def _spacy_knows(code: str) -> bool:
    """Tell whether spaCy has rules for a language, by looking at its folders."""
    spec = find_spec("spacy")
    if code in _NEED_OTHER_PACKAGES or spec is None or spec.origin is None:
        return False
    return (Path(spec.origin).parent / "lang" / code / "__init__.py").is_file()
