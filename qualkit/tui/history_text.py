"""The story of the project in words: a line for a step, and all that is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from qualkit.domain.operations import OperationEntry, Origin
from qualkit.domain.text import one_line
from qualkit.translation import N_, _
from qualkit.tui.words import count_of, local_time

_ORIGINS = {
    Origin.TUI: N_("in the program"),
    Origin.CLI: N_("on the command line"),
    Origin.BATCH: N_("in a batch run"),
}

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the story, as a heading over its steps."""

    on: date
    entries: tuple[OperationEntry, ...]
    """The newest first."""


def by_days(entries: Sequence[OperationEntry]) -> Iterator[Day | OperationEntry]:
    """Put a heading over the steps of each day; the newest come first."""
    for on, group in groupby(
        reversed(entries), key=lambda entry: entry.operation.at.astimezone().date()
    ):
        day = Day(on, tuple(group))
        yield day
        yield from day.entries


def name_of_day(day: date) -> str:
    """Write a day: "today, 2026-03-04", "Tuesday 2026-03-03"."""
    if day == date.today():
        return _("today, {date}").format(date=day)
    if day == date.today() - timedelta(days=1):
        return _("yesterday, {date}").format(date=day)
    return f"{_(_WEEKDAYS[day.weekday()])} {day}"


def line_of(entry: OperationEntry) -> str:
    """Say what was done, and why; an undone step says so in words."""
    operation = entry.operation
    said = operation.summary
    if operation.kind == "undo":
        said = _("Undid: {step}").format(step=said)
    elif operation.kind == "redo":
        said = _("Did again: {step}").format(step=said)
    if entry.undone:
        said = _("(undone) {step}").format(step=said)
    why = operation.why or (one_line(entry.memos[0].body) if entry.memos else "")
    return f"{said} - {why}" if why else said


def whole_step(entry: OperationEntry, earlier: Sequence[str] = ()) -> str:
    """Tell all that is known of a step; `earlier` are the words that it wrote over."""
    operation = entry.operation
    head = _("Step {number} · {time} · {person} · {place}").format(
        number=operation.number,
        time=local_time(operation.at),
        person=operation.actor,
        place=_(_ORIGINS[operation.origin]),
    )
    lines = [line_of(entry) if operation.reverts else operation.summary, head]
    if entry.undone:
        lines.append(_("It is taken back at this moment."))
    lines.append(_("Why: {why}").format(why=operation.why) if operation.why else "")
    lines.extend(
        _("Why, written {time} by {person}: {why}").format(
            time=local_time(memo.created_at), person=memo.author, why=memo.body
        )
        for memo in entry.memos
    )
    if not operation.why and not entry.memos and not operation.reverts:
        lines.append(_("No reason was given; w gives one."))
    lines.extend(
        _("It began as the suggestion '{phrase}'.").format(phrase=phrase)
        for phrase in entry.suggestions
    )
    lines.extend(_("What stood there before: {words}").format(words=words) for words in earlier)
    return "\n".join(filter(None, lines))


def whole_day(day: Day) -> str:
    """Tell how much was done on a day, and what came of it."""
    standing = [entry for entry in day.entries if not entry.undone]
    undone = len(day.entries) - len(standing)
    said = f"{name_of_day(day.on)}: {count_of(len(day.entries), 'step')}"
    since = _("Taken back since: {count}").format(count=undone)
    return f"{said}\n{since}" if undone else said
