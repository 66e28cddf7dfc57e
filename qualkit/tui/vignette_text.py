"""What is said about a vignette: what it rests on, and what could be told with less."""

from collections.abc import Iterator

from qualkit.domain.text import one_line
from qualkit.domain.vignettes import StoryHelp, VignetteView
from qualkit.translation import _
from qualkit.tui.words import count_of


def told_of_vignette(view: VignetteView) -> str:
    """Say on how many passages of how many cases a vignette rests, and what it says of itself."""
    if not view.passages:
        return _("It rests on no passages yet.")
    told = _("It rests on {passages} of {cases}: {note}.").format(
        passages=count_of(len(view.passages), "passage"),
        cases=count_of(view.cases, "case"),
        note=view.note,
    )
    if view.says_less:
        less = _("It says that it is one case; say composite if it is put together.")
        return f"{told} {less}"
    return told


def told_of_help(text: str, found: StoryHelp) -> Iterator[str]:
    """Say what stands in a passage word for word, and what is exact, a line each."""
    for span in found.taken_over:
        words = one_line(text[span.start : span.end], 70)
        yield _("Nearly the passage itself: “{words}”").format(words=words)
    for each in found.exact:
        yield _("Exact: “{exact}”; with less: “{vague}”").format(
            exact=one_line(each.exact), vague=each.vague
        )
