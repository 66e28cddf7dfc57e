import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.domain.themes import ThemeStatus
from qualkit.errors import InvalidInputError, NothingToUndoError, ProjectExistsError
from qualkit.formats.registry import read_file
from qualkit.services.demo import DemoReport, build_demo, sample_files
from qualkit.services.project import Project
from qualkit.settings import Settings

ROOT = Path(__file__).parents[2]
ME = Settings("onderzoeker")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> DemoReport:
    folder = tmp_path_factory.mktemp("demo")
    return build_demo(folder / "demo", ME, themes=folder / "themes")


@pytest.fixture
def demo(built: DemoReport, tmp_path: Path) -> Path:
    """Give a demo project of one's own to work in."""
    return Path(shutil.copytree(built.folder, tmp_path / "demo"))


@contextmanager
def opened(folder: Path) -> Iterator[Project]:
    with Project.open(folder, ME, Origin.TUI) as project:
        yield project


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def code_something(folder: Path) -> None:
    with opened(folder) as project:
        version = project.sources.read(project.sources.find("P1").id).version
        project.codings.add_new(version.id, Span(0, 40), "van mij")


def test_what_is_committed_is_what_the_program_writes(built: DemoReport) -> None:
    kept = read(ROOT / "themes")
    for place in (built.folder.parent / "themes", built.folder / "exports" / "themes"):
        written = read(place)
        assert list(written) == list(kept)
        for name in written:
            if name.endswith(".md"):
                assert written[name] == kept[name], name
        # Another Matplotlib may draw the same picture with other strokes.
        assert described(written["kaart.svg"]) == described(kept["kaart.svg"])


def described(svg: bytes) -> list[str]:
    return re.findall(r"<(?:title|desc) .*?</", svg.decode(), re.DOTALL)


def test_the_study_is_of_a_size_that_shows_something(built: DemoReport) -> None:
    assert built.sources == 19
    assert built.codings >= 90
    assert 25 <= built.codes <= 30
    assert built.memos >= 15
    assert built.themes == 5
    assert built.quotes >= 30
    assert built.segments > 200
    assert built.hits > 0
    assert built.phrases
    assert built.pipeline.tier
    assert built.kept is None


def test_the_report_tells_what_is_in_the_project(built: DemoReport) -> None:
    with opened(built.folder) as project:
        assert len(project.codings.select()) == built.codings
        assert len(project.codes.entries()) == built.codes
        assert len(project.history.entries()) == built.steps
    assert all(path.is_file() for path in built.exports)
    assert {"index.md", "themes.html", "quotes.csv", "codebook.md", "history.csv"} <= {
        path.name for path in built.exports
    }


def test_the_interviews_come_first(built: DemoReport) -> None:
    with opened(built.folder) as project:
        labels = [entry.label for entry in project.sources.entries()]
    assert labels[:6] == [f"Politie {roman}" for roman in ("I", "II", "III", "IV", "V", "VI")]
    assert set(labels[6:]) == {f"Gesprek {number}" for number in range(1, 14)}


def test_every_printed_quote_stands_in_a_source_file() -> None:
    texts = [" ".join(read_file(path).text.split()) for path in sample_files()]
    printed = [
        match
        for page in sorted((ROOT / "themes").glob("0*.md"))
        for match in re.findall(r"^> “(.+)” \(.+, P\d+:\d+\)$", page.read_text("utf-8"), re.M)
    ]

    assert len(printed) >= 30
    for quote in printed:
        pieces = [piece.strip() for piece in re.split(r"\[[^\]]+\]", quote)]
        assert any(all(piece in text for piece in pieces) for text in texts), quote


def test_only_what_participants_and_visitors_say_is_coded(built: DemoReport) -> None:
    with opened(built.folder) as project:
        for segment in project.codings.select():
            assert segment.roles, segment.words
            assert all(role.is_evidence for role in segment.roles), segment.words


