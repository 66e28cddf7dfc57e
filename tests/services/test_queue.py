"""Going through a batch of suggestions: loaded by place, decided one by one, all of it undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualkit.domain.queue import QueueDecision, QueuedPlace, QueuedSuggestion
from qualkit.domain.sources import Role, SourceText
from qualkit.errors import AmbiguousNameError, InvalidInputError, NotFoundError, SourceNotReadError
from qualkit.services.project import Project
from tests.services.queue_files import Row, row, rows_for, write_rows

PIPELINE = "nl_qualkit_sm 1.1.0 (shipped)"


@pytest.fixture
def texts(bring_in: Callable[..., SourceText]) -> tuple[SourceText, ...]:
    return (
        bring_in(
            "---\nlabel: Gesprek 1\n---\n"
            "I: Hoe lang is de wachtlijst?\n\n"
            "R: De wachtlijst groeit. Wachtlijsten zijn lang.\n\n"
            "I: En verder?\n\nR: Roosters kloppen niet.\n",
            "een.txt",
        ),
        bring_in("R: Die wachtlijst is te lang.\n\nR: Het rooster klopt niet.\n", "twee.txt"),
    )


Load = Callable[..., list[QueuedSuggestion]]


@pytest.fixture
def load(project: Project, tmp_path: Path) -> Load:
    def write_and_load(rows: list[Row], name: str = "nacht.jsonl") -> list[QueuedSuggestion]:
        project.queue.load(write_rows(tmp_path / name, rows))
        return list(project.queue.waiting())

    return write_and_load


def read_all(project: Project) -> None:
    for entry in project.sources.entries():
        project.bookmarks.put(f"read:{entry.source.id}", {"on": "2026-03-01"})


def words_at(project: Project, places: tuple[QueuedPlace, ...]) -> list[tuple[str, str]]:
    return [(shown.reference, shown.words) for shown in project.queue.in_context(places)]


@pytest.mark.parametrize("name", ["nacht.csv", "nacht.jsonl", "nacht.parquet"])
def test_a_file_is_read_back_by_place_as_one_step(
    project: Project, texts: tuple[SourceText, ...], tmp_path: Path, name: str
) -> None:
    rows = rows_for(1, "wachtlijst", texts) + rows_for(2, "rooster", texts)
    path = write_rows(tmp_path / name, rows)
    report = project.queue.load(path).value
    assert (report.phrases, report.places, report.context) == (2, 5, 1)
    first, second = project.queue.waiting()
    assert (first.phrase, first.rank, second.phrase) == ("wachtlijst", 1, "rooster")
    assert words_at(project, first.places) == [
        ("P1:3", "wachtlijst"),
        ("P1:3", "Wachtlijst"),
        ("P2:1", "wachtlijst"),
    ]
    assert project.codings.select() == (), "a suggestion is never a coding"
    steps = len(project.history.entries())
    again = project.queue.load(path).value
    assert (again.batch, again.known) == (None, 5)
    assert len(project.history.entries()) == steps, "the same file brings nothing new"
    project.history.undo()
    assert project.queue.batches() == ()
    project.history.redo()
    assert project.queue.waiting() == (first, second)


def test_masked_words_come_back_as_they_stand_in_the_project(
    texts: tuple[SourceText, ...], load: Load
) -> None:
    masked = [
        {**each, "phrase": "[naam]", "words": "[naam]", "lemma": "[naam]"}
        for each in rows_for(1, "Roosters", texts) + rows_for(1, "rooster klopt", texts)
    ]
    (found,) = load(masked)
    assert found.phrase == "Roosters"
    assert found.lemma == "rooster"


def test_what_does_not_stand_in_the_project_is_counted_and_named(
    project: Project, texts: tuple[SourceText, ...], tmp_path: Path
) -> None:
    good = rows_for(1, "rooster klopt", texts)
    far = {**row(2, "wachtlijst", texts[0], 30), "start": 5_000, "end": 5_010}
    long = {**row(3, "wachtlijst", texts[0], 30), "start": 0, "end": 1_000}
    other = {**row(4, "wachtlijst", texts[0], 30), "text_sha256": "0" * 64, "source": "gesprek-9"}
    path = write_rows(tmp_path / "nacht.csv", [*good, far, long, other])
    report = project.queue.load(path).value
    assert (report.phrases, report.places) == (1, 1)
    assert report.misplaced == ("P1", "P1")
    assert report.unknown == ("gesprek-9",)


def test_what_was_rejected_does_not_come_in_and_what_is_rejected_later_goes(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    project.suggestions.reject("rooster")
    project.suggestions.reject("wachtlijst", texts[1].source.id)
    rows = rows_for(1, "rooster", texts) + rows_for(2, "wachtlijst", texts)
    (found,) = load(rows)
    assert found.rank == 2
    assert {place.version_id for place in found.places} == {texts[0].version.id}
    project.suggestions.reject("wachtlijst")
    assert project.queue.waiting() == ()
    project.history.undo()
    assert project.queue.waiting() == (found,)


def test_a_later_batch_brings_only_what_is_new(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    rows = rows_for(1, "wachtlijst", texts)
    (first,) = load(rows[:2])
    _, second = load([*rows, *rows_for(2, "rooster", texts[:1])][1:3], "morgen.jsonl")[0:2]
    assert (first.rank, second.rank) == (1, 1)
    assert words_at(project, second.places) == [("P1:3", "Wachtlijst")]
    assert [entry.batch.number for entry in project.queue.batches()] == [1, 2]
    with pytest.raises(AmbiguousNameError):
        project.queue.find("1")
    assert project.queue.find("b2:1") == second
    assert project.queue.find(first.id[:8]) == first
    for name in ("7", "B9:1", "zoekraak"):
        with pytest.raises(NotFoundError):
            project.queue.find(name)


def test_an_id_that_begins_with_figures_alone_is_no_rank(
    project: Project, bring_in: Callable[..., SourceText], load: Load
) -> None:
    text = bring_in("Wachten. " * 300)
    items = load([row(1 + at, "Wachten", text, 9 * at, f"wacht {at}") for at in range(300)])
    item = next(item for item in items if item.id[:6].isdecimal())
    assert project.queue.find(item.id[:6]) == item


def test_a_phrase_becomes_a_code_with_what_suggested_it(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    read_all(project)
    load(rows_for(1, "rooster", texts))
    (found,) = load(rows_for(4, "wachtlijst", texts), "twee.jsonl")[1:]
    made = project.queue.code(found.id, found.places[1:], "wachten > wachtlijst").value
    assert [(each.suggestion, each.suggestion_rank) for each in made] == [("wachtlijst", 4)] * 2
    assert {each.suggestion_pipeline for each in made} == {PIPELINE}
    decided = project.queue.find(found.id)
    assert decided.decision is QueueDecision.CODED
    assert decided.code_id == project.codes.find("wachtlijst").id
    last = project.history.entries()[-1]
    assert last.suggestions == ("wachtlijst",)
    assert last.step.subject == "suggestion"
    told = " ".join(project.method_paragraph.get().printed)
    assert "die het programma voorstelde" in told
    assert PIPELINE.partition(" (")[0] in told
    with pytest.raises(InvalidInputError, match="already"):
        project.queue.reject(found.id)
    project.queue.attach(found.id, decided.code_id or "", found.places[:1])
    assert len(project.codings.select()) == 3
    project.history.undo()
    project.history.undo()
    assert project.codes.entries() == ()
    assert project.queue.find(found.id) == found


def test_a_phrase_is_attached_to_a_code_with_its_whole_segment(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    read_all(project)
    code = project.codes.add("planning").value
    (found,) = load(rows_for(1, "rooster", texts))
    (shown,) = project.queue.view(found.id, 1).places
    assert (shown.label, shown.reference, shown.speaker) == ("Gesprek 1", "P1:7", "R")
    whole = QueuedPlace(shown.place.version_id, shown.segment.start, shown.segment.end)
    project.queue.attach(found.id, code.id, [whole])
    (coding,) = project.codings.select()
    assert coding.coding.span.of(texts[0].text) == "Roosters kloppen niet."
    assert project.queue.find(found.id).decision is QueueDecision.ATTACHED
    assert project.queue.view(found.id).places[0].codes == ("planning",)
    elsewhere = QueuedPlace(shown.place.version_id, 0, 5)
    with pytest.raises(InvalidInputError, match="does not stand there"):
        project.queue.attach(found.id, code.id, [elsewhere])


def test_a_code_that_a_phrase_went_to_may_be_merged_or_removed(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    read_all(project)
    (found,) = load(rows_for(1, "rooster", texts))
    project.queue.code(found.id, found.places[:1], "rooster")
    other = project.codes.add("planning").value
    project.codes.merge(project.codes.find("rooster").id, other.id)
    assert project.queue.find(found.id).code_id == other.id
    project.codings.remove([each.coding.id for each in project.codings.select()])
    project.codes.remove(other.id)
    assert project.queue.find(found.id).code_id is None
    for _step in range(4):
        project.history.undo()
    assert project.queue.find(found.id).code_id == project.codes.find("rooster").id


def test_what_nobody_has_read_is_told_and_is_taken_only_when_one_says_so(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    (found,) = load(rows_for(1, "wachtlijst", texts))
    assert project.queue.view(found.id).unread == 3
    project.bookmarks.put(f"read:{texts[0].source.id}", {"on": "2026-03-01"})
    assert [shown.is_read for shown in project.queue.view(found.id).places] == [True, True, False]
    with pytest.raises(SourceNotReadError, match="P2"):
        project.queue.code(found.id, found.places, "wachten")
    assert project.codes.entries() == ()
    project.queue.code(found.id, found.places, "wachten", unread=True)
    project.history.undo()
    project.rounds.begin("Eerste keer")
    project.rounds.read(texts[1].source.id)
    assert project.queue.unread(found.places) == ()
    project.queue.code(found.id, found.places, "wachten")
    assert len(project.codings.select()) == 3


def test_rejecting_leaves_a_phrase_out_where_it_stands_or_everywhere(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    first, second = load(rows_for(1, "wachtlijst", texts) + rows_for(2, "rooster", texts))
    project.queue.reject(first.id, why="zegt niets")
    sources = {item.source_id for item in project.suggestions.rejections()}
    assert sources == {text.source.id for text in texts}
    project.queue.reject_everywhere(second.id)
    assert project.suggestions.rejections()[-1].source_id is None
    assert project.queue.waiting() == ()
    project.history.undo()
    project.history.undo()
    assert project.suggestions.rejections() == ()
    assert project.queue.waiting() == (first, second)


def test_dropping_a_batch_keeps_what_was_made_of_it(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    read_all(project)
    first, second = load(rows_for(1, "wachtlijst", texts) + rows_for(2, "rooster", texts))
    project.queue.code(first.id, first.places[:1], "wachten")
    project.queue.watch(second.id)
    batch = project.queue.find_batch("B1")
    project.queue.drop(batch.id)
    assert project.queue.batches() == ()
    assert len(project.codings.select()) == 1
    assert [item.phrase for item in project.queue.watched()] == ["rooster"]
    project.history.undo()
    assert [item.decision for item in project.queue.all()] == ["coded", "watched"]


def test_a_watched_phrase_is_found_in_all_its_forms_where_participants_say_it(
    project: Project, texts: tuple[SourceText, ...]
) -> None:
    watched = project.queue.watch_phrase("wachtlijst", why="komt terug").value
    assert project.queue.watch_phrase("Wachtlijsten").value == watched, "another form is the same"
    assert words_at(project, project.queue.places_of(watched)) == [
        ("P1:3", "wachtlijst"),
        ("P1:3", "Wachtlijsten"),
        ("P2:1", "wachtlijst"),
    ]
    assert len(project.queue.places_of(watched, [texts[1].source.id])) == 1
    two = project.queue.watch_phrase("rooster klopt").value
    assert words_at(project, project.queue.places_of(two)) == [
        ("P1:7", "Roosters kloppen"),
        ("P2:3", "rooster klopt"),
    ]
    assert project.queue.places_of(project.queue.watch_phrase("zeppelin").value) == ()
    with pytest.raises(InvalidInputError):
        project.queue.watch_phrase(" - ")
    project.queue.unwatch(project.queue.find_watched("ZEPPELIN").id)
    assert len(project.queue.watched()) == 2


def test_who_is_a_helper_now_is_not_taken_over(
    project: Project, texts: tuple[SourceText, ...], load: Load
) -> None:
    project.sources.set_role(texts[1].source.id, "R", Role.HELPER)
    (found,) = load(rows_for(1, "wachtlijst", texts))
    assert {place.version_id for place in found.places} == {texts[0].version.id}
