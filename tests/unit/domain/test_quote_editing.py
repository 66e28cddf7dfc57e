import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.quote_editing import Editing, units_of
from qualkit.domain.quote_verdict import verdict
from qualkit.domain.quotes import deviations, edits
from qualkit.domain.spans import Span

PASSAGE = "Met twaalf, soms dertien man doen we de hele wijk. Dat lukt niet."

passages = st.text(st.sampled_from("abé1 .,…'’\"[]-" + chr(0x301)), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
)


def stretch(words: str, of: str = PASSAGE) -> Span:
    start = of.index(words)
    return Span(start, start + len(words))


def test_words_are_left_out_and_replaced_by_pointing_at_them() -> None:
    editing = Editing(PASSAGE).put(stretch("twaalf,"), "aantal")
    assert editing.printed == "Met [aantal], soms dertien man doen we de hele wijk. Dat lukt niet."
    editing = editing.leave_out(stretch("soms")).leave_out(stretch("dertien man"))
    assert editing.printed == "Met [aantal], [...] doen we de hele wijk. Dat lukt niet."
    assert verdict(edits(PASSAGE, editing.printed)) == (
        "Word for word, 2 edits: 'twaalf' became [aantal]; left out 3 words."
    )
    assert editing.take_back(stretch("twaalf")).printed == (
        "Met twaalf, [...] doen we de hele wijk. Dat lukt niet."
    )


def test_an_edit_over_another_takes_its_place() -> None:
    editing = Editing(PASSAGE).put(stretch("twaalf"), "aantal").put(stretch("dertien"), "aantal")
    assert editing.leave_out(stretch("twaalf, soms")).printed == (
        "Met [...] [aantal] man doen we de hele wijk. Dat lukt niet."
    )


def test_what_was_typed_can_be_edited_further_unless_it_deviates() -> None:
    editing = Editing.of(PASSAGE, "Met [aantal], soms dertien man [...] Dat lukt niet.")
    assert editing is not None
    assert editing.put(stretch("dertien"), "aantal").printed == (
        "Met [aantal], soms [aantal] man [...] Dat lukt niet."
    )
    assert Editing.of(PASSAGE, "Met velen.") is None


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (PASSAGE, "Word for word, without edits."),
        (
            PASSAGE.removesuffix(" Dat lukt niet."),
            "Not word for word: 'Dat lukt niet.' is left out without [...].",
        ),
        (
            PASSAGE.replace("twaalf", "twintig"),
            "Not word for word: 'twintig' is printed, the passage has 'twaalf'.",
        ),
        (
            PASSAGE.replace("Dat lukt", "Dat lukt [echt]"),
            "Not word for word: '[echt]' is not in the passage.",
        ),
    ],
)
def test_the_verdict_names_what_deviates(printed: str, said: str) -> None:
    assert verdict(edits(PASSAGE, printed)) == said


@given(passages.filter(bool), st.data())
def test_no_sequence_of_edits_makes_a_quote_unfaithful(words: str, data: st.DataObject) -> None:
    editing, units = Editing(words), units_of(words)
    for _step in range(data.draw(st.integers(1, 6))):
        first = data.draw(st.integers(0, len(units) - 1))
        last = data.draw(st.integers(first, len(units) - 1))
        span = Span(units[first].start, units[last].end)
        act = data.draw(st.sampled_from(["leave", "put", "back"]))
        if act == "leave":
            editing = editing.leave_out(span)
        elif act == "put":
            editing = editing.put(span, data.draw(st.sampled_from(["aantal", "a", "..."])))
        else:
            editing = editing.take_back(span)
        assert deviations(words, editing.printed) == ()
    again = Editing.of(words, editing.printed)
    assert again is not None and deviations(words, again.printed) == ()


@given(passages.filter(lambda words: any(sign in "ab1" for sign in words)), st.data())
def test_any_one_letter_that_changes_is_named(words: str, data: st.DataObject) -> None:
    outside = [at for at, sign in enumerate(words) if sign in "ab1"]
    at = data.draw(st.sampled_from(outside))
    changed = words[:at] + "x" + words[at + 1 :]
    found = deviations(words, changed)
    # A word in brackets of the passage itself becomes a kind that was put there.
    assert any("x" in edit.printed for edit in found or edits(words, changed))
    if "[" not in words:
        assert found
