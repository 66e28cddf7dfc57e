"""Searching from the command line: narrowed, keywords in context, and by code."""

import pytest

from tests.cli.calling import Command


def test_a_search_is_narrowed_by_case_and_code(coded: Command) -> None:
    assert len(coded.json("search", "lang OR man")) == 3
    assert len(coded.json("search", "lang OR man", "--case", "Politie I")) == 1
    assert len(coded.json("search", "lang OR man", "--coded-with", "capaciteit")) == 1
    assert len(coded.json("search", "lang OR man", "--uncoded")) == 2
    assert len(coded.json("search", "lang", "--source", "P1", "--source", "P2")) == 2
    assert coded("search", "man", "--case", "Niemand").exit_code == 1


def test_keywords_stand_under_each_other(cli: Command) -> None:
    lines = cli.ok("search", "blijft", "--kwic").stdout.splitlines()[2:]
    assert len({line.index("blijft") for line in lines}) == 1
    (first, second) = cli.json("search", "blijft", "--kwic", "--sort", "left")
    assert first["left"].endswith("dus het ")
    assert second["left"].endswith("van. Het ")


def test_a_limit_says_that_there_is_more(cli: Command) -> None:
    result = cli.ok("search", "blijft", "--kwic", "--limit", "1")
    assert "There is more" in result.stderr


def test_codes_are_searched(coded: Command) -> None:
    coded.ok("coding", "add", "P1", "--text", "met anderhalf", "--new", "bezetting")
    (match,) = coded.json("search", "--codes", "capaciteit AND bezetting")
    assert (match["words"], match["reference"], match["roles"]) == (
        "anderhalf", "P1:2", ["participant"]
    )  # fmt: skip
    assert coded.json("search", "--codes", "capaciteit AND bezetting", "--no-below") == []
    near = coded.ok("search", "--codes", "bezetting NEAR capaciteit").stdout
    assert "near line 2: anderhalf man" in near


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["man", "--codes", "capaciteit"], 2),
        (["--codes", "capaciteit", "--kwic"], 2),
        (["man", "--sort", "left"], 2),
        (["man", "--coded-with", "capaciteit", "--uncoded"], 1),
        (["--codes", "capaciteit AND"], 1),
        (["--codes", "bestaat niet"], 1),
    ],
)
def test_what_does_not_go_together_is_refused(
    coded: Command, arguments: list[str], code: int
) -> None:
    result = coded("search", *arguments)
    assert result.exit_code == code
    assert result.stderr.strip()
