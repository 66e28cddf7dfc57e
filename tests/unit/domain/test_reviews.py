"""What co-authors write down, and how a quote stands by it."""

import pytest

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.review_decisions import read_decision
from qualkit.domain.reviews import ReviewAnswer, ReviewDecision, ReviewState, state_of

AGREE, SHORTEN, QUESTION = ReviewDecision.AGREE, ReviewDecision.SHORTEN, ReviewDecision.QUESTION


@pytest.mark.parametrize(
    ("written", "decision", "remark"),
    [
        ("Akkoord", AGREE, ""),
        (" ok ", AGREE, ""),
        ("akkoord!", AGREE, ""),
        ("Oké.", AGREE, ""),
        ("mee eens", AGREE, ""),
        ("agree", AGREE, ""),
        ("inkorten graag", SHORTEN, ""),
        ("Inkorten: de tweede zin", SHORTEN, "Inkorten: de tweede zin"),
        ("Akkoord, mooi citaat", AGREE, "Akkoord, mooi citaat"),
        ("verder anonimiseren", ReviewDecision.ANONYMISE, ""),
        ("vervangen", ReviewDecision.REPLACE, ""),
        ("?", QUESTION, ""),
        ("Vraag: wie zegt dit?", QUESTION, "Vraag: wie zegt dit?"),
        ("niet akkoord", None, "niet akkoord"),
        ("Akkoord, maar wel inkorten", None, "Akkoord, maar wel inkorten"),
        ("ok, mits korter", None, "ok, mits korter"),
        ("geen idee", None, "geen idee"),
        ("...", None, "..."),
        ("", None, ""),
    ],
)
def test_a_decision_is_read_as_people_write_it(
    written: str, decision: ReviewDecision | None, remark: str
) -> None:
    assert read_decision(written) == (decision, remark)


def answer(
    decision: ReviewDecision | None = None, changed: str = "", handled: bool = False
) -> ReviewAnswer:
    now = utc_now()
    return ReviewAnswer(
        id=new_id(),
        reviewer="Sanne",
        received_at=now,
        quote_id="q",
        decision=decision,
        changed=changed,
        remark="" if decision or changed else "mooi",
        handled_at=now if handled else None,
    )


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ([], ReviewState.NO_ANSWER),
        ([answer(AGREE), answer(AGREE)], ReviewState.ACCEPTED),
        ([answer(AGREE), answer(SHORTEN)], ReviewState.CONFLICTING),
        ([answer(AGREE), answer(AGREE, "Anders.")], ReviewState.CONFLICTING),
        ([answer(changed="Zo."), answer(changed="Anders.")], ReviewState.CONFLICTING),
        ([answer(changed="“Zo.”"), answer(changed='"Zo."')], ReviewState.OPEN),
        ([answer(SHORTEN, "Zo."), answer(SHORTEN)], ReviewState.OPEN),
        ([answer(AGREE), answer(QUESTION)], ReviewState.OPEN),
        ([answer(AGREE), answer()], ReviewState.OPEN),
        ([answer(AGREE), answer(SHORTEN, handled=True)], ReviewState.HANDLED),
        ([answer(SHORTEN), answer(ReviewDecision.REPLACE)], ReviewState.CONFLICTING),
        ([answer(SHORTEN), answer(ReviewDecision.REPLACE, handled=True)], ReviewState.OPEN),
    ],
)
def test_a_quote_stands_by_all_answers_together(
    answers: list[ReviewAnswer], state: ReviewState
) -> None:
    assert state_of(answers) is state
    assert state_of(answers[::-1]) is state
