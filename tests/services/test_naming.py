"""Finding things by what a person calls them, and helping when she is nearly right."""

import pytest

from qualkit.errors import AmbiguousNameError, NotFoundError
from qualkit.services.naming import pick, pick_by_id

NAMES = ["te weinig mensen", "te weinig kennis", "Wachttijd", "één hoofd"]


def find(wanted: str) -> str:
    return pick("code", wanted, NAMES, lambda name: [name])


def test_capitals_spacing_and_spelling_of_accents_make_no_difference() -> None:
    assert find(" WACHTTIJD ") == "Wachttijd"
    assert find("te  weinig\tmensen") == "te weinig mensen"
    assert find("E\u0301e\u0301n Hoofd") == "één hoofd"


def test_near_names_are_offered_nearest_first_and_far_ones_are_not() -> None:
    with pytest.raises(NotFoundError) as near:
        find("te weinig menssen")
    assert near.value.message == "There is no code called 'te weinig menssen'."
    assert near.value.hint.startswith("Did you mean 'te weinig mensen' or 'te weinig kennis'")
    with pytest.raises(NotFoundError) as far:
        find("xyzzy")
    assert far.value.hint == ""


def test_what_cannot_be_shown_is_not_echoed() -> None:
    with pytest.raises(NotFoundError) as caught:
        find("\x1b[31mrood \udcff")
    assert caught.value.message == "There is no code called '\ufffd[31mrood \ufffd'."
    with pytest.raises(NotFoundError) as by_id:
        pick_by_id("memo", "\x1b]0;", NAMES, str)
    assert "\x1b" not in by_id.value.message


def test_an_id_may_be_cut_short_but_not_too_short() -> None:
    ids = ["abcd-1", "abcd-2", "beef-3"]
    assert pick_by_id("memo", " BEEF ", ids, str) == "beef-3"
    with pytest.raises(AmbiguousNameError, match="More than one memo"):
        pick_by_id("memo", "abcd", ids, str)
    for short in ("", "bee"):
        with pytest.raises(NotFoundError):
            pick_by_id("memo", short, ids, str)
