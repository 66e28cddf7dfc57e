"""How vignettes are printed: with every replacement, and with what they are made of."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from qualkit.domain.codings import CodedSegment
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.quotability import Quotability
from qualkit.domain.vignettes import Vignette, VignettePassage, VignetteView
from qualkit.errors import QuoteNotAllowedError
from qualkit.formats.vignette_words import vignette_note
from qualkit.services.printing import Printer
from qualkit.store.coded import coded_segments
from qualkit.store.database import Database
from qualkit.translation import _


def printed_vignettes(
    database: Database, vignettes: Sequence[Vignette]
) -> tuple[VignetteView, ...]:
    """Give vignettes as they are printed; their passages are read together."""
    if not vignettes:
        return ()
    where = "vignette_id IN (SELECT value FROM json_each(?))"
    rests_on: dict[str, set[str]] = defaultdict(set)
    for link in database.find(
        VignettePassage, where, [json.dumps([each.id for each in vignettes])]
    ):
        rests_on[link.vignette_id].add(link.coding_id)
    passages = _segments(database, set().union(*rests_on.values()))
    printer = Printer(database)
    language = database.find(ProjectInfo)[0].language
    views = []
    for vignette in vignettes:
        own = tuple(each for each in passages if each.coding.id in rests_on[vignette.id])
        kinds = {each.source.id: each.source.kind for each in own}
        views.append(
            VignetteView(
                vignette=vignette,
                title=printer.layer.over_words(vignette.title),
                words=printer.layer.over_words(vignette.text),
                note=vignette_note(vignette.made_of, list(kinds.values()), language),
                passages=own,
                cases=cases_behind(database, rests_on[vignette.id]),
                not_to_be_printed=_closed(printer, own),
            )
        )
    return tuple(views)


def check_vignettes(vignettes: Iterable[VignetteView]) -> None:
    """Let through only vignettes that rest on nothing of which nothing may be printed.

    Raises:
        QuoteNotAllowedError: naming the first passage.
    """
    for vignette in vignettes:
        _refuse(vignette.not_to_be_printed)


def tellable(database: Database, coding_ids: Iterable[str]) -> tuple[CodedSegment, ...]:
    """Give passages to write from, by source and place.

    Raises:
        QuoteNotAllowedError: nothing of one of them may be printed, not even in other words.
    """
    found = _segments(database, coding_ids)
    _refuse(_closed(Printer(database), found))
    return found


def cases_behind(database: Database, coding_ids: Iterable[str]) -> int:
    """Count the cases that passages are of; a source without a case counts for one."""
    return int(
        database.value(
            "SELECT count(DISTINCT coalesce(case_source.case_id, version.source_id))"
            " FROM coding JOIN version ON version.id = coding.version_id"
            " LEFT JOIN case_source ON case_source.source_id = version.source_id"
            " WHERE coding.id IN (SELECT value FROM json_each(?))",
            [json.dumps([*coding_ids])],
        )
    )


def _segments(database: Database, coding_ids: Iterable[str]) -> tuple[CodedSegment, ...]:
    return coded_segments(
        database, "coding.id IN (SELECT value FROM json_each(?))", [json.dumps([*coding_ids])]
    )


def _closed(printer: Printer, passages: Iterable[CodedSegment]) -> tuple[CodedSegment, ...]:
    """Give those of some passages of which nothing may be printed."""
    return tuple(
        each
        for each in passages
        if printer.quotability(each.source, each.coding.version_id, each.coding.span)
        is Quotability.NOT_AT_ALL
    )


def _refuse(passages: Sequence[CodedSegment]) -> None:
    """Refuse passages, naming the first."""
    for passage in passages[:1]:
        raise QuoteNotAllowedError(
            _(
                "Nothing of the passage from {place} may be printed, not in other words either."
            ).format(place=f"{passage.label}, {passage.reference}"),
            _("Take it out of the vignette, or change what was agreed on the source."),
        )
