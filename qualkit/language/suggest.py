"""Suggestions over passages: the one way in.

`suggest` lists the phrases of a whole study. `Suggester` reads a study once and then answers as
often as it is asked, for the whole and for a passage within it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage, PipelineInfo, SuggestionList
from qualkit.language.loading import load_pipeline
from qualkit.language.mentions import Mentions
from qualkit.language.pipeline import find_pipeline
from qualkit.language.ranking import rank
from qualkit.language.scoring import WordScale, word_scale
from qualkit.language.study import Study, read_study
from qualkit.language.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Suggester:
    """A study that has been read, to be asked for phrases."""

    study: Study
    scale: WordScale
    pipeline: PipelineInfo

    def everywhere(self, top: int = 10) -> SuggestionList:
        """Give the `top` phrases worth noticing in the whole study, best first."""
        return SuggestionList(rank(self.study, self.study.mentions, self.scale, top), self.pipeline)

    def at(self, source_id: str, span: Span, top: int = 10) -> SuggestionList:
        """Give the `top` phrases worth noticing in one stretch of a source, best first.

        The study tells what is typical; `span` is in the version (code points, half-open) and only
        phrases that lie wholly within it are given, each with its places there.
        """
        here = _within(self.study, source_id, span)
        return SuggestionList(rank(self.study, here, self.scale, top, lane=0.0), self.pipeline)


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
    study = read_study(load_pipeline(info, language), passages, language, progress)
    return Suggester(study, word_scale(study, weights), info)


def _within(study: Study, source_id: str, span: Span) -> Mentions:
    """Give the mentions that lie within a stretch of a source."""
    mentions = study.mentions
    begins = np.array([p.span.start for p in study.passages], dtype=np.int64)
    of_source = np.array([p.source_id == source_id for p in study.passages], dtype=np.bool_)
    begin = begins[mentions.passage] if len(mentions) else mentions.start
    inside = of_source[mentions.passage] if len(mentions) else np.zeros(0, dtype=np.bool_)
    inside &= (begin + mentions.start >= span.start) & (begin + mentions.end <= span.end)
    return mentions.take(np.flatnonzero(inside))
