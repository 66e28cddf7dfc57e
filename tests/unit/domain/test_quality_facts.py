"""When a fact is another one than it was: told by its figures, whatever the language."""

import pytest

from qualkit.domain.identity import utc_now
from qualkit.domain.quality import AnswerKind, Asked, Observation, QualityAnswer


def asked(seen_then: str, seen: str) -> Asked:
    answer = QualityAnswer("a", "3:x", AnswerKind.NOTE, "Ja.", seen_then, "anna", utc_now())
    return Asked("3:x", 3, Observation("3:x", 3, seen, "Is that the story?"), answer)


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("8 van 11 fragmenten komen van Team 2.", "8 of the 11 passages come from Team 2.", False),
        ("Van de 11 komen er 8 van Team 2.", "8 of the 11 passages come from Team 2.", False),
        ("8 van 11 fragmenten komen van Team 2.", "9 of the 12 passages come from Team 2.", True),
        ("Nog leeg.", "Still empty.", False),
    ],
)
def test_a_fact_changes_with_its_figures(then: str, now: str, changed: bool) -> None:
    assert asked(then, now).has_changed is changed


def test_without_an_answer_nothing_has_changed() -> None:
    bare = Asked("3:x", 3, Observation("3:x", 3, "8 of 11.", "Is that so?"), None)
    assert not bare.has_changed
    gone = Asked("3:x", 3, None, asked("8", "8").answer)
    assert gone.has_changed
