"""What is known at the cursor: who speaks, the codes in full, memos, and the codes used last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from textwrap import wrap

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from qualkit.domain.codes import CodeEntry
from qualkit.domain.codings import Coding
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.colours import colour_name
from qualkit.tui.reading.contents import Remark
from qualkit.tui.reading.margin import CITED, MEMO
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut

STRONG = "*"
MUTED = "$foreground 60%"
_BRIEF = 2
"""Lines for codes and memos where there is little room."""


@dataclass(frozen=True, slots=True)
class Here:
    """What there is to tell about one place."""

    speaker: str = ""
    """Who speaks, in which role, and when."""
    codings: Sequence[tuple[str, CodeEntry, Coding]] = ()
    """The letter in the margin, the code and the coding."""
    remarks: Sequence[Remark] = ()
    recent: Sequence[CodeEntry] = ()
    in_selection: bool = False
    """Whether the codings are those of the selection, not of the cursor alone."""
    phrases: Sequence[str] | None = None
    """What digits accept; None while they are recent codes."""
    themes: Sequence[tuple[str, str]] | None = None
    """The letter and name of the themes here, in place of codes; None while codes are shown."""
    printing: str = ""
    """How the words here may be printed, where that is not word for word."""


class CodeList(Widget):
    """Tells about one place; in a few lines where there is little room."""

    here: reactive[Here] = reactive(Here())
    compact = reactive(False)

    def render(self) -> Content:
        """Draw it."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        room = max(width, 10)
        if self.compact:
            return list(self._brief(room))
        # Thousands may be selected, of which no more are seen than there is room for.
        return list(islice(self._full(room), max(self.size.height, 1)))

    def _full(self, width: int) -> Iterator[Content]:
        if self.here.speaker:
            yield Content.styled(cut(self.here.speaker, width), MUTED)
        yield from (Content(line) for line in wrap(self.here.printing, width))
        if self.here.speaker or self.here.printing:
            yield Content()
        yield from self._marks(width)
        if self.here.remarks:
            yield Content()
            yield _heading(_("Memos here"))
            for remark in self.here.remarks:
                yield _remark(remark, width, rows=3)
        if self.here.recent:
            yield Content()
            yield _heading(_("Recent codes"))
            for digit, entry in enumerate(self.here.recent, start=1):
                # A digit that does something else now is not shown here.
                sign = str(digit) if self.here.phrases is None else "·"
                yield Content.assemble((sign, "$accent"), " ", cut(entry.code.name, width - 2))

    def _marks(self, width: int) -> Iterator[Content]:
        """Give the codes here in full, or the themes in their place."""
        themes, in_selection = self.here.themes, self.here.in_selection
        if themes is None:
            yield _heading(_("Codes in the selection") if in_selection else _("Codes here"))
            for letter, entry, coding in self.here.codings:
                yield _code(letter, entry, coding, width, whole=True)
        else:
            yield _heading(_("Themes in the selection") if in_selection else _("Themes here"))
            for letter, name in themes:
                yield _theme(letter, "\n  ".join(wrap(name, width - 2)))
        if not (self.here.codings if themes is None else themes):
            yield Content.styled(_("none"), MUTED)

    def _brief(self, width: int) -> Iterator[Content]:
        """Give three lines, so that the text above never moves."""
        themes = self.here.themes
        if themes is None:
            lines = [_code(*item, width, whole=False) for item in self.here.codings[:_BRIEF]]
        else:
            lines = [_theme(letter, cut(name, width - 2)) for letter, name in themes[:_BRIEF]]
        marked = len(self.here.codings if themes is None else themes)
        if self.here.printing:
            lines.insert(0, Content(cut(self.here.printing, width)))
            marked += 1
        count = marked + len(self.here.remarks)
        lines.extend(_remark(remark, width, rows=1) for remark in self.here.remarks[:_BRIEF])
        if count > _BRIEF:
            more = _("and {count} more: Tab shows all").format(count=count - _BRIEF + 1)
            lines[_BRIEF - 1 :] = [Content.styled(more, MUTED)]
        elif not marked:
            none_here = _("No codes here") if themes is None else _("No themes here")
            nothing = "   ".join([none_here, self.here.speaker])
            lines.insert(0, Content.styled(cut(nothing, width), MUTED))
        lines.extend([Content()] * (_BRIEF - len(lines)))
        yield from lines[:_BRIEF]
        yield self._digits_in_one_line(width)

    def _digits_in_one_line(self, width: int) -> Content:
        """Tell what each digit does now: a recent code, or a phrase of this place."""
        names: Sequence[str] = [entry.code.name for entry in self.here.recent]
        if self.here.phrases is not None:
            names = [f"“{phrase}”" for phrase in self.here.phrases[:9]]
        parts = [(f"{digit} ", name) for digit, name in enumerate(names, start=1)]
        line: list[str | tuple[str, str]] = []
        for digit, name in parts:
            room = width - sum(len(part if isinstance(part, str) else part[0]) for part in line)
            if room < 10:
                break
            line.extend([(digit, "$accent"), (cut(f"{name}  ", room - 2), MUTED)])
        return Content.assemble(*line)


def _heading(words: str) -> Content:
    return Content.styled(words, f"bold {MUTED}")


def _theme(letter: str, name: str) -> Content:
    return Content.assemble((f"{letter} ", "bold $accent"), name)


def _code(letter: str, entry: CodeEntry, coding: Coding, width: int, whole: bool) -> Content:
    sign = " ".join(["", STRONG, _("strong")]) if coding.strong else ""
    if entry.code.level:
        sign += f" · {term(entry.code.level)}"
    path = (
        "\n  ".join(wrap(entry.path, width - 2))
        if whole
        else cut(entry.path, width - len(sign) - 2)
    )
    colour = colour_name(entry.code.colour) if entry.code.colour else "accent"
    return Content.assemble((f"{letter} ", f"bold ${colour}"), path, (sign, "bold"))


def _remark(remark: Remark, width: int, rows: int) -> Content:
    memo = remark.memo
    head = _("{sign} cited: ").format(sign=CITED) if remark.cites else f"{MEMO} {term(memo.kind)}: "
    words = wrap(head + one_line(memo.body), width, max_lines=rows, placeholder="…")
    lines = "\n".join(words)
    return Content.assemble((lines[: len(head)], "$accent"), lines[len(head) :])
