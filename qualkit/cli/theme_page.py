"""One theme as a page: its idea, story, claims with quotes, and what speaks against it."""

from collections.abc import Iterable

from qualkit.cli.rendering import print_fields, print_heading, print_text
from qualkit.domain.themes import ChosenQuote, ThemeView
from qualkit.translation import _
from qualkit.tui.terms import term


def print_theme(view: ThemeView) -> None:
    """Print a theme with everything that is under it, passages counted."""
    print_fields(
        [
            (_("Theme"), view.theme.name),
            (_("Central idea"), view.theme.central_idea),
            (_("Belongs"), view.theme.belongs),
            (_("Excludes"), view.theme.excludes),
            (_("Status"), term(view.theme.status)),
            (_("Codes"), ", ".join(code.name for code in view.codes)),
            (_("Passages"), str(len(view.passages))),
            (_("Id"), view.theme.id),
        ]
    )
    if view.narrative:
        print_heading(_("Story"))
        print_text(view.narrative)
    for place, item in enumerate(view.claims, start=1):
        print_heading(_("Claim {number}: {text}").format(number=place, text=item.claim.text))
        _print_quotes(item.quotes)
    for title, quotes in (
        (_("Quotes under no claim"), view.unclaimed),
        (_("Contrary"), view.contrary),
    ):
        if quotes:
            print_heading(title)
            _print_quotes(quotes)


def _print_quotes(quotes: Iterable[ChosenQuote]) -> None:
    for item in quotes:
        print_text(f"  “{item.words}” ({item.segment.label}, {item.segment.reference})")
