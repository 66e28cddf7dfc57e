"""Files come in as one step, once each, with everything that could not come named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualkit.domain.cases import CaseKind
from qualkit.domain.quotability import Quotability
from qualkit.domain.source_making import Checked, MemberCheck
from qualkit.domain.sources import Role, SourceKind, SourceText, TextKind
from qualkit.errors import InvalidInputError
from qualkit.formats.header import Header
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]

HEADER = """\
---
soort: transcript
titel: Gesprek over roosters
label: Politie III
datum: 12 maart 2026
sprekers: A = interviewer, B = deelnemer
notitie: telefonisch
---
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    made = tmp_path / "post"
    made.mkdir()
    return made


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def all_files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_header_says_what_a_source_is(project: Project, bring_in: BringIn) -> None:
    text = bring_in(HEADER + "A: Hoe is het rooster?\nB: Krap.\n")
    source = text.source
    assert (source.number, source.title) == (1, "Gesprek over roosters")
    assert (source.kind, source.text_kind) == (SourceKind.TRANSCRIPT, TextKind.TRANSCRIPT)
    assert str(source.held_on) == "2026-03-12"
    assert (source.language, source.note) == ("nl", "telefonisch")
    assert {speaker.name: speaker.role for speaker in text.speakers} == {
        "A": Role.INTERVIEWER,
        "B": Role.PARTICIPANT,
    }
    assert text.text == "A: Hoe is het rooster?\nB: Krap."
    assert [entry.label for entry in project.sources.entries()] == ["Politie III"]


def test_what_is_given_comes_before_what_the_file_says(project: Project, inbox: Path) -> None:
    path = write(inbox, "a.txt", HEADER + "A: Hoe?\nB: Zo.\n")
    given = Header(kind=SourceKind.INTERVIEW, title="Anders", label="School II", language="en")
    (source,) = project.imports.run([path], given).value.imported
    assert (source.kind, source.title, source.language) == (SourceKind.INTERVIEW, "Anders", "en")
    assert project.cases.labels() == {source.id: "School II"}


def test_a_header_tells_what_was_agreed_and_how_the_text_came_about(
    project: Project, inbox: Path
) -> None:
    facts = "citeerbaar: letterlijk\ninhoud: wachten op nieuws\nduur: 1 uur 10\n"
    path = write(inbox, "a.txt", HEADER.replace("label:", facts + "label:") + "A: Hoe?\nB: Zo.\n")
    given = Header(quotability=Quotability.EDITED, check=Checked(MemberCheck.SENT))
    (source,) = project.imports.run([path], given).value.imported
    terms, making = project.terms.of(source.id), project.making.of(source.id)
    assert (terms.quotability, terms.content_note) == (Quotability.EDITED, "wachten op nieuws")
    assert (making.minutes, making.member_check) == (70, MemberCheck.SENT)
    project.history.undo()
    assert project.making.all() == {}


def test_roles_of_a_chat_are_guessed(chat: SourceText, project: Project) -> None:
    assert chat.source.kind is SourceKind.CHAT
    assert {speaker.name: speaker.role for speaker in chat.speakers} == {
        "bezoeker": Role.VISITOR,
        "medewerker": Role.HELPER,
    }
    segments = project.segments.of(chat.source.id)
    assert [segment.role.is_evidence for segment in segments] == [True, False, True, True]
    assert str(segments[0].said_at) == "2026-02-04 19:31:00"


def test_a_chat_with_a_label_is_a_conversation(project: Project, inbox: Path) -> None:
    chat = "[2026-02-04 19:31] bezoeker: Ik wacht\n"
    path = write(inbox, "c.txt", "---\nlabel: Gesprek 4\n---\n" + chat)
    project.imports.run([path])
    ((case, label, _),) = project.cases.entries()
    assert (case.kind, label) == (CaseKind.CONVERSATION, "Gesprek 4")


@pytest.mark.parametrize(
    "raw",
    [
        "\ufeffR: Één regel.\r\nR: Nog één.\r\n".encode(),
        "\ufeffR: Één regel.\r\nR: Nog één.\r\n".encode("utf-16-le"),
        b"\xef\xbb\xbf" + "\ufeffR: Één regel.\rR: Nog één.".encode(),
        "R: Één regel.\nR: Nog één.\n".encode("cp1252"),
    ],
)
def test_no_byte_order_mark_or_carriage_return_is_in_the_text(
    project: Project, inbox: Path, raw: bytes
) -> None:
    report = project.imports.run([write(inbox, "a.txt", raw)]).value
    text = project.sources.read(report.imported[0].id)
    assert text.text == "R: Één regel.\nR: Nog één."
    assert [speaker.name for speaker in text.speakers] == ["R"]


def test_the_same_file_or_text_comes_in_once(project: Project, inbox: Path) -> None:
    first = write(inbox, "a.txt", "Over het rooster.")
    same_file = write(inbox, "kopie.txt", "Over het rooster.")
    same_text = write(inbox, "windows.txt", "\ufeffOver het rooster.\r\n")
    report = project.imports.run([first, same_file, same_text, first]).value
    (source,) = report.imported
    assert [(repeat.file_name, repeat.source) for repeat in report.repeated] == [
        ("kopie.txt", source),
        ("windows.txt", source),
    ]
    again = project.imports.run([inbox]).value
    assert (again.imported, len(again.repeated)) == ((), 3)
    assert len(project.sources.entries()) == 1
    assert len(project.history.entries()) == 1, "an import that brings nothing is no step"


