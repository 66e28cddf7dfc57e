"""Back to a point of the history, and on again: told before it is done, all of it or nothing."""

import pytest

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import StepFilter, Subject
from qualkit.domain.periods import Period, read_period
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.errors import InvalidInputError, NothingToUndoError, UndoConflictError
from qualkit.services.project import Project
from qualkit.store.journal import record_migration

NAMES = ("capaciteit", "kennis", "wachttijd", "contact")


def made(project: Project) -> list[str]:
    return [entry.code.name for entry in project.codes.entries()]


def steps(project: Project) -> list[int]:
    """Give the numbers of the steps that stand."""
    entries = project.history.entries()
    return [e.operation.number for e in entries if not (e.undone or e.speaks_of)]


@pytest.fixture
def coded(project: Project) -> Project:
    """Steps 1 to 4: four codes, one a step."""
    for name in NAMES:
        project.codes.add(name)
    return project


def test_what_is_told_beforehand_is_what_happens(coded: Project) -> None:
    planned = coded.history.plan_undo(2)
    assert [(step.operation.summary, step.obstacle) for step in planned] == [
        ("Made the code 'contact'", ""),
        ("Made the code 'wachttijd'", ""),
    ]
    assert len(made(coded)) == 4, "telling changes nothing"
    undone = coded.history.undo_to(2).value
    assert [operation.kind for operation in undone] == ["undo", "undo"]
    assert sorted(made(coded)) == ["capaciteit", "kennis"]
    assert [step.operation.number for step in coded.history.plan_redo()] == [3, 4]
    coded.history.redo()
    assert "wachttijd" in made(coded)
    coded.history.redo_to()
    assert sorted(made(coded)) == sorted(NAMES)


def test_one_goes_forward_to_a_point_as_well(coded: Project) -> None:
    coded.history.undo_to(0)
    assert made(coded) == []
    coded.history.redo_to(3)
    assert sorted(made(coded)) == ["capaciteit", "kennis", "wachttijd"]
    assert [step.operation.number for step in coded.history.plan_redo()] == [4]


def test_a_step_that_was_done_again_keeps_its_place(coded: Project) -> None:
    coded.history.undo_to(2)
    coded.history.redo_to()
    assert coded.history.plan_undo(4) == ()
    with pytest.raises(NothingToUndoError, match="after step 4"):
        coded.history.undo_to(4)
    coded.history.undo_to(3)
    assert steps(coded) == [1, 2, 3]


def test_all_of_it_or_nothing(coded: Project) -> None:
    database = coded._workspace.database
    with database.writing():  # past the journal, as a repair by hand would be
        database.tables.execute("UPDATE code SET description = 'x' WHERE name = 'kennis'")
    obstacles = {step.operation.number: step.obstacle for step in coded.history.plan_undo(0)}
    assert [number for number, obstacle in obstacles.items() if obstacle] == [2]
    before = coded.history.entries()
    with pytest.raises(UndoConflictError, match=r"kennis.*has changed since"):
        coded.history.undo_to(0)
    assert coded.history.entries() == before
    assert sorted(made(coded)) == sorted(NAMES)
    coded.history.undo_to(2)
    assert sorted(made(coded)) == ["capaciteit", "kennis"]


def test_nothing_before_a_migration_is_taken_back(coded: Project) -> None:
    database = coded._workspace.database
    with database.writing():
        record_migration(database, ["m999_later"])
    coded.codes.add("na de verandering")
    planned = {step.operation.number: step.obstacle for step in coded.history.plan_undo(2)}
    assert planned[6] == ""
    assert "step 5" in planned[4]
    assert "step 5" in planned[3]
    with pytest.raises(UndoConflictError, match="brought up to date after it, at step 5"):
        coded.history.undo_to(2)
    coded.history.undo_to(5)
    assert sorted(made(coded)) == sorted(NAMES)


def test_a_series_of_changes_to_one_thing_goes_back_in_order(project: Project) -> None:
    code = project.codes.add("a").value
    for name in ("b", "c", "d"):
        project.codes.rename(code.id, name)
    assert [step.obstacle for step in project.history.plan_undo(1)] == ["", "", ""]
    project.history.undo_to(1)
    assert made(project) == ["a"]


def test_a_reason_can_be_given_afterwards_and_stands_with_its_step(coded: Project) -> None:
    step = coded.history.find(2)
    target = Target(ObjectType.STEP, step.id)
    coded.memos.add(target, "Twee deelnemers noemden het los van elkaar.", MemoKind.DECISION)
    (entry,) = coded.history.entries(StepFilter("los van elkaar"))
    assert entry.operation.number == 2
    assert [memo.body for memo in entry.memos] == ["Twee deelnemers noemden het los van elkaar."]
    assert entry.operation == step, "what was written then is as it was"
    last = coded.history.entries()[-1].operation.summary
    assert last == "Wrote a memo on step 2: Made the code 'kennis'"


def test_steps_are_found_by_words_subject_person_and_day(
    project: Project, notes: SourceText
) -> None:
    begin = len(project.history.entries())
    project.codes.add("één hoofd", why="Kwam twee keer terug.")
    suggestion = SuggestedBy("te weinig mensen", 1, "nl")
    project.codings.add_new(notes.version.id, Span(0, 7), "begin", suggestion)
    project.history.undo()

    def found(wanted: StepFilter) -> list[str]:
        return [entry.operation.kind for entry in project.history.entries(wanted)[-9:]]

    assert found(StepFilter("een hoofd")) == ["code.add"]
    assert found(StepFilter("TWEE keer")) == ["code.add"]
    assert found(StepFilter(subject=Subject.CODING)) == ["coding.add", "undo"]
    assert found(StepFilter(actor="iemand anders")) == []
    now = project.history.entries()[-1].operation.at.astimezone().date()
    assert len(project.history.entries(StepFilter(period=Period(now, now)))) == begin + 3
    assert found(StepFilter(period=read_period("- 2020-01-01"))) == []
    coding = project.history.entries(StepFilter(subject=Subject.CODING))[0]
    assert (coding.suggestions, coding.undone) == (("te weinig mensen",), True)


def test_what_a_step_wrote_over_can_be_read(project: Project) -> None:
    about = Target(ObjectType.PROJECT, project.info.id)
    memo = project.memos.add(about, "Zoals het eerst was.").value
    project.memos.edit(memo.id, "Zoals het werd.")
    project.memos.edit(memo.id, shared=False)
    edit, private = [entry.operation for entry in project.history.entries()[-2:]]
    assert project.history.earlier_words(edit.id) == ("Zoals het eerst was.",)
    assert project.history.earlier_words(private.id) == ()
    assert private.summary == "Made a memo on the project 'Proef' private"


@pytest.mark.parametrize("words", ["", "gisteren", "2026-02-30", "2026-03-02 - 2026-03-01", "-"])
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(InvalidInputError):
        read_period(words)
