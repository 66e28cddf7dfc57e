"""The sample project: a small study over invented interviews and chats, worked out to its exports.

Everything goes through the services, so the project has the history it would have had by hand.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.operations import Origin
from qualkit.domain.suggestions import PipelineInfo
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError, ProjectExistsError
from qualkit.formats.atomic import readable_errors
from qualkit.formats.study import read_study
from qualkit.services.project import Project, new_info
from qualkit.services.study_work import StudyWork
from qualkit.services.workspace import DATABASE_NAME, EXPORTS, FOUND
from qualkit.settings import Settings
from qualkit.store.opening import BACKUPS
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.batch_run import Batch

BOOKMARK = "demo"
"""What marks a project as made here; it holds how the project was left."""
SEARCH = "niemand"
SUGGESTIONS = 12
_DATABASE_FILES = {f"{DATABASE_NAME}{suffix}" for suffix in ("", "-wal", "-shm")}
_COPIES = {(BACKUPS, ".db"), (FOUND, ".safetensors")}
"""Files that qualkit makes anew, by their folder and what they end in."""
_INTERVIEWS_FIRST = ("politie-*", "chat-*")

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the sample project holds and where it is."""

    folder: Path
    exports: tuple[Path, ...]
    """Every file that was written to be read outside the tool."""
    kept: Path | None
    """Where an earlier sample project went in which somebody had worked; None if there was none."""
    sources: int
    segments: int
    codes: int
    codings: int
    memos: int
    themes: int
    quotes: int
    steps: int
    """Operations in the history."""
    search: str
    """What was searched for."""
    hits: int
    phrases: tuple[str, ...]
    """What was suggested, best first."""
    pipeline: PipelineInfo
    """What found them."""


def build_demo(
    folder: Path,
    settings: Settings,
    themes: Path | None = None,
    progress: Progress | None = None,
) -> DemoReport:
    """Make the sample project and run the main job over it; `themes` is one more place for those.

    An earlier sample project in the folder is made anew. It is kept beside it under another name
    when somebody has worked in it since.

    Raises:
        ProjectExistsError: the folder holds something else; it is left as it is.
        InvalidInputError: the project, or `themes`, cannot be written there.
    """
    folder = folder.resolve()
    keep = _refuse_or_keep(folder, settings)
    tell = progress or _tell_nobody
    with _beside(folder) as fresh:
        report = _build(fresh, settings, themes, tell)
        kept = _swap(fresh, folder, keep)
    moved = tuple(
        folder / path.relative_to(fresh) if path.is_relative_to(fresh) else path
        for path in report.exports
    )
    return replace(report, folder=folder, exports=moved, kept=kept)


def is_sample(project: Project) -> bool:
    """Tell whether a project was made here, so that nothing is lost by trying things in it."""
    return bool(project.bookmarks.get(BOOKMARK))


def sample_files() -> tuple[Path, ...]:
    """Give the files of the sample study, interviews first, from the package or the checkout."""
    package = Path(str(resources.files("qualkit")))
    for place in (package / "sample" / "interviews", package.parent / "interviews"):
        if place.is_dir():
            found = [path for pattern in _INTERVIEWS_FIRST for path in sorted(place.glob(pattern))]
            return tuple(found)
    raise InvalidInputError(
        _("The interviews of the sample project are not with this qualkit."), _("Install it anew.")
    )


def study_path() -> Path:
    """Give where the worked-out sample study is."""
    return Path(str(resources.files("qualkit"))) / "sample" / "study.toml"


def _tell_nobody(stage: str) -> None:
    """Stand in for a progress report that nobody asked for."""


def _build(folder: Path, settings: Settings, themes: Path | None, tell: Progress) -> DemoReport:
    study = read_study(study_path())
    info = new_info(study.title, study.question)
    with Project.create(folder, info, settings, Origin.BATCH) as project:
        work = StudyWork(project, study)
        tell("sources")
        work.bring_in(sample_files())
        work.describe()
        tell("codes")
        work.code()
        tell("memos")
        work.write_memos()
        tell("themes")
        work.make_themes()
        work.look_at_labels()
        tell("search")
        hits = project.searching.find(SEARCH)
        tell("suggestions")
        batch = _suggest(project)
        tell("exports")
        exports = _export(project, themes)
        report = _count(project, exports, len(hits), batch)
        project.bookmarks.put(BOOKMARK, {"steps": report.steps, "files": _fingerprint(folder)})
    return report


