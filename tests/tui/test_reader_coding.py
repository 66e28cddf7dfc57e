"""Coding with real keys: what is in the project afterwards."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoKind, ObjectType
from qualkit.services.project import Project
from qualkit.tui.screens.reader import ReaderScreen
from qualkit.tui.widgets.code_list import CodeList
from tests.tui.driving import Driver, running

INTAKE = "Via de intake."
PAPER = "We zijn op papier met vier mensen en in de praktijk met anderhalf."
NOBODY = "Er is niemand die kan zien wat er binnenkomt."

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)])


async def read(driver: Driver, project: Project, words: str, source: str = "P1") -> ReaderScreen:
    """Open a source with the cursor on some words."""
    text = project.sources.read(project.sources.find(source).id)
    driver.app.open_reader(text.source.id, text.text.index(words))
    await driver.settle()
    await driver.settle()
    screen = driver.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def coded(project: Project, source: str = "P1") -> list[tuple[str, str]]:
    """Give the coded words of a source with the names of their codes."""
    source_id = project.sources.find(source).id
    return [(item.words, item.code.name) for item in project.codings.select(source_id)]


def names_on(project: Project, words: str) -> list[str]:
    """Give the names of the codes on the passage that begins with some words."""
    return sorted(
        item.code.name for item in project.codings.select() if item.words.startswith(words)
    )


@SIZES
async def test_a_sentence_is_coded_by_three_letters(
    folder: Path, project: Project, size: tuple[int, int]
) -> None:
    async with running(folder, size) as driver:
        await read(driver, project, INTAKE)
        await driver.press("s", "c")
        await driver.type("men")
        await driver.press("enter")
        assert (INTAKE, "te weinig mensen") in coded(project)


async def test_two_sentences_are_coded_as_one_passage(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        await driver.press("s", "s", "c")
        await driver.type("blijft")
        await driver.press("enter")
        assert (f"{INTAKE} {PAPER}", "blijft liggen") in coded(project)


async def test_without_a_selection_the_sentence_is_coded(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "niemand die kan")
        await driver.press("c")
        assert NOBODY in driver.says(".what")
        await driver.type("hoofd")
        await driver.press("enter")
        assert (NOBODY, "zit in één hoofd") in coded(project)


async def test_digits_and_the_full_stop_code_at_once(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        screen = await read(driver, project, INTAKE)
        names = [screen.contents.codes[code_id].code.name for code_id in screen.recent]
        assert len(names) == 2
        await driver.press("s", "2")
        assert (INTAKE, names[1]) in coded(project)
        await driver.press("escape", "end", "s", "full_stop")
        assert (NOBODY, names[1]) in coded(project)
        await driver.press("9")
        assert "No phrase here has that digit" in driver.says("#status")
        await driver.press("p", "9")
        assert "No code was used so recently" in driver.says("#status")


async def test_a_digit_in_the_prompt_takes_a_recent_code(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        screen = await read(driver, project, INTAKE)
        name = screen.contents.codes[screen.recent[0]].code.name
        await driver.press("s", "c", "1")
        assert isinstance(driver.app.screen, ReaderScreen)
        assert (INTAKE, name) in coded(project)


async def test_a_new_code_is_made_under_its_parent(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        await driver.press("s", "c")
        await driver.type("kennis > loopt via één loket")
        await driver.press("enter")
        paths = [entry.path for entry in project.codes.entries()]
        assert "kennis > loopt via één loket" in paths
        assert (INTAKE, "loopt via één loket") in coded(project)


async def test_several_codes_go_on_in_one_step(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        before = coded(project)
        await driver.press("s", "c")
        await driver.type("men")
        await driver.press("tab")
        await driver.type("hoofd")
        await driver.press("tab", "enter")
        added = sorted(set(coded(project)) - set(before))
        assert added == [(INTAKE, "te weinig mensen"), (INTAKE, "zit in één hoofd")]
        await driver.press("u")
        assert coded(project) == before


async def test_in_vivo_offers_the_words_themselves(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "op papier")
        await driver.press("w", "w", "i", "enter")
        assert ("op papier", "op papier") in coded(project)


async def test_undo_and_redo_from_the_text(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        before = coded(project)
        await driver.press("s", "1")
        after = coded(project)
        assert len(after) == len(before) + 1
        await driver.press("u")
        assert coded(project) == before
        await driver.press("r")
        assert coded(project) == after


async def test_uncoding_asks_which_when_there_are_more(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft het liggen.")
        await driver.press("x")
        await driver.type("liggen")
        await driver.press("enter")
        left = [name for words, name in coded(project) if words == "Dan blijft het liggen."]
        assert left == ["te weinig mensen"]
        await driver.press("x")
        assert not [name for words, name in coded(project) if words == "Dan blijft het liggen."]
        await driver.press("x")
        assert "no codes here" in driver.says("#status")


async def test_a_coding_gets_another_code_a_new_one_or_several(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "papier met vier")
        await driver.press("R")
        await driver.type("hoofd")
        await driver.press("enter")
        assert names_on(project, "We zijn op papier") == ["zit in één hoofd"]
        assert "u undoes it" in driver.says("#status")
        await driver.press("R")
        await driver.type("kennis > cursus")
        await driver.press("enter")
        assert names_on(project, "We zijn op papier") == ["cursus"]
        await driver.press("R")
        await driver.type("blijft")
        await driver.press("tab")
        await driver.type("hoofd")
        await driver.press("tab", "enter")
        assert names_on(project, "We zijn op papier") == ["blijft liggen", "zit in één hoofd"]
        await driver.press("u", "u", "u")
    assert names_on(project, "We zijn op papier") == ["te weinig mensen"]
    assert "cursus" not in [entry.code.name for entry in project.codes.entries()]


async def test_recoding_asks_which_where_there_are_more(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Dan blijft het liggen.")
        await driver.press("R")
        await driver.type("mensen")
        await driver.press("enter")
        assert "te weinig mensen" not in driver.drawn, "the code it has is not offered"
        await driver.type("hoofd")
        await driver.press("enter")
    assert names_on(project, "Dan blijft") == ["blijft liggen", "zit in één hoofd"]


async def test_the_code_at_the_cursor_is_described_and_marked(
    folder: Path, project: Project
) -> None:
    async with running(folder, (120, 30)) as driver:
        await read(driver, project, "papier met vier")
        await driver.press("equals_sign")
        assert project.codes.find("te weinig mensen").level == "semantic"
        assert "semantic" in str(driver.app.screen.query_one(CodeList).render())
        await driver.press("equals_sign", "equals_sign")
        assert project.codes.find("te weinig mensen").level is None
        await driver.press("d")
        await driver.type(" Ook uren.")
        await driver.press("escape")
    meaning = project.codes.find("te weinig mensen").description
    assert meaning == "Minder mensen dan het werk vraagt. Ook uren."


async def test_a_strong_example_is_marked_and_unmarked(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "papier met vier")
        await driver.press("asterisk")
        assert [item.words for item in project.codings.select(strong=True)] == [
            "We zijn op papier met vier mensen"
        ]
        await driver.press("asterisk")
        assert not project.codings.select(strong=True)


async def test_a_memo_on_a_passage_is_kept_on_leaving(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        await driver.press("s", "m")
        await driver.type("Wie zit hier?")
        await driver.press("escape")
        (entry,) = project.memos.entries()
        assert entry.memo.body == "Wie zit hier?"
        assert entry.memo.kind is MemoKind.ANALYTIC
        assert entry.memo.object_type is ObjectType.PASSAGE
        text = project.sources.read(project.sources.find("P1").id).text
        assert text[entry.memo.start : entry.memo.end] == INTAKE


async def test_a_memo_on_a_coding_may_be_reflexive(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "papier met vier")
        await driver.press("m")
        await driver.type("Dit verraste mij.")
        await driver.press("tab", "enter", "down", "enter", "escape")
        (entry,) = project.memos.entries()
        assert entry.memo.object_type is ObjectType.CODING
        assert entry.memo.kind is MemoKind.REFLEXIVE
        assert not entry.memo.shared


async def test_an_empty_memo_is_not_kept(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        await driver.press("m", "escape")
        assert not project.memos.entries()
        assert isinstance(driver.app.screen, ReaderScreen)


async def test_stepping_back_from_the_prompt_changes_nothing(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        before, steps = coded(project), len(project.history.entries())
        await driver.press("c")
        await driver.type("men")
        await driver.press("escape", "escape")
        assert coded(project) == before
        assert len(project.history.entries()) == steps
        assert isinstance(driver.app.screen, ReaderScreen)


async def test_a_retired_code_is_not_offered(folder: Path, project: Project) -> None:
    project.codes.retire(project.codes.find("blijft liggen").id)
    async with running(folder) as driver:
        await read(driver, project, INTAKE)
        await driver.press("s", "c")
        await driver.type("blijft liggen")
        assert "Make new code" in driver.drawn
