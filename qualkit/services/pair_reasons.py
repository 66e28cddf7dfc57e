"""From what two texts have in common to reasons that a person can weigh."""

from collections.abc import Iterator

from qualkit.analysis.duplicates.finding import FoundPair
from qualkit.analysis.duplicates.places import PlacedText, pieces
from qualkit.analysis.duplicates.times import TimePattern, Times
from qualkit.domain.duplicates import PairCandidate, PairReason, ReasonKind
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.domain.wording import counted
from qualkit.formats.pair_words import pair_words, some_of, told_time

EXCERPT = 50
"""Code points of a passage that are shown in a reason."""


class Reasons:
    """Tells the reasons of pairs in the language of the study."""

    def __init__(self, language: str) -> None:
        """Tell in a language."""
        self._language = language
        self._words = pair_words(language)

    def candidate(self, found: FoundPair, first: PlacedText, second: PlacedText) -> PairCandidate:
        """Give a pair as it is kept; what weighs most is told first."""
        told = [
            *self._passages(found, first, second),
            *self._details(found, first, second),
            *self._rare_words(found, first, second),
            *self._names(found),
            *self._times(found.times),
        ]
        candidate = PairCandidate(
            first.text.source_id,
            second.text.source_id,
            found.likeness,
            tuple(told),
            first.text.version_id,
            second.text.version_id,
        )
        return candidate if candidate.first_id < candidate.second_id else candidate.turned

    def _passages(
        self, found: FoundPair, first: PlacedText, second: PlacedText
    ) -> Iterator[PairReason]:
        if not found.passages:
            return
        lines = LineIndex(first.text.text), LineIndex(second.text.text)
        places, spans = [], list[tuple[Span, Span]]()
        for passage in found.passages:
            stretches = list(pieces(passage, first, second))
            spans.extend(stretches)
            mine, hers = stretches[0]
            # All of it, turn after turn: what begins with small talk may be the whole story.
            said = " ".join(span.of(first.text.text) for span, _hers in stretches)
            places.append(
                self._words.place.format(
                    first=format_reference(first.text.number, lines[0].line_of(mine.start)),
                    second=format_reference(second.text.number, lines[1].line_of(hers.start)),
                    count=counted(len(said.split()), *self._words.counted, self._language),
                    words=one_line(said, EXCERPT),
                )
            )
        told = self._words.passages.format(places=some_of(places, self._language))
        spans.sort()
        yield PairReason(
            ReasonKind.PASSAGES,
            told,
            tuple(mine for mine, _ in spans),
            tuple(hers for _, hers in spans),
        )

    def _details(
        self, found: FoundPair, first: PlacedText, second: PlacedText
    ) -> Iterator[PairReason]:
        details = [each.detail for each in found.details]
        if details:
            named = [
                self._words.kinds[each.kind].format(words=first.as_written(each))
                for each in details
            ]
            yield PairReason(
                ReasonKind.DETAILS,
                self._words.details.format(details=some_of(named, self._language)),
                first.spans_of_details(details),
                second.spans_of_details(details),
            )

    def _rare_words(
        self, found: FoundPair, first: PlacedText, second: PlacedText
    ) -> Iterator[PairReason]:
        words = [each.word for each in found.words]
        if words:
            named = [
                (self._words.few if each.holders > 2 else self._words.only_two).format(
                    word=each.word, count=each.holders
                )
                for each in found.words
            ]
            yield PairReason(
                ReasonKind.WORDS,
                self._words.words.format(words=some_of(named, self._language)),
                first.spans_of_words(words),
                second.spans_of_words(words),
            )

    def _names(self, found: FoundPair) -> Iterator[PairReason]:
        if found.names:
            name, other = found.names
            told = self._words.same_name if name == other else self._words.names
            yield PairReason(ReasonKind.NAMES, told.format(name=name, other=other))

    def _times(self, times: Times | None) -> Iterator[PairReason]:
        if times is None:
            return
        told = {
            TimePattern.SOON_AFTER: self._words.soon if times.apart else self._words.at_once,
            TimePattern.SAME_HOUR: self._words.same_hour,
            TimePattern.SAME_DAY: self._words.same_day,
        }[times.pattern]
        time = told_time(times.apart, self._language)
        yield PairReason(ReasonKind.TIMES, told.format(time=time))
