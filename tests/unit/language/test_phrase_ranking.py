"""Ranking: what is unusual and comes back, and the single striking phrase."""

import pytest

from qualkit.domain.spans import Span
from qualkit.language.candidates import Candidate, Mention
from qualkit.language.ranking import best_form, rank, rarity


def candidate(
    lemma: str, times: int = 1, speakers: int = 1, within: str = "", surface: str = ""
) -> Candidate:
    return Candidate(
        lemma,
        tuple(
            Mention(
                source_id="a",
                span=Span(n * 100, n * 100 + 5),
                surface=surface or lemma,
                speaker_key=f"spreker {n % speakers}" if speakers else "",
                within=within,
            )
            for n in range(times)
        ),
    )


def phrases(*candidates: Candidate, top: int = 10, language: str = "nl") -> list[str]:
    return [found.phrase for found in rank(candidates, language, top)]


def test_what_is_rare_in_the_language_comes_first() -> None:
    found = phrases(candidate("jaar", 2), candidate("capaciteitstekort", 2), candidate("balie", 2))
    assert found == ["capaciteitstekort", "balie", "jaar"]


def test_what_recurs_comes_first() -> None:
    assert phrases(candidate("balie", 2), candidate("loket", 9)) == ["loket", "balie"]


def test_a_phrase_of_more_speakers_comes_first() -> None:
    one, more = candidate("balie", 4), candidate("balie", 4, speakers=4)
    assert _raw(more) > _raw(one)


def _raw(one: Candidate) -> float:
    """Give the score of a candidate relative to a fixed one that is always first."""
    fixed = candidate("capaciteitstekort", 500)
    return next(s.score for s in rank([fixed, one], "nl", 10) if s.lemma == one.lemma)


def test_scores_run_from_0_to_1_and_go_down() -> None:
    listed = rank([candidate("balie", n + 1) for n in range(3)] + [candidate("de")], "nl", 10)
    scores = [found.score for found in listed]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_part_that_never_stands_alone_gives_way_to_the_phrase() -> None:
    found = phrases(
        candidate("administratief last", 3, surface="administratieve last"),
        candidate("last", 3, within="administratief last"),
    )
    assert found == ["administratieve last"]


def test_a_part_of_two_phrases_stands_for_both() -> None:
    part = Candidate(
        "vaardigheid",
        (
            *candidate("vaardigheid", 1, within="digitaal vaardigheid").mentions,
            Mention("b", Span(0, 5), "vaardigheden", "", within="sociaal vaardigheid"),
        ),
    )
    longer = [candidate("digitaal vaardigheid"), candidate("sociaal vaardigheid")]
    assert "vaardigheid" in {found.lemma for found in rank([part, *longer], "nl", 1)}


def test_no_phrase_in_a_list_is_part_of_another() -> None:
    found = phrases(candidate("wachttijd", 5), candidate("lang wachttijd"), candidate("loket"))
    assert found == ["wachttijd", "loket"]


def test_a_place_is_kept_for_what_is_said_once() -> None:
    often = [candidate(word, 20) for word in ("balie", "loket", "aangifte", "rooster", "dossier")]
    once = candidate("noodverband")
    assert "noodverband" in phrases(*often, once, top=5)
    assert "noodverband" not in phrases(*often, once, top=2)


def test_a_slip_of_the_pen_is_not_striking() -> None:
    assert phrases(candidate("capcaiteitt"), candidate("nepwinkel")) == ["nepwinkel", "capcaiteitt"]


@pytest.mark.parametrize(
    ("one", "dutch", "english"),
    [
        (candidate("balie", 4, 3), "4 keer, bij 3 deelnemers", "4 times, by 3 participants"),
        (candidate("balie", 2, 1), "2 keer, bij 1 deelnemer", "2 times, by 1 participant"),
        (candidate("balie", 2, 0), "2 keer", "2 times"),
        (candidate("zxqvw", 2, 0), "2 keer; zeldzaam woord", "2 times; rare word"),
        (candidate("balie"), "eenmaal, opvallend", "once, striking"),
    ],
)
def test_the_reason_is_in_plain_words(one: Candidate, dutch: str, english: str) -> None:
    assert rank([one], "nl", 1)[0].reason == dutch
    assert rank([one], "en", 1)[0].reason.removesuffix("; rare word") in english


def _mention(surface: str, opens: bool = False, is_name: bool = False) -> Mention:
    return Mention("a", Span(0, 5), surface, "", opens_sentence=opens, is_name=is_name)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([_mention("Wachttijd", opens=True)], "wachttijd"),
        ([_mention("Wachttijden", True), _mention("Wachttijden", True), _mention("wachttijd")],
         "wachttijden"),
        ([_mention("DigiD", opens=True)], "DigiD"),
        ([_mention("Amersfoort", opens=True)], "Amersfoort"),
        ([_mention("Bakker", opens=True, is_name=True)], "Bakker"),
        ([_mention("Bureau Noord")], "Bureau Noord"),
        ([_mention("balie"), _mention("balies")], "balie"),
    ],
)  # fmt: skip
def test_a_phrase_is_written_as_it_mostly_is(mentions: list[Mention], expected: str) -> None:
    assert best_form(mentions, "nl") == expected


def test_rarity_runs_from_0_to_1() -> None:
    assert [rarity(zipf) for zipf in (8.0, 6.5, 4.25, 2.0, 0.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]


@pytest.mark.parametrize("top", [0, -1])
def test_an_empty_list_can_be_asked_for(top: int) -> None:
    assert rank([candidate("balie")], "nl", top) == ()
    assert rank([], "nl", 10) == ()
