"""The framework matrix: cells in one's own words, shared by every matrix that shows them."""

from collections.abc import Callable

import pytest

from qualkit.domain.framework import (
    NOT_YET_READ,
    CellContent,
    CellPlace,
    CellState,
    ColumnHead,
    MatrixView,
)
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.matrices import head_of
from qualkit.services.project import Project

FEW = "Te weinig mensen voor te veel meldingen."
LEAVE = "Het digitale werk blijft liggen"


@pytest.fixture
def mark(project: Project, notes: SourceText) -> Callable[[str, str], str]:
    """Codes words of Politie III and gives the coding's id."""

    def code_words(words: str, path: str) -> str:
        start = notes.text.index(words)
        span = Span(start, start + len(words))
        return project.codings.add_new(notes.version.id, span, path).value[0].id

    return code_words


@pytest.fixture
def few(project: Project, mark: Callable[[str, str], str]) -> str:
    """A coding of Politie III under capaciteit."""
    return mark(FEW, "capaciteit > mensen")


@pytest.fixture
def place(project: Project, few: str) -> CellPlace:
    """The cell of Politie III and the code capaciteit."""
    return CellPlace(case_of(project, "Politie III"), head(project, "capaciteit"))


def case_of(project: Project, label: str) -> str:
    return next(case.id for case, name, _ in project.cases.entries() if name == label)


def head(project: Project, code: str) -> ColumnHead:
    return head_of(project.codes.find(code))


def told(view: MatrixView) -> list[tuple[str, ...]]:
    """Give each row: its label, and the state or words of its cells."""
    return [
        (case.label, *(said(view.at(case, column)) for column in view.columns))
        for case in view.cases
    ]


def said(content: CellContent) -> str:
    return content.summary or content.state.value


def test_a_matrix_has_every_case_and_begins_unread(project: Project, place: CellPlace) -> None:
    theme = project.themes.add("Wie belt gaat voor").value
    made = project.matrices.make(" Overzicht ", [head_of(theme), place.head, place.head]).value
    view = project.matrices.view(made.id)
    assert (view.matrix.title, [column.name for column in view.columns]) == (
        "Overzicht",
        ["Wie belt gaat voor", "capaciteit"],
    )
    assert told(view) == [("Politie III", "not_yet_read", "not_yet_read")]
    assert project.matrices.find("overzicht") == made
    with pytest.raises(NameTakenError):
        project.matrices.make("overzicht")


def test_the_passages_of_the_case_are_offered_and_never_filled_in(
    project: Project, place: CellPlace, few: str
) -> None:
    [offered] = project.matrix_cells.offered(place)
    assert (offered.coding.id, offered.words) == (few, FEW)
    assert project.matrix_cells.content(place) == NOT_YET_READ
    theme = project.themes.add("Druk").value
    in_theme = CellPlace(place.case_id, head_of(theme))
    assert project.matrix_cells.offered(in_theme) == ()
    project.theme_contents.put_codes(theme.id, [project.codes.find("capaciteit").id])
    assert [each.coding.id for each in project.matrix_cells.offered(in_theme)] == [few]


def test_a_cell_goes_from_unread_to_nothing_said_to_written_and_back(
    project: Project, place: CellPlace, few: str
) -> None:
    cells = project.matrix_cells
    assert cells.mark_nothing_said(place).value.state is CellState.NOTHING_SAID
    assert cells.write(place, " Er zijn te weinig mensen. ").value == CellContent(
        "Er zijn te weinig mensen."
    )
    assert cells.link(place, [few]).value.coding_ids == (few,)
    with pytest.raises(InvalidInputError):
        cells.mark_nothing_said(place)
    assert cells.write(place, "").value.state is CellState.WRITTEN, "its passage is kept"
    assert cells.unlink(place, [few]).value == NOT_YET_READ
    for expected in ((few,), (few,), (), ()):
        project.history.undo()
        assert cells.content(place).coding_ids == expected
    assert cells.content(place).state is CellState.NOTHING_SAID


