"""A theme written out for reading: the central idea first, then what carries it."""

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from qualkit.analysis.spread import KindSpread, spread
from qualkit.domain.codings import CodedSegment
from qualkit.domain.sources import Source
from qualkit.domain.themes import ChosenQuote, ThemeView
from qualkit.domain.wording import labels_listed, sentence, share
from qualkit.translation import _
from qualkit.tui.terms import term

_STYLE = "bold $accent"


def theme_text(
    view: ThemeView, sources: Sequence[Source], labels: Mapping[str, str], language: str
) -> Content:
    """Write out a theme; `labels` gives the printed label of a source by its id.

    Who is heard is told in the language of the study, as the exports do.
    """
    theme = view.theme
    blocks = [
        Content.assemble((theme.name, "bold"), (f"  ({term(theme.status)})", "$muted")),
        _part(_("Central idea"), theme.central_idea or _("Not written yet; e does that.")),
    ]
    if theme.belongs:
        blocks.append(_part(_("Belongs"), theme.belongs))
    if theme.excludes:
        blocks.append(_part(_("Does not belong"), theme.excludes))
    codes = ", ".join(code.name for code in view.codes) or _("None yet; a puts codes under it.")
    blocks.append(_part(_("Codes ({count})").format(count=len(view.codes)), codes))
    blocks.append(_part(_("Who is heard"), heard(view.passages, sources, labels, language)))
    quotes = _quotes(view)
    if quotes:
        said = heard([quote.segment for quote in quotes], sources, labels, language)
        blocks.append(_part(_("Who is quoted"), said))
    blocks.extend(_claims(view))
    if view.contrary:
        blocks.append(_part(_("Contrary or nuanced"), _printed(view.contrary)))
    if view.narrative:
        blocks.append(_part(_("Story"), view.narrative))
    return Content("\n\n").join(blocks)


def heard(
    segments: Iterable[CodedSegment],
    sources: Sequence[Source],
    labels: Mapping[str, str],
    language: str,
) -> str:
    """Say who is heard in some passages and who is not, a line for each kind of source."""
    return "\n".join(_heard_in(item, language) for item in spread(segments, sources, labels))


def _heard_in(item: KindSpread, language: str) -> str:
    voices = ", ".join(f"{voice.label} {voice.passages}x" for voice in item.heard)
    said = sentence(share(len(item.heard), item.total, item.kind, language))
    if not item.heard:
        return said
    lines = [f"{said}: {voices}"]
    if item.silent:
        lines.append(_("Not: {labels}").format(labels=labels_listed(item.silent, language)))
    return "\n  ".join(lines)


def _claims(view: ThemeView) -> Iterable[Content]:
    for number, claim in enumerate(view.claims, start=1):
        quotes = _printed(claim.quotes) if claim.quotes else "  " + _("No quote shows it yet.")
        title = _("Claim {number}").format(number=number)
        yield _part(title, f"{claim.claim.text}\n{quotes}")
    if view.unclaimed:
        yield _part(_("Quotes under no claim"), _printed(view.unclaimed))


def _quotes(view: ThemeView) -> list[ChosenQuote]:
    under_claims = [quote for claim in view.claims for quote in claim.quotes]
    return [*under_claims, *view.unclaimed, *view.contrary]


def _printed(quotes: Iterable[ChosenQuote]) -> str:
    return "\n".join(
        f'  "{quote.words}" ({quote.segment.label}, {quote.segment.reference})' for quote in quotes
    )


def _part(title: str, text: str) -> Content:
    return Content.assemble((title, _STYLE), "\n", text)
