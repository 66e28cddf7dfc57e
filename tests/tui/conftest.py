"""A small, finished project to try the screens on, and ways to drive the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

SETTINGS = Settings(coder="Noor")

FIRST = """\
I: Hoe komt een zaak bij jullie terecht?

R: Via de intake. We zijn op papier met vier mensen en in de praktijk met anderhalf.

I: En als het druk is?

R: Dan blijft het liggen. Er is niemand die kan zien wat er binnenkomt.
"""

SECOND = """\
I: Wie kan dit werk doen?

R: Eigenlijk alleen mijn collega. Als zij met vakantie is, ligt het stil.

R: Wij hebben genoeg mensen, alleen weet niemand wat je moet vragen.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two sources, three codes, four codings and a theme."""
    material = tmp_path / "material"
    material.mkdir()
    (material / "politie-1.txt").write_text(f"---\nlabel: Politie I\n---\n{FIRST}", "utf-8")
    (material / "politie-2.txt").write_text(f"---\nlabel: Politie II\n---\n{SECOND}", "utf-8")
    place = tmp_path / "study"
    info = new_info("Wachttijden", "Waar lopen zaken vast?")
    with Project.create(place, info, SETTINGS, Origin.CLI) as project:
        project.imports.run([material])
        for path, description in (
            ("capaciteit > te weinig mensen", "Minder mensen dan het werk vraagt."),
            ("kennis > zit in één hoofd", ""),
            ("blijft liggen", ""),
        ):
            project.codes.add(path, description)
        code(project, "P1", "We zijn op papier met vier mensen", "te weinig mensen")
        code(project, "P1", "Dan blijft het liggen.", "blijft liggen")
        code(project, "P1", "Dan blijft het liggen.", "te weinig mensen")
        code(project, "P2", "Als zij met vakantie is, ligt het stil.", "zit in één hoofd")
        theme = project.themes.add("Capaciteit", "Wie niet op de stoep staat, wacht het langst.")
        few = project.codes.find("te weinig mensen")
        project.theme_contents.put_codes(theme.value.id, [few.id])
    return place


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    """A second look at the same project, as another program would have it."""
    with Project.open(folder, SETTINGS, Origin.CLI) as opened:
        yield opened


def code(project: Project, source: str, words: str, name: str) -> None:
    """Code words of a source."""
    text = project.sources.read(project.sources.find(source).id)
    start = text.text.index(words)
    code_id = project.codes.find(name).id
    project.codings.add(text.version.id, Span(start, start + len(words)), [code_id])
