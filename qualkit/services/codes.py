"""The codebook: codes are made, renamed, described, moved, merged, split and retired."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualkit.domain.codes import (
    DESCRIPTION_PARTS,
    PATH_SEPARATOR,
    Code,
    CodeChange,
    CodeColour,
    CodeEntry,
    CodeLevel,
    CodeStatus,
    clean_name,
    codebook,
    descendants,
    split_path,
)
from qualkit.domain.merges import MergePreview
from qualkit.domain.operations import OperationEntry, Outcome
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.code_merging import merge_codes, preview_of_merge, refuse_merge
from qualkit.services.code_splitting import read_split, split_code, summary_of
from qualkit.services.code_tree import ensure_code, refuse_taken, same_name
from qualkit.services.links import release_code
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.counts import code_counts
from qualkit.store.history import history_of_code
from qualkit.translation import _

TOUCHED = frozenset({"codes"})
TOUCHED_CODINGS = frozenset({"codes", "codings", "themes", "memos"})


class Codes:
    """Codes and their tree."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def entries(self, retired: bool = True, counted: bool = True) -> tuple[CodeEntry, ...]:
        """Give the codebook as a tree, depth first, with counts; without retired codes if asked.

        Counting goes over every coding of the project; who needs names only does without.
        """
        database = self._workspace.database
        with database.reading():
            codes = database.find(Code)
            entries = codebook(codes, *(code_counts(database, codes) if counted else ()))
        return tuple(
            entry for entry in entries if retired or entry.code.status is CodeStatus.ACTIVE
        )

    def entry(self, code_id: str, counted: bool = True) -> CodeEntry:
        """Give a code as a line of the codebook, with counts or without; see `entries`.

        Raises:
            NotFoundError: it is gone.
        """
        self._workspace.get(Code, code_id)
        entries = self.entries(counted=counted)
        return next(entry for entry in entries if entry.code.id == code_id)

    def find(self, name: str) -> Code:
        """Give the code with this path, name or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one has the name; its path makes it clear.
        """
        entries = codebook(self._workspace.database.find(Code))
        for entry in entries:
            if same_name(entry.path, name):
                return entry.code
        try:
            return pick("code", name, entries, lambda entry: [entry.path, entry.code.name]).code
        except NotFoundError as error:
            try:
                return pick_by_id("code", name, entries, lambda entry: entry.code.id).code
            except NotFoundError:
                raise error from None

    def add(
        self,
        path: str,
        description: str = "",
        level: CodeLevel | None = None,
        why: str = "",
        colour: CodeColour | None = None,
    ) -> Outcome[Code]:
        """Make a code; `parent > name` puts it under a parent, which is made when it is missing.

        Raises:
            NameTakenError: there is such a code already.
            InvalidInputError: a name is empty.
        """
        names = split_path(path)
        tidy = PATH_SEPARATOR.join(names)
        with self._workspace.journal.operation(
            "code.add", _("Made the code '{path}'").format(path=tidy), why
        ) as step:
            code = ensure_code(step, self._workspace, path)
            if not any(change.row_id == code.id for change in step.changes):
                raise NameTakenError(_("There is a code '{path}' already.").format(path=tidy))
            step.change(replace(code, description=description.strip(), level=level, colour=colour))
        return Outcome(self._workspace.get(Code, code.id), TOUCHED)

    @locked
    def rename(self, code_id: str, name: str, why: str = "") -> Outcome[Code]:
        """Give a code another name.

        Raises:
            NameTakenError: a sibling has the name.
            InvalidInputError: the name is empty.
        """
        code = self._workspace.get(Code, code_id)
        changed = replace(code, name=clean_name(name))
        summary = _("Renamed the code '{name}' to '{other}'").format(
            name=code.name, other=changed.name
        )
        return self._change(changed, "code.rename", summary, why)

    @locked
    def describe(self, code_id: str, change: CodeChange | str, why: str = "") -> Outcome[Code]:
        """Write what a code means, mark its level or choose its colour; only what is given.

        A bare text is the description.
        """
        if isinstance(change, str):
            change = CodeChange(description=change)
        code = self._workspace.get(Code, code_id)
        return self._change(change.of(code), "code.describe", _summary(code, change), why)

    @locked
    def move(self, code_id: str, parent_id: str | None, why: str = "") -> Outcome[Code]:
        """Put a code, with all below it, under another parent; None makes it a root.

        Raises:
            InvalidInputError: the parent is the code itself or lies below it.
            NameTakenError: the parent has a code of that name.
        """
        code = self._workspace.get(Code, code_id)
        if parent_id is None:
            summary = _("Moved the code '{name}' to the top").format(name=code.name)
        else:
            parent = self._workspace.get(Code, parent_id)
            if parent_id in descendants(self._workspace.database.find(Code), code_id):
                raise InvalidInputError(
                    _("'{name}' cannot be put under '{other}', which lies below it.").format(
                        name=code.name, other=parent.name
                    )
                )
            summary = _("Moved the code '{name}' under '{other}'").format(
                name=code.name, other=parent.name
            )
        return self._change(replace(code, parent_id=parent_id), "code.move", summary, why)

    @locked
    def merge(self, code_id: str, into_id: str, why: str = "") -> Outcome[Code]:
        """Let one code go up in another: its codings, children, memos and places in themes.

        A passage coded with both is counted once afterwards.

        Raises:
            InvalidInputError: both are the same, or the second lies below the first.
            NameTakenError: both have a code of the same name below them.
        """
        old, new = self._workspace.get(Code, code_id), self._workspace.get(Code, into_id)
        refuse_merge(self._workspace, old, new)
        summary = _("Merged the code '{name}' into '{other}'").format(name=old.name, other=new.name)
        with self._workspace.journal.operation("code.merge", summary, why) as step:
            kept = merge_codes(step, self._workspace, old, new)
        return Outcome(kept, TOUCHED_CODINGS)

    def preview_merge(self, code_id: str, into_id: str) -> MergePreview:
        """Tell what `merge` would do, and do nothing.

        Raises:
            InvalidInputError: both are the same, or the second lies below the first.
            NameTakenError: both have a code of the same name below them.
        """
        with self._workspace.database.reading():
            return preview_of_merge(self._workspace, code_id, into_id)

    def split(
        self, code_id: str, name: str, coding_ids: Sequence[str], why: str = ""
    ) -> Outcome[Code]:
        """Give some codings of a code to another code beside it, made when there is none.

        Raises:
            InvalidInputError: no codings are given, or one is not of this code.
            NameTakenError: the name is that of the code itself.
        """
        outcome = self.split_over(code_id, {each: [name] for each in coding_ids}, why)
        return Outcome(outcome.value[0], outcome.touched)

    @locked
    def split_over(
        self, code_id: str, chosen: Mapping[str, Sequence[str]], why: str = ""
    ) -> Outcome[tuple[Code, ...]]:
        """Give codings of a code, by id, to one or more codes beside it, by name, as one step.

        Codes are made when there are none; codings that are not named stay as they are.

        Raises:
            InvalidInputError: no codings are given, one is not of this code, or a name is empty.
            NameTakenError: a name is that of the code itself.
        """
        code = self._workspace.get(Code, code_id)
        split = read_split(self._workspace, code, chosen)
        summary = summary_of(code, split)
        with self._workspace.journal.operation("code.split", summary, why) as step:
            targets = split_code(step, self._workspace, code, split)
        return Outcome(targets, TOUCHED_CODINGS)

    @locked
    def retire(self, code_id: str, retired: bool = True, why: str = "") -> Outcome[Code]:
        """Stop offering a code, or offer it again; its codings stay as they are."""
        code = self._workspace.get(Code, code_id)
        status = CodeStatus.RETIRED if retired else CodeStatus.ACTIVE
        said = (
            _("Retired the code '{name}'") if retired else _("Took the code '{name}' back into use")
        )
        summary = said.format(name=code.name)
        return self._change(replace(code, status=status), "code.retire", summary, why)

    @locked
    def remove(self, code_id: str, why: str = "") -> Outcome[Code]:
        """Remove a code that is not used.

        Raises:
            InvalidInputError: it has codings, codes below it, or a place in a theme or matrix.
        """
        database = self._workspace.database
        code = self._workspace.get(Code, code_id)
        used = database.value(
            """
            SELECT (SELECT count(*) FROM coding WHERE code_id = :id)
                 + (SELECT count(*) FROM code WHERE parent_id = :id)
                 + (SELECT count(*) FROM theme_code
                    WHERE code_id = :id AND belonging = 'gathered')
                 + (SELECT count(*) FROM matrix_column WHERE code_id = :id)
                 + (SELECT count(*) FROM cell WHERE code_id = :id)
                 + (SELECT count(*) FROM memo WHERE object_type = 'code' AND object_id = :id)
                 + (SELECT count(*) FROM citation WHERE object_type = 'code' AND object_id = :id)
            """.replace(":id", "?"),
            [code_id] * 7,
        )
        if used:
            raise InvalidInputError(
                _("The code '{name}' is in use and cannot be removed.").format(name=code.name),
                _("Merge it into another code, or retire it."),
            )
        summary = _("Removed the code '{name}'").format(name=code.name)
        with self._workspace.journal.operation("code.remove", summary, why) as step:
            release_code(step, database, code)
        return Outcome(code, TOUCHED)

    def history(self, code_id: str) -> tuple[OperationEntry, ...]:
        """Give the steps that changed the code, or let codes merge into or split off from it."""
        return tuple(history_of_code(self._workspace.database, code_id))

    def _change(self, code: Code, kind: str, summary: str, why: str) -> Outcome[Code]:
        with self._workspace.journal.operation(kind, summary, why) as step:
            refuse_taken(self._workspace, code)
            step.change(code)
        return Outcome(code, TOUCHED)


def _summary(code: Code, change: CodeChange) -> str:
    """Say what a change does, for the history."""
    if all(getattr(change, name) is None for name in DESCRIPTION_PARTS):
        if change.colour is None:
            if change.level:
                return _("Marked the code '{name}' as {level}").format(
                    name=code.name, level=_(change.level)
                )
            return _("No longer marked the code '{name}' as semantic or latent").format(
                name=code.name
            )
        if change.level is None:
            return _("Changed the colour of the code '{name}'").format(name=code.name)
    return _("Described the code '{name}'").format(name=code.name)
