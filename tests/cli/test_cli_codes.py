"""The codebook from the command line."""

from tests.cli.calling import Command


def names(cli: Command) -> list[str]:
    return [code["path"] for code in cli.json("codes")]


def test_the_codebook_is_printed_as_a_tree_with_counts(coded: Command) -> None:
    coded.ok("code", "describe", "capaciteit", "Mensen en uren", "--level", "semantic")
    assert [line.rstrip() for line in coded.ok("codes").stdout.splitlines()] == [
        "Code             Codings  Sources  Cases  Meaning",
        "────────────────────────────────────────────────────────",
        "capaciteit             0        0      0  Mensen en uren",
        "  weinig mensen        1        1      1",
    ]


def test_codes_are_added_renamed_moved_and_removed(empty: Command) -> None:
    assert "Made the code 'a > b'" in empty.ok("code", "add", "a > b").stderr
    empty.ok("code", "add", "c", "--description", "Iets", "--level", "latent", "--why", "nieuw")
    empty.ok("code", "rename", "b", "bb", "--why", "duidelijker")
    empty.ok("code", "move", "c", "--under", "bb")
    assert names(empty) == ["a", "a > bb", "a > bb > c"]
    empty.ok("code", "move", "a > bb > c", "--top")
    assert names(empty) == ["a", "a > bb", "c"]
    empty.ok("code", "remove", "c")
    assert names(empty) == ["a", "a > bb"]
    whys = [step["why"] for step in empty.json("history")]
    assert {"nieuw", "duidelijker"} <= set(whys)


def test_merge_takes_codings_along_and_can_be_undone(coded: Command) -> None:
    coded.ok("coding", "add", "1", "--text", "anderhalf man", "--new", "krap")
    result = coded.ok("code", "merge", "krap", "weinig mensen", "--why", "zelfde idee")
    assert "now has 1 coding." in result.stderr
    assert names(coded) == ["capaciteit", "capaciteit > weinig mensen"]
    coded.ok("undo")
    assert "krap" in names(coded)


def test_split_gives_codings_to_another_code_beside_it(coded: Command) -> None:
    coding = coded.json("codings")[0]["id"]
    coded.ok("code", "split", "weinig mensen", coding[:8], "--to", "halve krachten")
    assert coded.json("codings")[0]["code"] == "halve krachten"
    assert "capaciteit > halve krachten" in names(coded)


def test_one_split_sends_codings_to_several_codes_as_one_step(coded: Command) -> None:
    coding = coded.json("codings")[0]["id"]
    steps = len(coded.history())
    said = coded.ok("code", "split", "weinig mensen", f"{coding}=bezetting", f"{coding}=verdeling")
    assert "1 of the codings of 'weinig mensen' is now coded 'bezetting', 'verdeling'." in (
        said.stderr
    )
    assert sorted(item["code"] for item in coded.json("codings")) == ["bezetting", "verdeling"]
    assert len(coded.history()) == steps + 1
    assert coded("code", "split", "bezetting", coding).exit_code == 2, "no code is named"


def test_a_merge_is_previewed_without_doing_it(coded: Command) -> None:
    coded.ok("code", "add", "krap")
    before = coded.history()
    told = coded.ok("code", "merge", "weinig mensen", "krap", "--preview").stdout
    assert told == "1 coding goes to 'krap'.\n"
    assert coded.history() == before


def test_a_code_is_described_in_parts_marked_and_cleared(coded: Command) -> None:
    coded.ok("code", "describe", "capaciteit", "Mensen en uren", "--when-not", "Alleen geld")
    coded.ok("code", "describe", "capaciteit", "--level", "latent", "--colour", "Teal")
    shown = coded.json("code", "show", "capaciteit")[0]
    assert (shown["description"], shown["not_when"]) == ("Mensen en uren", "Alleen geld")
    assert (shown["level"], shown["colour"]) == ("latent", "teal")
    assert "Do not use when  Alleen geld" in coded.ok("code", "show", "capaciteit").stdout
    coded.ok("code", "describe", "capaciteit", "", "--level", "none", "--colour", "none")
    shown = coded.json("code", "show", "capaciteit")[0]
    assert (shown["description"], shown["level"], shown["colour"]) == ("", None, None)
    assert shown["not_when"] == "Alleen geld"


def test_counts_may_take_in_the_codes_below(coded: Command) -> None:
    assert "capaciteit             1" in coded.ok("codes", "--below").stdout


def test_a_retired_code_is_marked_and_can_be_left_out(coded: Command) -> None:
    coded.ok("code", "retire", "weinig mensen")
    assert "weinig mensen (retired)" in coded.ok("codes").stdout
    assert "weinig mensen" not in coded.ok("codes", "--active").stdout
    coded.ok("code", "retire", "weinig mensen", "--restore")
    assert "weinig mensen" in coded.ok("codes", "--active").stdout


def test_show_tells_how_the_code_came_to_be(coded: Command) -> None:
    coded.ok("code", "rename", "weinig mensen", "te weinig mensen", "--why", "zoals zij het zegt")
    shown = coded.ok("code", "show", "te weinig mensen").stdout
    assert "capaciteit > te weinig mensen" in shown
    assert "Renamed the code 'weinig mensen' to 'te weinig mensen'" in shown
    assert "zoals zij het zegt" in shown
    history = coded.json("code", "show", "te weinig mensen")[0]["history"]
    assert [step["kind"] for step in history] == ["coding.add", "code.rename"]


def test_what_cannot_be_done_changes_nothing(coded: Command) -> None:
    before = coded.history()
    assert coded("code", "remove", "weinig mensen").exit_code == 1
    assert coded("code", "add", "capaciteit").exit_code == 1
    assert coded("code", "move", "capaciteit", "--under", "weinig mensen").exit_code == 1
    assert coded("code", "merge", "capaciteit", "weinig mensen").exit_code == 1
    assert coded("code", "move", "capaciteit").exit_code == 2
    assert coded("code", "describe", "capaciteit").exit_code == 2
    assert coded("code", "show", "bestaat niet").exit_code == 1
    assert coded.history() == before


def test_names_are_printed_as_they_are(empty: Command) -> None:
    empty.ok("code", "add", "[bold]rood[/bold] \x1b[31mx :fire:")
    output = empty.ok("codes").output
    assert "[bold]rood[/bold]" in output
    assert ":fire:" in output
    assert "\x1b" not in output
