"""Quotes and vignettes with the answers to them, as far as they are asked for."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from qualkit.domain.review_reports import ReviewedItem
from qualkit.domain.reviews import ReviewAnswer
from qualkit.domain.themes import Quote, Theme
from qualkit.domain.vignettes import Vignette
from qualkit.services.printing import Printer
from qualkit.store.database import Database

_AMONG = "id IN (SELECT value FROM json_each(?))"

Answers = Mapping[str, tuple[ReviewAnswer, ...]]
"""By the id of the quote or vignette."""


def answers_by_item(database: Database, item_id: str = "") -> Answers:
    """Give the answers to one quote or vignette, or to all, by reviewer."""
    where = "? IN ('', quote_id, vignette_id)"
    found = database.find(ReviewAnswer, where, [item_id], "reviewer COLLATE NOCASE, id")
    return grouped(found)


def grouped(answers: Iterable[ReviewAnswer]) -> Answers:
    """Put answers with what they are about."""
    by_item: dict[str, list[ReviewAnswer]] = defaultdict(list)
    for answer in answers:
        by_item[answer.item_id].append(answer)
    return {item_id: tuple(each) for item_id, each in by_item.items()}


def reviewed_items(
    database: Database, ids: Collection[str], answers: Answers
) -> tuple[ReviewedItem, ...]:
    """Give the quotes and vignettes among some ids as they are printed, with their answers.

    They come by theme, quotes first, in the order in which they are printed.
    """
    wanted = [json.dumps(sorted(ids))]
    printer = Printer(database)
    themes = {theme.id: theme for theme in database.find(Theme)}
    order = "theme_id, position, id"
    quotes = printer.print_quotes(database.find(Quote, _AMONG, wanted, order))
    items = [
        ReviewedItem(
            id=each.quote.id,
            theme=themes[each.quote.theme_id],
            words=each.words,
            answers=answers.get(each.quote.id, ()),
            quote=each,
        )
        for each in quotes
    ]
    items += [
        ReviewedItem(
            id=each.id,
            theme=themes[each.theme_id],
            words=printer.layer.over_words(each.text),
            answers=answers.get(each.id, ()),
            vignette=each,
        )
        for each in database.find(Vignette, _AMONG, wanted, order)
    ]
    # Sorting keeps the order within a theme.
    return tuple(sorted(items, key=lambda item: (item.theme.position, item.theme.id)))
