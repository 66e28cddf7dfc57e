"""Text from outside made fit to keep, to show, to compare and to search with; and identity."""

import re
from datetime import UTC
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.search import full_text_expression
from qualkit.domain.text import folded, normalise, one_line, printable, sha256_of
from qualkit.errors import InvalidInputError

anything = st.text(st.characters(codec=None, exclude_categories=())) | st.text(
    alphabet="a\r\n\x0b\x0c\x85\u2028\u2029\ufeff\x00\x1b\x7f\x9b\ud800 "
)


@given(anything)
def test_kept_text_has_one_newline_and_no_controls(text: str) -> None:
    kept = normalise(text)
    assert normalise(kept) == kept
    assert not kept.startswith("\ufeff")
    assert not re.search("[\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", kept)
    assert sha256_of(kept) == sha256_of(kept)
    assert len(kept) <= len(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\ufeffeen\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("e\u0301e\u0301n 🙂\tx", "e\u0301e\u0301n 🙂\tx"),
        ("rood\x1b[31m", "rood\ufffd[31m"),
        ("blad\x0cblad", "blad\nblad"),
        ("midden\ufeffin", "midden\ufeffin"),
    ],
)
def test_nothing_else_changes(text: str, kept: str) -> None:
    assert normalise(text) == kept


@given(anything)
def test_what_is_shown_cannot_steer_a_terminal(text: str) -> None:
    shown = printable(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    shown.encode()
    assert printable(shown) == shown


@given(st.text(), st.integers(1, 30))
def test_one_line_is_one_line_of_at_most_its_width(text: str, width: int) -> None:
    assert "\n" not in one_line(text)
    assert len(one_line(text, width)) <= width
    assert one_line(one_line(text)) == one_line(text)


@given(st.text())
def test_names_are_compared_without_capitals_and_spacing(name: str) -> None:
    assert folded(f" {name}\n") == folded(name)
    assert folded("ÉÉN  Hoofd") == folded("e\u0301e\u0301n hoofd")


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("capaciteit", '"capaciteit"'),
        ("te weinig", '"te" "weinig"'),
        ('"te weinig" mensen', '"te weinig" "mensen"'),
        ("capacit*", '"capacit"*'),
        ("school OR gemeente", '"school" OR "gemeente"'),
        ("or AND", '"or" "AND"'),
        ('niet gesloten "aan', '"niet" "gesloten" "aan"'),
        ("OR a OR", '"a"'),
    ],
)
def test_what_people_type_becomes_an_expression(query: str, expression: str) -> None:
    assert full_text_expression(query) == expression


@given(st.text())
def test_an_expression_holds_quoted_words_and_nothing_else(query: str) -> None:
    try:
        expression = full_text_expression(query)
    except InvalidInputError:
        return
    assert re.fullmatch(r'"[^"]+"\*?( (OR )?"[^"]+"\*?)*', expression)


def test_ids_are_guids_and_times_are_utc() -> None:
    ids = {new_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert {UUID(each).version for each in ids} == {4}
    assert utc_now().tzinfo is UTC
