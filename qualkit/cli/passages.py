"""From what a person types to a passage, or to another thing that a memo can be about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.options import LINES, SPAN, gathered
from qualkit.domain.lines import LineIndex, Reference, find_references
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import N_, _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage is, in one of three ways; None for the other two."""

    lines: tuple[int, int] | None = None
    """First and last line, from 1, both included."""
    span: Span | None = None
    words: str | None = None
    """The exact words, wherever they stand."""

    @property
    def is_given(self) -> bool:
        """Tell whether the person named a place at all."""
        return any(item is not None for item in (self.lines, self.span, self.words))


place_options = gathered(
    "place",
    Place,
    click.option("--lines", type=LINES, metavar="27-29", help="Whole lines, or one: 27."),
    click.option("--span", type=SPAN, metavar="START:END", help="Code points, half-open."),
    click.option("--text", "words", metavar="WORDS", help="Exact words that occur once."),
)
"""Adds `--lines`, `--span` and `--text`; the command gets them as `place`."""


def find_span(text: SourceText, place: Place) -> Span:
    """Give the stretch of a text that a person named.

    A speaker prefix in front is left out: it is not among the words.

    Raises:
        UsageError: no place was named, or more than one.
        InvalidInputError: there is no such place, or the words stand there more than once.
    """
    ways = (place.lines, place.span, place.words)
    if sum(way is not None for way in ways) != 1:
        raise click.UsageError(_("Name the passage with one of --lines, --span and --text."))
    if place.words is not None:
        return _span_of_words(text, place.words)
    if place.lines is not None:
        return _span_of_lines(text, *place.lines)
    assert place.span is not None
    return place.span.within(text.text)


def _span_of_words(text: SourceText, words: str) -> Span:
    """Find words that occur once; how they are spaced in the text makes no difference."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    shown = printable(one_line(words, 60))
    if not pattern:
        raise InvalidInputError(_("There are no words to look for."))
    # Looking ahead also finds places that overlap each other.
    found = list(re.finditer(f"(?=({pattern}))", text.text))
    name = f"P{text.source.number} '{text.source.title}'"
    if not found:
        raise InvalidInputError(
            _("'{words}' does not stand in {source}.").format(words=shown, source=name),
            _("Capitals and punctuation count; 'qualkit source text' prints the words."),
        )
    if len(found) > 1:
        lines = LineIndex(text.text)
        where = ", ".join(str(lines.line_of(place.start(1))) for place in found[:6])
        if len(found) > 6:
            where = _("{lines} and more").format(lines=where)
        raise InvalidInputError(
            _("'{words}' stands {count} times in {source}, on lines {lines}.").format(
                words=shown, count=len(found), source=name, lines=where
            ),
            _("Give more words, or name the place with --lines or --span."),
        )
    return Span(found[0].start(1), found[0].end(1))


def _span_of_lines(text: SourceText, first: int, last: int) -> Span:
    """Give lines without the speaker prefix that they may begin with."""
    index = LineIndex(text.text)
    start, end = index.bounds_of(first)[0], index.bounds_of(last)[1]
    if not text.text[start:end].strip():
        raise InvalidInputError(
            _("There are no words on line {line} of P{number} '{title}'.").format(
                line=first, number=text.source.number, title=text.source.title
            ),
            _("'qualkit source text' prints the lines with their numbers."),
        )
    span = Span(start, end).trimmed(text.text)
    utterance = text.version.utterance_at(span.start)
    if utterance and span.start < utterance.start < span.end:
        return Span(utterance.start, span.end)
    return span


def find_target(project: "Project", name: str) -> Target:
    """Give what a person names as `project`, `P3`, `P3:27-29`, `code:NAME`, `theme:NAME` …

    Raises:
        NotFoundError, AmbiguousNameError: nothing, or more than one thing, has the name.
        InvalidInputError: it is not written so.
    """
    tidy = name.strip()
    if tidy.casefold() == "project":
        return Target(ObjectType.PROJECT, project.info.id)
    references = find_references(tidy.upper())
    if references and re.fullmatch(r"[Pp]\d+:\d+(-\d+)?", tidy):
        return _passage(project, references[0])
    noun, colon, rest = tidy.partition(":")
    if colon and (find := _FINDERS.get(noun.strip().casefold())):
        object_type, find_id = find
        return Target(object_type, find_id(project, rest.strip()))
    if re.fullmatch(r"[Pp]\d+", tidy):
        return Target(ObjectType.SOURCE, project.sources.find(tidy).id)
    raise InvalidInputError(
        _("'{name}' does not say what is meant.").format(name=printable(name)),
        _(
            "Write project, P3 (a source), P3:27 or P3:27-29 (lines), or source:NAME, "
            "code:NAME, theme:NAME, coding:ID, case:LABEL, step:NUMBER."
        ),
    )


def find_case(project: "Project", label: str) -> str:
    """Give the id of the case that is printed with a label.

    Raises:
        NotFoundError: there is none.
    """
    from qualkit.services.naming import pick  # noqa: PLC0415 (not for --help)

    return pick(N_("case"), label, project.cases.entries(), lambda entry: [entry[1]])[0].id


def find_step(project: "Project", number: str) -> str:
    """Give the id of the step with a number.

    Raises:
        NotFoundError: there is none.
    """
    return project.history.find(int(number) if re.fullmatch(r"[0-9]{1,9}", number) else 0).id


def placed_target(project: "Project", target: Target, place: Place) -> Target:
    """Give the passage of a source that was named, or the thing itself when none was.

    Raises:
        UsageError: a place was named in something else than a source.
    """
    if not place.is_given:
        return target
    if target.object_type is not ObjectType.SOURCE:
        raise click.UsageError(_("--lines, --span and --text need a source: --on P3."))
    text = project.sources.read(target.object_id)
    return passage_target(text, find_span(text, place))


def passage_target(text: SourceText, span: Span) -> Target:
    """Give a stretch of a text as something to write a memo on."""
    return Target(ObjectType.PASSAGE, text.version.id, span.start, span.end)


def _passage(project: "Project", reference: Reference) -> Target:
    text = project.sources.read(project.sources.find(f"P{reference.source_number}").id)
    return passage_target(text, LineIndex(text.text).span_of(reference.first, reference.last))


_Finder = tuple[ObjectType, "Callable[[Project, str], str]"]
_FINDERS: Mapping[str, _Finder] = {
    "source": (ObjectType.SOURCE, lambda project, name: project.sources.find(name).id),
    "code": (ObjectType.CODE, lambda project, name: project.codes.find(name).id),
    "theme": (ObjectType.THEME, lambda project, name: project.themes.find(name).id),
    "coding": (ObjectType.CODING, lambda project, name: project.codings.get(name).coding.id),
    "case": (ObjectType.CASE, find_case),
    "step": (ObjectType.STEP, find_step),
}
