"""The agenda of doubts: what of the doubt list goes to a meeting, as it is printed there."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from qualkit.domain.doubts import Doubt
from qualkit.domain.memos import ObjectType
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.replacement_layer import ReplacementLayer
from qualkit.domain.text import normalise
from qualkit.domain.wording import long_date
from qualkit.formats.doubt_agenda import (
    Agenda,
    AgendaItem,
    agenda_docx,
    agenda_html,
    agenda_markdown,
    agenda_words,
)
from qualkit.formats.record_words import record_words

AGENDA = "doubts.docx"
"""The name of the file in the folder of exports."""

_SORTS = (
    (ObjectType.PROJECT,),
    (ObjectType.THEME,),
    (ObjectType.CODE,),
    (ObjectType.PASSAGE, ObjectType.CODING),
    (ObjectType.SOURCE,),
    (ObjectType.CASE,),
    (ObjectType.STEP,),
)
"""In the order of their headings, see `AgendaWords.sorts`."""


def agenda_of(
    doubts: Sequence[Doubt], info: ProjectInfo, layer: ReplacementLayer, since: date | None = None
) -> Agenda:
    """Put doubts on an agenda: open ones by sort, and those decided since a day, UTC."""
    words = agenda_words(info.language)
    printed = _Printed(info.language, layer)
    waiting = [doubt for doubt in doubts if doubt.is_open]
    by_sort = (
        (heading, tuple(printed.item(each) for each in waiting if each.memo.object_type in sort))
        for heading, sort in zip(words.sorts, _SORTS, strict=True)
    )
    decided = [
        printed.item(doubt)
        for doubt in doubts
        if doubt.decision and (since is None or _day(doubt.decision.decided_at) >= since)
    ]
    title = words.decided_all
    if since:
        title = words.decided.format(day=long_date(since, info.language))
    return Agenda(
        title=info.title,
        created_at=info.created_at,
        language=info.language,
        open=tuple(sort for sort in by_sort if sort[1]),
        decided_title=title,
        decided=tuple(decided),
    )


def agenda_content(agenda: Agenda, format: str) -> bytes:
    """Give the bytes of an agenda: "md", "docx" or "html"."""
    if format == "docx":
        return agenda_docx(agenda)
    return (agenda_html if format == "html" else agenda_markdown)(agenda).encode()


class _Printed:
    """Writes doubts as they are printed: every replacement over all that people typed."""

    def __init__(self, language: str, layer: ReplacementLayer) -> None:
        self._language = language
        self._layer = layer

    def item(self, doubt: Doubt) -> AgendaItem:
        """Give a doubt with what was said about it."""
        memo, decision = doubt.memo, doubt.decision
        things = record_words(self._language).things
        return AgendaItem(
            about=self._over(things[memo.object_type].format(name=doubt.printed_name)),
            words=doubt.passage.printed if doubt.passage else "",
            label=doubt.passage.printed_label if doubt.passage else "",
            body=self._over(memo.body),
            raised=self._by(memo.author, memo.created_at),
            said=tuple(
                (self._over(remark.text), self._by(remark.author, remark.made_at))
                for remark in doubt.remarks
            ),
            decision=self._over(decision.text) if decision else "",
            decided=self._by(decision.author, decision.decided_at) if decision else "",
        )

    def _over(self, text: str) -> str:
        """Give what a person typed as it is printed, without signs that no file can hold."""
        return self._layer.over_words(normalise(text))

    def _by(self, author: str, moment: datetime) -> str:
        return f"{author}, {long_date(_day(moment), self._language)}"


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()
