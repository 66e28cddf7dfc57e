"""The history from the command line: narrowed, explained, and gone back through."""

from tests.cli.calling import Command


def summaries(command: Command, *options: str) -> list[str]:
    return [step["summary"] for step in command.json("history", *options)]


def test_steps_are_narrowed(empty: Command) -> None:
    empty.ok("code", "add", "één hoofd", "--why", "kwam steeds terug")
    empty.ok("memo", "add", "Over de werving")
    assert summaries(empty, "--kind", "code") == ["Made the code 'één hoofd'"]
    assert summaries(empty, "--words", "STEEDS een") == ["Made the code 'één hoofd'"]
    assert summaries(empty, "--actor", "niemand") == []
    assert summaries(empty, "--until", "2020-01-01") == []
    assert len(summaries(empty, "--since", "2020-01-01", "--limit", "1")) == 1
    assert "There are no such steps." in empty.ok("history", "--actor", "niemand").stderr


def test_a_reason_is_given_afterwards(empty: Command) -> None:
    empty.ok("code", "add", "wachttijd")
    number = str(empty.json("history")[-1]["number"])
    empty.ok("memo", "add", "Drie keer genoemd.", "--on", f"step:{number}", "--kind", "decision")
    (step,) = [each for each in empty.json("history") if str(each["number"]) == number]
    assert step["memos"] == ["Drie keer genoemd."]
    assert "Drie keer genoemd." in empty.ok("history").stdout
    assert [memo["body"] for memo in empty.json("memos", "--on-any", "step")] == step["memos"]
    assert empty("memo", "add", "x", "--on", "step:999").exit_code == 1


def test_one_goes_back_and_on_again(empty: Command) -> None:
    for name in ("capaciteit", "kennis", "contact"):
        empty.ok("code", "add", name)
    first = empty.json("history")[-3]["number"]
    preview = empty.ok("undo", "--to", str(first), "--preview").stdout
    assert "'contact'" in preview
    assert "'capaciteit'" not in preview
    assert len(empty.json("codes")) == 3, "a preview changes nothing"
    assert "2 steps" in empty.ok("undo", "--to", str(first)).stderr
    assert [code["name"] for code in empty.json("codes")] == ["capaciteit"]
    assert "'kennis'" in empty.ok("redo", "--all", "--preview").stdout
    empty.ok("redo", "--to", str(first + 1))
    assert {code["name"] for code in empty.json("codes")} == {"capaciteit", "kennis"}
    empty.ok("redo", "--all")
    assert len(empty.json("codes")) == 3
    assert empty("redo", "--all").exit_code == 1
    assert empty("undo", "--preview").exit_code == 2
    assert empty("redo", "--all", "--to", "3").exit_code == 2


def test_memos_are_exported_by_kind(empty: Command) -> None:
    empty.ok("memo", "add", "Niet gevraagd naar loon.", "--kind", "limitation")
    empty.ok("memo", "add", "Over de werving")
    empty.ok("export", "memos", "--kind", "limitation", "--to", str(empty.folder / "b.md"))
    text = (empty.folder / "b.md").read_text("utf-8")
    assert "Niet gevraagd" in text
    assert "werving" not in text
