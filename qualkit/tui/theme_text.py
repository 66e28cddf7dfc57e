"""A theme written out for reading: the central idea first, then what carries it."""

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from qualkit.analysis.spread import KindSpread, spread
from qualkit.domain.codings import CodedSegment
from qualkit.domain.sources import Source
from qualkit.domain.text import one_line
from qualkit.domain.theme_comparisons import ThemeComparison
from qualkit.domain.themes import (
    ChosenQuote,
    Stance,
    Theme,
    ThemeStatus,
    ThemeView,
)
from qualkit.domain.wording import labels_listed, sentence, share
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.theme_words import told_of_absence, told_of_pair, told_of_relation
from qualkit.tui.words import count_of

_STYLE = "bold $accent"

MOST_AGAINST = 6
"""Passages of one stance that are written out; the list of passages has them all."""

LONGEST = 200
"""Code points of a passage that is not printed as a quote."""


def theme_text(view: ThemeView, heard: str, quoted: str = "", read: str = "") -> Content:
    """Write out a theme, with who is heard and quoted and how far it was read, in words."""
    theme = view.theme
    blocks = [
        Content.assemble((theme.name, "bold"), (f"  ({term(theme.status)})", "$muted")),
        _part(_("Central idea"), theme.central_idea or _("Not written yet; e does that.")),
        *_described(view),
    ]
    codes = ", ".join(code.name for code in view.codes) or _("None yet; a puts codes under it.")
    blocks.append(_part(_("Codes ({count})").format(count=len(view.codes)), codes))
    blocks.append(_part(_("Who is heard"), heard))
    if read:
        blocks.append(_part(_("Reading"), read))
    if quoted:
        blocks.append(_part(_("Who is quoted"), quoted))
    blocks.extend(_claims(view))
    if view.vignettes:
        told = "\n".join(f"  {each.title}: {each.words}" for each in view.vignettes)
        count = len(view.vignettes)
        blocks.append(_part(_("Vignettes ({count})").format(count=count), told))
    blocks.extend(_against(view))
    if view.relations:
        told = "\n".join(told_of_relation(each) for each in view.relations)
        blocks.append(_part(_("Beside other themes"), told))
    if view.narrative:
        blocks.append(_part(_("Story"), view.narrative))
    return Content("\n\n").join(blocks)


def comparison_text(found: ThemeComparison, shared: int) -> Content:
    """Write out two themes beside each other; `shared` counts the passages in both."""
    blocks = [
        Content("\n").join(
            Content.assemble((theme.name, "bold"), (f"  ({count_of(many, 'passage')})", "$muted"))
            for theme, many in ((found.one, found.in_one), (found.other, found.in_other))
        )
    ]
    said = [told_of_pair(found, each) for each in found.relations]
    nothing = _("Not written yet; t says how they differ, or how else they stand to each other.")
    blocks.append(_part(_("How they stand to each other"), "\n".join(said) or nothing))
    in_both = _("Codes in both ({count})").format(count=len(found.codes))
    codes = ", ".join(code.name for code in found.codes)
    blocks.append(_part(in_both, codes) if codes else Content.styled(in_both, _STYLE))
    blocks.append(Content.styled(_("Passages in both ({count})").format(count=shared), _STYLE))
    return Content("\n").join(blocks)


def _described(view: ThemeView) -> Iterable[Content]:
    """Give the scope of a theme, how it answers the question, and its place in the tree."""
    theme = view.theme
    parts = (
        (_("Belongs"), theme.belongs),
        (_("Does not belong"), theme.excludes),
        (_("How it answers the question"), theme.relation),
        (_("Part of"), view.parent.name if view.parent else ""),
        (_("Subthemes"), "\n".join(map(_named, view.subthemes))),
    )
    return [_part(title, text) for title, text in parts if text]


def _named(theme: Theme) -> str:
    """Give a subtheme with its idea, and its status when it is dropped."""
    name = theme.name
    if theme.status is ThemeStatus.DROPPED:
        name = f"{name} ({term(theme.status)})"
    return f"{name}: {theme.central_idea}" if theme.central_idea else name


def _against(view: ThemeView) -> Iterable[Content]:
    """Give what speaks against the theme or nuances it, in print or not, and what is absent."""
    printed = {quote.segment.coding.id for quote in view.contrary}
    shown = [_printed(view.contrary)] if view.contrary else []
    for stance in (Stance.CONTRARY, Stance.NUANCE):
        passages = [each for each in view.passages_that(stance) if each.coding.id not in printed]
        shown += [_marked(each, stance) for each in passages[:MOST_AGAINST]]
        if passages[MOST_AGAINST:]:
            more = _("and {count} more ({stance})")
            count = len(passages) - MOST_AGAINST
            shown.append("  " + more.format(count=count, stance=term(stance)))
    if shown:
        yield _part(_("Contrary or nuanced"), "\n".join(shown))
    if view.absences:
        yield _part(_("Did not come up"), "\n".join(map(told_of_absence, view.absences)))


def _marked(segment: CodedSegment, stance: Stance) -> str:
    where = f"{segment.label}, {segment.reference}; {term(stance)}"
    return f'  "{one_line(segment.words, LONGEST)}" ({where})'


def heard(
    segments: Iterable[CodedSegment],
    sources: Sequence[Source],
    labels: Mapping[str, str],
    language: str,
) -> str:
    """Say who is heard in some passages and who is not, a line for each kind of source.

    `labels` gives the printed label of a source by its id. It is told in the language of the study,
    as the exports do.
    """
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


def quotes_of(view: ThemeView) -> list[ChosenQuote]:
    """Give the quotes of a theme: under its claims, the others, and those against it."""
    under_claims = [quote for claim in view.claims for quote in claim.quotes]
    return [*under_claims, *view.unclaimed, *view.contrary]


def _printed(quotes: Iterable[ChosenQuote]) -> str:
    return "\n".join(f'  "{quote.words}" {quote.place}'.rstrip() for quote in quotes)


def _part(title: str, text: str) -> Content:
    return Content.assemble((title, _STYLE), "\n", text)
