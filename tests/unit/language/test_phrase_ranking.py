"""Ranking: what is unusual and comes back, and the single striking phrase."""

from collections.abc import Sequence

import numpy as np
import pytest
import spacy

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage, PipelineInfo, Suggestion
from qualkit.language.frequencies import frequency, is_real_word, zipf
from qualkit.language.scoring import log_likelihood, rarity
from qualkit.language.study import read_study
from qualkit.language.suggest import Suggester, suggest

NL = spacy.blank("nl")


def suggester(*said: str, speakers: int = 0) -> Suggester:
    """Read passages of a source each, said in turn by some people."""
    passages = [
        Passage(f"{n:03}", Span(0, len(text)), text, f"R{n % speakers}" if speakers else "")
        for n, text in enumerate(said)
    ]
    study = read_study(NL, passages, "nl")
    return Suggester(study, PipelineInfo("basic", "blank:nl", ""))


def listed(*said: str, top: int = 10, speakers: int = 0) -> tuple[Suggestion, ...]:
    return suggester(*said, speakers=speakers).everywhere(top).suggestions


def phrases(*said: str, top: int = 10) -> list[str]:
    return [found.phrase for found in listed(*said, top=top)]


def test_what_is_rare_in_the_language_comes_first() -> None:
    assert phrases(*["De straat.", "De balie.", "Een capaciteitstekort."] * 2) == [
        "capaciteitstekort",
        "balie",
        "straat",
    ]


def test_what_recurs_comes_first() -> None:
    assert phrases(*["De balie."] * 2, *["Het loket."] * 9) == ["loket", "balie"]


def test_a_phrase_of_more_speakers_comes_first() -> None:
    assert _share_of_balie(speakers=4) > _share_of_balie(speakers=1)


def _share_of_balie(speakers: int) -> float:
    """Give the score of "balie" beside a phrase of one speaker that is always first."""
    always = ["Het capaciteitstekort."] * 9
    passages = [Passage(f"a{n}", Span(0, len(t)), t, "x") for n, t in enumerate(always)]
    text = "De balie."
    passages += [Passage(f"b{n}", Span(0, 9), text, f"R{n % speakers}") for n in range(4)]
    study = read_study(NL, passages, "nl")
    found = Suggester(study, PipelineInfo("basic", "", "")).everywhere()
    return next(one.score for one in found.suggestions if one.phrase == "balie")


def test_what_is_said_early_comes_first() -> None:
    early = suggester("Een loket is er dan wel of ook niet, en dan is er nog een balie.")
    late = suggester("Een balie is er dan wel of ook niet, en dan is er nog een loket.")
    assert _gap(early) > _gap(late)


def _gap(reader: Suggester) -> float:
    scores = {one.phrase: one.score for one in reader.everywhere().suggestions}
    return scores["loket"] - scores["balie"]


