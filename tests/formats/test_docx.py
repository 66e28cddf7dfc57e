"""Word files, made by python-docx and by hand."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from qualkit.errors import UnreadableFileError
from qualkit.formats import office_archive
from qualkit.formats.docx import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def plain_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(data: bytes, name: str, content: bytes | None, compress: int = 8) -> bytes:
    """Give the archive with one member replaced, added or (None) left out."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", compress) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        if content is not None:
            new.writestr(name, content)
    return stream.getvalue()


def with_body(body: str, doctype: str = "") -> bytes:
    root = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return repacked(plain_docx(), "word/document.xml", f"{doctype}{root}".encode())


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_lists_and_tables_in_document_order() -> None:
    document = docx.Document()
    document.add_heading("Capaciteit", level=1)
    document.add_paragraph("I: Hoe is de bezetting?")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Team", "Mensen"), ("Noord", "4\n(was 6)")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "binnenin"
    document.add_paragraph("Te weinig", style="List Bullet").add_run("\tmensen").bold = True
    document.sections[0].header.paragraphs[0].text = "vertrouwelijk"
    document.sections[0].footer.paragraphs[0].text = "pagina 1"
    document.add_comment(document.paragraphs[0].runs, "opmerking", "AB")
    stream = BytesIO()
    document.save(stream)
    lines = read_docx(stream.getvalue(), "a.docx").split("\n")
    assert [line for line in lines if line] == [
        *("Capaciteit", "I: Hoe is de bezetting?", "Team", "Mensen", "Noord", "4", "(was 6)"),
        *("binnenin", "Te weinig\tmensen"),
    ]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert read_docx(plain_docx("Een.", "", "Twee."), "a.docx") == "Een.\n\nTwee."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('een')}<w:ins>{run(' twee')}</w:ins></w:p>", "een twee"),
        (
            "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>" + run("hier") + "</w:p>",
            "hier",
        ),
        (
            f"<w:p><w:moveFrom>{run('weg')}</w:moveFrom><w:moveTo>{run('hier')}</w:moveTo></w:p>",
            "hier",
        ),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('een ')}</w:p>"
            f"<w:p>{run('regel')}</w:p>",
            "een regel",
        ),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('slot')}</w:p>", "slot"),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('weg')}</w:p></w:tc></w:tr>"
            f"<w:tr><w:tc><w:p>{run('hier')}</w:p></w:tc></w:tr></w:tbl>",
            "hier",
        ),
        (f"<w:p><w:hyperlink>{run('de')}</w:hyperlink>{run(' ')}{run('link')}</w:p>", "de link"),
        (f"<w:sdt><w:sdtContent><w:p>{run('veld')}</w:p></w:sdtContent></w:sdt>", "veld"),
        (f"<w:p><w:sdt><w:sdtContent>{run('veld')}</w:sdtContent></w:sdt></w:p>", "veld"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>" + run("1") + "</w:p>", "1"),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
            "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:footnoteReference/></w:r></w:p>",
            "a\tb\nc-de",
        ),
        (
            f"<w:p>{run('regel')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>"
            f"{run('kader')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>"
            f"{run('kader')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "regel\nkader",
        ),
        (f"<w:p><!-- niet --><?niet ook?>{run('wel')}</w:p>", "wel"),
        ("", ""),
    ],
)
def test_what_a_reader_sees_is_read(body: str, text: str) -> None:
    assert read_docx(with_body(body), "a.docx") == text


def bomb() -> bytes:
    return repacked(plain_docx(), "word/media/image1.png", b"\0" * 30_000_000)


def encrypted() -> bytes:
    data = bytearray(plain_docx("tekst"))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def entity() -> bytes:
    doctype = '<!DOCTYPE w:document [<!ENTITY x "verstopt">]>'
    return with_body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", doctype)


def many_entities() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{levels}]>'
    return with_body("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", doctype)


def entities_in_attribute() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{levels}]>'
    return with_body('<w:p w:rsidR="&e9;"/>', doctype)


def outside_entity() -> bytes:
    doctype = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return with_body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", doctype)


def content_types(kind: str) -> bytes:
    data = plain_docx("tekst")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    return repacked(data, "[Content_Types].xml", types.replace("document.main", kind).encode())


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"Gewone tekst.", "not a .docx file"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "password"),
        (lambda: b"%PDF-1.7", "PDF"),
        (lambda: b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (lambda: plain_docx("tekst")[:-300], "damaged"),
        (lambda: repacked(plain_docx(), "[Content_Types].xml", None), "not a file of Word"),
        (lambda: repacked(plain_docx(), "_rels/.rels", None), "not a usual Word file"),
        (lambda: repacked(plain_docx(), "word/document.xml", None), "not a usual Word file"),
        (lambda: repacked(plain_docx(), "word/document.xml", b"<w:document"), "damaged"),
        (lambda: repacked(plain_docx(), "word/document.xml", b"<leeg/>"), "without a text"),
        (lambda: repacked(plain_docx(), "word/document.xml", b""), "damaged"),
        (lambda: repacked(plain_docx(), "a.bin", b"a", zipfile.ZIP_LZMA), "unusual"),
        (lambda: content_types("sheet.main"), "not a usual Word file"),
        (lambda: with_body("<w:p>" * 3000 + "</w:p>" * 3000), "damaged"),
        (encrypted, "encrypted"),
        (bomb, "unpack to 30 MB"),
        (entity, "entities"),
        (many_entities, "damaged"),
        (entities_in_attribute, "damaged"),
        (outside_entity, "entities"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"'a\.docx'") as refusal:
        read_docx(make(), "a.docx")
    assert reason in refusal.value.message
    assert refusal.value.hint


def test_damaged_content_is_refused() -> None:
    data = bytearray(plain_docx(*(f"regel {n} over de wachttijd" for n in range(200))))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        member = archive.getinfo("word/document.xml")
    for offset in range(member.header_offset + 60, member.header_offset + 200):
        data[offset] ^= 0xFF
    with pytest.raises(UnreadableFileError):
        read_docx(bytes(data), "a.docx")


def test_the_limit_for_xml_is_apart_from_that_for_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_archive, "MOST_XML_BYTES", 1000)
    with pytest.raises(UnreadableFileError, match="would unpack"):
        read_docx(plain_docx("tekst"), "a.docx")


def test_python_docx_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, qualkit.formats.registry; print({'docx', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
