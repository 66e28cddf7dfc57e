"""Moves over the board: each one step, to and from trays, with what was left out kept so."""

from collections.abc import Callable

import pytest

from qualkit.domain.board_columns import Card, Tray
from qualkit.domain.sources import SourceText
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project
from tests.services.board_study import Study


@pytest.fixture
def board(project: Project, notes: SourceText, chat: SourceText) -> Study:
    """The study of these tests."""
    return Study(project, notes, chat)


def last(study: Study) -> str:
    return study.project.history.entries()[-1].operation.summary


def test_a_code_moves_between_themes_in_one_step(board: Study) -> None:
    board.put(board.work, "kennis")
    moves = board.project.board_moves
    moved = moves.move([Card(board.work, code_id=board.id("kennis"))], board.people)
    assert moved.value.summary == "Moved 'kennis' from 'Zichtbaar werk' to 'Wie het weet'"
    assert last(board) == moved.value.summary
    assert (board.lies(board.work), board.lies(board.people)) == ([], ["kennis 2"])
    board.project.history.undo()
    assert (board.lies(board.work), board.lies(board.people)) == (["kennis 2"], [])


def test_several_marked_cards_of_several_places_are_one_step(board: Study) -> None:
    board.put(board.work, "kennis")
    steps = len(board.project.history.entries())
    cards = [
        Card(board.work, code_id=board.id("kennis")),
        Card(Tray.NOWHERE, code_id=board.id("wachten")),
        Card(Tray.NOWHERE, coding_id=board.few),
    ]
    board.project.board_moves.move(cards, board.people, why="hoort bijeen")
    assert last(board) == "Moved 'kennis', 'wachten', 1 passage to 'Wie het weet'"
    assert board.lies(board.people) == ["kennis 2", "wachten 1", board.few]
    assert len(board.project.history.entries()) == steps + 1


def test_a_code_below_another_moves_out_and_its_passages_count_once(board: Study) -> None:
    board.put(board.work, "bezetting")
    few = board.id("mensen")
    board.project.board_moves.move([Card(board.work, code_id=few)], board.people)
    assert board.lies(board.work) == ["bezetting 1"]
    assert board.lies(board.people) == ["mensen 1"]
    board.project.board_moves.move([Card(board.people, code_id=few)], board.work)
    assert board.lies(board.work) == ["bezetting 2", ". mensen 1"]


def test_what_was_left_out_stays_out_when_its_code_moves_on(board: Study) -> None:
    board.put(board.work, "bezetting")
    moves = board.project.board_moves
    moves.move([Card(board.work, coding_id=board.calls)], Tray.NOWHERE)
    moves.move([Card(board.work, code_id=board.id("mensen"))], Tray.NOWHERE)
    assert board.lies(board.work) == ["bezetting 0"]
    moves.move([Card(board.work, code_id=board.id("bezetting"))], board.people)
    assert board.lies(board.people) == ["bezetting 0"]
    assert board.lies(Tray.NOWHERE) == ["mensen 1", "kennis 2", "wachten 1", board.calls]
    moves.move([Card(Tray.NOWHERE, coding_id=board.calls)], board.people)
    assert board.lies(board.people) == ["bezetting 1"]


def test_what_does_not_fit_is_in_no_theme_and_comes_back(board: Study) -> None:
    board.put(board.work, "kennis")
    board.put(board.people, "kennis")
    moves, knows = board.project.board_moves, board.id("kennis")
    moves.move([Card(board.work, code_id=knows)], Tray.MISFIT)
    assert last(board) == "Moved 'kennis' from 'Zichtbaar werk' to 'does not fit'"
    assert board.lies(Tray.MISFIT) == ["kennis 2"]
    assert board.lies(board.work) == board.lies(board.people) == []
    assert "kennis 2" not in board.lies(Tray.NOWHERE)
    moves.move([Card(Tray.MISFIT, code_id=knows)], Tray.NOWHERE)
    assert "kennis 2" in board.lies(Tray.NOWHERE)
    moves.move([Card(Tray.NOWHERE, coding_id=board.head)], Tray.MISFIT)
    assert board.lies(Tray.MISFIT) == [board.head]
    assert "kennis 1" in board.lies(Tray.NOWHERE)
    moves.move([Card(Tray.MISFIT, coding_id=board.head)], board.work)
    assert (board.lies(board.work), board.lies(Tray.MISFIT)) == ([board.head], [])


