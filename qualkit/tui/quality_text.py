"""How questions of the quality page and the answers to them are written out."""

from qualkit.domain.quality import AnswerKind, Asked, QualityAnswer
from qualkit.translation import _


def seen_in(asked: Asked) -> str:
    """Give what is seen, or that it is no longer so."""
    if asked.observation is not None:
        return asked.observation.seen
    return _("This is no longer so.")


def answer_in(answer: QualityAnswer) -> str:
    """Give an answer on a line."""
    said = {
        AnswerKind.NOTE: _("Your note: {text}"),
        AnswerKind.LATER: _("Later. {text}"),
        AnswerKind.NOT_APPLICABLE: _("Does not apply here. {text}"),
    }[answer.kind]
    return said.format(text=answer.text).strip()


def then_in(asked: Asked) -> str:
    """Give how it read when it was answered, where it reads otherwise now; else nothing."""
    if asked.answer is None or not asked.has_changed:
        return ""
    return _("It read, on {day}: {seen}").format(
        day=asked.answer.answered_at.astimezone().date(), seen=asked.answer.seen
    )


def whole_question(asked: Asked) -> str:
    """Give everything on a question: the fact, the question, the answer, and what it read then."""
    parts = [seen_in(asked)]
    if asked.observation is not None:
        parts.append(asked.observation.question)
    if asked.answer is not None:
        by = _("{author}, {day}").format(
            author=asked.answer.author, day=asked.answer.answered_at.astimezone().date()
        )
        parts.append(f"{answer_in(asked.answer)}  ({by})")
    return "\n".join(filter(None, [*parts, then_in(asked)]))