def test_bad_files_are_named_while_the_others_come_in(project: Project, inbox: Path) -> None:
    write(inbox, "goed.txt", "Over school.")
    write(inbox, "kop.txt", "---\nsoort: gedicht\n---\nTekst.")
    write(inbox, "leeg.txt", "")
    write(inbox, "plaatje.txt", b"\x89PNG\r\n\x1a\n")
    write(inbox, "steller\x1b[31m.txt", "\x00\x01")
    report = project.imports.run([inbox, inbox / "er-niet.txt", write(inbox, "blad.xlsx", "x")])
    assert [source.number for source in report.value.imported] == [1]
    names = [refusal.file_name for refusal in report.value.refused]
    assert sorted(names) == sorted(
        ["kop.txt", "leeg.txt", "plaatje.txt", "steller\ufffd[31m.txt", "er-niet.txt", "blad.xlsx"]
    )
    assert all(refusal.message.endswith(".") for refusal in report.value.refused)
    assert len(all_files(project.folder / "sources")) == 1


def test_nothing_to_import_is_said(project: Project, inbox: Path) -> None:
    with pytest.raises(InvalidInputError, match="nothing to import"):
        project.imports.run([inbox])


def test_an_import_is_one_step_undone_and_redone_with_the_same_ids(
    project: Project, inbox: Path
) -> None:
    for number in range(3):
        write(inbox, f"{number}.txt", HEADER.replace("III", "I" * (number + 1)) + f"B: {number}.")
    report = project.imports.run([inbox]).value
    texts = [project.sources.read(source.id) for source in report.imported]
    entries = project.sources.entries()
    assert project.history.entries()[-1].operation.summary == "Imported 3 sources"
    project.history.undo()
    assert project.sources.entries() == ()
    assert project.cases.entries() == ()
    assert project.searching.find("0 OR 1 OR 2") == ()
    project.history.redo()
    assert project.sources.entries() == entries
    assert [project.sources.read(source.id) for source in report.imported] == texts
    assert len(project.searching.find("0 OR 1 OR 2")) == 3


def test_after_an_undo_the_same_file_may_come_in_again(project: Project, inbox: Path) -> None:
    path = write(inbox, "a.txt", "Over school.")
    project.imports.run([path])
    project.history.undo()
    assert len(project.imports.run([path]).value.imported) == 1


def test_progress_counts_every_file(project: Project, inbox: Path) -> None:
    for number in range(3):
        write(inbox, f"{number}.txt", f"Regel {number}.")
    seen: list[tuple[int, int]] = []
    project.imports.run([inbox], progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_originals_are_kept_byte_for_byte(project: Project, inbox: Path) -> None:
    raw = "\ufeffOver school.\r\n".encode()
    report = project.imports.run([write(inbox, "a.txt", raw)]).value
    version = project.sources.read(report.imported[0].id).version
    kept = all_files(project.folder / "sources")
    assert kept == {f"{version.file_sha256[:16]}.txt": raw}


def test_the_name_of_a_file_is_nowhere_in_the_project(project: Project, inbox: Path) -> None:
    secret = "Margriet-Zandstra"
    folder = inbox / f"map-{secret}"
    folder.mkdir()
    write(folder, f"{secret}.txt", "Over school.")
    write(folder, f"{secret}-2.txt", "Over school.")
    write(folder, f"{secret}-chat.md", "[2026-02-04 19:31] bezoeker: Ik wacht\n")
    write(folder, f"{secret}-leeg.txt", "")
    project.imports.run([folder])
    project.snapshot()
    titles = [entry.source.title for entry in project.sources.entries()]
    assert titles == ["Interview 1", "Chat 2"]
    kept = all_files(project.folder)
    assert any(name.startswith("backups") for name in kept)
    for name, raw in kept.items():
        assert secret.casefold() not in name.casefold()
        assert secret.encode() not in raw


def test_half_written_originals_of_an_earlier_import_are_cleared(
    project: Project, inbox: Path
) -> None:
    write(project.folder / "sources", ".part-oud", "half")
    project.imports.run([write(inbox, "a.txt", "Over school.")])
    assert [name for name in all_files(project.folder / "sources") if name.startswith(".")] == []


def test_many_small_files_are_one_step(project: Project, inbox: Path) -> None:
    for number in range(300):
        write(inbox, f"{number:03}.txt", f"R: Bericht {number} over wachttijden.")
    assert len(project.imports.run([inbox]).value.imported) == 300
    assert len(project.searching.find("wachttijden", limit=1_000)) == 300
    project.history.undo()
    assert project.sources.entries() == ()


def test_links_out_of_the_folder_are_not_followed(project: Project, inbox: Path) -> None:
    outside = write(inbox.parent, "buiten.txt", "Niet van deze studie.")
    write(inbox, "a.txt", "Over school.")
    (inbox / "b.txt").symlink_to(outside)
    assert len(project.imports.run([inbox]).value.imported) == 1
