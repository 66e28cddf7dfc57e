"""The codebook: what a person types there is what the project holds."""

from dataclasses import replace
from pathlib import Path

from textual.widgets import Static

from qualkit.domain.codes import CodeStatus
from qualkit.domain.projects import Profile
from qualkit.services.project import Project
from qualkit.tui.widgets.context_pane import ContextPane
from tests.tui.driving import Driver, running


async def open_at(driver: Driver, name: str) -> None:
    await driver.press("g", "c", "slash")
    await driver.type(name)
    await driver.press("enter")


async def test_codes_are_shown_as_a_tree_with_their_counts(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c")
        lines = driver.drawn.splitlines()
    assert lines[1].split() == [">", "▾", "capaciteit", "-", "-", "-"]
    assert lines[2].startswith("         te weinig mensen")
    assert lines[2].split()[-3:] == ["2", "1", "1"]


async def test_a_code_is_made_under_a_parent_and_undone(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "n")
        await driver.type("kennis > cursus")
        await driver.press("enter")
        assert project.codes.find("cursus").parent_id == project.codes.find("kennis").id
        assert next(line for line in driver.drawn.splitlines() if "cursus" in line)[0] == ">"
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
        assert "Zaken die wachten." in driver.says("#code-detail")
    assert project.codes.find("blijft liggen").description == "Zaken die wachten."


async def test_a_codebook_study_describes_in_parts_and_a_reflexive_one_loses_none(
    folder: Path, project: Project
) -> None:
    project.codes.describe(project.codes.find("blijft liggen").id, "Zaken die wachten.")
    project.describe(profile=Profile.CODEBOOK)
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("d")  # begins in the first field that is empty
        await driver.type("Werk dat stilligt.")
        await driver.press("tab", "tab", "tab")
        await driver.type("Een week is net niet.")
        await driver.press("escape")
        assert "Boundary case: Een week is net niet." in driver.says("#code-detail")
    code = project.codes.find("blijft liggen")
    assert (code.description, code.use_when) == ("Zaken die wachten.", "Werk dat stilligt.")
    assert (code.not_when, code.boundary) == ("", "Een week is net niet.")

    project.describe(profile=Profile.REFLEXIVE)
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("d")
        assert "Use when: Werk dat stilligt." in driver.says(".hint")
        await driver.type(" Al lang.")
        await driver.press("escape")
    changed = project.codes.find("blijft liggen")
    assert changed == replace(code, description="Zaken die wachten. Al lang.")


async def test_a_colour_is_chosen_by_name_and_taken_away(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("c")
        await driver.type("teal")
        await driver.press("enter")
        assert project.codes.find("blijft liggen").colour == "teal"
        assert "teal" in driver.says("#code-detail")
        await driver.press("c", "enter")
    assert project.codes.find("blijft liggen").colour is None


async def test_a_folded_branch_counts_what_is_below_it_and_stays_folded(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "space")
        first, second = driver.drawn.splitlines()[1:3]
        assert first.split() == [">", "▸", "capaciteit", "2", "1", "1"]
        assert "kennis" in second
        await driver.press("j", "minus")
        assert len(driver.rows.items) == 3
        await driver.press("slash")
        await driver.type("hoofd")
        assert len(driver.rows.items) == 1, "a filter finds what is folded away"
        await driver.press("escape", "home", "j")
    async with running(folder) as driver:
        await driver.press("g", "c")
        assert len(driver.rows.items) == 3
        assert "> " in next(line for line in driver.drawn.splitlines() if "kennis" in line)
        await driver.press("minus")
        assert len(driver.rows.items) == 5


async def test_going_up_folds_and_goes_to_the_parent(folder: Path) -> None:
    async with running(folder) as driver:
        await driver.press("g", "c", "j", "h")
        assert driver.rows.cursor == 0
        await driver.press("h")
        assert len(driver.rows.items) == 4


async def test_retired_codes_stand_last_and_can_be_left_out(folder: Path, project: Project) -> None:
    project.codes.retire(project.codes.find("capaciteit").id)
    async with running(folder) as driver:
        await driver.press("g", "c")
        names = [line for line in driver.drawn.splitlines() if "capaciteit" in line]
        assert names[0].split()[1:3] == ["capaciteit", "(retired)"]
        assert driver.drawn.splitlines().index(names[0]) == 4
        await driver.press("o")
        assert "capaciteit" not in driver.drawn
        assert "te weinig mensen" in driver.drawn, "a code in use is never hidden"


async def test_the_story_of_a_code_tells_who_what_and_why(folder: Path, project: Project) -> None:
    code = project.codes.find("blijft liggen")
    project.codes.rename(code.id, "wacht", why="korter")
    project.history.undo()
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("y")
        told = str(driver.app.screen.query_one(".box Static", Static).content)
    assert "Noor\n  Made the code 'blijft liggen'" in told
    assert "Renamed the code 'blijft liggen' to 'wacht'\n  Because: korter" in told
    assert "Undone: Renamed the code" in told


async def test_only_an_unused_code_is_removed(folder: Path, project: Project) -> None:
    project.codes.add("los")
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("x", "enter")
        assert "is in use and cannot be removed" in driver.told
        await driver.press("escape")
        await open_at(driver, "los")
        await driver.press("x", "enter")
        assert "los" not in [entry.path for entry in project.codes.entries()]
        await driver.press("u")
    assert project.codes.find("los")


async def test_merging_tells_first_what_it_will_do(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("M")
        await driver.type("blijft")
        await driver.press("enter")
        said = driver.says(".hint")
        await driver.press("enter")
    assert said.splitlines() == [
        "2 codings go to 'blijft liggen'.",
        "1 passage is coded with both and will be counted once.",
        "'blijft liggen' takes its place in these themes: 'Capaciteit'.",
    ]
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


async def test_marking_semantic_then_latent_then_neither(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("s")
        assert project.codes.find("blijft liggen").level == "semantic"
        await driver.press("s")
        assert project.codes.find("blijft liggen").level == "latent"
        await driver.press("s")
    assert project.codes.find("blijft liggen").level is None


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
        assert "P1 · Politie I · 2 passages" in driver.drawn
        assert driver.says("#per-case") == "Politie I 2"
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
        passages = project.theme_contents.passages(theme.id)
        assert [item.source.number for item in passages] == [1, 1, 2]
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


async def test_passages_are_decided_on_one_by_one_and_split_as_one_step(
    folder: Path, project: Project
) -> None:
    steps = len(project.history.entries())
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("S")
        await driver.type("bezetting")
        await driver.press("enter")
        await driver.type("werk wacht")
        await driver.press("enter")
        assert driver.top == "CodeSplitScreen"
        assert "papier met vier" in str(
            driver.app.screen.query_one(ContextPane).children[0].render()
        )
        await driver.press("1", "2", "u", "3")
        assert len(project.history.entries()) == steps, "nothing changes until the end"
        await driver.press("w")
        assert driver.says(".hint").splitlines() == ["  1  'bezetting'", "  1  both"]
        await driver.type("twee ideeën")
        await driver.press("enter")
        assert driver.top == "CodebookScreen"
    words = {
        name: [item.words for item in project.codings.select(code_id=project.codes.find(name).id)]
        for name in ("bezetting", "werk wacht", "te weinig mensen")
    }
    assert words == {
        "bezetting": ["We zijn op papier met vier mensen", "Dan blijft het liggen."],
        "werk wacht": ["Dan blijft het liggen."],
        "te weinig mensen": [],
    }
    assert project.codes.find("bezetting").parent_id == project.codes.find("capaciteit").id
    last = project.history.entries()[-1].operation
    assert (len(project.history.entries()), last.why) == (steps + 1, "twee ideeën")


async def test_a_split_that_was_left_goes_on_where_one_was(folder: Path, project: Project) -> None:
    before = project.history.entries()
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("S")
        await driver.type("bezetting")
        await driver.press("enter", "enter", "2")
        assert "no second code" in driver.told
        await driver.press("0", "escape")
        assert "Your decisions are kept" in driver.told
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("S")
        assert driver.top == "CodeSplitScreen"
        assert driver.drawn.splitlines()[0].startswith("  =")
        assert driver.rows.cursor == 1, "the first that is not decided on"
        await driver.press("n")
        assert driver.top == "TextPrompt"
        await driver.type("te weinig mensen")
        await driver.press("enter")
        assert "taken already" in driver.says(".complaint")
    assert project.history.entries() == before


async def test_a_passage_is_read_in_its_context(folder: Path) -> None:
    async with running(folder) as driver:
        await open_at(driver, "blijft")
        await driver.press("enter", "minus", "minus", "minus")
        pane = driver.app.screen.query_one(ContextPane)
        shown = str(pane.children[0].render())
        assert shown == "R: Dan blijft het liggen. Er is niemand die kan zien wat er binnenkomt."
        await driver.press("plus")
        assert str(pane.children[0].render()).startswith("I: En als het druk is?")
        await driver.press("c")
        assert not pane.display


async def test_jumping_to_the_text_and_back_keeps_the_place(folder: Path) -> None:
    async with running(folder) as driver:
        await open_at(driver, "te weinig")
        await driver.press("enter", "j", "enter")
        assert driver.top == "ReaderScreen"
        await driver.press("escape")
        assert driver.top == "CodedSegmentsScreen"
        assert driver.rows.cursor == 1
