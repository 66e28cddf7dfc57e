import os
import shutil
import stat
from pathlib import Path

import pytest

from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import folder_in_parts, write_together, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    target = write_whole(tmp_path / "exports" / "quotes.csv", b"nieuw")

    assert target.read_bytes() == b"nieuw"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(target.parent) == ["quotes.csv"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "codebook.md").write_text("oud en langer")

    write_whole(tmp_path / "codebook.md", b"nieuw")

    assert (tmp_path / "codebook.md").read_text() == "nieuw"


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("oud")
    (tmp_path / "02-contact.md").mkdir()

    with pytest.raises(InvalidInputError) as caught:
        write_together(tmp_path, {"index.md": b"nieuw", "02-contact.md": b"nieuw"})

    assert "02-contact.md" in caught.value.message
    assert caught.value.hint
    assert (tmp_path / "index.md").read_text() == "oud"
    assert names(tmp_path) == ["02-contact.md", "index.md"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "themes").write_text("van een ander")

    with pytest.raises(InvalidInputError, match="themes"):
        write_whole(tmp_path / "themes" / "index.md", b"nieuw")

    assert (tmp_path / "themes").read_text() == "van een ander"


def test_a_folder_that_cannot_be_put_in_place_leaves_what_was_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "uit" / "deel-0", b"oud")

    with (
        pytest.raises(InvalidInputError),
        folder_in_parts(tmp_path / "uit", lambda name: name.startswith("deel-")) as folder,
    ):
        shutil.rmtree(folder)

    assert (tmp_path / "uit" / "deel-0").read_text() == "oud"
    assert names(tmp_path) == ["uit"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(InvalidInputError, match="written"):
        write_whole(tmp_path / "quotes.csv", b"nieuw")
