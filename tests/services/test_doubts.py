"""Doubts: raised on anything, discussed, closed, reopened; a private one is its author's alone."""

from collections.abc import Callable

import pytest

from qualkit.domain.doubts import BARE, Doubt, DoubtFilter
from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import StepFilter, Subject
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project

WORDS = "Wie belt, gaat voor."


@pytest.fixture
def passage(notes: SourceText) -> Target:
    start = notes.text.index(WORDS)
    return Target(ObjectType.PASSAGE, notes.version.id, start, start + len(WORDS))


def only(project: Project) -> Doubt:
    (doubt,) = project.doubts.all()
    return doubt


def test_a_doubt_is_discussed_closed_and_opened_again(project: Project, passage: Target) -> None:
    raised = project.doubts.raise_on(passage, "Geldt dit ook online?").value

    doubt = only(project)
    assert (doubt.about, doubt.name, doubt.is_open) == ("P1:5", "P1:5", True)
    assert doubt.passage and doubt.passage.words == doubt.passage.printed == WORDS
    assert doubt.passage.label == "Politie III"

    project.doubts.remark(raised.id, " Alleen aan de balie, denk ik. ")
    project.doubts.decide(raised.id, "Alleen aan de balie.")
    closed = only(project)
    assert [remark.text for remark in closed.remarks] == ["Alleen aan de balie, denk ik."]
    assert closed.decision and closed.decision.text == "Alleen aan de balie."
    with pytest.raises(InvalidInputError, match="closed"):
        project.doubts.remark(raised.id, "Toch niet?")
    project.doubts.decide(raised.id, "Vooral aan de balie.")
    assert not project.doubts.decide(raised.id, "Vooral aan de balie.").touched

    project.doubts.reopen(raised.id)
    again = only(project)
    assert again.is_open
    assert again.remarks[-1].text == "Vooral aan de balie.", "what was decided is not lost"
    with pytest.raises(InvalidInputError, match="open"):
        project.doubts.reopen(raised.id)
    steps = project.history.entries(StepFilter(subject=Subject.MEMO))
    assert {entry.operation.kind.partition(".")[0] for entry in steps} == {"doubt"}
    for _step in range(5):
        project.history.undo()
    assert project.doubts.all() == ()
    for _step in range(5):
        project.history.redo()
    assert only(project) == again


def test_a_doubt_on_a_coding_stays_with_the_passage(project: Project, passage: Target) -> None:
    assert passage.start is not None and passage.end is not None
    span = Span(passage.start, passage.end)
    coding = project.codings.add_new(passage.object_id, span, "voorrang").value[0]
    project.doubts.raise_on(Target(ObjectType.CODING, coding.id))
    assert only(project).memo.body == BARE
    project.codings.remove([coding.id])
    assert only(project).passage == project.doubts.get(only(project).memo.id).passage
    assert only(project).memo.object_type is ObjectType.PASSAGE
    project.doubts.remark(only(project).memo.id, "Weg?")
    project.doubts.decide(only(project).memo.id, "Weg.")
    project.memos.remove(only(project).memo.id)
    assert project.doubts.all() == ()


def test_open_ones_come_first_and_then_what_was_decided_last(project: Project) -> None:
    about = Target(ObjectType.PROJECT, project.info.id)
    first, second, third = (
        project.doubts.raise_on(about, words).value.id for words in ("Een?", "Twee?", "Drie?")
    )
    project.doubts.decide(second, "Ja.")
    project.doubts.decide(first, "Nee.")

    def found(**wanted: bool | str) -> list[str]:
        return [each.memo.body for each in project.doubts.all(DoubtFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == ["Drie?", "Een?", "Twee?"]
    assert found(is_open=True) == ["Drie?"]
    assert found(is_open=False) == ["Een?", "Twee?"]
    assert found(words="nee") == ["Een?"]
    project.memos.edit(third, kind=MemoKind.ANALYTIC)
    assert found() == ["Een?", "Twee?"]
    with pytest.raises(InvalidInputError, match="nothing written"):
        project.doubts.decide(second, "  ")


def test_a_private_doubt_is_seen_and_touched_by_its_author_only(
    project: Project, again: Callable[[str], Project]
) -> None:
    about = Target(ObjectType.PROJECT, project.info.id)
    private = project.doubts.raise_on(about, "Ligt dit aan mij?", shared=False).value.id
    shared = project.doubts.raise_on(about, "Klopt de telling?").value.id
    colleague = again("collega")

    assert [each.memo.id for each in colleague.doubts.all()] == [shared]
    for forbidden in (
        lambda: colleague.doubts.get(private),
        lambda: colleague.doubts.remark(private, "Nee hoor."),
        lambda: colleague.doubts.decide(private, "Nee."),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
    colleague.doubts.remark(shared, "Ik tel er ook zes.")
    mine = [each.memo.id for each in project.doubts.all(DoubtFilter(author="collega"))]
    assert mine == [shared], "who said something about it has a part in it"
    assert [each.memo.id for each in project.doubts.all(DoubtFilter(shared=False))] == [private]
