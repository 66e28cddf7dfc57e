"""Which spaCy pipeline to use.

The order is in `_in_order` and nowhere else: named, installed, shipped, blank. Finding one
reads a `meta.json` at most; spaCy itself is imported when one is loaded (`loading`).
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from qualkit.domain.pipelines import FoundPipeline
from qualkit.domain.suggestions import PipelineInfo
from qualkit.errors import PipelineMissingError
from qualkit.translation import _

SHIPPED = Path(__file__).parent / "pipelines"
"""Where pipelines that travel with the package stand, one folder `<lang>_<name>` each."""

_WELL_KNOWN = ("news_lg", "web_lg", "news_md", "web_md", "news_sm", "web_sm")
"""`{lang}_core_{…}`, best first."""

_NEED_OTHER_PACKAGES = frozenset({"ja", "ko", "th", "vi"})
"""Languages whose blank pipeline needs a tokenizer that is not a dependency of ours."""


@dataclass(frozen=True, slots=True)
class _Meta:
    """What a pipeline says about itself in its `meta.json`."""

    language: str
    version: str
    licence: str
    demands: str
    """The spaCy versions it says it works with (">=3.8.0,<3.9.0"), empty when it does not say."""

    @property
    def made_for(self) -> str:
        """The spaCy minor version at the lower end ("3.8"), empty when it does not say."""
        return _minor(self.demands)

    @property
    def fits(self) -> bool:
        """Whether it works with the spaCy that is installed."""
        try:
            return not self.demands or version("spacy") in SpecifierSet(self.demands)
        except InvalidSpecifier:
            return self.made_for == _minor(version("spacy"))


def find_pipeline(language: str, name: str | None = None) -> PipelineInfo:
    """Tell which pipeline will run for a language, without loading spaCy.

    `name` is an installed package, one shipped with qualkit, or a folder; without one, the best
    that is installed, then the one shipped, then a blank one (tier "basic").

    Raises:
        PipelineMissingError: the named one is not there or was made for another spaCy.
    """
    chosen = choice(_in_order(language, name))
    if chosen.problem:
        raise PipelineMissingError(chosen.problem, hint=chosen.hint)
    return chosen.info


def find_all(language: str, name: str | None = None) -> tuple[FoundPipeline, ...]:
    """Give every pipeline there is for a language, in the order of choice, without loading spaCy.

    Those that do not fit this spaCy are among them, and so is a named one that is not there.
    """
    return tuple(_in_order(language, name))


def choice(found: Iterable[FoundPipeline]) -> FoundPipeline:
    """Give the one of `find_all` that comes first and can be used.

    One that was named is never passed over: with a problem it is given as it is, for whoever asks
    for one pipeline should not get another.
    """
    return next(one for one in found if not one.problem or one.info.tier == "named")


def blank_pipeline(language: str) -> PipelineInfo:
    """Describe the blank pipeline of a language: tokenizer rules only, "xx" for an unknown one."""
    code = language_code(language)
    known = code if _spacy_knows(code) else "xx"
    return PipelineInfo(tier="basic", name=f"blank:{known}", version=version("spacy"))


def language_code(language: str) -> str:
    """Give the bare code of a language: "nl" for "nl", "NL" and "nl-BE"."""
    return re.split(r"[-_]", language.strip().lower())[0] or "xx"


def _in_order(language: str, name: str | None) -> Iterator[FoundPipeline]:
    """Give what there is: named, installed, shipped, blank; each once."""
    code = language_code(language)
    if name:
        yield _named(name)
    for tier, names in (("installed", _installed(code)), ("shipped", _shipped(code))):
        for other in names:
            meta = _read_meta(folder_of(other, tier))
            if meta and other != name:
                yield _found(tier, other, meta)
    yield FoundPipeline(blank_pipeline(code), code, licence="MIT")


def _named(name: str) -> FoundPipeline:
    meta = _read_meta(folder_of(name))
    if meta:
        return _found("named", name, meta)
    return FoundPipeline(
        PipelineInfo(tier="named", name=name, version=""),
        problem=_("There is no spaCy pipeline called {name}.").format(name=name),
        hint=_(
            "Give the name of an installed package, such as nl_core_news_sm, or a folder "
            "that holds a meta.json."
        ),
    )


def _found(tier: str, name: str, meta: _Meta) -> FoundPipeline:
    info = PipelineInfo(tier=tier, name=name, version=meta.version)
    found = FoundPipeline(info, meta.language, meta.licence, meta.made_for)
    ours = _minor(version("spacy"))
    if meta.fits:
        return found
    problem = _("The pipeline {name} was made for spaCy {wanted}; this is spaCy {ours}.").format(
        name=name, wanted=meta.made_for, ours=ours
    )
    hint = _("Install a version of {name} that was made for spaCy {ours}.").format(
        name=name, ours=ours
    )
    if tier == "shipped":
        hint = _("Install qualkit anew, with the spaCy it asks for, or install another pipeline.")
    return replace(found, problem=problem, hint=hint)


def _installed(code: str) -> Iterator[str]:
    names = (f"{code}_core_{kind}" for kind in _WELL_KNOWN)
    return (name for name in names if package_folder(name))


def _shipped(code: str) -> Iterator[str]:
    return (folder.name for folder in sorted(SHIPPED.glob(f"{code}_*")))


def folder_of(name: str, tier: str = "") -> Path:
    """Give where a pipeline stands: an installed package, one of ours, or a folder by its path."""
    ours = SHIPPED / name
    if tier == "shipped":
        return ours
    return package_folder(name) or (ours if name.isidentifier() and ours.is_dir() else Path(name))


def package_folder(name: str) -> Path | None:
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
    told = {key: str(raw.get(key) or "") for key in ("lang", "version", "license", "spacy_version")}
    return _Meta(told["lang"], told["version"], told["license"], told["spacy_version"])


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
