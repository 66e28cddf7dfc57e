"""Every screen in Dutch, as it is drawn."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from tests import catalogue
from tests.tui.driving import SETTINGS, Driver, running
from tests.tui.test_app import WAYS

ENGLISH = {
    message.id
    for message in catalogue.read("nl")
    if isinstance(message.id, str) and " " in message.id and message.id != message.string
}
"""Messages of more than one word; single ones may stand in a text."""

PLACES = {**WAYS, "reader": ("j", "enter"), "help": ("question_mark",), "go_to": ("g",)}


@pytest.mark.parametrize("name", PLACES)
async def test_no_message_is_shown_in_english(folder: Path, name: str) -> None:
    async with running(folder, settings=replace(SETTINGS, language="nl")) as driver:
        await driver.press(*PLACES[name])
        await driver.settle()
        shown = words_on(driver)
        assert "Hulp" in shown or "Esc" in shown
        assert not {message for message in ENGLISH if message in shown}


async def test_what_an_empty_list_says_can_be_read_whole_on_a_small_screen(folder: Path) -> None:
    async with running(folder, settings=replace(SETTINGS, language="nl")) as driver:
        await driver.press("g", "w")
        await driver.settle()
        assert driver.app.size.width == 80
        assert "hun antwoorden in." in " ".join(words_on(driver).split())


def words_on(driver: Driver) -> str:
    """Give everything that is drawn, as one text."""
    drawn = driver.app.export_screenshot().partition("<g ")[2]
    return unescape(re.sub(r"<[^>]+>", "", drawn)).replace("\u00a0", " ")
