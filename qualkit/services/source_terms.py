"""What was agreed on printing: terms of sources and passages, and the quotes these rule out."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from qualkit.domain.identity import new_id
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import (
    Attribution,
    HeldTerms,
    PassageTerms,
    Quotability,
    SourceTerms,
    default_quotability,
    quotability_of,
)
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.domain.themes import ChosenQuote, Quote, QuoteStage
from qualkit.services.printing import Printer
from qualkit.services.workspace import Workspace, locked
from qualkit.store.labels import LabelOf, labels_of
from qualkit.store.texts import read_text
from qualkit.translation import _, ngettext

TOUCHED = frozenset({"sources", "themes"})

BY_ITSELF: Literal[""] = ""
"""Takes back what was agreed: the kind of source, or the group of participants, tells again."""


class Terms:
    """How the words of sources and passages may be printed, and what their reader should know."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of(self, source_id: str) -> HeldTerms:
        """Give what holds for a source.

        Raises:
            NotFoundError: the source is gone.
        """
        self._workspace.get(Source, source_id)
        return self.some([source_id])[source_id]

    def some(self, source_ids: Collection[str]) -> dict[str, HeldTerms]:
        """Give what holds for the sources with these ids; for those that are gone nothing."""
        database, wanted = self._workspace.database, [json.dumps([*source_ids])]
        inside = "IN (SELECT value FROM json_each(?))"
        return _held(
            database.find(Source, f"id {inside}", wanted),
            database.find(SourceTerms, f"source_id {inside}", wanted),
            labels_of(database, source_ids),
        )

    def all(self) -> dict[str, HeldTerms]:
        """Give what holds for every source, by its id."""
        database = self._workspace.database
        return _held(database.find(Source), database.find(SourceTerms), labels_of(database))

    def content_notes(self) -> dict[str, str]:
        """Give what a reader should know before, by the id of each source that has such a note."""
        found = self._workspace.database.find(SourceTerms, "content_note <> ''")
        return {terms.source_id: terms.content_note for terms in found}

    def marks(self, version_id: str) -> tuple[PassageTerms, ...]:
        """Give what was agreed on single passages of a text, in the order of the text."""
        return tuple(
            self._workspace.database.find(
                PassageTerms, "version_id = ?", [version_id], 'start, "end"'
            )
        )

    def at(self, version_id: str, span: Span) -> Quotability:
        """Give what holds for a passage: what was agreed on it, else on its source.

        Raises:
            NotFoundError: the text is gone.
        """
        version = self._workspace.get(Version, version_id)
        whole = self.of(version.source_id).quotability
        return quotability_of(span, whole, self.marks(version_id))

    @locked
    def agree(
        self,
        source_ids: Sequence[str],
        quotability: Quotability | Literal[""] | None = None,
        attribution: Attribution | Literal[""] | None = None,
        content_note: str | None = None,
        why: str = "",
    ) -> Outcome[tuple[Source, ...]]:
        """Keep what was agreed on sources, in one step; what is None stays as it is.

        `no_longer_allowed` tells afterwards which quotes may no longer be printed.

        Raises:
            NotFoundError: a source is gone.
        """
        database = self._workspace.database
        sources = tuple(self._workspace.get(Source, each) for each in dict.fromkeys(source_ids))
        with self._workspace.journal.operation(
            "source.terms", _agreed_on(sources, quotability), why
        ) as step:
            for source in sources:
                present = database.find(SourceTerms, "source_id = ?", [source.id])
                before = present[0] if present else SourceTerms(new_id(), source.id)
                after = _changed(before, quotability, attribution, content_note)
                if after == SourceTerms(after.id, source.id):
                    for terms in present:
                        step.delete(terms)
                elif present:
                    step.change(after)
                else:
                    step.add(after)
        return Outcome(sources, TOUCHED)

    @locked
    def agree_on_passage(
        self, version_id: str, span: Span, quotability: Quotability, why: str = ""
    ) -> Outcome[PassageTerms]:
        """Keep what was agreed on one passage, in place of what holds for its source.

        Where more than one mark lies on a passage, the strictest holds: see `at`.

        Raises:
            NotFoundError: the text is gone.
            InvalidInputError: the passage is not inside the text, or is only white space.
        """
        database = self._workspace.database
        version = self._workspace.get(Version, version_id)
        text = read_text(database, version.sha256)
        span = span.within(text).trimmed(text)
        summary = _("Agreed on printing {place}: {terms}").format(
            place=self._place(version, span), terms=_spoken(quotability)
        )
        there = database.find(
            PassageTerms, 'version_id = ? AND start = ? AND "end" = ?', [version_id, *_ends(span)]
        )
        mark_id = there[0].id if there else new_id()
        reason = one_line(printable(why))
        mark = PassageTerms(mark_id, version_id, span.start, span.end, quotability, reason)
        with self._workspace.journal.operation("source.passage_terms", summary, reason) as step:
            if there:
                step.change(mark)
            else:
                step.add(mark)
        return Outcome(mark, TOUCHED)

    @locked
    def forget_passage(self, mark_id: str, why: str = "") -> Outcome[PassageTerms]:
        """Let what holds for its source hold for a passage again.

        Raises:
            NotFoundError: the mark is gone.
        """
        mark = self._workspace.get(PassageTerms, mark_id)
        version = self._workspace.get(Version, mark.version_id)
        summary = _("Took back what was agreed on printing {place}").format(
            place=self._place(version, mark.span)
        )
        with self._workspace.journal.operation("source.passage_terms", summary, why) as step:
            step.delete(mark)
        return Outcome(mark, TOUCHED)

    def no_longer_allowed(
        self, source_ids: Collection[str], quotability: Quotability | Literal[""] | None = None
    ) -> tuple[ChosenQuote, ...]:
        """Give the chosen quotes from some sources that may not be printed as they are.

        With a `quotability` it tells what would be so if that were agreed on these sources.
        """
        found = self._chosen_from(source_ids)
        if quotability is not None:
            found = tuple(self._as_if(item, quotability) for item in found)
        return tuple(item for item in found if not _may_be_printed(item))

    def _chosen_from(self, source_ids: Collection[str]) -> tuple[ChosenQuote, ...]:
        database = self._workspace.database
        quotes = database.find(
            Quote,
            "stage = ? AND coding_id IN (SELECT coding.id FROM coding"
            " JOIN version ON version.id = coding.version_id"
            " WHERE version.source_id IN (SELECT value FROM json_each(?)))",
            [QuoteStage.CHOSEN, json.dumps([*source_ids])],
            "theme_id, position",
        )
        return Printer(database).print_quotes(quotes) if quotes else ()

    def _as_if(self, item: ChosenQuote, quotability: Quotability | Literal[""]) -> ChosenQuote:
        """Give a quote as it would stand if something were agreed on its source."""
        segment = item.segment
        whole = quotability or default_quotability(segment.source)
        marks = self.marks(segment.coding.version_id)
        return replace(item, quotability=quotability_of(segment.coding.span, whole, marks))

    def _place(self, version: Version, span: Span) -> str:
        """Give where a passage stands: `P3:27`."""
        source = self._workspace.get(Source, version.source_id)
        text = read_text(self._workspace.database, version.sha256)
        return format_reference(source.number, LineIndex(text).line_of(span.start))


