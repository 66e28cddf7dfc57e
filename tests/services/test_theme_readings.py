"""Reading a theme: each passage stays, moves or is in doubt, and what is new since then is told."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.boards import Misfit
from qualkit.domain.codings import Coding
from qualkit.domain.memos import MemoKind
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.theme_readings import Verdict
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project

WORDS = ("Te weinig mensen", "Wie belt, gaat voor", "Het digitale werk", "Die zit in één hoofd")


@pytest.fixture
def codings(project: Project, notes: SourceText) -> list[str]:
    """Four passages with the code 'kennis', by place."""
    made: list[Coding] = []
    for words in WORDS:
        start = notes.text.index(words)
        span = Span(start, start + len(words))
        made += project.codings.add_new(notes.version.id, span, "kennis").value
    return [coding.id for coding in made]


@pytest.fixture
def theme(project: Project, codings: list[str]) -> Theme:
    """A theme with the code of all four."""
    made = project.themes.add("Kennis in één hoofd").value
    project.theme_contents.put_codes(made.id, [project.codes.find("kennis").id])
    return made


def in_theme(project: Project, theme: Theme) -> list[str]:
    return [member.coding_id for member in project.theme_contents.members([theme.id])]


def test_a_reading_begins_with_the_first_decision_and_goes_on_another_day(
    project: Project, theme: Theme, codings: list[str], again: Callable[[], Project]
) -> None:
    readings = project.theme_readings
    assert readings.new_since(theme.id).told == "Not yet read in a row."
    readings.decide(theme.id, codings[0], Verdict.STAYS)
    readings.decide(theme.id, codings[1], Verdict.DOUBT, "Is dit kennis, of tijd?")
    later = again().theme_readings.current(theme.id)
    assert later.is_going_on
    assert [one.coding_id for one in later.members if later.is_open(one.coding_id)] == codings[2:]
    assert "2 passages to go" in readings.new_since(theme.id).told
    (entry,) = project.memos.entries()
    assert (entry.memo.kind, entry.memo.object_id) == (MemoKind.DOUBT, codings[1])
    project.history.undo()
    assert project.memos.entries() == ()
    assert readings.current(theme.id).verdicts == {codings[0]: Verdict.STAYS}
    project.history.undo()
    assert readings.current(theme.id).reading is None


def test_what_moves_is_moved_in_the_same_step(
    project: Project, theme: Theme, codings: list[str]
) -> None:
    other = project.themes.add("Wie belt, gaat voor").value
    project.theme_readings.move(theme.id, codings[1], other.id)
    project.theme_readings.move(theme.id, codings[2], fits=False)
    project.theme_readings.move(theme.id, codings[3])
    assert in_theme(project, theme) == codings[:1]
    assert in_theme(project, other) == [codings[1]]
    current = project.theme_readings.current(theme.id)
    assert current.count(Verdict.MOVES) == 3
    assert [each.coding_id for each in _misfits(project)] == [codings[2]]
    for _time in range(3):
        project.history.undo()
    assert in_theme(project, theme) == codings
    assert in_theme(project, other) == []
    assert _misfits(project) == []


def _misfits(project: Project) -> list[Misfit]:
    return project._workspace.database.find(Misfit)


def test_a_passage_moves_within_a_theme_and_stays_in_it(
    project: Project, theme: Theme, codings: list[str]
) -> None:
    below = project.themes.add("Verlof").value
    project.themes.edit(replace(below, parent_id=theme.id))
    project.theme_readings.move(theme.id, codings[0], below.id)
    assert in_theme(project, below) == [codings[0]]
    assert in_theme(project, theme) == codings
    assert project.theme_readings.current(theme.id).verdicts == {codings[0]: Verdict.STAYS}
    with pytest.raises(InvalidInputError, match="already"):
        project.theme_readings.move(theme.id, codings[0], below.id)
    project.theme_readings.move(theme.id, codings[0])
    assert in_theme(project, below) == []
    assert codings[0] not in in_theme(project, theme)


def test_what_came_in_since_the_last_reading_is_told(
    project: Project, theme: Theme, codings: list[str], chat: SourceText
) -> None:
    readings = project.theme_readings
    for coding_id in codings[:3]:
        readings.decide(theme.id, coding_id, Verdict.STAYS)
    readings.finish(theme.id)
    state = readings.new_since(theme.id)
    assert (state.new, state.later) == ((), (codings[3],))
    assert state.told.startswith("Read in a row on ")
    assert state.told.endswith("1 was left for later.")
    start = chat.text.index("niemand belt terug")
    span = Span(start, start + 18)
    (new,) = project.codings.add_new(chat.version.id, span, "kennis").value
    state = readings.overview()[theme.id]
    assert state.new == (new.id,)
    assert state.told.startswith("1 new since your last reading of ")
    readings.decide(theme.id, new.id, Verdict.STAYS)
    assert readings.new_since(theme.id).new == ()
    # What moved away and was put back has to be looked at once more.
    readings.move(theme.id, codings[0])
    assert readings.new_since(theme.id).new == ()
    project.theme_contents.put_passage(theme.id, codings[0])
    assert readings.new_since(theme.id).new == (codings[0],)


def test_each_reads_for_herself_and_may_begin_anew(
    project: Project, theme: Theme, codings: list[str], again: Callable[[str], Project]
) -> None:
    readings = project.theme_readings
    readings.decide(theme.id, codings[0], Verdict.STAYS)
    assert again("tweede").theme_readings.new_since(theme.id).reading is None
    readings.begin(theme.id)
    current = readings.current(theme.id)
    assert current.is_going_on
    assert not current.verdicts


def test_what_is_not_in_the_theme_is_refused(
    project: Project, theme: Theme, codings: list[str]
) -> None:
    other = project.themes.add("Leeg").value
    with pytest.raises(InvalidInputError, match="not in the theme"):
        project.theme_readings.decide(other.id, codings[0], Verdict.STAYS)
    with pytest.raises(InvalidInputError, match="stays, moves or is in doubt"):
        project.theme_readings.decide(theme.id, codings[0], Verdict.MOVES)
    with pytest.raises(InvalidInputError, match="not read yet"):
        project.theme_readings.finish(other.id)


def test_a_coding_that_goes_takes_its_verdict_along(
    project: Project, theme: Theme, codings: list[str]
) -> None:
    project.theme_readings.decide(theme.id, codings[0], Verdict.STAYS)
    project.codings.remove([codings[0]])
    assert project.theme_readings.current(theme.id).verdicts == {}
    assert not project._workspace.database.find(Coding, "id = ?", [codings[0]])
