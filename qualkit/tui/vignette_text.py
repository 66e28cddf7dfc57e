"""What is said about a vignette: what it rests on, and what could be told with less."""

from dataclasses import dataclass

from qualkit.domain.identifiers import Proposal
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.domain.vignettes import MadeOf, StoryHelp, VignetteView
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.words import count_of


def told_of_vignette(view: VignetteView) -> str:
    """Say on what a vignette rests, and what is printed with it."""
    rests = rests_on(len(view.passages), view.cases, view.vignette.made_of)
    printed = _("Printed with it: {note}.").format(note=view.note)
    return f"{rests} {printed}"


def rests_on(passages: int, cases: int, made_of: MadeOf) -> str:
    """Say on how many passages of how many cases a vignette rests, and what it says of itself."""
    if not passages:
        return _("It rests on no passages yet; it says: {made_of}.").format(made_of=term(made_of))
    told = _("It rests on {passages} of {cases}; it says: {made_of}.").format(
        passages=count_of(passages, "passage"),
        cases=count_of(cases, "case"),
        made_of=term(made_of),
    )
    if made_of is MadeOf.SINGLE and cases > 1:
        more = _("That is more than one case.")
        return f"{told} {more}"
    return told


def whole_vignette(view: VignetteView) -> str:
    """Tell a vignette as it is printed, and under it what is not."""
    parts = [view.title, view.words, view.note]
    if view.passages:
        parts.append(_("It rests on, and does not print:"))
        parts.extend(f"{each.reference} “{each.words}”" for each in view.passages)
    if view.not_to_be_printed:
        places = ", ".join(each.reference for each in view.not_to_be_printed)
        parts.append(
            _("Nothing of {places} may be printed; with it this vignette is not either.").format(
                places=places
            )
        )
    return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that is pointed out in a story."""

    span: Span
    told: str
    instead: str = ""
    """What may stand in its place; empty where only a person can tell it otherwise."""


def hints_of(text: str, found: StoryHelp) -> list[Hint]:
    """Give what is pointed out in a story, in its order."""
    hints = [
        *(_taken_over(text, span) for span in found.taken_over),
        *(Hint(each.span, _less(each.exact, each.vague), each.vague) for each in found.exact),
        *(Hint(each.span, _gives_away(each), each.printed) for each in found.identifiers),
    ]
    return sorted(hints, key=lambda hint: (hint.span.start, hint.span.end))


def _taken_over(text: str, span: Span) -> Hint:
    words = one_line(span.of(text), 70)
    return Hint(span, _("Nearly the passage itself: “{words}”").format(words=words))


def _less(exact: str, vague: str) -> str:
    return _("Exact: “{exact}”; with less: “{vague}”").format(exact=one_line(exact), vague=vague)


def _gives_away(found: Proposal) -> str:
    return _("Could give somebody away, {kind}: “{words}”; instead: “{printed}”").format(
        kind=term(found.kind), words=one_line(found.words, 40), printed=found.printed
    )
