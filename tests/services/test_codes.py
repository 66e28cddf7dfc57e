"""The codebook: codes are made, renamed, moved, merged, split and retired without losing work."""

from collections.abc import Callable
from dataclasses import asdict, replace

import pytest

from qualkit.domain.codes import CodeChange, CodeColour, CodeCounts, CodeLevel, CodeStatus
from qualkit.domain.codings import Coding
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import (
    AmbiguousNameError,
    InvalidInputError,
    NameTakenError,
    NotFoundError,
)
from qualkit.services.project import Project


@pytest.fixture
def mark(project: Project, notes: SourceText) -> Callable[[str, str], Coding]:
    """Codes the first place of some words with a code."""

    def code_words(words: str, path: str) -> Coding:
        start = notes.text.index(words)
        span = Span(start, start + len(words))
        return project.codings.add_new(notes.version.id, span, path).value[0]

    return code_words


Mark = Callable[[str, str], Coding]


def paths(project: Project) -> list[str]:
    return [entry.path for entry in project.codes.entries()]


def counts(project: Project, name: str) -> tuple[int, int, int]:
    (found,) = [e.counts for e in project.codes.entries() if e.code.name == name]
    return found.codings, found.sources, found.cases


def test_a_path_makes_its_missing_parents(project: Project) -> None:
    project.codes.add("capaciteit > te weinig mensen", "Er zijn te weinig mensen.")
    project.codes.add("Capaciteit > rooster")
    assert paths(project) == [
        "capaciteit",
        "capaciteit > te weinig mensen",
        "capaciteit > rooster",
    ]
    assert project.codes.find("te weinig mensen").description == "Er zijn te weinig mensen."
    assert project.codes.find("capaciteit").description == ""
    project.history.undo()
    project.history.undo()
    assert paths(project) == [], "the parent came with its child, as one step"


def test_the_same_name_twice_is_refused_but_not_under_another_parent(project: Project) -> None:
    project.codes.add("capaciteit > kennis")
    project.codes.add("kennis")
    for again in ("KENNIS", " kennis ", "capaciteit > Kennis"):
        with pytest.raises(NameTakenError, match="already"):
            project.codes.add(again)
    assert paths(project) == ["capaciteit", "capaciteit > kennis", "kennis"]


def test_two_spellings_of_one_accent_are_one_name(project: Project) -> None:
    project.codes.add("één hoofd")
    with pytest.raises(NameTakenError):
        project.codes.add("e\u0301e\u0301n hoofd")
    assert project.codes.find("e\u0301e\u0301n hoofd").name == "één hoofd"


def test_names_cannot_steer_a_terminal(project: Project) -> None:
    code = project.codes.add("rood\x1b[31m\nwerk").value
    assert code.name == "rood\ufffd[31m werk"


def test_renaming_keeps_codings_and_leaves_a_trace(project: Project, mark: Mark) -> None:
    coding = mark("Te weinig mensen", "capaciteit")
    code = project.codes.find("capaciteit")
    project.codes.rename(code.id, "bezetting", why="het gaat om mensen")
    assert project.codings.get(coding.id).code.name == "bezetting"
    last = project.codes.history(code.id)[-1].operation
    assert last.summary == "Renamed the code 'capaciteit' to 'bezetting'"
    assert last.why == "het gaat om mensen"


def test_renaming_to_a_siblings_name_is_refused(project: Project) -> None:
    project.codes.add("kennis")
    code = project.codes.add("bezetting").value
    with pytest.raises(NameTakenError) as caught:
        project.codes.rename(code.id, "Kennis")
    assert caught.value.hint == "Merge the two if they mean the same."
    project.codes.rename(code.id, "Bezetting")  # only its capital
    assert paths(project) == ["kennis", "Bezetting"]


def test_a_code_is_found_by_path_name_or_id_and_near_names_are_offered(project: Project) -> None:
    first = project.codes.add("capaciteit > kennis").value
    project.codes.add("school > kennis")
    assert project.codes.find("CAPACITEIT > kennis") == first
    assert project.codes.find(first.id[:8]) == first
    with pytest.raises(AmbiguousNameError) as several:
        project.codes.find("kennis")
    assert "'capaciteit > kennis', 'school > kennis'" in several.value.message
    with pytest.raises(NotFoundError) as none:
        project.codes.find("capacitiet")
    assert none.value.message == "There is no code called 'capacitiet'."
    assert "'capaciteit'" in none.value.hint


def test_describing_changes_only_what_is_given(project: Project) -> None:
    code = project.codes.add("kennis", "Wat men weet.", CodeLevel.SEMANTIC).value
    project.codes.describe(code.id, CodeChange(level=CodeLevel.LATENT))
    project.codes.describe(code.id, " Wat men kan. ")
    changed = project.codes.find("kennis")
    assert (changed.description, changed.level) == ("Wat men kan.", CodeLevel.LATENT)


