"""Writing and changing memos from any screen: the window, what can be cited, and keeping it."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from qualkit.domain.memos import Memo, MemoDraft, MemoEntry, MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.text import folded, one_line
from qualkit.errors import NotFoundError, ProjectBusyError
from qualkit.services.project import Project
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.memo_editor import MemoEditor
from qualkit.tui.screens.picker import Choice

MOST_PASSAGES = 500
"""Of what is coded near the memo's subject, so many are offered to cite."""


async def write_memo(
    screen: QualkitScreen, about: Target, name: str, kind: MemoKind, note: str = ""
) -> None:
    """Let a person write a memo on something; one that was not finished is gone on with.

    To be awaited in a worker.
    """
    unfinished = screen.project.drafts.of(about)
    draft = unfinished or MemoDraft(about, kind=kind, shared=kind.shared_by_default)
    await go_on_with(screen, draft, name, _taken_up() if unfinished else note)


async def change_memo(screen: QualkitScreen, entry: MemoEntry) -> None:
    """Let a person change a memo.

    To be awaited in a worker.
    """
    memo = entry.memo
    unfinished = screen.project.drafts.of(memo.target, memo.id)
    draft = unfinished or MemoDraft(memo.target, memo.body, memo.kind, memo.shared, memo.id)
    await go_on_with(screen, draft, entry.about, _taken_up() if unfinished else "")


async def go_on_with(screen: QualkitScreen, draft: MemoDraft, name: str, note: str = "") -> None:
    """Let a person go on with a memo, and keep it; the draft goes when that was done.

    To be awaited in a worker.
    """
    project = screen.project

    def keep_draft(now: MemoDraft) -> None:
        # While another program is writing, the next moment will do as well.
        with suppress(ProjectBusyError):
            project.drafts.keep(now)

    written = await screen.app.push_screen_wait(
        MemoEditor(
            _("Memo on {name}").format(name=name),
            draft,
            keep_draft,
            lambda: citable(project, draft.about),
            note,
        )
    )
    if written is None:
        screen.attempt(lambda: project.drafts.drop(draft))
        screen.refresh_touched(frozenset({"memos"}))
    elif outcome := screen.attempt(lambda: _keep(project, written)):
        # Before the screens are drawn anew: none should show it as unfinished.
        screen.attempt(lambda: project.drafts.drop(draft))
        if outcome.touched:
            said = _("The memo is changed.") if written.memo_id else _("Memo on {name}.")
            screen.done(outcome, said.format(name=name))


def _keep(project: Project, written: MemoDraft) -> Outcome[Memo]:
    """Keep a memo that was written or changed."""
    if written.memo_id:
        return project.memos.edit(written.memo_id, written.body, written.kind, written.shared)
    return project.memos.add(written.about, written.body, written.kind, written.shared)


def citable(project: Project, about: Target) -> Sequence[Choice]:
    """Give what a memo can cite: codes, themes, and the passages coded near its subject.

    The id of a choice is how it is written in a memo.
    """
    entries = project.codes.entries(counted=False)
    names = Counter(folded(entry.code.name) for entry in entries)
    codes = [
        Choice(
            f"[[{entry.code.name if names[folded(entry.code.name)] == 1 else entry.path}]]",
            entry.path,
            _("code"),
        )
        for entry in entries
    ]
    themes = [Choice(f"[[{theme.name}]]", theme.name, _("theme")) for theme in project.themes.all()]
    return [*codes, *themes, *_passages(project, about)]


def _passages(project: Project, about: Target) -> list[Choice]:
    with suppress(NotFoundError):
        if about.object_type is ObjectType.CODE:
            segments = project.codings.select(code_id=about.object_id)
        elif about.object_type is ObjectType.THEME:
            segments = tuple(project.themes.view(about.object_id).passages)
        elif about.object_type is ObjectType.SOURCE:
            segments = project.codings.select(about.object_id)
        elif about.object_type is ObjectType.CODING:
            source = project.codings.get(about.object_id).source
            segments = project.codings.select(source.id)
        else:
            return []
        found = {item.reference: one_line(item.words, 80) for item in segments[:MOST_PASSAGES]}
        return [Choice(reference, f"{reference}  {words}") for reference, words in found.items()]
    return []


def _taken_up() -> str:
    return _("This was not finished last time; you go on where it stopped.")
