"""Sources, segments, cases and searching from the command line."""

import pytest

from tests.cli.calling import Command


def test_sources_are_listed_and_filtered(cli: Command) -> None:
    assert [source["reference"] for source in cli.json("sources", "--kind", "chat")] == ["P2"]
    lines = cli.ok("sources").stdout.splitlines()
    assert lines[0].split() == ["No.", "Title", "Label", "Kind", "Date", "Segments", "Codings"]
    assert "Gesprek wijkteam" in lines[2]


def test_the_text_is_printed_with_the_numbers_of_references(cli: Command) -> None:
    assert cli.ok("source", "text", "P1", "--lines", "1-2").stdout == (
        "1  I: Hoe is het met de bezetting?\n"
        "2  R: We zijn met anderhalf man. Er is te weinig tijd\n"
    )
    assert cli("source", "text", "P1", "--lines", "70").exit_code == 1


def test_a_source_is_described(cli: Command) -> None:
    cli.ok("source", "describe", "P2", "--title", "Eerste chat", "--date", "2026-02-04")
    shown = cli.json("source", "show", "eerste chat")[0]
    assert (shown["title"], shown["held_on"], shown["kind"]) == (
        "Eerste chat",
        "2026-02-04",
        "chat",
    )
    assert "2026-02-04" in cli.ok("source", "show", "P2").stdout
    assert cli("source", "describe", "P2").exit_code == 2


def test_roles_decide_what_segments_are_shown(cli: Command) -> None:
    cli.ok("source", "role", "P2", "medewerker", "visitor", "--why", "verkeerd geraden")
    assert [item["speaker"] for item in cli.json("segments", "P2", "--role", "visitor")] == [
        "bezoeker",
        "medewerker",
        "bezoeker",
    ]
    assert cli("source", "role", "P2", "niemand", "visitor").exit_code == 1
    assert cli("source", "role", "P2", "bezoeker", "baas").exit_code == 2


def test_segments_are_merged_split_moved_and_proposed_anew(coded: Command) -> None:
    coding = coded.json("codings")
    assert len(coded.json("segments", "P1")) == 4
    assert "P1 now has 3 segments." in coded.ok("segment", "merge", "P1", "1", "2").stderr
    coded.ok("segment", "split", "P1", "--text", "We zijn met")
    assert [item["words"][:7] for item in coded.json("segments", "P1")][1] == "We zijn"
    first = coded.json("segments", "P1")[0]
    coded.ok("segment", "move", "P1", "1", "--span", f"{first['start']}:{first['start'] + 3}")
    assert coded.json("segments", "P1")[0]["words"] == "Hoe"
    coded.ok("segment", "propose", "P1", "--by", "paragraph", "--why", "te klein")
    assert coded("segment", "merge", "P1", "9", "10").exit_code == 1
    assert coded("segment", "propose", "P1").exit_code == 2
    assert coded.json("codings") == coding, "no coding moves with a segment"


def test_segments_of_all_sources_are_listed(cli: Command) -> None:
    references = {item["reference"].partition(":")[0] for item in cli.json("segments")}
    assert references == {"P1", "P2"}


def test_cases_are_assigned_and_relabelled(cli: Command) -> None:
    cli.ok("case", "assign", "P2", "Gesprek 4")
    cli.ok("case", "relabel", "Politie {I}", "Wijkteam {1}")
    labels = {item["label"]: item["sources"] for item in cli.json("case", "list")}
    assert labels == {"Wijkteam 1": ["P1"], "Gesprek 4": ["P2"]}
    assert cli.json("sources")[0]["label"] == "Wijkteam 1"
    assert cli("case", "assign", "P2", "{I}").exit_code == 2
    assert cli("case", "relabel", "Bestaat niet", "X {I}").exit_code == 1


def test_search_shows_where_and_who(cli: Command) -> None:
    lines = cli.ok("search", "te weinig").stdout.splitlines()
    assert lines[0].split() == ["Place", "Label", "Speaker", "Words"]
    assert lines[2].startswith("P1:2")
    assert "weinig tijd om alles te lezen" in lines[2]
    hit = cli.json("search", "weinig")[0]
    start, end = hit["matches"][0]["start"], hit["matches"][0]["end"]
    assert hit["words"][start - hit["start"] : end - hit["start"]] == "weinig"


def test_several_arguments_are_words_and_phrases(cli: Command) -> None:
    assert len(cli.json("search", "tijd", "te weinig")) == 1
    assert cli.json("search", "tijd", "weinig te") == []
    assert len(cli.json("search", "weinig te")) == 1
    assert len(cli.json("search", "wacht* OR scholing")) == 3


def test_search_is_narrowed_by_role_and_source(cli: Command) -> None:
    assert [hit["role"] for hit in cli.json("search", "lang", "--role", "helper")] == ["helper"]
    assert len(cli.json("search", "lang", "--source", "P2")) == 2
    assert cli.json("search", "lang", "--source", "P1") == []
    limited = cli.ok("search", "lang", "--limit", "1")
    assert "There is more" in limited.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["?"], 1), ([], 2), (["x", "--role", "baas"], 2), (["x", "--source", "P9"], 1)],
)
def test_a_search_for_nothing_is_refused(cli: Command, arguments: list[str], code: int) -> None:
    assert cli("search", *arguments).exit_code == code


def test_nothing_found_is_no_error(cli: Command) -> None:
    result = cli.ok("search", "olifant")
    assert (result.stdout, result.stderr) == ("", "Nothing was found.\n")
