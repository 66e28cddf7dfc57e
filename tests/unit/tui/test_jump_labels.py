"""Labels to jump to: short, and none begins as another one."""

from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.spans import Span
from qualkit.tui.reading.jumping import labelled, labels_for


@given(st.integers(0, 600))
def test_labels_are_as_many_as_places_and_none_begins_as_another(count: int) -> None:
    labels = labels_for(count)
    assert len(labels) == len(set(labels)) == count
    assert {len(label) for label in labels} <= {1, 2}
    short = {label for label in labels if len(label) == 1}
    assert not any(label[0] in short for label in labels if len(label) == 2)


def test_a_place_is_reached_by_its_letters_only() -> None:
    places = [Span(at, at + 5) for at in range(0, 300, 10)]
    jumps = labelled(places)
    label, place = next((each, span) for each, span in jumps.places.items() if len(each) == 2)
    half = jumps.typed(label[0])
    assert half.reached is None
    assert place in half.places.values()
    assert half.typed(label[1]).reached == place
    assert not jumps.typed("!").places
    assert not jumps.typed("").places
