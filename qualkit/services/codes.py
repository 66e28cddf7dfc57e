"""The codebook: codes are made, renamed, described, moved, merged, split and retired."""

from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.codes import (
    PATH_SEPARATOR,
    Code,
    CodeEntry,
    CodeLevel,
    CodeStatus,
    clean_name,
    codebook,
    descendants,
    split_path,
)
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import OperationEntry, Outcome
from qualkit.domain.text import folded
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.links import recode, replace_code
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.counts import code_counts
from qualkit.store.history import history_of_code
from qualkit.store.journal import Step

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
        codes = database.find(Code)
        entries = codebook(codes, code_counts(database) if counted else None)
        return tuple(
            entry for entry in entries if retired or entry.code.status is CodeStatus.ACTIVE
        )

    def find(self, name: str) -> Code:
        """Give the code with this path, name or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one has the name; its path makes it clear.
        """
        entries = codebook(self._workspace.database.find(Code))
        for entry in entries:
            if _same(entry.path, name):
                return entry.code
        try:
            return pick("code", name, entries, lambda entry: [entry.path, entry.code.name]).code
        except NotFoundError as error:
            try:
                return pick_by_id("code", name, entries, lambda entry: entry.code.id).code
            except NotFoundError:
                raise error from None

    def add(
        self, path: str, description: str = "", level: CodeLevel | None = None, why: str = ""
    ) -> Outcome[Code]:
        """Make a code; `parent > name` puts it under a parent, which is made when it is missing.

        Raises:
            NameTakenError: there is such a code already.
            InvalidInputError: a name is empty.
        """
        names = split_path(path)
        tidy = PATH_SEPARATOR.join(names)
        with self._workspace.journal.operation("code.add", f"Made the code '{tidy}'", why) as step:
            code = ensure_code(step, self._workspace, path)
            if not any(change.row_id == code.id for change in step.changes):
                raise NameTakenError(f"There is a code '{tidy}' already.")
            step.change(replace(code, description=description.strip(), level=level))
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
        summary = f"Renamed the code '{code.name}' to '{changed.name}'"
        return self._change(changed, "code.rename", summary, why)

    @locked
    def describe(
        self,
        code_id: str,
        description: str | None = None,
        level: CodeLevel | None = None,
        why: str = "",
    ) -> Outcome[Code]:
        """Write what a code means, or mark it semantic or latent; what is None stays."""
        code = self._workspace.get(Code, code_id)
        changed = replace(
            code,
            description=code.description if description is None else description.strip(),
            level=level or code.level,
        )
        return self._change(changed, "code.describe", f"Described the code '{code.name}'", why)

    @locked
    def move(self, code_id: str, parent_id: str | None, why: str = "") -> Outcome[Code]:
        """Put a code, with all below it, under another parent; None makes it a root.

        Raises:
            InvalidInputError: the parent is the code itself or lies below it.
            NameTakenError: the parent has a code of that name.
        """
        code = self._workspace.get(Code, code_id)
        if parent_id is None:
            place = "to the top"
        else:
            parent = self._workspace.get(Code, parent_id)
            if parent_id in descendants(self._workspace.database.find(Code), code_id):
                raise InvalidInputError(
                    f"'{code.name}' cannot be put under '{parent.name}', which lies below it."
                )
            place = f"under '{parent.name}'"
        summary = f"Moved the code '{code.name}' {place}"
        return self._change(replace(code, parent_id=parent_id), "code.move", summary, why)

    @locked
    def merge(self, code_id: str, into_id: str, why: str = "") -> Outcome[Code]:
        """Let one code go up in another: its codings, children, memos and places in themes.

        A passage coded with both is counted once afterwards.

        Raises:
            InvalidInputError: both are the same, or the second lies below the first.
        """
        database = self._workspace.database
        old, new = self._workspace.get(Code, code_id), self._workspace.get(Code, into_id)
        if into_id in descendants(database.find(Code), code_id):
            raise InvalidInputError(
                f"'{old.name}' cannot be merged into '{new.name}', "
                + ("which is the same code." if code_id == into_id else "which lies below it."),
                "Move the lower code out first.",
            )
        summary = f"Merged the code '{old.name}' into '{new.name}'"
        with self._workspace.journal.operation("code.merge", summary, why) as step:
            for child in database.find(Code, "parent_id = ?", [old.id]):
                self._refuse_taken(replace(child, parent_id=new.id), leaving=old.id)
            for coding in database.find(Coding, "code_id = ?", [old.id], "rowid"):
                recode(step, database, coding, new.id)
            if old.description and not new.description:
                new = step.change(replace(new, description=old.description))
            replace_code(step, database, old, new)
        return Outcome(new, TOUCHED_CODINGS)

    @locked
    def split(
        self, code_id: str, name: str, coding_ids: Sequence[str], why: str = ""
    ) -> Outcome[Code]:
        """Give some codings of a code to another code beside it, made when there is none.

        Raises:
            InvalidInputError: no codings are given, or one is not of this code.
            NameTakenError: the name is that of the code itself.
        """
        database = self._workspace.database
        code = self._workspace.get(Code, code_id)
        codings = [self._workspace.get(Coding, each) for each in dict.fromkeys(coding_ids)]
        if not codings or any(coding.code_id != code_id for coding in codings):
            raise InvalidInputError(
                f"Splitting takes one or more codings of '{code.name}'.",
                "'qualkit codings --code NAME' lists them with their ids.",
            )
        tidy = clean_name(name)
        summary = f"Split {len(codings)} coding(s) of '{code.name}' off to '{tidy}'"
        with self._workspace.journal.operation("code.split", summary, why) as step:
            siblings = database.find(Code, "parent_id IS ?", [code.parent_id])
            found = [sibling for sibling in siblings if _same(sibling.name, tidy)]
            target = found[0] if found else step.add(new_code(tidy, code.parent_id, len(siblings)))
            if target.id == code.id:
                raise NameTakenError(
                    f"The code is called '{code.name}' already.", "Give the new code another name."
                )
            for coding in codings:
                recode(step, database, coding, target.id)
        return Outcome(target, TOUCHED_CODINGS)

    @locked
    def retire(self, code_id: str, retired: bool = True, why: str = "") -> Outcome[Code]:
        """Stop offering a code, or offer it again; its codings stay as they are."""
        code = self._workspace.get(Code, code_id)
        status = CodeStatus.RETIRED if retired else CodeStatus.ACTIVE
        verb = "Retired" if retired else "Took back into use"
        return self._change(
            replace(code, status=status), "code.retire", f"{verb} the code '{code.name}'", why
        )

    @locked
    def remove(self, code_id: str, why: str = "") -> Outcome[Code]:
        """Remove a code that is not used.

        Raises:
            InvalidInputError: it has codings, codes below it, or a place in a theme.
        """
        database = self._workspace.database
        code = self._workspace.get(Code, code_id)
        used = database.value(
            """
            SELECT (SELECT count(*) FROM coding WHERE code_id = :id)
                 + (SELECT count(*) FROM code WHERE parent_id = :id)
                 + (SELECT count(*) FROM theme_code WHERE code_id = :id)
                 + (SELECT count(*) FROM memo WHERE object_type = 'code' AND object_id = :id)
                 + (SELECT count(*) FROM citation WHERE object_type = 'code' AND object_id = :id)
            """.replace(":id", "?"),
            [code_id] * 5,
        )
        if used:
            raise InvalidInputError(
                f"The code '{code.name}' is in use and cannot be removed.",
                "Merge it into another code, or retire it.",
            )
        summary = f"Removed the code '{code.name}'"
        with self._workspace.journal.operation("code.remove", summary, why) as step:
            step.delete(code)
        return Outcome(code, TOUCHED)

    def history(self, code_id: str) -> tuple[OperationEntry, ...]:
        """Give the steps that changed the code, or let codes merge into or split off from it."""
        return tuple(history_of_code(self._workspace.database, code_id))

    def _change(self, code: Code, kind: str, summary: str, why: str) -> Outcome[Code]:
        with self._workspace.journal.operation(kind, summary, why) as step:
            self._refuse_taken(code)
            step.change(code)
        return Outcome(code, TOUCHED)

    def _refuse_taken(self, code: Code, leaving: str = "") -> None:
        """Refuse a name that a sibling has, unless that one is `leaving`."""
        for sibling in self._workspace.database.find(Code, "parent_id IS ?", [code.parent_id]):
            if sibling.id not in (code.id, leaving) and _same(sibling.name, code.name):
                raise NameTakenError(
                    f"There is a code '{sibling.name}' there already.",
                    "Merge the two if they mean the same.",
                )


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
        siblings = workspace.database.find(Code, "parent_id IS ?", [parent.id if parent else None])
        found = [code for code in siblings if _same(code.name, name)]
        parent_id = parent.id if parent else None
        parent = found[0] if found else step.add(new_code(name, parent_id, len(siblings)))
    assert parent is not None, "a path has at least one name"
    return parent


def _same(name: str, other: str) -> bool:
    return folded(name) == folded(other)
