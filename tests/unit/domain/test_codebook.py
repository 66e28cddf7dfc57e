"""The tree of codes: depth first, every code once, paths that lead back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.codes import (
    Code,
    CodeCounts,
    clean_name,
    codebook,
    descendants,
    split_path,
)
from qualkit.errors import InvalidInputError

NOW = datetime(2026, 3, 12, tzinfo=UTC)


@st.composite
def trees(draw: st.DrawFn) -> list[Code]:
    count = draw(st.integers(0, 12))
    codes = [
        Code(
            id=str(number),
            name=draw(st.sampled_from(["werk", "kennis", "Aanpak"])) + str(number),
            created_at=NOW,
            parent_id=draw(st.sampled_from([None, *map(str, range(number))])),
            position=draw(st.integers(0, 2)),
        )
        for number in range(count)
    ]
    return draw(st.permutations(codes))


@given(trees())
def test_every_code_stands_once_right_below_its_own(codes: list[Code]) -> None:
    entries = codebook(codes)
    assert sorted(entry.code.id for entry in entries) == sorted(code.id for code in codes)
    trail: list[str] = []
    for entry in entries:
        del trail[entry.depth :]
        assert entry.code.parent_id == (trail[-1] if trail else None)
        trail.append(entry.code.id)
        assert entry.path.count(" > ") == entry.depth
        assert split_path(entry.path)[-1] == entry.code.name


@given(trees())
def test_siblings_stand_by_position_and_then_by_name(codes: list[Code]) -> None:
    entries = codebook(codes)
    for parent in {None, *(code.id for code in codes)}:
        siblings = [entry.code for entry in entries if entry.code.parent_id == parent]
        keys = [(code.position, code.name.casefold()) for code in siblings]
        assert keys == sorted(keys)


@given(trees())
def test_what_lies_below_a_code_is_what_the_tree_shows(codes: list[Code]) -> None:
    entries = codebook(codes)
    for at, entry in enumerate(entries):
        below = {entry.code.id}
        for other in entries[at + 1 :]:
            if other.depth <= entry.depth:
                break
            below.add(other.code.id)
        assert descendants(codes, entry.code.id) == below


def test_a_very_deep_tree_is_no_trouble() -> None:
    codes = [Code(str(n), "x", NOW, str(n - 1) if n else None) for n in range(3_000)]
    assert codebook(codes)[-1].depth == 2_999


def test_counts_come_with_their_code() -> None:
    counts = {"1": CodeCounts(3, 2, 1)}
    codes = [Code("1", "a", NOW), Code("2", "b", NOW)]
    assert [entry.counts.codings for entry in codebook(codes, counts)] == [3, 0]


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("  te  weinig\nmensen\t", "te weinig mensen"),
        ("e\u0301e\u0301n hoofd", "één hoofd"),
        ("a>b", "a>b"),
        ("\x1b[2Jleeg", "\ufffd[2Jleeg"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_names_are_one_tidy_line(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text(max_size=20))
def test_tidying_a_name_twice_changes_nothing(name: str) -> None:
    try:
        once = clean_name(name)
    except InvalidInputError:
        return
    assert clean_name(once) == once


@pytest.mark.parametrize("name", ["", " \n", "a > b", " > ", "> a", "a >"])
def test_a_name_is_not_empty_and_not_a_path(name: str) -> None:
    with pytest.raises(InvalidInputError):
        clean_name(name)


@pytest.mark.parametrize("path", ["", " > ", "a > ", " > b", "a >  > b"])
def test_a_path_has_a_name_at_every_step(path: str) -> None:
    with pytest.raises(InvalidInputError):
        split_path(path)
    assert split_path("a > b > c") == ("a", "b", "c")
