"""The board from the command line: shown, moved over, kept, compared and gone back to."""

import pytest

from tests.cli.calling import Command


@pytest.fixture
def themed(coded: Command) -> Command:
    for name in ("Zichtbaar werk", "Wie wacht"):
        coded.ok("theme", "add", name)
    return coded


def lies(cli: Command) -> dict[str, list[str]]:
    columns = cli.json("board")
    return {
        str(column["name"]): [item["path"] for item in column["codes"]]
        + [item["words"] for item in column["single"]]
        for column in columns
    }


def test_codes_and_passages_move_between_themes_and_trays(themed: Command) -> None:
    assert lies(themed)["nowhere yet"] == ["capaciteit > weinig mensen"]
    told = themed.ok("board", "move", "Zichtbaar werk", "--code", "weinig mensen").stderr
    assert "Moved 'weinig mensen' from 'nowhere yet' to 'Zichtbaar werk'." in told
    themed.ok("board", "add", "Wie wacht", "--code", "weinig mensen")
    both = themed("board", "move", "nowhere", "--code", "weinig mensen")
    assert both.exit_code == 1
    assert "'Zichtbaar werk', 'Wie wacht'" in both.stderr
    themed.ok("board", "move", "nowhere", "--code", "weinig mensen", "--from", "Wie wacht")
    coding = str(themed.json("codings")[0]["id"])
    themed.ok("board", "move", "Wie wacht", "--coding", coding)
    assert lies(themed)["Wie wacht"] == ["anderhalf man"]
    themed.ok("board", "aside", "--code", "weinig mensen")
    assert lies(themed) == {
        "nowhere yet": [],
        "Zichtbaar werk": [],
        "Wie wacht": ["anderhalf man"],
        "does not fit": ["capaciteit > weinig mensen"],
    }
    assert themed("board", "move", "Wie wacht").exit_code == 2


def test_the_board_is_printed_as_a_map(themed: Command) -> None:
    themed.ok("board", "new", "Tijd", "--code", "weinig mensen")
    shown = themed.ok("board").stdout
    assert "Tijd (candidate)\n  no central idea yet\n  1 passage · 1 case\n" in shown
    assert "  - weinig mensen: 1 passage · 1 case\n" in shown
    assert shown == themed.ok("board", "show").stdout


def test_the_board_is_kept_compared_and_gone_back_to(themed: Command) -> None:
    assert "snapshot 1" in themed.ok("board", "snapshot", "--note", "Eerst").stderr
    themed.ok("board", "new", "Tijd", "--code", "weinig mensen")
    themed.ok("board", "snapshot")
    expected = "New theme: 'Tijd'.\nFrom 'nowhere yet' to 'Tijd': 'weinig mensen'.\n"
    assert themed.ok("board", "compare", "1").stdout == expected
    assert themed.ok("board", "compare", "1", "2").stdout == expected
    preview = themed.ok("board", "restore", "1", "--preview").stdout
    assert "Theme no longer there: 'Tijd'." in preview
    assert "Tijd" in lies(themed)
    themed.ok("board", "restore", "1", "--why", "te vroeg")
    assert lies(themed)["nowhere yet"] == ["capaciteit > weinig mensen"]
    assert themed.json("themes", "--status", "dropped")[0]["name"] == "Tijd"
    assert "Eerst" in themed.ok("board", "snapshots").stdout
    themed.ok("board", "forget", "2")
    assert themed("board", "restore", "7").exit_code == 1
