from datetime import date

import pytest

from qualkit.domain.sources import SourceKind
from qualkit.domain.wording import (
    counted,
    labels_listed,
    listed,
    long_date,
    number,
    period,
    sentence,
    share,
)

INTERVIEW, CHAT = SourceKind.INTERVIEW, SourceKind.CHAT


@pytest.mark.parametrize(
    ("heard", "total", "kind", "words"),
    [
        (4, 6, INTERVIEW, "vier van de zes geïnterviewden"),
        (1, 6, INTERVIEW, "één van de zes geïnterviewden"),
        (6, 6, INTERVIEW, "alle zes geïnterviewden"),
        (0, 13, CHAT, "geen van de dertien chatgesprekken"),
        (8, 13, CHAT, "acht van de dertien chatgesprekken"),
        (2, 2, CHAT, "beide chatgesprekken"),
        (0, 2, CHAT, "geen van beide chatgesprekken"),
        (1, 2, CHAT, "één van de twee chatgesprekken"),
        (1, 1, INTERVIEW, "de enige geïnterviewde"),
        (1, 1, CHAT, "het enige chatgesprek"),
        (0, 1, INTERVIEW, "geen enkele geïnterviewde"),
        (0, 1, CHAT, "geen enkel chatgesprek"),
        (8, 283, CHAT, "8 van de 283 chatgesprekken"),
        (1200, 1200, CHAT, "alle 1.200 chatgesprekken"),
    ],
)
def test_a_share_in_dutch(heard: int, total: int, kind: SourceKind, words: str) -> None:
    assert share(heard, total, kind, "nl") == words


@pytest.mark.parametrize(
    ("heard", "total", "words"),
    [
        (4, 6, "four of the six interviewees"),
        (6, 6, "all six interviewees"),
        (2, 2, "both interviewees"),
        (0, 2, "neither of the two interviewees"),
        (0, 6, "none of the six interviewees"),
        (1, 1, "the only interviewee"),
        (0, 1, "no interviewee"),
        (7, 1200, "7 of the 1,200 interviewees"),
    ],
)
def test_a_share_in_english(heard: int, total: int, words: str) -> None:
    assert share(heard, total, INTERVIEW, "en") == words


@pytest.mark.parametrize("kind", SourceKind)
@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_every_kind_of_material_has_words(kind: SourceKind, language: str) -> None:
    assert "%" not in share(3, 7, kind, language)
    assert share(3, 7, kind, "de") == share(3, 7, kind, "en")


def test_numbers_are_words_up_to_twenty() -> None:
    assert [number(n, "nl") for n in (1, 12, 20, 21, 12345)] == [
        "één",
        "twaalf",
        "twintig",
        "21",
        "12.345",
    ]
    assert [number(n, "en") for n in (1, 12, 20, 21, 12345)] == [
        "one",
        "twelve",
        "twenty",
        "21",
        "12,345",
    ]


def test_none_one_and_more() -> None:
    assert [counted(n, "bron", "bronnen", "nl") for n in (0, 1, 2)] == [
        "geen bronnen",
        "één bron",
        "twee bronnen",
    ]


def test_lists_read_as_one_would_say_them() -> None:
    assert listed([], "nl") == ""
    assert listed(["a"], "nl") == "a"
    assert listed(["a", "b", "c"], "nl") == "a, b en c"
    assert listed(["a", "b", "c"], "en") == "a, b and c"


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["Politie I"], "Politie I"),
        (["Politie I", "Politie II", "Politie IV"], "Politie I, II en IV"),
        ([f"Gesprek {n}" for n in range(1, 14)], "Gesprek 1 tot en met 13"),
        ([f"Gesprek {n}" for n in (1, 2, 3, 4, 9)], "Gesprek 1 tot en met 4 en 9"),
        (["Balie", "Intake"], "Balie en Intake"),
        (["Gesprek 1", "Gesprek 2", "Politie I"], "Gesprek 1 en 2; Politie I"),
    ],
)
def test_labels_say_once_what_they_share(labels: list[str], words: str) -> None:
    assert labels_listed(labels, "nl") == words


def test_dates_and_periods() -> None:
    assert long_date(date(2026, 3, 3), "nl") == "3 maart 2026"
    assert long_date(date(2026, 3, 3), "en") == "3 March 2026"
    days = date(2026, 3, 3), date(2026, 3, 27), date(2026, 4, 1), date(2027, 1, 5)
    assert period(days[0], days[0], "nl") == "op 3 maart 2026"
    assert period(days[0], days[1], "nl") == "van 3 tot en met 27 maart 2026"
    assert period(days[0], days[2], "nl") == "van 3 maart tot en met 1 april 2026"
    assert period(days[0], days[3], "nl") == "van 3 maart 2026 tot en met 5 januari 2027"
    assert period(days[0], days[1], "en") == "from 3 to 27 March 2026"


def test_a_sentence_begins_with_a_capital() -> None:
    assert sentence("zes geïnterviewden") == "Zes geïnterviewden"
    assert sentence("één chatgesprek") == "Eén chatgesprek"
    assert sentence("") == ""
