"""The quality conversation: what is seen in the material, and the researcher's own answers."""

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

from qualkit.analysis.quality.attention import unchecked_texts, uneven_coding, unread_in_rounds
from qualkit.analysis.quality.course import time_taken, unexplained
from qualkit.analysis.quality.method import claims_and_deeds, untold_method, wording
from qualkit.analysis.quality.stories import balance, unmatched, untold
from qualkit.analysis.quality.themes import few_voices, overlaps, readings, unbounded, unlinked
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.quality import (
    POINTS,
    AnswerKind,
    Asked,
    Observation,
    QualityAnswer,
    point_of,
)
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.quality_facts import Facts
from qualkit.services.resembling import never, resembling
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import _

TOUCHED = frozenset({"quality"})

LANGUAGE = 14
"""The point on wording, which is off until it is asked for."""

WRITTEN = frozenset({1, 2, 7, 8, 9, 10, 11, 12, 14, 15})
"""Points that look at sources and at what is written, not at the passages of themes: there first,
as those of a large study take a second or two."""

LIKENESS = 4
"""The point on passages that resemble those of a theme, which takes a while to find."""


class Quality:
    """Observations with a question, and answers to them; nothing is counted together."""

    def __init__(self, workspace: Workspace) -> None:
        """Look at an open project."""
        self._workspace = workspace

    def points(self, language: bool = False) -> tuple[int, ...]:
        """Give the points that this study's method talks about; wording only if it is asked for."""
        declared = Facts(self._workspace).info.profile.points
        return tuple(
            point for point in POINTS if point in declared and (language or point != LANGUAGE)
        )

    def observations(self, points: Collection[int] | None = None) -> tuple[Observation, ...]:
        """Give what is seen, by point and in the order of the material; never by weight.

        Of those given, only points that the declared method talks about are looked at.
        """
        facts = Facts(self._workspace)
        wanted = self.points() if points is None else points
        looked_at = [
            each for each in POINTS if each in wanted and each in facts.info.profile.points
        ]
        with self._workspace.database.reading():
            return tuple(
                chain.from_iterable(
                    resembling(self._workspace) if point == LIKENESS else _LOOK[point](facts)
                    for point in looked_at
                )
            )

    def resembling(self, stop: Callable[[], bool] = never) -> tuple[Observation, ...]:
        """Give what is seen on the point `LIKENESS`, as far as it came before `stop` told so."""
        return tuple(resembling(self._workspace, stop))

    def find(self, key: str) -> Observation:
        """Give what is seen now under a key.

        Raises:
            NotFoundError: nothing is.
        """
        point = _readable_point(key)
        found = next((each for each in self.observations({point}) if each.key == key), None)
        if found is None:
            raise NotFoundError(
                _("Nothing is asked under '{key}' now.").format(key=key),
                _("'qualkit check' prints the questions with their keys."),
            )
        return found

    def asked(self, points: Collection[int] | None = None) -> tuple[Asked, ...]:
        """Give every question with its answer, those whose fact is gone among them, by point."""
        wanted = self.points() if points is None else points
        return with_answers(self.observations(wanted), self.answers(), wanted)

    def answers(self) -> tuple[QualityAnswer, ...]:
        """Give every answer, oldest first."""
        return tuple(self._workspace.database.find(QualityAnswer, order="answered_at, id"))

    @locked
    def answer(
        self, observation: Observation, kind: AnswerKind, text: str = ""
    ) -> Outcome[QualityAnswer]:
        """Keep her answer to a question, in place of an earlier one.

        Raises:
            InvalidInputError: a note without words.
        """
        if kind is AnswerKind.NOTE and not text.strip():
            raise InvalidInputError(
                _("A note cannot be empty."),
                _("'Later' and 'not applicable here' need no words."),
            )
        before = self._answer_to(observation.key)
        answer = QualityAnswer(
            id=before.id if before else new_id(),
            subject=observation.key,
            kind=kind,
            text=text.strip(),
            seen=observation.seen,
            author=self._workspace.settings.coder,
            answered_at=utc_now(),
        )
        summary = _("Answered a question of the quality page: {seen}").format(seen=observation.seen)
        with self._workspace.journal.operation("quality.answer", summary) as step:
            if before:
                step.change(answer)
            else:
                step.add(answer)
        return Outcome(answer, TOUCHED)

    @locked
    def retract(self, key: str) -> Outcome[QualityAnswer]:
        """Take an answer back; the question stands open again.

        Raises:
            NotFoundError: there is no answer.
        """
        answer = self._answer_to(key)
        if answer is None:
            raise NotFoundError(_("There is no answer to '{key}'.").format(key=key))
        summary = _("Took back an answer on the quality page: {seen}").format(seen=answer.seen)
        with self._workspace.journal.operation("quality.retract", summary) as step:
            step.delete(answer)
        return Outcome(answer, TOUCHED)

    def _answer_to(self, key: str) -> QualityAnswer | None:
        found = self._workspace.database.find(QualityAnswer, "subject = ?", [key])
        return found[0] if found else None


_LOOK: Mapping[int, Callable[[Facts], Iterable[Observation]]] = {
    1: lambda facts: unchecked_texts(facts.sources),
    2: lambda facts: (
        *uneven_coding(facts.sources),
        *unread_in_rounds(facts.rounds, facts.names),
    ),
    3: lambda facts: few_voices(facts.themes, facts.passages),
    5: lambda facts: readings(facts.themes, facts.passages),
    6: lambda facts: (
        *overlaps(facts.themes, facts.passages, facts.relations),
        *unbounded(facts.written),
    ),
    7: lambda facts: untold(facts.written),
    8: lambda facts: unmatched(facts.written),
    9: lambda facts: unlinked(facts.written, facts.relations),
    10: lambda facts: balance(facts.written),
    11: lambda facts: time_taken(facts.course, facts.info.id),
    12: lambda facts: untold_method(facts.info),
    13: lambda facts: claims_and_deeds(
        facts.info, facts.sources, facts.themes, facts.passages, facts.use
    ),
    14: lambda facts: wording(facts.info, facts.written),
    15: lambda facts: unexplained(facts.written, facts.choices, facts.info.id),
}
"""What each point looks at; `LIKENESS` has a module of its own."""


def with_answers(
    observations: Iterable[Observation],
    answers: Iterable[QualityAnswer],
    points: Collection[int],
) -> tuple[Asked, ...]:
    """Put answers with their questions, and those whose question is gone behind their point's."""
    given = {answer.subject: answer for answer in answers}
    asked = [Asked(each.key, each.point, each, given.pop(each.key, None)) for each in observations]
    gone = [
        Asked(key, point_of(key), None, answer)
        for key, answer in given.items()
        if point_of(key) in points
    ]
    return tuple(sorted([*asked, *gone], key=lambda each: each.point))


def _readable_point(key: str) -> int:
    try:
        return point_of(key)
    except ValueError:
        raise NotFoundError(
            _("'{key}' is not the key of a question.").format(key=key),
            _("'qualkit check' prints the questions with their keys."),
        ) from None
