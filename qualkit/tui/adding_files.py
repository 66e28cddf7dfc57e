"""Adding files: reading a path as people paste it, and telling what came of it."""

from pathlib import Path

from qualkit.services.imports import ImportReport
from qualkit.translation import _, ngettext
from qualkit.tui.base import undoable


def brought_in(report: ImportReport) -> str:
    """Say how many files came in, and how many were there already."""
    new, known = len(report.imported), len(report.repeated)
    said = ngettext("{count} file brought in.", "{count} files brought in.", new)
    sentences = [said.format(count=new)]
    if known:
        said = ngettext("{count} file was here already.", "{count} files were here already.", known)
        sentences.append(said.format(count=known))
    text = " ".join(sentences)
    return undoable(text) if new else text


def path_of(answer: str) -> Path:
    """Read a path as people paste it: with quotes around it, with ~, with spaces behind."""
    return Path(answer.strip().strip("'\"")).expanduser()


def refuse_path(answer: str) -> str:
    """Give what is wrong with a path; nothing when there is something at it."""
    if not answer.strip():
        return _("Type the path of a file or folder.")
    path = path_of(answer)
    return "" if path.exists() else _("There is nothing at {path}.").format(path=path)
