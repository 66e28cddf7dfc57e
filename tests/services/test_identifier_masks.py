"""Masks of a batch: what the rules hit is told by its kind, and topics are left as they are."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.language.found import Found
from qualkit.language.loading import load_pipeline
from qualkit.language.pipeline import find_pipeline
from qualkit.language.reading import Reader
from qualkit.services.identifier_masks import KINDS, mask_of_phrase, mention_masks

PLANTED = (
    "Gisteren sprak mevrouw Verhagenaar over de wachttijd.",
    "verhagenaar heeft de wachttijd gemeld bij meneer verhagenaar.",
    "Verhagenaar belde over de wachttijd. Ik ken Verhagenaar goed.",
    "VERHAGENAAR is boos over het gesprek met verhagenaar's collega.",
    "Het verslag van Jan-Willem Verhagenaar ligt bij dokter Verhagenaar.",
    "hoi ik ben sanne en ik wacht op school, groetjes sanne",
    "mijn vriendin Sanne's telefoon is 06-12345678 of sanne@voorbeeld.nl",
    "SANNE wacht in Zwolle op de gemeente Zwolle en op zwolle.",
    "ik heet jelte verhagenaar en woon in lommerveen, aan de langestraat 12",
    "Dr. Verhagenaar verwees door. Youssef el Amrani belde, en Youssef el amrani ook.",
    "De brief ging naar Kerkstraat 12, 1234 AB, op 3 maart 2024.",
)
NAMES = ("verhagenaar", "sanne", "willem", "06", "1234", "kerkstraat", "2024", "zwolle")
OTHER_NAMES = ("jelte", "lommerveen", "langestraat", "youssef", "amrani")

TOPICS = (
    "Het capaciteitstekort is groot; de storingskans ook.",
    "Storingskans en wachttijden: te weinig mensen bij de wijkagent.",
    "(zucht) Contact met school is moeilijk... Vorig jaar ook. OSINT is lastig.",
    "De burgemeester wil digitale vaardigheden. Digitale kennis zit in een hoofd.",
)


@cache
def reader() -> Reader:
    return Reader(load_pipeline(find_pipeline("nl", None), "nl"), "nl")


def read(texts: Sequence[str]) -> tuple[Found, list[Kind | None]]:
    """Give what is found in texts, and as what each mention is masked."""
    found = reader().read(texts)
    masks = mention_masks(found, texts, "nl").tolist()
    return found, [KINDS[mask - 1] if mask else None for mask in masks]


def phrases(texts: Sequence[str], masked: bool) -> set[str]:
    found, kinds = read(texts)
    pairs = zip(found.surface.tolist(), kinds, strict=True)
    return {found.surfaces[number] for number, kind in pairs if (kind is not None) is masked}


def test_names_in_many_shapes_are_masked() -> None:
    found, kinds = read(PLANTED)
    masks = np.array([KINDS.index(kind) + 1 if kind else 0 for kind in kinds])
    told = []
    for phrase, lemmas in enumerate(found.phrases.tolist()):
        here = found.phrase == phrase
        lemma = " ".join(found.lemmas[each] for each in lemmas if each >= 0)
        if not mask_of_phrase(masks[here], lemma, "nl"):
            surfaces = found.surface[here & (masks == 0)].tolist()
            told += [lemma, *(found.surfaces[each] for each in surfaces)]
    assert any("wachttijd" in words for words in told)
    assert not [
        words for words in told if any(name in words.lower() for name in (*NAMES, *OTHER_NAMES))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wij spraken met mevrouw Verhagenaar.", Kind.NAME),
        ("Wij woonden lang in Lommerveen.", Kind.PLACE),
        ("Wij spraken met dr. Bakker.", Kind.NAME),
        ("we wonen aan de langestraat 12", Kind.PLACE),
        ("Het ging naar rekening 2.500 euro.", Kind.NUMBER),
    ],
)
def test_a_mask_tells_the_kind(text: str, kind: Kind) -> None:
    assert kind in read([text])[1]


def test_topics_are_left_as_they_are() -> None:
    assert phrases(TOPICS, masked=True) == set()
    assert {"capaciteitstekort", "wijkagent", "burgemeester"} <= phrases(TOPICS, masked=False)


def test_a_phrase_is_masked_when_most_of_its_places_are_or_its_word_is_none() -> None:
    name = KINDS.index(Kind.NAME) + 1
    assert mask_of_phrase(np.array([name, 0]), "bakker", "nl") == name
    assert mask_of_phrase(np.array([name, 0, 0]), "bakker", "nl") == 0
    assert mask_of_phrase(np.array([name, 0, 0]), "gesprek verhagenaar", "nl") == name
    assert mask_of_phrase(np.array([name, *[0] * 30]), "tikkie", "nl") == 0
    assert mask_of_phrase(np.array([0, 0]), "verhagenaar", "nl") == 0


def test_no_texts_have_no_masks() -> None:
    assert read([])[1] == []
