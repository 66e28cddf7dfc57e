"""Words for how many, beside how many it is: what is told, and what is left alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.quantities import Basis, bases, find_quantities
from qualkit.analysis.spread import KindSpread, Voice
from qualkit.domain.quantifiers import Quantifier, usual_quantifiers
from qualkit.domain.sources import SourceKind

DUTCH = usual_quantifiers("nl")


def group(heard: int, total: int, kind: SourceKind = SourceKind.INTERVIEW) -> KindSpread:
    labels = [f"Politie {number}" for number in range(1, total + 1)]
    voices = tuple(Voice(label, 1) for label in labels[:heard])
    return KindSpread(kind, voices, tuple(labels[heard:]))


def told(
    text: str, *spread: KindSpread, words: Sequence[Quantifier] = DUTCH
) -> list[tuple[str, bool]]:
    return [(each.quantity.words, each.is_so) for each in bases(text, words, spread)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vrijwel alle geïnterviewden noemen het.", [("Vrijwel alle geïnterviewden", True)]),
        ("Alle geïnterviewden noemen het.", [("Alle geïnterviewden", False)]),
        ("Vijf van de zes zeggen het.", [("Vijf van de zes zeggen", True)]),
        ("Dat zeggen 4 van de 6 geïnterviewden.", [("4 van de 6 geïnterviewden", False)]),
        ("Five out of six say so.", [("Five out of six say", True)]),
        ("Some say 5 of the 7 do.", [("5 of the 7 do", False)]),
        ("Alle zes zien dat.", [("Alle zes zien", False)]),
        ("Geen van de geïnterviewden wil terug.", [("Geen van de geïnterviewden", False)]),
        ("In één van de interviews klonk twijfel.", [("één van de interviews", False)]),
        ("Een van de redenen is tijd; enkele weken later ook.", []),
        ("De allerbeste aanpak, zonder kapstok.", []),
        ("Sommige\nmensen; diverse mensen.", [("Sommige", False), ("diverse mensen", False)]),
    ],
)  # fmt: skip
def test_a_text_is_held_against_five_of_six(text: str, expected: list[tuple[str, bool]]) -> None:
    assert told(text, group(5, 6)) == expected


def test_the_teams_other_words_for_the_share_are_named() -> None:
    (found,) = bases("Alle geïnterviewden zien het.", DUTCH, [group(5, 6)])
    assert found.others[:2] == ("vrijwel alle", "bijna alle")
    assert found.groups[0].silent == ("Politie 6",)
    own = [Quantifier("1", "zowat ieder", 80, 90)]
    (found,) = bases("Zowat ieder mens zegt dat.", own, [group(1, 6)])
    assert (found.is_so, found.others) == (False, ())


def test_the_words_behind_it_tell_which_material_is_meant() -> None:
    spread = [group(6, 6), group(1, 13, SourceKind.CHAT)]
    text = "Alle geïnterviewden, en één van de dertien chatgesprekken. Alle bezoekers?"
    assert [is_so for _words, is_so in told(text, *spread)] == [True, True, False]
    # What is joined with "en" is another matter.
    assert told("Alle mensen en enkele bezoekers.", *spread)[0] == ("Alle mensen", True)
    # Where they do not, it is enough that it is so of one kind of material.
    assert told("Alle zagen het.", *spread) == [("Alle zagen", True)]


def test_a_share_that_is_not_all_or_nothing_is_never_rounded_to_it() -> None:
    every = Quantifier("1", "alle", 100, 100)
    nobody = Quantifier("2", "niemand", 0, 0)
    assert every.holds(300, 300) and not every.holds(299, 300)
    assert nobody.holds(0, 300) and not nobody.holds(1, 300)


@given(st.text(alphabet="alevrijkdmnst éïzcg5of\n.,", max_size=80), st.integers(1, 9))
def test_what_is_found_stands_in_the_text_in_order_and_apart(text: str, total: int) -> None:
    found = find_quantities(text, DUTCH)
    ends = [0, *(each.span.end for each in found)]
    for each, before in zip(found, ends, strict=False):
        assert each.span.start >= before
        assert text[each.span.start :].startswith(each.words)
    assert all(isinstance(each, Basis) for each in bases(text, DUTCH, [group(0, total)]))
