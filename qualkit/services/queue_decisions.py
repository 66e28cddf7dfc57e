"""Deciding on a phrase of a batch: coded, attached, watched or rejected; one step each."""

from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.identity import utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.queue import (
    QueueDecision,
    QueuedPlace,
    QueuedSuggestion,
    SuggestionBatch,
    touching,
)
from qualkit.domain.sources import Source
from qualkit.domain.suggestions import SuggestedBy
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError, SourceNotReadError
from qualkit.services.code_tree import ensure_code
from qualkit.services.codings import ensure_coding, place_in_text
from qualkit.services.suggestions import add_rejections
from qualkit.services.watching import ensure_watched
from qualkit.services.workspace import Workspace
from qualkit.store.journal import Step
from qualkit.store.queue import sources_of_versions, sources_read
from qualkit.translation import _, ngettext

TOUCHED = frozenset({"queue", "suggestions"})
TOUCHED_BY_CODING = frozenset({"queue", "codings", "codes", "themes"})


def code_places(
    workspace: Workspace,
    suggestion_id: str,
    places: Sequence[QueuedPlace],
    code: Code | str,
    unread: bool,
    why: str,
) -> Outcome[tuple[Coding, ...]]:
    """Code places of a phrase with a code, or with a new one of which the path is given."""
    item = workspace.get(QueuedSuggestion, suggestion_id)
    _refuse_decided(item, code)
    _check_places(workspace, item, places, unread)
    batch = workspace.get(SuggestionBatch, item.batch_id)
    noticed = SuggestedBy(item.phrase, item.rank, batch.pipeline)
    name = code.name if isinstance(code, Code) else one_line(code)
    with workspace.journal.operation("queue.code", "", why) as step:
        known = code if isinstance(code, Code) else ensure_code(step, workspace, code)
        is_new = any(change.table == "code" for change in step.changes)
        made = []
        for place in places:
            span = place_in_text(workspace, place.version_id, place.span)
            made.append(ensure_coding(step, workspace, place.version_id, span, known.id, noticed))
        if item.decision is None:
            decision = QueueDecision.CODED if is_new else QueueDecision.ATTACHED
            _decide(step, workspace, item, decision, known.id)
        step.summary = _coded_summary(len(made), name, item.phrase)
    return Outcome(tuple(made), TOUCHED_BY_CODING)


def watch(workspace: Workspace, suggestion_id: str, why: str) -> Outcome[QueuedSuggestion]:
    """Look out for a phrase from now on."""
    item = workspace.get(QueuedSuggestion, suggestion_id)
    _refuse_decided(item)
    summary = _("Watches the suggestion '{phrase}' from now on").format(phrase=item.phrase)
    with workspace.journal.operation("queue.watch", summary, why) as step:
        ensure_watched(step, workspace, item.phrase, item.lemma)
        decided = _decide(step, workspace, item, QueueDecision.WATCHED)
    return Outcome(decided, TOUCHED)


def reject(
    workspace: Workspace, suggestion_id: str, everywhere: bool, why: str
) -> Outcome[QueuedSuggestion]:
    """Leave a phrase out of the suggestions, in the sources where it stands or everywhere."""
    item = workspace.get(QueuedSuggestion, suggestion_id)
    _refuse_decided(item)
    versions = {place.version_id for place in item.places}
    sources = list(sources_of_versions(workspace.database, versions).values())
    if everywhere:
        decision = QueueDecision.REJECTED_EVERYWHERE
        summary = _("Rejected the suggestion '{phrase}' everywhere").format(phrase=item.phrase)
    else:
        decision = QueueDecision.REJECTED
        summary = ngettext(
            "Rejected the suggestion '{phrase}' in {count} source",
            "Rejected the suggestion '{phrase}' in {count} sources",
            len(sources),
        ).format(phrase=item.phrase, count=len(sources))
    with workspace.journal.operation("queue.reject", summary, why) as step:
        wanted = [None] if everywhere else sources
        add_rejections(step, workspace.database, item.phrase, item.lemma, wanted)
        decided = _decide(step, workspace, item, decision)
    return Outcome(decided, TOUCHED)


def _decide(
    step: Step,
    workspace: Workspace,
    item: QueuedSuggestion,
    decision: QueueDecision,
    code_id: str | None = None,
) -> QueuedSuggestion:
    return step.change(
        replace(
            item,
            decision=decision,
            code_id=code_id,
            decided_by=workspace.settings.coder,
            decided_at=utc_now(),
        )
    )


def _refuse_decided(item: QueuedSuggestion, code: Code | str | None = None) -> None:
    """Refuse a phrase that was decided on; more places may go to the code that it went to.

    Raises:
        InvalidInputError: it was.
    """
    goes_on = isinstance(code, Code) and item.code_id == code.id
    if item.decision is not None and not goes_on:
        raise InvalidInputError(
            _("'{phrase}' was decided on already.").format(phrase=item.phrase),
            _("'qualkit undo' takes the last step back; 'qualkit queue list --all' tells what."),
        )


def _check_places(
    workspace: Workspace, item: QueuedSuggestion, places: Sequence[QueuedPlace], unread: bool
) -> None:
    """Refuse places where the phrase does not stand, or that nobody has read yet.

    Raises:
        InvalidInputError, SourceNotReadError
    """
    if not places:
        raise InvalidInputError(_("Say which place is coded."))
    if not all(touching(item.places, place) for place in places):
        raise InvalidInputError(
            _("'{phrase}' does not stand there.").format(phrase=item.phrase),
            _("'qualkit queue show' tells where it stands."),
        )
    if unread:
        return
    database, read = workspace.database, sources_read(workspace.database)
    of_version = sources_of_versions(database, {place.version_id for place in places})
    missing = [source_id for source_id in of_version.values() if source_id not in read]
    if missing:
        number = workspace.get(Source, missing[0]).number
        raise SourceNotReadError(
            _("P{number} was not read yet.").format(number=number),
            _("Read it first, or say that you take it unread ('--unread')."),
        )


def _coded_summary(count: int, name: str, phrase: str) -> str:
    return ngettext(
        "Coded {count} passage with '{name}', from the suggestion '{phrase}'",
        "Coded {count} passages with '{name}', from the suggestion '{phrase}'",
        count,
    ).format(count=count, name=name, phrase=phrase)
