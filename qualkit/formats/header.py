"""The small header at the top of a text file: `key: value` lines between two lines `---`.

---
soort: interview
titel: Gesprek over capaciteit
sprekers: I = interviewer, R = deelnemer
---
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.source_making import Checked
from qualkit.domain.sources import Role, SourceKind, TextKind
from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats import header_facts, header_values
from qualkit.formats.header_values import shown
from qualkit.translation import N_, _

MOST_LINES = 60
"""Lines a header may take between its borders."""

_FIELDS = {
    "kind": "kind",
    "soort": "kind",
    "title": "title",
    "titel": "title",
    "label": "label",
    "date": "held_on",
    "datum": "held_on",
    "language": "language",
    "taal": "language",
    "text": "text_kind",
    "tekst": "text_kind",
    "speakers": "speakers",
    "sprekers": "speakers",
    "note": "note",
    "notitie": "note",
    "quotability": "quotability",
    "citeerbaar": "quotability",
    "attribution": "attribution",
    "aanduiding": "attribution",
    "content": "content_note",
    "inhoud": "content_note",
    "recorder": "recorder",
    "vastlegger": "recorder",
    "mode": "mode",
    "vorm": "mode",
    "minutes": "minutes",
    "duur": "minutes",
    "check": "check",
    "controle": "check",
}
_READERS = {**header_values.READERS, **header_facts.READERS}
_KEY_LINE = re.compile(r"[ \t]*(?P<key>[^\W\d_]{2,20})[ \t]*:(?P<value>.*)")
_HELP = N_(
    "Allowed are kind, title, label, date, language, text, speakers, note, quotability, "
    "attribution, content, recorder, mode, minutes and check (Dutch: soort, titel, label, datum, "
    "taal, tekst, sprekers, notitie, citeerbaar, aanduiding, inhoud, vastlegger, vorm, duur, "
    "controle). Without a header, remove the first '---'."
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says about itself; None for what it does not say."""

    kind: SourceKind | None = None
    title: str | None = None
    label: str | None = None
    """The printed label: "Politie III"."""
    held_on: date | None = None
    language: str | None = None
    """Code in lower case: "nl"."""
    text_kind: TextKind | None = None
    speakers: tuple[tuple[str, Role], ...] | None = None
    """Names as in the prefixes, with their roles, in the order given."""
    note: str | None = None
    quotability: Quotability | None = None
    attribution: Attribution | None = None
    content_note: str | None = None
    """What a reader may find hard."""
    recorder: str | None = None
    """Who wrote the text, by role."""
    mode: str | None = None
    """How it was held: by telephone, on the spot."""
    minutes: int | None = None
    check: Checked | None = None
    """What came of the check by who spoke."""

    def before(self, other: "Header") -> "Header":
        """Give what this one says and, where it says nothing, what the other says."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: value for name, value in said.items() if value})


def split_header(text: str, file_name: str) -> tuple[Header, str]:
    """Part the header from the text behind it; a text without header stays as it is.

    Args:
        text: Normalised text of the file.
        file_name: To name in errors.

    Raises:
        UnreadableFileError: a key or value is not allowed, or the header has no end.
    """
    if text.partition("\n")[0].rstrip() != "---":
        return Header(), text
    lines = text.split("\n", MOST_LINES + 2)[1 : MOST_LINES + 2]
    borders = [number for number, line in enumerate(lines) if line.rstrip() in ("---", "...")]
    block = lines[: borders[0]] if borders else lines
    if not _is_header(block, closed=bool(borders)):
        return Header(), text
    if not borders:
        raise UnreadableFileError(
            _("The header of '{file_name}' has no closing '---' within {count} lines.").format(
                file_name=file_name, count=MOST_LINES
            ),
            _(_HELP),
        )
    rest = text.split("\n", len(block) + 2)
    return Header(**_read(block, file_name)), rest[-1] if len(rest) > len(block) + 2 else ""


def _is_header(block: list[str], closed: bool) -> bool:
    """Tell a header from running text under a horizontal rule.

    Lines all alike with a small letter are a header too, so that a single misspelt key is named.
    """
    written = [line for line in block if line.strip()]
    shaped = [_KEY_LINE.fullmatch(line) for line in written]
    if not closed:
        return bool(shaped and shaped[0] and shaped[0]["key"].casefold() in _FIELDS)
    if any(line and line["key"].casefold() in _FIELDS for line in shaped):
        return True
    return bool(shaped) and all(line and line["key"].islower() for line in shaped)


def _read(block: list[str], file_name: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for number, line in enumerate(block, start=2):
        if not line.strip():
            continue
        try:
            field, value = _read_line(line)
            if field in values:
                raise InvalidInputError(_("the same key stands here for the second time"))
        except InvalidInputError as error:
            told = _("'{file_name}', line {line} of the header: {problem}.").format(
                file_name=file_name, line=number, problem=error.message
            )
            raise UnreadableFileError(told, error.hint or _(_HELP)) from error
        values[field] = value
    return values


def _read_line(line: str) -> tuple[str, object]:
    shaped = _KEY_LINE.fullmatch(line)
    if not shaped:
        raise InvalidInputError(
            _("'{line}' is not a line of the form 'key: value'").format(line=shown(line))
        )
    field = _FIELDS.get(shaped["key"].casefold())
    if field is None:
        raise InvalidInputError(_("'{key}' is not a known key").format(key=shown(shaped["key"])))
    value = shaped["value"].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    if not value:
        raise InvalidInputError(_("'{key}' has no value").format(key=shaped["key"]))
    return field, _READERS[field](value)
