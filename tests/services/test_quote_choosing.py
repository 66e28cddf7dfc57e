"""Choosing quotes with the spread in view: who could be quoted, who is, and who is not yet."""

from collections.abc import Callable

import pytest

from qualkit.analysis.quote_spread import QuoteCell, most_quoted
from qualkit.analysis.spread import Voice
from qualkit.domain.quotability import Quotability
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.project import Project

Bring = Callable[..., SourceText]

TALK = "I: Hoe gaat het?\n\nR: Er zijn te weinig mensen.\n\nR: Niemand weet hoe het moet.\n"


def code(project: Project, text: SourceText, words: str) -> str:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    return project.codings.add_new(text.version.id, span, "capaciteit").value[0].id


@pytest.fixture
def study(project: Project, bring_in: Bring, chat: SourceText) -> Project:
    """Four interviews and a chat: two passages of Politie I, one of II and IX, none of X."""
    talks = {
        number: bring_in(f"---\nlabel: Politie {number}\n---\n{TALK}{number}", f"{number}.txt")
        for number in ("IX", "I", "II", "X")
    }
    theme = project.themes.add("Capaciteit").value
    for number in ("I", "II", "IX"):
        code(project, talks[number], "te weinig mensen")
    code(project, talks["I"], "Niemand weet")
    code(project, talks["X"], "Hoe gaat het?")
    code(project, chat, "niemand belt terug")
    project.theme_contents.put_codes(theme.id, [project.codes.find("capaciteit").id])
    return project


def codings(project: Project, label: str) -> list[str]:
    found = project.codings.select(code_id=project.codes.find("capaciteit").id)
    return [item.coding.id for item in found if item.label == label]


def test_who_could_be_quoted_is_there_and_who_is_not_quoted_yet_is_told(study: Project) -> None:
    theme = study.themes.all()[0]
    first, second = codings(study, "Politie I")
    study.quotes.choose(theme.id, first)
    study.quotes.choose(theme.id, second)
    study.quotes.shortlist(theme.id, codings(study, "Politie IX")[0])
    matrix = study.quote_choosing.matrix()
    # Nothing of the chat may be quoted, and of Politie X there is only a question.
    assert {row.label: matrix.cell(row, theme.id) for row in matrix.rows} == {
        "Politie I": QuoteCell(2, 0, 2),
        "Politie II": QuoteCell(0, 0, 1),
        "Politie IX": QuoteCell(0, 1, 1),
        "Politie X": QuoteCell(0, 0, 0),
    }
    (interviews,) = matrix.quoted(theme.id)
    assert interviews.heard == (Voice("Politie I", 2),)
    assert interviews.silent == ("Politie II", "Politie IX")
    assert most_quoted([interviews]) == Voice("Politie I", 2)


def test_nobody_is_quoted_most_where_several_are_quoted_as_often(study: Project) -> None:
    theme = study.themes.all()[0]
    for label in ("Politie I", "Politie II"):
        study.quotes.choose(theme.id, codings(study, label)[0])
    assert most_quoted(study.quote_choosing.matrix().quoted(theme.id)) is None


def test_one_passage_that_may_be_quoted_brings_its_participant_in(
    study: Project, chat: SourceText
) -> None:
    theme = study.themes.all()[0]
    start = chat.text.index("niemand belt terug")
    span = Span(start, start + len("niemand belt terug"))
    study.terms.agree_on_passage(chat.version.id, span, Quotability.VERBATIM)
    (coding,) = study.codings.select(chat.source.id)
    study.quotes.choose(theme.id, coding.coding.id)
    matrix = study.quote_choosing.matrix([theme.id])
    assert [matrix.cell(row, theme.id).chosen for row in matrix.rows] == [0, 0, 0, 0, 1]
