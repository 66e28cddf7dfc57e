"""Looking for what could give somebody away; everything it finds is a proposal, no more.

Nothing tells of a text that it is anonymous: that is for people to judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.analysis.identifiers.marks import apart, marks_in
from qualkit.analysis.identifiers.names import capitals
from qualkit.analysis.identifiers.own_words import OwnWords
from qualkit.domain.identifiers import Proposal, standing_in
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.replacements import (
    IdentifierKind,
    WatchedWord,
    check_replaceable,
)
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import PipelineInfo
from qualkit.services.identifier_scan import (
    AT_A_TIME,
    EVERY_QUOTE,
    Looking,
    Progress,
    Scan,
    Scanning,
)
from qualkit.services.replacements import TOUCHED, Replacements, kind_told
from qualkit.services.scanned_texts import ScannedTexts, small_groups
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import ngettext


class Identifiers:
    """Proposals, and the words that a project always wants to see."""

    def __init__(self, workspace: Workspace, replacements: Replacements) -> None:
        """Look in an open project."""
        self._workspace = workspace
        self._replacements = replacements

    def scan(self, looking: Looking = EVERY_QUOTE, progress: Progress | None = None) -> Scan:
        """Look for what is not decided on yet.

        Raises:
            PipelineMissingError: the pipeline that was asked for cannot be used.
            NotFoundError: a source is gone.
        """
        database = self._workspace.database
        texts = ScannedTexts(self._workspace)
        with database.reading():
            wanted = texts.wanted(looking.scope, looking.ids)
            small = small_groups(database) if looking.pronouns else frozenset()
        pipeline = self._pipeline() if looking.names and wanted else None
        scanning = Scanning(self.own_words(), small, pipeline, self._language)
        for done in range(0, len(wanted), AT_A_TIME):
            if progress:
                progress(done, len(wanted))
            scanning.look_at(texts.read(wanted[done : done + AT_A_TIME]))
        if progress:
            progress(len(wanted), len(wanted))
        return Scan(self.still_open(scanning.proposals()), pipeline)

    def in_words(self, words: str) -> tuple[Proposal, ...]:
        """Look in words that stand in no source, such as a vignette; by rules and lists only.

        What is replaced or left everywhere is not proposed again.
        """
        if not words.strip():
            return ()
        layer, own = self._replacements.layer(), self.own_words()
        decided = layer.decided(words, "", Span(0, len(words)))
        marks = apart([*marks_in(words), *own.marks_in(words), *capitals(words)])
        found = [
            Proposal(mark.kind, mark.span, mark.span.of(words), "", mark.ground)
            for mark in marks
            if not any(at.holds(mark.span) for at in decided)
        ]
        return self._with_replacements(found)

    def still_open(self, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Leave out what is decided on by now; the same words get the same replacement offered."""
        layer = self._replacements.layer()
        by_version: dict[str, list[Proposal]] = {}
        for each in proposals:
            by_version.setdefault(each.version_id, []).append(each)
        left = []
        texts = ScannedTexts(self._workspace)
        for version_id, some in by_version.items():
            text = texts.words_of(version_id)
            for each in some:
                decided = layer.decided(text, version_id, each.span)
                if not any(at.holds(each.span) for at in decided):
                    left.append(each)
        return self._with_replacements(left)

    def kind_of(self, words: str, printed: str = "") -> IdentifierKind:
        """Tell what words most likely are, also by what is printed for them.

        It is `OTHER` when nothing tells.
        """
        named = [kind for kind in IdentifierKind if printed.strip("[] ") == self._word_for(kind)]
        if named:
            return named[0]
        whole = [each.kind for each in self.in_words(words) if each.words.strip() == words.strip()]
        if whole:
            return whole[0]
        return IdentifierKind.NAME if words[:1].isupper() else IdentifierKind.OTHER

    def standing_in(self, kind: IdentifierKind) -> str:
        """Give what stands in the place of words of a kind, in the language of the study."""
        return standing_in(kind, self._language)

    def _word_for(self, kind: IdentifierKind) -> str:
        return self.standing_in(kind).strip("[]")

    # Watched words

    def watched(self) -> tuple[WatchedWord, ...]:
        """Give the project's own words, by kind and in the order of the alphabet."""
        return tuple(self._workspace.database.find(WatchedWord, order="kind, words COLLATE NOCASE"))

    @locked
    def watch(
        self, kind: IdentifierKind, words: Sequence[str], why: str = ""
    ) -> Outcome[tuple[WatchedWord, ...]]:
        """Always propose some words; those that are watched already get this kind.

        Raises:
            InvalidInputError: one holds no letter or digit.
        """
        present = {each.words: each for each in self.watched()}
        tidy = dict.fromkeys(check_replaceable(each) for each in words)
        made = []
        said = ngettext(
            "Watches {count} word ({kind})", "Watches {count} words ({kind})", len(tidy)
        )
        summary = said.format(count=len(tidy), kind=kind_told(kind))
        with self._workspace.journal.operation("watched_word.add", summary, why) as step:
            for each in tidy:
                if known := present.get(each):
                    made.append(step.change(replace(known, kind=kind)))
                else:
                    made.append(step.add(WatchedWord(new_id(), kind, each)))
        return Outcome(tuple(made), TOUCHED)

    @locked
    def unwatch(self, words: Sequence[str], why: str = "") -> Outcome[tuple[WatchedWord, ...]]:
        """No longer watch some words; gives those that were watched."""
        wanted = {check_replaceable(each) for each in words}
        gone = [each for each in self.watched() if each.words in wanted]
        said = ngettext(
            "No longer watches {count} word", "No longer watches {count} words", len(gone)
        )
        summary = said.format(count=len(gone))
        with self._workspace.journal.operation("watched_word.remove", summary, why) as step:
            for each in gone:
                step.delete(each)
        return Outcome(tuple(gone), TOUCHED)

    # The parts of a scan

    @property
    def _language(self) -> str:
        return self._workspace.database.find(ProjectInfo)[0].language

    def own_words(self) -> OwnWords:
        """Give what finds the words that are watched, and those that were replaced somewhere."""
        replaced = [each for each in self._replacements.all() if each.printed is not None]
        return OwnWords(
            {each.words: each.kind for each in self.watched()},
            {each.words: each.kind for each in replaced},
        )

    def _pipeline(self) -> PipelineInfo:
        # Not loaded where nobody looks for names.
        from qualkit.language.pipeline import find_pipeline  # noqa: PLC0415

        return find_pipeline(self._language, self._workspace.settings.pipeline)

    def _with_replacements(self, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """Offer for each what its words were replaced by before, or what its kind suggests."""
        before = {each.words.casefold(): each for each in self._replacements.all() if each.printed}
        counts: dict[str, int] = {}
        for each in proposals:
            counts[each.words] = counts.get(each.words, 0) + 1
        language = self._language
        found = []
        for each in proposals:
            known = before.get(each.words.casefold())
            found.append(
                replace(
                    each,
                    kind=known.kind if known else each.kind,
                    printed=(known.printed if known else None)
                    or standing_in(each.kind, language, each.ground),
                    places=counts[each.words],
                )
            )
        return tuple(found)
