"""Opening what an observation rests on: passages, sources, a theme, or the page it is told on."""

from collections.abc import Sequence

from qualkit.domain.memos import ObjectType
from qualkit.domain.quality import Observation
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.following import follow
from qualkit.tui.screens.picker import Choice, Picker

_TOLD_ON = {11: "history", 12: "project", 13: "project", 14: "project", 15: "history"}
"""Where what a point says of the project as a whole can be looked at and changed."""


def open_observation(screen: QualkitScreen, observation: Observation) -> None:
    """Show what an observation rests on."""
    if observation.passages:
        _pick_uncoded(screen, observation)
    elif observation.codings:
        _show_passages(screen, observation)
    elif observation.sources:
        _pick_source(screen, observation.sources, observation)
    elif observation.about and observation.about.object_type is ObjectType.THEME:
        follow(screen, observation.about, "")
    else:
        screen.qualkit.go_to(_TOLD_ON[observation.point])


def _show_passages(screen: QualkitScreen, observation: Observation) -> None:
    from qualkit.tui.screens.passages import PassagesScreen  # noqa: PLC0415 (when it is needed)

    screen.app.push_screen(PassagesScreen(observation.seen, observation.codings))


def _pick_source(
    screen: QualkitScreen, source_ids: Sequence[str], observation: Observation
) -> None:
    if len(source_ids) == 1:
        screen.qualkit.open_reader(source_ids[0])
        return
    wanted = set(source_ids)
    choices = [
        Choice(entry.source.id, f"P{entry.source.number}  {entry.label}")
        for entry in screen.project.sources.entries()
        if entry.source.id in wanted
    ]
    screen.app.push_screen(
        Picker(_("Which source?"), choices, hint=observation.seen),
        lambda picked: screen.qualkit.open_reader(picked[0]) if picked else None,
    )


def _pick_uncoded(screen: QualkitScreen, observation: Observation) -> None:
    places = {f"{each.version_id}:{each.start}": each for each in observation.passages}
    choices = [
        Choice(key, f"{each.reference}  {one_line(each.words)}") for key, each in places.items()
    ]

    def read(picked: list[str] | None) -> None:
        if picked:
            place = places[picked[0]]
            screen.qualkit.open_reader(place.source_id, place.start)

    screen.app.push_screen(Picker(_("Which passage?"), choices, hint=observation.seen), read)
