"""Codes by name in their tree: finding one, making what a path is missing, refusing twins."""

from qualkit.domain.codes import Code, split_path
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.text import folded
from qualkit.errors import NameTakenError
from qualkit.services.workspace import Workspace
from qualkit.store.journal import Step
from qualkit.translation import _


def new_code(name: str, parent_id: str | None, position: int) -> Code:
    """Give a fresh code."""
    return Code(new_id(), name, utc_now(), parent_id, position=position)


def ensure_code(step: Step, workspace: Workspace, path: str) -> Code:
    """Give the code with a path (`capaciteit > te weinig mensen`), making what is missing.

    Raises:
        InvalidInputError: a name in the path is empty.
    """
    parent: Code | None = None
    for name in split_path(path):
        parent = ensure_child(step, workspace, parent.id if parent else None, name)
    assert parent is not None, "a path has at least one name"
    return parent


def ensure_child(step: Step, workspace: Workspace, parent_id: str | None, name: str) -> Code:
    """Give the code with a name right under a parent, made when there is none."""
    siblings = children_of(workspace, parent_id)
    found = [code for code in siblings if same_name(code.name, name)]
    return found[0] if found else step.add(new_code(name, parent_id, len(siblings)))


def children_of(workspace: Workspace, parent_id: str | None) -> list[Code]:
    """Give the codes right under a parent; the roots for None."""
    return workspace.database.find(Code, "parent_id IS ?", [parent_id])


def refuse_taken(workspace: Workspace, code: Code, leaving: str = "") -> None:
    """Refuse a name that a sibling has, unless that one is `leaving`.

    Raises:
        NameTakenError: naming the sibling.
    """
    for sibling in children_of(workspace, code.parent_id):
        if sibling.id not in (code.id, leaving) and same_name(sibling.name, code.name):
            raise NameTakenError(
                _("There is a code '{name}' there already.").format(name=sibling.name),
                _("Merge the two if they mean the same."),
            )


def same_name(name: str, other: str) -> bool:
    """Tell whether two names differ in capitals, spaces or spelling of accents only."""
    return folded(name) == folded(other)
