"""Terms and making of sources by command: shown, kept for many, and what they rule out."""

from tests.cli.calling import Command


def test_terms_of_several_sources_are_kept_and_tell_what_they_rule_out(coded: Command) -> None:
    coding = coded.json("codings")[0]["id"]
    coded.ok("theme", "add", "Tijd")
    coded.ok("quote", "choose", "Tijd", coding)
    shown = coded.ok("source", "terms").stdout
    assert "(verbatim)" in shown
    assert "(paraphrase)" in shown
    arguments = ("source", "terms", "P1", "P2", "--quotability", "paraphrase")
    tried = coded.ok(*arguments, "--dry-run").stderr
    assert "1 chosen quote may not be printed like this" in tried
    assert coded.json("source", "terms", "P1")[0]["quotability"] == "verbatim"
    kept = coded.ok(*arguments, "--content", "over wachten").stderr
    assert "Kept for 2 sources." in kept
    assert "Politie I, P1:2: anderhalf man" in kept
    assert [source["content_note"] for source in coded.json("sources")] == ["over wachten"] * 2
    refused = coded("export", "themes")
    assert refused.exit_code == 1
    assert "may not be quoted" in refused.stderr
    coded.ok("source", "terms", "P1", "--reset", "--content", "")
    coded.ok("export", "themes", "--unchecked", "proef")


def test_a_passage_is_held_to_terms_of_its_own(cli: Command) -> None:
    cli.ok("source", "passage", "P1", "--text", "anderhalf man", "--quotability", "not_at_all")
    (mark,) = cli.json("source", "passage", "P1")
    assert (mark["reference"], mark["words"]) == ("P1:2", "anderhalf man")
    forget = ("source", "passage", "P1", "--lines", "2-3", "--forget")
    assert "P1:2 now: verbatim." in cli.ok(*forget).stderr
    assert cli.json("source", "passage", "P1") == []
    assert cli(*forget).exit_code == 1
    assert cli("source", "passage", "P1", "--lines", "2").exit_code == 2


def test_how_sources_came_about(cli: Command) -> None:
    cli.ok("source", "making", "P1", "P2", "--recorder", "de onderzoeker", "--minutes", "1 uur 10")
    cli.ok("source", "making", "P1", "--check", "aangepast, 20 maart 2026")
    first, second = cli.json("source", "making")
    assert (first["minutes"], second["minutes"]) == (70, 70)
    assert (first["member_check"], first["checked_on"]) == ("changed", "2026-03-20")
    assert "de onderzoeker" in cli.ok("source", "show", "P2").stdout
    cli.ok("source", "making", "P1", "--reset", "--mode", "telefonisch")
    assert cli.json("source", "show", "P1")[0]["minutes"] is None
    assert cli("source", "making", "--mode", "telefonisch").exit_code == 2
    assert cli("source", "making", "P1", "--minutes", "lang").exit_code == 2
