"""Themes: a shared idea with codes, passages and a story; nothing goes that was not taken out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.memos import MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.projects import Profile
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import Stance, ThemeStatus
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.project import Project


@pytest.fixture
def mark(project: Project, notes: SourceText) -> Callable[[str, str], str]:
    """Codes some words with a code and gives the coding's id."""

    def code_words(words: str, path: str) -> str:
        start = notes.text.index(words)
        span = Span(start, start + len(words))
        return project.codings.add_new(notes.version.id, span, path).value[0].id

    return code_words


Mark = Callable[[str, str], str]


def names(project: Project) -> list[str]:
    return [theme.name for theme in project.themes.all()]


def test_a_theme_is_more_than_a_name(project: Project) -> None:
    theme = project.themes.add(
        "Wie niet zichtbaar is, verliest", " Wie op de stoep staat, gaat voor. ", "werk", "geld"
    ).value
    assert theme.central_idea == "Wie op de stoep staat, gaat voor."
    assert (theme.belongs, theme.excludes) == ("werk", "geld")
    assert theme.status is ThemeStatus.CANDIDATE
    assert project.themes.find("wie NIET zichtbaar is, verliest") == theme
    assert project.themes.find(theme.id[:8]) == theme


def test_names_are_unique_and_near_names_are_offered(project: Project) -> None:
    theme = project.themes.add("Zichtbaarheid").value
    other = project.themes.add("Kennis").value
    with pytest.raises(NameTakenError):
        project.themes.add("ZICHTBAARHEID")
    with pytest.raises(NameTakenError):
        project.themes.edit(replace(other, name="zichtbaarheid"))
    with pytest.raises(InvalidInputError):
        project.themes.edit(replace(theme, name="  "))
    with pytest.raises(NotFoundError) as caught:
        project.themes.find("Zichtbarheid")
    assert caught.value.hint == "Did you mean 'Zichtbaarheid'?"


def test_editing_tells_a_new_name_in_the_history(project: Project) -> None:
    theme = project.themes.add("Capaciteit").value
    project.themes.edit(replace(theme, name="Wie belt gaat voor", status=ThemeStatus.SETTLED))
    last = project.history.entries()[-1].operation
    assert last.summary == "Renamed the theme 'Capaciteit' to 'Wie belt gaat voor'"
    assert project.themes.find("Wie belt gaat voor").status is ThemeStatus.SETTLED


def test_dropped_themes_stay_but_can_be_left_out(project: Project) -> None:
    theme = project.themes.add("Capaciteit").value
    project.themes.add("Kennis")
    project.themes.edit(replace(theme, status=ThemeStatus.DROPPED))
    assert names(project) == ["Capaciteit", "Kennis"]
    assert [each.name for each in project.themes.all(dropped=False)] == ["Kennis"]


def test_themes_stand_in_the_researchers_order(project: Project) -> None:
    ids = [project.themes.add(name).value.id for name in ("a", "b", "c")]
    project.themes.move(ids[2], -1)
    assert names(project) == ["a", "c", "b"]
    project.themes.move(ids[0], -1)
    project.themes.move(ids[1], +1)
    assert names(project) == ["a", "c", "b"], "beyond the ends nothing moves"
    project.themes.move(ids[0], +2)
    assert names(project) == ["c", "b", "a"]
    for expected in (["a", "c", "b"], ["a", "b", "c"]):
        project.history.undo()
        assert names(project) == expected


def test_a_theme_may_have_themes_below_but_never_itself(project: Project) -> None:
    upper, lower = (project.themes.add(name).value for name in ("boven", "onder"))
    lower = project.themes.edit(replace(lower, parent_id=upper.id)).value
    for parent in (upper.id, lower.id):
        with pytest.raises(InvalidInputError, match="cannot come under itself"):
            project.themes.edit(replace(upper, parent_id=parent))
    with pytest.raises(NotFoundError):
        project.themes.edit(replace(upper, parent_id="nergens"))
    project.themes.remove(upper.id)
    assert project.themes.find("onder").parent_id is None