def test_clearing_makes_a_cell_unread_and_an_undo_brings_all_of_it_back(
    project: Project, place: CellPlace, few: str, again: Callable[[], Project]
) -> None:
    full = CellContent("Het loopt over.", coding_ids=(few,))
    project.matrix_cells.keep(place, full)
    assert project.matrix_cells.clear(place).value == NOT_YET_READ
    again().history.undo()
    assert project.matrix_cells.content(place) == full


def test_cells_are_shared_and_outlive_their_matrix(project: Project, place: CellPlace) -> None:
    one = project.matrices.make("Een", [place.head]).value
    group = next(group.id for group in project.cases.groups() if group.pattern == "Politie {I}")
    two = project.matrices.make("Twee", [place.head], group).value
    project.matrix_cells.write(place, "Het loopt over.")
    for matrix in (one, two):
        assert told(project.matrices.view(matrix.id)) == [("Politie III", "Het loopt over.")]
        project.matrices.remove(matrix.id)
    again = project.matrices.make("Drie", [place.head]).value
    assert told(project.matrices.view(again.id)) == [("Politie III", "Het loopt over.")]


def test_columns_are_added_moved_and_taken_out(project: Project, place: CellPlace) -> None:
    matrix = project.matrices.make("Overzicht", [place.head]).value
    other = head_of(project.codes.add("kennis").value)
    project.matrices.add_columns(matrix.id, [place.head, other])
    project.matrices.move_column(matrix.id, other, -1)
    names = [column.name for column in project.matrices.view(matrix.id).columns]
    assert names == ["kennis", "capaciteit"]
    project.matrices.remove_column(matrix.id, other)
    with pytest.raises(NotFoundError):
        project.matrices.remove_column(matrix.id, other)
    project.matrices.rename(matrix.id, "Capaciteit per team")
    assert project.matrices.find("capaciteit per team").id == matrix.id


def test_a_cell_takes_no_passage_of_another_case(
    project: Project, place: CellPlace, few: str, bring_in: Callable[..., SourceText]
) -> None:
    other = bring_in("---\nlabel: Politie IV\n---\nR: Hier loopt het goed.\n", "vier.txt")
    coding = project.codings.add_new(other.version.id, Span(3, 23), "capaciteit").value[0]
    with pytest.raises(InvalidInputError, match="own case"):
        project.matrix_cells.link(place, [coding.id])
    assert [each.coding.id for each in project.matrix_cells.offered(place)] == [few]


def test_merging_codes_joins_their_cells(
    project: Project, place: CellPlace, few: str, mark: Callable[[str, str], str]
) -> None:
    left = mark(LEAVE, "blijft liggen")
    other = CellPlace(place.case_id, head(project, "blijft liggen"))
    matrix = project.matrices.make("Overzicht", [place.head, other.head]).value
    project.matrix_cells.keep(place, CellContent("Te weinig mensen.", coding_ids=(few,)))
    project.matrix_cells.keep(other, CellContent("Het werk wacht.", coding_ids=(left,)))
    project.codes.merge(other.head.id, place.head.id)
    assert project.matrix_cells.content(place) == CellContent(
        "Te weinig mensen.\nHet werk wacht.", coding_ids=(few, left)
    )
    view = project.matrices.view(matrix.id)
    assert [column.name for column in view.columns] == ["capaciteit"]
    project.history.undo()
    assert project.matrix_cells.content(other) == CellContent("Het werk wacht.", coding_ids=(left,))


def test_a_passage_that_is_no_longer_coded_leaves_the_cell_with_its_words(
    project: Project, place: CellPlace, few: str
) -> None:
    project.matrix_cells.keep(place, CellContent("Te weinig mensen.", coding_ids=(few,)))
    project.codings.remove([few])
    assert project.matrix_cells.content(place) == CellContent("Te weinig mensen.")


def test_references_tell_where_passages_are(project: Project, few: str) -> None:
    assert project.matrices.references([few]) == {few: "P1:5"}
