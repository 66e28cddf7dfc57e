"""Play whole sessions without a mouse and draw each screen: `python docs/session/record.py`.

Each in English and in Dutch, at 80x24 and 160x50; the keys are the same in all of them. With names
of sessions, such as `themes`, only those are played.
"""

import asyncio
import sys

from answers import ANSWERS
from coding import CODING
from playing import LANGUAGES, page, record
from quotes import QUOTES
from suggestions import SUGGESTIONS

from themes import THEMES

SESSIONS = (CODING, THEMES, QUOTES, ANSWERS, SUGGESTIONS)


def main(wanted: list[str]) -> None:
    """Draw all pictures and write the page of each language."""
    for session in SESSIONS:
        if wanted and session.name not in wanted:
            continue
        for language in LANGUAGES:
            asyncio.run(record(session, language))
            (session.folder / f"README.{language}.md").write_text(page(session, language), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
