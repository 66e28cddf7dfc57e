"""Pairs of sources that may be one: found with their reasons, and decided on by a person."""

from collections.abc import Callable

import pytest

from qualkit.domain.duplicates import PairsWanted, PairVerdict
from qualkit.domain.pair_views import PairEntry
from qualkit.domain.sources import Source, SourceText
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project

SAME, DIFFERENT, UNSURE = PairVerdict.SAME, PairVerdict.DIFFERENT, PairVerdict.UNSURE

FIRST = """\
[2026-02-04 19:31] Zonnetje44: hoi, ik sta al sinds maart op de wachtlijst voor een laadpaal
[2026-02-04 19:32] medewerker: Vervelend om te horen. Waar wacht je precies op?
[2026-02-04 19:33] Zonnetje44: op een antwoord over de parkeervergunning
[2026-02-04 19:33] Zonnetje44: de ambtenaar zei dat het in zes weken rond zou zijn
[2026-02-04 19:34] Zonnetje44: ik woon op 1234 AB en ben 62 jaar
"""
NEXT_DAY = """\
[2026-02-05 19:21] zonnetje_44: goedenavond. ik was er gisteren ook
[2026-02-05 19:22] medewerker: Vervelend om te horen. Waar wacht je precies op?
[2026-02-05 19:23] zonnetje_44: op antwoord over de parkeervergunning
[2026-02-05 19:23] zonnetje_44: de ambtenaar zei dat het binnen zes weken rond zou zijn
[2026-02-05 19:24] zonnetje_44: mijn postcode is 1234AB, 62 jaar, het gaat om de laadpaal
"""
ABOUT_SOMETHING_ELSE = """\
[2026-03-05 12:21] bezoeker: hoi ik heb een vraag over de bibliotheek
[2026-03-05 12:22] medewerker: Vervelend om te horen. Waar wacht je precies op?
[2026-03-05 12:23] bezoeker: kan ik de computer daar op zaterdag gebruiken voor mijn cursus
"""

BringIn = Callable[..., SourceText]


@pytest.fixture
def three(bring_in: BringIn) -> tuple[Source, Source, Source]:
    """Two conversations of one visitor, and one of somebody else."""
    texts = FIRST, NEXT_DAY, ABOUT_SOMETHING_ELSE
    found = [bring_in(text, f"gesprek-{place}.txt").source for place, text in enumerate(texts)]
    return found[0], found[1], found[2]


def looked(project: Project) -> tuple[PairEntry, ...]:
    """Look for pairs and give those that wait."""
    project.duplicates.look()
    return project.duplicates.candidates()


