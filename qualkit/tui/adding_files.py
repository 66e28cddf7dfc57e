"""Adding files: telling what came of it."""

from qualkit.services.imports import ImportReport
from qualkit.translation import ngettext
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
