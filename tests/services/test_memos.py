"""Memos: on anything, citing by reference, private where they should be, never lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.memos import MemoDraft, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project


def whole(project: Project) -> Target:
    return Target(ObjectType.PROJECT, project.info.id)


def cited(project: Project, memo_id: str) -> list[str]:
    (entry,) = [each for each in project.memos.entries() if each.memo.id == memo_id]
    return sorted(entry.cites)


def test_a_memo_can_be_about_anything_and_is_named_for_people(
    project: Project, notes: SourceText
) -> None:
    words = Span(notes.text.index("Wie belt"), notes.text.index("Wie belt") + 8)
    (coding,) = project.codings.add_new(notes.version.id, words, "zichtbaar werk").value
    theme = project.themes.add("Wie belt gaat voor").value
    ((case, _, _),) = project.cases.entries()
    about = {
        "the project 'Proef'": whole(project),
        "P1 'Wijkteam'": Target(ObjectType.SOURCE, notes.source.id),
        "P1:5": Target(ObjectType.PASSAGE, notes.version.id, words.start, words.end),
        "the code 'zichtbaar werk'": Target(ObjectType.CODE, coding.code_id),
        "P1:5, coded 'zichtbaar werk'": Target(ObjectType.CODING, coding.id),
        "the theme 'Wie belt gaat voor'": Target(ObjectType.THEME, theme.id),
        "Politie III": Target(ObjectType.CASE, case.id),
    }
    for target in about.values():
        project.memos.add(target, "Hier wil ik op terugkomen.")
    assert [entry.about for entry in project.memos.entries()] == list(about)
    last = project.history.entries()[-1].operation.summary
    assert last == "Wrote a memo on Politie III"


def test_a_memo_on_what_is_not_there_is_refused(project: Project, notes: SourceText) -> None:
    for kind in ObjectType:
        with pytest.raises(NotFoundError):
            project.memos.add(Target(kind, "bestaat-niet", 0, 1), "Hallo.")
    with pytest.raises(InvalidInputError, match="the text has"):
        project.memos.add(Target(ObjectType.PASSAGE, notes.version.id, 0, 9_999), "Hallo.")
    with pytest.raises(InvalidInputError, match="cannot be empty"):
        project.memos.add(whole(project), " \n ")
    assert project.memos.entries() == ()


def test_reflexive_memos_are_private_until_shared(project: Project) -> None:
    shared = {
        kind: project.memos.add(whole(project), "Tekst.", kind).value.shared for kind in MemoKind
    }
    assert [kind for kind, is_shared in shared.items() if not is_shared] == [MemoKind.REFLEXIVE]
    private = project.memos.entries(MemoFilter(kind=MemoKind.REFLEXIVE))[0].memo
    assert project.memos.edit(private.id, shared=True).value.shared
    assert not project.memos.add(whole(project), "Tekst.", shared=False).value.shared


def test_references_in_the_body_become_citations_and_follow_it(
    project: Project, notes: SourceText
) -> None:
    memo = project.memos.add(whole(project), "Vergelijk P1:5 met P1:1 en P9:1.").value
    assert cited(project, memo.id) == ["P1:1", "P1:5"]
    project.memos.edit(memo.id, "Toch alleen P1:1, en P1:6.")
    assert cited(project, memo.id) == ["P1:1", "P1:6"]
    project.memos.edit(memo.id, "Nergens meer naar.")
    assert cited(project, memo.id) == []
    project.history.undo()
    assert cited(project, memo.id) == ["P1:1", "P1:6"]


def test_a_longer_reference_to_the_same_line_replaces_the_shorter(
    project: Project, notes: SourceText
) -> None:
    memo = project.memos.add(whole(project), "Zie P1:5.").value
    project.memos.edit(memo.id, "Zie P1:5-6.")
    (citation,) = project.memos.citing_version(notes.version.id)
    assert citation.start is not None
    assert citation.end is not None
    assert Span(citation.start, citation.end).of(notes.text).count("\n") == 1


def test_what_was_cited_by_hand_stays_whatever_else_is_changed(
    project: Project, notes: SourceText
) -> None:
    code = project.codes.add("capaciteit").value
    passage = Target(ObjectType.PASSAGE, notes.version.id, 0, 7)
    memo = project.memos.add(
        whole(project), "Zie P1:5.", cites=[passage, Target(ObjectType.CODE, code.id), passage]
    ).value
    assert cited(project, memo.id) == ["P1:1", "P1:5", "the code 'capaciteit'"]
    project.memos.edit(memo.id, kind=MemoKind.DOUBT)
    project.memos.edit(memo.id, "Zonder verwijzing.")
    assert cited(project, memo.id) == ["P1:1", "the code 'capaciteit'"]


@pytest.mark.parametrize(
    "body",
    [
        "P1:999 P1:0 P1:2 P1:6-5",
        "P99999999999999999999:1 P1:99999999999999999999",
        "P" + "9" * 5_000 + ":1",
        "xP1:5 P1:5x",
        "P१:१",
    ],
)
def test_references_to_nowhere_are_only_words(
    project: Project, notes: SourceText, body: str
) -> None:
    memo = project.memos.add(whole(project), body).value
    assert memo.body == body
    assert cited(project, memo.id) == []


def test_a_cited_passage_shows_that_it_is_cited(project: Project, notes: SourceText) -> None:
    (coding,) = project.codings.add_new(notes.version.id, Span(0, 7), "begin").value
    memo = project.memos.add(
        whole(project), "Zie P1:5.", cites=[Target(ObjectType.CODING, coding.id)]
    ).value
    assert {each.memo_id for each in project.memos.citing_version(notes.version.id)} == {memo.id}
    assert len(project.memos.citing_version(notes.version.id)) == 2
    project.codings.remove([coding.id])
    assert cited(project, memo.id) == ["P1:1", "P1:5"], "the citation stays with the passage"


def test_memos_on_passages_and_codings_are_found_by_version(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    (coding,) = project.codings.add_new(notes.version.id, Span(0, 7), "begin").value
    first = project.memos.add(Target(ObjectType.CODING, coding.id), "Een.").value
    second = project.memos.add(Target(ObjectType.PASSAGE, notes.version.id, 8, 12), "Twee.").value
    project.memos.add(Target(ObjectType.PASSAGE, chat.version.id, 8, 12), "Drie.")
    found = {memo.id for memo in project.memos.on_version(notes.version.id)}
    assert found == {first.id, second.id}


def test_memos_are_found_by_kind_object_and_words(project: Project, notes: SourceText) -> None:
    source = Target(ObjectType.SOURCE, notes.source.id)
    project.memos.add(whole(project), "Over Wachttijden.", MemoKind.METHOD)
    project.memos.add(source, "Over school.", MemoKind.DOUBT)
    assert [e.memo.body for e in project.memos.entries(MemoFilter(kind=MemoKind.DOUBT))] == [
        "Over school."
    ]
    assert [e.memo.body for e in project.memos.entries(MemoFilter(about=source))] == [
        "Over school."
    ]
    assert [e.memo.body for e in project.memos.entries(MemoFilter("wachtT"))] == [
        "Over Wachttijden."
    ]


def test_editing_dates_the_memo_anew_but_only_when_something_changed(project: Project) -> None:
    memo = project.memos.add(whole(project), "Eerst.").value
    assert project.memos.edit(memo.id, "Eerst. ").value == memo
    changed = project.memos.edit(memo.id, "Daarna.").value
    assert changed.created_at == memo.created_at
    assert changed.changed_at > memo.changed_at
    assert len(project.history.entries()) == 2
    with pytest.raises(InvalidInputError, match="cannot be empty"):
        project.memos.edit(memo.id, " ")


def test_a_removed_memo_comes_back_with_its_citations(project: Project, notes: SourceText) -> None:
    memo = project.memos.add(whole(project), "Zie P1:5 en P1:1.").value
    project.memos.remove(memo.id, why="dubbel")
    assert project.memos.entries() == ()
    assert project.memos.citing_version(notes.version.id) == ()
    project.history.undo()
    assert cited(project, memo.id) == ["P1:1", "P1:5"]
    assert project.memos.get(memo.id[:8]) == memo


def test_signs_that_are_no_text_are_refused_and_nothing_is_kept(project: Project) -> None:
    with pytest.raises(InvalidInputError, match="not text"):
        project.memos.add(whole(project), "half \udce9 teken")
    assert project.memos.entries() == ()


def test_memos_keep_their_author(project: Project, again: Callable[[str], Project]) -> None:
    again("collega").memos.add(whole(project), "Van mij.")
    assert project.memos.entries()[0].memo.author == "collega"


def test_names_in_double_brackets_are_citations_that_follow_a_rename(project: Project) -> None:
    code = project.codes.add("kennis > één hoofd").value
    project.codes.add("ploeg > één hoofd")
    project.themes.add("Zichtbaarheid")
    memo = project.memos.add(
        whole(project), "Zie [[Kennis]], [[kennis > één hoofd]], [[zichtbaarheid]] en [[weg]]."
    ).value
    cites = ["the code 'kennis'", "the code 'één hoofd'", "the theme 'Zichtbaarheid'"]
    assert cited(project, memo.id) == cites
    about = Target(ObjectType.CODE, code.id)
    on_it = project.memos.add(about, "Over [[kennis > één hoofd]] zelf.").value
    found = project.memos.entries(MemoFilter(concerning=about))
    assert [entry.memo for entry in found] == [memo, on_it]
    assert project.memos.count_of(about) == (1, 1)
    project.memos.remove(on_it.id)
    project.codes.rename(code.id, "bij één persoon")
    project.memos.edit(memo.id, memo.body + " Nog iets.")
    assert "the code 'bij één persoon'" in cited(project, memo.id)
    other = project.memos.add(whole(project), "Welke: [[één hoofd]] of [[]]?").value
    assert cited(project, other.id) == ["the code 'één hoofd'"], "there is only one by now"


def test_the_story_of_a_theme_goes_with_what_it_cites(project: Project, notes: SourceText) -> None:
    theme = project.themes.add("Zichtbaarheid").value
    project.themes.narrate(theme.id, "Eerst dit.")
    (story,) = project.memos.entries()
    project.memos.edit(story.memo.id, "Eerst dit, zie P1:5.")
    project.themes.narrate(theme.id, "")
    assert project.memos.entries() == ()
    project.history.undo()
    assert cited(project, story.memo.id) == ["P1:5"]


def test_a_private_memo_is_for_its_author_only(
    project: Project, notes: SourceText, again: Callable[[str], Project]
) -> None:
    passage = Target(ObjectType.PASSAGE, notes.version.id, 0, 7)
    mine = project.memos.add(passage, "Wat maakt dit met mij? P1:5", MemoKind.REFLEXIVE).value
    other = again("collega")
    assert other.memos.entries() == ()
    assert other.memos.on_version(notes.version.id) == ()
    assert other.memos.citing_version(notes.version.id) == ()
    assert (other.memos.private_of_others(), project.memos.private_of_others()) == (1, 0)
    project.memos.edit(mine.id, shared=True)
    assert [entry.memo.id for entry in other.memos.entries()] == [mine.id]


def test_what_is_being_written_is_kept_for_its_author(
    project: Project, notes: SourceText, again: Callable[[str], Project]
) -> None:
    code = project.codes.add("wachttijd").value
    draft = MemoDraft(Target(ObjectType.CODE, code.id), "Half af", MemoKind.DOUBT, shared=False)
    project.drafts.keep(draft)
    project.drafts.keep(replace(draft, body="Half af, en verder"))
    kept = replace(draft, body="Half af, en verder")
    assert project.drafts.of(draft.about) == kept
    assert project.drafts.all() == ((kept, "the code 'wachttijd'"),)
    assert again("collega").drafts.all() == ()
    assert len(project.history.entries()) == 2, "typing is no step"
    project.codes.remove(code.id)
    ((moved, name),) = project.drafts.all()
    assert (moved.body, moved.about, name) == (kept.body, whole(project), "the project 'Proef'")
    project.drafts.drop(moved)
    assert project.drafts.all() == ()
