"""The queue as it is listed: the same phrases as those that wait, read without their places."""

from collections.abc import Callable
from pathlib import Path

from qualkit.domain.sources import SourceText
from qualkit.services.project import Project
from tests.services.queue_files import rows_for, write_rows

PHRASES = ("wachtlijst", "rooster", "keuzemenu", "formulier")


def agree(project: Project, batch_id: str) -> list[str]:
    """The phrases that are listed, which are those that wait, at the same places."""
    waiting = project.queue.waiting(batch_id)
    listed = project.queue.lines(batch_id)
    assert [line.id for line in listed] == [item.id for item in waiting]
    assert [project.queue.phrase(line.id).places for line in listed] == [
        item.places for item in waiting
    ]
    return [line.phrase for line in listed]


def test_what_is_listed_waits(
    project: Project, bring_in: Callable[..., SourceText], tmp_path: Path
) -> None:
    texts = (
        bring_in("R: De wachtlijst is lang. Het rooster klopt niet.\n", "een.txt"),
        bring_in("R: Een keuzemenu, een formulier en een wachtlijst.\n", "twee.txt"),
    )
    rows = [row for rank, words in enumerate(PHRASES, 1) for row in rows_for(rank, words, texts)]
    project.queue.load(write_rows(tmp_path / "nacht.csv", rows))
    (entry,) = project.queue.batches()
    assert agree(project, entry.batch.id) == [*PHRASES]
    first, second, third, _fourth = project.queue.waiting()
    # Rejected elsewhere: in one of two sources, and in the only one.
    project.suggestions.reject("wachtlijst", texts[0].source.id)
    project.suggestions.reject("formulier")
    assert agree(project, entry.batch.id) == ["wachtlijst", "rooster", "keuzemenu"]
    assert len(project.queue.phrase(first.id).places) == 1
    project.queue.watch(second.id)
    project.queue.attach(third.id, project.codes.add("bellen").value.id, third.places, unread=True)
    assert agree(project, entry.batch.id) == ["wachtlijst"]
    decided = project.queue.lines(entry.batch.id, decided=True)
    assert [(line.phrase, line.decision) for line in decided] == [
        ("rooster", "watched"),
        ("keuzemenu", "attached"),
    ]
    assert decided[1].code_id == project.codes.find("bellen").id
