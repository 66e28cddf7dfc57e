"""Whatever places a batch writes, in whatever format: the same come back into the queue."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualkit.domain.batch_places import SuggestedPlace
from qualkit.domain.operations import Origin
from qualkit.domain.queue import QueuedPlace
from qualkit.domain.sources import SourceText
from qualkit.formats.suggestion_tables import write_places
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from tests.suggested_places import columns_of

TEXTS = (
    "De wachttijd loopt op.\n\n=Roosters kloppen niet; e\u0301e\u0301n hoofd 🙂 weet alles.\n",
    "Te weinig mensen voor te veel meldingen.\n\nWie 'belt', gaat \"voor\"; \tde rest wacht.\n",
)


class Study(NamedTuple):
    """A project that examples share, with its texts."""

    project: Project
    texts: tuple[SourceText, ...]
    folder: Path


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    folder = tmp_path_factory.mktemp("heen-en-weer")
    with Project.create(
        folder / "studie", new_info("Proef"), Settings("onderzoeker"), Origin.CLI
    ) as project:
        for number, text in enumerate(TEXTS):
            (folder / f"{number}.txt").write_text(text, "utf-8")
        project.imports.run([folder / f"{number}.txt" for number in range(len(TEXTS))])
        texts = [project.sources.read(entry.source.id) for entry in project.sources.entries()]
        yield Study(project, tuple(texts), folder)


def place(text: SourceText, rank: int, start: int, size: int, masked: bool) -> SuggestedPlace:
    start = start % (len(text.text) - 1)
    end = min(start + size, len(text.text))
    words = "[naam]" if masked else text.text[start:end]
    return SuggestedPlace(
        rank=rank,
        phrase=words,
        words=words,
        lemma=words.lower() or "-",
        score=1 / rank,
        reason="2 keer",
        source=f"P{text.source.number}",
        label="",
        line=1,
        start=start,
        end=end,
        text_sha256=text.version.sha256,
        tier="shipped",
        pipeline="nl_qualkit_sm",
        version="1.1.0",
        settings="0123456789ab",
    )


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    picks=st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 200), st.integers(1, 30), st.booleans()),
        min_size=1,
        max_size=8,
        unique_by=lambda pick: pick[:3],
    ),
    suffix=st.sampled_from([".csv", ".jsonl", ".parquet", ""]),
)
def test_the_same_places_come_back(
    study: Study, picks: list[tuple[int, int, int, bool]], suffix: str
) -> None:
    rows = [
        place(study.texts[which], rank, start, size, masked)
        for rank, (which, start, size, masked) in enumerate(picks, 1)
    ]
    target = study.folder / f"batch{suffix}"
    write_places(target, columns_of(rows), "nl")
    report = study.project.queue.load(target).value
    wanted = {
        (row.text_sha256, row.start, row.end)
        for row in rows
        if study.texts[int(row.source[1:]) - 1].text[row.start : row.end].strip()
    }
    versions = {text.version.id: text.version.sha256 for text in study.texts}
    loaded = [each for item in study.project.queue.waiting() for each in item.places]
    assert {(versions[each.version_id], each.start, each.end) for each in loaded} == wanted
    assert report.places == len(loaded)
    for item in study.project.queue.waiting():
        assert all(isinstance(each, QueuedPlace) for each in item.places)
        shown = study.project.queue.in_context(item.places)
        assert "[naam]" not in item.phrase
        assert item.phrase in [each.words for each in shown]
    if report.batch:
        study.project.history.undo()
    assert study.project.queue.batches() == ()
