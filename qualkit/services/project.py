"""The project as both front ends see it: one attribute a noun."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Origin, Outcome
from qualkit.domain.projects import Profile, ProjectInfo
from qualkit.domain.text import one_line, printable
from qualkit.errors import (
    InvalidInputError,
    ProjectExistsError,
    ProjectMissingError,
    ProjectNotWritableError,
)
from qualkit.services.absences import Absences
from qualkit.services.board_moves import BoardMoves
from qualkit.services.board_snapshots import BoardSnapshots
from qualkit.services.boards import Boards
from qualkit.services.bookmarks import Bookmarks
from qualkit.services.candidates import Candidates
from qualkit.services.cases import Cases
from qualkit.services.code_search import CodeSearch
from qualkit.services.codes import Codes
from qualkit.services.codings import Codings
from qualkit.services.doubts import Doubts
from qualkit.services.drafts import Drafts
from qualkit.services.export_log import ExportLog
from qualkit.services.history import History
from qualkit.services.imports import Imports
from qualkit.services.labels import Labels
from qualkit.services.maps import Maps
from qualkit.services.matrices import Matrices
from qualkit.services.matrix_cells import MatrixCells
from qualkit.services.memos import Memos
from qualkit.services.method import Method
from qualkit.services.mosaic import Mosaic
from qualkit.services.quantifiers import Quantifiers
from qualkit.services.quote_choosing import QuoteChoosing
from qualkit.services.quotes import Quotes
from qualkit.services.replacements import Replacements
from qualkit.services.rounds import Rounds
from qualkit.services.searching import Searching
from qualkit.services.segments import Segments
from qualkit.services.source_making import Making
from qualkit.services.source_terms import Terms
from qualkit.services.sources import Sources
from qualkit.services.spreads import Spreads
from qualkit.services.suggestions import Suggestions
from qualkit.services.theme_contents import ThemeContents
from qualkit.services.theme_merging import ThemeMerging
from qualkit.services.theme_names import ThemeNames
from qualkit.services.theme_readings import ThemeReadings
from qualkit.services.theme_relations import ThemeRelations
from qualkit.services.themes import Themes
from qualkit.services.together import StandingTogether
from qualkit.services.vignette_drafts import VignetteDrafts
from qualkit.services.vignettes import Vignettes
from qualkit.services.wanted_later import WantedLater
from qualkit.services.wiping import Wiping
from qualkit.services.workspace import DATABASE_NAME, EXPORTS, ORIGINALS, Workspace, locked
from qualkit.settings import Settings
from qualkit.store.database import Database
from qualkit.store.journal import Journal
from qualkit.store.opening import create_database, open_database, snapshot
from qualkit.store.rows import to_row
from qualkit.translation import _


class Project(WantedLater):
    """An open project. Use it as a context manager, or close it."""

    def __init__(  # noqa: PLR0915 (a line for each noun, and nothing else)
        self, folder: Path, database: Database, settings: Settings, origin: Origin
    ) -> None:
        """Set up the services over an open database; see `open` and `create`."""
        journal = Journal(database, settings.coder, origin)
        self._workspace = workspace = Workspace(folder, database, journal, settings)
        self.folder = folder
        self.settings = settings
        self.sources = Sources(workspace)
        self.terms = Terms(workspace)
        self.making = Making(workspace)
        self.imports = Imports(workspace)
        self.segments = Segments(workspace)
        self.cases = Cases(workspace)
        self.labels = Labels(workspace, self.cases)
        self.codes = Codes(workspace)
        self.codings = Codings(workspace)
        self.memos = Memos(workspace)
        self.doubts = Doubts(workspace, self.memos)
        self.drafts = Drafts(workspace)
        self.themes = Themes(workspace)
        self.theme_contents = ThemeContents(workspace)
        self.theme_readings = ThemeReadings(workspace, self.memos)
        self.theme_merging = ThemeMerging(workspace)
        self.theme_names = ThemeNames(workspace, self.memos)
        self.board = Boards(workspace)
        self.rounds = Rounds(workspace)
        self.spreads = Spreads(workspace)
        self.together = StandingTogether(workspace)
        self.quantifiers = Quantifiers(workspace)
        self.board_moves = BoardMoves(workspace)
        self.maps = Maps(workspace)
        self.theme_relations = ThemeRelations(workspace)
        self.absences = Absences(workspace)
        self.board_snapshots = BoardSnapshots(workspace)
        self.quotes = Quotes(workspace)
        self.quote_choosing = QuoteChoosing(workspace)
        self.vignettes = Vignettes(workspace)
        self.vignette_drafts = VignetteDrafts(workspace)
        self.replacements = Replacements(workspace)
        self.matrices = Matrices(workspace)
        self.matrix_cells = MatrixCells(workspace)
        self.method = Method(workspace)
        self.searching = Searching(workspace)
        self.code_search = CodeSearch(workspace, self.codes)
        self.candidates = Candidates(workspace, self.codes)
        self.suggestions = Suggestions(workspace)
        self.mosaic = Mosaic(workspace)
        self.export_log = ExportLog(workspace)
        self.history = History(workspace)
        self.bookmarks = Bookmarks(workspace)
        self.wiping = Wiping(workspace)

    @classmethod
    def open(
        cls,
        folder: Path,
        settings: Settings,
        origin: Origin,
        before_migrating: Callable[[], None] | None = None,
    ) -> "Project":
        """Open the project in a folder; one of an earlier qualkit is brought up to date.

        Before that, which may take half a minute, `before_migrating` is called.

        Raises:
            ProjectMissingError, ProjectTooNewError, ProjectDamagedError, ProjectBusyError
        """
        database = open_database(folder / DATABASE_NAME, before_migrating=before_migrating)
        return cls(folder, database, settings, origin)

    @classmethod
    def create(
        cls, folder: Path, info: ProjectInfo, settings: Settings, origin: Origin
    ) -> "Project":
        """Make a project in a folder, which is made when it is not there.

        Raises:
            ProjectExistsError: the folder already holds one.
            ProjectNotWritableError: the folder cannot be made or written in.
        """
        path = folder / DATABASE_NAME
        if cls.is_in(folder):
            raise ProjectExistsError(
                _("{folder} already holds a project.").format(folder=folder),
                _("Open it with 'qualkit open {folder}', or choose another folder.").format(
                    folder=folder
                ),
            )
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (ORIGINALS, EXPORTS):
                (folder / name).mkdir(mode=0o700, exist_ok=True)
            database = create_database(path)
        except OSError as error:
            raise ProjectNotWritableError(
                _("No project can be made in {folder}: {reason}.").format(
                    folder=folder, reason=error.strerror
                ),
                _("Check your rights on the folder, or choose another."),
            ) from error
        try:
            with database.writing():
                database.insert("project", [to_row(info)])
        except BaseException:
            database.close()
            raise
        return cls(folder, database, settings, origin)

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Tell whether a folder holds a project that was made to its end."""
        path = folder / DATABASE_NAME
        if not path.is_file() or not path.stat().st_size:
            return False
        try:
            database = open_database(path)
        except ProjectMissingError:
            return False
        try:
            return bool(database.value("SELECT count(*) FROM project"))
        finally:
            database.close()

    @property
    def info(self) -> ProjectInfo:
        """The project's title, question, language and profile."""
        return self._workspace.database.find(ProjectInfo)[0]

    @locked
    def describe(  # noqa: PLR0913, PLR0917 (one for each thing that a project says of itself)
        self,
        title: str | None = None,
        question: str | None = None,
        profile: Profile | None = None,
        approach: str | None = None,
        assumptions: str | None = None,
        standpoint: str | None = None,
        selection: str | None = None,
        coders: str | None = None,
        why: str = "",
    ) -> Outcome[ProjectInfo]:
        """Change what the project says about itself; what is None stays.

        `selection` tells how participants and material were chosen, `coders` who coded, in which
        role. `method.change_profile` changes the profile with a memo in the same step.

        Raises:
            InvalidInputError: the title is empty.
        """
        info = self.info
        changed = replace(
            info,
            title=info.title if title is None else _title(title),
            question=info.question if question is None else question.strip(),
            profile=info.profile if profile is None else profile,
            approach=info.approach if approach is None else approach.strip(),
            assumptions=info.assumptions if assumptions is None else assumptions.strip(),
            standpoint=info.standpoint if standpoint is None else standpoint.strip(),
            selection=info.selection if selection is None else selection.strip(),
            coders=info.coders if coders is None else coders.strip(),
        )
        with self._workspace.journal.operation(
            "project.describe",
            _("Described the project '{title}'").format(title=changed.title),
            why,
        ) as step:
            step.change(changed)
        return Outcome(changed, frozenset({"project"}))

    def data_version(self) -> int:
        """Give a number that changes when another program has written to the project."""
        return self._workspace.database.data_version()

    def snapshot(self) -> Path | None:
        """Copy the database to `backups`, at most once a day."""
        return snapshot(self._workspace.database)

    def close(self) -> None:
        """Close the database."""
        self._workspace.database.close()

    def __enter__(self) -> "Project":
        """Give the project itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the database."""
        self.close()


def new_info(
    title: str,
    question: str = "",
    language: str = "nl",
    profile: Profile = Profile.REFLEXIVE,
) -> ProjectInfo:
    """Give the description of a new project.

    Raises:
        InvalidInputError: the title is empty.
    """
    return ProjectInfo(new_id(), _title(title), utc_now(), question.strip(), language, profile)


def _title(title: str) -> str:
    tidy = one_line(printable(title))
    if not tidy:
        raise InvalidInputError(_("A project needs a title."), _("For example: --title 'Proef'."))
    return tidy
