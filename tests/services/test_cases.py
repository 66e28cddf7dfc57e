"""Cases and labels: one pattern a group, followed everywhere, with or without a number."""

from collections.abc import Callable

import pytest

from qualkit.domain.search import Scope
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]


@pytest.fixture
def three(bring_in: BringIn) -> list[SourceText]:
    return [
        bring_in(f"---\nlabel: {label}\ntitel: {title}\n---\nR: Over {title}.\n", f"{title}.txt")
        for label, title in (("Politie III", "c"), ("Politie I", "a"), ("Wijkteam", "w"))
    ]


def labels(project: Project) -> list[str]:
    return [label for _, label, _ in project.cases.entries()]


def test_participants_come_by_group_and_number(project: Project, three: list[SourceText]) -> None:
    assert labels(project) == ["Politie I", "Politie III", "Wijkteam"]
    assert [group.pattern for group in project.cases.groups()] == ["Politie {I}", "Wijkteam"]
    numbers = [case.number for case, _, _ in project.cases.entries()]
    assert numbers == [1, 3, None]


def test_a_new_pattern_changes_the_label_everywhere(
    project: Project, three: list[SourceText]
) -> None:
    text = three[0]
    (coding,) = project.codings.add_new(text.version.id, Span(3, 7), "x").value
    theme = project.themes.add("Thema").value
    project.quotes.choose(theme.id, coding.id)
    project.cases.relabel("politie {i}", " Eenheid  {1} ", why="minder herkenbaar")
    assert labels(project) == ["Eenheid 1", "Eenheid 3", "Wijkteam"]
    assert project.codings.get(coding.id).label == "Eenheid 3"
    assert project.quotes.of_theme(theme.id)[0].segment.label == "Eenheid 3"
    assert (
        project.searching.find("over", Scope(source_ids=(text.source.id,)))[0].label == "Eenheid 3"
    )
    assert project.sources.entries()[0].label == "Eenheid 3"
    assert project.sources.find("Eenheid 3") == text.source
    project.history.undo()
    assert labels(project) == ["Politie I", "Politie III", "Wijkteam"]


def test_a_case_without_a_number_never_prints_a_placeholder(
    project: Project, three: list[SourceText]
) -> None:
    project.cases.relabel("Wijkteam", "Team {I}")
    assert labels(project)[-1] == "Team"
    project.cases.relabel("Politie {I}", "Agent")
    assert labels(project)[:2] == ["Agent", "Agent"]


@pytest.mark.parametrize("label", ["Gesprek 0", "Gesprek 4000", "Gesprek 999999"])
def test_numbers_that_romans_cannot_write_stay_arabic(
    project: Project, three: list[SourceText], label: str
) -> None:
    project.cases.assign(three[0].source.id, label)
    project.cases.relabel("Gesprek {1}", "Gesprek {I}")
    assert label in labels(project)


def test_patterns_are_unique_known_and_well_formed(
    project: Project, three: list[SourceText]
) -> None:
    with pytest.raises(NameTakenError):
        project.cases.relabel("Politie {I}", "Wijkteam")
    with pytest.raises(NotFoundError):
        project.cases.relabel("School {I}", "Klas {I}")
    for bad in ("", "Politie {X}", "Politie {I} {1}", "Politie }"):
        with pytest.raises(InvalidInputError, match="not a label pattern"):
            project.cases.relabel("Politie {I}", bad)


def test_a_source_is_put_under_another_participant(
    project: Project, three: list[SourceText]
) -> None:
    first, second, _ = three
    project.cases.assign(first.source.id, "Politie I")
    ((_, _, together),) = [each for each in project.cases.entries() if each[1] == "Politie I"]
    assert [source.number for source in together] == [1, 2]
    assert project.cases.labels()[first.source.id] == "Politie I"
    before = len(project.history.entries())
    project.cases.assign(second.source.id, "Politie I")
    assert len(project.history.entries()) == before, "it was there already"
    project.history.undo()
    assert project.cases.labels()[first.source.id] == "Politie III"


@pytest.mark.parametrize("label", ["", "  ", "Politie {I}", "{1}"])
def test_a_label_is_not_empty_and_not_a_pattern(
    project: Project, three: list[SourceText], label: str
) -> None:
    with pytest.raises(InvalidInputError, match="is not a label"):
        project.cases.assign(three[0].source.id, label)
