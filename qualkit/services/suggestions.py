"""Suggestions: phrases from the participants' own words, offered and never applied."""

from collections.abc import Callable, Iterable, Sequence

from qualkit.analysis.code_fit import CodeFit
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import (
    CodeSuggestion,
    Passage,
    PipelineInfo,
    RejectedPhrases,
    Rejection,
    SuggestionList,
)
from qualkit.domain.text import folded, one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.services.fitting_codes import fitting_codes, read_code_fit
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.labels import source_labels
from qualkit.store.segments import segments_of
from qualkit.store.texts import current_version, read_text
from qualkit.translation import N_, _

Progress = Callable[[int], None]
"""Called with how many passages are done."""

TOUCHED = frozenset({"suggestions"})


class Suggestions:
    """Where phrases are looked for, which are not to be offered again, which codes may fit."""

    def __init__(self, workspace: Workspace) -> None:
        """Read from an open project."""
        self._workspace = workspace

    def passages(self, source_ids: Sequence[str] = ()) -> tuple[Passage, ...]:
        """Give the words that count as evidence in some sources, or in all.

        Turns of interviewers and helpers are context and left out.
        """
        database = self._workspace.database
        labels = source_labels(database)
        wanted = source_ids or [source.id for source in database.find(Source, order="number")]
        found = []
        for source_id in wanted:
            version = current_version(database, source_id)
            text = read_text(database, version.sha256)
            for segment in segments_of(database, version.id):
                if segment.role.is_evidence:
                    key = labels.get(source_id, source_id)
                    found.append(Passage(source_id, segment.span, segment.span.of(text), key))
        return tuple(found)

    def rejections(self) -> tuple[Rejection, ...]:
        """Give what is not to be suggested again, in the order in which it was rejected."""
        return tuple(self._workspace.database.find(Rejection, order="rowid"))

    @locked
    def reject(
        self, phrase: str, source_id: str | None = None, lemma: str = "", why: str = ""
    ) -> Outcome[Rejection]:
        """Leave a phrase out of the suggestions from a source, or from all; only once.

        Without the `lemma` of a suggestion, that of the phrase is looked up word by word.

        Raises:
            InvalidInputError: there are no words in the phrase.
        """
        tidy = one_line(printable(phrase))
        if not tidy:
            raise InvalidInputError(_("There is no phrase to reject."))
        lemma = lemma or lemma_of(tidy, self.language)
        if known := known_rejection(self.rejections(), tidy, lemma, source_id):
            return Outcome(known, frozenset())
        rejection = Rejection(new_id(), lemma, tidy, source_id)
        summary = _("Rejected the suggestion '{phrase}' everywhere").format(phrase=tidy)
        if source_id is not None:
            number = self._workspace.get(Source, source_id).number
            summary = _("Rejected the suggestion '{phrase}' in P{number}").format(
                phrase=tidy, number=number
            )
        with self._workspace.journal.operation("suggestion.reject", summary, why) as step:
            step.add(rejection)
        return Outcome(rejection, TOUCHED)

    @locked
    def restore(self, rejection_id: str, why: str = "") -> Outcome[Rejection]:
        """Let a rejected phrase, by its id or the first signs of it, be suggested again.

        Raises:
            NotFoundError: nothing was rejected under that id.
            AmbiguousNameError: more than one id begins so.
        """
        rejections = self.rejections()
        rejection = pick_by_id(
            N_("rejected phrase"), rejection_id, rejections, lambda item: item.id
        )
        summary = _("Took back the rejection of '{phrase}'").format(phrase=rejection.phrase)
        with self._workspace.journal.operation("suggestion.restore", summary, why) as step:
            step.delete(rejection)
        return Outcome(rejection, TOUCHED)

    def codes_for(self, version_id: str, span: Span) -> tuple[CodeSuggestion, ...]:
        """Give the researcher's own codes that may fit a passage, each with its evidence.

        What an interviewer or helper says gets none.

        Raises:
            InvalidInputError: the passage is not inside the text.
        """
        return fitting_codes(self._workspace, version_id, span)

    def code_fit(self) -> CodeFit:
        """Give the codebook and what was coded, ready to be compared with many passages.

        Reading it may take a second, so a screen does it over a project of its own in a thread.
        """
        return read_code_fit(self._workspace)

    @property
    def language(self) -> str:
        """The language of the study."""
        return self._workspace.database.find(ProjectInfo)[0].language

    def pipeline_name(self, asked: str | None = None) -> str | None:
        """Give the pipeline asked for here, or else in the settings; None means: find one."""
        return asked or self._workspace.settings.pipeline

    def pipeline(self, asked: str | None = None) -> PipelineInfo:
        """Tell which pipeline would run, without loading it."""
        from qualkit.language.pipeline import find_pipeline  # noqa: PLC0415

        return find_pipeline(self.language, self.pipeline_name(asked))


def lemma_of(phrase: str, language: str) -> str:
    """Give what the forms of a phrase are grouped by, looked up word by word as in names."""
    from qualkit.language.wordforms import noun_lemma  # noqa: PLC0415 (reads a dictionary)

    return " ".join(noun_lemma(word, language) for word in phrase.split())


def spare(rejections: Sequence[Rejection]) -> int:
    """Give how many more phrases to ask for, so that a list without the rejected ones is full.

    A rejected phrase leaves out at most one phrase by its lemma and one by its words, in however
    many sources it was rejected.
    """
    return 2 * len({(folded(item.lemma), folded(item.phrase)) for item in rejections})


def known_rejection(
    rejections: Iterable[Rejection], phrase: str, lemma: str, source_id: str | None
) -> Rejection | None:
    """Give the rejection that leaves a phrase out of a source (None: everywhere) already."""
    for known in rejections:
        is_same = folded(known.lemma) == folded(lemma) or folded(known.phrase) == folded(phrase)
        if is_same and known.source_id in (None, source_id):
            return known
    return None


def add_rejections(
    step: Step, database: Database, phrase: str, lemma: str, source_ids: Sequence[str | None]
) -> None:
    """Reject a phrase in some sources, or everywhere (None); what is rejected already stays."""
    phrases = RejectedPhrases(database.find(Rejection))
    rejected = phrases.sources_of(phrase, lemma)
    step.add_all(
        Rejection(new_id(), lemma, phrase, source_id)
        for source_id in source_ids
        if None not in rejected and source_id not in rejected
    )


def suggest_in(
    passages: Sequence[Passage],
    language: str,
    top: int = 10,
    pipeline: str | None = None,
    progress: Progress | None = None,
) -> SuggestionList:
    """Give phrases from passages without touching the project, so that any thread may call it."""
    # spaCy is loaded only when somebody asks for suggestions.
    from qualkit.language.suggest import suggest  # noqa: PLC0415

    return suggest(passages, language, pipeline, top, progress)
