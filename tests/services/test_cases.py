"""Cases and labels: one pattern a group, followed everywhere, with or without a number."""

from collections.abc import Callable

import pytest

from qualkit.domain.cases import LabelGroup, NumberOrder
from qualkit.domain.quotability import Attribution
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
    project.labels.relabel("politie {i}", " Eenheid  {1} ", why="minder herkenbaar")
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
    project.labels.relabel("Wijkteam", "Team {I}")
    assert labels(project)[-1] == "Team"
    with pytest.raises(NameTakenError, match=r"More than one participant .* 'Agent'"):
        project.labels.relabel("Politie {I}", "Agent")
    with pytest.raises(NameTakenError, match="already"):
        project.labels.relabel("Politie {I}", "Team {I}")
    # "Team" is who has no number in that group, not somebody new.
    assert project.cases.assign(three[0].source.id, "Team").value == project.cases.find("Team")
    assert labels(project).count("Team") == 1


@pytest.mark.parametrize("label", ["Gesprek 0", "Gesprek 4000", "Gesprek 999999"])
def test_numbers_that_romans_cannot_write_stay_arabic(
    project: Project, three: list[SourceText], label: str
) -> None:
    project.cases.assign(three[0].source.id, label)
    project.labels.relabel("Gesprek {1}", "Gesprek {I}")
    assert label in labels(project)


def test_patterns_are_unique_known_and_well_formed(
    project: Project, three: list[SourceText]
) -> None:
    with pytest.raises(NameTakenError):
        project.labels.relabel("Politie {I}", "Wijkteam")
    with pytest.raises(NotFoundError):
        project.labels.relabel("School {I}", "Klas {I}")
    for bad in ("", "Politie {X}", "Politie {I} {1}", "Politie }"):
        with pytest.raises(InvalidInputError, match="not a label pattern"):
            project.labels.relabel("Politie {I}", bad)


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


def of_group(project: Project, pattern: str) -> LabelGroup:
    return project.labels.of(project.cases.find_group(pattern).id)


@pytest.fixture
def team(bring_in: BringIn) -> list[str]:
    """Seven interviews, labelled in the order in which they were held; gives their ids."""
    names = ["I", "II", "III", "IV", "V", "VI", "VII"]
    ids = []
    for day, (roman, title) in enumerate(zip(names, "gfedcba", strict=True), start=1):
        header = f"---\nlabel: Politie {roman}\ntitel: {title}\ndatum: 2026-03-0{day}\n---\n"
        ids.append(bring_in(f"{header}R: Dag, {title}.\n", f"{title}.txt").source.id)
    return ids


def test_numbers_are_shuffled_alike_with_a_seed_or_follow_what_was_chosen(
    project: Project, team: list[str]
) -> None:
    group = project.cases.find_group("Politie {I}").id

    def numbers(order: NumberOrder, seed: int = 0) -> list[str]:
        project.labels.renumber(group, order, seed)
        return [project.cases.labels()[each] for each in team]

    shuffled = numbers(NumberOrder.SHUFFLED, 7)
    assert sorted(shuffled) == sorted(numbers(NumberOrder.INTERVIEW)) != shuffled
    assert numbers(NumberOrder.INTERVIEW)[:3] == ["Politie I", "Politie II", "Politie III"]
    assert numbers(NumberOrder.TITLE)[0] == "Politie VII"
    assert numbers(NumberOrder.SHUFFLED, 7) == shuffled
    told = " ".join(entry.operation.summary for entry in project.history.entries()[-4:])
    assert not any(f"Politie {roman}" in told for roman in ("I'", "II", "V"))


def test_two_participants_change_numbers_and_one_takes_anothers(
    project: Project, team: list[str]
) -> None:
    first, second = project.cases.find("Politie I"), project.cases.find("Politie II")
    project.labels.swap(first.id, second.id)
    assert project.cases.labels()[team[0]] == "Politie II"
    project.labels.give_number(first.id, 7)
    assert [project.cases.labels()[team[place]] for place in (0, 1, 6)] == [
        "Politie VII",
        "Politie I",
        "Politie II",
    ]
    project.history.undo()
    project.history.undo()
    assert project.cases.labels()[team[0]] == "Politie I"
    assert project.labels.shared() == ()
    with pytest.raises(InvalidInputError, match="begin at 1"):
        project.labels.give_number(first.id, 0)
    with pytest.raises(InvalidInputError, match="end at 99999"):
        project.labels.give_number(first.id, 10**20)


def test_the_level_of_detail_of_a_group_is_how_its_quotes_are_printed(
    project: Project, three: list[SourceText]
) -> None:
    text = three[0]
    (coding,) = project.codings.add_new(text.version.id, Span(3, 7), "x").value
    theme = project.themes.add("Thema").value
    project.quotes.choose(theme.id, coding.id)
    group = project.cases.find_group("Politie {I}")
    project.labels.describe(group.id, role="wijkagenten", attribution=Attribution.GROUP)
    (quote,) = project.quotes.of_theme(theme.id)
    assert (quote.label, quote.reference) == ("Politie", "")
    assert of_group(project, "Politie {I}").group.role == "wijkagenten"
    with pytest.raises(InvalidInputError, match="has no number"):
        project.labels.renumber(project.cases.find_group("Wijkteam").id, NumberOrder.SHUFFLED)
