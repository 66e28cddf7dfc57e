"""Segments are steered by a person; no coding ever moves with them."""

from collections.abc import Callable

import pytest

from qualkit.domain.segments import Unit
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]

TEXT = "Eerst het rooster.\n\nDan de wachttijd.\nEn school.\n\nTot slot contact."


@pytest.fixture
def text(bring_in: BringIn) -> SourceText:
    return bring_in(TEXT)


def words(project: Project, text: SourceText) -> list[str]:
    return [segment.span.of(text.text) for segment in project.segments.of(text.source.id)]


THREE = ["Eerst het rooster.", "Dan de wachttijd.\nEn school.", "Tot slot contact."]


def test_joining_splitting_and_moving(project: Project, text: SourceText) -> None:
    assert words(project, text) == THREE
    project.segments.merge(text.source.id, 1, 2, why="één verhaal")
    assert words(project, text) == ["Eerst het rooster.\n\nDan de wachttijd.\nEn school.", THREE[2]]
    project.segments.split(text.source.id, TEXT.index("En school"))
    assert words(project, text)[1] == "En school."
    project.segments.move(text.source.id, 2, Span(TEXT.index("school"), TEXT.index("Tot")))
    assert words(project, text)[1] == "school."
    for _ in range(3):
        project.history.undo()
    assert words(project, text) == THREE


def test_moving_may_not_overlap_a_neighbour(project: Project, text: SourceText) -> None:
    with pytest.raises(InvalidInputError, match="overlap"):
        project.segments.move(text.source.id, 1, Span(0, TEXT.index("wachttijd")))
    with pytest.raises(InvalidInputError, match="the text has"):
        project.segments.move(text.source.id, 3, Span(TEXT.index("Tot"), 999))
    assert words(project, text) == THREE


def test_undo_brings_back_the_borders_a_person_had_set(project: Project, text: SourceText) -> None:
    project.segments.merge(text.source.id, 1, 2)
    mine = words(project, text)
    project.segments.propose(text.source.id, Unit.PARAGRAPH)
    assert words(project, text) == THREE
    project.history.undo()
    assert words(project, text) == mine


def test_no_coding_moves_with_a_segment(project: Project, text: SourceText) -> None:
    span = Span(TEXT.index("rooster"), TEXT.index("school") + 6)
    (coding,) = project.codings.add_new(text.version.id, span, "over grenzen heen").value
    before = project.codings.get(coding.id)
    project.segments.merge(text.source.id, 1, 3)
    project.segments.split(text.source.id, TEXT.index("Dan"))
    project.segments.propose(text.source.id, Unit.TURN)
    assert project.codings.get(coding.id) == before


@pytest.mark.parametrize(("first", "last"), [(0, 1), (2, 2), (2, 1), (3, 4)])
def test_only_neighbouring_segments_are_joined(
    project: Project, text: SourceText, first: int, last: int
) -> None:
    with pytest.raises(InvalidInputError, match="There are no segments"):
        project.segments.merge(text.source.id, first, last)


@pytest.mark.parametrize("offset", [0, TEXT.index("\n\n") + 1, len(TEXT), 999])
def test_a_segment_is_split_only_between_words(
    project: Project, text: SourceText, offset: int
) -> None:
    with pytest.raises(InvalidInputError, match="No segment can be split"):
        project.segments.split(text.source.id, offset)


def test_segments_know_speaker_line_and_place(project: Project, notes: SourceText) -> None:
    found = project.segments.of(notes.source.id)
    assert [segment.position for segment in found] == [1, 2, 3, 4, 5]
    assert [segment.speaker for segment in found] == ["", "I", "R", "I", "R"]
    assert [segment.line for segment in found] == [1, 3, 5, 8, 10]