def _suggest(project: Project) -> "Batch":
    from qualkit.services.batch_local import LocalEngine  # noqa: PLC0415 (not for `is_sample`)

    sources = project.batches.select(BatchSelection()).sources
    return project.batches.suggest(sources, SUGGESTIONS, LocalEngine(1), hides=False)


def _export(project: Project, themes: Path | None) -> tuple[Path, ...]:
    place, exports = project.folder / EXPORTS, project.exports
    reports = [
        exports.themes(place / "themes", "md"),
        exports.themes(place / "themes.html", "html"),
        project.reports.write(place / "report.docx", "docx"),
        project.sheets.write(place / "quotes.html", "html"),
        project.sheets.write(place / "quotes.xlsx", "xlsx"),
        project.sheets.write(place / "quotes.csv", "csv"),
        exports.codebook(place / "codebook.md", "md"),
        exports.codebook(place / "codebook.csv", "csv"),
        exports.history(place / "history.csv", "csv"),
    ]
    if themes is not None:
        reports.append(exports.themes(themes, "md"))
    return tuple(path for report in reports for path in report.files)


def _count(project: Project, exports: tuple[Path, ...], hits: int, batch: "Batch") -> DemoReport:
    sources = project.sources.entries()
    themes = project.themes.all()
    return DemoReport(
        folder=project.folder,
        exports=exports,
        kept=None,
        sources=len(sources),
        segments=sum(entry.segments for entry in sources),
        codes=len(project.codes.entries()),
        codings=sum(entry.codings for entry in sources),
        memos=len(project.memos.entries()),
        themes=len(themes),
        quotes=sum(len(project.quotes.of_theme(theme.id)) for theme in themes),
        steps=len(project.history.entries()),
        search=SEARCH,
        hits=hits,
        phrases=tuple(one.phrase for one in batch.rows.ranked),
        pipeline=batch.report.pipeline,
    )


def _refuse_or_keep(folder: Path, settings: Settings) -> bool:
    """Tell whether what is in a folder has to be kept; refuse what is not ours to replace."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return False
    if folder.is_dir() and Project.is_in(folder):
        with Project.open(folder, settings, Origin.BATCH) as project:
            left = project.bookmarks.get(BOOKMARK)
            steps = len(project.history.entries())
        if left:
            return left != {"steps": steps, "files": _fingerprint(folder)}
    raise ProjectExistsError(
        _("{folder} holds something else than the sample project.").format(
            folder=printable(str(folder))
        ),
        _("It was left as it is. Name a folder that is empty or not there yet."),
    )


def _fingerprint(folder: Path) -> str:
    """Give a hash over the files beside the database, so that nobody's own file is thrown away."""
    seen = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        is_copy = (place.parts[0], path.suffix) in _COPIES
        if path.is_file() and not is_copy and str(place) not in _DATABASE_FILES:
            seen.update(str(place).encode("utf-8", "surrogateescape"))
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a new folder beside another, which is gone afterwards unless it was moved."""
    with readable_errors(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, folder: Path, keep: bool) -> Path | None:
    """Put the new folder in the place of the old one; gives where that went if it is kept."""
    if not folder.exists():
        with readable_errors(folder):
            fresh.replace(folder)
        return None
    aside = _free_name(folder)
    with readable_errors(folder):
        folder.replace(aside)
        try:
            fresh.replace(folder)
        except OSError:
            aside.replace(folder)
            raise
    if keep:
        return aside
    shutil.rmtree(aside, ignore_errors=True)
    return None


def _free_name(folder: Path) -> Path:
    """Give the first name `demo-old-N` that is free."""
    number = 1
    while (name := folder.with_name(f"{folder.name}-old-{number}")).exists():
        number += 1
    return name