def test_a_pair_is_found_with_its_reasons_in_words(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    (found,) = looked(project)
    assert (found.first.number, found.second.number) == (1, 2)
    told = "\n".join(found.reasons)
    # A passage that goes on over more turns is told with how long it is, not by its first words.
    assert "P1:3 en P2:3 (vijftien woorden: ‘antwoord over de parkeer" in told
    assert "de postcode 1234 AB" in told
    assert "de leeftijd 62 jaar" in told
    assert "‘laadpaal’" in told
    assert "‘zonnetje44’ en ‘zonnetje_44’" in told
    assert "met één dag ertussen" in told
    # What the helper says to everybody is no reason, and a number alone tells nobody anything.
    assert "Vervelend" not in told
    assert str(found.likeness) not in told
    assert project.history.entries()[-1].operation.kind == "source.import"


def test_a_look_can_be_ended_and_leaves_what_was_found(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    found = looked(project)

    def stop(done: int, _total: int) -> None:
        if done > 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        project.duplicates.look(stop)
    assert project.duplicates.candidates() == found
    assert looked(project) == found


def test_both_texts_side_by_side_show_what_is_alike(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    (found,) = looked(project)
    # Asked for in the other order, the first source stands first all the same.
    view = project.duplicates.view(found.second.id, found.first.id)
    assert view.entry == found
    alike = [
        (each.first.of(view.first.text), each.second.of(view.second.text)) for each in view.alike
    ]
    assert ("antwoord over de parkeervergunning",) * 2 in alike
    assert any("zes weken rond zou zijn" in mine for mine, _hers in alike)
    assert not any("medewerker" in words for pair in alike for words in pair)
    shared = [span.of(view.second.text) for span in view.second.shared]
    assert shared == ["1234AB", "62 jaar", "laadpaal"]


def test_a_pair_that_nobody_found_is_shown_side_by_side_too(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    view = project.duplicates.view(three[0].id, three[1].id)
    assert view.entry.reasons == ()
    assert any("zes weken" in each.first.of(view.first.text) for each in view.alike)
    assert project.duplicates.view(three[0].id, three[2].id).alike == ()


def test_the_same_visitor_is_one_case_and_two_sources(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    (found,) = looked(project)
    before = project.cases.entries()
    done = project.duplicates.decide(found.first.id, found.second.id, SAME, "Zelfde verhaal.").value
    assert done.label == "Persoon 1"
    ((_case, label, sources),) = project.cases.entries()
    assert (label, len(sources)) == ("Persoon 1", 2)
    assert len(project.sources.entries()) == 3
    assert project.duplicates.candidates() == ()
    (decided,) = project.duplicates.candidates(PairsWanted.DECIDED)
    assert decided.decided is not None
    assert decided.decided.shown == found.reasons
    step = project.history.entries()[-1].operation
    assert (step.kind, step.why) == ("pair.decide", "Zelfde verhaal.")
    assert "laadpaal" not in step.summary
    project.history.undo()
    assert project.duplicates.candidates() == (found,)
    assert project.cases.entries() == before


def test_somebody_who_joins_a_case_counts_once(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    code = project.codes.add("wachten").value
    for source in three[:2]:
        text = project.sources.read(source.id)
        project.codings.add(text.version.id, text.version.utterances[0].span, [code.id])
    assert project.codes.entries()[0].counts.cases == 2
    project.cases.assign(three[0].id, "Bezoeker 7")
    done = project.duplicates.decide(three[1].id, three[0].id, SAME).value
    assert done.label == "Bezoeker 7"
    counts = project.codes.entries()[0].counts
    assert (counts.sources, counts.cases) == (2, 1)


def test_two_different_cases_stay_apart_until_one_is_named(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    project.cases.assign(three[0].id, "Bezoeker 7")
    project.cases.assign(three[1].id, "Bezoeker 9")
    done = project.duplicates.decide(three[0].id, three[1].id, SAME).value
    assert (done.label, done.apart) == ("", ("Bezoeker 7", "Bezoeker 9"))
    assert set(project.cases.labels().values()) == {"Bezoeker 7", "Bezoeker 9"}
    done = project.duplicates.decide(three[0].id, three[1].id, SAME, case="Bezoeker 7").value
    assert (done.label, done.apart) == ("Bezoeker 7", None)
    assert list(project.cases.labels().values()) == ["Bezoeker 7", "Bezoeker 7"]


def test_cases_are_left_alone_when_that_is_asked(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    project.duplicates.decide(three[0].id, three[1].id, SAME, case="")
    assert project.cases.entries() == ()
    with pytest.raises(InvalidInputError):
        project.duplicates.decide(three[0].id, three[1].id, DIFFERENT, case="Bezoeker 7")


def test_pairs_in_one_case_do_not_wait(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    for source in three[:2]:
        project.cases.assign(source.id, "Bezoeker 7")
    assert looked(project) == ()
    (found,) = project.duplicates.candidates(PairsWanted.ALL)
    assert found.is_one_case
    assert found.decided is None


def test_an_unsure_pair_may_become_a_doubt(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    (found,) = looked(project)
    ids = found.first.id, found.second.id
    done = project.duplicates.decide(*ids, UNSURE, "Eerst vragen.", doubt=True).value
    doubt = project.doubts.get(done.doubt_id)
    assert (
        "P1" in doubt.memo.body and "P2" in doubt.memo.body and "Eerst vragen." in doubt.memo.body
    )
    # An agenda of doubts is printed: no words of a text are in it that were not asked for.
    assert "laadpaal" not in doubt.memo.body
    assert project.cases.entries() == ()
    with pytest.raises(InvalidInputError):
        project.duplicates.decide(*ids, SAME, doubt=True)


def test_what_contradicts_itself_is_told(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    first, second, third = (source.id for source in three)
    project.duplicates.decide(first, second, SAME)
    project.duplicates.decide(second, third, SAME)
    assert list(project.cases.labels().values()) == ["Persoon 1"] * 3
    done = project.duplicates.decide(first, third, DIFFERENT).value
    assert done.contradiction == (
        "P1 and P3 were held for different, but by way of P2 they are the same."
    )
    decided = project.duplicates.candidates(PairsWanted.DECIDED)
    assert {entry.contradiction for entry in decided} == {done.contradiction}
    project.duplicates.decide(second, third, DIFFERENT)
    assert {each.contradiction for each in project.duplicates.candidates(PairsWanted.DECIDED)} == {
        ""
    }


def test_a_decision_can_be_changed_and_taken_back(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    (found,) = looked(project)
    ids = found.second.id, found.first.id
    project.duplicates.decide(*ids, UNSURE)
    project.duplicates.decide(*ids, DIFFERENT, "Andere wijk.")
    (decided,) = project.duplicates.candidates(PairsWanted.DECIDED)
    assert decided.decided and decided.decided.verdict is DIFFERENT
    steps = len(project.history.entries())
    project.duplicates.decide(*ids, DIFFERENT, "Andere wijk.")
    assert len(project.history.entries()) == steps
    assert project.duplicates.reopen(*ids).value == found
    assert project.duplicates.candidates() == (found,)
    with pytest.raises(NotFoundError):
        project.duplicates.reopen(*ids)
    with pytest.raises(InvalidInputError):
        project.duplicates.decide(ids[0], ids[0], SAME)


def test_sources_that_are_gone_leave_no_pair_behind(
    project: Project, three: tuple[Source, Source, Source]
) -> None:
    looked(project)
    project.history.undo()
    project.history.undo()
    assert project.duplicates.candidates() == ()
    last = project.duplicates.last_look()
    assert last is not None
    assert (last.sources, last.new_since) == (3, 0)


def test_a_project_without_sources_has_no_pairs(project: Project) -> None:
    assert project.duplicates.last_look() is None
    assert looked(project) == ()
    done = project.duplicates.look()
    assert (done.sources, done.pairs) == (0, 0)


def test_a_text_in_which_only_a_helper_speaks_is_like_none(
    project: Project, bring_in: BringIn
) -> None:
    for day in (4, 5):
        bring_in(
            "---\nspeakers: medewerker = helper\n---\n"
            f"[2026-02-0{day} 19:31] medewerker: De ambtenaar zei dat de parkeervergunning binnen"
            " zes weken rond zou zijn, en dat er vanzelf een brief over komt.\n",
            f"dag-{day}.txt",
        )
    assert looked(project) == ()
