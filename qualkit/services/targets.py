"""Naming, for people, what a memo is about or cites."""

from collections.abc import Callable, Mapping

from qualkit.domain.cases import Case, ParticipantGroup, format_label
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Operation
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.domain.themes import Theme
from qualkit.services.workspace import Workspace
from qualkit.store.texts import read_text
from qualkit.translation import _


def name_of(workspace: Workspace, target: Target) -> str:
    """Name a target: `the code 'capaciteit'`, `P3:27`, `Politie III`.

    Raises:
        NotFoundError: it is not there.
        InvalidInputError: it is a passage outside its text.
    """
    return Names(workspace).of(target)


class Names:
    """Names many targets, reading and checking each text only once."""

    def __init__(self, workspace: Workspace) -> None:
        """Name what is in an open project."""
        self._workspace = workspace
        self._texts: dict[str, tuple[int, str, LineIndex]] = {}
        self._namers: Mapping[ObjectType, Callable[[Target], str]] = {
            ObjectType.PROJECT: self._project,
            ObjectType.SOURCE: self._source,
            ObjectType.PASSAGE: self._passage,
            ObjectType.CODE: self._code,
            ObjectType.CODING: self._coding,
            ObjectType.THEME: self._theme,
            ObjectType.CASE: self._case,
            ObjectType.STEP: self._step,
        }

    def of(self, target: Target) -> str:
        """Name a target in a sentence.

        Raises:
            NotFoundError: it is not there.
            InvalidInputError: it is a passage outside its text.
        """
        name = self.bare(target)
        match target.object_type:
            case ObjectType.PROJECT:
                return _("the project '{name}'").format(name=name)
            case ObjectType.CODE:
                return _("the code '{name}'").format(name=name)
            case ObjectType.THEME:
                return _("the theme '{name}'").format(name=name)
            case ObjectType.CODING:
                return self._coded(target)
            case ObjectType.STEP:
                return _("step {name}").format(name=name)
        return name

    def bare(self, target: Target) -> str:
        """Give a target's own name, in no language: a title, `P3:27`, `Politie III`.

        Raises:
            NotFoundError: it is not there.
            InvalidInputError: it is a passage outside its text.
        """
        return self._namers[target.object_type](target)

    def _project(self, target: Target) -> str:
        return self._workspace.get(ProjectInfo, target.object_id).title

    def _source(self, target: Target) -> str:
        source = self._workspace.get(Source, target.object_id)
        return f"P{source.number} '{source.title}'"

    def _passage(self, target: Target) -> str:
        if target.object_id not in self._texts:
            version = self._workspace.get(Version, target.object_id)
            source = self._workspace.get(Source, version.source_id)
            text = read_text(self._workspace.database, version.sha256)
            self._texts[version.id] = source.number, text, LineIndex(text)
        number, text, lines = self._texts[target.object_id]
        start = target.start or 0
        Span(start, target.end or start + 1).within(text)
        return format_reference(number, lines.line_of(start))

    def _code(self, target: Target) -> str:
        return self._workspace.get(Code, target.object_id).name

    def _coding(self, target: Target) -> str:
        reference, code = self._parts(target)
        return f"{reference} '{code}'"

    def _coded(self, target: Target) -> str:
        reference, code = self._parts(target)
        return _("{reference}, coded '{code}'").format(reference=reference, code=code)

    def _parts(self, target: Target) -> tuple[str, str]:
        """Give the reference and the code of a coding."""
        coding = self._workspace.get(Coding, target.object_id)
        place = Target(ObjectType.PASSAGE, coding.version_id, coding.start, coding.end)
        return self._passage(place), self._workspace.get(Code, coding.code_id).name

    def _theme(self, target: Target) -> str:
        return self._workspace.get(Theme, target.object_id).name

    def _case(self, target: Target) -> str:
        case = self._workspace.get(Case, target.object_id)
        group = self._workspace.get(ParticipantGroup, case.group_id)
        return format_label(group.pattern, case.number)

    def _step(self, target: Target) -> str:
        step = self._workspace.get(Operation, target.object_id)
        return f"{step.number}: {step.summary}"
