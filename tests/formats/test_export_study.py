from pathlib import Path

import pytest

from qualkit.domain.codes import CodeLevel
from qualkit.errors import UnreadableFileError
from qualkit.formats.study import read_study

SMALL = """
title = "Proef"
question = "Wat staat in de weg?"
coding = []
memo = []

[[code]]
name = "capaciteit"
level = "latent"

[[code]]
name = "te weinig mensen"
parent = "capaciteit"

[[theme]]
name = "Stil werk wacht"
central_idea = "Wat stil is, wacht."
belongs = ""
excludes = ""
status = "candidate"
codes = ["capaciteit"]
narrative = ""

[[theme.claim]]
text = "Het wacht."

[[theme.claim.quote]]
source = "een.txt"
text = "wij wachten"
reason = "typical"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "study.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_study_is_read_with_everything_in_it(tmp_path: Path) -> None:
    study = read_study(written(tmp_path, SMALL))

    assert study.codes[0].level is CodeLevel.LATENT
    assert study.path_of(study.codes[1]) == "capaciteit > te weinig mensen"
    assert study.themes[0].claims[0].quotes[0].text == "wij wachten"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('level = "latent"', 'level = "diep"', r"codes\[0\]\.level"),
        ('level = "latent"', 'niveau = "latent"', "niveau"),
        ('question = "Wat staat in de weg?"', "", "question"),
        ('parent = "capaciteit"', 'parent = "onbekend"', "onbekend"),
        ('parent = "capaciteit"', 'parent = "te weinig mensen"', "te weinig mensen"),
        ('title = "Proef"', "title = ", "TOML"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert old in SMALL

    with pytest.raises(UnreadableFileError, match=named) as caught:
        read_study(written(tmp_path, SMALL.replace(old, new, 1)))

    assert "study.toml" in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"study\.toml"):
        read_study(tmp_path / "study.toml")