def test_every_theme_has_claims_quotes_and_something_against_it(built: DemoReport) -> None:
    with opened(built.folder) as project:
        for theme in project.themes.all():
            view = project.themes.view(theme.id)
            assert view.claims and all(item.quotes for item in view.claims)
            assert view.contrary or project.absences.of_theme(theme.id)
            assert view.narrative
            assert not view.unclaimed
            assert theme.status is not ThemeStatus.DROPPED


def test_undoing_everything_empties_the_project(demo: Path) -> None:
    with opened(demo) as project:
        with pytest.raises(NothingToUndoError):
            while True:
                project.history.undo()

        assert project.sources.entries() == ()
        assert project.codes.entries() == ()
        assert project.codings.select() == ()
        assert project.memos.entries() == ()
        assert project.themes.all() == ()
        assert project.cases.entries() == ()


def test_made_again_it_gives_the_same_bytes_and_leaves_nothing_beside_it(
    built: DemoReport, demo: Path
) -> None:
    again = build_demo(demo, ME)

    assert again.kept is None
    for place in ("themes", "."):
        old, new = built.folder / "exports" / place, demo / "exports" / place
        for name in ("themes.html", "codebook.md", "codebook.csv") if place == "." else read(old):
            assert (new / name).read_bytes() == (old / name).read_bytes(), name
    assert [path.name for path in demo.parent.iterdir()] == ["demo"]
    assert stat.S_IMODE(demo.stat().st_mode) == 0o700


def test_a_demo_in_which_somebody_worked_is_kept(demo: Path) -> None:
    code_something(demo)

    again = build_demo(demo, ME)

    assert again.kept == demo.with_name("demo-old-1")
    assert again.folder == demo
    with opened(again.kept) as project:
        assert len(project.codings.select(code_id=project.codes.find("van mij").id)) == 1
    with opened(demo) as project:
        assert "van mij" not in {entry.code.name for entry in project.codes.entries()}


def test_a_demo_with_a_file_of_somebody_is_kept(demo: Path) -> None:
    (demo / "exports" / "quotes.csv").write_text("met antwoorden")
    demo.with_name("demo-old-1").mkdir()

    again = build_demo(demo, ME)

    assert again.kept == demo.with_name("demo-old-2")
    assert (again.kept / "exports" / "quotes.csv").read_text() == "met antwoorden"


def test_opening_a_demo_is_not_working_in_it(demo: Path) -> None:
    with opened(demo) as project:
        assert project.snapshot()
        project.bookmarks.put("reader", {"line": 3})
    # What a batch has read may be thrown away; the next one reads it again.
    read = [*demo.glob("suggestions/*/*")]
    assert read
    read[0].unlink()

    assert build_demo(demo, ME).kept is None


def test_another_folder_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "foto.txt").write_text("van mij")

    with pytest.raises(ProjectExistsError) as caught:
        build_demo(tmp_path, ME)

    assert str(tmp_path) in caught.value.message
    assert caught.value.hint
    assert read(tmp_path) == {"foto.txt": b"van mij"}


def test_another_project_is_refused_and_left_as_it_is(demo: Path) -> None:
    with opened(demo) as project:
        project.bookmarks.put("demo", {})
    code_something(demo)

    with pytest.raises(ProjectExistsError):
        build_demo(demo, ME)

    with opened(demo) as project:
        assert project.codes.find("van mij")
    assert [path.name for path in demo.parent.iterdir()] == ["demo"]


def test_themes_that_cannot_be_written_leave_no_half_demo(tmp_path: Path) -> None:
    (tmp_path / "themes").write_text("een bestand")

    with pytest.raises(InvalidInputError, match="themes"):
        build_demo(tmp_path / "demo", ME, themes=tmp_path / "themes")

    assert [path.name for path in tmp_path.iterdir()] == ["themes"]


def test_an_empty_folder_will_do_and_stages_are_told(tmp_path: Path) -> None:
    stages: list[str] = []

    report = build_demo(tmp_path, ME, progress=stages.append)

    assert report.folder == tmp_path
    assert stages[0] == "sources"
    assert stages[-1] == "exports"
    assert Project.is_in(tmp_path)
