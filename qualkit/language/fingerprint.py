"""What phrases depend on besides the text: pipeline, language, word lists and code, as one hash."""

from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.pipeline import folder_of, language_code

_PACKAGE = Path(__file__).parents[1]

_CODE = (
    *("language", "analysis/identifiers", "domain", "formats"),
    *("services/document_passages.py", "services/first_reading.py", "services/identifier_masks.py"),
)
"""What finds phrases and what could give somebody away, and what makes passages of a document."""

_PACKAGES = ("spacy", "simplemma", "wordfreq")
"""What cuts and tags a text, and the word lists."""


def fingerprint(language: str, pipeline: PipelineInfo) -> str:
    """Give 32 signs that are others as soon as other phrases might be found."""
    found = blake2b(digest_size=16)
    found.update(f"{language_code(language)}\n{pipeline}\n".encode())
    for package in _PACKAGES:
        found.update(f"{package} {version(package)}\n".encode())
    if pipeline.tier != "basic":
        _add_pipeline(folder_of(pipeline.name, pipeline.tier), found)
    for name in _CODE:
        place = _PACKAGE / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(file.read_bytes())
    return found.hexdigest()


def _add_pipeline(folder: Path, found: blake2b) -> None:
    """Take in what a pipeline says of itself, and how large each of its files is."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            found.update(f"{file.relative_to(folder)} {file.stat().st_size}\n".encode())
            if file.name in ("meta.json", "config.cfg"):
                found.update(file.read_bytes())
