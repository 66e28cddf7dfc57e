"""Printed labels: read as a pattern and a number, and written back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.cases import check_label, check_pattern, format_label, parse_label
from qualkit.errors import InvalidInputError


@pytest.mark.parametrize(
    ("label", "pattern", "number"),
    [
        ("Politie III", "Politie {I}", 3),
        ("Politie-eenheid  XIV", "Politie-eenheid {I}", 14),
        ("Gesprek 3", "Gesprek {1}", 3),
        ("Klas 2 school 12", "Klas 2 school {1}", 12),
        ("Wijkteam", "Wijkteam", None),
        ("Politie IIII", "Politie IIII", None),
        ("III", "III", None),
        ("7", "7", None),
        ("Gesprek 12345678", "Gesprek 12345678", None),
        ("Gesprek ٣", "Gesprek ٣", None),
        ("Notitie {concept}", "Notitie {concept}", None),
    ],
)
def test_a_label_is_a_pattern_with_a_number(label: str, pattern: str, number: int | None) -> None:
    assert parse_label(label) == (pattern, number)


@given(st.sampled_from(["Politie", "Team west", "Klas 3"]), st.integers(0, 99_999))
def test_labels_are_printed_as_they_were_given(stem: str, number: int) -> None:
    arabic = f"{stem} {number}"
    assert format_label(*parse_label(arabic)) == arabic
    roman = format_label(f"{stem} {{I}}", number)
    assert format_label(*parse_label(roman)) == roman


@given(st.text(max_size=20), st.none() | st.integers(-5, 10_000))
def test_no_pattern_that_is_allowed_prints_a_brace_or_breaks(
    pattern: str, number: int | None
) -> None:
    try:
        tidy = check_pattern(pattern)
    except InvalidInputError:
        return
    for each in (tidy, f"{tidy} {{I}}" if "{" not in tidy else tidy):
        assert "{" not in format_label(each, number) or each in ("{I}", "{1}")


@pytest.mark.parametrize("bad", ["", "  ", "{X}", "a {I} {I}", "a {", "a }", "{I} {1}"])
def test_patterns_hold_at_most_one_placeholder(bad: str) -> None:
    with pytest.raises(InvalidInputError, match="is not a label pattern"):
        check_pattern(bad)


@pytest.mark.parametrize("bad", ["", " \t", "Politie {I}", "}"])
def test_a_label_is_no_pattern(bad: str) -> None:
    with pytest.raises(InvalidInputError, match="is not a label"):
        check_label(bad)
    assert check_label(" Politie  III\n") == "Politie III"
