"""Loading a spaCy pipeline: once for phrases, and whole where its sentences are wanted."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from qualkit.domain.suggestions import PipelineInfo
from qualkit.errors import PipelineMissingError
from qualkit.language.pipeline import folder_of, language_code, package_folder
from qualkit.translation import _

if TYPE_CHECKING:
    from spacy.language import Language

_ENTITIES = ("ner", "entity_ruler")
_NEVER_USED = (*_ENTITIES, "entity_linker", "textcat", "spancat")
"""Parts that cost time and that only the search for names reads, if anything does."""

_UNUSED = ("parser", "senter", *_NEVER_USED)
"""The same for phrases, which come from the tagger alone."""

_UNUSED_FOR_NAMES = tuple(part for part in _UNUSED if part not in _ENTITIES)

_loading = Lock()


def load_pipeline(info: PipelineInfo, language: str) -> "Language":
    """Load a pipeline that was found, once per process, without the parts that are not needed.

    Raises:
        PipelineMissingError: it is there but cannot be loaded.
    """
    with _loading:
        return _load_once(info.tier, info.name, language_code(language))


def load_for_names(info: PipelineInfo, language: str) -> "Language":
    """Load a pipeline with what finds entities, if it has that; one without is loaded only once.

    Raises:
        PipelineMissingError: it is there but cannot be loaded.
    """
    with _loading:
        nlp = _load_once(info.tier, info.name, language_code(language))
        return _load_named_once(info.tier, info.name, language_code(language)) or nlp


def load_whole(info: PipelineInfo, language: str) -> "Language":
    """Load a pipeline with what finds sentences too; it is not kept, for a large one takes much.

    Raises:
        PipelineMissingError: it is there but cannot be loaded.
    """
    nlp = _load(info.tier, info.name, language_code(language), _NEVER_USED)
    if "parser" not in nlp.pipe_names and "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    return nlp


@cache
def _load_once(tier: str, name: str, language: str) -> "Language":
    return _load(tier, name, language, _UNUSED)


@cache
def _load_named_once(tier: str, name: str, language: str) -> "Language | None":
    """Give a pipeline with its entities; None for one that has none."""
    if tier == "basic":
        return None
    nlp = _load(tier, name, language, _UNUSED_FOR_NAMES)
    return nlp if any(part in nlp.pipe_names for part in _ENTITIES) else None


def _load(tier: str, name: str, language: str, unused: tuple[str, ...]) -> "Language":
    import spacy  # noqa: PLC0415 (heavy; not needed to find a pipeline)
    from spacy import util  # noqa: PLC0415

    if tier == "basic":
        return _with_whole_compounds(spacy.blank(name.removeprefix("blank:")))
    try:
        if tier != "shipped" and package_folder(name):
            return _with_whole_compounds(util.load_model_from_package(name, exclude=unused))
        return _with_whole_compounds(util.load_model_from_path(folder_of(name), exclude=unused))
    except (OSError, ValueError, ImportError, AttributeError, LookupError) as problem:
        raise PipelineMissingError(
            _("The spaCy pipeline {name} for {language} cannot be loaded.").format(
                name=name, language=language
            ),
            hint=str(problem),
        ) from problem


def _with_whole_compounds(nlp: "Language") -> "Language":
    """Let a word with a hyphen be one word, as Dutch has it: English would cut "call-back"."""
    from spacy.lang.char_classes import HYPHENS  # noqa: PLC0415 (as spaCy itself)
    from spacy.util import compile_infix_regex  # noqa: PLC0415

    infixes = [str(infix) for infix in nlp.Defaults.infixes or ()]
    if any(HYPHENS in infix for infix in infixes):
        dashes = HYPHENS.removeprefix("-|")
        kept = [infix.replace(HYPHENS, dashes) for infix in infixes]
        tokenizer: Any = nlp.tokenizer  # a Cython class, without types
        tokenizer.infix_finditer = compile_infix_regex(kept).finditer
    return nlp
