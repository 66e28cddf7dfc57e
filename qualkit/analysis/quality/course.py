"""Points 11 and 15: the time that was taken, and the choices that are told; never per person."""

from collections.abc import Iterator, Sequence

from qualkit.analysis.quality.facts import Choices, Course, ThemeFacts
from qualkit.domain.listed_names import some_of
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quality import Observation
from qualkit.translation import _, ngettext


def time_taken(course: Course, project_id: str) -> Iterator[Observation]:
    """Tell how many days lie between the phases, once there is a theme."""
    if not course.coding or not course.themes:
        return
    coded, first, last = min(course.coding), min(course.themes), max(course.themes)
    again = sum(day > first for day in set(course.coding))
    told = [
        _("First coding {coded}, first theme {first}, last work on themes {last}.").format(
            coded=coded, first=first, last=last
        )
    ]
    if course.exports:
        told.append(_("Last export {day}.").format(day=max(course.exports)))
    days = (max(course.exports or (last,)) - first).days
    told.append(
        ngettext(
            "Between the first theme and the last of these days lies {count} day.",
            "Between the first theme and the last of these days lie {count} days.",
            days,
        ).format(count=days)
    )
    told.append(
        ngettext(
            "After the first theme there was coding on {count} more day.",
            "After the first theme there was coding on {count} more days.",
            again,
        ).format(count=again)
    )
    yield Observation(
        "11:project",
        11,
        " ".join(told),
        _("Was there time to take distance, and to go back to an earlier phase?"),
        Target(ObjectType.PROJECT, project_id),
    )


def unexplained(
    themes: Sequence[ThemeFacts], choices: Choices, project_id: str
) -> Iterator[Observation]:
    """Name the themes with which no choice is told, and steps on themes without a reason."""
    silent = [each for each in themes if each.theme.id not in choices.explained]
    if silent:
        yield Observation(
            "15:themes",
            15,
            ngettext(
                "With {count} of {total} theme no choice is described yet: {names}.",
                "With {count} of {total} themes no choice is described yet: {names}.",
                len(themes),
            ).format(
                count=len(silent),
                total=len(themes),
                names=some_of([each.name for each in silent]),
            ),
            _("What did you decide, and why? One sentence is enough."),
            # One theme can be opened itself.
            Target(ObjectType.THEME, silent[0].theme.id)
            if len(silent) == 1
            else Target(ObjectType.PROJECT, project_id),
        )
    if steps := choices.unexplained_steps:
        yield Observation(
            "15:steps",
            15,
            ngettext(
                "{count} step joined, split or removed a theme without a reason: {steps}.",
                "{count} steps joined, split or removed a theme without a reason: {steps}.",
                len(steps),
            ).format(count=len(steps), steps=some_of(list(map(str, steps)))),
            _("What made you do so? A reason can still be written with a step."),
            Target(ObjectType.PROJECT, project_id),
        )