def test_every_part_of_a_description_and_every_mark_is_set_and_taken_away(
    project: Project,
) -> None:
    bare = project.codes.add("wachttijd").value
    change = CodeChange(
        description="Hoe lang iemand wacht.",
        use_when="Er is een duur genoemd.",
        not_when="Alleen ongeduld.",
        example="al drie weken",
        boundary="'Lang' zonder duur is dit niet.",
        level=CodeLevel.SEMANTIC,
        colour=CodeColour.TEAL,
    )
    project.codes.describe(bare.id, change)
    assert project.codes.find("wachttijd") == replace(bare, **asdict(change))
    project.codes.describe(bare.id, CodeChange(**dict.fromkeys(asdict(change), "")))  # type: ignore[arg-type]
    assert project.codes.find("wachttijd") == bare
    project.history.undo()
    assert project.codes.find("wachttijd").boundary == "'Lang' zonder duur is dit niet."


def test_the_history_says_whether_a_level_a_colour_or_words_were_changed(project: Project) -> None:
    code = project.codes.add("wachttijd").value
    for change in (
        CodeChange(level=CodeLevel.LATENT),
        CodeChange(level=""),
        CodeChange(colour=CodeColour.RED),
        CodeChange(example="al drie weken", level=CodeLevel.LATENT),
    ):
        project.codes.describe(code.id, change)
    assert [entry.operation.summary for entry in project.codes.history(code.id)][1:] == [
        "Marked the code 'wachttijd' as latent",
        "No longer marked the code 'wachttijd' as semantic or latent",
        "Changed the colour of the code 'wachttijd'",
        "Described the code 'wachttijd'",
    ]


def test_moving_takes_the_codes_below_along(project: Project) -> None:
    project.codes.add("werk > rooster > nacht")
    project.codes.add("capaciteit")
    rooster, capaciteit = project.codes.find("rooster"), project.codes.find("capaciteit")
    project.codes.move(rooster.id, capaciteit.id)
    assert paths(project)[-2:] == ["capaciteit > rooster", "capaciteit > rooster > nacht"]
    project.codes.move(rooster.id, None)
    assert "rooster > nacht" in paths(project)


def test_a_code_cannot_come_under_itself(project: Project) -> None:
    lower = project.codes.add("werk > rooster").value
    upper = project.codes.find("werk")
    for below in (lower.id, upper.id):
        with pytest.raises(InvalidInputError, match="cannot be put under"):
            project.codes.move(upper.id, below)


def test_merging_does_not_count_a_passage_twice(
    project: Project, notes: SourceText, mark: Mark
) -> None:
    mark("Te weinig mensen", "tekort")
    mark("staat het stil", "tekort")
    mark("Te weinig mensen", "capaciteit")
    tekort, capaciteit = project.codes.find("tekort"), project.codes.find("capaciteit")
    project.codes.merge(tekort.id, capaciteit.id, why="hetzelfde idee")
    assert paths(project) == ["capaciteit"]
    assert counts(project, "capaciteit") == (2, 1, 1)
    words = [found.words for found in project.codings.select(code_id=capaciteit.id)]
    assert words == ["Te weinig mensen", "staat het stil"]
    project.history.undo()
    assert counts(project, "tekort") == (2, 1, 1)
    assert counts(project, "capaciteit") == (1, 1, 1)


def test_merging_keeps_memos_themes_quotes_and_strong_marks(
    project: Project, notes: SourceText, mark: Mark
) -> None:
    old, new = mark("Te weinig mensen", "tekort"), mark("Te weinig mensen", "capaciteit")
    project.codings.mark(old.id)
    on_coding = project.memos.add(Target(ObjectType.CODING, old.id), "Sterk gezegd.").value
    on_code = project.memos.add(
        Target(ObjectType.CODE, old.code_id),
        "Is dit niet capaciteit?",
        cites=[Target(ObjectType.CODING, old.id)],
    ).value
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [old.code_id])
    project.theme_contents.put_passage(theme.id, old.id)
    quote = project.quotes.choose(theme.id, old.id, printed="Te weinig [...]").value

    project.codes.merge(old.code_id, new.code_id)

    kept = project.codings.get(new.id)
    assert kept.coding.strong
    assert project.memos.get(on_coding.id).target == Target(ObjectType.CODING, new.id)
    assert project.memos.get(on_code.id).target == Target(ObjectType.CODE, new.code_id)
    (entry,) = [e for e in project.memos.entries() if e.memo.id == on_code.id]
    assert entry.cites == ("P1:5, coded 'capaciteit'",)
    view = project.themes.view(theme.id)
    assert [code.name for code in view.codes] == ["capaciteit"]
    assert [passage.coding.id for passage in view.passages] == [new.id]
    assert project.quotes.get(quote.id).coding_id == new.id
    assert view.unclaimed[0].words == "Te weinig [...]"


