"""What a search found, as tables."""

from collections.abc import Sequence

from rich.text import Text

from qualkit.cli.rendering import excerpt, fixed, print_table, words
from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.kwic import KwicLine
from qualkit.domain.search import Hit
from qualkit.domain.text import printable
from qualkit.translation import _

CONTEXT = 70
"""Code points shown on either side of the first match."""

KWIC_CONTEXT = 30
"""Code points on either side of a keyword: a line fits a terminal of 80 columns."""


Item = Hit | KwicLine | CodeMatch


def print_found(found: Sequence[Item]) -> None:
    """Print what was found, each kind in its own way."""
    if lines := [item for item in found if isinstance(item, KwicLine)]:
        _print_kwic(lines)
    elif matches := [item for item in found if isinstance(item, CodeMatch)]:
        _print_matches(matches)
    else:
        _print_hits([item for item in found if isinstance(item, Hit)])


def _print_hits(hits: Sequence[Hit]) -> None:
    """Print passages with their matches in bold."""
    print_table(
        [fixed(_("Place")), words(_("Label")), words(_("Speaker")), words(_("Words"))],
        ((hit.reference, hit.label, hit.segment.speaker, _in_context(hit)) for hit in hits),
        empty=_("Nothing was found."),
    )


def _print_kwic(lines: Sequence[KwicLine]) -> None:
    """Print keywords under each other, with what stands before and behind them."""
    print_table(
        [fixed(_("Place")), fixed(_("Before, keyword, behind"))],
        ((line.reference, _aligned(line)) for line in lines),
        empty="",
    )


def _print_matches(matches: Sequence[CodeMatch]) -> None:
    """Print passages that fit a query over codes."""
    print_table(
        [fixed(_("Place")), words(_("Label")), words(_("Words"))],
        ((match.reference, match.label, _with_near(match)) for match in matches),
        empty="",
    )


def _with_near(match: CodeMatch) -> str:
    shown = excerpt(match.words)
    if match.near is None:
        return shown
    near = _("near line {line}: {words}").format(
        line=match.near.line, words=excerpt(match.near.words)
    )
    return f"{shown}  [{near}]"


def _aligned(line: KwicLine) -> Text:
    left = printable(line.left[-KWIC_CONTEXT:])
    right = printable(line.right[:KWIC_CONTEXT])
    return Text.assemble(
        " " * (KWIC_CONTEXT - len(left)), left, (printable(line.keyword), "bold"), right
    )


def _in_context(hit: Hit) -> Text:
    """Give the words around the first match, on one line, with every match in bold."""
    offset = hit.segment.span.start
    first = hit.matches[0] if hit.matches else hit.segment.span
    start = max(0, first.start - offset - CONTEXT)
    end = min(len(hit.words), first.end - offset + CONTEXT)
    # Not from the middle of a word, when a space is near.
    start = hit.words.find(" ", start, start + 20) + 1 if start else 0
    # Newlines become spaces one for one, so that the places of matches stay right.
    around = printable(hit.words[start:end]).replace("\n", " ").replace("\t", " ")
    text = Text(around)
    if len(around) == end - start:
        for match in hit.matches:
            text.stylize("bold", max(0, match.start - offset - start), match.end - offset - start)
    return Text("…" if start else "") + text + Text("…" if end < len(hit.words) else "")