def test_scores_run_from_0_to_1_and_go_down() -> None:
    scores = [found.score for found in listed("De balie.", "De balie, het loket.", "De straat.")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_part_that_never_stands_alone_gives_way_to_the_phrase() -> None:
    assert phrases("De administratieve last.", "Een administratieve last.") == [
        "administratieve last"
    ]


def test_a_part_of_two_phrases_stands_for_both() -> None:
    found = phrases("Digitale vaardigheden.", "Sociale vaardigheden.", top=1)
    assert found == ["vaardigheden"]


def test_no_phrase_in_a_list_is_part_of_another() -> None:
    found = phrases(*["De wachttijd."] * 5, "Een lange wachttijd.", "Het loket.")
    assert found == ["wachttijd", "loket"]


def test_what_a_source_is_called_makes_no_difference() -> None:
    # The tagger takes "digitaliseren" for a noun once and for a verb otherwise.
    said = (
        "Het digitaliseren lukt niet.",
        "Zij wil graag digitaliseren.",
        "Wij digitaliseren vandaag.",
        "Digitaliseren.",
        "De balie, het loket en nog een balie.",
    )
    lists = []
    for names in (range(5), range(5, 0, -1)):
        passages = [
            Passage(f"{name:03}", Span(0, len(text)), text)
            for name, text in zip(names, said, strict=True)
        ]
        found = suggest(passages).suggestions
        lists.append({one.phrase: one.score for one in found})
    assert lists[0] == lists[1]


OFTEN = [f"{word}." for word in ("De balie", "Het loket", "De aangifte", "Het rooster")] * 20


def test_a_place_is_kept_for_what_is_said_once() -> None:
    said = [*OFTEN, *["Een dossier."] * 20, "Een noodverband."]
    assert "noodverband" in phrases(*said, top=5)
    assert "noodverband" not in phrases(*said, top=2)


def test_equals_are_put_in_order_of_place_not_of_the_alphabet() -> None:
    said = ["Een winkeltafel.", "Een muziekloket.", "Een straattafel."]
    scores = {one.phrase: one.score for one in listed(*said)}
    assert len(set(scores.values())) == 1
    assert list(scores) == ["winkeltafel", "muziekloket", "straattafel"]


def test_a_slip_of_the_pen_counts_with_the_word_that_was_meant() -> None:
    (found,) = listed("De huurcommissie.", "De huurcommissie.", "De huurcommisie.")
    assert found.phrase == "huurcommissie"
    assert len(found.occurrences) == 3
    assert found.reason.endswith("ook als ‘huurcommisie’")


def test_words_that_only_look_alike_stay_apart() -> None:
    assert set(phrases("De politiezaak.", "De politietaak.")) == {"politiezaak", "politietaak"}


def test_a_strange_word_said_once_is_not_striking() -> None:
    assert phrases("Een capcaiteitt.", "Een nepwinkel.") == ["nepwinkel", "capcaiteitt"]


@pytest.mark.parametrize(
    ("said", "speakers", "dutch"),
    [
        (["De balie."] * 4, 3, "4 keer, bij 3 deelnemers; typisch voor dit materiaal"),
        (["De nepwinkel."] * 2, 1, "2 keer, bij 1 deelnemer; zeldzaam woord"),
        (["De wachttijd."] * 2, 0, "2 keer; typisch voor dit materiaal"),
        (["De balie."], 1, "eenmaal, opvallend"),
        (["Capaciteitstekort.", "Tekort aan capaciteit."], 0,
         "2 keer; zeldzaam woord; ook als ‘Tekort aan capaciteit’"),
    ],
)  # fmt: skip
def test_the_reason_is_in_plain_words(said: Sequence[str], speakers: int, dutch: str) -> None:
    assert listed(*said, speakers=speakers)[0].reason == dutch


def test_the_study_tells_what_is_typical_of_a_passage() -> None:
    text = "De balie en het loket."
    alone = suggester(text, *["De straat."] * 3)
    often = suggester(text, *["Het loket."] * 30)
    at = "000", Span(0, len(text))
    assert [one.phrase for one in alone.at(*at).suggestions] == ["loket", "balie"]
    assert _score(often, at, "balie") < _score(alone, at, "balie")


def _score(reader: Suggester, at: tuple[str, Span], phrase: str) -> float:
    return next(one.score for one in reader.at(*at).suggestions if one.phrase == phrase)


def test_only_what_lies_in_a_passage_is_given_at_it() -> None:
    reader = suggester("De balie en het loket.", "De balie.")
    (found,) = reader.at("000", Span(0, 10)).suggestions
    assert (found.phrase, [o.span for o in found.occurrences]) == ("balie", [Span(3, 8)])
    assert reader.at("elders", Span(0, 10)).suggestions == ()
    assert reader.at("000", Span(4, 12)).suggestions == ()


def test_rarity_runs_from_0_to_1() -> None:
    assert rarity(np.array([8.0, 6.5, 4.25, 2.0, 0.0])).tolist() == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_keyness_is_dunnings_log_likelihood() -> None:
    said, expected = np.array([10, 2, 1, 0]), np.array([2.0, 2.0, 3.0, 1.0])
    found = log_likelihood(said, expected)
    assert found[0] == pytest.approx(2 * (10 * np.log(5) - 8))
    assert found[1:].tolist() == [0.0, 0.0, 0.0]


def test_frequencies_are_those_of_the_language() -> None:
    assert 6 < zipf("niet", "nl") < 8
    assert frequency("online-aangifte", "nl") == min(
        frequency("online", "nl"), frequency("aangifte", "nl")
    )
    assert zipf("zxqvw", "nl") == frequency("niet", "qq") == frequency("-", "nl") == 0.0


def test_a_compound_of_known_words_is_a_real_word() -> None:
    assert is_real_word("meldkamertafel", "nl")
    assert not is_real_word("capcaiteitt", "nl")
    assert not is_real_word("x" * 100, "nl")


@pytest.mark.parametrize("top", [0, -1])
def test_an_empty_list_can_be_asked_for(top: int) -> None:
    assert listed("De balie.", top=top) == ()
    assert listed() == ()
