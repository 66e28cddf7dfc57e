"""The queue of suggestions with real keys: decided phrase by phrase, and taken back."""

from pathlib import Path

import pytest

from qualkit.domain.queue import QueueDecision
from qualkit.services.project import Project
from qualkit.tui.screens.code_prompt import CodePrompt
from qualkit.tui.screens.reader import ReaderScreen
from qualkit.tui.widgets.context_pane import ContextPane
from qualkit.tui.widgets.text_view import TextView
from tests.services.queue_files import rows_for, write_rows
from tests.tui.driving import Driver, running

PHRASES = ("intake", "mensen", "ligt", "vakantie")
SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)])


@pytest.fixture
def night(folder: Path, project: Project) -> Path:
    """A file of four phrases in the exports folder; 'mensen' stands at two places."""
    texts = [project.sources.read(entry.source.id) for entry in project.sources.entries()]
    rows = [row for rank, words in enumerate(PHRASES, 1) for row in rows_for(rank, words, texts)]
    return write_rows(folder / "exports" / "nacht.csv", rows)


@pytest.fixture
def queued(project: Project, night: Path) -> Project:
    """The project with that file loaded, and its sources read."""
    project.queue.load(night)
    for entry in project.sources.entries():
        project.bookmarks.put(f"read:{entry.source.id}", {"on": "2026-03-02"})
    return project


def decision(project: Project, phrase: str) -> QueueDecision | None:
    (item,) = [each for each in project.queue.all() if each.phrase == phrase]
    return item.decision


def phrase_here(driver: Driver) -> str:
    return driver.drawn.splitlines()[driver.rows.cursor].split()[2]


def where(driver: Driver) -> str:
    return driver.says("#queue-where")


def told(driver: Driver) -> str:
    return driver.says("#queue-told")


def context(driver: Driver) -> str:
    pane = driver.app.screen.query_one(ContextPane)
    return "\n".join(str(child.render()) for child in pane.children)


@SIZES
async def test_a_phrase_becomes_a_code_and_the_next_one_is_there(
    folder: Path, queued: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await driver.press("g", "j")
        assert phrase_here(driver) == "intake"
        assert "P1:3  Politie I" in where(driver)
        assert "Via de intake." in context(driver)
        await driver.press("c")
        assert isinstance(driver.app.screen, CodePrompt)
        await driver.press("enter")
        (made,) = [each for each in queued.codings.select() if each.coding.suggestion]
        assert (made.words, made.code.name, made.coding.suggestion_rank) == ("intake", "intake", 1)
        assert decision(queued, "intake") is QueueDecision.CODED
        assert phrase_here(driver) == "mensen"
        assert "Coded 1 place with 'intake'" in told(driver)
        assert "u undoes it" in told(driver)
        await driver.press("u")
        assert decision(queued, "intake") is None
        assert "intake" not in [entry.code.name for entry in queued.codes.entries()]
        assert phrase_here(driver) == "intake", "what comes back is gone to"


async def test_marked_places_go_to_a_code_that_is_there(folder: Path, queued: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "j", "j")
        assert "place 1 of 2" in where(driver)
        assert "Coded here: te weinig mensen" in where(driver)
        await driver.press("space", "n", "space")
        assert "[x] P2:5" in where(driver)
        assert "2 marked" in where(driver)
        await driver.press("c")
        # The phrase is selected: letters come in its place.
        await driver.type("weinig")
        await driver.press("enter")
        few = queued.codes.find("te weinig mensen")
        began = [each for each in queued.codings.select() if each.coding.suggestion == "mensen"]
        assert [each.code.id for each in began] == [few.id] * 2
        assert decision(queued, "mensen") is QueueDecision.ATTACHED
        await driver.press("u", "A")
        assert "2 marked" in where(driver)
        await driver.press("A", "A", "full_stop")
        began = [each for each in queued.codings.select() if each.coding.suggestion == "mensen"]
        assert [each.code.id for each in began] == [few.id] * 2
        # The next one goes to the same code with one key, the whole turn of it.
        await driver.press("t", "full_stop")
        (made,) = [each for each in queued.codings.select() if each.coding.suggestion == "ligt"]
        assert made.words.startswith("Eigenlijk alleen mijn collega.")
        assert made.code.id == few.id


async def test_watched_rejected_and_looked_at_again(folder: Path, queued: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "j", "w", "z", "Z")
        assert decision(queued, "intake") is QueueDecision.WATCHED
        assert [each.phrase for each in queued.queue.watched()] == ["intake"]
        assert decision(queued, "mensen") is QueueDecision.REJECTED
        assert decision(queued, "ligt") is QueueDecision.REJECTED_EVERYWHERE
        sources = {each.source_id for each in queued.suggestions.rejections()}
        assert sources == {None, *(entry.source.id for entry in queued.sources.entries())}
        await driver.press("f")
        assert "watched" in driver.drawn
        assert "rejected everywhere" in driver.drawn
        await driver.press("z")
        assert "was decided on already" in told(driver)
        await driver.press("f")
        assert phrase_here(driver) == "vakantie"
        await driver.press("u", "u", "u")
        assert len(queued.queue.waiting()) == 4
        assert queued.suggestions.rejections() == ()


async def test_what_was_not_read_is_asked_about_once(folder: Path, queued: Project) -> None:
    for entry in queued.sources.entries():
        queued.bookmarks.drop(f"read:{entry.source.id}")
    async with running(folder) as driver:
        await driver.press("g", "j")
        assert "first read P1" in where(driver)
        await driver.press("c", "enter")
        assert driver.top == "ReaderScreen", "reading is what is offered first"
        await driver.press("escape")
        assert phrase_here(driver) == "intake"
        await driver.press("c", "down", "enter", "enter")
        assert decision(queued, "intake") is QueueDecision.CODED
        await driver.press("c")
        assert driver.top == "CodePrompt", "P1 was said to be taken unread"
        await driver.press("escape", "j", "full_stop")
        assert driver.top == "Picker", "P2 was not"
        await driver.press("escape")
        assert decision(queued, "ligt") is None


async def test_one_comes_back_from_the_reader_to_the_same_place(
    folder: Path, queued: Project
) -> None:
    async with running(folder) as driver:
        await driver.press("g", "j", "j", "n")
        before = where(driver)
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReaderScreen)
        text = queued.sources.read(queued.sources.find("P2").id).text
        assert driver.app.screen.query_one(TextView).cursor.offset == text.index("mensen")
        await driver.press("escape")
        assert where(driver) == before
    async with running(folder) as driver:
        assert driver.top == "QueueScreen"
        assert phrase_here(driver) == "mensen"
        assert where(driver) == before, "and so on another day"


