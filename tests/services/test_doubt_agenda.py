"""The agenda of doubts: the same in every format, with replacements, and nothing private."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from qualkit.domain.identity import new_id
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.replacements import IdentifierKind, Replacement
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.project import Project
from qualkit.store.rows import to_row

TODAY = datetime.now(UTC).date()


def passage(text: SourceText, words: str) -> Target:
    start = text.text.index(words)
    return Target(ObjectType.PASSAGE, text.version.id, start, start + len(words))


@pytest.fixture
def doubting(project: Project, notes: SourceText, chat: SourceText) -> Project:
    about = Target(ObjectType.PROJECT, project.info.id)
    doubts = project.doubts
    spoken = doubts.raise_on(passage(notes, "Wie belt, gaat voor."), "<b>Overal</b>, wie belt?")
    doubts.remark(spoken.value.id, "Alleen wie belt\nmet de balie.")
    doubts.raise_on(passage(chat, "niemand belt terug"), "Mag dit\x07 mee?")
    doubts.raise_on(about, "Ligt dit aan mij?", shared=False)
    code = project.codings.add_new(notes.version.id, Span(0, 20), "bezetting").value[0].code_id
    closed = doubts.raise_on(Target(ObjectType.CODE, code), "Een of twee?").value
    doubts.decide(closed.id, "Het blijft er één.")
    layer = Replacement(new_id(), IdentifierKind.OTHER, "balie", "[plaats]")
    project._workspace.database.insert("replacement", [to_row(layer)])
    return project


def words_of(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text("utf-8").replace("<br>", "\n").replace("&lt;", "<")
    document = Document(BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize("format", ["docx", "md", "html"])
def test_it_has_what_is_open_and_what_was_decided(
    doubting: Project, tmp_path: Path, format: str
) -> None:
    target = tmp_path / f"overleg.{format}"
    report = doubting.exports.doubts(target, format)
    first = target.read_bytes()
    told = words_of(target)

    assert report.items == 2
    assert "“Wie belt, gaat voor.” (Politie III)" in told
    assert "met de [plaats]." in told and "balie" not in told
    assert "niemand belt terug" not in told, "a chat is not quoted"
    assert "zo is het afgesproken" in told
    assert "Mag dit\ufffd mee?" in told
    assert "Ligt dit aan mij?" not in told
    assert told.index("P1:5") < told.index("Code ‘bezetting’")
    assert told.index("Het blijft er één.") > told.index("Mag dit\ufffd mee?")
    assert told.count("Besluit:") == 3
    assert target.stat().st_mode & 0o777 == 0o600
    doubting.exports.doubts(target, format)
    assert target.read_bytes() == first


def test_what_was_decided_before_a_day_is_left_out(doubting: Project, tmp_path: Path) -> None:
    target = tmp_path / "overleg.md"
    doubting.exports.doubts(target, "md", TODAY)
    assert "Het blijft er één." in target.read_text("utf-8")
    doubting.exports.doubts(target, "md", date(TODAY.year + 1, 3, 3))
    told = target.read_text("utf-8")
    assert f"Besloten sinds 3 maart {TODAY.year + 1}" in told
    assert "Het blijft er één." not in told


def test_in_markdown_nothing_that_was_typed_does_anything(
    doubting: Project, tmp_path: Path
) -> None:
    target = tmp_path / "overleg.md"
    doubting.exports.doubts(target, "md")
    told = target.read_text("utf-8")
    assert "<b>" not in told
    assert "- Alleen wie belt met de [plaats]. (onderzoeker, " in told
    assert "\n> “Wie belt, gaat voor.”" in told
