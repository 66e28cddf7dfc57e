"""The file of answers that the page of quotes saves: JSON, with the keys of a quote sheet."""

import json
from collections.abc import Iterator

from qualkit.domain.answer_sheets import FilledSheet, SheetRow
from qualkit.domain.text import normalise
from qualkit.errors import UnreadableFileError
from qualkit.formats.answers_table import MOST_ROWS, MOST_SIGNS
from qualkit.formats.decode import decode
from qualkit.formats.sheet_words import DECISION, ITEM_ID, QUOTE, REMARK, REVIEWER, SHEET_ID
from qualkit.translation import N_, _

ANSWERS = "answers"
"""The key under which the answers are, one for each quote that was answered."""

_SAVE_AGAIN = N_("Ask for the file that the button on the page saves, and do not change it.")


def read_page_answers(data: bytes, file_name: str) -> FilledSheet:
    """Read the answers that were given on the page.

    Raises:
        UnreadableFileError: it is another sort of file, or it is damaged or too large.
    """
    try:
        read = json.loads(decode(data, file_name))
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(
            _("'{file}' is damaged or cut short.").format(file=file_name), _(_SAVE_AGAIN)
        ) from error
    answers = read.get(ANSWERS) if isinstance(read, dict) else None
    if not isinstance(answers, list) or not all(isinstance(each, dict) for each in answers):
        raise UnreadableFileError(
            _("'{file}' is no file of answers.").format(file=file_name), _(_SAVE_AGAIN)
        )
    if len(answers) > MOST_ROWS:
        raise UnreadableFileError(
            _("'{file}' has more than {count} rows.").format(file=file_name, count=MOST_ROWS)
        )
    return FilledSheet(
        file_name=file_name,
        rows=tuple(_rows(answers)),
        reviewer=_words(read, REVIEWER),
        sheet_id=_words(read, SHEET_ID),
    )


def _rows(answers: list[dict[str, object]]) -> Iterator[SheetRow]:
    for each in answers:
        yield SheetRow(
            item_id=_words(each, ITEM_ID).lower(),
            decision=_words(each, DECISION),
            remark=_words(each, REMARK),
            words=_words(each, QUOTE),
        )


def _words(held: dict[str, object], key: str) -> str:
    value = held.get(key)
    # Half surrogates, which JSON can hold, are no text.
    return normalise(value[:MOST_SIGNS]).strip() if isinstance(value, str) else ""
