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


def test_themes_merge_and_split_after_a_look_at_what_that_does(themed: Command) -> None:
    themed.ok("theme", "put", "Zichtbaar werk", "--code", "capaciteit")
    themed.ok("theme", "add", "Wie belt, gaat voor", "--under", "Zichtbaar werk")
    told = themed.ok("theme", "merge", "Zichtbaar werk", "Wie belt, gaat voor", "--preview")
    assert "go: 1 code, 1 passage." in told.stdout
    themed.ok("theme", "merge", "Zichtbaar werk", "Wie belt, gaat voor", "--why", "zelfde")
    (theme,) = themed.json("themes")
    assert (theme["name"], theme["codes"]) == ("Wie belt, gaat voor", ["capaciteit"])
    assert theme["central_idea"] == "Wat niemand ziet, blijft liggen."
    assert themed("theme", "split", theme["id"], "--code", "capaciteit").exit_code == 2
    themed.ok("theme", "split", theme["id"], "--code", "capaciteit=Te weinig is te weinig")
    assert [each["passages"] for each in themed.json("themes")] == [0, 1]


def test_a_topic_is_asked_about_on_stderr_and_kept(themed: Command) -> None:
    asked = themed.ok("theme", "add", "Voordelen van contact")
    assert "This looks like a topic." in asked.stderr
    themed.ok("theme", "keep-name", "Voordelen van contact", "zo heet het")
    assert themed.json("themes")[1]["kept_name"] == "Voordelen van contact"
    assert themed.json("memos")[0]["body"] == "zo heet het"
    quiet = themed.ok("theme", "edit", "Voordelen van contact", "--relation", "een deel ervan")
    assert "topic" not in quiet.stderr


def test_what_is_for_and_against_a_theme(themed: Command) -> None:
    themed.ok("theme", "put", "Zichtbaar werk", "--code", "capaciteit")
    themed.ok("theme", "stance", "Zichtbaar werk", coding_id(themed), "contrary")
    themed.ok("quote", "choose", "Zichtbaar werk", coding_id(themed))
    themed.ok("theme", "absence", "Zichtbaar werk", "Geld.", "--searched", "alle zes gesprekken")
    (absence,) = themed.json("themes")[0]["absences"]
    themed.ok(
        "theme", "absence", "Zichtbaar werk", "Geld noemt niemand.", "--change", absence["id"]
    )
    themed.ok("theme", "add", "Wie belt, gaat voor")
    themed.ok("theme", "relate", "Zichtbaar werk", "Wie belt, gaat voor", "het een is werk")
    shown = themed.ok("theme", "show", "Zichtbaar werk").stdout
    assert "Geld noemt niemand. (looked in: alle zes gesprekken)" in shown
    assert "Differs from 'Wie belt, gaat voor': het een is werk" in shown
    assert "Passages against it" in shown
    record = themed.json("theme", "show", "Zichtbaar werk")[0]
    assert (record["contrary"], record["passages"][0]["stance"]) == (1, "contrary")
    assert (
        "'Zichtbaar werk' differs from"
        in themed.ok("theme", "compare", "Zichtbaar werk", "Wie belt, gaat voor").stdout
    )
    themed.ok("theme", "unrelate", "Wie belt, gaat voor", "Zichtbaar werk")
    themed.ok("theme", "absence", "Zichtbaar werk", "--remove", absence["id"])
    record = themed.json("theme", "show", "Zichtbaar werk")[0]
    assert (record["relations"], record["absences"]) == ([], [])
