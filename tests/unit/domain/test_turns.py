"""Who says what, in the shapes in which chats, interviews and transcripts come."""

import re
import time
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.sources import Role, Utterance
from qualkit.domain.speakers import guess_role
from qualkit.domain.turns import find_utterances, is_empty_turn

EVENING = datetime(2020, 4, 2, 19, 31)

INTERVIEW = """\
# Gesprek over capaciteit

Vooraf is toestemming gevraagd.

I: Hoe is de bezetting?

R: Te weinig mensen.

Vooral in de avond.
I: En de wachttijd?
R: Let op: dat verschilt per team.

## Tweede deel

Na de pauze.

I: Nog iets?
R: Nee.
"""


def said(text: str, speakers: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(text)) for turn in find_utterances(text, speakers)]


@pytest.mark.parametrize(
    ("prefix", "speaker", "moment"),
    [
        ("[2020-04-02 19:31] bezoeker: ", "bezoeker", EVENING),
        ("[2020-04-02T19:31:05] naam: ", "naam", EVENING.replace(second=5)),
        ("2020-04-02T19:31:05Z naam: ", "naam", EVENING.replace(second=5)),
        ("2020-04-02 19:31 bezoeker: ", "bezoeker", EVENING),
        ("02-04-2020 19:31 - Jan de Vries: ", "Jan de Vries", EVENING),
        ("02-04-2020 19:31 - +31 6 00000000: ", "+31 6 00000000", EVENING),
        ("[02-04-2020 19:31:05] Anna: ", "Anna", EVENING.replace(second=5)),
        ("\u200e[02-04-2020 19:31:05] Anna: \u200e", "Anna", EVENING.replace(second=5)),
        ("2/4/20, 19:31 - Anna: ", "Anna", EVENING),
        ("4/2/20, 7:31\u202fPM - Anna: ", "Anna", datetime(2020, 2, 4, 19, 31)),
        ("4/13/20, 12:05 AM - Anna: ", "Anna", datetime(2020, 4, 13, 0, 5)),
        ("[19:31] bezoeker: ", "bezoeker", None),
        ("19:31 bezoeker: ", "bezoeker", None),
        ("(19:31) bezoeker: ", "bezoeker", None),
        ("[19:31] **bezoeker:** ", "bezoeker", None),
        ("[19:31] user_12:", "user_12", None),
    ],
)
def test_a_chat_line_is_read(prefix: str, speaker: str, moment: datetime | None) -> None:
    text = f"{prefix}\nhallo, is er iemand?"
    assert find_utterances(text) == (Utterance(0, len(prefix) + 1, len(text), speaker, moment),)


@pytest.mark.parametrize(
    "line",
    [
        "[19:31 bezoeker: hallo",
        "[25:31] bezoeker: hallo",
        "[2020-13-40 19:31] bezoeker: hallo",
        "32/32/20, 19:31 - Anna: hallo",
        "13:31 PM Anna: hallo",
        "19:31",
        "19:31 https://voorbeeld.nl",
        "19:31 uur: de trein vertrekt",
        "12:00 Lunch: soep",
        "Zie http://voorbeeld.nl of de map.",
    ],
)
def test_what_only_resembles_a_chat_line_is_not_read(line: str) -> None:
    assert find_utterances(line) == ()


def test_american_dates_are_known_by_one_that_can_only_be_american() -> None:
    text = "4/2/20, 7:31 PM - Anna: hoi\n4/13/20, 7:31 PM - Bo: dag"
    moments = [turn.said_at for turn in find_utterances(text)]
    assert moments == [EVENING, datetime(2020, 4, 13, 19, 31)]


def test_messages_of_several_lines_and_system_lines() -> None:
    text = (
        "02-04-2020 19:30 - Berichten zijn versleuteld.\n"
        "02-04-2020 19:31 - Anna: Twee vragen:\n"
        "- hoe lang duurt het?\n"
        "\n"
        "School: wie belt er?\n"
        "02-04-2020 19:32 - Bo: \n"
        "02-04-2020 19:33 - Bo: Een week.  \n"
        "02-04-2020 19:34 - Anna heeft de groep verlaten\n"
    )
    assert said(text) == [
        ("", "Berichten zijn versleuteld."),
        ("Anna", "Twee vragen:\n- hoe lang duurt het?\n\nSchool: wie belt er?"),
        ("Bo", "Een week."),
        ("", "Anna heeft de groep verlaten"),
    ]
    assert find_utterances(text)[0].said_at == datetime(2020, 4, 2, 19, 30)


def test_time_codes_inside_a_turn_are_words() -> None:
    text = "I: Hoe gaat het?\nR: Druk.\n[00:12:31] Erg druk.\nI: Sinds wanneer?\nR: Mei."
    assert said(text)[1] == ("R", "Druk.\n[00:12:31] Erg druk.")


