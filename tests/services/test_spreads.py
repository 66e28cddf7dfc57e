"""Participants by themes: who is heard under which, on what it rests, and what is left aside."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.sources import Role, SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project

Bring = Callable[..., SourceText]

TALK = "I: Hoe gaat het?\n\nR: Er zijn te weinig mensen.\n\nR: Niemand weet hoe het moet.\n"


def code(project: Project, text: SourceText, words: str, name: str) -> str:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    return project.codings.add_new(text.version.id, span, name).value[0].id


@pytest.fixture
def study(project: Project, bring_in: Bring) -> Project:
    """Three people, two of them heard under 'Capaciteit' and one under 'Kennis'."""
    talks = [
        bring_in(f"---\nlabel: Politie {number}\n---\n{TALK}{number}", f"{number}.txt")
        for number in ("IX", "I", "II")
    ]
    code(project, talks[0], "te weinig mensen", "capaciteit > mensen")
    code(project, talks[0], "te weinig mensen", "capaciteit")
    code(project, talks[1], "te weinig mensen", "capaciteit")
    code(project, talks[1], "Niemand weet", "kennis")
    code(project, talks[2], "Hoe gaat het?", "capaciteit")
    for name in ("Capaciteit", "Kennis"):
        theme = project.themes.add(name).value
        project.theme_contents.put_codes(theme.id, [project.codes.find(name).id])
    return project


def told(project: Project, evidence: bool = True) -> dict[str, list[int]]:
    matrix = project.spreads.matrix(evidence=evidence)
    return {
        row.label: [matrix.cell(row, theme.id).passages for theme in matrix.themes]
        for row in matrix.rows
    }


def test_a_cell_holds_the_passages_of_one_participant_under_one_theme(study: Project) -> None:
    # In the order of labels; two codes on one passage are one; a question makes nobody heard.
    assert told(study) == {"Politie I": [1, 1], "Politie II": [0, 0], "Politie IX": [1, 0]}
    assert told(study, evidence=False)["Politie II"] == [1, 0]
    matrix = study.spreads.matrix()
    ninth = matrix.cell(matrix.rows[2], matrix.themes[0].id)
    words = [item.words for item in study.codings.some(ninth.coding_ids)]
    assert words == ["te weinig mensen", "te weinig mensen"]
    (interviews,) = matrix.spread(matrix.themes[0].id)
    assert [voice.label for voice in interviews.heard] == ["Politie I", "Politie IX"]
    assert interviews.silent == ("Politie II",)


def test_rows_columns_and_all_can_be_opened(study: Project) -> None:
    matrix = study.spreads.matrix()
    first, capacity = matrix.rows[0], matrix.themes[0].id
    everything = matrix.coding_ids()
    assert len(everything) == 4
    assert {*matrix.coding_ids(first)} < {*everything}
    columns = [matrix.coding_ids(theme_id=theme.id) for theme in matrix.themes]
    assert {*everything} == {each for column in columns for each in column}
    assert matrix.coding_ids(first, capacity) == matrix.cell(first, capacity).coding_ids


def test_who_speaks_is_asked_again_when_a_role_changes(study: Project) -> None:
    study.sources.set_role(study.sources.find("P3").id, "I", Role.PARTICIPANT)
    assert told(study)["Politie II"] == [1, 0]


def test_a_theme_holds_its_subthemes_unless_they_are_dropped(study: Project) -> None:
    upper, lower = study.themes.all()
    lower = study.themes.edit(replace(lower, parent_id=upper.id)).value
    assert told(study)["Politie I"] == [2, 1]
    matrix = study.spreads.matrix(whole=False)
    assert matrix.cell(matrix.rows[0], upper.id).passages == 1
    study.themes.edit(replace(lower, status=ThemeStatus.DROPPED))
    assert told(study)["Politie I"] == [1]
