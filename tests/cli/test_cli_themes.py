"""Themes, their claims and their quotes from the command line."""

import pytest

from tests.cli.calling import Command


@pytest.fixture
def themed(coded: Command) -> Command:
    coded.ok("theme", "add", "Zichtbaar werk", "--idea", "Wat niemand ziet, blijft liggen.")
    return coded


def coding_id(cli: Command) -> str:
    return str(cli.json("codings")[0]["id"])[:8]


def test_a_theme_gathers_codes_and_passages(themed: Command) -> None:
    result = themed.ok("theme", "put", "zichtbaar werk", "--code", "capaciteit")
    assert "1 code and 1 passage." in result.stderr
    themed.ok("theme", "take", "Zichtbaar werk", "--code", "capaciteit")
    themed.ok("theme", "put", "Zichtbaar werk", "--coding", coding_id(themed))
    theme = themed.json("themes")[0]
    assert (theme["codes"], theme["passages"]) == ([], 1)
    themed.ok("theme", "take", "Zichtbaar werk", "--coding", coding_id(themed))
    assert themed.json("themes")[0]["passages"] == 0
    assert themed("theme", "put", "Zichtbaar werk").exit_code == 2


def test_a_theme_is_edited_and_listed_by_status(themed: Command) -> None:
    themed.ok(
        *("theme", "edit", "Zichtbaar werk", "--name", "Wat opvalt gaat voor"),
        *("--belongs", "voorrang", "--excludes", "scholing", "--status", "settled"),
    )
    theme = themed.json("themes", "--status", "settled")[0]
    assert (theme["name"], theme["belongs"]) == ("Wat opvalt gaat voor", "voorrang")
    assert theme["central_idea"] == "Wat niemand ziet, blijft liggen."
    assert themed.json("themes", "--status", "dropped") == []
    assert themed("theme", "edit", "Wat opvalt gaat voor").exit_code == 2


def test_themes_are_put_in_order_and_removed(themed: Command) -> None:
    themed.ok("theme", "add", "Tweede")
    assert "Tweede, Zichtbaar werk." in themed.ok("theme", "move", "Tweede", "up").stderr
    themed.ok("theme", "remove", "Tweede")
    assert [theme["name"] for theme in themed.json("themes")] == ["Zichtbaar werk"]
    assert themed("theme", "add", "zichtbaar WERK").exit_code == 1


def test_the_story_comes_from_stdin(themed: Command) -> None:
    themed.ok("theme", "narrate", "Zichtbaar werk", "-", stdin="Het verhaal.\n")
    assert themed.json("themes")[0]["narrative"] == "Het verhaal."
    assert "Het verhaal." in themed.ok("theme", "show", "Zichtbaar werk").stdout


def test_claims_go_by_number(themed: Command) -> None:
    themed.ok("claim", "add", "Zichtbaar werk", "Eerste")
    themed.ok("claim", "add", "Zichtbaar werk", "Tweede")
    themed.ok("claim", "reword", "Zichtbaar werk", "2", "Anders")
    claims = themed.json("claim", "list", "Zichtbaar werk")
    assert [(claim["number"], claim["text"]) for claim in claims] == [(1, "Eerste"), (2, "Anders")]
    themed.ok("claim", "drop", "Zichtbaar werk", "1")
    assert [claim["text"] for claim in themed.json("claim", "list", "Zichtbaar werk")] == ["Anders"]
    wrong = themed("claim", "drop", "Zichtbaar werk", "2")
    assert wrong.exit_code == 1
    assert "has no claim 2" in wrong.stderr


def test_a_quote_is_chosen_edited_and_dropped(themed: Command) -> None:
    themed.ok("claim", "add", "Zichtbaar werk", "Er zijn te weinig mensen")
    quote = themed.ok(
        *("quote", "choose", "Zichtbaar werk", coding_id(themed)),
        *("--claim", "1", "--reason", "typical"),
    ).stdout.strip()
    shown = themed.ok("theme", "show", "Zichtbaar werk").stdout
    assert "Claim 1: Er zijn te weinig mensen" in shown
    assert "“anderhalf man” (Politie I, P1:2)" in shown
    themed.ok(
        *("quote", "edit", quote[:8], "--printed", "[aantal] man", "--claim", "0"),
        *("--stance", "contrary"),
    )
    now = themed.json("quote", "list", "Zichtbaar werk")[0]
    assert (now["words"], now["passage"]) == ("[aantal] man", "anderhalf man")
    assert (now["claim_id"], now["stance"], now["reason"]) == (None, "contrary", "typical")
    themed.ok("quote", "edit", quote[:8], "--as-is")
    assert themed.json("quote", "list", "Zichtbaar werk")[0]["printed"] is None
    themed.ok("quote", "drop", quote[:8])
    assert themed.json("quote", "list", "Zichtbaar werk") == []


def test_a_quote_that_is_not_word_for_word_is_refused(themed: Command) -> None:
    result = themed(
        "quote", "choose", "Zichtbaar werk", coding_id(themed), "--printed", "twee man sterk"
    )
    assert result.exit_code == 1
    assert "not word for word" in result.stderr
    assert themed.json("quote", "list", "Zichtbaar werk") == []


def test_show_as_json_holds_the_objects(themed: Command) -> None:
    themed.ok("theme", "put", "Zichtbaar werk", "--code", "capaciteit")
    themed.ok("claim", "add", "Zichtbaar werk", "Er zijn te weinig mensen")
    themed.ok("quote", "choose", "Zichtbaar werk", coding_id(themed), "--claim", "1")
    theme = themed.json("theme", "show", "Zichtbaar werk")[0]
    assert [item["words"] for item in theme["quotes"]] == ["anderhalf man"]
    assert theme["claims"][0]["quotes"] == [theme["quotes"][0]["id"]]
    assert [item["reference"] for item in theme["passages"]] == ["P1:2"]
