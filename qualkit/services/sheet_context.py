"""What was said around a quote: a turn or two before and after it, as it may be shown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from qualkit.domain.sources import Role, SourceText, Version
from qualkit.domain.spans import Span
from qualkit.domain.themes import ChosenQuote
from qualkit.formats.sheet_table import Around, TurnAround
from qualkit.services.printing import Printer
from qualkit.store.database import Database
from qualkit.store.passages import PassageReader
from qualkit.store.texts import read_version

TURNS = 2
"""How many are shown at each side; the rest of a turn counts as one."""

LONGEST = 320
"""How many code points of a turn are shown at most: those nearest to the quote."""

_LINE = re.compile(r"[^\n]+")


class AroundQuotes:
    """Reads what stands around quotes, each text once."""

    def __init__(self, database: Database, printer: Printer) -> None:
        """Read from a project; `printer` tells what was agreed and what is replaced."""
        self._database = database
        self._printer = printer
        self._texts: dict[str, _Text] = {}

    def of(self, item: ChosenQuote) -> Around:
        """Give what was said before and after a quote.

        Raises:
            ProjectDamagedError: the text is not as it was imported.
        """
        coding = item.segment.coding
        text = self._read(coding.version_id)
        return Around(
            before=tuple(self._turn(text, *text.end_of(span)) for span in text.before(coding.span)),
            after=tuple(self._turn(text, *text.start_of(span)) for span in text.after(coding.span)),
        )

    def _read(self, version_id: str) -> "_Text":
        if version_id not in self._texts:
            version = self._database.find(Version, "id = ?", [version_id])[0]
            content = read_version(self._database, version)
            reader = PassageReader(content, "", self._printer.layer)
            self._texts[version_id] = _Text(content, reader, _turns_of(content))
        return self._texts[version_id]

    def _turn(self, text: "_Text", span: Span, form: str) -> TurnAround:
        """Give a stretch; without its words where quoting them was not agreed."""
        content = text.content
        terms = self._printer.quotability(content.source, content.version.id, span)
        words = form.format(text.reader.replaced(span)) if terms.allows_quotes else ""
        return TurnAround(text.role_at(span), words)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, cut in what is said in turn: utterances, or else lines."""

    content: SourceText
    reader: PassageReader
    turns: tuple[Span, ...]

    def before(self, span: Span) -> tuple[Span, ...]:
        """Give what is left of the turn that a quote begins in, and what was said before it."""
        first = bisect_left(self.turns, span.start, key=lambda turn: turn.start)
        near = reversed(self.turns[:first])
        parts = self._worded(Span(turn.start, min(turn.end, span.start)) for turn in near)
        return tuple(reversed(parts))

    def after(self, span: Span) -> tuple[Span, ...]:
        """Give what is left of the turn that a quote ends in, and what was said after it."""
        first = bisect_right(self.turns, span.end, key=lambda turn: turn.end)
        near = self.turns[first:]
        return self._worded(Span(max(turn.start, span.end), turn.end) for turn in near)

    def role_at(self, span: Span) -> Role | None:
        """Give the role of who says it; None where nobody speaks."""
        spoken = self.content.version.utterance_at(span.start)
        return self.content.role_of(spoken) if spoken else None

    def end_of(self, span: Span) -> tuple[Span, str]:
        """Give the end of a stretch that is too long, from a whole word on, and how it is shown."""
        if span.end - span.start <= LONGEST:
            return span, "{}"
        space = self.content.text.find(" ", span.end - LONGEST, span.end - 1)
        return Span(max(space, span.end - LONGEST), span.end), "… {}"

    def start_of(self, span: Span) -> tuple[Span, str]:
        """Give the start of a stretch that is too long, up to a whole word, likewise."""
        if span.end - span.start <= LONGEST:
            return span, "{}"
        space = self.content.text.rfind(" ", span.start + 1, span.start + LONGEST)
        return Span(span.start, space if space > 0 else span.start + LONGEST), "{} …"

    def _worded(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Give the first of some stretches, those of mere punctuation left out."""
        text = self.content.text
        return tuple(
            islice((span for span in spans if any(map(str.isalnum, span.of(text)))), TURNS)
        )


def _turns_of(content: SourceText) -> tuple[Span, ...]:
    if content.version.utterances:
        return tuple(utterance.span for utterance in content.version.utterances)
    return tuple(Span(*line.span()) for line in _LINE.finditer(content.text))
