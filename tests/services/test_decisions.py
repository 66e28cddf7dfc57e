"""The decision log: what gave a study its shape, told from the steps with their reasons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from qualkit.domain.codes import CodeChange
from qualkit.domain.identity import utc_now
from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.periods import Period
from qualkit.domain.projects import Profile
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import ThemeStatus
from qualkit.formats.decision_words import decision_told
from qualkit.services.project import Project

Bring = Callable[..., SourceText]


def told(project: Project) -> list[str]:
    return [decision_told(each, "nl") for each in project.decisions.entries()]


def test_themes_are_told_from_their_making_to_their_end(project: Project) -> None:
    few = project.themes.add("Te weinig foto's", "Wat niet te zien is.", why="viel op").value
    late = project.themes.add("Laat", parent_id=few.id).value
    project.themes.edit(replace(few, name="Onzichtbaar", status=ThemeStatus.SETTLED))
    project.themes.edit(replace(late, parent_id=None, central_idea="Wachten went"))
    project.theme_merging.merge(late.id, few.id, why="één idee")
    other = project.themes.add("Over").value
    project.themes.edit(replace(other, status=ThemeStatus.DROPPED))
    project.themes.move(few.id, 1)

    assert told(project) == [
        "Het thema ‘Te weinig foto's’ kwam erbij. Het idee: Wat niet te zien is. Waarom: viel op.",
        "Het thema ‘Laat’ kwam erbij, als deel van ‘Te weinig foto's’.",
        "Het thema ‘Te weinig foto's’ heet voortaan ‘Onzichtbaar’.",
        "Het thema ‘Onzichtbaar’ is nu vastgesteld.",
        "Het centrale idee van ‘Laat’ werd: Wachten went.",
        "Het thema ‘Laat’ is geen deel meer van een ander.",
        "Het thema ‘Laat’ ging op in ‘Onzichtbaar’. Waarom: één idee.",
        "Het thema ‘Over’ kwam erbij.",
        "Het thema ‘Over’ verviel.",
    ]


def test_codes_are_told_where_they_change_and_coding_is_not(
    project: Project, bring_in: Bring
) -> None:
    text = bring_in("R: Er zijn te weinig mensen.\n", "1.txt")
    coded = project.codings.add_new(text.version.id, Span(3, 10), "mensen").value[0]
    small = project.codes.add("bezetting").value
    mensen = project.codes.find("mensen")
    project.codes.describe(mensen.id, CodeChange(description="Wie er is."))
    project.codes.split(mensen.id, "rooster", [coded.id], why="twee dingen")
    project.codes.rename(small.id, "wie er is")
    project.codes.merge(mensen.id, small.id)
    project.codes.retire(small.id)

    assert told(project) == [
        "Van de code ‘mensen’ werd afgesplitst: ‘rooster’. Waarom: twee dingen.",
        "De code ‘bezetting’ heet voortaan ‘wie er is’.",
        "De code ‘mensen’ ging op in ‘wie er is’.",
        "De code ‘wie er is’ wordt niet meer gebruikt.",
    ]


def test_method_board_rounds_and_memos_belong_to_it_and_what_is_taken_back_does_not(
    project: Project,
) -> None:
    project.describe(question="Wat houdt een melding tegen?")
    project.method.change_profile(Profile.CODEBOOK, "Met drie codeurs.")
    project.board_snapshots.take("voor het overleg")
    project.rounds.begin("Tweede lezing", note="van achter naar voren")
    project.rounds.close()
    about = Target(ObjectType.PROJECT, project.info.id)
    project.memos.add(about, "Uit de chats wordt niet geciteerd.", MemoKind.DECISION)
    project.memos.add(about, "Geheim besluit.", MemoKind.DECISION, shared=False)
    doubt = project.doubts.raise_on(about, "Is dit genoeg?").value
    project.doubts.decide(doubt.id, "Het is genoeg.")
    private = project.doubts.raise_on(about, "Kan ik dit?", shared=False).value
    project.doubts.decide(private.id, "Ja.")
    project.themes.add("Vergissing")
    project.history.undo()
    project.themes.add("Toch wel")
    project.history.undo()
    project.history.redo()
    step = project.history.entries()[1].operation
    project.memos.add(Target(ObjectType.STEP, step.id), "Zo werkt het team.", MemoKind.METHOD)

    lines = told(project)
    assert lines[0] == "De onderzoeksvraag werd: Wat houdt een melding tegen?"
    assert lines[1].startswith("De vorm van analyse werd met een codeboek; dat was reflexief.")
    assert lines[1].endswith("Waarom: Met drie codeurs. Zo werkt het team.")
    assert lines[2:] == [
        "Van het bord met thema’s werd een momentopname gemaakt. Daarbij staat: voor het overleg.",
        "De ronde ‘Tweede lezing’ begon. Daarbij staat: van achter naar voren.",
        "De ronde ‘Tweede lezing’ werd afgesloten.",
        "Het onderzoek: Uit de chats wordt niet geciteerd.",
        "Het onderzoek: na twijfel werd besloten: Het is genoeg.",
        "Het thema ‘Toch wel’ kwam erbij.",
    ]


def test_as_a_file_it_is_text_by_day_without_names_or_hours(
    project: Project, tmp_path: Path
) -> None:
    project.themes.add("<b>Stil</b>", why="het *viel* op")
    for format in ("md", "html", "csv"):
        project.exports.decisions(tmp_path / f"log.{format}", format)

    text = (tmp_path / "log.md").read_text("utf-8")
    assert f"## {text.partition('## ')[2].splitlines()[0]}" in text
    assert str(utc_now().year) in text
    assert "Waarom: het \\*viel\\* op." in text
    assert "<b>" not in text
    assert "<b>Stil" not in (tmp_path / "log.html").read_text("utf-8")
    everything = "".join(path.read_text("utf-8") for path in tmp_path.glob("log.*"))
    assert project.settings.coder not in everything
    tomorrow = utc_now().date() + timedelta(days=1)
    assert project.decisions.entries(Period(since=tomorrow)) == ()
    assert project.decisions.entries(Period(until=date(2020, 1, 1))) == ()
