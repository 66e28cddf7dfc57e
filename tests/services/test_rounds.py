"""Rounds: an order and a read state of their own; how unevenly sources are coded is told."""

from collections.abc import Callable

import pytest

from qualkit.domain.rounds import RoundOrder
from qualkit.domain.sources import Role, SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.project import Project

TEXT = "I: Hoe gaat het?\n\nR: {said}\n\nI: En verder?\n\nR: Prima zo.\n"

BringIn = Callable[..., SourceText]


@pytest.fixture
def sources(bring_in: BringIn) -> list[SourceText]:
    """Three interviews of about a hundred words."""
    return [
        bring_in(TEXT.format(said=f"woord{number} " * 98), f"bron-{number}.txt")
        for number in (1, 2, 3)
    ]


def code(project: Project, source: SourceText, passages: int) -> None:
    for start in range(passages):
        at = 25 + 10 * start
        project.codings.add_new(source.version.id, Span(at, at + 6), "iets")


def order_of(project: Project) -> list[int]:
    running = project.rounds.running()
    assert running
    return [line.source.number for line in project.rounds.view(running.id).sources]


def test_a_round_has_a_read_state_of_its_own(project: Project, sources: list[SourceText]) -> None:
    rounds = project.rounds
    with pytest.raises(InvalidInputError, match="No round"):
        rounds.read(sources[0].source.id)
    rounds.begin("Tweede ronde", RoundOrder.REVERSED, "Let op wie niet aan het woord komt.")
    assert order_of(project) == [3, 2, 1]
    rounds.read(sources[2].source.id)
    assert rounds.is_read(sources[2].source.id)
    first = rounds.find("tweede ronde")
    assert [entry.read for entry in rounds.entries()] == [1]
    rounds.begin("Derde ronde")
    assert rounds.find("Tweede ronde").closed_at is not None
    assert not rounds.is_read(sources[2].source.id)
    assert rounds.view(first.id).read == 1
    project.history.undo()
    assert rounds.running() == first
    rounds.read(sources[2].source.id, read=False)
    assert not rounds.is_read(sources[2].source.id)
    rounds.close()
    assert rounds.running() is None
    with pytest.raises(NameTakenError):
        rounds.begin("TWEEDE ronde")
    with pytest.raises(NotFoundError):
        rounds.find("Vierde")


def test_what_comes_in_later_stands_at_the_end(
    project: Project, sources: list[SourceText], bring_in: BringIn
) -> None:
    project.rounds.begin("Ronde", RoundOrder.REVERSED)
    late = bring_in("R: Nog een gesprek.", "laat.txt").source.id
    assert order_of(project) == [3, 2, 1, 4]
    project.rounds.read(late)
    assert order_of(project) == [3, 2, 1, 4]
    assert project.rounds.is_read(late)


def test_the_next_one_is_the_next_that_was_not_read(
    project: Project, sources: list[SourceText]
) -> None:
    ids = [source.source.id for source in sources]
    assert project.rounds.next_unread() is None
    project.rounds.begin("Ronde")
    project.rounds.read(ids[1])
    assert (after := project.rounds.next_unread(ids[0]))
    assert after.id == ids[2]
    assert (around := project.rounds.next_unread(ids[2]))
    assert around.id == ids[0]
    project.rounds.read(ids[0])
    assert project.rounds.next_unread(ids[2]) is None


def test_a_shuffled_round_keeps_its_order(
    project: Project, sources: list[SourceText], again: Callable[[], Project]
) -> None:
    project.rounds.begin("Ronde", RoundOrder.SHUFFLED)
    assert sorted(order_of(project)) == [1, 2, 3]
    assert order_of(again()) == order_of(project)


def test_sparse_sources_are_told_in_words_and_come_first_when_asked(
    project: Project, sources: list[SourceText]
) -> None:
    for source, passages in zip(sources, (4, 1, 5), strict=True):
        code(project, source, passages)
    # The same stretch with a second code is no second passage; what is asked is no evidence.
    project.codings.add_new(sources[1].version.id, Span(25, 31), "nog iets")
    project.rounds.begin("Ronde", RoundOrder.SPARSEST)
    assert order_of(project) == [2, 1, 3]
    view = project.rounds.view()
    told = [line.told for line in view.sources]
    assert told[0] == "4 passages on 100 words; 40.0 per 1,000"
    assert told[1] == "1 passage on 100 words; 10.0 per 1,000"
    assert view.told == "Coded thinly beside the others: Interview 2. That may be right."
    project.rounds.read(sources[1].source.id)
    project.rounds.reorder(RoundOrder.NUMBERED)
    assert order_of(project) == [1, 2, 3]
    assert project.rounds.is_read(sources[1].source.id)


def test_words_are_counted_by_role_and_follow_the_borders(
    project: Project, sources: list[SourceText]
) -> None:
    source = sources[0]
    project.sources.set_role(source.source.id, "I", Role.PARTICIPANT)
    assert project.rounds.view().sources[0].words == 105
    project.segments.merge(source.source.id, 1, 2)
    project.history.undo()
    assert project.rounds.view().sources[0].words == 105
    project.sources.set_role(source.source.id, "R", Role.INTERVIEWER)
    assert project.rounds.view().sources[0].words == 5
