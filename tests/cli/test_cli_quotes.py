"""Quotes from the command line: the shortlist, the verdict on edits, and who is quoted."""

import pytest

from tests.cli.calling import Command


@pytest.fixture
def themed(coded: Command) -> Command:
    """A project with a theme that holds its coded passage."""
    coded.ok("theme", "add", "Tijd")
    coded.ok("theme", "put", "Tijd", "--code", "capaciteit")
    return coded


def test_a_passage_goes_from_the_shortlist_to_print(themed: Command) -> None:
    coding = themed.json("codings")[0]["id"]
    quote = themed.ok("quote", "shortlist", "Tijd", coding, "--note", "zegt het").stdout.strip()
    (listed,) = themed.json("quote", "list", "Tijd")
    assert (listed["stage"], listed["note"]) == ("shortlisted", "zegt het")
    assert "0 +1" in themed.ok("quote", "matrix").stdout
    for number in range(9):
        themed.ok(
            "theme", "add", f"{number}. Wat op straat gebeurt gaat voor, en wat thuis gebeurt"
        )
    assert "Politie I " in themed.ok("quote", "matrix").stdout
    done = themed.ok("quote", "edit", quote, "--stage", "chosen", "--printed", "[aantal] man")
    assert "Word for word, 1 edit: 'anderhalf' became [aantal]." in done.stderr
    (now,) = themed.json("quote", "list", "Tijd", "--stage", "chosen")
    assert now["edits"] == [{"kind": "replacement", "printed": "[aantal]", "words": "anderhalf"}]
    assert now["quotability"] == "verbatim"
    (cell,) = themed.json("quote", "matrix", "Tijd")
    assert (cell["label"], cell["chosen"], cell["shortlisted"]) == ("Politie I", 1, 0)
    themed.ok("quote", "edit", quote, "--attribution", "group")
    assert themed.json("quote", "list", "Tijd")[0]["label"] == "Politie"
    assert "no further place" in themed.ok("quote", "move", quote, "1").stderr


def test_what_deviates_is_named_with_what_the_passage_has(themed: Command) -> None:
    coding = themed.json("codings")[0]["id"]
    refused = themed("quote", "choose", "Tijd", coding, "--printed", "twee man")
    assert refused.exit_code == 1
    assert "'twee' is printed, the passage has 'anderhalf'" in refused.stderr
