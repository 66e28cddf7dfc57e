"""Sources that may be one: looked for, read side by side, decided on; the database tells."""

import subprocess
import sys
from pathlib import Path

import pytest

from qualkit.domain.duplicates import DecidedPair, PairsWanted, PairVerdict
from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info
from qualkit.tui.widgets.pair_canvas import PairCanvas
from tests.chats import write_chats
from tests.tui.driving import SETTINGS, Driver, running

NO_LABELS = ("", "", "")


def make(place: Path, labels: tuple[str, str, str] = NO_LABELS) -> Path:
    """Make a project of three chats, and look for pairs."""
    chats = write_chats(place / "material", labels)
    with Project.create(place / "chats", new_info("Kluisjes"), SETTINGS, Origin.CLI) as project:
        project.imports.run([chats])
        project.method.settle()
        project.duplicates.look()
    return place / "chats"


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    return make(tmp_path)


def decided(folder: Path) -> list[DecidedPair]:
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        entries = project.duplicates.candidates(PairsWanted.DECIDED)
        return [entry.decided for entry in entries if entry.decided]


def labels(folder: Path) -> list[str]:
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        return [entry.label for entry in project.sources.entries()]


def canvas(driver: Driver) -> PairCanvas:
    return driver.app.screen.query_one(PairCanvas)


def drawn(driver: Driver) -> str:
    """The two texts as they are drawn."""
    pair = canvas(driver)
    return "\n".join(pair.render_line(y).text.rstrip() for y in range(pair.size.height))


def here(driver: Driver) -> str:
    """The reference of the passage at the cursor."""
    pair = canvas(driver)
    assert pair.cursor.spot
    return pair.passages.reference(pair.cursor.spot)


async def test_one_looks_and_sees_the_pair_with_its_reasons(tmp_path: Path) -> None:
    folder = make(tmp_path)
    more = write_chats(tmp_path / "more").rename(tmp_path / "later")
    (more / "chat-1.txt").unlink()
    (more / "chat-3.txt").unlink()
    text = (more / "chat-2.txt").read_text("utf-8").replace("goedenavond", "hallo weer")
    (more / "chat-2.txt").write_text(text, "utf-8")
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        project.imports.run([more])
    async with running(folder) as driver:
        await driver.press("g", "u")
        assert "P1 Gesprek 1 (2026-03-04) · P2 Gesprek 2 (2026-03-05)" in driver.drawn
        assert "P4" not in driver.drawn
        assert "1 source came in since" in driver.says("#duplicates-look")
        assert "4471" in driver.says("#duplicates VerticalScroll Static")
        await driver.press("L")
        await driver.settle()
        assert "P2 Gesprek 2 (2026-03-05) · P4 Gesprek 2 (2026-03-05)" in driver.drawn
        assert "Looked at 4 sources: " in driver.told


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["small", "large"])
async def test_held_for_the_same_they_are_one_case_and_still_two_sources(
    chats: Path, size: tuple[int, int]
) -> None:
    async with running(chats, size) as driver:
        await driver.press("g", "u", "enter", "s")
        await driver.type("zelfde kluisje")
        await driver.press("enter")
        (pair,) = decided(chats)
        assert (pair.verdict, pair.note, pair.author) == (
            PairVerdict.SAME,
            "zelfde kluisje",
            "Noor",
        )
        one, other, third = labels(chats)
        assert one == other != "" == third
        assert "both stay to read" in driver.told and one in driver.told
        assert "zelfde kluisje" in driver.says("#pair-told")
        await driver.press("u")
        assert decided(chats) == [] and labels(chats) == ["", "", ""]
        assert "zelfde kluisje" not in driver.says("#pair-told")


async def test_of_two_cases_one_is_asked_and_nothing_happens_by_itself(tmp_path: Path) -> None:
    folder = make(tmp_path, ("Bezoeker 1", "Bezoeker 2", "Bezoeker 3"))
    async with running(folder) as driver:
        await driver.press("g", "u", "enter", "s", "enter")
        assert driver.top == "Picker"
        await driver.press("escape")
        assert decided(folder) == []
        await driver.press("s", "enter", "enter")
        assert [pair.verdict for pair in decided(folder)] == [PairVerdict.SAME]
        assert labels(folder) == ["Bezoeker 1", "Bezoeker 2", "Bezoeker 3"]
        assert "two cases: Bezoeker 1 and Bezoeker 2." in driver.says("#pair-told")
        assert "other decisions" not in driver.says("#pair-told")
        await driver.press("s", "enter", "down", "enter")
        assert labels(folder) == ["Bezoeker 1", "Bezoeker 1", "Bezoeker 3"]
        assert "Both are in one case: Bezoeker 1." in driver.says("#pair-told")


