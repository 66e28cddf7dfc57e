"""Suggestions over passages: the one way in.

`suggest` lists the phrases of a whole study. `Suggester` reads a study once and then answers as
often as it is asked, for the whole and for a passage within it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage, PipelineInfo, Suggestion, SuggestionList
from qualkit.language.loading import load_pipeline
from qualkit.language.pipeline import find_pipeline
from qualkit.language.ranking import rank
from qualkit.language.study import Study, read_study
from qualkit.language.tally import Places
from qualkit.language.weights import STRIKING_SHARE, WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Suggester:
    """A study that has been read, to be asked for phrases."""

    study: Study
    pipeline: PipelineInfo

    def everywhere(self, top: int = 10) -> SuggestionList:
        """Give the `top` phrases worth noticing in the whole study, best first."""
        return self._ranked(self.study.places, top, STRIKING_SHARE)

    def at(self, source_id: str, span: Span, top: int = 10) -> SuggestionList:
        """Give the `top` phrases worth noticing in one stretch of a source, best first.

        The study tells what is typical; `span` is in the version (code points, half-open) and only
        phrases that lie wholly within it are given, each with its places there.
        """
        return self._ranked(_within(self.study, source_id, span), top, lane=0.0)

    def _ranked(self, places: Places, top: int, lane: float) -> SuggestionList:
        study = self.study
        found = rank(
            study.tally(places), study.scale, lambda keys: study.forms(places, keys), top, lane
        )
        suggestions = tuple(
            Suggestion(
                one.phrase, one.lemma, one.score, one.reason, study.occurrences(places, one.keys)
            )
            for one in found
        )
        return SuggestionList(suggestions, self.pipeline)


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
    return read(passages, language, pipeline, progress).everywhere(top)


def read(
    passages: Sequence[Passage],
    language: str = "nl",
    pipeline: str | None = None,
    progress: Callable[[int], None] | None = None,
    weights: Weights = WEIGHTS,
) -> Suggester:
    """Read the passages of a study, to ask for its phrases afterwards.

    Raises:
        PipelineMissingError: the pipeline that was named is not there or does not fit.
    """
    info = find_pipeline(language, pipeline)
    study = read_study(load_pipeline(info, language), passages, language, progress, weights)
    return Suggester(study, info)


def _within(study: Study, source_id: str, span: Span) -> Places:
    """Give the places that lie within a stretch of a source."""
    found, places = study.found, study.places
    begins = np.array([p.span.start for p in study.passages], dtype=np.int64)[places.piece]
    of_source = np.array([p.source_id == source_id for p in study.passages], dtype=np.bool_)
    inside = of_source[places.piece]
    inside &= begins + found.start[places.row] >= span.start
    inside &= begins + found.end[places.row] <= span.end
    return places.where(inside)
