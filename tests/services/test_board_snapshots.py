"""Snapshots of the board: taken, compared, and gone back to without losing anything."""

from dataclasses import replace

import pytest

from qualkit.domain.board_columns import Card, Tray
from qualkit.domain.sources import SourceText
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project
from tests.services.board_study import Study


@pytest.fixture
def board(project: Project, notes: SourceText, chat: SourceText) -> Study:
    """The study of these tests."""
    return Study(project, notes, chat)


def test_what_moved_since_a_snapshot_is_told_in_sentences(board: Study) -> None:
    project, moves = board.project, board.project.board_moves
    board.put(board.work, "bezetting", "kennis")
    old = project.board_snapshots.take("Voor het gesprek").value
    assert project.board_snapshots.compare(old).sentences() == ()
    moves.move([Card(board.work, code_id=board.id("kennis"))], board.people)
    moves.move([Card(board.work, coding_id=board.calls)], Tray.NOWHERE)
    moves.move([Card(Tray.NOWHERE, code_id=board.id("wachten"))], Tray.MISFIT)
    moves.add([Card(board.work, code_id=board.id("bezetting"))], board.people)
    moves.make_theme("Nieuw", [])
    project.themes.edit(replace(project.themes.find("Zichtbaar werk"), name="Gezien worden"))
    assert project.board_snapshots.compare(old).sentences() == (
        "New theme: 'Nieuw'.",
        "'Zichtbaar werk' is now called 'Gezien worden'.",
        "From 'Gezien worden' to 'Wie het weet': 'kennis'.",
        "From 'Gezien worden' to 'nowhere yet': 1 passage.",
        "From 'nowhere yet' to 'does not fit': 'wachten'.",
        "Also in 'Wie het weet' now: 'bezetting'.",
    )
    new = project.board_snapshots.take().value
    assert project.board_snapshots.compare(new, old).sentences()[0] == (
        "Theme no longer there: 'Nieuw'."
    )
    assert [each.note for each in project.board_snapshots.all()] == ["Voor het gesprek", ""]
    assert project.board_snapshots.find("2").id == new.id


def test_going_back_is_one_step_and_drops_what_was_made_since(board: Study) -> None:
    project, snapshots = board.project, board.project.board_snapshots
    board.put(board.work, "bezetting")
    project.theme_contents.take_passage(board.work, board.calls)
    then = project.board.view()
    old = snapshots.take("Eerste indeling").value
    made = project.board_moves.make_theme("Later", [Card(board.work, coding_id=board.few)]).value
    project.themes.edit(replace(project.themes.find("Wie het weet"), name="Kennis"))
    project.board_moves.move([Card(board.work, code_id=board.id("bezetting"))], Tray.MISFIT)
    claim = project.quotes.claim(made.id, "Het hangt aan één mens.").value
    before = project.board.view()
    steps = len(project.history.entries())
    told = snapshots.restore(old.id).value
    assert "Theme no longer there: 'Later'." in told.sentences()
    assert project.board.view() == then
    later = project.themes.find("Later")
    assert later.status is ThemeStatus.DROPPED
    assert project.themes.view(later.id).claims[0].claim == claim
    assert len(project.history.entries()) == steps + 1
    project.history.undo()
    assert project.board.view() == before


def test_a_removed_theme_comes_back_and_lost_codes_are_named(board: Study) -> None:
    project, snapshots = board.project, board.project.board_snapshots
    sub = project.themes.add("Onderdeel", parent_id=board.work).value
    board.put(sub.id, "kennis", "wachten")
    project.theme_contents.put_passage(sub.id, board.calls)
    old = snapshots.take().value
    for theme_id in (board.work, sub.id):
        project.themes.remove(theme_id)
    project.themes.add("Zichtbaar werk", "Een nieuw idee.")
    project.codes.merge(board.id("wachten"), board.id("kennis"))
    project.codings.remove([board.calls])
    told = snapshots.way_back(old.id)
    assert told.lost_codes == ("wachten",)
    assert told.lost_passages == 1
    assert "These codes are gone and do not come back: 'wachten'." in told.sentences()
    snapshots.restore(old.id)
    assert board.lies(sub.id) == ["kennis 3"]
    assert board.column(sub.id).depth == 1
    names = {theme.name: theme.status for theme in project.themes.all()}
    assert names["Zichtbaar werk"] is ThemeStatus.CANDIDATE
    assert names["Zichtbaar werk (2)"] is ThemeStatus.DROPPED
