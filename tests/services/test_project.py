"""The project as a whole: its description, its history, its bookmarks, and rights on its folder."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.projects import Profile
from qualkit.domain.sources import SourceText
from qualkit.errors import InvalidInputError, NothingToUndoError, ProjectMissingError
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings


def test_a_new_project_says_what_it_is(project: Project, folder: Path) -> None:
    info = project.info
    assert (info.title, info.language, info.profile) == ("Proef", "nl", Profile.REFLEXIVE)
    assert project.history.entries() == ()
    assert Project.is_in(folder)
    assert not Project.is_in(folder.parent)


def test_the_description_changes_where_it_is_given(project: Project) -> None:
    project.describe(question=" Wat staat in de weg? ", profile=Profile.CODEBOOK, why="overleg")
    project.describe(title=" Proef  twee ")
    info = project.info
    assert (info.title, info.question) == ("Proef twee", "Wat staat in de weg?")
    assert info.profile is Profile.CODEBOOK
    project.history.undo()
    assert project.info.title == "Proef"
    for empty in ("", " \n"):
        with pytest.raises(InvalidInputError, match="needs a title"):
            project.describe(title=empty)
        with pytest.raises(InvalidInputError, match="needs a title"):
            new_info(empty)


def test_undo_and_redo_go_on_after_a_restart_and_from_elsewhere(
    folder: Path, project: Project
) -> None:
    project.codes.add("capaciteit")
    project.close()
    with Project.open(folder, Settings("collega"), Origin.TUI) as elsewhere:
        outcome = elsewhere.history.undo()
        assert outcome.value.summary == "Made the code 'capaciteit'"
        assert "codes" in outcome.touched
    with Project.open(folder, Settings("onderzoeker"), Origin.CLI) as back:
        back.history.redo()
        assert back.codes.find("capaciteit")
        kinds = [entry.operation.kind for entry in back.history.entries()]
        assert kinds == ["code.add", "undo", "redo"]
        assert [entry.undone for entry in back.history.entries()] == [False, False, False]


def test_nothing_to_undo_or_redo_is_said(project: Project) -> None:
    for act, words in ((project.history.undo, "undo"), (project.history.redo, "redo")):
        with pytest.raises(NothingToUndoError, match=f"nothing to {words}"):
            act()


def test_bookmarks_are_kept_but_are_no_part_of_history(
    folder: Path, project: Project, notes: SourceText
) -> None:
    before = len(project.history.entries())
    assert project.bookmarks.get("lezer") == {}
    project.bookmarks.put("lezer", {"bron": notes.source.id, "regel": 5})
    project.bookmarks.put("lezer", {"bron": notes.source.id, "regel": 9})
    assert len(project.history.entries()) == before
    project.history.undo()
    project.close()
    with Project.open(folder, Settings("onderzoeker"), Origin.TUI) as back:
        assert back.bookmarks.get("lezer") == {"bron": notes.source.id, "regel": 9}


def test_a_folder_without_a_project_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissingError) as caught:
        Project.open(tmp_path, Settings("onderzoeker"), Origin.CLI)
    assert caught.value.message == f"There is no qualkit project in {tmp_path}."
    assert "qualkit new" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


# Rights on folders do not hold for root, so a child process looks at them as somebody else. It
# does everything once before, since that somebody may not be able to load modules.
VISITOR = """
import os
import sys
import tempfile
from pathlib import Path
from qualkit.domain.operations import Origin
from qualkit.errors import QualkitError
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

folder, what = Path(sys.argv[1]), sys.argv[2]
me = Settings("bezoeker")
if os.geteuid() == 0:
    with tempfile.TemporaryDirectory() as spare:
        with Project.create(Path(spare), new_info("x"), me, Origin.CLI) as project:
            project.imports.run([folder / "post"])
            project.snapshot()
        Project.open(Path(spare), me, Origin.CLI).close()
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    if what == "create":
        Project.create(folder / "nieuw", new_info("x"), me, Origin.CLI)
    with Project.open(folder / "studie", me, Origin.CLI) as project:
        if what == "code":
            project.codes.add("capaciteit")
        elif what == "import":
            project.imports.run([folder / "post"])
        elif what == "snapshot":
            project.snapshot()
        elif what == "bookmark":
            project.bookmarks.put("x", {})
except QualkitError as error:
    print(f"{type(error).__name__}: {error.message} | {error.hint}")
else:
    print("done")
"""
NOBODY = 65534


@pytest.fixture
def shared() -> Iterator[Path]:
    """A project in a folder that others can enter, owned by who will visit it."""
    home = Path(tempfile.mkdtemp())
    Project.create(home / "studie", new_info("Proef"), Settings("a"), Origin.CLI).close()
    (home / "post").mkdir()
    (home / "post" / "a.txt").write_text("Over school.")
    home.chmod(0o755)
    if os.geteuid() == 0:
        for path in (home / "studie", *(home / "studie").rglob("*"), *(home / "post").rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    yield home
    for path in (home, *home.rglob("*")):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(home)


@pytest.fixture
def visit(shared: Path) -> Callable[[str], str]:
    """Does something as a person to whom rights apply, and gives what she is told."""

    def run(what: str) -> str:
        ended = subprocess.run(
            [sys.executable, "-c", VISITOR, str(shared), what],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        assert ended.stderr == ""
        return ended.stdout.strip()

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
class TestWithoutTheRightToWrite:
    def test_with_it_everything_works(self, visit: Callable[[str], str]) -> None:
        assert [visit(what) for what in ("code", "import", "snapshot")] == ["done"] * 3

    def test_a_project_cannot_be_made(self, shared: Path, visit: Callable[[str], str]) -> None:
        shared.chmod(0o555)
        told = visit("create")
        assert told.startswith("ProjectNotWritableError: No project can be made in")
        assert "Check your rights" in told

    @pytest.mark.parametrize("what", ["open", "code", "import", "snapshot", "bookmark"])
    def test_a_read_only_project_tells_so(
        self, shared: Path, visit: Callable[[str], str], what: str
    ) -> None:
        before = (shared / "studie" / "project.db").read_bytes()
        for path in (*(shared / "studie").rglob("*"), shared / "studie"):
            path.chmod(0o500 if path.is_dir() else 0o400)
        told = visit(what)
        assert (
            told == "done"
            if what == "open" and told == "done"
            else told.startswith("ProjectNotWritableError: ")
        )
        assert (shared / "studie" / "project.db").read_bytes() == before

    def test_a_project_that_may_not_be_read_tells_so(
        self, shared: Path, visit: Callable[[str], str]
    ) -> None:
        (shared / "studie" / "project.db").chmod(0)
        assert visit("open").startswith("ProjectNotWritableError: ")

    def test_originals_that_cannot_be_kept_stop_the_import(
        self, shared: Path, visit: Callable[[str], str]
    ) -> None:
        (shared / "studie" / "sources").chmod(0o500)
        told = visit("import")
        assert told.startswith("ProjectNotWritableError: The imported files cannot be kept in")
        assert "Nothing was imported." in told
        with Project.open(shared / "studie", Settings("a"), Origin.CLI) as project:
            assert project.sources.entries() == ()

    def test_a_snapshot_that_cannot_be_made_tells_so(
        self, shared: Path, visit: Callable[[str], str]
    ) -> None:
        backups = shared / "studie" / "backups"
        backups.mkdir(mode=0o500)
        if os.geteuid() == 0:
            os.chown(backups, NOBODY, NOBODY)
        assert visit("snapshot").startswith(
            "ProjectNotWritableError: No copy of the project can be made in"
        )
        assert stat.S_IMODE(backups.stat().st_mode) == 0o500
