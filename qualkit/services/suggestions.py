"""Suggestions: phrases from the participants' own words, offered and never applied."""

from collections.abc import Callable, Sequence

from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source
from qualkit.domain.suggestions import Passage, PipelineInfo, Suggestion, SuggestionList
from qualkit.services.workspace import Workspace
from qualkit.store.labels import source_labels
from qualkit.store.segments import segments_of
from qualkit.store.texts import current_version, read_text

Progress = Callable[[int], None]
"""Called with how many passages are done."""


class Suggestions:
    """Notices phrases worth a thought."""

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

    def suggest(
        self,
        passages: Sequence[Passage],
        top: int = 10,
        pipeline: str | None = None,
        progress: Progress | None = None,
    ) -> SuggestionList:
        """Give the phrases most worth noticing in some passages; see `suggest_in`.

        Raises:
            PipelineMissingError: the pipeline that was asked for cannot be used.
        """
        return suggest_in(passages, self.language, top, self.pipeline_name(pipeline), progress)

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

    def places(self, suggestion: Suggestion) -> tuple[tuple[str, str], ...]:
        """Give where a phrase stands: references (`P3:27`) with labels, in order, each once."""
        database = self._workspace.database
        labels = source_labels(database)
        by_source: dict[str, list[int]] = {}
        for occurrence in suggestion.occurrences:
            by_source.setdefault(occurrence.source_id, []).append(occurrence.span.start)
        found: list[tuple[int, int, str]] = []
        for source_id, starts in by_source.items():
            source = self._workspace.get(Source, source_id)
            text = read_text(database, current_version(database, source_id).sha256)
            lines = LineIndex(text)
            label = labels.get(source_id, source.title)
            found.extend((source.number, lines.line_of(start), label) for start in starts)
        return tuple(
            (format_reference(number, line), label) for number, line, label in sorted(set(found))
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
