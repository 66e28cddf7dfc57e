"""Light, dark and no colour: everything stays readable, and the choice is kept."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input, TextArea

from qualkit.tui.app import QualkitApp
from qualkit.tui.colours import DARK, LIGHT, PLAIN, THEMES
from qualkit.tui.widgets.text_view import TextView
from tests.tui.driving import Driver, running

AA = 4.5
"""The contrast that WCAG 2 asks of text at level AA."""

GROUNDS = ("background", "surface", "panel")

TINTS = (("primary", 0.28), ("primary", 0.14), ("primary", 0.24), ("accent", 0.35))
"""Grounds of the row at the cursor, of what is coded once and more often, and of what is selected:
a colour, and how much of it lies over the background."""


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", (DARK, LIGHT), ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_ground(theme: Theme) -> None:
    def colour(name: str) -> Color:
        return Color.parse(theme.variables.get(name) or getattr(theme, name))

    texts = ["foreground", "muted", "primary", "secondary", "accent", "success", "error"]
    texts += ["warning", *(name for name in theme.variables if name.startswith("code-"))]
    poor = [
        f"{text} on {ground}: {contrast(colour(text), colour(ground)):.1f}"
        for text in texts
        for ground in GROUNDS
        if contrast(colour(text), colour(ground)) < AA
    ]
    for name, share in TINTS:
        ground = colour("background").blend(colour(name), share)
        if contrast(colour("foreground"), ground) < AA:
            poor.append(f"foreground on {name} {share}")
    assert poor == []


async def test_colours_are_gone_through_and_kept_with_the_project(folder: Path) -> None:
    seen = []
    async with running(folder) as driver:
        for _theme in THEMES:
            seen.append(driver.app.theme)
            driver.app.switch_colours()
        assert driver.app.theme == seen[0]
        driver.app.switch_colours()
        chosen = driver.app.theme
    assert sorted(seen) == sorted(theme.name for theme in THEMES)
    async with running(folder) as driver:
        assert driver.app.theme == chosen


async def test_no_color_of_the_environment_is_not_overruled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(folder) as driver:
        assert driver.app.theme == PLAIN.name
        assert driver.app.switch_colours() == PLAIN.name
        assert drawn_colours(driver.app) == {"default"}


async def choose_plain(driver: Driver) -> None:
    while driver.app.switch_colours() != PLAIN.name:
        pass
    await driver.press("end")
    await driver.press("home")


def drawn_colours(app: QualkitApp) -> set[str]:
    """The names of all colours on the screen."""
    return {
        colour.name
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour
    }


def styles_of(app: QualkitApp, words: str) -> set[str]:
    """How a line that holds some words is drawn: reverse, bold, underline …"""
    found = set()
    for strip in app.screen._compositor.render_strips():
        if words in strip.text:
            for segment in strip:
                style = segment.style
                if style and segment.text.strip():
                    for name in ("bold", "underline", "reverse", "italic"):
                        if getattr(style, name):
                            found.add(f"{name}: {segment.text.strip()}")
    return found


async def test_without_colour_type_and_signs_tell_it_all(folder: Path) -> None:
    async with running(folder) as driver:
        await choose_plain(driver)
        assert drawn_colours(driver.app) == {"default"}
        # The row at the cursor, the heading of the table, and the line at the top.
        here = styles_of(driver.app, " P1 ")
        assert any(item.startswith("reverse:") for item in here)
        assert not any(item.startswith("reverse:") for item in styles_of(driver.app, " P2 "))
        assert any(item.startswith("underline:") for item in styles_of(driver.app, "Kind"))
        assert any(item.startswith("reverse:") for item in styles_of(driver.app, "Wachttijden"))


async def test_without_colour_a_field_shows_where_one_types(folder: Path) -> None:
    async with running(folder) as driver:
        await choose_plain(driver)
        await driver.press("slash")
        field = driver.app.screen.query_one(Input)
        assert (field.has_focus, field.styles.border_top[0]) == (True, "heavy")
        await driver.press("escape", "m")
        area = driver.app.screen.query_one(TextArea)
        assert area.get_component_styles("text-area--cursor").text_style.reverse


async def test_without_colour_an_error_says_so_in_words(folder: Path) -> None:
    async with running(folder) as driver:
        await choose_plain(driver)
        await driver.press("g", "s")
        await driver.type("!?")
        await driver.press("enter")
        (note,) = driver.app._notifications
        assert (note.title, note.severity) == ("Not done", "error")


async def test_without_colour_coded_and_selected_words_are_told_apart(folder: Path) -> None:
    async with running(folder) as driver:
        await choose_plain(driver)
        await driver.press("enter", "right_square_bracket", "s")
        assert drawn_colours(driver.app) == {"default"}
        selected = styles_of(driver.app, "Via de intake")
        assert any(item.startswith("reverse: Via") for item in selected)
        # What is coded bears the letter of its code in the margin; what is not, does not.
        view = driver.app.screen.query_one(TextView)
        rows = [view.render_line(y).text for y in range(view.size.height)]
        (coded,) = (row for row in rows if "Dan blijft het liggen" in row)
        (plain,) = (row for row in rows if "Hoe komt een zaak" in row)
        assert set("ab") & set(coded.split("Dan")[0])
        assert not set("ab") & set(plain.split("Hoe")[0])
