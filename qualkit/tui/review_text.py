"""Answers of co-authors in words, for both front ends."""

from collections.abc import Iterator

from qualkit.domain.answer_sheets import Arrival, ArrivedAnswer, UnknownAnswer
from qualkit.domain.review_reports import ReviewedItem, ReviewReport, Tally
from qualkit.domain.reviews import ReviewAnswer, ReviewState
from qualkit.domain.text import one_line
from qualkit.domain.word_diff import with_signs, word_diff
from qualkit.translation import N_n, _, ngettext
from qualkit.tui.terms import term

_TALLY = {
    "agreed": N_n("{count} agreed", "{count} agreed"),
    "shorten": N_n("{count} to shorten", "{count} to shorten"),
    "anonymise": N_n("{count} to make less recognisable", "{count} to make less recognisable"),
    "replace": N_n("{count} to replace", "{count} to replace"),
    "question": N_n("{count} question", "{count} questions"),
    "remarks": N_n("{count} remark", "{count} remarks"),
    "conflicts": N_n("{count} conflict", "{count} conflicts"),
    "changed": N_n("{count} changed text", "{count} changed texts"),
}
_LOST = N_n("{count} lost", "{count} lost")


def tally_told(tally: Tally, lost: int) -> str:
    """Say how quotes ended up: "11 agreed, 2 to shorten, 1 conflict, 0 lost"."""
    counts = tally._asdict()
    told = [_count(_TALLY[name], count) for name, count in counts.items() if count]
    return ", ".join([*(told or [_count(_TALLY["agreed"], 0)]), _count(_LOST, lost)])


def arrival_told(report: ReviewReport) -> str:
    """Say how many answers are new, and how many were there already."""
    arrivals = [each.arrival for each in report.arrived]
    new, newer = arrivals.count(Arrival.NEW), arrivals.count(Arrival.NEWER)
    same = arrivals.count(Arrival.SAME)
    told = [_count(N_n("{count} new answer", "{count} new answers"), new)]
    if newer:
        replaced = N_n(
            "{count} in place of an earlier answer", "{count} in place of earlier answers"
        )
        told.append(_count(replaced, newer))
    if same:
        told.append(_count(N_n("{count} there already", "{count} there already"), same))
    return ", ".join(told)


def report_notes(report: ReviewReport) -> Iterator[str]:
    """Say what a person should know of the files besides the counts, a sentence each."""
    for refused in report.refused:
        yield f"{refused.message} {refused.hint}".strip()
    for name in report.unnamed:
        yield _("'{file}' does not say who filled it in.").format(file=name)
    for unknown in report.unknown:
        yield _unknown(unknown)
    places = {item.id: item for item in report.items}
    for each in report.arrived:
        if each.is_unclear:
            yield _unclear(each)
        if each.is_outdated and each.arrival is not Arrival.SAME:
            item = places[each.answer.item_id]
            yield _("The words of {quote} have changed since {name} was asked.").format(
                quote=short_name(item), name=each.answer.reviewer
            )


def short_name(item: ReviewedItem) -> str:
    """Name a quote or vignette by where it comes from and its first words."""
    return f"“{one_line(item.words, 40)}” {item.place}".strip()


def wish(answer: ReviewAnswer) -> str:
    """Say what a co-author wants, in a few words."""
    told = [term(answer.decision)] if answer.decision is not None else []
    if answer.changed:
        told.append(_("other words"))
    return ", ".join(told) or _("a remark")


def wishes(item: ReviewedItem) -> str:
    """Say what each co-author wants: "Joris: agree; Sanne: shorten"; only names where all agree."""
    if item.state is ReviewState.ACCEPTED:
        return ", ".join(answer.reviewer for answer in item.answers)
    return "; ".join(
        _("{name}: {wish}").format(name=answer.reviewer, wish=wish(answer))
        for answer in item.answers
    )


def difference(answer: ReviewAnswer) -> str:
    """Show how a co-author changed the words, with signs around what is out and in."""
    return with_signs(word_diff(answer.asked, answer.changed)) if answer.changed else ""


def _unknown(unknown: UnknownAnswer) -> str:
    row = unknown.row
    said = one_line("; ".join(filter(None, (row.decision, row.remark))) or row.words, 80)
    where = ", ".join(filter(None, (unknown.file_name, row.place)))
    return _("Not in this project: {words} ({id}) in {where}. {name} wrote: {said}").format(
        words=f"“{one_line(row.words, 60)}”" if row.words else _("a quote without words"),
        id=row.item_id[:8] or _("no id"),
        where=where,
        name=unknown.reviewer,
        said=said,
    )


def _unclear(each: ArrivedAnswer) -> str:
    where = ", ".join(filter(None, (each.file_name, each.place)))
    return _("No decision was understood in {where}; it is kept as a remark: {words}").format(
        where=where, words=one_line(each.answer.remark, 60)
    )


def _count(forms: tuple[str, str], count: int) -> str:
    return ngettext(*forms, count).format(count=count)
