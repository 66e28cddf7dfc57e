"""Going from a memo to what it is about or cites; Esc comes back."""

from qualkit.domain.lines import find_references
from qualkit.domain.memos import ObjectType, Target
from qualkit.tui.base import QualkitScreen


def follow(screen: QualkitScreen, target: Target, name: str) -> None:
    """Show a target, which people know as `name`; one that is gone is told about."""
    if target.object_type is ObjectType.SOURCE:
        screen.qualkit.open_reader(target.object_id)
    elif target.object_type is ObjectType.CODING:
        segment = screen.attempt(lambda: screen.project.codings.get(target.object_id))
        if segment:
            screen.qualkit.open_reader(segment.source.id, segment.coding.start)
    elif target.object_type is ObjectType.PASSAGE:
        number = find_references(name)[0].source_number
        source = screen.attempt(lambda: screen.project.sources.find(str(number)))
        if source:
            screen.qualkit.open_reader(source.id, target.start)
    elif target.object_type is ObjectType.CASE:
        _follow_case(screen, target.object_id)
    else:
        _follow_noun(screen, target)


def _follow_noun(screen: QualkitScreen, target: Target) -> None:
    """Show a code, a theme, a step or the project."""
    from qualkit.tui.screens.coded_segments import CodedSegmentsScreen  # noqa: PLC0415
    from qualkit.tui.screens.history import HistoryScreen  # noqa: PLC0415
    from qualkit.tui.screens.theme_passages import ThemePassagesScreen  # noqa: PLC0415

    if target.object_type is ObjectType.CODE:
        screen.app.push_screen(CodedSegmentsScreen(target.object_id))
    elif target.object_type is ObjectType.THEME:
        screen.app.push_screen(ThemePassagesScreen(target.object_id))
    elif target.object_type is ObjectType.STEP:
        screen.app.push_screen(HistoryScreen(at=target.object_id))
    else:
        screen.qualkit.go_to("home")


def _follow_case(screen: QualkitScreen, case_id: str) -> None:
    """Read the first source of a case."""
    sources = next(item[2] for item in screen.project.cases.entries() if item[0].id == case_id)
    if sources:
        screen.qualkit.open_reader(sources[0].id)
