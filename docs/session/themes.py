"""From codes to a theme: the seventh scenario of the requirements."""

from pathlib import Path

from playing import Session, Step

from qualkit.domain.operations import Origin
from qualkit.formats.study import read_study
from qualkit.services.demo import sample_files, study_path
from qualkit.services.project import Project, new_info
from qualkit.services.study_work import StudyWork
from qualkit.settings import Settings


def begin(folder: Path, settings: Settings) -> None:
    """Make the sample study, coded and with its memos, before there is any theme."""
    study = read_study(study_path())
    info = new_info(study.title, study.question)
    with Project.create(folder, info, settings, Origin.CLI) as project:
        work = StudyWork(project, study)
        work.bring_in(sample_files())
        work.code()


STEPS = (
    Step(
        "board",
        "g b",
        "The board of a coded study: every code lies in the tray of what is nowhere yet.",
        "Het bord van een gecodeerde studie: elke code ligt in het bakje van wat nog nergens is.",
    ),
)

THEMES = Session(
    "themes",
    {"en": "From codes to a theme", "nl": "Van codes naar een thema"},
    begin,
    STEPS,
    colours=("dark",),
)
