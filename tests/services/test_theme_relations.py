"""How themes stand to each other, and what did not come up under them."""

from collections.abc import Callable

import pytest

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError, NameTakenError
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


@pytest.fixture
def themes(project: Project) -> tuple[Theme, Theme, Theme]:
    """Three themes."""
    names = ("Zichtbaar werk wint", "Kennis woont in hoofden", "Tijd")
    one, two, three = (project.themes.add(name).value for name in names)
    return one, two, three


def test_a_difference_reads_from_both_sides_and_is_there_once(
    project: Project, themes: tuple[Theme, Theme, Theme]
) -> None:
    one, two, _third = themes
    relations = project.theme_relations
    made = relations.relate(one.id, two.id, RelationKind.DIFFERS, "want het gaat om gezien worden")
    again = relations.relate(two.id, one.id, RelationKind.DIFFERS, "omdat kennis niet wacht")
    assert again.value.id == made.value.id
    (here,), (there,) = relations.of(one.id), relations.of(two.id)
    assert (here.other.name, here.is_from) == (two.name, True)
    assert (there.other.name, there.is_from) == (one.name, False)
    assert here.relation.sentence == "omdat kennis niet wacht"
    follows = relations.relate(one.id, two.id, RelationKind.LEADS_TO).value
    relations.relate(two.id, one.id, RelationKind.LEADS_TO)
    assert len(relations.of(one.id)) == 3, "leading to and following from are two things"
    with pytest.raises(NameTakenError):
        relations.edit(follows.id, RelationKind.DIFFERS, "")
    with pytest.raises(InvalidInputError, match="related to itself"):
        relations.relate(one.id, one.id, RelationKind.TENSION)
    relations.remove(follows.id)
    project.history.undo()
    assert len(relations.of(one.id)) == 3


def test_merging_joins_the_sentences_and_drops_the_line_between_the_two(
    project: Project, themes: tuple[Theme, Theme, Theme]
) -> None:
    one, two, third = themes
    relations = project.theme_relations
    relations.relate(one.id, two.id, RelationKind.TENSION, "ze trekken")
    relations.relate(one.id, third.id, RelationKind.DIFFERS, "Het ene duurt.")
    relations.relate(third.id, two.id, RelationKind.DIFFERS, "Het andere blijft.")
    project.absences.add(one.id, "Niemand noemt geld.", "alle gesprekken")
    project.absences.add(two.id, "Niemand noemt geld.", "alle gesprekken")
    project.theme_merging.merge(one.id, two.id)
    ((left),) = relations.all()
    assert left.sentence == "Het andere blijft. Het ene duurt."
    assert len(project.absences.of_theme(two.id)) == 1


def test_themes_are_compared_by_codes_and_overlapping_passages(
    project: Project, themes: tuple[Theme, Theme, Theme], mark: Mark
) -> None:
    one, two, part = themes
    mark("Te weinig mensen voor te veel meldingen", "capaciteit")
    mark("te veel meldingen. Wie belt", "drukte")
    mark("in één hoofd", "kennis")
    mark("staat het stil", "stilstand > lang")
    project.themes.put_under(part.id, two.id)
    find = project.codes.find
    contents = project.theme_contents
    contents.put_codes(one.id, [find("capaciteit").id, find("stilstand").id])
    contents.put_codes(two.id, [find("drukte").id, find("kennis").id])
    contents.put_codes(part.id, [find("stilstand").id])
    project.theme_relations.relate(two.id, one.id, RelationKind.LEADS_TO, "dus")

    found = project.theme_relations.compare(one.id, two.id)

    assert [code.name for code in found.codes] == ["stilstand"]
    assert [item.words for item in found.passages] == [
        "Te weinig mensen voor te veel meldingen",
        "staat het stil",
    ]
    assert (found.in_one, found.in_other) == (2, 3)
    assert [each.is_from for each in found.relations] == [False]
    with pytest.raises(InvalidInputError, match="compared with itself"):
        project.theme_relations.compare(one.id, one.id)


def test_an_absence_says_what_was_searched(
    project: Project, themes: tuple[Theme, Theme, Theme]
) -> None:
    theme = themes[0]
    with pytest.raises(InvalidInputError, match="did not come up"):
        project.absences.add(theme.id, "  ")
    made = project.absences.add(theme.id, "Niemand noemt geld.", "alle zes gesprekken").value
    project.absences.edit(made.id, "Geen van de zes noemt geld.", "alle zes gesprekken, op 'geld'")
    (view,) = project.themes.view(theme.id).absences
    assert view.text == "Geen van de zes noemt geld."
    assert view.searched == "alle zes gesprekken, op 'geld'"
    project.absences.remove(made.id)
    assert project.themes.view(theme.id).absences == ()
    for _step in range(3):
        project.history.undo()
    assert project.absences.of_theme(theme.id) == ()
