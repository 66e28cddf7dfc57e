"""What two texts have in common: passages, rare words, times; and what weighs nothing."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.duplicates.chains import Chains
from qualkit.analysis.duplicates.finding import Finding, FoundPair
from qualkit.analysis.duplicates.names import SpeakerNames
from qualkit.analysis.duplicates.places import PlacedText, pieces
from qualkit.analysis.duplicates.times import Held, TimePattern, times_of
from qualkit.domain.duplicates import DecidedPair, PairVerdict, pair_of
from qualkit.domain.spoken_texts import SpokenText
from qualkit.language.frequencies import zipf

STORY = (
    "de ambtenaar zei dat de parkeervergunning binnen zes weken rond zou zijn en nu wacht ik al "
    "vier maanden zonder dat er iemand terugbelt"
)
INTAKE = "ik geef toestemming om dit gesprek te bewaren voor de kwaliteit van de hulplijn"
BEGAN = datetime(2026, 3, 2, 19, 30)

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 2, 1))


def text(number: int, *turns: str, began: datetime | None = None) -> SpokenText:
    """Give a text in which somebody says these turns, with others between them."""
    body, spans = "", list[tuple[int, int]]()
    for turn in turns:
        body += "medewerker: Kunt u daar meer over vertellen?\nbezoeker: "
        spans.append((len(body), len(body) + len(turn)))
        body += f"{turn}\n"
    return SpokenText(f"s{number}", number, f"v{number}", body, tuple(spans), ("bezoeker",), began)


def found(*texts: SpokenText) -> tuple[FoundPair, ...]:
    """Look for pairs in Dutch."""
    finding = Finding(lambda word: zipf(word, "nl"))
    for each in texts:
        finding.take_in(each)
    return finding.pairs(lambda _done, _total: None)


def fillers(count: int) -> list[SpokenText]:
    """Give texts that have nothing in common but what everybody writes."""
    return [
        text(10 + each, INTAKE, f"mijn vraag{each} gaat over onderwerp{each}")
        for each in range(count)
    ]


def test_what_everybody_writes_makes_no_pair() -> None:
    assert found(*fillers(30)) == ()
    two = text(1, INTAKE, STORY), text(2, INTAKE, f"vandaag {STORY} helaas")
    (pair,) = found(*two, *fillers(30))
    placed = PlacedText(two[0]), PlacedText(two[1])
    alike = [span.of(two[0].text) for each in pair.passages for span, _ in pieces(each, *placed)]
    assert alike == [STORY]


def test_a_passage_does_not_run_on_over_what_somebody_else_says() -> None:
    half = len(STORY) // 2 + STORY[len(STORY) // 2 :].index(" ")
    two = text(1, STORY), text(2, STORY[:half], STORY[half + 1 :])
    (pair,) = found(*two, *fillers(10))
    placed = PlacedText(two[0]), PlacedText(two[1])
    stretches = [
        hers.of(two[1].text) for each in pair.passages for _, hers in pieces(each, *placed)
    ]
    assert stretches == [STORY[:half], STORY[half + 1 :]]


def test_one_rare_word_is_no_pair_and_four_are() -> None:
    rare = "blauwbord", "stikgraf", "wielkroon", "mosdeken"
    once = text(1, f"het ging om {rare[0]}"), text(2, f"daar was {rare[0]} ook")
    assert found(*once, *fillers(30)) == ()
    often = text(1, f"het ging om {' of '.join(rare)}"), text(2, f"{' en '.join(rare)} ook")
    (pair,) = found(*often, *fillers(30))
    assert sorted(each.word for each in pair.words) == sorted(rare)


def test_times_support_and_are_no_reason_by_themselves() -> None:
    at_one_hour = [
        text(each, f"mijn vraag{each} gaat over zaak{each}", began=BEGAN + timedelta(days=each))
        for each in range(5)
    ]
    assert found(*at_one_hour) == ()


def test_what_a_speaker_is_called_by_role_is_no_name() -> None:
    names = [["Bezoeker"], ["Zonnetje44"], ["anoniem"], ["Respondent 2"], ["zonnetje_44", "R1"]]
    telling = SpeakerNames(names, lambda word: zipf(word, "nl"))
    assert [telling.of(each) for each in range(5)] == [
        (),
        ("zonnetje44",),
        (),
        (),
        ("zonnetje_44",),
    ]
    assert telling.alike(1, 4) == ("zonnetje44", "zonnetje_44")
    assert telling.alike(0, 1) is None


@pytest.mark.parametrize(
    ("later", "pattern"),
    [
        (timedelta(minutes=40), TimePattern.SOON_AFTER),
        (timedelta(days=1, minutes=-20), TimePattern.SAME_HOUR),
        (timedelta(days=7, minutes=30), TimePattern.SAME_HOUR),
        (timedelta(hours=4), TimePattern.SAME_DAY),
        (timedelta(days=1, hours=5), None),
        (timedelta(days=9), None),
    ],
)
def test_time_patterns(later: timedelta, pattern: TimePattern | None) -> None:
    told = times_of(Held(BEGAN), Held(BEGAN + later))
    assert (told and told.pattern) == pattern


@given(MOMENTS, MOMENTS)
def test_times_do_not_depend_on_which_is_first(one: datetime, other: datetime) -> None:
    assert times_of(Held(one), Held(other)) == times_of(Held(other), Held(one))


@given(st.permutations(range(14)))
def test_pairs_do_not_depend_on_what_lies_between(order: list[int]) -> None:
    texts = [text(1, STORY), text(2, f"vandaag {STORY} helaas"), *fillers(12)]
    (pair,) = found(*(texts[place] for place in order))
    assert {order[pair.first], order[pair.second]} == {0, 1}


DECISIONS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from(PairVerdict)),
    max_size=12,
)


@given(DECISIONS)
def test_contradictions_are_those_that_a_chain_of_the_same_spans(
    taken: list[tuple[str, str, PairVerdict]],
) -> None:
    verdicts = {pair_of(one, other): verdict for one, other, verdict in taken if one != other}
    chains = Chains(
        DecidedPair("", *pair, verdict, "", (), "", BEGAN) for pair, verdict in verdicts.items()
    )
    same = [pair for pair, verdict in verdicts.items() if verdict is PairVerdict.SAME]
    for each in chains.contradictions:
        way = (each.first_id, *each.by_way_of, each.second_id)
        assert all(pair_of(*step) in same for step in pairwise(way))
    groups = {sign: {sign} for sign in "abcdef"}
    for one, other in same:
        joined = groups[one] | groups[other]
        groups.update(dict.fromkeys(joined, joined))
    expected = {
        pair
        for pair, verdict in verdicts.items()
        if verdict is PairVerdict.DIFFERENT and pair[1] in groups[pair[0]]
    }
    assert {(each.first_id, each.second_id) for each in chains.contradictions} == expected
    for pair in expected:
        assert chains.against(*pair)
