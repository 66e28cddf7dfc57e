"""Points 7, 8 and 10: the story of a theme, its claims and its quotes."""

import re
from collections.abc import Iterator, Sequence

from qualkit.analysis.quality.facts import QuoteFacts, ThemeFacts
from qualkit.domain.listed_names import some_of
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quality import Observation
from qualkit.domain.text import folded, one_line
from qualkit.translation import _, ngettext

LONGEST_LOAN = 8
"""As many words after each other, the same as in a quote, are no accident."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_IN_QUOTATION_MARKS = re.compile(r'“[^”]*”|„[^”“]*[”“]|"[^"]*"|«[^»]*»')
_CLAIM_LENGTH = 60


def untold(themes: Sequence[ThemeFacts]) -> Iterator[Observation]:
    """Name the themes with quotes and no story, and stories that speak in words of a quote."""
    for each in themes:
        if each.quotes and not each.story.strip():
            count = len(each.quotes)
            yield Observation(
                f"7:theme:{each.theme.id}",
                7,
                ngettext(
                    "With '{theme}' stands {count} quote and no sentence of your own yet.",
                    "With '{theme}' stand {count} quotes and no sentence of your own yet.",
                    count,
                ).format(theme=each.name, count=count),
                _("What do you want to show with it?"),
                _target(each),
                tuple(quote.coding_id for quote in each.quotes),
            )
        elif loan := _longest_loan(each):
            length, quote = loan
            yield Observation(
                f"7:story:{each.theme.id}",
                7,
                _(
                    "In the story of '{theme}' stand {count} words after each other that a quote "
                    "has as well, without quotation marks."
                ).format(theme=each.name, count=length),
                _("Is this what you make of it, or still what was said?"),
                _target(each),
                (quote.coding_id,),
            )


def unmatched(themes: Sequence[ThemeFacts]) -> Iterator[Observation]:
    """Name claims that no quote shows, and quotes that show no claim where there are claims."""
    for each in themes:
        shown = {quote.claim_id for quote in each.quotes}
        bare = [claim for claim in each.claims if claim.id not in shown]
        if bare:
            count = len(bare)
            yield Observation(
                f"8:claims:{each.theme.id}",
                8,
                ngettext(
                    "{count} claim of '{theme}' has no passage yet: {claims}",
                    "{count} claims of '{theme}' have no passage yet: {claims}",
                    count,
                ).format(
                    count=count,
                    theme=each.name,
                    claims=some_of([one_line(claim.text, _CLAIM_LENGTH) for claim in bare]),
                ),
                _("Look for one, or drop it?"),
                _target(each),
            )
        loose = [quote for quote in each.quotes if quote.claim_id is None and not quote.is_contrary]
        if each.claims and loose:
            yield Observation(
                f"8:quotes:{each.theme.id}",
                8,
                ngettext(
                    "{count} quote of '{theme}' stands under no claim.",
                    "{count} quotes of '{theme}' stand under no claim.",
                    len(loose),
                ).format(count=len(loose), theme=each.name),
                _("What does it show that the claims do not say yet?"),
                _target(each),
                tuple(quote.coding_id for quote in loose),
            )


def balance(themes: Sequence[ThemeFacts]) -> Iterator[Observation]:
    """Tell, of each theme with a story and quotes, how many of the words are whose."""
    for each in themes:
        own = len(_words(" ".join([each.story, *(claim.text for claim in each.claims)])))
        quoted = sum(len(_words(quote.words)) for quote in each.quotes)
        if own and quoted:
            yield Observation(
                f"10:theme:{each.theme.id}",
                10,
                _(
                    "'{theme}' has {own} words of your own and {quoted} of quotes: {share}% quote."
                ).format(
                    theme=each.name,
                    own=own,
                    quoted=quoted,
                    share=round(100 * quoted / (own + quoted)),
                ),
                _("Does that fit what you want with it?"),
                _target(each),
                tuple(quote.coding_id for quote in each.quotes),
            )


def _longest_loan(each: ThemeFacts) -> tuple[int, QuoteFacts] | None:
    """Give the longest run of words that the story takes from a quote without marking it."""
    pieces = [_words(piece) for piece in _IN_QUOTATION_MARKS.split(each.story)]
    loans = [
        (length, quote)
        for quote in each.quotes
        if (length := _longest_shared(pieces, _words(quote.words))) >= LONGEST_LOAN
    ]
    return max(loans, key=lambda loan: loan[0], default=None)


def _longest_shared(pieces: Sequence[Sequence[str]], quote: Sequence[str]) -> int:
    """Count the words of the longest run that stands in a piece and in a quote."""
    longest = 0
    for piece in pieces:
        before = [0] * (len(quote) + 1)
        for word in piece:
            now = [0] * (len(quote) + 1)
            for place, other in enumerate(quote, start=1):
                if word == other:
                    now[place] = before[place - 1] + 1
            longest = max(longest, *now)
            before = now
    return longest


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _target(each: ThemeFacts) -> Target:
    return Target(ObjectType.THEME, each.theme.id)
