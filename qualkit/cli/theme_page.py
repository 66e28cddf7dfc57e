"""One theme as a page: its idea, story, claims with quotes, and what speaks against it."""

from collections.abc import Iterable

from qualkit.cli.rendering import print_fields, print_heading, print_text
from qualkit.domain.themes import ChosenQuote, ThemeView


def print_theme(view: ThemeView) -> None:
    """Print a theme with everything that is under it, passages counted."""
    print_fields(
        [
            ("Theme", view.theme.name),
            ("Central idea", view.theme.central_idea),
            ("Belongs", view.theme.belongs),
            ("Excludes", view.theme.excludes),
            ("Status", view.theme.status),
            ("Codes", ", ".join(code.name for code in view.codes)),
            ("Passages", str(len(view.passages))),
            ("Id", view.theme.id),
        ]
    )
    if view.narrative:
        print_heading("Story")
        print_text(view.narrative)
    for place, item in enumerate(view.claims, start=1):
        print_heading(f"Claim {place}: {item.claim.text}")
        _print_quotes(item.quotes)
    for title, quotes in (("Quotes under no claim", view.unclaimed), ("Contrary", view.contrary)):
        if quotes:
            print_heading(title)
            _print_quotes(quotes)


def _print_quotes(quotes: Iterable[ChosenQuote]) -> None:
    for item in quotes:
        print_text(f"  “{item.words}” ({item.segment.label}, {item.segment.reference})")
