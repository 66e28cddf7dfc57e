"""Texts, kept once under their hash and never changed, and the sources that hold them."""

from qualkit.domain.sources import Source, SourceText, Speaker, Version
from qualkit.domain.text import sha256_of
from qualkit.errors import ProjectDamagedError
from qualkit.store.database import Database
from qualkit.translation import _

IS_NEWEST = """NOT EXISTS (
    SELECT 1 FROM version AS newer
    WHERE newer.source_id = version.source_id AND newer.number > version.number)"""
"""A condition on a row of the table version: no newer one of its source is there."""


def keep_text(database: Database, text: str) -> str:
    """Keep a text and give its SHA-256; a text that is there already is left alone."""
    sha256 = sha256_of(text)
    database.tables.execute(
        "INSERT INTO text (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING", [sha256, text]
    )
    return sha256


def read_text(database: Database, sha256: str) -> str:
    """Give a text by its hash.

    Raises:
        ProjectDamagedError: it is not there, or it is not what was kept.
    """
    body = database.value("SELECT body FROM text WHERE sha256 = ?", [sha256])
    if body is None or sha256_of(body) != sha256:
        raise ProjectDamagedError(
            _("The text {text} in {path} is not as it was imported.").format(
                text=sha256[:12], path=database.path
            ),
            _("Copies of the project may lie in the folder 'backups' beside it."),
        )
    return str(body)


def current_version(database: Database, source_id: str) -> Version:
    """Give the newest version of a source."""
    return database.find(Version, "source_id = ?", [source_id], "number DESC LIMIT 1")[0]


def read_version(database: Database, version: Version) -> SourceText:
    """Give a version with its source, its words and its speakers."""
    source = database.find(Source, "id = ?", [version.source_id])[0]
    speakers = database.find(Speaker, "source_id = ?", [source.id], "rowid")
    return SourceText(source, version, read_text(database, version.sha256), tuple(speakers))


def version_of_file(database: Database, file_sha256: str, text_sha256: str) -> Version | None:
    """Give a version that was made from the same file, or that has the same text."""
    found = database.find(
        Version, "file_sha256 = ? OR sha256 = ?", [file_sha256, text_sha256], "rowid LIMIT 1"
    )
    return found[0] if found else None
