"""The bar of a batch in a terminal: how much is done, and of how much, from the beginning."""

from pathlib import Path

from tests.cli.calling import on_terminal


def test_the_bar_tells_how_much_there_is_from_the_beginning(tmp_path: Path) -> None:
    chats = tmp_path / "gesprekken"
    chats.mkdir()
    for number in range(3):
        (chats / f"g{number}.txt").write_text(f"De wachttijd bij balie {number} is lang.\n")
    out = str(tmp_path / "nacht.csv")
    code, seen = on_terminal("suggest", "--from", str(chats), "--workers", "1", "--out", out)
    assert code == 0
    assert "0/?" not in seen
    assert seen.index("0/3") < seen.index("3/3")
    assert "words/s" in seen