def test_passages_come_by_code_by_code_below_and_singly(project: Project, mark: Mark) -> None:
    mark("Te weinig mensen", "capaciteit")
    mark("Wie belt", "capaciteit > zichtbaar werk")
    single = mark("in één hoofd", "kennis")
    mark("staat het stil", "kennis")
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [project.codes.find("capaciteit").id])
    project.theme_contents.put_passage(theme.id, single)
    project.theme_contents.put_passage(theme.id, single)
    words = ["Te weinig mensen", "Wie belt", "in één hoofd"]
    assert [item.words for item in project.theme_contents.passages(theme.id)] == words
    project.theme_contents.take_passage(theme.id, single)
    assert [item.words for item in project.theme_contents.passages(theme.id)] == words[:2]
    assert len(project.codings.select()) == 4


def test_codes_keep_the_order_in_which_they_were_gathered(project: Project) -> None:
    ids = [project.codes.add(name).value.id for name in ("x", "a", "m")]
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [ids[0], ids[1], ids[0]])
    project.theme_contents.put_codes(theme.id, ids)
    order = ["x", "a", "m"]
    assert [code.name for code in project.theme_contents.codes(theme.id)] == order
    project.theme_contents.take_code(theme.id, ids[0])
    assert [code.name for code in project.theme_contents.codes(theme.id)] == ["a", "m"]
    project.history.undo()
    assert [code.name for code in project.theme_contents.codes(theme.id)] == order
    project.themes.remove(theme.id)
    project.history.undo()
    assert [code.name for code in project.theme_contents.codes(theme.id)] == order


def test_a_story_is_written_changed_and_emptied(project: Project) -> None:
    theme = project.themes.add("Zichtbaarheid").value
    project.themes.narrate(theme.id, "Eerst dit.")
    project.themes.narrate(theme.id, " Eerst dit. ")
    project.themes.narrate(theme.id, "Anders.")
    assert project.themes.view(theme.id).narrative == "Anders."
    assert [e.memo.body for e in project.memos.entries(MemoFilter(kind=MemoKind.NARRATIVE))] == [
        "Anders."
    ]
    project.themes.narrate(theme.id, "")
    assert project.themes.view(theme.id).narrative == ""
    project.history.undo()
    assert project.themes.view(theme.id).narrative == "Anders."
    assert len(project.history.entries()) == 5, "writing the same again is no step"


def test_a_removed_theme_leaves_codes_and_codings_and_comes_back_whole(
    project: Project, mark: Mark
) -> None:
    coding_id = mark("Te weinig mensen", "capaciteit")
    theme = project.themes.add("Zichtbaarheid").value
    project.theme_contents.put_codes(theme.id, [project.codes.find("capaciteit").id])
    project.theme_contents.put_passage(theme.id, coding_id)
    claim = project.quotes.claim(theme.id, "Er is te weinig tijd.").value
    project.quotes.choose(theme.id, coding_id, claim.id)
    project.quotes.choose(theme.id, coding_id, stance=Stance.CONTRARY)
    project.themes.narrate(theme.id, "Het verhaal.")
    about = Target(ObjectType.THEME, theme.id)
    elsewhere = project.memos.add(
        Target(ObjectType.PROJECT, project.info.id), "Zie het thema.", cites=[about]
    ).value
    before = project.themes.view(theme.id)

    project.themes.remove(theme.id, why="valt samen met een ander")

    assert names(project) == []
    assert len(project.codings.select()) == 1
    (left,) = project.memos.entries()
    assert (left.memo, left.cites) == (elsewhere, ())
    project.history.undo()
    assert project.themes.view(theme.id) == before
    assert len(before.contrary) == len(before.claims) == 1
    assert before.unclaimed == ()


def test_a_topic_name_is_asked_about_until_it_is_kept(project: Project) -> None:
    names_of = project.theme_names
    topic = project.themes.add("Voordelen van contact").value
    assert names_of.asks_about(topic)
    assert not names_of.asks_about(project.themes.add("Wie belt, gaat voor").value)
    kept = names_of.keep(topic.id, "Zo heet het in de opdracht.").value
    assert not names_of.asks_about(kept)
    (memo,) = project.memos.entries(MemoFilter(kind=MemoKind.DECISION))
    assert (memo.memo.object_id, memo.memo.body) == (topic.id, "Zo heet het in de opdracht.")
    assert names_of.asks_about(project.themes.edit(replace(kept, name="Nadelen van contact")).value)
    project.describe(profile=Profile.FRAMEWORK)
    assert not names_of.asks_about(project.themes.find("Nadelen van contact"))
