"""Answers of co-authors: read by id from any file, kept once, and never printed by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qualkit.domain.answer_sheets import Arrival
from qualkit.domain.reviews import ReviewDecision, ReviewState
from qualkit.domain.themes import QuoteStage
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import InvalidInputError, NotFoundError, QuoteNotFaithfulError
from tests.answering import Filled, fill, page_answers, rows_of, save_rows
from tests.sheets import Study, study

FEW = "We zijn met [aantal] mensen en dat is te weinig."


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Study]:
    with study(tmp_path / "studie") as made:
        yield made


def sheet(asked: Study, path: Path, answers: dict[int, Filled], reviewer: str = "") -> Path:
    """Write a sheet and fill it in; answers go by the place of the quote on it."""
    asked.write(path)
    given = {asked.quote_ids[place]: filled for place, filled in answers.items()}
    return fill(path, given, reviewer)


def test_answers_of_two_stand_beside_their_quotes(asked: Study, tmp_path: Path) -> None:
    reviews = asked.project.reviews
    first = sheet(
        asked,
        tmp_path / "sanne.csv",
        {0: Filled("Akkoord"), 1: Filled("inkorten graag"), 2: Filled("", "Wie is dit?")},
        "Sanne",
    )
    second = sheet(asked, tmp_path / "joris.xlsx", {0: Filled("ok"), 1: Filled("akkoord")}, "Joris")
    preview = reviews.read([first, second])
    assert reviews.items() == ()
    report = reviews.bring_in([first, second]).value
    assert report.tally == preview.tally
    assert report.tally._asdict() | {"agreed": 1, "conflicts": 1, "remarks": 1} == (
        report.tally._asdict()
    )
    few, sums, enough = asked.quote_ids
    assert {item.id: item.state for item in reviews.items()} == {
        sums: ReviewState.CONFLICTING,
        enough: ReviewState.OPEN,
        few: ReviewState.ACCEPTED,
    }
    assert [item.id for item in reviews.items()] == [sums, enough, few]
    assert reviews.states()[few] is reviews.item(few).state is ReviewState.ACCEPTED
    assert [(each.reviewer, each.decision) for each in reviews.answers(sums)] == [
        ("Joris", ReviewDecision.AGREE),
        ("Sanne", ReviewDecision.SHORTEN),
    ]
    assert reviews.answers(enough)[0].remark == "Wie is dit?"


def test_reading_twice_keeps_nothing_twice_and_undo_takes_all_of_it_back(
    asked: Study, tmp_path: Path
) -> None:
    project = asked.project
    files = [
        sheet(asked, tmp_path / "een.csv", {0: Filled("akkoord")}, "Sanne"),
        sheet(asked, tmp_path / "twee.docx", {1: Filled("vraag", "Waarom?")}),
    ]
    report = project.reviews.bring_in(files).value
    assert report.reviewers == ("Sanne", "co-auteur 1")
    assert report.unnamed == ("twee.docx",)
    steps = len(project.history.entries())
    again = project.reviews.bring_in(files).value
    assert {each.arrival for each in again.arrived} == {Arrival.SAME}
    assert len(project.history.entries()) == steps
    other = sheet(asked, tmp_path / "drie.csv", {1: Filled("akkoord")})
    assert project.reviews.read([other]).reviewers == ("co-auteur 2",)
    assert project.reviews.read([other], "Sanne").reviewers == ("Sanne",)
    project.history.undo()
    assert project.reviews.items() == ()


def test_two_may_write_on_the_same_sheet(asked: Study, tmp_path: Path) -> None:
    answers = {0: Filled("akkoord"), 1: Filled("inkorten"), 2: Filled("vraag")}
    path = sheet(asked, tmp_path / "a.csv", answers, "Sanne")
    rows = rows_of(path)
    rows[0]["reviewer"], rows[1]["reviewer"] = "", " JORIS "
    asked.project.reviews.bring_in([save_rows(path, rows)])
    named = [asked.project.reviews.answers(each)[0].reviewer for each in asked.quote_ids]
    assert named == ["JORIS", "JORIS", "Sanne"]


def test_a_newer_answer_takes_the_place_of_an_older_one(asked: Study, tmp_path: Path) -> None:
    reviews, few = asked.project.reviews, asked.quote_ids[0]
    reviews.bring_in([sheet(asked, tmp_path / "a.csv", {0: Filled("inkorten")}, "Sanne")])
    reviews.handle([reviews.answers(few)[0].id], "Is al kort")
    assert reviews.item(few).state is ReviewState.HANDLED
    newer = sheet(asked, tmp_path / "b.csv", {0: Filled("vervangen")}, "sanne")
    report = reviews.bring_in([newer]).value
    assert [each.arrival for each in report.arrived] == [Arrival.NEWER]
    (answer,) = reviews.answers(few)
    assert (answer.reviewer, answer.decision) == ("Sanne", ReviewDecision.REPLACE)
    assert answer.waits


def test_changed_words_never_replace_a_quote_by_themselves(asked: Study, tmp_path: Path) -> None:
    project, few = asked.project, asked.quote_ids[0]
    shorter, typed = "We zijn met [aantal] mensen [...]", "We hebben te weinig mensen."
    project.reviews.bring_in(
        [
            sheet(asked, tmp_path / "a.csv", {0: Filled("inkorten", quote=shorter)}, "Sanne"),
            sheet(asked, tmp_path / "b.csv", {0: Filled(quote=typed)}, "Joris"),
        ]
    )
    item = project.reviews.item(few[:8])
    assert (item.words, item.state) == (FEW, ReviewState.CONFLICTING)
    joris, sanne = item.answers
    assert (joris.changed, sanne.changed) == (typed, shorter)
    with pytest.raises(QuoteNotFaithfulError):
        project.reviews.take_over(joris.id)
    assert project.reviews.item(few).words == FEW
    project.reviews.take_over(sanne.id)
    item = project.reviews.item(few)
    assert (item.words, item.state) == (shorter, ReviewState.OPEN)
    assert item.answers[1].handling
    project.reviews.handle([joris.id], "Kan niet: niet letterlijk")
    assert project.reviews.item(few).state is ReviewState.HANDLED
    project.reviews.reopen([joris.id])
    assert project.reviews.item(few).state is ReviewState.OPEN
    for _step in range(4):
        project.history.undo()
    assert project.reviews.item(few).words == FEW
    assert project.reviews.items() == ()


def test_answers_about_words_that_changed_since_are_told(asked: Study, tmp_path: Path) -> None:
    project, few = asked.project, asked.quote_ids[0]
    answered = sheet(asked, tmp_path / "a.csv", {0: Filled("akkoord")}, "Sanne")
    shorter = "We zijn met [aantal] mensen [...]"
    project.quotes.edit(replace(project.quotes.get(few), printed=shorter))
    (arrived,) = project.reviews.bring_in([answered]).value.arrived
    assert arrived.is_outdated
    assert (arrived.answer.asked, arrived.answer.changed) == (FEW, "")
    # A table that lost the id of its sheet is still known for what was asked on it.
    rows = [{key: row[key] for key in row if key != "sheet_id"} for row in rows_of(answered)]
    assert project.reviews.read([save_rows(answered, rows)]).fresh == ()


def test_what_is_not_in_the_project_is_told_and_the_rest_comes_in(
    asked: Study, tmp_path: Path
) -> None:
    path = sheet(asked, tmp_path / "a.csv", {0: Filled("akkoord"), 1: Filled("inkorten")}, "Sanne")
    rows = rows_of(path)
    rows[1]["item_id"] = "00000000-0000-4000-8000-000000000000"
    del rows[2]
    (tmp_path / "los.txt").write_bytes(b"%PDF-1.7")
    report = asked.project.reviews.bring_in([save_rows(path, rows), tmp_path / "los.txt"]).value
    assert [each.row.words for each in report.unknown] == [rows[1]["quote"].removeprefix("'")]
    assert [each.file_name for each in report.refused] == ["los.txt"]
    assert report.tally.agreed == 1
    with pytest.raises(InvalidInputError, match="PDF"):
        asked.project.reviews.read([tmp_path / "los.txt"])


def test_the_sheet_of_another_project_is_refused(asked: Study, tmp_path: Path) -> None:
    path = sheet(asked, tmp_path / "a.csv", {0: Filled("akkoord")}, "Sanne")
    with (
        study(tmp_path / "andere") as other,
        pytest.raises(InvalidInputError, match=r"None of the quotes in 'a\.csv'"),
    ):
        other.project.reviews.read([path])


def test_a_quote_goes_back_to_the_shortlist_with_its_answers(asked: Study, tmp_path: Path) -> None:
    project, few = asked.project, asked.quote_ids[0]
    project.reviews.bring_in([sheet(asked, tmp_path / "a.csv", {0: Filled("vervangen")}, "Sanne")])
    project.reviews.set_aside(few)
    assert project.quotes.get(few).stage is QuoteStage.SHORTLISTED
    assert project.reviews.item(few).state is ReviewState.HANDLED
    with pytest.raises(NotFoundError, match="Joris"):
        project.reviews.answer_of(few, "Joris")
    project.quotes.drop(few)
    assert project.reviews.items() == ()
    project.history.undo()
    assert project.reviews.answer_of(few, "sanne").decision is ReviewDecision.REPLACE


def test_vignettes_are_answered_as_quotes_are(asked: Study, tmp_path: Path) -> None:
    project = asked.project
    vignette = project.vignettes.add(
        asked.theme_id, "Wachten", "Zij belde drie keer.\n\nNiemand nam op.", MadeOf.SINGLE
    ).value
    asked.write(tmp_path / "a.xlsx")
    sheet_id = project.sheets.sheet().sheet_id
    told = {vignette.id: Filled("", "", "Zij belde vaak.\n\nNiemand nam op.")}
    path = page_answers(tmp_path / "antwoorden.json", sheet_id, told, "Sanne")
    project.reviews.bring_in([path])
    (item,) = project.reviews.items()
    assert item.place == "Wachten"
    project.reviews.take_over(item.answers[0].id)
    assert project.vignettes.get(vignette.id).vignette.text == "Zij belde vaak.\n\nNiemand nam op."
    project.vignettes.drop(vignette.id)
    assert project.reviews.items() == ()


def test_a_theme_goes_with_the_answers_to_its_quotes(asked: Study, tmp_path: Path) -> None:
    project = asked.project
    project.reviews.bring_in([sheet(asked, tmp_path / "a.csv", {0: Filled("vraag")}, "Sanne")])
    project.themes.remove(asked.theme_id)
    assert project.reviews.items() == ()
    project.history.undo()
    assert len(project.reviews.items()) == 1


def test_quotes_that_become_one_keep_the_answers_to_both(asked: Study, tmp_path: Path) -> None:
    project, few = asked.project, asked.quote_ids[0]
    quote, other = project.quotes.get(few), project.themes.add("Wie belt, gaat voor").value
    twin = project.quotes.choose(other.id, quote.coding_id, printed=quote.printed).value
    first = sheet(asked, tmp_path / "a.csv", {0: Filled("inkorten")}, "Sanne")
    later = {twin.id: Filled("akkoord")}
    project.reviews.bring_in(
        [
            first,
            page_answers(tmp_path / "b.json", "", later, "Joris"),
            page_answers(tmp_path / "c.json", "", later, "Sanne"),
        ]
    )
    project.theme_merging.merge(other.id, asked.theme_id)
    assert [(each.reviewer, each.decision) for each in project.reviews.answers(few)] == [
        ("Joris", ReviewDecision.AGREE),
        ("Sanne", ReviewDecision.AGREE),
    ]
    project.history.undo()
    assert project.reviews.answer_of(few, "Sanne").decision is ReviewDecision.SHORTEN
