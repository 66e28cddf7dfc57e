"""Files of office programs, which are ZIP archives of XML: what is safe to unpack."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from qualkit.errors import UnreadableFileError
from qualkit.formats.decode import signature_of
from qualkit.translation import _

MOST_BYTES = 200_000_000
"""That the parts of a file may take together when unpacked."""
MOST_XML_BYTES = 50_000_000
"""That the parts other than pictures may take; XML in memory is many times its size."""
MOST_RATIO = 200
"""That a file may grow when unpacked, once it is larger than `SMALL`."""
SMALL = 20_000_000

CONTENT_TYPES = "[Content_Types].xml"
"""The part that every such file has."""

_ENCRYPTED = 0x1 | 0x20 | 0x40  # encrypted, patched or strongly encrypted: zipfile reads none of it


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    """A kind of office file, as it is spoken of."""

    program: str
    suffix: str
    media: str
    """Where its pictures are."""

    @property
    def save_again(self) -> str:
        """What helps with a damaged or unusual one."""
        return _(
            "Open it in {program} or LibreOffice, save it again as {suffix}, and import that."
        ).format(program=self.program, suffix=self.suffix)


WORD = OfficeFormat("Word", ".docx", "word/media/")
EXCEL = OfficeFormat("Excel", ".xlsx", "xl/media/")


def check_archive(data: bytes, file_name: str, kind: OfficeFormat) -> None:
    """Refuse what is no office file, or unsafe to unpack, by its table of contents alone.

    Raises:
        UnreadableFileError: it is so.
    """
    members = _members(data, file_name, kind)
    if CONTENT_TYPES not in {member.filename for member in members}:
        raise UnreadableFileError(
            _("'{file_name}' is a ZIP file, but not a file of {program}.").format(
                file_name=file_name, program=kind.program
            ),
            kind.save_again,
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFileError(
            _("'{file_name}' is encrypted.").format(file_name=file_name),
            _("Remove the password first."),
        )
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        raise UnreadableFileError(
            _("'{file_name}' is packed in an unusual way.").format(file_name=file_name),
            kind.save_again,
        )
    # Declared sizes can be trusted: zipfile never unpacks more of a member than it declares.
    size = sum(member.file_size for member in members)
    xml = sum(m.file_size for m in members if not m.filename.startswith(kind.media))
    swollen = size > SMALL and size > MOST_RATIO * len(data)
    if size > MOST_BYTES or xml > MOST_XML_BYTES or swollen:
        raise UnreadableFileError(
            _("'{file_name}' would unpack to {size} MB and is not read.").format(
                file_name=file_name, size=size // 1_000_000
            ),
            _("Save only the part that you need as {suffix} or plain text.").format(
                suffix=kind.suffix
            ),
        )


def _members(data: bytes, file_name: str, kind: OfficeFormat) -> list[ZipInfo]:
    """Read the table of contents of an archive.

    Raises:
        UnreadableFileError: it is none, or it is damaged.
    """
    if not data.startswith(b"PK"):
        what = signature_of(data) or _("something else")
        raise UnreadableFileError(
            _("'{file_name}' is not a {suffix} file but {what}.").format(
                file_name=file_name, suffix=kind.suffix, what=what
            ),
            _("Open it in {program}, remove any password, and save it as {suffix}.").format(
                program=kind.program, suffix=kind.suffix
            ),
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.infolist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            _("'{file_name}' is damaged or cut short.").format(file_name=file_name), kind.save_again
        ) from error
