"""The coded segments of a project in Taguette, to export the same highlights side by side.

Taguette has no command that exports; these are the functions behind its web server.
"""

import asyncio
import html
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tornado.locale
from taguette import database, export

from qualkit.domain.codings import CodedSegment


@contextmanager
def taguette_of(segments: tuple[CodedSegment, ...], folder: Path) -> Iterator["Highlights"]:
    """Keep coded segments as highlights in a Taguette database in a folder."""
    session = database.connect(f"sqlite:///{folder / 'taguette.sqlite3'}")()
    try:
        yield Highlights(session, _fill(session, segments))
    finally:
        session.close()


class Highlights:
    """Exports all highlights of one Taguette project."""

    def __init__(self, session: Any, project_id: int) -> None:
        """Read from an open database."""
        self._session = session
        self._project_id = project_id

    def write(self, target: Path, form: str) -> None:
        """Write all highlights in one of the formats xlsx, csv and html."""
        match form:
            case "xlsx":
                export.highlights_xslx(self._session, self._project_id, "", str(target))
            case "csv":
                with target.open("w", encoding="utf-8", newline="") as file:
                    export.highlights_csv(self._session, self._project_id, "", file)
            case "html":
                target.write_bytes(asyncio.run(self._page()))

    async def _page(self) -> bytes:
        locale = tornado.locale.get("en_US")
        _type, pieces = export.highlights_doc(
            self._session, self._project_id, "", "html", config={}, locale=locale
        )
        pages = [each if isinstance(each, bytes) else each.encode() for each in await pieces]
        return b"".join(pages)


def _fill(session: Any, segments: tuple[CodedSegment, ...]) -> int:
    project = database.Project(name="Verzonnen", description="")
    session.add(project)
    documents: dict[str, Any] = {}
    codes: dict[str, Any] = {}
    for segment in segments:
        source, code = segment.source, segment.code
        if source.id not in documents:
            documents[source.id] = database.Document(
                name=source.title,
                description="",
                filename="",
                project=project,
                text_direction=database.TextDirection.LEFT_TO_RIGHT,
                contents="",
            )
        if code.id not in codes:
            codes[code.id] = database.Tag(project=project, path=code.name, description="")
        highlight = database.Highlight(
            document=documents[source.id],
            start_offset=segment.coding.start,
            end_offset=segment.coding.end,
            snippet=f"<p>{html.escape(segment.words)}</p>",
            tags=[codes[code.id]],
        )
        session.add(highlight)
    session.commit()
    return int(project.id)
