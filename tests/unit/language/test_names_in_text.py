"""Names by the pipeline: tagged runs are one name, a first word is none by its capital."""

from pathlib import Path

import pytest
import spacy

from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.names import names_in
from qualkit.language.pipeline import blank_pipeline, find_pipeline


def found(text: str, info: PipelineInfo | None = None) -> list[tuple[str, Kind | None]]:
    names = names_in([text], info or find_pipeline("nl"), "nl")
    assert names is not None
    return [(each.span.of(text), each.kind) for each in names[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gisteren belde Ilvy van der Heem uit Lommerveen.", ["Ilvy van der Heem", "Lommerveen"]),
        ("Henk weet dat wel, zei Jan-Willem.", ["Henk", "Jan-Willem"]),
        ("Hoi, welkom! Heb je gebeld? Elf keer. Gesprek II.", []),
        ("Met de Hulplijn Online Kopen.", ["Hulplijn Online Kopen"]),
        ("Dat is zo. " * 6_000 + "Toen kwam Fatima langs.", ["Fatima"]),
        ("", []),
    ],
)
def test_the_shipped_pipeline_finds_names_whole(text: str, names: list[str]) -> None:
    assert [words for words, _kind in found(text)] == names


def test_a_blank_pipeline_tags_nothing() -> None:
    assert names_in(["Toen kwam Fatima."], blank_pipeline("nl"), "nl") is None


def test_entities_of_a_pipeline_come_with_their_kind(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "GPE", "pattern": "Lommerveen"},
            {"label": "PERSON", "pattern": "Ilvy van der Heem"},
            {"label": "CARDINAL", "pattern": "drie"},
        ]
    )
    nlp.to_disk(tmp_path / "met_namen")
    info = PipelineInfo(tier="named", name=str(tmp_path / "met_namen"), version="1.0")
    assert found("Ilvy van der Heem zag drie mensen in Lommerveen.", info) == [
        ("Ilvy van der Heem", Kind.NAME),
        ("Lommerveen", Kind.PLACE),
    ]
