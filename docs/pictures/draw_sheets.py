"""Draw the sample's quote sheet as co-authors see it: `python docs/pictures/draw_sheets.py`.

It needs Chromium, LibreOffice and poppler's `pdftoppm`.
"""

import subprocess
import tempfile
from pathlib import Path

from qualkit.domain.operations import Origin
from qualkit.services.demo import build_demo
from qualkit.services.project import Project
from qualkit.settings import Settings

HERE = Path(__file__).parent
SETTINGS = Settings(coder="onderzoeker")
PAGES = {"sheet_page": (900, 1500), "sheet_phone": (430, 1100)}
"""Width and height of each picture of the page."""


def draw_page(page: Path, name: str, size: tuple[int, int]) -> None:
    """Draw the page as a browser shows it."""
    width, height = size
    run(
        *("chromium", "--headless=new", "--no-sandbox", "--hide-scrollbars"),
        f"--window-size={width},{height}",
        f"--screenshot={HERE / name}.png",
        page.as_uri(),
    )


def draw_office(path: Path, folder: Path) -> None:
    """Draw the first page of a file as LibreOffice prints it."""
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path))
    picture = HERE / f"sheet_{path.suffix[1:]}"
    pdf = folder / f"{path.stem}.pdf"
    run("pdftoppm", "-png", "-singlefile", "-r", "80", str(pdf), str(picture))


def run(*command: str) -> None:
    """Run a program to its end."""
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Make the sample, write its sheet and draw that."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build_demo(folder / "demo", SETTINGS)
        with Project.open(folder / "demo", SETTINGS, Origin.BATCH) as project:
            for form in ("html", "xlsx", "docx"):
                project.sheets.write(folder / f"blad.{form}", form)
        for name, size in PAGES.items():
            draw_page(folder / "blad.html", name, size)
        for form in ("xlsx", "docx"):
            draw_office(folder / f"blad.{form}", folder)


if __name__ == "__main__":
    main()
