"""A scan of texts for what could give somebody away: text by text, so that it can be stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qualkit.analysis.identifiers.marks import apart, marks_in
from qualkit.analysis.identifiers.names import capitals, named
from qualkit.analysis.identifiers.own_words import OwnWords, mark_seen_names
from qualkit.analysis.identifiers.roles import pronouns
from qualkit.domain.identifiers import Ground, Mark, Proposal, ScanScope
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import PipelineInfo
from qualkit.services.scanned_texts import ScannedText, Unit

Progress = Callable[[int, int], None]
"""Called with how many texts are done, and of how many; it may end the scan by raising."""

AT_A_TIME = 25
"""Texts that are read before it is told how far one is."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found, and by what."""

    proposals: tuple[Proposal, ...]
    """By source and place."""
    pipeline: PipelineInfo | None = None
    """What looked for names; None when only rules did."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Where and how one looks."""

    scope: ScanScope = ScanScope.QUOTES
    ids: tuple[str, ...] = ()
    """Of the theme or the sources, where the scope asks for them."""
    names: bool = True
    """Whether the language pipeline looks for names."""
    pronouns: bool = False
    """Whether he and she are proposed, of participants whose group is small."""


EVERY_QUOTE = Looking()


class Scanning:
    """Finds marks in texts, and at the end what is to be proposed."""

    def __init__(
        self,
        own: OwnWords,
        small_groups: frozenset[str],
        pipeline: PipelineInfo | None,
        language: str,
    ) -> None:
        """Look with some rules.

        Args:
            own: The project's own words.
            small_groups: Sources of which he and she are marked.
            pipeline: What finds names; None to go by capitals.
            language: Of the study.
        """
        self._own = own
        self._small_groups = small_groups
        self._pipeline = pipeline
        self._language = language
        self._units: list[tuple[ScannedText, Unit]] = []
        self._marks: list[list[Mark]] = []

    def look_at(self, texts: Sequence[ScannedText]) -> None:
        """Look at some texts.

        Raises:
            PipelineMissingError: the pipeline cannot be loaded.
        """
        units = [(text, unit) for text in texts for unit in text.units]
        marks = [self._marked(text, unit.words) for text, unit in units]
        self._add_names([unit.words for _text, unit in units], marks)
        self._units += units
        self._marks += marks

    def proposals(self) -> list[Proposal]:
        """Give what was found, names wherever they stand, without what would be printed."""
        mark_seen_names([unit.words for _text, unit in self._units], self._marks)
        found: list[Proposal] = []
        for (text, unit), some in zip(self._units, self._marks, strict=True):
            for mark in apart(some):
                span = Span(mark.span.start + unit.start, mark.span.end + unit.start)
                placed = replace(mark, span=span)
                if text.is_wanted(placed, unit):
                    found.append(text.proposal(placed, unit))
        return found

    def _marked(self, text: ScannedText, words: str) -> list[Mark]:
        found = [*marks_in(words), *self._own.marks_in(words)]
        if text.source.id in self._small_groups:
            found.extend(pronouns(words))
        return found

    def _add_names(self, words: Sequence[str], marks: Sequence[list[Mark]]) -> None:
        """Add the names that the pipeline finds to the marks of each text; else capitals."""
        tagged = None
        if self._pipeline is not None and words:
            # spaCy is loaded only when somebody looks for names.
            from qualkit.language.names import names_in  # noqa: PLC0415

            tagged = names_in(words, self._pipeline, self._language)
        if tagged is None:
            for text, some in zip(words, marks, strict=True):
                some.extend(capitals(text))
            return
        for text, names, some in zip(words, tagged, marks, strict=True):
            found = (named(text, each.span, each.kind, Ground.TAGGED) for each in names)
            some.extend(mark for mark in found if mark)