def test_a_code_may_be_put_in_a_theme_as_well(board: Study) -> None:
    board.put(board.work, "kennis")
    card = Card(board.work, code_id=board.id("kennis"))
    board.project.board_moves.add([card], board.people)
    assert last(board) == "Put 'kennis' in 'Wie het weet' as well"
    assert board.lies(board.work) == board.lies(board.people) == ["kennis 2"]
    assert set(board.project.board_moves.places_of(card)) == {board.work, board.people}
    board.project.board_moves.move([card], Tray.NOWHERE)
    assert board.lies(board.people) == ["kennis 2"], "only from where it lay"
    with pytest.raises(InvalidInputError):
        board.project.board_moves.add([card], Tray.MISFIT)


def test_a_theme_is_made_of_marked_cards(board: Study) -> None:
    board.put(board.work, "bezetting", "kennis")
    cards = [
        Card(board.work, code_id=board.id("kennis")),
        Card(board.work, coding_id=board.calls),
    ]
    made = board.project.board_moves.make_theme("Kwetsbaar", cards).value
    assert board.lies(made.id) == ["kennis 2", board.calls]
    assert board.lies(board.work) == ["bezetting 1", ". mensen 1"]
    board.project.history.undo()
    assert board.project.board.view().column(made.id) is None


def test_what_moved_elsewhere_meanwhile_is_not_moved_twice(board: Study) -> None:
    board.put(board.work, "kennis")
    card = Card(board.work, code_id=board.id("kennis"))
    moves = board.project.board_moves
    assert moves.move([card], board.work).value.summary == ""
    moves.move([card], board.people)
    with pytest.raises(InvalidInputError, match="'kennis' no longer lies in 'Zichtbaar werk'"):
        moves.move([card], Tray.NOWHERE)
    moves.drop_theme(board.work)
    with pytest.raises(InvalidInputError, match="was dropped"):
        moves.move([Card(board.people, code_id=card.code_id)], board.work)


def test_quotes_stay_with_the_theme_and_that_is_told(board: Study) -> None:
    board.put(board.work, "kennis")
    board.project.quotes.choose(board.work, board.head)
    moved = board.project.board_moves.move(
        [Card(board.work, code_id=board.id("kennis"))], board.people
    )
    assert moved.value.quotes == 1
    assert len(board.project.quotes.of_theme(board.work)) == 1


def test_themes_change_places_with_the_ones_beside_them(board: Study) -> None:
    project = board.project
    sub = project.themes.add("Onderdeel", parent_id=board.work).value
    moves = project.board_moves

    def order() -> list[str]:
        return [column.place for column in project.board.view().themes]

    assert order() == [board.work, sub.id, board.people]
    moves.reorder(board.work, 1)
    assert order() == [board.people, board.work, sub.id]
    steps = len(project.history.entries())
    moves.reorder(board.work, 1)
    moves.reorder(sub.id, -1)
    assert order() == [board.people, board.work, sub.id]
    assert len(project.history.entries()) == steps


def test_a_merge_a_move_and_a_split_are_undone_by_another_program(
    board: Study, notes: SourceText, again: Callable[[str], Project]
) -> None:
    project = board.project
    board.code(notes, "Die zit in één hoofd.", "mensen")
    board.put(board.work, "mensen")
    board.put(board.people, "kennis")
    start, steps = project.board.view(), len(project.history.entries())
    project.codes.merge(board.id("mensen"), board.id("kennis"))
    assert board.lies(board.people) == ["kennis 3"], "what both coded counts once"
    knows = Card(board.people, code_id=board.id("kennis"))
    project.board_moves.move([knows, Card(Tray.NOWHERE, coding_id=board.weeks)], board.work)
    split = project.codes.split(board.id("kennis"), "verlof", [board.leave]).value
    project.board_moves.move([Card(Tray.NOWHERE, code_id=split.id)], board.people)
    assert (board.lies(board.work), board.lies(board.people)) == (
        ["kennis 2", board.weeks],
        ["verlof 1"],
    )
    other = again("collega")
    for _step in range(len(project.history.entries()) - steps):
        other.history.undo()
    assert project.board.view() == start == other.board.view()
