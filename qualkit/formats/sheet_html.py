"""The quote sheet as one page that needs nothing else: no network, no server, no other files.

The browser is told to run and show only what is on the page itself (a content security policy with
the hashes of its style and its script), so that nothing in a quote can do anything.
"""

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.text import normalise
from qualkit.domain.wording import tongue
from qualkit.formats.sheet_page_words import page_words
from qualkit.formats.sheet_table import QuoteSheet
from qualkit.formats.templating import html_templates

_SCRIPTED = (
    "progress",
    "shown",
    "none_shown",
    "none_open",
    "name_first",
    "saved",
    "loaded",
    "wrong_file",
    "other_sheet",
    "not_kept",
    "file",
)
"""The words that the script needs."""


def sheet_html(sheet: QuoteSheet) -> bytes:
    """Give the page; everything that comes from the project is escaped."""
    style, script = _part("sheet.css"), _part("sheet.js")
    labels = sorted({row.label for row in sheet.rows if row.label and not row.is_vignette})
    page = (
        html_templates()
        .get_template("sheet.html.j2")
        .render(
            sheet=sheet,
            language=tongue(sheet.language),
            words=sheet.words,
            page=page_words(sheet.language),
            by_theme=sheet.by_theme(),
            labels=labels,
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            data=Markup(_data(sheet)),
            in_quotation_marks=in_quotation_marks,
        )
    )
    return normalise(page).encode()


def _part(name: str) -> str:
    """Give a file of the page as it goes into it."""
    return (files("qualkit.formats") / "templates" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Say what the page may do: use its own style and script, and nothing else."""
    own = f"style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def _data(sheet: QuoteSheet) -> str:
    """Give what the script needs as JSON that cannot end its element."""
    words = page_words(sheet.language)
    data = {
        "sheet_id": sheet.sheet_id,
        "title": normalise(sheet.title),
        "words": {key: getattr(words, key) for key in _SCRIPTED},
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
