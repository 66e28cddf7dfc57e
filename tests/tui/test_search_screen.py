"""Searching on the screen: three views, narrowed by keys, and candidates decided one by one."""

from pathlib import Path

from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.tui.actions import ACTIONS
from qualkit.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import code
from tests.tui.driving import SETTINGS, Driver, running


async def search(driver: Driver, words: str, *views: str) -> None:
    await driver.press("g", "s", *views)
    await driver.type(words)
    await driver.press("enter")


async def pick(driver: Driver, letters: str) -> None:
    await driver.type(letters)
    await driver.press("enter")
    await driver.settle()


def keywords(driver: Driver) -> list[tuple[int, str, str]]:
    """Give the column, the keyword and the word before it of each row in view."""
    found = []
    for y in range(len(driver.rows.items)):
        left = ""
        for piece in driver.rows.render_line(y):
            if piece.style and piece.style.underline:
                found.append((len(left), piece.text, left.rsplit(maxsplit=1)[-1].casefold()))
                break
            left += piece.text
    return found


async def test_keywords_stand_in_a_column_and_are_ordered(folder: Path) -> None:
    async with running(folder) as driver:
        await search(driver, "mensen OR ligt OR liggen", "tab")
        found = keywords(driver)
        assert len(found) == 4
        assert len({column for column, _, _ in found}) == 1
        await driver.press("t")
        before = [word for _, _, word in keywords(driver)]
        assert before == ["genoeg", "het", "is,", "vier"]
        await driver.press("t", "t")
        assert [word for _, word, _ in keywords(driver)] == ["liggen", "ligt", "mensen", "mensen"]


