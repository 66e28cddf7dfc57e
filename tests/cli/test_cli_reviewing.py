"""Answers of co-authors from the command line: the scenario in which two of them answer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.answering import Filled, fill, page_answers, rows_of, save_rows
from tests.cli.calling import ROOT, Command


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample study, made once."""
    folder = tmp_path_factory.mktemp("voorbeeld") / "demo"
    Command(folder.parent).ok("demo", str(folder), "--themes", str(folder.parent / "themas"))
    return folder


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Iterator[Command]:
    import shutil  # noqa: PLC0415

    folder = tmp_path / "demo"
    shutil.copytree(sample, folder)
    yield Command(folder)


def test_two_co_authors_answer_and_nothing_is_lost(demo: Command, tmp_path: Path) -> None:
    sheet = tmp_path / "citaten.csv"
    demo.ok("export", "quotes", "--to", str(sheet))
    ids = [row["item_id"] for row in rows_of(sheet)][:15]
    words = {row["item_id"]: row["quote"] for row in rows_of(sheet)}
    first = {each: Filled("Akkoord") for each in ids[:12]}
    first |= {each: Filled("inkorten graag") for each in ids[12:14]}
    second = {each: Filled("ok") for each in ids[:11]} | {ids[11]: Filled("vervangen")}
    edited = words[ids[14]].removesuffix(".").rpartition(" ")[0] + " [...]"
    second[ids[14]] = Filled("akkoord", "zo is het korter", edited)
    sanne, joris = tmp_path / "sanne.csv", tmp_path / "joris.csv"
    for path, answers, name in ((sanne, first, "Sanne"), (joris, second, "Joris")):
        path.write_bytes(sheet.read_bytes())
        fill(path, answers, name)
    save_rows(joris, sorted(rows_of(joris), key=lambda row: row["quote"]))

    preview = demo.ok("review", "import", str(sanne), str(joris), "--dry-run")
    assert demo.json("review", "list") == []
    read = demo.ok("review", "import", str(sanne), str(joris))
    told = "11 agreed, 2 to shorten, 1 conflict, 1 changed text, 0 lost\n"
    assert preview.stdout == read.stdout == told
    assert "27 new answers of Sanne, Joris" in read.stderr

    assert [item["state"] for item in demo.json("review", "list", "--open")] == (
        ["conflicting"] + ["open"] * 3
    )
    (conflict,) = demo.json("review", "list", "--conflicts")
    assert conflict["id"] == ids[11]
    shown = demo.ok("review", "show", ids[14][:8]).stdout
    assert "{+[...]+}" in shown
    assert "zo is het korter" in shown
    assert "agree, other words" in shown
    assert demo.json("review", "show", ids[14])[0]["words"] == words[ids[14]]

    demo.ok("review", "take", ids[14], "joris")
    assert demo.json("review", "show", ids[14])[0]["words"] == edited
    demo.ok("review", "set-aside", ids[11], "--why", "Joris kent een beter citaat")
    for each in ids[12:14]:
        demo.ok("review", "handle", each, "Ingekort na overleg", "--reviewer", "Sanne")
    assert demo.json("review", "list", "--open") == []
    assert demo("review", "handle", ids[13]).exit_code == 1
    demo.ok("review", "reopen", ids[13])
    assert [item["id"] for item in demo.json("review", "list", "--open")] == [ids[13]]
    again = demo.ok("review", "import", str(sanne), str(joris))
    assert "Nothing new: 0 new answers, 27 there already." in again.stderr
    assert again.stdout.endswith(" 0 lost\n")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_comes_in(
    demo: Command, tmp_path: Path
) -> None:
    theme = demo.json("themes")[0]["name"]
    quote = demo.json("quote", "list", theme)[0]
    good = page_answers(tmp_path / "a.json", "", {quote["id"]: Filled("misschien")}, "")
    lost = page_answers(tmp_path / "b.json", "", {"0" * 36: Filled("akkoord")}, "Sanne")
    refused = demo("review", "import", str(lost))
    assert refused.exit_code == 1
    assert "None of the quotes in 'b.json' is in this project." in refused.stderr
    both = demo("review", "import", str(good), str(lost), "--reviewer", "Joris")
    assert both.exit_code == 1
    assert both.stdout == "1 remark, 0 lost\n"
    assert "kept as a remark: misschien" in both.stderr
    (listed,) = demo.json("review", "list")
    assert [(each["reviewer"], each["remark"]) for each in listed["answers"]] == [
        ("Joris", "misschien")
    ]
    (record,) = demo.json("review", "import", str(good), "--reviewer", "Joris")
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("| `review import` |")[2]
    keys = docs.partition("\n")[0].partition(";")[0]
    assert set(record) == set(re.findall(r"`(\w+)`", keys))
