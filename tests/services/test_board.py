"""The board: what lies in which column, counted once, and in line with what themes hold."""

from dataclasses import replace

import pytest

from qualkit.domain.board_columns import BoardColumn, Tray
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project


@pytest.fixture
def board(project: Project, notes: SourceText, chat: SourceText) -> "Study":
    return Study(project, notes, chat)


class Study:
    """Two sources, codes in a tree and themes, told as a person would."""

    def __init__(self, project: Project, notes: SourceText, chat: SourceText) -> None:
        self.project = project
        for path in ("bezetting", "bezetting > mensen", "kennis", "wachten"):
            project.codes.add(path)
        self.few = self.code(notes, "Te weinig mensen", "mensen")
        self.calls = self.code(notes, "Wie belt, gaat voor.", "bezetting")
        self.head = self.code(notes, "Die zit in één hoofd.", "kennis")
        self.leave = self.code(notes, "Gaat die collega met verlof", "kennis")
        self.weeks = self.code(chat, "Ik wacht al drie weken", "wachten")
        self.work = project.themes.add("Zichtbaar werk", "Wat niemand ziet, wacht.").value.id
        self.people = project.themes.add("Wie het weet").value.id

    def code(self, source: SourceText, words: str, name: str) -> str:
        start = source.text.index(words)
        span = Span(start, start + len(words))
        made = self.project.codings.add(source.version.id, span, [self.id(name)])
        return made.value[0].id

    def id(self, name: str) -> str:
        return self.project.codes.find(name).id

    def put(self, theme_id: str, *names: str) -> None:
        self.project.theme_contents.put_codes(theme_id, [self.id(name) for name in names])

    def column(self, place: str) -> BoardColumn:
        found = self.project.board.view().column(place)
        assert found is not None
        return found

    def lies(self, place: str) -> list[str]:
        """What lies in a column: codes with their depth and passages, single passages by id."""
        column = self.column(place)
        codes = [f"{'. ' * code.depth}{code.code.name} {code.passages}" for code in column.codes]
        return [*codes, *(single.card.coding_id for single in column.single)]


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
