"""Codes together: the same from either side, and as a person would count on paper."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.spread_matrix import everything
from qualkit.analysis.together import Together
from qualkit.domain.themes import PlacedCoding

CODES = "abc"


@st.composite
def studies(draw: st.DrawFn) -> list[PlacedCoding]:
    """Codings of a few codes in two short texts."""
    stretches = st.tuples(
        st.sampled_from(CODES), st.sampled_from("xy"), st.integers(0, 9), st.integers(1, 5)
    )
    return [
        PlacedCoding(str(number), code, version, version, start, start + length)
        for number, (code, version, start, length) in enumerate(draw(st.lists(stretches)))
    ]


def held(study: list[PlacedCoding]) -> dict[str, list[PlacedCoding]]:
    return {code: [each for each in study if each.code_id == code] for code in CODES}


@given(studies())
def test_two_share_the_stretches_that_both_cover_from_either_side(
    study: list[PlacedCoding],
) -> None:
    by_code = held(study)
    found = Together(by_code, everything)
    for one, other in combinations(CODES, 2):
        overlaps = [
            (left, right)
            for left in by_code[one]
            for right in by_code[other]
            if left.version_id == right.version_id
            and left.start < right.end
            and right.start < left.end
        ]
        places = {
            (left.version_id, max(left.start, right.start), min(left.end, right.end))
            for left, right in overlaps
        }
        assert found.places(one, other) == found.places(other, one) == len(places)
        assert {*found.coding_ids(one, other)} == {each[0] for pair in overlaps for each in pair}
        assert ((one, other) in found.pairs()) == bool(places)


@given(studies())
def test_what_does_not_count_leaves_as_much_as_a_study_without_it(
    study: list[PlacedCoding],
) -> None:
    kept = [each for each in study if each.version_id == "x"]
    narrowed = Together(held(study), lambda some: [each for each in some if each in kept])
    smaller = Together(held(kept), everything)
    assert list(narrowed.pairs()) == list(smaller.pairs())
    for one in CODES:
        for other in CODES:
            assert narrowed.places(one, other) == smaller.places(one, other)


def test_a_theme_shares_a_passage_that_lies_in_both() -> None:
    coding = PlacedCoding("1", "a", "s", "v", 0, 5)
    found = Together({"eerste": [coding], "tweede": [coding], "derde": []}, everything)
    assert found.places("eerste", "tweede") == 1
    assert found.coding_ids("tweede", "eerste") == ("1",)
    assert found.sharing == {"eerste", "tweede"}
    assert found.places("derde", "eerste") == 0
