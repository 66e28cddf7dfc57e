"""Suggestions over passages: the one way in."""

from collections.abc import Callable, Sequence

from qualkit.domain.suggestions import Passage, SuggestionList
from qualkit.language.candidates import find_candidates
from qualkit.language.pipeline import find_pipeline, load_pipeline
from qualkit.language.ranking import rank


def suggest(
    passages: Sequence[Passage],
    language: str = "nl",
    pipeline: str | None = None,
    top: int = 10,
    progress: Callable[[int], None] | None = None,
) -> SuggestionList:
    """Give the `top` phrases worth noticing in the passages, best first, and what found them.

    The order of the passages makes no difference. Occurrences are code points, half-open, in the
    version each passage comes from. `progress` gets the number of passages done so far.

    Raises:
        PipelineMissingError: the pipeline that was named is not there or does not fit.
    """
    info = find_pipeline(language, pipeline)
    nlp = load_pipeline(info, language)
    candidates = find_candidates(nlp, passages, language, progress)
    return SuggestionList(rank(candidates, language, top), info)
