"""The method paragraph: what happened in sentences, what is missing as a gap, and own words."""

from collections.abc import Callable

from qualkit.domain.source_making import MakingChange, MemberCheck
from qualkit.domain.sources import SourceText
from qualkit.services.project import Project

BringIn = Callable[..., SourceText]


def interviews(bring_in: BringIn, count: int) -> list[str]:
    """Import so many interviews, held in March; gives their ids."""
    return [
        bring_in(
            f"---\nkind: interview\nlabel: Politie {number}\ndate: 2026-03-{number:02}\n---\n"
            f"R: Er zijn hier {number} mensen.\n",
            f"{number}.txt",
        ).source.id
        for number in range(1, count + 1)
    ]


def told(project: Project) -> str:
    return "\n\n".join(project.method_paragraph.get().printed)


def test_an_empty_project_is_all_gaps(project: Project) -> None:
    paragraph = project.method_paragraph.get()
    assert "[materiaal: nog niet ingevoerd]" in paragraph.gaps
    assert "[selectie: nog niet beschreven]" in paragraph.gaps
    assert "[wie er codeerde, en in welke rol: nog niet beschreven]" in paragraph.gaps
    assert "zes fasen" not in told(project)


def test_what_was_written_down_is_told_and_the_gap_is_gone(
    project: Project, bring_in: BringIn
) -> None:
    sources = interviews(bring_in, 6)
    project.making.describe(
        sources, MakingChange(recorder="de interviewer", mode="telefonisch", minutes=42)
    )
    project.making.describe(
        sources[:4], MakingChange(minutes=103, member_check=MemberCheck.CHANGED)
    )
    project.making.describe(sources[4:], MakingChange(member_check=MemberCheck.UNCHANGED))
    project.describe(selection="Per eenheid is één medewerker benaderd", coders="De onderzoeker.")
    text = told(project)
    assert "De interviews zijn gehouden van 1 tot en met 6 maart 2026, telefonisch." in text
    assert "De gesprekken duurden 42 tot 103 minuten." in text
    assert "gemaakt door de interviewer." in text
    assert (
        "Zes verslagen zijn ter controle voorgelegd aan wie er sprak: vier zijn met aanpassingen "
        "teruggekomen en twee zijn zonder aanpassingen teruggekomen."
    ) in text
    assert "Per eenheid is één medewerker benaderd." in text
    assert "selectie" not in text
    assert not [gap for gap in project.method_paragraph.get().gaps if "controle" in gap]


def test_what_is_known_of_some_is_told_with_how_many_are_missing(
    project: Project, bring_in: BringIn
) -> None:
    sources = interviews(bring_in, 3)
    project.making.describe(
        sources[:2], MakingChange(minutes=50, member_check=MemberCheck.NOT_OFFERED)
    )
    text = told(project)
    assert (
        "De gesprekken duurden 50 minuten. [duur: van één van de drie nog niet vastgelegd]" in text
    )
    assert "Twee verslagen zijn niet ter controle voorgelegd." in text
    assert "van één van de drie nog niet vastgelegd]" in text


def test_steps_that_were_taken_back_did_not_happen(project: Project, notes: SourceText) -> None:
    first, second = (project.codes.add(name).value.id for name in ("tijd", "mensen"))
    project.codes.merge(first, second)
    assert "onderweg: één keer zijn codes samengevoegd" in told(project)
    project.history.undo()
    assert "Het codeboek telt twee codes." in told(project)


def test_own_words_are_printed_until_they_are_taken_away(project: Project) -> None:
    made = told(project)
    project.method_paragraph.edit("Zo ging het.\n\nEn verder niet.")
    assert project.method_paragraph.get().printed == ("Zo ging het.", "En verder niet.")
    project.method_paragraph.edit("")
    assert told(project) == made
    project.history.undo()
    assert told(project) == "Zo ging het.\n\nEn verder niet."


def test_the_words_that_are_made_are_not_kept_as_own_words(project: Project) -> None:
    project.method_paragraph.edit(told(project))
    assert project.info.method_text == ""


def test_what_changed_since_own_words_is_told_and_not_printed(project: Project) -> None:
    project.method_paragraph.edit("Zo ging het.")
    assert project.method_paragraph.get().changed == ()
    project.describe(selection="Wie zich meldde deed mee.")
    paragraph = project.method_paragraph.get()
    assert paragraph.changed == ("Wie zich meldde deed mee.",)
    assert paragraph.printed == ("Zo ging het.",)
