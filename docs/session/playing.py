"""What a session is, and how it is played and drawn."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import ModalScreen

from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.translation import use_language
from qualkit.tui.app import QualkitApp
from qualkit.tui.colours import DARK, LIGHT
from qualkit.tui.keys import key_label
from qualkit.tui.screens.mosaic import MosaicScreen
from qualkit.tui.screens.working import Working

HERE = Path(__file__).parent

SIZES = {"80x24": (80, 24), "160x50": (160, 50)}
COLOURS = {"dark": DARK.name, "light": LIGHT.name}
LANGUAGES = ("en", "nl")

PLACE = Path("/tmp/qualkit")
"""Where projects are made: the same in every picture, also where one tells where a file went."""

MOST_SECONDS = 60

PRESSED = re.compile(r"«[^»]*»|\S+")
"""A key, or words to type."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, and the picture of the screen they lead to."""

    name: str
    keys: str
    """As Textual names them, with blanks between; what is in « and » is typed letter by letter."""
    english: str
    dutch: str
    """What happens, for the page."""
    works: bool = False
    """Whether something runs beside the screen that the picture waits for."""
    before: Callable[[Path, Settings], None] | None = None
    """What others do first, outside the program: with the folder of the project."""


@dataclass(frozen=True, slots=True)
class Session:
    """Some work in one go, from a project that is made for it."""

    name: str
    titles: Mapping[str, str]
    """By language."""
    begin: Callable[[Path, Settings], None]
    """Makes the project in a folder."""
    steps: tuple[Step, ...]
    colours: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where its pages and pictures stand."""
        return HERE / self.name


async def record(session: Session, language: str) -> None:
    """Play a session in one language, in each size and colour."""
    use_language(language)
    for size in SIZES:
        for colour in session.colours:
            await play(session, language, size, colour)


async def play(session: Session, language: str, size: str, colour: str) -> None:
    """Play a session once."""
    settings = Settings(coder="Noor", language=language)
    with _fresh(PLACE):
        place = PLACE / "studie"
        session.begin(place, settings)
        with Project.open(place, settings, Origin.CLI) as project:
            project.bookmarks.put("colours", {"theme": COLOURS[colour]})
        app = QualkitApp(place, settings)
        async with app.run_test(size=SIZES[size]) as pilot:
            for number, step in enumerate(session.steps, start=1):
                if step.before:
                    step.before(place, settings)
                for key in keys_of(step):
                    await pilot.press(key)
                    await pilot.pause()
                if step.works:
                    await settle(app, pilot)
                target = session.folder / picture(language, size, colour, number, step)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(app.export_screenshot(title="qualkit"), "utf-8")


@contextmanager
def _fresh(folder: Path) -> Iterator[None]:
    """Make a folder, and take it away again with all that came into it."""
    folder.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(folder)


async def settle(app: QualkitApp, pilot: Pilot[None]) -> None:
    """Wait until nothing runs beside the screen any more, or what runs waits for a person."""
    waited = 0.0
    while waited < MOST_SECONDS and (
        isinstance(app.screen, Working)
        or (
            any(worker.is_running for worker in app.workers)
            and not isinstance(app.screen, ModalScreen | MosaicScreen)
        )
    ):
        await pilot.pause(0.05)
        waited += 0.05
    await pilot.pause()


def keys_of(step: Step) -> Iterator[str]:
    """Give the keys of a step one by one, typed words letter by letter."""
    named = {" ": "space", ">": "greater_than_sign", ",": "comma", ".": "full_stop", "/": "slash"}
    for key in PRESSED.findall(step.keys):
        if key.startswith("«"):
            yield from (named.get(sign, sign) for sign in key[1:-1])
        else:
            yield key


def picture(language: str, size: str, colour: str, number: int, step: Step) -> str:
    """Give where a picture stands, from the folder of its session."""
    return f"{language}-{size}-{colour}/{number:02}-{step.name}.svg"


def page(session: Session, language: str) -> str:
    """Write the page of a session: each step with its keys and its pictures."""
    use_language(language)
    dutch = language == "nl"
    lines = [f"# {session.titles[language]}", "", OPENINGS[language], ""]
    for number, step in enumerate(session.steps, start=1):
        said = step.dutch if dutch else step.english
        pressed = PRESSED.findall(step.keys)
        keys = " ".join(f"`{key_label(key).strip('«»')}`" for key in pressed) or "-"
        lines += [f"## {number}. {said}", "", f"{'Toetsen' if dutch else 'Keys'}: {keys}", ""]
        for size in SIZES:
            drawn = [picture(language, size, each, number, step) for each in session.colours]
            lines += [*(f"![{step.name}, {size}]({path})" for path in drawn), ""]
    return "\n".join(lines)


OPENINGS = {
    "en": "Drawn by `../record.py`; the keys are those it pressed. "
    "[In het Nederlands](README.nl.md).",
    "nl": "Getekend door `../record.py`; dit zijn de toetsen die het indrukte. "
    "[In English](README.en.md).",
}
