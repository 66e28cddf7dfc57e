"""Vignettes and doubts on the command line: from the first word to the printed one."""

from tests.cli.calling import Command


def test_a_vignette_is_written_shown_linked_and_dropped(coded: Command) -> None:
    coded.ok("theme", "add", "Wachten")
    coded.ok("coding", "add", "P1", "--lines", "2", "--new", "bezetting")
    first, other = (coding["id"] for coding in coded.json("codings")[:2])
    text = "Op 3 maart belde een vrouw van 34. Daarna bleef het stil."
    made = coded.ok("vignette", "add", "Wachten", "Bezet", text, "--from", first)
    vignette = made.stdout.strip()
    assert "Vignet over één gesprek" in made.stderr
    assert "Exact: “Op 3 maart”; with less: “In het voorjaar”" in made.stderr
    assert "een vrouw in de dertig" in made.stderr

    coded.ok("vignette", "link", vignette[:8], other)
    passage = coded.json("coding", "show", first)[0]["words"]
    told = coded.ok("vignette", "edit", vignette, f"Iemand zei: {passage}").stderr
    assert "Nearly the passage itself" in told
    (shown,) = coded.json("vignette", "show", vignette)
    assert shown["codings"] == [first, other]
    assert passage in coded.ok("vignette", "show", vignette).stdout
    coded.ok("vignette", "unlink", vignette, other)
    coded.ok("vignette", "drop", vignette)
    assert coded.json("vignette", "list") == []
    coded.ok("undo")
    coded.ok("undo")
    assert coded.json("vignette", "list", "wachten")[0]["codings"] == [first, other]


def test_a_doubt_is_raised_discussed_and_closed(coded: Command) -> None:
    made = coded.ok("doubt", "raise", "Telt dit mee?", "--on", "P1", "--lines", "3")
    doubt = made.stdout.strip()
    assert "Raised a doubt on P1:3." in made.stderr
    coded.ok("doubt", "remark", doubt[:8], "Ik denk van niet.")
    coded.ok("doubt", "decide", doubt, "Telt niet mee.", "--why", "te ver weg")
    assert coded.json("doubt", "list", "--open") == []
    (closed,) = coded.json("doubt", "list", "--closed", "--mine")
    assert (closed["is_open"], closed["decision"]["text"]) == (False, "Telt niet mee.")
    shown = coded.ok("doubt", "show", doubt).stdout
    assert shown.index("Telt dit mee?") < shown.index("Ik denk van niet.")
    assert coded("doubt", "remark", doubt, "Toch wel?").exit_code == 1
    coded.ok("doubt", "reopen", doubt)
    assert [item["text"] for item in coded.json("doubt", "list", "--open")[0]["remarks"]] == [
        "Ik denk van niet.",
        "Telt niet mee.",
    ]
    assert coded("doubt", "raise", "Weg", "--on", "code:bestaat niet").exit_code == 1
