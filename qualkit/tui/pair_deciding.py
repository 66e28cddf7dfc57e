"""Deciding on a pair: a note that may stay empty, and which case where the two have two."""

from qualkit.domain.duplicates import PairDecision, PairVerdict
from qualkit.domain.pair_views import PairEntry
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt

_ASKED = {
    PairVerdict.SAME: N_("{first} and {second} are of one visitor, or one text"),
    PairVerdict.DIFFERENT: N_("{first} and {second} have nothing to do with each other"),
    PairVerdict.UNSURE: N_("You cannot tell yet whether {first} and {second} are the same"),
}

_TOLD = {
    PairVerdict.SAME: N_("{first} and {second} are held for the same; both stay to read."),
    PairVerdict.DIFFERENT: N_("{first} and {second} are held for different."),
    PairVerdict.UNSURE: N_("{first} and {second}: unsure."),
}

_HINTS = {
    PairVerdict.SAME: N_("Both stay sources of their own; as a case they count once."),
    PairVerdict.DIFFERENT: N_("The pair is not proposed again."),
    PairVerdict.UNSURE: N_("With a note it comes on the list of doubts as well, to be discussed."),
}

LEAVE = "leave"
"""The choice to leave two cases as they are."""


async def decide_on(screen: QualkitScreen, entry: PairEntry, verdict: PairVerdict) -> None:
    """Ask for a note, and for the case where the two have different ones; then keep it.

    Esc at either question keeps nothing. To be awaited in a worker.
    """
    note = await _ask_note(screen, entry, verdict)
    if note is None:
        return
    case = None
    if verdict is PairVerdict.SAME and _has_two_cases(entry):
        case = await _ask_case(screen, entry)
        if case is None:
            return
    was_unsure = entry.decided is not None and entry.decided.verdict is PairVerdict.UNSURE
    doubt = verdict is PairVerdict.UNSURE and bool(note.strip()) and not was_unsure
    outcome = screen.attempt(
        lambda: screen.project.duplicates.decide(
            entry.first.id, entry.second.id, verdict, note, case, doubt
        )
    )
    if outcome:
        screen.done(outcome, told_of_decision(entry, outcome.value))


def told_of_decision(entry: PairEntry, decision: PairDecision) -> str:
    """Tell what came of a decision."""
    first, second = _names(entry)
    told = [_(_TOLD[decision.pair.verdict]).format(first=first, second=second)]
    if decision.label:
        told.append(_("Their case: {label}.").format(label=decision.label))
    if decision.apart:
        one, other = decision.apart
        told.append(_("They stay in two cases: {one} and {other}.").format(one=one, other=other))
    if decision.doubt_id:
        told.append(_("It is on the list of doubts."))
    if decision.contradiction:
        told.append(f"! {decision.contradiction}")
    return "  ".join(told)


def _names(entry: PairEntry) -> tuple[str, str]:
    return f"P{entry.first.number}", f"P{entry.second.number}"


def _has_two_cases(entry: PairEntry) -> bool:
    return all(entry.labels) and entry.labels[0] != entry.labels[1]


async def _ask_note(screen: QualkitScreen, entry: PairEntry, verdict: PairVerdict) -> str | None:
    first, second = _names(entry)
    present = entry.decided.note if entry.decided else ""
    return await screen.app.push_screen_wait(
        TextPrompt(
            _(_ASKED[verdict]).format(first=first, second=second),
            present,
            _(_HINTS[verdict]),
            placeholder=_("Why? It may be left empty."),
        )
    )


async def _ask_case(screen: QualkitScreen, entry: PairEntry) -> str | None:
    """Ask under which label both come; empty to leave them, None when one steps back."""
    first, second = _names(entry)
    choices = [
        Choice(LEAVE, _("Leave them in two cases"), _("only the decision is kept")),
        *(
            Choice(label, _("Both in the case '{label}'").format(label=label))
            for label in entry.labels
        ),
    ]
    picked = await screen.app.push_screen_wait(
        Picker(
            _("One case, or two?"),
            choices,
            hint=_("{first} is in the case '{one}', {second} in '{other}'.").format(
                first=first, one=entry.labels[0], second=second, other=entry.labels[1]
            ),
        )
    )
    if not picked:
        return None
    return "" if picked[0] == LEAVE else picked[0]
