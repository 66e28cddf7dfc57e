"""The declared method: a profile that is chosen, changed with a memo, and described."""

from qualkit.domain.memos import MemoFilter, MemoKind
from qualkit.domain.projects import Profile
from qualkit.services.project import Project


def profile(project: Project) -> Profile:
    return project.info.profile


def is_open(project: Project) -> bool:
    return project.method.is_open


def test_a_profile_is_changed_with_its_memo_in_one_step(project: Project) -> None:
    project.method.change_profile(Profile.FRAMEWORK, " Het team werkt per geval. ")
    assert profile(project) is Profile.FRAMEWORK
    [entry] = project.memos.entries(MemoFilter(kind=MemoKind.METHOD))
    assert (entry.memo.body, entry.memo.shared) == ("Het team werkt per geval.", True)
    [step] = project.history.entries()
    assert step.operation.why == "Het team werkt per geval."
    project.history.undo()
    assert profile(project) is Profile.REFLEXIVE
    assert project.memos.entries() == ()


def test_the_profile_is_asked_for_until_it_is_settled_or_work_began(project: Project) -> None:
    assert is_open(project)
    project.codes.add("kennis")
    assert not is_open(project)
    project.history.undo()
    assert not is_open(project), "there is a history now"


def test_leaving_the_question_settles_it(project: Project) -> None:
    project.method.settle()
    assert not is_open(project)
    assert profile(project) is Profile.REFLEXIVE
    assert project.history.entries() == ()


def test_the_method_statement_is_written_part_by_part(project: Project) -> None:
    project.describe(approach=" Reflexief, want de vraag is open. ", why="overleg")
    project.describe(assumptions="Taal laat zien hoe iemand het werk ervaart.")
    project.describe(standpoint="Ik werkte zelf aan een balie.")
    info = project.info
    assert info.approach == "Reflexief, want de vraag is open."
    assert info.assumptions.startswith("Taal")
    assert info.standpoint.startswith("Ik werkte")
