"""Which codes are offered for a passage, on what evidence, and which never are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.code_fit import LEAST_PASSAGES, CodeFit, Place
from qualkit.domain.codes import Code, CodeEntry, CodeStatus
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.sources import Role, Source, SourceKind, TextKind
from qualkit.domain.spans import Span

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SMALL = {"de", "het", "een", "en", "is", "te", "weinig", "van", "er", "op"}
ABOUT_ROSTERS = "het rooster van de avonddienst is krap"


def lemmas(text: str) -> list[str]:
    return [word for word in text.casefold().split() if word not in SMALL]


def entry(name: str, description: str = "", status: CodeStatus = CodeStatus.ACTIVE) -> CodeEntry:
    code = Code(name, name, NOW, description=description, status=status)
    return CodeEntry(code, f"werk > {name}", 1)


def coded(
    of: CodeEntry,
    words: str,
    number: int,
    roles: Sequence[Role] = (Role.PARTICIPANT,),
    suggestion: str = "",
) -> CodedSegment:
    start = 100 * number
    coding = Coding(
        f"{of.code.id}{number}", "v1", start, start + 50, of.code.id, "ik", NOW, False, suggestion
    )
    source = Source("s1", 1, "Bron", SourceKind.INTERVIEW, TextKind.NOTES, "nl", NOW)
    return CodedSegment(coding, of.code, source, words, number, "Politie I", roles=tuple(roles))


PLANNING = entry("planning")
ROSTERS = [
    coded(PLANNING, "het rooster is een puzzel", 1),
    coded(PLANNING, "de avonddienst is krap bezet", 2),
    coded(PLANNING, "rooster en avonddienst botsen", 3),
    coded(PLANNING, "koffie en taart", 4),
]


def offered(fit: CodeFit, words: str = ABOUT_ROSTERS) -> dict[str, str]:
    return {item.code.name: item.evidence for item in fit.fitting(words)}


def test_likeness_is_shown_with_the_passages_it_rests_on() -> None:
    (found,) = CodeFit([PLANNING], ROSTERS, lemmas).fitting(ABOUT_ROSTERS)
    assert found.evidence == "lijkt op 3 fragmenten bij 'planning'"
    assert found.path == "werk > planning"
    assert set(found.references) == {"P1:1", "P1:2", "P1:3"}
    english = CodeFit([PLANNING], ROSTERS, lemmas, "en")
    assert offered(english) == {"planning": "like 3 passages coded 'planning'"}


def test_one_passage_is_no_evidence_also_when_two_people_coded_it() -> None:
    assert offered(CodeFit([PLANNING], ROSTERS[:1], lemmas)) == {}
    twin = replace(ROSTERS[0], coding=replace(ROSTERS[0].coding, id="x", coder="jij"))
    assert offered(CodeFit([PLANNING], [ROSTERS[0], twin], lemmas)) == {}


def test_what_interviewers_and_helpers_say_is_no_evidence() -> None:
    for role in (Role.INTERVIEWER, Role.HELPER):
        asked = [replace(item, roles=(Role.PARTICIPANT, role)) for item in ROSTERS]
        assert offered(CodeFit([PLANNING], asked, lemmas)) == {}


def test_a_passage_is_no_evidence_for_itself() -> None:
    fit = CodeFit([PLANNING], ROSTERS[:2], lemmas)
    assert fit.fitting(ABOUT_ROSTERS, Place("v2", Span(100, 150)))
    assert not fit.fitting(ABOUT_ROSTERS, Place("v1", Span(120, 180)))


def test_a_code_is_offered_by_its_name_description_and_first_words() -> None:
    codes = [
        entry("avonddienst"),
        entry("avonddiensten"),
        entry("werkdruk", "wat een krap rooster met mensen doet"),
        entry("te weinig rooster"),
        entry("kantine"),
        entry("klem"),
    ]
    first_words = coded(codes[-1], "iets anders", 1, suggestion="krap rooster")
    found = offered(CodeFit(codes, [first_words], lemmas))
    assert found == {
        "avonddienst": "'avonddienst' komt erin terug",
        "avonddiensten": "'avonddiensten' komt erin terug",
        "werkdruk": "'krap', 'rooster' staat ook in de omschrijving",
        "te weinig rooster": "'te weinig rooster' komt erin terug",
        "klem": "'krap rooster' komt erin terug",
    }


def test_the_code_with_both_kinds_of_evidence_comes_first() -> None:
    named = entry("krap")
    more = [coded(named, words.words, place + 10) for place, words in enumerate(ROSTERS[:3])]
    found = CodeFit([PLANNING, named], [*ROSTERS, *more], lemmas).fitting(ABOUT_ROSTERS)
    assert [item.code.name for item in found] == ["krap", "planning"]
    assert found[0].evidence == "lijkt op 3 fragmenten bij 'krap'; 'krap' komt erin terug"


names = st.sampled_from(["rooster", "krap", "avonddienst", "kennis", "te weinig"])
texts = st.lists(st.sampled_from([*ABOUT_ROSTERS.split(), "kennis", "hoofd"]), max_size=8)


@given(
    codes=st.lists(st.tuples(names, st.sampled_from(CodeStatus)), unique_by=lambda pair: pair[0]),
    passages=st.lists(st.tuples(st.integers(0, 4), texts, st.sampled_from(Role)), max_size=12),
    words=texts,
    taken=st.sets(names),
)
def test_never_a_retired_code_one_that_is_there_or_one_without_evidence(
    codes: list[tuple[str, CodeStatus]],
    passages: list[tuple[int, list[str], Role]],
    words: list[str],
    taken: set[str],
) -> None:
    entries = [entry(name, status=status) for name, status in codes]
    segments = [
        coded(entries[which % len(entries)], " ".join(said), number, [role])
        for number, (which, said, role) in enumerate(passages)
        if entries
    ]
    fit = CodeFit(entries, segments, lemmas)
    found = fit.fitting(" ".join(words), None, taken)
    assert found == fit.fitting(" ".join(words), None, taken)
    assert len({item.code.id for item in found}) == len(found)
    for item in found:
        assert item.code.status is CodeStatus.ACTIVE
        assert item.code.name not in taken
        assert item.evidence
        if "lijkt op" in item.evidence:
            heard = {
                segment.words
                for segment in segments
                if segment.code.id == item.code.id and segment.roles[0].is_evidence
            }
            assert len(heard) >= LEAST_PASSAGES