def test_a_dialogue_quoted_inside_a_chat_message_is_words() -> None:
    text = (
        "[19:31] bezoeker: het ging zo\nmoeder: doe dat\nvader: nee\nmoeder: toch\nvader: goed\n"
        "[19:32] medewerker: duidelijk\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["bezoeker", "medewerker"]


def test_an_interview_with_headings() -> None:
    assert said(INTERVIEW) == [
        ("I", "Hoe is de bezetting?"),
        ("R", "Te weinig mensen.\n\nVooral in de avond."),
        ("I", "En de wachttijd?"),
        ("R", "Let op: dat verschilt per team."),
        ("I", "Nog iets?"),
        ("R", "Nee."),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I:", "R:"),
        ("Interviewer:", "Respondent 1:"),
        ("**Interviewer:**", "**Respondent 1:**"),
        ("**Interviewer**:", "**Respondent 1**:"),
        ("INTERVIEWER:", "RESPONDENT:"),
        ("Anneke:", "Bo:"),
        ("  I:", "\tR:"),
    ],
)
def test_prefixes_of_transcripts(first: str, second: str) -> None:
    text = f"{first} Hoe is de planning?\n{second} Vol.\n{first} Altijd?\n{second} Ja.\n"
    found = find_utterances(text)
    assert [turn.span.of(text) for turn in found] == [
        "Hoe is de planning?",
        "Vol.",
        "Altijd?",
        "Ja.",
    ]
    assert found[0].speaker == first.strip(" \t*:")
    assert text[found[1].marker_start :].startswith(second.strip())


def test_a_speaker_who_speaks_once_is_found_beside_one_who_comes_back() -> None:
    text = "I: Hoe is het?\nR: Goed.\nI: Dank."
    assert said(text) == [("I", "Hoe is het?"), ("R", "Goed."), ("I", "Dank.")]


@pytest.mark.parametrize(
    "text",
    [
        "Let op: een verslag.\nDatum: 3 maart.\nLet op: nog niet klaar.\nDatum: 4 maart.",
        "Conclusie: te weinig mensen.\nTen tweede: te weinig tijd.",
        "Interviewer: A. de Boer\nRespondent: politie\n\nHet gesprek ging over capaciteit.",
        "Zie https://voorbeeld.nl\nhttps://voorbeeld.nl\nhttps: ja\nhttps: ja\nhttp: a\nhttp: b",
        "19:31\n19:31\n20:15\n20:15",
        "Planning: vol.\n"
        + "Er is te weinig tijd.\n" * 60
        + "Planning: vol.\nRooster: ja.\nRooster: ja",
        "Dit is een lange zin over de planning van dit jaar: vol.\n" * 4,
        "",
    ],
)
def test_running_text_has_no_speakers(text: str) -> None:
    assert find_utterances(text) == ()


def test_named_speakers_are_believed_at_once_whatever_their_capitals() -> None:
    assert said("let op: hier\nAnneke: ja", ("anneke",)) == [("Anneke", "ja")]


def test_a_prefix_without_words_is_an_empty_turn() -> None:
    assert is_empty_turn("[19:31] Bezoeker: \n", {"bezoeker"})
    assert is_empty_turn("Anneke:\n", {"anneke"})
    assert not is_empty_turn("[19:31] bezoeker: ja", {"bezoeker"})
    assert not is_empty_turn("Datum:", {"bezoeker"})


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("I", Role.INTERVIEWER),
        ("INTERVIEWER 2", Role.INTERVIEWER),
        ("vrager", Role.INTERVIEWER),
        ("de onderzoeker", Role.INTERVIEWER),
        ("R1", Role.PARTICIPANT),
        ("Respondent 12", Role.PARTICIPANT),
        ("Gei\u0308nterviewde", Role.PARTICIPANT),
        ("deelnemer", Role.PARTICIPANT),
        ("bezoeker", Role.VISITOR),
        ("Cliënt 3", Role.VISITOR),
        ("chatter", Role.VISITOR),
        ("medewerker Anna", Role.HELPER),
        ("vrijwilliger", Role.HELPER),
        ("Rechtbank Utrecht", Role.COURT),
        ("het hof", Role.COURT),
        ("advocaat-generaal", Role.PARTY),
        ("officier van justitie", Role.PARTY),
        ("Verdachte", Role.PARTY),
        ("Peter van 't Hof", Role.UNKNOWN),
        ("Ria", Role.UNKNOWN),
        ("", Role.UNKNOWN),
    ],
)
def test_roles_are_guessed_from_names(name: str, role: Role) -> None:
    assert guess_role(name) is role


@pytest.mark.parametrize("line", ["a", " ", "[", "*", ": ", "1:", "\u200e", "19:31 ", "**a"])
def test_a_very_long_line_costs_little(line: str) -> None:
    before = time.process_time()
    find_utterances(line * 2_000_000)
    assert time.process_time() - before < 2


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "[2020-04-02 19:31] bezoeker:",
                "[2020-04-02 19:32] medewerker: dag ",
                "[2020-04-02 19:33] gesprek gestart",
                "19:31 bezoeker: ja",
                "I: ",
                "R:\tgoed",
                "**I:** wat",
                "Let op: hier",
                "## Kop",
                "",
                "  ",
            ]
        ),
        st.text(alphabet="aI :*#[]\u200e\u00a019-é", max_size=12),
    ),
    max_size=14,
)


@given(LINES, st.sets(st.sampled_from(["i", "R", "bezoeker", ""])))
def test_utterances_lie_in_order_and_hold_trimmed_words(lines: list[str], names: set[str]) -> None:
    text = "\n".join(lines)
    at = 0
    for turn in find_utterances(text, names):
        assert at <= turn.marker_start < turn.start < turn.end <= len(text)
        words = turn.span.of(text)
        assert words
        assert words == words.strip()
        assert turn.speaker in text[turn.marker_start : turn.start]
        assert not text[turn.marker_start].isspace()
        at = turn.end


@given(LINES)
def test_only_headings_and_text_before_the_first_turn_belong_to_nobody(lines: list[str]) -> None:
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    found = find_utterances(text)
    for left, right in pairwise(found):
        between = text[left.end : right.marker_start].split("\n")
        assert all(re.search(r":[\s*\u200e]*$|^\s*$", line) for line in between)
