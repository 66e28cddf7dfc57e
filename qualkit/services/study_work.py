"""Doing over, in a project, the work that a study file describes."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from qualkit.domain.codings import Coding
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import QuoteReason, Stance
from qualkit.errors import UnreadableFileError
from qualkit.formats.study import Study, StudyMemo, StudyQuote, StudyTheme
from qualkit.services.project import Project
from qualkit.translation import _

_STANCES = {QuoteReason.CONTRARY: Stance.CONTRARY, QuoteReason.NUANCE: Stance.NUANCE}


class StudyWork:
    """Takes the steps of one study, in the order in which a researcher would."""

    def __init__(self, project: Project, study: Study) -> None:
        """Work in a project without sources."""
        self._project = project
        self._study = study
        self._texts: dict[str, SourceText] = {}
        self._codes: dict[str, str] = {}
        self._codings: dict[tuple[str, Span, str], Coding] = {}
        self._themes: dict[str, str] = {}

    def bring_in(self, files: Sequence[Path]) -> None:
        """Import the sources, numbered in the order given."""
        report = self._project.imports.run(files).value
        if report.refused:
            refusal = report.refused[0]
            raise UnreadableFileError(refusal.message, refusal.hint)
        for path, source in zip(files, report.imported, strict=True):
            self._texts[path.name] = self._project.sources.read(source.id)

    def describe(self) -> None:
        """Say how participants were chosen and who they are, and who coded."""
        self._project.describe(selection=self._study.selection, coders=self._study.coders)
        for group in self._study.groups:
            found = self._project.cases.find_group(group.pattern)
            self._project.labels.describe(found.id, role=group.role)

    def code(self) -> None:
        """Make the codebook and code the passages, source by source."""
        for code in self._study.codes:
            path = self._study.path_of(code)
            made = self._project.codes.add(path, code.description, code.level, colour=code.colour)
            self._codes[code.name] = made.value.id
        for (source, words), group in groupby(
            self._study.codings, lambda item: (item.source, item.text)
        ):
            items = list(group)
            span = self._span(source, words)
            codes = [self._code(item.code) for item in items]
            made_codings = self._project.codings.add(self._version(source), span, codes).value
            for item, coding in zip(items, made_codings, strict=True):
                self._codings[source, span, item.code] = coding
                if item.strong:
                    self._project.codings.mark(coding.id)

    def write_memos(self) -> None:
        """Write the memos on what is there; those on themes wait for the themes."""
        for memo in self._study.memos:
            if memo.on is not ObjectType.THEME:
                self._write(memo)

    def make_themes(self) -> None:
        """Make the themes with their codes, stories, claims, quotes, memos and relations."""
        for theme in self._study.themes:
            made = self._project.themes.add(
                theme.name,
                theme.central_idea,
                theme.belongs,
                theme.excludes,
                theme.status,
                relation=theme.relation,
                parent_id=self._theme(theme.parent) if theme.parent else None,
            ).value
            self._themes[theme.name] = made.id
            codes = [self._code(name) for name in theme.codes]
            self._project.theme_contents.put_codes(made.id, codes)
            self._project.themes.narrate(made.id, theme.narrative)
            self._choose_quotes(theme)
            self._tell_vignettes(theme)
            for absence in theme.absences:
                self._project.absences.add(made.id, absence.text, absence.searched)
        for relation in self._study.relations:
            self._project.theme_relations.relate(
                self._theme(relation.theme),
                self._theme(relation.other),
                relation.kind,
                relation.sentence,
            )
        for memo in self._study.memos:
            if memo.on is ObjectType.THEME:
                self._write(memo)

    def look_at_labels(self) -> None:
        """Look at all that is printed under each label; the last thing before it leaves."""
        for look in self._study.looks:
            self._project.mosaic.look([look.label], MosaicVerdict.LEFT, look.why)
        self._project.mosaic.look_all(MosaicVerdict.SEEN)

    def _write(self, memo: StudyMemo) -> None:
        """Write a memo; a doubt is discussed and decided on if it was."""
        made = self._project.memos.add(self._target(memo), memo.body, memo.kind).value
        for remark in memo.remarks:
            self._project.doubts.remark(made.id, remark)
        if memo.decision:
            self._project.doubts.decide(made.id, memo.decision)

    def _tell_vignettes(self, theme: StudyTheme) -> None:
        for item in theme.vignettes:
            coding_ids = []
            for passage in item.passages:
                span = self._span(passage.source, passage.text)
                place = (passage.source, span)
                found = [coding for key, coding in self._codings.items() if key[:2] == place]
                if not found:
                    raise self._missing(
                        _("the passage '{words}…' is not coded").format(words=passage.text[:40])
                    )
                coding_ids.append(found[0].id)
            self._project.vignettes.add(
                self._theme(theme.name), item.title, item.text, item.made_of, coding_ids
            )

    def _choose_quotes(self, theme: StudyTheme) -> None:
        theme_id = self._themes[theme.name]
        for item in theme.claims:
            claim = self._project.quotes.claim(theme_id, item.text).value
            for quote in item.quotes:
                self._choose(theme, quote, claim.id, Stance.SUPPORTS)
        for quote in theme.contrary:
            self._choose(theme, quote, None, _STANCES.get(quote.reason, Stance.NUANCE))
        for quote in theme.shortlist:
            coding = self._quoted(theme, quote)
            self._project.quotes.shortlist(theme_id, coding.id, quote.reason, quote.note)

    def _choose(
        self, theme: StudyTheme, quote: StudyQuote, claim_id: str | None, stance: Stance
    ) -> None:
        coding = self._quoted(theme, quote)
        if stance.is_contrary:
            self._project.theme_contents.set_stance(self._theme(theme.name), coding.id, stance)
        self._project.quotes.choose(
            self._theme(theme.name), coding.id, claim_id, stance, quote.reason, quote.printed
        )

    def _quoted(self, theme: StudyTheme, quote: StudyQuote) -> Coding:
        """Give the coding that a quote is printed from."""
        span = self._span(quote.source, quote.text)
        codes = [code for code in theme.codes if (quote.source, span, code) in self._codings]
        if not codes:
            raise self._missing(
                _("the quote '{words}…' is not coded under its theme").format(words=quote.text[:40])
            )
        return self._codings[quote.source, span, codes[0]]

    def _target(self, memo: StudyMemo) -> Target:
        """Give what a memo is about."""
        if memo.on is ObjectType.PASSAGE:
            span = self._span(memo.source, memo.text)
            return Target(memo.on, self._version(memo.source), span.start, span.end)
        if memo.on is ObjectType.PROJECT:
            return Target(memo.on, self._project.info.id)
        if memo.on is ObjectType.SOURCE:
            return Target(memo.on, self._text(memo.name).source.id)
        known = self._codes if memo.on is ObjectType.CODE else self._themes
        if memo.name not in known:
            raise self._missing(
                _("there is no {kind} '{name}'").format(kind=_(memo.on.value), name=memo.name)
            )
        return Target(memo.on, known[memo.name])

    def _span(self, source: str, words: str) -> Span:
        start = self._text(source).text.find(words)
        if not words or start < 0:
            raise self._missing(
                _("'{words}…' is not in {source}").format(words=words[:40], source=source)
            )
        return Span(start, start + len(words))

    def _code(self, name: str) -> str:
        if name not in self._codes:
            raise self._missing(_("there is no code '{name}'").format(name=name))
        return self._codes[name]

    def _theme(self, name: str) -> str:
        if name not in self._themes:
            raise self._missing(_("there is no theme '{name}'").format(name=name))
        return self._themes[name]

    def _version(self, source: str) -> str:
        return self._text(source).version.id

    def _text(self, source: str) -> SourceText:
        if source not in self._texts:
            raise self._missing(_("there is no source {source}").format(source=source))
        return self._texts[source]

    def _missing(self, what: str) -> UnreadableFileError:
        return UnreadableFileError(
            _("The study does not fit its sources: {what}.").format(what=what)
        )
