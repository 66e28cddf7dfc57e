"""spaCy pipelines that are found, and how they do on a short check."""

from dataclasses import dataclass

from qualkit.domain.suggestions import PipelineInfo


@dataclass(frozen=True, slots=True)
class FoundPipeline:
    """A pipeline that is there, whether or not it can be used."""

    info: PipelineInfo
    language: str = ""
    """The code of the language it was made for."""
    licence: str = ""
    made_for: str = ""
    """The minor version of spaCy it was made for ("3.8"), empty when it does not say."""
    problem: str = ""
    """Why it cannot be used, in a sentence; empty when it can."""
    hint: str = ""
    """What to do about the problem."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a number of things are right."""

    right: int
    total: int


@dataclass(frozen=True, slots=True)
class CheckScores:
    """What a pipeline makes of sentences of which the answers are known."""

    parts_of_speech: Share | None
    """Of content words; None when it does not give any."""
    lemmas: Share
    """Of the same words; looked up as for suggestions when the pipeline gives none."""
    sentences: Share
    """Sentences of which both ends are right; by our own rules when it finds none."""


@dataclass(frozen=True, slots=True)
class CheckedPipeline:
    """A pipeline with its place in the choice and what the check made of it."""

    found: FoundPipeline
    runs: bool
    """Whether suggestions would use it."""
    scores: CheckScores | None = None
    """None when it cannot be used, or when there is no check for the language."""
