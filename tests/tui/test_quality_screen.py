"""The quality page: a fact, what it rests on, and her own answer, which stays."""

from pathlib import Path

import pytest

from qualkit.domain.memos import MemoKind, ObjectType
from qualkit.domain.quality import AnswerKind, Asked
from qualkit.services.project import Project
from tests.tui.conftest import code
from tests.tui.driving import Driver, running


async def go_to_questions(driver: Driver) -> None:
    await driver.press("g", "k")
    await driver.settle()


async def stand_on(driver: Driver, key: str) -> Asked:
    """Put the cursor on the question with a key that begins so."""
    await driver.press("home")
    for row in driver.rows.items:
        assert isinstance(row, Asked)
        if row.key.startswith(key):
            return row
        await driver.press("down")
    raise AssertionError(f"nothing is asked under {key}")


async def test_questions_are_answered_and_the_answer_stays_in_place(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await go_to_questions(driver)
        await stand_on(driver, "12:standpoint")
        place = driver.rows.cursor
        await driver.press("w")
        await driver.type("ik werkte er zelf")
        await driver.press("enter")
        (answer,) = project.quality.answers()
        assert (answer.subject, answer.kind) == ("12:standpoint", AnswerKind.NOTE)
        assert answer.text == "ik werkte er zelf"
        assert driver.rows.cursor == place
        assert "Your note: ik werkte er zelf" in driver.drawn
        assert "u undoes it" in driver.told
        await driver.press("a")
        assert [each.kind for each in project.quality.answers()] == [AnswerKind.NOT_APPLICABLE]
        await driver.press("x")
        assert project.quality.answers() == ()
        await driver.press("space")
        assert [each.kind for each in project.quality.answers()] == [AnswerKind.LATER]
        await driver.press("u")
        await driver.settle()
        assert project.quality.answers() == ()


async def test_a_note_without_words_is_refused_where_it_is_typed(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await go_to_questions(driver)
        await driver.press("w", "enter")
        assert driver.top == "TextPrompt"
        assert "cannot be empty" in driver.says(".complaint")
        assert project.quality.answers() == ()


async def test_one_shows_all_open_or_answered_questions(folder: Path, project: Project) -> None:
    quality = project.quality
    quality.answer(quality.find("12:approach"), AnswerKind.NOTE, "Reflexief.")
    async with running(folder) as driver:
        await go_to_questions(driver)
        every = len(driver.rows.items)
        await driver.press("f")
        assert len(driver.rows.items) == every - 1
        await driver.press("tab")
        assert len(driver.rows.items) == 1
        await driver.press("f")
        assert len(driver.rows.items) == every


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("1:", "Picker"),
        ("3:", "PassagesScreen"),
        ("6:idea", "ThemePassagesScreen"),
        ("11:", "HistoryScreen"),
        ("12:", "ProjectScreen"),
    ],
)
async def test_a_question_opens_what_it_rests_on(
    folder: Path, project: Project, key: str, screen: str
) -> None:
    for words in ("praktijk met anderhalf", "Er is niemand", "Via de intake", "wat er binnenkomt"):
        code(project, "P1", words, "te weinig mensen")
    async with running(folder) as driver:
        await go_to_questions(driver)
        await stand_on(driver, key)
        await driver.press("enter")
        assert driver.top == screen
        await driver.press("escape")
        assert driver.top == "QualityScreen"


async def test_both_readings_are_shown_when_the_fact_changed(
    folder: Path, project: Project
) -> None:
    theme = project.themes.find("Capaciteit")
    for words in ("praktijk met anderhalf", "Er is niemand", "Via de intake"):
        code(project, "P1", words, "te weinig mensen")
    quality = project.quality
    quality.answer(quality.find(f"3:theme:{theme.id}"), AnswerKind.NOTE, "Zo is het.")
    code(project, "P2", "Wij hebben genoeg mensen", "te weinig mensen")
    async with running(folder) as driver:
        await go_to_questions(driver)
        await stand_on(driver, "3:")
        told = driver.says("#asked Static")
        assert "5 of the 6 passages" in told
        assert "Your note: Zo is het." in told
        assert "All 5 passages of 'Capaciteit'" in told


async def test_the_note_on_information_power_is_a_memo_that_one_goes_on_with(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await go_to_questions(driver)
        await driver.press("i")
        assert driver.top == "MemoEditor"
        await driver.type("genoeg. ")
        await driver.press("escape")
        (entry,) = project.memos.entries()
        assert entry.memo.kind is MemoKind.METHOD
        assert "Specificity" in entry.memo.body
        await driver.press("i")
        await driver.type("toch. ")
        await driver.press("escape")
        assert len(project.memos.entries()) == 1
        assert "genoeg.toch." in project.memos.entries()[0].memo.body


async def test_a_memo_is_on_what_the_question_is_about(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    async with running(folder) as driver:
        await go_to_questions(driver)
        await stand_on(driver, "6:idea")
        await driver.press("m", "x", "escape")
        await stand_on(driver, "12:")
        await driver.press("m", "y", "escape")
    targets = [entry.memo.target for entry in project.memos.entries()]
    assert [each.object_type for each in targets] == [ObjectType.THEME, ObjectType.PROJECT]
    assert targets[0].object_id == theme.id


async def test_wording_is_looked_at_once_it_is_switched_on(folder: Path, project: Project) -> None:
    theme = project.themes.find("Capaciteit")
    project.themes.narrate(theme.id, "Daarna was er verzadiging.")
    async with running(folder) as driver:
        await go_to_questions(driver)
        assert "verzadiging" not in "".join(map(str, driver.rows.items))
        await driver.press("L")
        await driver.settle()
        await stand_on(driver, "14:")
    async with running(folder) as driver:
        await driver.settle()
        assert "verzadiging" in "".join(map(str, driver.rows.items)), "the switch is kept"
