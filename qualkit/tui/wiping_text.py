"""Asking whether what can be made again is to be removed from the project folder."""

from typing import TYPE_CHECKING

from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project
    from qualkit.services.wiping import ToWipe

KILOBYTE = 1024


def what_to_wipe(project: "Project") -> "dict[str, ToWipe]":
    """Give what can be removed, by the key of its choice; nothing that is not there."""
    sorts = {
        "exports": project.wiping.find(backups=False, found=False),
        "backups": project.wiping.find(exports=False, found=False),
        "suggestions": project.wiping.find(exports=False, backups=False),
        "all": project.wiping.find(),
    }
    return {key: found for key, found in sorts.items() if found.files}


def wipe_choices(sorts: "dict[str, ToWipe]") -> list[tuple[str, str, str]]:
    """Give the keys of what can be removed, what it is called and how much it is."""
    names = {
        "exports": _("Exports, and passages that were copied"),
        "backups": _("Copies of the database"),
        "suggestions": _("What batches of suggestions found; the next reads all anew"),
        "all": _("All of this"),
    }
    return [(key, names[key], size_told(found)) for key, found in sorts.items()]


def size_told(found: "ToWipe") -> str:
    """Tell how much would be removed."""
    return _("{files}, {size} kB").format(
        files=count_of(len(found.files), "file"), size=-(-found.size // KILOBYTE)
    )
