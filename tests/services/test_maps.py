"""The thematic map of a project: what is on it, in words and as a picture."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qualkit.domain.identity import new_id
from qualkit.domain.operations import Origin
from qualkit.domain.theme_relations import RelationKind, ThemeRelation
from qualkit.domain.themes import ThemeStatus
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    info = new_info("Wachten op $antwoord$", "Wat staat in de weg?")
    with Project.create(tmp_path / "proef", info, Settings("Noor"), Origin.CLI) as made:
        for name in ("te weinig mensen", "kennis in één hoofd"):
            made.codes.add(name)
        work = made.themes.add("Stil werk wacht", "Wat stil is, wacht. Altijd.").value
        made.theme_contents.put_codes(work.id, [made.codes.find("te weinig mensen").id])
        know = made.themes.add("Eén schrift", "Wie het weet, is weg.").value
        part = made.themes.add("Wie belt, wint", status=ThemeStatus.SETTLED).value
        made.themes.edit(replace(part, parent_id=work.id))
        made.themes.add("Vervallen idee", status=ThemeStatus.DROPPED)
        relation = ThemeRelation(
            new_id(), part.id, know.id, RelationKind.LEADS_TO, "Eén --> twee <&> drie."
        )
        with made._workspace.journal.operation("theme.relate", "Related") as step:
            step.add(relation)
        yield made


def test_subthemes_stand_under_their_theme_and_lines_name_both_ends(project: Project) -> None:
    whole = project.maps.whole()

    assert [(item.number, item.name) for item in whole.everything()] == [
        ("1", "Stil werk wacht"),
        ("1.1", "Wie belt, wint"),
        ("2", "Eén schrift"),
    ]
    assert whole.themes[0].short_idea == "Wat stil is, wacht."
    assert whole.themes[0].codes == ("te weinig mensen",)
    [line] = whole.lines
    assert (line.theme.number, line.other.number) == ("1.1", "2")


def test_the_map_in_words_is_a_list_with_its_lines(project: Project, tmp_path: Path) -> None:
    project.exports.map(tmp_path / "kaart.md", "md")

    text = (tmp_path / "kaart.md").read_text("utf-8")
    assert "- **1 Stil werk wacht** (kandidaat)" in text
    assert "  - **1.1 Wie belt, wint** (vastgesteld)" in text
    assert "1. ‘Wie belt, wint’ (1.1) leidt tot ‘Eén schrift’ (2): Eén --> twee" in text
    assert "Vervallen" not in text


def test_the_picture_tells_what_it_shows_and_needs_nothing_else(
    project: Project, tmp_path: Path
) -> None:
    project.exports.map(tmp_path / "kaart.svg")
    project.exports.map(tmp_path / "kaart.png", "png")

    svg = (tmp_path / "kaart.svg").read_text("utf-8")
    root = ElementTree.fromstring(svg)
    title, description = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert title == "Kaart van de thema’s: Wachten op $antwoord$"
    assert description is not None
    assert "1.1 Wie belt, wint" in description
    assert "1.1 leidt tot 2" in description
    assert root.get("role") == "img"
    links = re.findall(r'href="([^"]*)"|url\(([^)]*)\)', svg)
    assert links and all((one or other).startswith("#") for one, other in links)
    assert (tmp_path / "kaart.png").read_bytes().startswith(b"\x89PNG")


def test_drawn_in_two_processes_it_is_the_same_to_the_byte(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "matplotlibrc").write_text("text.color: red\nsvg.fonttype: none\n")
    program = """
import sys
from pathlib import Path
from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.services.theme_reports import Chosen
from qualkit.settings import Settings

with Project.open(Path(sys.argv[1]), Settings("Noor"), Origin.CLI) as project:
    assert "matplotlib" not in sys.modules
    place = Path(sys.argv[2])
    for form in ("svg", "png"):
        project.exports.map(place / f"kaart.{form}", form)
        project.exports.spread(place / f"spreiding.{form}", form)
    chosen = Chosen(spread=True, decisions=True)
    project.exports.themes(place / "themas.html", "html", chosen, "Proef.")
"""
    places = [tmp_path / "een", tmp_path / "twee"]
    for place in places:
        # The second finds another person's settings of Matplotlib in its folder.
        cwd = tmp_path if place.name == "twee" else project.folder
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program, str(project.folder), str(place)],
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    written = sorted(path.name for path in places[0].iterdir())
    assert len(written) == 5
    for name in written:
        assert (places[0] / name).read_bytes() == (places[1] / name).read_bytes()
