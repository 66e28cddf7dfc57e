"""Merging and splitting themes: nothing is lost, nothing is there twice, and all is one step."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.theme_merges import ThemePart
from qualkit.domain.themes import Stance
from qualkit.errors import InvalidInputError
from qualkit.services.project import Project

Mark = Callable[[str, str], str]


@pytest.fixture
def mark(project: Project, notes: SourceText) -> Mark:
    """Codes some words with a code and gives the coding's id."""

    def code_words(words: str, path: str) -> str:
        start = notes.text.index(words)
        span = Span(start, start + len(words))
        return project.codings.add_new(notes.version.id, span, path).value[0].id

    return code_words


def words_in(project: Project, theme_id: str) -> list[str]:
    return [item.words for item in project.theme_contents.passages(theme_id)]


def theme_with(project: Project, name: str, *codes: str) -> str:
    ids = [project.codes.find(code).id for code in codes]
    theme_id = project.themes.add(name).value.id
    project.theme_contents.put_codes(theme_id, ids)
    return theme_id


def test_what_was_left_out_of_one_theme_but_is_in_the_other_stays_in(
    project: Project, mark: Mark
) -> None:
    out_of_both = mark("Te weinig mensen", "capaciteit > mensen")
    mark("Wie belt", "capaciteit > zichtbaar")
    against = mark("blijft liggen", "capaciteit")
    one = theme_with(project, "Een", "capaciteit")
    two = theme_with(project, "Twee", "zichtbaar", "capaciteit")
    contents = project.theme_contents
    contents.take_code(one, project.codes.find("zichtbaar").id)
    for theme_id in (one, two):
        contents.take_passage(theme_id, out_of_both)
    contents.take_passage(two, against)
    contents.set_stance(one, against, Stance.CONTRARY)
    assert (words_in(project, one), words_in(project, two)) == (["blijft liggen"], ["Wie belt"])

    project.theme_merging.merge(one, two, "zelfde idee")

    assert words_in(project, two) == ["Wie belt", "blijft liggen"]
    stances = {item.coding_id: item.stance for item in contents.members([two])}
    assert stances[against] is Stance.CONTRARY
    assert out_of_both not in stances
    project.history.undo()
    assert (words_in(project, one), words_in(project, two)) == (["blijft liggen"], ["Wie belt"])


def test_claims_quotes_stories_and_notes_go_over_and_none_is_doubled(
    project: Project, mark: Mark
) -> None:
    coding_id = mark("Te weinig mensen", "capaciteit")
    one, two = theme_with(project, "Een", "capaciteit"), theme_with(project, "Twee", "capaciteit")
    old = replace(project.themes.find("Een"), central_idea="Van Een", belongs="werk")
    project.themes.edit(old)
    project.themes.edit(replace(project.themes.find("Twee"), central_idea="Van Twee"))
    for theme_id, claims in (
        (two, ["Er is te weinig tijd."]),
        (one, ["Er is te weinig  tijd.", "Meer"]),
    ):
        made = [project.quotes.claim(theme_id, text).value.id for text in claims]
        project.quotes.choose(theme_id, coding_id, made[0])
        project.themes.narrate(theme_id, f"Verhaal van {theme_id}")
    about = [Target(ObjectType.THEME, theme_id) for theme_id in (one, two)]
    project.memos.add(about[0], "Hoort dit bij elkaar?", cites=[about[1]])
    project.memos.add(Target(ObjectType.PROJECT, project.info.id), "Beide.", cites=about)

    told = project.theme_merging.preview(one, two)
    assert (told.codes, told.passages, told.shared) == (0, 0, 1)
    assert (told.claims, told.quotes, told.memos, told.subthemes) == (2, 1, 3, 0)
    project.theme_merging.merge(one, two)

    view = project.themes.view(two)
    assert (view.theme.central_idea, view.theme.belongs) == ("Van Twee", "werk")
    assert [item.claim.text for item in view.claims] == ["Er is te weinig tijd.", "Meer"]
    assert [len(item.quotes) for item in view.claims] == [1, 0]
    assert view.narrative == f"Verhaal van {two}\n\nVerhaal van {one}"
    on_it, both = project.memos.entries()[-2:]
    assert on_it.memo.object_id == two
    assert both.cited == (about[1],)
    project.history.undo()
    assert project.themes.view(one).narrative == f"Verhaal van {one}"


def test_subthemes_go_over_and_a_theme_may_go_up_in_one_below_it(project: Project) -> None:
    upper, middle, lower = (project.themes.add(name).value for name in ("boven", "midden", "onder"))
    project.themes.put_under(middle.id, upper.id)
    project.themes.put_under(lower.id, middle.id)
    project.theme_merging.merge(upper.id, lower.id)
    assert [(each.theme.name, each.depth) for each in project.themes.tree()] == [
        ("onder", 0),
        ("midden", 1),
    ]
    project.history.undo()
    project.theme_merging.merge(middle.id, upper.id)
    assert [(each.theme.name, each.depth) for each in project.themes.tree()] == [
        ("boven", 0),
        ("onder", 1),
    ]
    with pytest.raises(InvalidInputError, match="is the same theme"):
        project.theme_merging.merge(upper.id, upper.id)


def test_what_is_split_off_leaves_the_theme_with_all_that_was_decided_on_it(
    project: Project, mark: Mark
) -> None:
    mark("Te weinig mensen", "capaciteit > mensen")
    calling = mark("Wie belt", "capaciteit > zichtbaar")
    left_out = mark("blijft liggen", "capaciteit > zichtbaar")
    single = mark("in één hoofd", "kennis")
    mark("staat het stil", "kennis")
    theme_id = theme_with(project, "Groot", "capaciteit", "kennis")
    project.theme_contents.take_passage(theme_id, left_out)
    project.theme_contents.set_stance(theme_id, single, Stance.NUANCE)
    shown, other = (project.quotes.claim(theme_id, text).value.id for text in ("a", "b"))
    project.quotes.choose(theme_id, calling, shown)
    project.quotes.choose(theme_id, single, other)
    seen = project.codes.find("zichtbaar").id
    before = set(words_in(project, theme_id))

    parts = [ThemePart("Zien", (seen,)), ThemePart("Hoofden", (), (single,))]
    first, second = project.theme_merging.split_over(theme_id, parts, "twee ideeën").value

    assert words_in(project, first.id) == ["Wie belt"]
    assert words_in(project, second.id) == ["in één hoofd"]
    assert words_in(project, theme_id) == ["Te weinig mensen", "staat het stil"]
    assert {*words_in(project, first.id), *words_in(project, second.id)} < before
    (member,) = project.theme_contents.members([second.id])
    assert member.stance is Stance.NUANCE
    assert [item.claim.text for item in project.themes.view(first.id).claims] == ["a"]
    assert [item.quote.claim_id for item in project.themes.view(second.id).contrary] == [other]
    assert project.themes.view(theme_id).claims == ()
    last = project.history.entries()[-1].operation
    assert (last.summary, last.why) == (
        "Split the theme 'Groot' off to 'Zien', 'Hoofden'",
        "twee ideeën",
    )
    project.history.undo()
    assert set(words_in(project, theme_id)) == before
    loose = project.codes.add("los").value.id
    with pytest.raises(InvalidInputError, match="is not in the theme"):
        project.theme_merging.split(theme_id, "X", [loose])
    with pytest.raises(InvalidInputError, match="Choose codes or passages"):
        project.theme_merging.split(theme_id, "X")
