"""Readings of themes and rounds of sources, from the shell."""

import pytest

from tests.cli.calling import Command


@pytest.fixture
def theme(coded: Command) -> Command:
    """With a theme of two passages."""
    coded.ok("coding", "add", "P2", "--text", "drie weken al", "--code", "weinig mensen")
    coded.ok("theme", "add", "Tijd", "--idea", "Tijd wordt verdeeld.")
    coded.ok("theme", "put", "Tijd", "--code", "weinig mensen")
    return coded


def test_a_theme_is_read_passage_by_passage(theme: Command) -> None:
    first, second = (record["id"] for record in theme.json("reading", "show", "Tijd"))
    assert "P1:2 stays." in theme.ok("reading", "stay", "Tijd", first).stderr
    theme.ok("reading", "doubt", "Tijd", second, "--memo", "Of gaat dit over wachten?")
    assert theme.json("memos")[0]["kind"] == "doubt"
    shown = theme.ok("reading", "show", "Tijd").stdout
    assert "Tijd wordt verdeeld." in shown
    assert "in doubt" in shown
    theme.ok("theme", "add", "Wachten")
    theme.ok("reading", "move", "Tijd", second, "--to", "Wachten")
    assert [record["id"] for record in theme.json("reading", "show", "Wachten")] == [second]
    assert "Read in a row" in theme.ok("reading", "finish", "Tijd").stderr
    theme.ok("coding", "add", "P2", "--text", "de wachttijd", "--code", "weinig mensen")
    assert "1 new since your last reading" in theme.ok("readings").stdout
    theme.ok("reading", "begin", "Tijd")
    (tijd, _wachten) = theme.json("readings")
    assert len(tijd["new"]) == 2
    assert theme("reading", "finish", "Wachten").exit_code == 1
    assert theme("reading", "move", "Tijd", first, "--to", "Wachten", "--no-fit").exit_code == 1


def test_a_round_is_read_and_shown(coded: Command) -> None:
    assert "No round is going on" in coded("round", "read", "P1").stderr
    coded.ok("round", "begin", "Tweede", "--order", "sparsest", "--note", "wie zwijgt?")
    coded.ok("round", "read", "P1", "P2")
    coded.ok("round", "read", "P2", "--not")
    assert "1 read, 1 not yet" in coded.ok("rounds").stdout
    shown = coded.json("round", "show")
    assert [(line["reference"], line["passages"]) for line in shown] == [("P2", 0), ("P1", 1)]
    coded.ok("round", "order", "numbered")
    told = coded.ok("round", "show", "tweede")
    assert "Round 'Tweede': 1 read, 1 not yet." in told.stderr
    assert told.stdout.index("P1") < told.stdout.index("P2")
    assert "Closed the round" in coded.ok("round", "begin", "Derde").stderr
    coded.ok("round", "close", "--why", "genoeg")
    assert coded.json("rounds")[1]["closed_at"]
