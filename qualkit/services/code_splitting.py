"""Splitting a code: its passages are decided on one by one, and all of it is one step."""

from collections.abc import Mapping, Sequence

from qualkit.domain.codes import Code, clean_name
from qualkit.domain.codings import Coding
from qualkit.errors import InvalidInputError, NameTakenError
from qualkit.services.code_tree import ensure_child, same_name
from qualkit.services.links import code_as_well, recode
from qualkit.services.workspace import Workspace
from qualkit.store.journal import Step
from qualkit.translation import _, ngettext


def read_split(
    workspace: Workspace, code: Code, chosen: Mapping[str, Sequence[str]]
) -> dict[Coding, tuple[str, ...]]:
    """Give the codings of a code with the tidy names of the codes each goes to.

    Raises:
        InvalidInputError: there are none, one is not of this code, or a name is empty.
        NameTakenError: a name is that of the code itself.
    """
    wanted = {workspace.get(Coding, each): names for each, names in chosen.items()}
    if not wanted or any(coding.code_id != code.id for coding in wanted):
        raise InvalidInputError(
            _("Splitting takes one or more codings of '{name}'.").format(name=code.name),
            _("'qualkit codings --code NAME' lists them with their ids."),
        )
    split = {coding: _tidy(names) for coding, names in wanted.items()}
    if any(same_name(name, code.name) for names in split.values() for name in names):
        raise NameTakenError(
            _("The code is called '{name}' already.").format(name=code.name),
            _("Give the new code another name."),
        )
    return split


def summary_of(code: Code, split: Mapping[Coding, Sequence[str]]) -> str:
    """Say what a split does, for the history."""
    names = dict.fromkeys(name for each in split.values() for name in each)
    return ngettext(
        "Split {count} coding of '{code}' off to {names}",
        "Split {count} codings of '{code}' off to {names}",
        len(split),
    ).format(count=len(split), code=code.name, names=", ".join(f"'{name}'" for name in names))


def split_code(
    step: Step, workspace: Workspace, code: Code, split: Mapping[Coding, Sequence[str]]
) -> tuple[Code, ...]:
    """Give codings to codes beside theirs, made when there are none; gives those codes.

    What hangs on a coding goes to the first of its codes.
    """
    names = dict.fromkeys(name for each in split.values() for name in each)
    targets = {name: ensure_child(step, workspace, code.parent_id, name) for name in names}
    for coding, wanted in split.items():
        first, *others = (targets[name] for name in wanted)
        for target in others:
            code_as_well(step, workspace.database, coding, target.id)
        recode(step, workspace.database, coding, first.id)
    return tuple(targets.values())


def _tidy(names: Sequence[str]) -> tuple[str, ...]:
    tidy = tuple(dict.fromkeys(clean_name(name) for name in names))
    if not tidy:
        raise InvalidInputError(_("Say to which code each passage goes."))
    return tidy
