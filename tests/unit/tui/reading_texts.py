"""Texts as a reader has them, without a project."""

from datetime import UTC, datetime

from qualkit.domain.sources import Role, Source, SourceKind, SourceText, Speaker, TextKind, Version
from qualkit.domain.turns import find_utterances

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def source_text(text: str) -> SourceText:
    source = Source("s", 1, "Proef", SourceKind.INTERVIEW, TextKind.NOTES, "nl", NOW)
    version = Version("v", "s", 1, "", "", find_utterances(text), NOW)
    names = dict.fromkeys(said.speaker for said in version.utterances)
    roles = {"I": Role.INTERVIEWER, "medewerker": Role.HELPER}
    speakers = tuple(Speaker(name, "s", name, roles.get(name, Role.UNKNOWN)) for name in names)
    return SourceText(source, version, text, speakers)
