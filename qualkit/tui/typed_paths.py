"""Paths as people type and paste them; what cannot be a path is none that is there."""

from pathlib import Path

from qualkit.translation import _


def path_of(answer: str) -> Path:
    """Read a path as people paste it: with quotes around it, with ~, with spaces behind."""
    path = Path(answer.strip().strip("'\""))
    try:
        return path.expanduser()
    except RuntimeError:
        # The ~ of somebody whom this machine does not know.
        return path


def is_there(path: Path) -> bool:
    """Tell whether there is something at a path."""
    try:
        return path.exists()
    except OSError:
        # Too long for a name, for example.
        return False


def refuse_path(answer: str) -> str:
    """Give what is wrong with a path; nothing when there is something at it."""
    if not answer.strip():
        return _("Type the path of a file or folder.")
    path = path_of(answer)
    return "" if is_there(path) else _("There is nothing at {path}.").format(path=path)