def _held(
    sources: Iterable[Source], terms: Iterable[SourceTerms], labels: Mapping[str, LabelOf]
) -> dict[str, HeldTerms]:
    """Give what holds for sources, by id: what was agreed, else what follows by itself."""
    found, held = {item.source_id: item for item in terms}, {}
    for source in sources:
        agreed, label = found.get(source.id), labels.get(source.id)
        by_group = label.attribution if label else Attribution.NUMBER
        held[source.id] = HeldTerms(
            (agreed.quotability if agreed else None) or default_quotability(source),
            (agreed.attribution if agreed else None) or by_group,
            agreed.content_note if agreed else "",
            agreed,
        )
    return held


def _changed(
    terms: SourceTerms,
    quotability: Quotability | Literal[""] | None,
    attribution: Attribution | Literal[""] | None,
    content_note: str | None,
) -> SourceTerms:
    """Give terms with what is not None changed; an empty value takes back what was agreed."""
    return replace(
        terms,
        quotability=terms.quotability if quotability is None else quotability or None,
        attribution=terms.attribution if attribution is None else attribution or None,
        content_note=terms.content_note
        if content_note is None
        else printable(content_note).strip(),
    )


def _agreed_on(sources: Sequence[Source], quotability: Quotability | Literal[""] | None) -> str:
    """Tell in one sentence what was agreed, and on how many sources."""
    if len(sources) == 1:
        place = _("P{number} '{title}'").format(number=sources[0].number, title=sources[0].title)
    else:
        counted = ngettext("{count} source", "{count} sources", len(sources))
        place = counted.format(count=len(sources))
    if not quotability:
        return _("Agreed on printing {place}").format(place=place)
    return _("Agreed on printing {place}: {terms}").format(place=place, terms=_spoken(quotability))


def _spoken(quotability: Quotability) -> str:
    """Give a quotability as people read it."""
    return _(quotability.value.replace("_", " "))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _may_be_printed(item: ChosenQuote) -> bool:
    return item.quotability.allows(is_edited=item.words != item.segment.words)