async def test_a_file_is_chosen_loaded_and_the_batch_dropped(
    folder: Path, project: Project, night: Path
) -> None:
    (folder / "exports" / "citaten.csv").write_text("citaat;label\n", "utf-8")
    async with running(folder) as driver:
        await driver.press("g", "j")
        assert "qualkit suggest --out" in driver.drawn
        await driver.press("a")
        assert "nacht.csv" in driver.drawn
        assert "citaten.csv" not in driver.drawn
        await driver.press("enter")
        await driver.settle()
        assert len(project.queue.waiting()) == 4
        assert "4 phrases to go through, at 5 places." in told(driver)
        assert phrase_here(driver) == "intake"
        await driver.press("a", "enter")
        await driver.settle()
        assert driver.top == "Notice"
        await driver.press("escape")
        assert "nothing new" in told(driver)
        await driver.press("X", "enter")
        assert len(project.queue.batches()) == 1, "keeping it is what is offered first"
        await driver.press("X", "down", "enter")
        assert project.queue.batches() == ()
        assert "There are no suggestions" in driver.drawn
        await driver.press("u")
        assert len(project.queue.waiting()) == 4
        assert phrase_here(driver) == "intake"


async def test_a_file_that_is_something_else_is_refused_in_a_sentence(
    folder: Path, project: Project
) -> None:
    path = folder / "verslag.csv"
    path.write_text("text_sha256;iets\n1;2\n", "utf-8")
    async with running(folder) as driver:
        await driver.press("g", "j", "a")
        await driver.type(str(path))
        await driver.press("enter")
        await driver.settle()
        assert "is no list of suggestions" in driver.told
        assert driver.top == "QueueScreen"
    assert project.queue.batches() == ()


async def test_one_batch_at_a_time_and_one_way_to_the_other(
    folder: Path, queued: Project, tmp_path: Path
) -> None:
    texts = [queued.sources.read(entry.source.id) for entry in queued.sources.entries()]
    queued.queue.load(write_rows(tmp_path / "later.csv", rows_for(1, "collega", texts)))
    async with running(folder) as driver:
        await driver.press("g", "j")
        assert phrase_here(driver) == "collega", "the latest comes first"
        await driver.press("n")
        assert "It stands nowhere else" in told(driver)
        await driver.press("b")
        assert "B1 nacht.csv" in driver.drawn
        await driver.press("down", "enter")
        assert phrase_here(driver) == "intake"
        await driver.press("z", "N", "slash")
        await driver.type("ligt")
        assert "P2:3" in where(driver), "what is beside the list follows the filter"
        await driver.press("enter", "w")
        assert decision(queued, "ligt") is QueueDecision.WATCHED
        assert "No row holds that" in driver.drawn
        await driver.press("escape")
        assert driver.top == "QueueScreen"
        assert [line.phrase for line in queued.queue.waiting()] == ["mensen", "vakantie", "collega"]
