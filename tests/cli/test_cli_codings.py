"""Coding passages from the command line."""

import pytest

from tests.cli.calling import NOTES, Command


def only_id(cli: Command) -> str:
    found = cli.json("codings")
    assert len(found) == 1
    return str(found[0]["id"])


def test_exact_words_are_coded_with_several_codes_in_one_step(cli: Command) -> None:
    cli.ok("code", "add", "bezetting")
    result = cli.ok(
        *("coding", "add", "Politie I", "--text", "te weinig tijd om alles"),
        *("--code", "bezetting", "--new", "tijd", "--why", "opvallend"),
    )
    found = cli.json("codings")
    assert {item["code"] for item in found} == {"bezetting", "tijd"}
    assert {item["words"] for item in found} == {"te weinig tijd om alles"}
    assert {item["reference"] for item in found} == {"P1:2"}
    assert result.stdout.split() == [item["id"] for item in found]
    assert cli.json("history")[-1]["why"] == "opvallend"
    cli.ok("undo")
    assert cli.json("codings") == []
    assert [code["name"] for code in cli.json("codes")] == ["bezetting"]


def test_lines_are_coded_without_the_speaker_prefix(cli: Command) -> None:
    cli.ok("coding", "add", "1", "--lines", "2-3", "--new", "tijd")
    coding = cli.json("codings")[0]
    assert coding["words"].startswith("We zijn met")
    assert coding["words"].endswith("het blijft liggen.")
    text = cli.ok("source", "text", "1").stdout
    assert "R: We zijn met" in text
    cli.ok("coding", "add", "1", "--span", f"{coding['start']}:{coding['end']}", "--new", "tijd")
    assert len(cli.json("codings")) == 1, "the same passage has the code already"


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        (["--text", "staat er niet"], 1, "does not stand in P1"),
        (["--text", "het blijft liggen", "--text", "blijft liggen"], 1, "2 times"),
        (["--text", " "], 1, "no words"),
        (["--lines", "4"], 1, "no words on line 4"),
        (["--lines", "90"], 1, "has no line 90"),
        (["--span", "1:99999"], 1, "ends at 99999"),
        (["--lines", "3-2"], 2, "27-29"),
        (["--span", "5"], 2, "START:END"),
        (["--span", "5:5"], 2, "not a stretch"),
        ([], 2, "--lines, --span and --text"),
        (["--lines", "2", "--span", "1:5"], 2, "one of"),
    ],
)
def test_a_place_that_is_not_one_passage_is_refused(
    cli: Command, place: list[str], code: int, said: str
) -> None:
    result = cli("coding", "add", "1", *place, "--new", "x")
    assert (result.exit_code, said in result.stderr) == (code, True), result.output
    assert cli.json("codings") == []
    assert cli.json("codes") == []


def test_words_that_occur_twice_are_named_with_their_lines(cli: Command) -> None:
    result = cli("coding", "add", "1", "--text", "blijft liggen", "--new", "x")
    assert "lines 3, 6" in result.stderr


def test_an_unknown_code_or_source_is_named_with_what_comes_near(coded: Command) -> None:
    wrong = coded("coding", "add", "1", "--lines", "2", "--code", "weinig mens")
    assert wrong.exit_code == 1
    assert "There is no code called 'weinig mens'" in wrong.stderr
    assert "weinig mensen" in wrong.stderr
    assert (
        "no source called 'P9'" in coded("coding", "add", "P9", "--lines", "2", "--new", "x").stderr
    )
    assert coded("coding", "add", "1", "--lines", "2").exit_code == 2


def test_a_coding_is_recoded_as_several_codes_old_and_new(coded: Command) -> None:
    coding = only_id(coded)[:8]
    steps = len(coded.history())
    said = coded.ok("coding", "recode", coding, "weinig mensen", "--new", "uren").stderr
    assert "is now coded 'weinig mensen', 'uren'." in said
    assert sorted(item["code"] for item in coded.json("codings")) == ["uren", "weinig mensen"]
    assert len(coded.history()) == steps + 1
    assert coded("coding", "recode", coding).exit_code == 2


def test_a_coding_is_recoded_resized_marked_and_removed(coded: Command) -> None:
    coding = only_id(coded)[:8]
    coded.ok("code", "add", "uren")
    coded.ok("coding", "recode", coding, "uren")
    coded.ok("coding", "resize", coding, "--text", "met anderhalf man")
    coded.ok("coding", "mark", coding)
    now = coded.json("codings", "--strong", "--code", "uren", "--source", "P1")
    assert [(item["words"], item["strong"]) for item in now] == [("met anderhalf man", True)]
    assert "*" in coded.ok("codings").stdout
    assert "a strong example" in coded.ok("codings").stderr
    coded.ok("coding", "unmark", coding)
    assert coded.json("codings", "--strong") == []
    result = coded.ok("coding", "remove", coding, "--why", "toch niet")
    assert "Took 1 coding off" in result.stderr
    assert coded.json("codings") == []
    coded.ok("undo")
    assert coded.json("coding", "show", coding)[0]["words"] == "met anderhalf man"


def test_show_prints_all_of_the_words(coded: Command) -> None:
    shown = coded.ok("coding", "show", only_id(coded)[:6]).stdout
    assert "anderhalf man" in shown
    assert "R (participant)" in shown
    assert coded("coding", "show", "ffff").exit_code == 1
    assert coded("coding", "show", "f").exit_code == 1


def test_the_list_is_a_table_that_fits_a_terminal(
    coded: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    coding = only_id(coded)[:8]
    assert [line.rstrip() for line in coded.ok("codings").stdout.splitlines()] == [
        "Id        Place  Label      Code           Words",
        "────────────────────────────────────────────────────────",
        f"{coding}  P1:2   Politie I  weinig mensen  anderhalf man",
    ]


def test_an_empty_list_says_so_on_stderr_only(cli: Command) -> None:
    result = cli.ok("codings")
    assert result.stdout == ""
    assert "no such codings" in result.stderr
    assert cli.ok("codings", "--json").stdout == "[]\n"


def test_borders_that_tear_a_quote_are_told(coded: Command) -> None:
    coding = only_id(coded)[:8]
    words = coded.json("coding", "show", coding)[0]["words"]
    first, last = words.split()[0], words.split()[-1]
    coded.ok("theme", "add", "Capaciteit")
    printed = f"{first} [...] {last}"
    coded.ok("quote", "choose", "Capaciteit", coding, "--printed", printed)
    result = coded.ok("coding", "resize", coding, "--text", "met anderhalf man")
    assert "not word for word" in result.stderr
    assert printed in result.stderr


def test_a_coding_is_shown_in_its_context(coded: Command) -> None:
    coding = only_id(coded)
    plain = coded.json("coding", "show", coding)[0]
    around = coded.json("coding", "show", coding, "--turns", "9")[0]
    assert "before" not in plain
    assert around["before"] + plain["words"] + around["after"] in NOTES
    assert len(around["before"]) > len(plain["words"])
    assert "In its context" in coded.ok("coding", "show", coding, "--turns", "1").stdout
