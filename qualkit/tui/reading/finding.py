"""Finding words in one text, whatever their capitals and the white space between them."""

import re
from collections.abc import Callable, Sequence

from qualkit.domain.spans import Span


def find_words(text: str, query: str, is_drawn: Callable[[int], bool]) -> tuple[Span, ...]:
    """Give every place where a query stands, in order, of those that are drawn."""
    words = query.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found = (Span(*match.span()) for match in pattern.finditer(text))
    return tuple(span for span in found if is_drawn(span.start))


def next_of(spans: Sequence[Span], offset: int, step: int) -> Span | None:
    """Give the first place behind an offset (or before it), going round at the end."""
    if step > 0:
        return next((span for span in spans if span.start > offset), spans[0] if spans else None)
    before = [span for span in spans if span.start < offset]
    return before[-1] if before else spans[-1] if spans else None
