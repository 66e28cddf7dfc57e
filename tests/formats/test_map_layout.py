"""The picture of the thematic map: whatever is on it, nothing lies over anything else."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qualkit.domain.thematic_maps import MapLine, MapTheme, ThematicMap
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import ThemeStatus
from qualkit.formats.drawing import Drawing, Frame, Point, Style, wrapped
from qualkit.formats.map_layout import lay_out_map

NAMES = st.text("abcdefg é-", min_size=1, max_size=90).filter(str.strip)
STATUSES = st.sampled_from([each for each in ThemeStatus if each is not ThemeStatus.DROPPED])


def measure(text: str, style: Style) -> float:
    return len(text) * style.value.size * 0.6


@st.composite
def maps(draw: st.DrawFn) -> ThematicMap:
    themes = tuple(draw(theme(str(place))) for place in range(1, draw(st.integers(1, 13)) + 1))
    everything = [item for top in themes for item in top.whole()]
    pairs = st.tuples(st.sampled_from(everything), st.sampled_from(everything))
    ends = draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=14))
    kinds = st.sampled_from(RelationKind)
    lines = tuple(
        MapLine(number, one, other, draw(kinds), draw(st.sampled_from(["", "Zin. " * 30])))
        for number, (one, other) in enumerate(ends, start=1)
    )
    return ThematicMap(draw(NAMES), themes, lines)


@st.composite
def theme(draw: st.DrawFn, number: str) -> MapTheme:
    below = draw(st.integers(0, 2)) if "." not in number else 0
    return MapTheme(
        id=number,
        number=number,
        name=draw(NAMES),
        idea=draw(st.sampled_from(["", "Een idee. En nog een.", "x" * 400])),
        status=draw(STATUSES),
        codes=tuple(draw(st.lists(NAMES, max_size=6))),
        subthemes=tuple(draw(theme(f"{number}.{place}")) for place in range(1, below + 1)),
    )


@settings(max_examples=80, deadline=None)
@given(maps())
def test_nothing_overlaps_and_nothing_falls_off(whole: ThematicMap) -> None:
    drawing = lay_out_map(whole, "nl", measure)
    cards = cards_of(drawing, whole)
    numbers = {str(line.number) for line in whole.lines}

    for words in drawing.words:
        assert words.x > 0
        assert words.x + measure(words.text, words.style) < drawing.width
        assert 0 < words.y < drawing.height
    for one, other in combinations(cards, 2):
        assert not meet(one, other)
    stretches = [stretch for route in drawing.routes for stretch in pairwise(route.points)]
    for start, end in stretches:
        assert not any(runs_through(card, start, end) for card in cards)
    for one_stretch, other_stretch in combinations(stretches, 2):
        assert not lie_along(one_stretch, other_stretch)
    # Each line has its number where it runs, or at both its themes, and once in the legend.
    shown = [disc.text for disc in drawing.discs]
    assert numbers == set(shown)
    assert all(shown.count(number) in (2, 3) for number in numbers)


def cards_of(drawing: Drawing, whole: ThematicMap) -> list[Frame]:
    """Give the frames of the themes at the top: those in no other frame."""
    cards = [
        frame
        for frame in drawing.frames
        if not any(other is not frame and holds(other, frame) for other in drawing.frames)
    ]
    assert len(cards) == len(whole.themes)
    return cards


def holds(outer: Frame, inner: Frame) -> bool:
    return (
        outer.x < inner.x
        and outer.y < inner.y
        and inner.x + inner.width < outer.x + outer.width
        and inner.y + inner.height < outer.y + outer.height
    )


def meet(one: Frame, other: Frame) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def runs_through(card: Frame, start: Point, end: Point) -> bool:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return (
        left < card.x + card.width - 0.1
        and right > card.x + 0.1
        and top < card.y + card.height - 0.1
        and bottom > card.y + 0.1
    )


def lie_along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether two level or two upright stretches share more than a point."""
    for across, along in ((0, 1), (1, 0)):
        if abs(one[0][across] - one[1][across]) < 0.1 and all(
            abs(point[across] - one[0][across]) < 0.1 for point in other
        ):
            ends = [sorted(point[along] for point in each) for each in (one, other)]
            return min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0]) > 0.1
    return False


def test_a_word_that_is_too_long_is_broken_with_a_hyphen() -> None:
    lines = wrapped("de capaciteitsverdelingsvraag", 60, Style.PLAIN, measure)

    assert all(measure(line, Style.PLAIN) <= 60 for line in lines)
    assert "".join(lines).replace("-", "") == "decapaciteitsverdelingsvraag"
