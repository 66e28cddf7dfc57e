"""What tests share: settings apart from the machine's own, a project, and small Dutch sources."""

from collections.abc import Callable, Iterator
from pathlib import Path

# Loaded before any test: at the end of a run pytest's summary loads it else, and it complains about
# what the program has taken out of the garbage collector's sight.
import hypothesis  # noqa: F401
import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceText
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from qualkit.translation import use_language

CODER = "onderzoeker"

NOTES = """\
Gesprek over de bezetting van een wijkteam.

I: Hoe ziet een gewone week eruit?

R: Te weinig mensen voor te veel meldingen. Wie belt, gaat voor.
Het digitale werk blijft liggen; dat is geen onwil.

I: En de kennis?

R: Die zit in één hoofd. Gaat die collega met verlof, dan staat het stil.
"""

CHAT = """\
[2026-02-04 19:31] bezoeker: Ik wacht al drie weken op een antwoord
[2026-02-04 19:32] medewerker: Vervelend om te horen. Waar wacht je op?
[2026-02-04 19:33] bezoeker: Op school 🙂 en op de gemeente
[2026-02-04 19:33] bezoeker: niemand belt terug
"""


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder without any settings in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def settings_of_its_own(monkeypatch: pytest.MonkeyPatch, empty_home: Path) -> Iterator[None]:
    """Keep every test, and every program it starts, away from the settings of the person here."""
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(empty_home))
    monkeypatch.setenv("QUALKIT_CODER", CODER)
    monkeypatch.setenv("QUALKIT_LANGUAGE", "en")
    monkeypatch.delenv("QUALKIT_PIPELINE", raising=False)
    yield
    use_language("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the project of a test stands."""
    return tmp_path / "studie"


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    """A new project, open."""
    with Project.create(folder, new_info("Proef"), Settings(CODER), Origin.CLI) as opened:
        yield opened


@pytest.fixture
def again(folder: Path, project: Project) -> Iterator[Callable[[str], Project]]:
    """Opens the same project a second time, as another program would; closed after the test."""
    opened: list[Project] = []

    def open_again(coder: str = CODER) -> Project:
        opened.append(Project.open(folder, Settings(coder), Origin.TUI))
        return opened[-1]

    yield open_again
    for each in opened:
        each.close()


@pytest.fixture
def bring_in(tmp_path: Path, project: Project) -> Callable[..., SourceText]:
    """Writes a text to a file, imports it and gives the source as it is read."""

    def write_and_import(text: str, name: str = "bestand.txt") -> SourceText:
        path = tmp_path / "bestanden" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        report = project.imports.run([path]).value
        assert not report.refused, report.refused
        return project.sources.read(report.imported[0].id)

    return write_and_import


@pytest.fixture
def notes(bring_in: Callable[..., SourceText]) -> SourceText:
    """Interview notes of 'Politie III', imported."""
    header = "---\nsoort: interview\ntitel: Wijkteam\nlabel: Politie III\n---\n"
    return bring_in(header + NOTES, "notities.txt")


@pytest.fixture
def chat(bring_in: Callable[..., SourceText]) -> SourceText:
    """A chat, imported without a header."""
    return bring_in(CHAT, "chat.txt")
