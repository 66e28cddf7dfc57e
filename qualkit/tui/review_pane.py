"""A quote with the answers to it, as rows of a list and as a pane beside it."""

from collections.abc import Iterator, Sequence
from enum import Enum

from rich.cells import cell_len
from textual.content import Content

from qualkit.domain.review_reports import ReviewedItem
from qualkit.domain.reviews import ReviewAnswer, ReviewState
from qualkit.domain.themes import QuoteStage
from qualkit.domain.word_diff import Piece, piece_with_signs, same_words, word_diff
from qualkit.translation import N_, _
from qualkit.tui.review_text import wish, wishes
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line

ROW_LINES = 2

_STYLES = {Piece.KEPT: "", Piece.REMOVED: "$muted", Piece.ADDED: "bold $accent"}
_KINDS = {ReviewState.CONFLICTING: "accent", ReviewState.OPEN: "strong"}


class Shown(Enum):
    """Which quotes are shown."""

    ALL = N_("all")
    OPEN = N_("open")
    CONFLICTS = N_("conflicts")

    def fits(self, item: ReviewedItem) -> bool:
        """Tell whether a quote is shown."""
        if self is Shown.CONFLICTS:
            return item.state is ReviewState.CONFLICTING
        return self is Shown.ALL or is_open(item)


def is_open(item: ReviewedItem) -> bool:
    """Tell whether there is something to do."""
    return item.state in (ReviewState.CONFLICTING, ReviewState.OPEN)


def draw_item(item: ReviewedItem, width: int) -> Sequence[Line]:
    """Draw a quote: how it stands and what is wanted, and its words under that."""
    room = max(len(term(state)) for state in ReviewState) + 2
    state = fit(term(item.state), room)
    place = f"{item.place.strip('()')}  " if item.place else ""
    return [
        [
            (state, _KINDS.get(item.state, "muted")),
            (cut(place, width - room), ""),
            (cut(wishes(item), width - room - cell_len(place)), "muted"),
        ],
        [("  ", ""), (cut(f"“{' '.join(item.words.split())}”", width - 2), "")],
    ]


def row_words(item: ReviewedItem) -> str:
    """Give what a filter looks at."""
    said = " ".join(f"{each.reviewer} {each.remark} {each.changed}" for each in item.answers)
    return f"{item.theme.name} {item.place} {item.words} {term(item.state)} {said}"


def item_text(item: ReviewedItem) -> Content:
    """Give the quote as it is printed, and every answer with what was changed in its words."""
    blocks = [_printed(item), *(_answer(answer, item) for answer in item.answers)]
    return Content("\n\n").join(blocks)


def _named(item: ReviewedItem) -> str:
    if item.vignette is not None:
        return _("Vignette '{title}': {words}").format(
            title=item.vignette.title, words=" ".join(item.words.split())
        )
    return f"“{item.words}” {item.place}".rstrip()


def _printed(item: ReviewedItem) -> Content:
    told = [item.theme.name]
    if item.quote and item.quote.quote.stage is QuoteStage.SHORTLISTED:
        told.append(_("on the shortlist, not printed"))
    return Content.assemble((_named(item), "bold"), "\n", (" · ".join(told), "$muted"))


def _answer(answer: ReviewAnswer, item: ReviewedItem) -> Content:
    lines = [Content.assemble((answer.reviewer, "bold $accent"), f"  {wish(answer)}")]
    if answer.changed:
        lines.append(_difference(answer))
    if answer.remark:
        lines.append(Content(f"“{answer.remark}”"))
    if not same_words(answer.asked, item.words):
        asked = _("Asked about other words: {words}").format(words=answer.asked)
        lines.append(Content.styled(asked, "$muted"))
    if answer.handled_at:
        told = _("Dealt with on {day}. {line}").format(
            day=answer.handled_at.astimezone().date(), line=answer.handling
        )
        lines.append(Content.styled(told.rstrip(), "$muted"))
    return Content("\n").join(lines)


def _difference(answer: ReviewAnswer) -> Content:
    return Content.assemble(*_marked(answer))


def _marked(answer: ReviewAnswer) -> Iterator[tuple[str, str]]:
    for piece in word_diff(answer.asked, answer.changed):
        words = piece_with_signs(piece)
        yield words.rstrip(), _STYLES[piece.piece]
        yield words[len(words.rstrip()) :], ""
