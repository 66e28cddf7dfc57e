"""Vignettes: what happened, in the researcher's own words, where a quote may not be printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.codings import CodedSegment
from qualkit.domain.identifiers import Proposal
from qualkit.domain.own_words import taken_over
from qualkit.domain.spans import Span
from qualkit.domain.vaguer_words import Vaguer, vaguer_words


class MadeOf(StrEnum):
    """Whether a vignette tells of one case or is put together from several; printed with it."""

    SINGLE = "single"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Vignette:
    """A short story under a theme."""

    id: str
    theme_id: str
    position: int
    title: str
    text: str
    made_of: MadeOf
    author: str
    changed_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class VignettePassage:
    """A passage that a vignette rests on; never printed."""

    id: str
    vignette_id: str
    coding_id: str


@dataclass(frozen=True, slots=True)
class VignetteView:
    """A vignette as it is printed, with the passages that stand beside it while writing."""

    vignette: Vignette
    title: str
    """With every replacement."""
    words: str
    """The story with every replacement."""
    note: str
    """What is printed with it, in the language of the study: what it is made of."""
    passages: tuple[CodedSegment, ...] = ()
    """What it rests on, by source and place; never printed."""
    cases: int = 0
    """How many cases those passages are of; a source without a case counts for one."""
    not_to_be_printed: tuple[CodedSegment, ...] = ()
    """Those of which nothing may be printed; with one of them a vignette is not printed."""


@dataclass(frozen=True, slots=True)
class VignetteDraft:
    """A vignette that is being written."""

    theme_id: str
    vignette_id: str = ""
    """The one that is being changed; empty for a new one."""
    title: str = ""
    text: str = ""
    made_of: MadeOf | None = None
    """None goes by the cases behind its passages."""
    coding_ids: tuple[str, ...] = ()


def usually_made_of(cases: int) -> MadeOf:
    """Give what a vignette on passages of so many cases is, unless a person says otherwise."""
    return MadeOf.COMPOSITE if cases > 1 else MadeOf.SINGLE


@dataclass(frozen=True, slots=True)
class StoryHelp:
    """What is pointed out while a vignette is written; nothing of it is ever refused."""

    taken_over: tuple[Span, ...]
    """Stretches that stand word for word in a passage."""
    exact: tuple[Vaguer, ...]
    """Days and ages, with a season or a band that may stand there instead."""
    identifiers: tuple[Proposal, ...] = ()
    """What else could give somebody away."""


def help_with(
    text: str,
    passages: Iterable[CodedSegment],
    language: str,
    identifiers: Iterable[Proposal] = (),
) -> StoryHelp:
    """Look through a story that is told from some passages.

    Of the identifiers in it, those that a season or a band stands for already are left out.
    """
    words = (passage.words for passage in passages)
    exact = vaguer_words(text, language)
    others = tuple(
        each for each in identifiers if not any(each.span.overlaps(it.span) for it in exact)
    )
    return StoryHelp(taken_over(text, words), exact, others)
