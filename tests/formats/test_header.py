"""The small header at the top of a file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.source_making import Checked, MemberCheck
from qualkit.domain.sources import Role, SourceKind, TextKind
from qualkit.errors import UnreadableFileError
from qualkit.formats.header import MOST_LINES, Header, split_header
from qualkit.formats.header_facts import read_minutes

FULL = Header(
    kind=SourceKind.INTERVIEW,
    title="Gesprek: capaciteit",
    label="Politie III",
    held_on=date(2026, 3, 12),
    language="nl",
    text_kind=TextKind.NOTES,
    speakers=(("I", Role.INTERVIEWER), ("R", Role.PARTICIPANT)),
    note="telefonisch",
)


@pytest.mark.parametrize(
    "lines",
    [
        "kind: interview\ntitle: Gesprek: capaciteit\nlabel: Politie III\ndate: 2026-03-12\n"
        "language: nl\ntext: notes\nspeakers: I = interviewer, R = participant\nnote: telefonisch",
        'Soort: Interview\ntitel: "Gesprek: capaciteit"\n\nlabel:  Politie  III\n'
        "datum: 12-03-2026\ntaal: Nederlands\nTEKST: uitgewerkte aantekeningen\n"
        "sprekers: I; R = deelnemer\nnotitie: telefonisch",
        "soort: interview\ntitel: Gesprek: capaciteit\nlabel: Politie III\ndatum: 12 maart 2026\n"
        "taal: nl-NL\ntekst: notities\nsprekers: I=interviewer,R=respondent,\n"
        "notitie: 'telefonisch'",
    ],
)
@pytest.mark.parametrize("end", ["---", "...", "--- "])
def test_keys_and_values_in_english_and_dutch(lines: str, end: str) -> None:
    header, text = split_header(f"---\n{lines}\n{end}\n\nI: Hoe is het?\n", "a.txt")
    assert header == FULL
    assert text == "\nI: Hoe is het?\n"


def test_terms_and_making_in_english_and_dutch() -> None:
    english = (
        "quotability: not at all\nattribution: group\ncontent: about illness\n"
        "recorder: the interviewer\nmode: by telephone\nminutes: 1 hour and 10 minutes\n"
        "check: changed, 2026-03-20"
    )
    dutch = (
        "citeerbaar: helemaal niet\naanduiding: groep\ninhoud: about illness\n"
        "vastlegger: the  interviewer\nvorm: by telephone\nduur: 1 uur 10\n"
        "controle: Aangepast, 20 maart 2026"
    )
    expected = Header(
        quotability=Quotability.NOT_AT_ALL,
        attribution=Attribution.GROUP,
        content_note="about illness",
        recorder="the interviewer",
        mode="by telephone",
        minutes=70,
        check=Checked(MemberCheck.CHANGED, date(2026, 3, 20)),
    )
    for lines in (english, dutch):
        assert split_header(f"---\n{lines}\n---", "a.txt")[0] == expected


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("55", 55),
        ("55 minuten", 55),
        ("1 uur", 60),
        ("1:05", 65),
        ("2 uur en 3 min.", 123),
        ("1u10", 70),
        ("1 h 10 m", 70),
    ],
)
def test_how_long_it_took(value: str, minutes: int) -> None:
    assert read_minutes(value) == minutes


@given(st.integers(1, 60 * 24 * 7))
def test_any_length_is_read_back_from_hours_and_minutes(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert read_minutes(f"{hours} uur en {rest} minuten") == minutes


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("vonnis", SourceKind.RULING),
        ("uitspraak", SourceKind.RULING),
        ("webpagina", SourceKind.WEB),
        ("nieuws", SourceKind.NEWS),
        ("chat", SourceKind.CHAT),
        ("transcript", SourceKind.TRANSCRIPT),
    ],
)
def test_kinds_in_dutch(value: str, kind: SourceKind) -> None:
    assert split_header(f"---\nsoort: {value}\n---", "a.txt") == (Header(kind=kind), "")


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst.\n---\nsoort: chat\n---\n",
        "---\nGewone tekst onder een lijn.\n---\nMeer tekst.",
        "---\n\nTekst na een lijn, zonder tweede.",
        "---\nI: Hoe is het?\nR: Goed.\n---\n",
        "---\nInterviewer: Hoe is het?\n---\n",
        "---",
        "---\n---\ntekst",
        " ---\nsoort: chat\n---\n",
        "",
    ],
)
def test_text_without_a_header_stays_as_it_is(text: str) -> None:
    assert split_header(text, "a.txt") == (Header(), text)


@pytest.mark.parametrize(
    ("lines", "line", "reason", "help_"),
    [
        ("tittel: Gesprek", 2, "'tittel' is not a known key", "titel"),
        ("soort: chat\n\ngewone tekst", 4, "key: value", "titel"),
        ("soort: boek", 2, "'boek' is not a kind of source", "vonnis"),
        ("soort: chat\nkind: chat", 3, "second time", "titel"),
        ("titel:", 2, "no value", "titel"),
        ("titel: a\ndatum: morgen", 3, "not a date", "12 maart 2026"),
        ("datum: 31-02-2026", 2, "not a day that exists", "12-03-2026"),
        ("datum: 12 foo 2026", 2, "not a day that exists", "12-03-2026"),
        ("tekst: proza", 2, "not a kind of text", "aantekeningen"),
        ("taal: klingon!", 2, "not a language", "nl"),
        ("sprekers: I = baas", 2, "'baas' is not a role", "deelnemer"),
        ("sprekers: = interviewer", 2, "no name", "I = interviewer"),
        ("sprekers: I = interviewer, i = deelnemer", 2, "named twice", "titel"),
        ("citeerbaar: misschien", 2, "'misschien' does not tell how", "parafrase"),
        ("duur: een tijdje", 2, "not how long something took", "1 uur 10"),
        ("duur: 0", 2, "not how long something took", "1 uur 10"),
        ("controle: prima", 2, "not an outcome of a check", "geen reactie"),
        ("controle: aangepast, gisteren", 2, "not a date", "2026-03-12"),
        ("label: Politie {x}", 2, "not a label", "Politie III"),
    ],
)
def test_a_mistake_is_named_with_its_line(lines: str, line: int, reason: str, help_: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        split_header(f"---\n{lines}\n---\ntekst", "a.txt")
    assert f"'a.txt', line {line}" in refusal.value.message
    assert reason in refusal.value.message
    assert help_ in refusal.value.hint


@pytest.mark.parametrize("filler", ["", "note\n" * (MOST_LINES + 5)])
def test_a_header_without_end_is_refused(filler: str) -> None:
    with pytest.raises(UnreadableFileError, match="no closing '---'"):
        split_header(f"---\ntitel: a\n{filler}", "a.txt")


def test_the_longest_header_is_read() -> None:
    blank = "\n" * (MOST_LINES - 1)
    assert split_header(f"---\ntitel: a\n{blank}---\ntekst", "a.txt")[1] == "tekst"


def test_values_in_errors_cannot_steer_a_terminal() -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        split_header("---\nsoort: \x1b[2J\u202e\n---", "a.txt")
    assert "\x1b" not in refusal.value.message
    assert "\u202e" not in refusal.value.message


@given(st.text(alphabet="-.:ad \nsoort", max_size=60))
def test_any_text_is_parted_or_refused(text: str) -> None:
    try:
        _, rest = split_header(f"---\n{text}", "a.txt")
    except UnreadableFileError:
        return
    assert f"---\n{text}".endswith(rest)