def test_merging_where_a_theme_holds_both_codes_holds_it_once(project: Project, mark: Mark) -> None:
    old, new = mark("Te weinig mensen", "tekort"), mark("staat het stil", "capaciteit")
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [new.code_id, old.code_id])
    project.codes.merge(old.code_id, new.code_id)
    assert [code.name for code in project.theme_contents.codes(theme.id)] == ["capaciteit"]


def test_merging_takes_children_and_an_only_description(project: Project) -> None:
    project.codes.add("tekort", "Te weinig van iets.")
    project.codes.add("tekort > nacht")
    project.codes.add("capaciteit")
    old, new = project.codes.find("tekort"), project.codes.find("capaciteit")
    project.codes.merge(old.id, new.id)
    assert paths(project) == ["capaciteit", "capaciteit > nacht"]
    assert project.codes.find("capaciteit").description == "Te weinig van iets."


def test_a_preview_tells_what_a_merge_does_and_does_nothing(project: Project, mark: Mark) -> None:
    old, new = mark("Te weinig mensen", "tekort"), mark("Te weinig mensen", "capaciteit")
    mark("staat het stil", "tekort")
    project.codes.add("tekort > nacht")
    project.codes.describe(old.code_id, "Te weinig van iets.")
    project.codes.describe(new.code_id, CodeChange("Mensen en uren.", colour=CodeColour.RED))
    project.memos.add(Target(ObjectType.CODE, old.code_id), "Is dit capaciteit?")
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [old.code_id])
    before = project.history.entries()

    preview = project.codes.preview_merge(old.code_id, new.code_id)

    assert preview.sentences() == (
        "2 codings go to 'capaciteit'.",
        "1 passage is coded with both and will be counted once.",
        "These codes come below 'capaciteit': 'nacht'.",
        "1 memo will speak of 'capaciteit'.",
        "'capaciteit' takes its place in these themes: 'Zichtbaarheid'.",
        "Where both are described, the words of 'capaciteit' stay.",
    )
    assert project.history.entries() == before
    project.codes.merge(old.code_id, new.code_id)
    assert project.codes.find("capaciteit").description == "Mensen en uren."


def test_merging_upwards_lets_a_child_take_the_name_that_goes(project: Project) -> None:
    inner = project.codes.add("capaciteit > rooster > rooster").value
    middle, top = project.codes.find("capaciteit > rooster"), project.codes.find("capaciteit")
    project.codes.merge(middle.id, top.id)
    assert paths(project) == ["capaciteit", "capaciteit > rooster"]
    assert project.codes.find("capaciteit > rooster").id == inner.id


def test_merging_into_itself_or_downwards_is_refused(project: Project) -> None:
    lower = project.codes.add("werk > rooster").value
    upper = project.codes.find("werk")
    with pytest.raises(InvalidInputError, match="which is the same code"):
        project.codes.merge(upper.id, upper.id)
    with pytest.raises(InvalidInputError, match="which lies below it"):
        project.codes.merge(upper.id, lower.id)


def test_merging_codes_whose_children_share_a_name_is_refused(project: Project) -> None:
    project.codes.add("tekort > nacht")
    project.codes.add("capaciteit > Nacht")
    old, new = project.codes.find("tekort"), project.codes.find("capaciteit")
    with pytest.raises(NameTakenError):
        project.codes.merge(old.id, new.id)
    assert len(paths(project)) == 4


def test_a_code_is_split_passage_by_passage(project: Project, mark: Mark) -> None:
    people, skills = mark("Te weinig mensen", "capaciteit"), mark("in één hoofd", "capaciteit")
    code = project.codes.find("capaciteit")
    split = project.codes.split(code.id, "kennis", [skills.id, skills.id], why="twee ideeën").value
    assert project.codings.get(people.id).code.name == "capaciteit"
    assert project.codings.get(skills.id).code.id == split.id
    assert [e.operation.kind for e in project.codes.history(code.id)][-1] == "code.split"
    project.history.undo()
    assert paths(project) == ["capaciteit"]


