"""The sources of a batch: chosen by what they are, without those that may not be told of."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from qualkit.domain.batch_selection import BatchSelection, SelectedSources
from qualkit.domain.quotability import Quotability
from qualkit.domain.sources import Source, SourceKind, SourceText
from qualkit.domain.spans import Span
from qualkit.errors import NotFoundError
from qualkit.services.batch_selection import closed_passages, select
from qualkit.services.project import Project
from tests.conftest import CHAT, NOTES
from tests.services.queue_files import rows_for, write_rows

HEADERS = (
    "soort: interview\nlabel: Politie I\ndatum: 2026-01-10",
    "soort: interview\nlabel: Politie II\ndatum: 2026-02-10",
    "soort: chat\nlabel: Gesprek 1\ndatum: 2026-02-11",
    "soort: chat",
)


@pytest.fixture
def texts(bring_in: Callable[..., SourceText]) -> list[SourceText]:
    return [
        bring_in(
            f"---\n{header}\n---\n{CHAT if 'chat' in header else NOTES}{number}", f"{number}.txt"
        )
        for number, header in enumerate(HEADERS)
    ]


def numbers(sources: tuple[Source, ...]) -> list[int]:
    return [source.number for source in sources]


def selected(project: Project, asked: BatchSelection) -> SelectedSources:
    return select(project._workspace, asked)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (BatchSelection(), [1, 2, 3, 4]),
        (BatchSelection(sources=("P4", "Politie I")), [1, 4]),
        (BatchSelection(kinds=(SourceKind.CHAT,)), [3, 4]),
        (BatchSelection(groups=("Politie {I}",)), [1, 2]),
        (BatchSelection(cases=("Gesprek 1", "Politie II")), [2, 3]),
        (BatchSelection(since=date(2026, 2, 10)), [2, 3]),
        (BatchSelection(since=date(2026, 1, 1), until=date(2026, 2, 10)), [1, 2]),
        (BatchSelection(kinds=(SourceKind.CHAT,), until=date(2026, 1, 1)), []),
        (BatchSelection(groups=("Politie {I}",), cases=("Politie II",)), [2]),
    ],
)
def test_sources_hold_all_that_is_asked(
    project: Project, texts: list[SourceText], asked: BatchSelection, expected: list[int]
) -> None:
    found = selected(project, asked)
    assert numbers(found.sources) == expected
    assert (found.closed, found.unread, found.known) == ((), (), ())


def test_a_name_that_nothing_has_is_told(project: Project, texts: list[SourceText]) -> None:
    for asked in (
        BatchSelection(sources=("P9",)),
        BatchSelection(groups=("School {I}",)),
        BatchSelection(cases=("Politie IX",)),
        BatchSelection(round="tweede"),
    ):
        with pytest.raises(NotFoundError):
            selected(project, asked)


def test_what_may_not_be_printed_at_all_is_never_told(
    project: Project, texts: list[SourceText]
) -> None:
    project.terms.agree([texts[0].source.id], Quotability.NOT_AT_ALL)
    project.terms.agree([texts[1].source.id], Quotability.PARAPHRASE)
    found = selected(project, BatchSelection(kinds=(SourceKind.INTERVIEW,)))
    assert (numbers(found.sources), numbers(found.closed)) == ([2], [1])
    version_id = texts[1].version.id
    project.terms.agree_on_passage(version_id, Span(0, 9), Quotability.NOT_AT_ALL)
    project.terms.agree_on_passage(version_id, Span(20, 29), Quotability.EDITED)
    assert closed_passages(project._workspace) == {version_id: (Span(0, 9),)}


def test_only_what_was_read(project: Project, texts: list[SourceText]) -> None:
    project.bookmarks.put(f"read:{texts[2].source.id}", {"on": "2026-03-01"})
    project.rounds.begin("eerste")
    project.rounds.read(texts[0].source.id)
    project.terms.agree([texts[3].source.id], Quotability.NOT_AT_ALL)
    found = selected(project, BatchSelection(read_only=True))
    assert (numbers(found.sources), numbers(found.unread)) == ([1, 3], [2])
    assert numbers(selected(project, BatchSelection(round="eerste")).sources) == [1]
    project.rounds.begin("tweede")
    assert numbers(selected(project, BatchSelection(round="tweede")).sources) == []
    assert numbers(selected(project, BatchSelection(read_only=True)).sources) == [1, 3]


def test_only_what_is_new(project: Project, texts: list[SourceText], tmp_path: Path) -> None:
    rows = rows_for(1, "meldingen", texts)
    project.queue.load(write_rows(tmp_path / "nacht.csv", rows))
    asked = BatchSelection(new_only=True)
    found = selected(project, asked)
    assert (numbers(found.sources), numbers(found.known)) == ([3, 4], [1, 2])

    def third_is_known(sources: Sequence[Source]) -> frozenset[str]:
        return frozenset(source.id for source in sources if source.number == 3)

    third = select(project._workspace, asked, third_is_known)
    assert (numbers(third.sources), numbers(third.known)) == ([4], [1, 2, 3])
    project.history.undo()
    assert numbers(selected(project, asked).sources) == [1, 2, 3, 4]
