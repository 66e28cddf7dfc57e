"""What the mosaic check says in words, on the screen and on the command line."""

from collections import Counter
from collections.abc import Collection, Iterable

from qualkit.domain.mosaic import MosaicLabel, MosaicVerdict, PrintedSort
from qualkit.domain.replacements import IdentifierKind
from qualkit.translation import N_, _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.words import count_of, local_time

QUESTIONS = (
    N_("Could a reader pick out one person or one team from this?"),
    N_("Could a reader put it beside something else and know who it is?"),
    N_("Does it tell something about somebody that nobody said?"),
)
"""Singling out, linking and inference (WP216), in plain words."""


def questions_told() -> str:
    """Give the three questions, one a line."""
    return "\n".join(f"? {_(question)}" for question in QUESTIONS)


def pointed_out(kinds: Iterable[Collection[IdentifierKind]]) -> str:
    """Tell in how many of the quotes something stands that could give somebody away."""
    counts = Counter(kind for each in kinds for kind in each)
    if not counts:
        return ""
    told = ", ".join(f"{term(kind)} ({count})" for kind, count in counts.items())
    return _("To look at: {kinds}. Together they may show who it is.").format(kinds=told)


def label_told(label: str) -> str:
    """Give a label, or say that there is none."""
    return label or _("without a label")


def standing_told(label: MosaicLabel) -> str:
    """Tell whether somebody has looked at a label as it would be printed now."""
    if label.look is None:
        return _("not looked at")
    when = local_time(label.look.looked_at)[:10]
    if not label.holds:
        return _("changed since {date}").format(date=when)
    match label.look.verdict:
        case MosaicVerdict.SEEN:
            return _("seen {date}").format(date=when)
        case MosaicVerdict.LEFT:
            return _("left so {date}").format(date=when)
        case MosaicVerdict.NOT_LOOKED:
            return _("no look, {date}").format(date=when)


def printed_told(label: MosaicLabel) -> str:
    """Tell how much is printed under a label, and among how many participants."""
    parts = [count_of(number, noun) for noun, number in _counts(label) if number]
    told = _(" and ").join(parts)
    if not label.label:
        return _("{printed} without a label.").format(printed=told)
    return " ".join(
        filter(
            None,
            (
                _("Under {label}: {printed}.").format(label=label.label, printed=told),
                _group_told(label.group_size),
            ),
        )
    )


def _group_told(size: int) -> str:
    if not size:
        return ""
    return ngettext(
        "The group has {count} participant.", "The group has {count} participants.", size
    ).format(count=size)


def _counts(label: MosaicLabel) -> tuple[tuple[str, int], ...]:
    vignettes = sum(piece.sort is PrintedSort.VIGNETTE for piece in label.pieces)
    return ("quote", len(label.pieces) - vignettes), ("vignette", vignettes)