def test_each_passage_of_a_split_goes_to_one_code_to_both_or_stays(
    project: Project, mark: Mark
) -> None:
    people = mark("Te weinig mensen", "capaciteit")
    skills = mark("in één hoofd", "capaciteit")
    either = mark("staat het stil", "capaciteit")
    rest = mark("Wie belt, gaat voor", "capaciteit")
    project.codings.mark(either.id)
    steps = len(project.history.entries())
    outcome = project.codes.split_over(
        people.code_id,
        {people.id: ["mensen"], skills.id: [" kennis "], either.id: ["mensen", "kennis"]},
    )
    assert [code.name for code in outcome.value] == ["mensen", "kennis"]
    words = {
        name: [item.words for item in project.codings.select(code_id=project.codes.find(name).id)]
        for name in ("mensen", "kennis", "capaciteit")
    }
    assert words == {
        "mensen": ["Te weinig mensen", "staat het stil"],
        "kennis": ["in één hoofd", "staat het stil"],
        "capaciteit": [rest.span.of(project.sources.read(project.sources.find("P1").id).text)],
    }
    assert len(project.codings.select(strong=True)) == 2
    assert len(project.history.entries()) == steps + 1, "one step"
    project.history.undo()
    assert paths(project) == ["capaciteit"]
    assert counts(project, "capaciteit") == (4, 1, 1)


def test_splitting_to_a_code_that_is_there_joins_twins(project: Project, mark: Mark) -> None:
    first = mark("Te weinig mensen", "capaciteit")
    mark("Te weinig mensen", "kennis")
    project.codes.split(first.code_id, "KENNIS", [first.id])
    assert counts(project, "kennis") == (1, 1, 1)
    assert counts(project, "capaciteit") == (0, 0, 0)


def test_splitting_needs_codings_of_the_code_and_another_name(project: Project, mark: Mark) -> None:
    mine, other = mark("Te weinig mensen", "capaciteit"), mark("in één hoofd", "kennis")
    for codings in ([], [other.id], [mine.id, other.id]):
        with pytest.raises(InvalidInputError, match="takes one or more codings of 'capaciteit'"):
            project.codes.split(mine.code_id, "nieuw", codings)
    with pytest.raises(NameTakenError):
        project.codes.split(mine.code_id, "Capaciteit", [mine.id])
    assert paths(project) == ["capaciteit", "kennis"]


def test_a_retired_code_keeps_its_codings_and_can_return(project: Project, mark: Mark) -> None:
    coding = mark("Te weinig mensen", "capaciteit")
    project.codes.retire(coding.code_id)
    assert project.codes.find("capaciteit").status is CodeStatus.RETIRED
    assert project.codes.entries(retired=False) == ()
    assert counts(project, "capaciteit") == (1, 1, 1)
    project.codes.retire(coding.code_id, retired=False)
    assert len(project.codes.entries(retired=False)) == 1


def test_only_a_code_without_any_use_is_removed(project: Project, mark: Mark) -> None:
    used = mark("Te weinig mensen", "capaciteit > mensen").code_id
    themed, noted = project.codes.add("school").value, project.codes.add("contact").value
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [themed.id])
    project.memos.add(Target(ObjectType.CODE, noted.id), "Nog niet gebruikt.")
    for code_id in (used, project.codes.find("capaciteit").id, themed.id, noted.id):
        with pytest.raises(InvalidInputError, match="is in use"):
            project.codes.remove(code_id)
    free = project.codes.add("los").value
    project.codes.remove(free.id)
    assert "los" not in paths(project)
    project.history.undo()
    assert project.codes.find("los") == free


def test_a_code_tells_its_own_story(project: Project, mark: Mark) -> None:
    old, new = mark("Te weinig mensen", "tekort"), mark("in één hoofd", "capaciteit")
    mark("staat het stil", "capaciteit")
    project.codes.merge(old.code_id, new.code_id)
    project.history.undo()
    project.history.redo()
    for code_id in (old.code_id, new.code_id):
        kinds = [entry.operation.kind for entry in project.codes.history(code_id)]
        assert kinds == ["coding.add", "code.merge", "undo", "redo"]


def test_counts_with_the_codes_below_count_a_source_once(project: Project, mark: Mark) -> None:
    mark("Te weinig mensen", "capaciteit > mensen")
    mark("staat het stil", "capaciteit > mensen > verlof")
    mark("in één hoofd", "capaciteit")
    top = project.codes.entry(project.codes.find("capaciteit").id)
    assert top.counts == CodeCounts(1, 1, 1)
    assert top.with_below == CodeCounts(3, 1, 1)


def test_counts_tell_sources_and_cases_apart(
    project: Project, notes: SourceText, bring_in: Callable[..., SourceText]
) -> None:
    header = "---\nlabel: Politie III\n---\n"
    more = bring_in(header + "R: Nog een gesprek.\n\nR: En nog iets.\n", "tweede.txt")
    for text in (notes, more):
        project.codings.add_new(text.version.id, Span(0, 5), "begin")
    assert counts(project, "begin") == (2, 2, 1), "two conversations with one participant"
