"""Draw the pictures of the docs from the sample study: `python docs/pictures/draw.py`."""

import asyncio
import json
import tempfile
from pathlib import Path

from qualkit.domain.operations import Origin
from qualkit.services.demo import build_demo
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.tui.app import QualkitApp

HERE = Path(__file__).parent
SETTINGS = Settings(coder="onderzoeker")

PICTURES = {
    "reader": ((120, 34), ("j", "j", "enter", *"jjjjjjjjj", "s")),
    "code_prompt": ((100, 30), ("j", "j", "enter", *"jjjjjjjjj", "s", "c", "w", "e", "i")),
    "themes": ((120, 34), ("g", "t")),
    "source": ((100, 24), ("home", "j", "e", *"jjjjjjjjj")),
    "board": ((160, 40), ("g", "b", "l", "j", "j", "space")),
    "answers": ((120, 24), ("g", "w", "j", "j")),
    "quotes": ((160, 50), ("g", "q", "j")),
    "mosaic": ((120, 34), ("g", "l", "end", "k", "k", "k", "k", "enter")),
    "reader_80x24": ((80, 24), ("j", "j", "enter", *"jjjjjjjjj", "s")),
}
"""Size and keys of each picture."""


async def draw(folder: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """Play the keys in the sample and keep what the screen shows."""
    app = QualkitApp(folder, SETTINGS)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="qualkit"), "utf-8")


def let_two_answer(folder: Path) -> None:
    """Let two co-authors answer to the first quotes of the sample, each in her own way."""
    with Project.open(folder, SETTINGS, Origin.CLI) as project:
        asked = project.sheets.sheet().rows[:9]
        shorter = f"{asked[5].words.rpartition(',')[0]} [...]"
        said = {
            "Sanne": {2: ("inkorten", "Het begin kan weg.", ""), 4: ("akkoord", "", "")},
            "Joris": {4: ("vervangen", "Wie is nog niet te horen?", ""), 5: ("", "", shorter)},
        }
        for name, answers in said.items():
            given = {
                place: answers.get(place, ("akkoord", "", "")) for place in (0, 1, 3, 6, *answers)
            }
            held = {
                "reviewer": name,
                "answers": [
                    {"item_id": asked[place].item_id, "decision": each[0], "remark": each[1]}
                    | {"quote": each[2]}
                    for place, each in sorted(given.items())
                ],
            }
            path = folder / "antwoorden.json"
            path.write_text(json.dumps(held), "utf-8")
            project.reviews.bring_in([path])


def draw_map() -> None:
    """Draw the thematic map of the sample."""
    with tempfile.TemporaryDirectory() as folder:
        build_demo(Path(folder) / "demo", SETTINGS)
        with Project.open(Path(folder) / "demo", SETTINGS, Origin.CLI) as project:
            project.exports.map(HERE / "kaart.svg")


def main() -> None:
    """Draw every picture, each from a fresh sample."""
    for name, (size, keys) in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "demo"
            build_demo(project, SETTINGS)
            if name == "answers":
                let_two_answer(project)
            asyncio.run(draw(project, name, size, keys))
    draw_map()


if __name__ == "__main__":
    main()
