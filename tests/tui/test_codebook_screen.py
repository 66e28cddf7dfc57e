"""The codebook: what a person types there is what the project holds."""

from pathlib import Path

from qualkit.domain.codes import CodeStatus
from qualkit.services.project import Project
from tests.tui.driving import Driver, running


async def open_at(driver: Driver, name: str) -> None:
    await driver.press("g", "c", "slash")
    await driver.type(name)
    await driver.press("enter")


async def test_codes_are_shown_as_a_tree_with_their_counts(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c")
        lines = driver.drawn.splitlines()
    assert lines[1].split() == [">", "capaciteit", "-", "-", "-"]
    assert lines[2].startswith("    te weinig mensen")
    assert lines[2].split()[-3:] == ["2", "1", "1"]


async def test_a_code_is_made_under_a_parent_and_undone(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "n")
        await driver.type("kennis > cursus")
        await driver.press("enter")
        assert project.codes.find("cursus").parent_id == project.codes.find("kennis").id
        assert "> " + "  cursus" in driver.drawn
        await driver.press("u")
    assert "cursus" not in [entry.code.name for entry in project.codes.entries()]


async def test_a_name_that_is_taken_is_refused_with_a_word(folder: Path, project: Project) -> None:
    before = project.codes.entries()
    async with running(folder, (100, 30)) as driver:
        await driver.press("g", "c", "n")
        await driver.type("Kennis")
        await driver.press("enter")
        assert driver.says(".complaint") == "There is a code 'Kennis' already."
        assert project.codes.entries() == before
        await driver.type("vragen")
        await driver.press("enter")
    assert project.codes.find("Kennisvragen")


async def test_renaming_keeps_the_reason(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("e", "home", *["delete"] * len("blijft liggen"))
        await driver.type("wacht")
        await driver.press("enter")
        await driver.type("korter")
        await driver.press("enter")
    code = project.codes.find("wacht")
    assert project.codes.history(code.id)[-1].operation.why == "korter"


async def test_stepping_back_from_the_reason_changes_nothing(
    folder: Path, project: Project
) -> None:
    before = project.codes.entries()
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("t", "escape")
        assert driver.top == "CodebookScreen"
    assert project.codes.entries() == before


async def test_describing_keeps_what_was_written_on_escape(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("d")
        await driver.type("Zaken die wachten.")
        await driver.press("escape")
        assert "Zaken die wachten." in driver.says(".detail")
    assert project.codes.find("blijft liggen").description == "Zaken die wachten."


async def test_merging_tells_first_what_it_will_do(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("M")
        await driver.type("blijft")
        await driver.press("enter")
        said = driver.says(".hint")
        await driver.press("enter")
    assert said == "2 codings will move; 1 passage is coded with both and will be counted once."
    assert len(project.codings.select(code_id=project.codes.find("blijft liggen").id)) == 2
    assert "te weinig mensen" not in [entry.code.name for entry in project.codes.entries()]


async def test_moving_to_the_top_and_under_another(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("v")
        await driver.type("top: no")
        await driver.press("enter", "enter")
        assert project.codes.find("te weinig mensen").parent_id is None
        await driver.press("v")
        await driver.type("kennis")
        await driver.press("enter", "enter")
    assert project.codes.find("te weinig mensen").parent_id == project.codes.find("kennis").id


async def test_retiring_and_taking_back_into_use(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("t", "enter")
        assert project.codes.find("blijft liggen").status is CodeStatus.RETIRED
        assert "blijft liggen  (retired)" in driver.drawn
        await driver.press("t", "enter")
    assert project.codes.find("blijft liggen").status is CodeStatus.ACTIVE


async def test_marking_semantic_then_latent(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("s")
        assert project.codes.find("blijft liggen").level == "semantic"
        await driver.press("s")
    assert project.codes.find("blijft liggen").level == "latent"


async def test_letters_typed_in_a_field_do_nothing_else(folder: Path, project: Project) -> None:
    before = project.history.entries()
    async with running(folder) as driver:
        await driver.press("g", "c", "slash")
        await driver.type("utqMvx")
        assert driver.top == "CodebookScreen"
        await driver.press("escape")
        assert len(driver.rows.items) == len(project.codes.entries())
    assert project.history.entries() == before


async def test_coded_segments_are_read_and_recoded(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("enter")
        assert driver.top == "CodedSegmentsScreen"
        assert "P1:3  Politie I" in driver.drawn
        await driver.press("e")
        await driver.type("hoofd")
        await driver.press("enter", "enter")
        assert len(driver.rows.items) == 1
    assert len(project.codings.select(code_id=project.codes.find("zit in één hoofd").id)) == 2


async def test_a_passage_is_marked_gathered_and_uncoded(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "hoofd")
        await driver.press("enter", "asterisk")
        assert [item.words[:3] for item in project.codings.select(strong=True)] == ["Als"]
        await driver.press("a")
        await driver.type("capac")
        await driver.press("enter")
        theme = project.themes.find("Capaciteit")
        assert [item.source.number for item in project.themes.passages(theme.id)] == [1, 1, 2]
        await driver.press("x")
        assert "Nothing is coded with this code." in driver.drawn
    assert project.codings.select(code_id=project.codes.find("zit in één hoofd").id) == ()


async def test_some_passages_are_split_off(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("enter", "s", "down", "tab", "enter")
        await driver.type("werk wacht")
        await driver.press("enter", "enter")
    code = project.codes.find("werk wacht")
    assert code.parent_id == project.codes.find("capaciteit").id
    assert [item.words for item in project.codings.select(code_id=code.id)] == [
        "Dan blijft het liggen."
    ]


async def test_jumping_to_the_text_and_back_keeps_the_place(folder: Path) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("enter", "j", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "CodedSegmentsScreen"
        assert driver.rows.cursor == 1
