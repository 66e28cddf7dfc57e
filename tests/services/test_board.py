"""The board: what lies in which column, counted once, and in line with what themes hold."""

from dataclasses import replace

import pytest

from qualkit.domain.board_columns import Tray
from qualkit.domain.sources import SourceText
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project
from tests.services.board_study import Study


@pytest.fixture
def board(project: Project, notes: SourceText, chat: SourceText) -> Study:
    """The study of these tests."""
    return Study(project, notes, chat)


def test_what_is_in_no_theme_lies_nowhere_yet(board: Study) -> None:
    assert board.lies(Tray.NOWHERE) == ["bezetting 1", "mensen 1", "kennis 2", "wachten 1"]
    assert board.column(Tray.NOWHERE).passages == 5
    assert board.column(Tray.NOWHERE).cases == 2
    board.put(board.people, "kennis")
    assert board.lies(Tray.NOWHERE) == ["bezetting 1", "mensen 1", "wachten 1"]
    assert board.lies(board.people) == ["kennis 2"]


def test_a_code_brings_those_below_it_and_what_was_left_out_stays_out(board: Study) -> None:
    board.put(board.work, "bezetting")
    assert board.lies(board.work) == ["bezetting 2", ". mensen 1"]
    board.project.theme_contents.take_code(board.work, board.id("mensen"))
    assert board.lies(board.work) == ["bezetting 1"]
    assert "mensen 1" in board.lies(Tray.NOWHERE)
    board.project.theme_contents.take_passage(board.work, board.calls)
    assert board.lies(board.work) == ["bezetting 0"]
    assert board.calls in board.lies(Tray.NOWHERE)
    board.project.theme_contents.put_passage(board.people, board.calls)
    assert board.lies(board.people) == [board.calls]
    assert board.calls not in board.lies(Tray.NOWHERE)


def test_a_code_of_which_every_passage_has_a_place_lies_nowhere_no_longer(board: Study) -> None:
    board.project.theme_contents.put_passage(board.work, board.weeks)
    assert "wachten 1" not in board.lies(Tray.NOWHERE)
    assert board.lies(board.work) == [board.weeks]


def test_dropped_themes_are_no_columns_and_free_what_they_held(board: Study) -> None:
    board.put(board.work, "kennis")
    theme = board.project.themes.find("Zichtbaar werk")
    sub = board.project.themes.add("Onderdeel").value
    project = board.project
    project.themes.edit(replace(sub, parent_id=board.people))
    columns = [(column.place, column.depth) for column in project.board.view().themes]
    assert columns == [(board.work, 0), (board.people, 0), (sub.id, 1)]
    project.themes.edit(replace(theme, status=ThemeStatus.DROPPED))
    assert [column.place for column in project.board.view().themes] == [board.people, sub.id]
    assert "kennis 2" in board.lies(Tray.NOWHERE)


def test_the_words_of_an_item_are_those_that_lie_there_with_it(board: Study) -> None:
    board.put(board.work, "bezetting")
    board.project.theme_contents.take_passage(board.work, board.few)
    (parent,) = board.column(board.work).codes
    words = [segment.words for segment in board.project.board.passages(parent)]
    assert words == ["Wie belt, gaat voor."]
    (left,) = board.column(Tray.NOWHERE).single
    assert [item.words for item in board.project.board.passages(left)] == ["Te weinig mensen"]
    knows = next(item for item in board.column(Tray.NOWHERE).codes if item.code.name == "kennis")
    assert len(board.project.board.passages(knows, limit=1)) == 1