async def test_a_keyword_opens_its_place_and_one_comes_back_to_its_row(folder: Path) -> None:
    async with running(folder) as driver:
        await search(driver, "ligt OR blijft OR liggen", "tab")
        await driver.press("t", "t", "j")
        row = driver.rows.cursor
        await driver.press("enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert (driver.top, driver.rows.cursor) == ("SearchScreen", row)


async def test_a_search_is_narrowed_and_says_so_in_words(folder: Path) -> None:
    async with running(folder, (120, 30)) as driver:
        await search(driver, "is OR mensen")
        everything = len(driver.rows.items)
        await driver.press("s")
        await pick(driver, "Politie I")
        assert "everybody's words, in P1" in driver.says("#scope")
        await driver.press("o", "w")
        await pick(driver, "te weinig")
        assert driver.says("#scope").endswith(
            "participants' words, in P1, coded with 'capaciteit > te weinig mensen'"
        )
        assert ["P1:3" in driver.drawn, "P1:7" in driver.drawn] == [True, True]
        assert len(driver.rows.items) == 2
        await driver.press("w")
        await pick(driver, "not coded")
        assert "P1:3" not in driver.drawn
        await driver.press("0", "p")
        await pick(driver, "Politie II")
        assert driver.says("#scope").endswith("everybody's words, of Politie II")
        assert "P1" not in driver.drawn
        await driver.press("0")
        assert len(driver.rows.items) == everything


async def test_codes_are_searched_and_what_was_asked_is_kept(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s", "tab", "tab")
        await driver.type("capaciteit AND blijft liggen")
        await driver.press("enter")
        assert "P1:7" in driver.drawn
        assert "Dan blijft het liggen." in driver.drawn
        await driver.press("b")
        assert "No passage is coded so." in driver.drawn
        assert "without the codes below" in driver.says("#scope")
        await driver.press("b", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape", "escape")
        await driver.press("g", "s", "tab", "tab", "enter")
        assert "Dan blijft het liggen." in driver.drawn


async def test_a_code_is_picked_into_the_query(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s", "tab", "tab", "escape", "a")
        await pick(driver, "blijft")
        await driver.press("a")
        await pick(driver, "te weinig")
        assert "Dan blijft het liggen." in driver.drawn


async def test_a_query_that_is_no_query_is_told(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "s", "tab", "tab")
        await driver.type("kennis AND")
        await driver.press("enter")
        messages = [note.message for note in driver.app._notifications]
        assert messages[0].startswith("The name of a code is missing.")


async def collect(driver: Driver, words: str, name: str) -> None:
    await search(driver, words)
    await driver.press("c")
    await driver.type(name)
    await driver.press("enter")
    await driver.settle()
    assert driver.top == "CandidatesScreen"


async def test_candidates_are_decided_and_coded_as_one_step(folder: Path, project: Project) -> None:
    steps = len(project.history.entries())
    async with running(folder) as driver:
        await collect(driver, "mensen OR ligt OR liggen OR hoe", "blijft liggen")
        assert "Politie I" in driver.says("#place")
        assert "1 coded with it already" in driver.says("#progress")
        assert "1 said by interviewers or helpers" in driver.says("#progress")
        await driver.press("y", "n", "y")
        assert "All are decided" in driver.says("#progress")
        assert len(project.history.entries()) == steps, "nothing is coded yet"
        await driver.press("c")
        assert driver.top == "SearchScreen"
        found = project.codings.select(code_id=project.codes.find("blijft liggen").id)
        assert [item.words for item in found] == [
            "We zijn op papier met vier mensen en in de praktijk met anderhalf.",
            "Dan blijft het liggen.",
            "Wij hebben genoeg mensen, alleen weet niemand wat je moet vragen.",
        ]
        last = project.history.entries()[-1].operation
        assert last.summary == (
            "Coded 2 passages with 'blijft liggen', "
            "collected from a search for 'mensen OR ligt OR liggen OR hoe'"
        )
        await driver.press("u")
    assert len(project.codings.select(code_id=project.codes.find("blijft liggen").id)) == 1


async def test_decisions_outlive_the_program_and_can_be_taken_back(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await collect(driver, "mensen", "nieuw > idee")
        await driver.press("n", "y", "u")
        assert "0 yes · 1 no · 1 to decide" in driver.says("#progress")
        await driver.press("y")
    async with running(folder) as driver:
        await driver.press("g", "s", "escape")
        await driver.press("g", "s", "tab", "tab", "escape", "c")
        assert "'nieuw > idee', from the search for 'mensen'" in driver.drawn
        await driver.press("enter")
        await driver.settle()
        assert "1 yes · 1 no · 0 to decide" in driver.says("#progress")
        await driver.press("c")
    (found,) = project.codings.select(code_id=project.codes.find("nieuw > idee").id)
    assert found.reference == "P2:5"


async def test_a_candidate_is_widened_and_adjusted_in_the_text(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await collect(driver, "vakantie OR praktijk", "stil")
        await driver.press("w", "y")
        assert "P2:3" in driver.says("#place")
        await driver.press("e")
        await driver.settle()
        assert driver.top == "AdjustScreen"
        await driver.press("H", "H", "enter")
        assert driver.top == "CandidatesScreen"
        await driver.press("c")
    found = project.codings.select(code_id=project.codes.find("stil").id)
    assert [item.words for item in found] == [
        "Via de intake. We zijn op papier met vier mensen en in de praktijk met anderhalf.",
        "Als zij met vakantie is, ligt",
    ]


async def test_what_another_program_codes_meanwhile_is_left_out(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await collect(driver, "mensen", "blijft liggen")
        with Project.open(folder, SETTINGS, Origin.CLI) as other:
            code(other, "P2", "genoeg mensen", "blijft liggen")
        driver.app.look_for_others()
        await driver.press("j")
        assert "1 coded with it already" in driver.says("#progress")
        await driver.press("X", "down", "enter")
        await driver.settle()
    assert project.candidates.waiting() == ()


async def test_the_keys_of_candidates_fit_and_none_is_dead(folder: Path) -> None:
    async with running(folder) as driver:
        await collect(driver, "mensen OR hoe", "stil")
        line = driver.app.screen.query_one(KeyBar).render().plain
        assert all(action.label in line for action in ACTIONS["candidates"] if action.footer)
        assert "? Keys" in line
        for key in ("j", "k", "w", "y", "u", "n", "space", "o", "m"):
            before = driver.app.export_screenshot()
            await driver.press(key)
            assert driver.app.export_screenshot() != before, key


async def test_one_comes_back_to_what_was_found_another_day(folder: Path) -> None:
    async with running(folder) as driver:
        await search(driver, "mensen OR ligt OR liggen", "tab")
        await driver.press("o", "t", "j", "j")
        drawn = driver.drawn
        driver.app.exit()
    async with running(folder) as driver:
        assert driver.top == "SearchScreen"
        await driver.settle()
        assert driver.drawn == drawn
        assert driver.rows.has_focus


async def test_candidates_that_are_gone_are_left(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await collect(driver, "mensen", "blijft liggen")
        await driver.press("y")
        driver.app.exit()
    async with running(folder) as driver:
        assert driver.top == "CandidatesScreen"
        assert "1 yes" in driver.says("#progress")
        driver.app.exit()
    project.candidates.drop(project.candidates.waiting()[0].id)
    async with running(folder) as driver:
        await driver.settle()
        assert driver.top == "SearchScreen"
