"""How a source came about is written down once, for one source or for many."""

from datetime import date

import pytest

from qualkit.domain.source_making import MakingChange, MemberCheck, SourceMaking
from qualkit.domain.sources import SourceText
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project


def test_facts_are_kept_for_several_sources_in_one_step(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    both = [notes.source.id, chat.source.id]
    change = MakingChange(recorder=" de  onderzoeker ", mode="telefonisch", minutes=55)
    project.making.describe(both, change)
    project.making.describe(both[:1], MakingChange(member_check=MemberCheck.SENT))
    first, second = (project.making.of(each) for each in both)
    assert (first.recorder, first.mode, first.minutes) == ("de onderzoeker", "telefonisch", 55)
    assert (first.member_check, second.member_check) == (MemberCheck.SENT, None)
    project.history.undo()
    project.history.undo()
    assert project.making.all() == {}
    assert project.making.of(both[0]) == SourceMaking("", both[0])


def test_the_day_of_a_check_belongs_to_its_outcome(project: Project, notes: SourceText) -> None:
    source_id, day = notes.source.id, date(2026, 3, 20)

    def describe(change: MakingChange) -> SourceMaking:
        return project.making.describe([source_id], change).value[0]

    with pytest.raises(InvalidInputError, match="no check"):
        describe(MakingChange(checked_on=day))
    describe(MakingChange(member_check=MemberCheck.SENT, checked_on=day))
    assert describe(MakingChange(minutes=40)).checked_on == day
    assert describe(MakingChange(member_check=MemberCheck.CHANGED)).checked_on is None
    describe(MakingChange(member_check="", minutes=0))
    assert project.making.all() == {}, "nothing is left of it"


def test_minutes_that_cannot_be_are_refused(project: Project, notes: SourceText) -> None:
    for minutes in (-1, 60 * 24 * 8):
        with pytest.raises(InvalidInputError, match="not a number of minutes"):
            project.making.describe([notes.source.id], MakingChange(minutes=minutes))
