"""Draw the pictures of the docs from the sample study: `python docs/pictures/draw.py`."""

import asyncio
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
    "board": ((160, 40), ("g", "b", "l", "j", "j", "space")),
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
            asyncio.run(draw(project, name, size, keys))
    draw_map()


if __name__ == "__main__":
    main()