async def test_different_can_become_unsure_with_a_doubt_and_be_taken_back(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter", "d", "enter")
        assert [pair.verdict for pair in decided(chats)] == [PairVerdict.DIFFERENT]
        await driver.press("t")
        await driver.type("vraag het Joris")
        await driver.press("enter")
        assert [pair.verdict for pair in decided(chats)] == [PairVerdict.UNSURE]
        with Project.open(chats, SETTINGS, Origin.CLI) as project:
            (doubt,) = project.doubts.all()
        assert "vraag het Joris" in doubt.memo.body
        await driver.press("x")
        assert decided(chats) == []
        await driver.press("escape")
        assert "P1 Gesprek 1" in driver.drawn


async def test_esc_at_the_note_keeps_nothing(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter", "d", "escape")
        assert driver.top == "PairScreen" and decided(chats) == []


async def test_keys_lead_to_what_is_alike_and_what_both_have(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter")
        assert here(driver) == "P1:3"
        await driver.press("n")
        assert here(driver) == "P1:5"
        await driver.press("tab")
        assert here(driver) == "P2:6"
        await driver.press("w")
        assert here(driver) == "P2:7"
        await driver.press("h")
        assert here(driver) == "P1:6"
        await driver.press("n")
        assert "no further alike passage" in driver.told
        await driver.press("home")
        assert here(driver) == "P1:1"


async def test_what_differs_is_seen_without_colour(chats: Path) -> None:
    async with running(chats, (160, 50)) as driver:
        await driver.press("g", "u", "enter")
        row = next(line for line in drawn(driver).splitlines() if "P1:3" in line)
        assert "P2:5" in row and " ≈ " in row
        strip = next(
            canvas(driver).render_line(y)
            for y in range(canvas(driver).size.height)
            if "P1:3" in canvas(driver).render_line(y).text
        )
        underlined = [each.text for each in strip if each.style and each.style.underline]
        assert underlined == ["drie", "nu", "vier"]


async def test_a_source_is_read_and_one_comes_back_to_the_same_place(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter", "tab", "n", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "PairScreen" and here(driver) == "P2:6"
        assert driver.app.screen.focused is canvas(driver)


async def test_behind_the_pair_that_was_decided_on_is_the_next(chats: Path, tmp_path: Path) -> None:
    again = write_chats(tmp_path / "again").rename(tmp_path / "later")
    for path in again.iterdir():
        path.write_text(path.read_text("utf-8").replace("goedenavond", "hallo weer"), "utf-8")
    with Project.open(chats, SETTINGS, Origin.CLI) as project:
        project.imports.run([again])
        project.duplicates.look()
        _first, second, third = [
            entry.key for entry in project.duplicates.candidates(PairsWanted.WAITING)
        ][:3]
    async with running(chats) as driver:
        await driver.press("g", "u", "enter", "right_square_bracket", "d", "enter", "escape")
        (pair,) = decided(chats)
        assert {pair.first_id, pair.second_id} == {*second.split()}
        assert driver.rows.current_key == third


async def test_a_pair_is_opened_again_where_one_was(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter")
    async with running(chats) as driver:
        assert driver.top == "PairScreen"
        await driver.press("left_square_bracket")
        assert "This is the first pair." in driver.told
        await driver.press("escape")
        assert driver.top == "DuplicatesScreen"


async def test_a_note_on_what_a_source_is_about_comes_before_the_text(chats: Path) -> None:
    with Project.open(chats, SETTINGS, Origin.CLI) as project:
        source = project.sources.find("P2")
        project.terms.agree([source.id], content_note="Gaat over lang wachten.")
    async with running(chats) as driver:
        await driver.press("g", "u", "enter")
        assert "Gaat over lang wachten." in driver.says("#pair-note")
        assert not canvas(driver).display
        await driver.press("s")
        assert driver.top == "PairScreen"
        await driver.press("enter")
        assert canvas(driver).display and "kluisje" in drawn(driver)


async def test_a_pair_that_is_undone_with_its_sources_is_left(chats: Path) -> None:
    async with running(chats) as driver:
        await driver.press("g", "u", "enter")
        with Project.open(chats, SETTINGS, Origin.CLI) as project:
            project.history.undo()
        await driver.wait_until(
            lambda: driver.top == "DuplicatesScreen" and "No pair" in driver.drawn
        )


def test_listing_pairs_loads_nothing_of_what_finds_them() -> None:
    code = "import sys, qualkit.tui.screens.duplicates, qualkit.services.duplicates"
    code += "; print({'datasketch', 'scipy'} & set(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "set()"
