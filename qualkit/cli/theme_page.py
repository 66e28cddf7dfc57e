"""One theme as a page: its idea, story, claims with quotes, and what speaks against it."""

from collections.abc import Iterable

from qualkit.cli.messages import shown_id
from qualkit.cli.rendering import print_fields, print_heading, print_text
from qualkit.domain.themes import ChosenQuote, Stance, ThemeView
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.theme_words import told_of_absence, told_of_relation


def print_theme(view: ThemeView, read: str) -> None:
    """Print a theme with everything that is under it, passages counted; `read` tells how far."""
    print_fields(
        [
            (_("Theme"), view.theme.name),
            (_("Central idea"), view.theme.central_idea),
            (_("Belongs"), view.theme.belongs),
            (_("Excludes"), view.theme.excludes),
            (_("How it answers the question"), view.theme.relation),
            (_("Status"), term(view.theme.status)),
            (_("Part of"), view.parent.name if view.parent else ""),
            (_("Subthemes"), ", ".join(theme.name for theme in view.subthemes)),
            (_("Codes"), ", ".join(code.name for code in view.codes)),
            (_("Passages"), str(len(view.passages))),
            (_("Reading"), read),
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
    _print_lines(
        _("Vignettes"),
        (f"{shown_id(each.vignette.id)}  {each.title}: {each.words}" for each in view.vignettes),
    )
    for stance, title in (
        (Stance.CONTRARY, _("Passages against it")),
        (Stance.NUANCE, _("Passages that nuance it")),
    ):
        passages = (f"{item.reference} “{item.words}”" for item in view.passages_that(stance))
        _print_lines(title, passages)
    absences = (f"{shown_id(item.id)}  {told_of_absence(item)}" for item in view.absences)
    _print_lines(_("Did not come up"), absences)
    _print_lines(_("Beside other themes"), map(told_of_relation, view.relations))


def _print_quotes(quotes: Iterable[ChosenQuote]) -> None:
    for item in quotes:
        print_text(f"  “{item.words}” {item.place}".rstrip())


def _print_lines(title: str, lines: Iterable[str]) -> None:
    for place, line in enumerate(lines):
        if place == 0:
            print_heading(title)
        print_text(f"  {line}")
