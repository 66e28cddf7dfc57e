"""Naming, for people, what a memo is about or cites."""

from collections.abc import Callable, Mapping

from qualkit.domain.cases import Case, ParticipantGroup, format_label
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.domain.themes import Theme
from qualkit.services.workspace import Workspace
from qualkit.store.texts import read_text


def name_of(workspace: Workspace, target: Target) -> str:
    """Name a target: `the code 'capaciteit'`, `P3:27`, `Politie III`.

    Raises:
        NotFoundError: it is not there.
        InvalidInputError: it is a passage outside its text.
    """
    return _NAMES[target.object_type](workspace, target)


def _project(workspace: Workspace, target: Target) -> str:
    return f"the project '{workspace.get(ProjectInfo, target.object_id).title}'"


def _source(workspace: Workspace, target: Target) -> str:
    source = workspace.get(Source, target.object_id)
    return f"P{source.number} '{source.title}'"


def _passage(workspace: Workspace, target: Target) -> str:
    version = workspace.get(Version, target.object_id)
    source = workspace.get(Source, version.source_id)
    text = read_text(workspace.database, version.sha256)
    start = target.start or 0
    Span(start, target.end or start + 1).within(text)
    return format_reference(source.number, LineIndex(text).line_of(start))


def _code(workspace: Workspace, target: Target) -> str:
    return f"the code '{workspace.get(Code, target.object_id).name}'"


def _coding(workspace: Workspace, target: Target) -> str:
    coding = workspace.get(Coding, target.object_id)
    place = Target(ObjectType.PASSAGE, coding.version_id, coding.start, coding.end)
    code = workspace.get(Code, coding.code_id)
    return f"{_passage(workspace, place)}, coded '{code.name}'"


def _theme(workspace: Workspace, target: Target) -> str:
    return f"the theme '{workspace.get(Theme, target.object_id).name}'"


def _case(workspace: Workspace, target: Target) -> str:
    case = workspace.get(Case, target.object_id)
    return format_label(workspace.get(ParticipantGroup, case.group_id).pattern, case.number)


_NAMES: Mapping[ObjectType, Callable[[Workspace, Target], str]] = {
    ObjectType.PROJECT: _project,
    ObjectType.SOURCE: _source,
    ObjectType.PASSAGE: _passage,
    ObjectType.CODE: _code,
    ObjectType.CODING: _coding,
    ObjectType.THEME: _theme,
    ObjectType.CASE: _case,
}
