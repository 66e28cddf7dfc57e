"""How quotes and codes are printed: with every replacement, label, and what was agreed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.domain.codes import CodeEntry
from qualkit.domain.codings import CodedSegment
from qualkit.domain.quotability import (
    Attribution,
    PassageTerms,
    Quotability,
    SourceTerms,
    default_quotability,
    quotability_of,
)
from qualkit.domain.replacement_layer import ReplacementLayer
from qualkit.domain.replacements import Replacement
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.domain.themes import ChosenQuote, Quote
from qualkit.store.coded import coded_segments
from qualkit.store.database import Database
from qualkit.store.labels import labels_of


class Printer:
    """Tells how words are printed; made anew for each thing that is printed."""

    def __init__(self, database: Database) -> None:
        """Read what was decided on printing."""
        self._database = database
        self._terms = {terms.source_id: terms for terms in database.find(SourceTerms)}
        self._labels = labels_of(database)
        self._marks: dict[str, list[PassageTerms]] = defaultdict(list)
        for mark in database.find(PassageTerms):
            self._marks[mark.version_id].append(mark)
        self.layer = ReplacementLayer(database.find(Replacement))

    def print_codes(self, entries: Iterable[CodeEntry]) -> tuple[CodeEntry, ...]:
        """Give codes as they are printed: parts of a description, as an example, may be quotes."""
        over = self.layer.over_words
        return tuple(
            replace(
                entry,
                code=replace(
                    entry.code,
                    use_when=over(entry.code.use_when),
                    not_when=over(entry.code.not_when),
                    example=over(entry.code.example),
                    boundary=over(entry.code.boundary),
                ),
            )
            for entry in entries
        )

    def print_quotes(self, quotes: Sequence[Quote]) -> tuple[ChosenQuote, ...]:
        """Give quotes as they are printed, in the order given."""
        wanted = json.dumps([quote.coding_id for quote in quotes])
        found = coded_segments(
            self._database,
            "coding.id IN (SELECT value FROM json_each(?))",
            [wanted],
            self.layer,
        )
        segments = {segment.coding.id: segment for segment in found}
        return tuple(self.print_quote(quote, segments[quote.coding_id]) for quote in quotes)

    def print_quote(self, quote: Quote, segment: CodedSegment) -> ChosenQuote:
        """Give a quote as it is printed; its segment was read with `layer`."""
        edited = quote.printed
        attribution = quote.attribution or self.attribution(segment.source)
        return ChosenQuote(
            quote=quote,
            segment=segment,
            words=segment.replaced if edited is None else self._edited(edited, segment),
            label=self.label(segment.source, attribution),
            attribution=attribution,
            quotability=self.quotability(
                segment.source, segment.coding.version_id, segment.coding.span
            ),
        )

    def _edited(self, words: str, segment: CodedSegment) -> str:
        """Give edited words of a passage, with what is replaced in that passage alone as well."""
        coding = segment.coding
        return self.layer.over_edited(words, segment.words, coding.version_id, coding.span)

    def attribution(self, source: Source) -> Attribution:
        """Give under which name the words of a source are printed."""
        terms, label = self._terms.get(source.id), self._labels.get(source.id)
        if terms and terms.attribution:
            return terms.attribution
        return label.attribution if label else Attribution.NUMBER

    def label(self, source: Source, attribution: Attribution) -> str:
        """Write the label of a source; its title where it belongs to no participant."""
        if label := self._labels.get(source.id):
            return label.printed(attribution)
        return "" if attribution is Attribution.NONE else source.title

    def quotability(self, source: Source, version_id: str, span: Span) -> Quotability:
        """Give what was agreed on a stretch of a source."""
        terms = self._terms.get(source.id)
        whole = (terms.quotability if terms else None) or default_quotability(source)
        return quotability_of(span, whole, self._marks.get(version_id, ()))
