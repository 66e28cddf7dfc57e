"""Who is heard, told in sentences; nobody is named whose words are printed without a number."""

from collections.abc import Iterable, Sequence

from qualkit.analysis.spread import KindSpread, spread
from qualkit.domain.codings import CodedSegment
from qualkit.domain.quotability import Attribution
from qualkit.domain.sources import Source
from qualkit.domain.themes import ChosenQuote
from qualkit.domain.wording import labels_listed, listed, noun_of, share
from qualkit.services.printing import Printer
from qualkit.store.database import Database
from qualkit.store.labels import source_labels

NAMED_AT_MOST = 20
"""How many labels are written out behind a share."""


class SpreadTelling:
    """Tells where passages and quotes come from, in the language of the study."""

    def __init__(self, database: Database, language: str) -> None:
        """Read who takes part, and under which name each is printed."""
        self.sources: Sequence[Source] = database.find(Source, order="number")
        self.labels = source_labels(database)
        self._language = language
        self._hidden = hidden_labels(database, self.sources)

    def of(self, segments: Iterable[CodedSegment] = ()) -> tuple[KindSpread, ...]:
        """Give who is heard in some passages, per kind of material."""
        return spread(segments, self.sources, self.labels)

    def quotes_told(self, begin: str, quotes: Sequence[ChosenQuote], named: bool) -> str:
        """Give a sentence on where quotes come from; empty when there are none."""
        groups = self.of(item.segment for item in quotes)
        return self.told(begin, [group for group in groups if group.heard], named)

    def told(self, begin: str, groups: Sequence[KindSpread], named: bool) -> str:
        """Give a sentence on where something comes from; empty when there are no groups.

        Labels are behind the shares only if `named`: where a quote is printed without its label,
        a list of those who are quoted would give it back.
        """
        parts = [self._origin(group, named) for group in groups]
        return f"{begin} {listed(parts, self._language)}." if parts else ""

    def _origin(self, group: KindSpread, named: bool) -> str:
        """Give a part of a sentence: "van vier van de zes geïnterviewden (Politie I en III)"."""
        words = share(len(group.heard), group.total, group.kind, self._language)
        labels = [voice.label for voice in group.heard]
        may_name = named and self._hidden.isdisjoint(labels)
        if may_name and group.silent and 0 < len(labels) <= NAMED_AT_MOST:
            words += f" ({labels_listed(labels, self._language)})"
        return f"{noun_of(group.kind, self._language).origin} {words}"


def hidden_labels(database: Database, sources: Iterable[Source]) -> frozenset[str]:
    """Give the labels of those whose words are printed under the name of a group, or of nobody."""
    printer, labels = Printer(database), source_labels(database)
    numbered = (Attribution.NAMED, Attribution.NUMBER)
    return frozenset(
        labels.get(source.id, source.title)
        for source in sources
        if printer.attribution(source) not in numbered
    )
