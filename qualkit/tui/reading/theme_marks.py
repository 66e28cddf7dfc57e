"""The themes of a text as a reader needs them: marks by place, each theme with a letter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import ascii_uppercase

from qualkit.domain.spans import Span
from qualkit.services.project import Project
from qualkit.tui.reading.coded import NO_LETTER, Codings
from qualkit.tui.reading.contents import Contents
from qualkit.tui.reading.stretches import Stretches


@dataclass(frozen=True, slots=True)
class ThemeMarks:
    """Which passages of a text are in which themes."""

    names: Mapping[str, str]
    """The names of the themes with passages in this text, by id, in the researcher's order."""
    codings: Codings
    """Each passage of each theme once, the id of the theme in place of that of a code."""
    places: Mapping[str, Stretches]
    """The passages of each theme, by its id."""

    def on(self, span: Span) -> list[tuple[str, str]]:
        """Give the letter and name of each theme that touches a stretch."""
        touching = {coding.code_id for coding in self.codings.over(span.start, span.end)}
        return [
            (self.codings.letters[theme_id], name)
            for theme_id, name in self.names.items()
            if theme_id in touching
        ]

    def passages(self, theme_id: str = "") -> Stretches:
        """Give the passages of a theme, or those of all."""
        return self.places.get(theme_id, Stretches(())) if theme_id else self.codings.stretches


def read_theme_marks(project: Project, contents: Contents) -> ThemeMarks:
    """Read the themes of a text; none that was dropped, and subthemes apart."""
    themes = {theme.id: theme.name for theme in project.themes.all(dropped=False)}
    codings = {coding.id: coding for coding in contents.codings.all}
    # Capitals: digits are the keys of recent codes, and codes have small letters.
    letters = {
        theme_id: ascii_uppercase[place] if place < len(ascii_uppercase) else NO_LETTER
        for place, theme_id in enumerate(themes)
    }
    marks = {}
    for theme_id, coding_id in project.theme_contents.in_version(contents.text.version.id):
        if (coding := codings.get(coding_id)) and theme_id in themes:
            key = f"{theme_id}:{coding.start}:{coding.end}"
            marks[key] = replace(coding, id=key, code_id=theme_id)
    held = {mark.code_id for mark in marks.values()}
    return ThemeMarks(
        {theme_id: name for theme_id, name in themes.items() if theme_id in held},
        Codings(marks.values(), letters=letters),
        {
            theme_id: Stretches(mark.span for mark in marks.values() if mark.code_id == theme_id)
            for theme_id in held
        },
    )
