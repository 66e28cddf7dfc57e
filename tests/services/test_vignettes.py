"""Vignettes: told in other words, resting on passages that stay behind, and undone as one step."""

import pytest

from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.quotability import PassageTerms, Quotability
from qualkit.domain.replacements import IdentifierKind, Replacement
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import InvalidInputError, NotFoundError, QuoteNotAllowedError
from qualkit.services.printed_vignettes import check_vignettes
from qualkit.services.project import Project
from qualkit.store.rows import to_row

STORY = "Iemand belt al weken achter een bestelling aan.\nDe lijn blijft bezet."


def code(project: Project, text: SourceText, words: str) -> Coding:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    return project.codings.add_new(text.version.id, span, "wachten").value[0]


@pytest.fixture
def waiting(project: Project, chat: SourceText) -> Coding:
    return code(project, chat, "niemand belt terug")


@pytest.fixture
def standing_still(project: Project, notes: SourceText) -> Coding:
    return code(project, notes, "dan staat het stil")


@pytest.fixture
def theme_id(project: Project) -> str:
    return project.themes.add("Wachten").value.id


def test_a_vignette_rests_on_passages_and_says_what_it_is_made_of(
    project: Project, theme_id: str, waiting: Coding, standing_still: Coding
) -> None:
    add = project.vignettes.add
    one = add(theme_id, " Bezet ", STORY, MadeOf.SINGLE, [waiting.id]).value
    add(theme_id, "Stil", STORY, MadeOf.COMPOSITE, [waiting.id, standing_still.id])
    add(theme_id, "Los", STORY, MadeOf.COMPOSITE)

    found = project.vignettes.of_theme(theme_id)

    assert [each.title for each in found] == ["Bezet", "Stil", "Los"]
    assert [each.note for each in found] == [
        "Vignet over één gesprek",
        "Vignet, samengesteld uit twee gesprekken",
        "Vignet, samengesteld",
    ]
    assert [each.cases for each in found] == [1, 2, 0]
    assert found[0].words == STORY
    assert [each.coding.id for each in found[0].passages] == [waiting.id]
    project.vignettes.link(one.id, standing_still.id)
    assert project.vignettes.get(one.id).note == "Vignet over één casus, uit twee gesprekken"


def test_what_is_empty_or_gone_is_refused(project: Project, theme_id: str, waiting: Coding) -> None:
    add = project.vignettes.add
    for title, text in (("", STORY), ("Bezet", " \n")):
        with pytest.raises(InvalidInputError):
            add(theme_id, title, text, MadeOf.SINGLE)
    with pytest.raises(NotFoundError):
        add("weg", "Bezet", STORY, MadeOf.SINGLE)
    with pytest.raises(NotFoundError):
        add(theme_id, "Bezet", STORY, MadeOf.SINGLE, ["weg"])
    made = add(theme_id, "Bezet", STORY, MadeOf.SINGLE).value
    with pytest.raises(InvalidInputError, match="does not rest"):
        project.vignettes.unlink(made.id, waiting.id)
    steps = len(project.history.entries())
    assert not project.vignettes.edit(made.id, text=STORY).touched
    assert len(project.history.entries()) == steps, "nothing changed, no step"


def test_nothing_is_told_of_a_passage_of_which_nothing_may_be_printed(
    project: Project, theme_id: str, waiting: Coding
) -> None:
    mark = PassageTerms(
        new_id(), waiting.version_id, waiting.start, waiting.end, Quotability.NOT_AT_ALL
    )
    made = project.vignettes.add(theme_id, "Bezet", STORY, MadeOf.SINGLE, [waiting.id]).value
    project._workspace.database.insert("passage_terms", [to_row(mark)])

    with pytest.raises(QuoteNotAllowedError, match="not in other words either"):
        project.vignettes.add(theme_id, "Nog een", STORY, MadeOf.SINGLE, [waiting.id])
    with pytest.raises(QuoteNotAllowedError):
        check_vignettes(project.vignettes.of_theme(theme_id))
    project.vignettes.edit(made.id, title="Altijd bezet")
    project.vignettes.unlink(made.id, waiting.id)
    check_vignettes(project.vignettes.of_theme(theme_id))


def test_replacements_lie_over_a_vignette(project: Project, theme_id: str) -> None:
    made = project.vignettes.add(
        theme_id, "De bestelling", "De bestelling kwam niet.", MadeOf.SINGLE
    ).value
    layer = Replacement(new_id(), IdentifierKind.OTHER, "bestelling", "[aankoop]")
    project._workspace.database.insert("replacement", [to_row(layer)])

    view = project.vignettes.get(made.id)

    assert (view.title, view.words) == ("De [aankoop]", "De [aankoop] kwam niet.")
    assert project.vignettes.get(made.id).words == "De [aankoop] kwam niet."
    assert view.vignette.text == "De bestelling kwam niet."


def test_they_move_go_and_come_back(project: Project, theme_id: str, waiting: Coding) -> None:
    ids = [
        project.vignettes.add(theme_id, title, STORY, MadeOf.SINGLE, [waiting.id]).value.id
        for title in ("Een", "Twee", "Drie")
    ]

    def titles() -> list[str]:
        return [each.title for each in project.vignettes.of_theme(theme_id)]

    project.vignettes.move(ids[2], -1)
    assert titles() == ["Een", "Drie", "Twee"]
    project.vignettes.drop(ids[0])
    assert titles() == ["Drie", "Twee"]
    project.codings.remove([waiting.id])
    assert [each.passages for each in project.vignettes.of_theme(theme_id)] == [(), ()]
    project.history.undo()
    project.history.undo()
    assert titles() == ["Een", "Drie", "Twee"]
    assert len(project.vignettes.of_theme(theme_id)[0].passages) == 1
    project.themes.remove(theme_id)
    assert not project.vignettes.all()


def test_merging_and_splitting_take_vignettes_along(
    project: Project, theme_id: str, waiting: Coding, standing_still: Coding
) -> None:
    other = project.themes.add("Kwetsbaar").value.id
    for coding in (waiting, standing_still):
        project.theme_contents.put_passage(theme_id, coding.id)
    add = project.vignettes.add
    add(theme_id, "Gaat mee", STORY, MadeOf.SINGLE, [waiting.id])
    add(theme_id, "Blijft", STORY, MadeOf.COMPOSITE, [waiting.id, standing_still.id])
    add(other, "Was er al", STORY, MadeOf.SINGLE)

    new = project.theme_merging.split(theme_id, "Bezet", coding_ids=[waiting.id]).value
    assert [each.title for each in project.vignettes.of_theme(new.id)] == ["Gaat mee"]
    assert [each.title for each in project.vignettes.of_theme(theme_id)] == ["Blijft"]
    assert project.theme_merging.preview(theme_id, other).vignettes == 1
    project.theme_merging.merge(theme_id, other)
    project.theme_merging.merge(new.id, other)
    titles = [each.title for each in project.vignettes.of_theme(other)]
    assert titles == ["Was er al", "Blijft", "Gaat mee"]
