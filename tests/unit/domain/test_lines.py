"""Line numbers: as any text editor counts them, and as people write them in memos."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.lines import LineIndex, Reference, find_references, format_reference
from qualkit.errors import InvalidInputError

texts = st.text(alphabet="ab \n🙂\u0301\u2028", max_size=40)


@given(texts)
def test_every_offset_lies_on_the_line_that_an_editor_shows(text: str) -> None:
    index = LineIndex(text)
    assert len(index) == text.count("\n") + 1
    for offset in range(len(text)):
        assert index.line_of(offset) == text[:offset].count("\n") + 1


@given(texts)
def test_the_bounds_of_a_line_hold_its_words_without_the_newline(text: str) -> None:
    index = LineIndex(text)
    lines = [slice(*index.bounds_of(number)) for number in range(1, len(index) + 1)]
    assert [text[line] for line in lines] == text.split("\n")


@given(texts, st.integers(-1, 6), st.integers(-1, 6))
def test_a_stretch_of_lines_is_those_lines_or_refused(text: str, first: int, last: int) -> None:
    wanted = "\n".join(text.split("\n")[max(first, 1) - 1 : last])
    try:
        span = LineIndex(text).span_of(first, last)
    except InvalidInputError:
        assert not (1 <= first <= last <= text.count("\n") + 1 and wanted)
        return
    assert span.of(text) == wanted


def test_a_line_that_is_not_there_is_told() -> None:
    with pytest.raises(InvalidInputError, match="The text has no line 3; it has 2"):
        LineIndex("een\ntwee").bounds_of(3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie P3:27.", [Reference(3, 27, 27)]),
        ("(P3:27-29, P1:2)", [Reference(3, 27, 29), Reference(1, 2, 2)]),
        ("P3:27-P3:29", [Reference(3, 27, 27), Reference(3, 29, 29)]),
        ("EP3:27 P3:27a p3:27 P3.27 P:3", []),
        ("P1234567890:1 P1:1234567890", []),
        ("om 12:30 en 3:27", []),
    ],
)
def test_references_in_running_text(text: str, found: list[Reference]) -> None:
    assert list(find_references(text)) == found


@given(st.integers(1, 999_999_999), st.integers(1, 999_999_999))
def test_a_reference_reads_back_as_it_was_written(number: int, line: int) -> None:
    assert find_references(f"… {format_reference(number, line)}!") == (
        Reference(number, line, line),
    )
