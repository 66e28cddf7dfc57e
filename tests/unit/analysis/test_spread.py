from collections.abc import Sequence
from datetime import UTC, datetime

from qualkit.analysis.spread import KindSpread, Voice, spread
from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.sources import Role, Source, SourceKind, TextKind

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def source(number: int, kind: SourceKind = SourceKind.INTERVIEW, title: str = "") -> Source:
    text_kind = TextKind.CHAT if kind is SourceKind.CHAT else TextKind.NOTES
    return Source(f"s{number}", number, title or f"Bron {number}", kind, text_kind, "nl", NOW)


def coded(
    of: Source,
    start: int,
    label: str = "",
    code: str = "wachttijd",
    roles: Sequence[Role] = (Role.PARTICIPANT,),
) -> CodedSegment:
    coding = Coding(f"{code}{start}", f"v-{of.id}", start, start + 5, code, "ik", NOW)
    return CodedSegment(
        coding=coding,
        code=Code(code, code, NOW),
        source=of,
        words="woord",
        line=1,
        label=label or of.title,
        speakers=tuple(role.value for role in roles),
        roles=tuple(roles),
    )


def labels(sources: Sequence[Source], stem: str = "Politie") -> dict[str, str]:
    romans = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return {item.id: f"{stem} {romans[item.number]}" for item in sources}


def test_who_is_heard_stands_in_the_order_of_labels_and_not_of_counts() -> None:
    sources = [source(number) for number in (9, 2, 5)]
    names = labels(sources)
    segments = [coded(sources[0], start, names["s9"]) for start in (0, 10, 20)]
    segments.append(coded(sources[1], 0, names["s2"]))

    (found,) = spread(segments, sources, names)

    assert found == KindSpread(
        SourceKind.INTERVIEW, (Voice("Politie II", 1), Voice("Politie IX", 3)), ("Politie V",)
    )
    assert found.total == 3


def test_a_passage_with_two_codes_is_one_passage() -> None:
    only = source(1)
    segments = [coded(only, 0, code="wachttijd"), coded(only, 0, code="contact")]

    assert spread(segments, [only], {})[0].heard == (Voice("Bron 1", 1),)


def test_what_an_interviewer_or_helper_says_makes_nobody_heard() -> None:
    talk, chat = source(1), source(2, SourceKind.CHAT)
    segments = [
        coded(talk, 0, roles=[Role.INTERVIEWER]),
        coded(chat, 0, roles=[Role.HELPER]),
        coded(chat, 9, roles=[Role.HELPER, Role.VISITOR]),
    ]

    interviews, chats = spread(segments, [talk, chat], {})

    assert interviews.heard == ()
    assert chats.heard == (Voice("Bron 2", 1),)


def test_running_text_counts_though_nobody_speaks_in_it() -> None:
    ruling = source(1, SourceKind.RULING)

    assert spread([coded(ruling, 0, roles=[])], [ruling], {})[0].heard == (Voice("Bron 1", 1),)


def test_one_participant_with_two_sources_counts_once() -> None:
    first, second = source(1), source(2)
    names = {"s1": "Politie I", "s2": "Politie I"}

    (found,) = spread([coded(second, 0, "Politie I")], [first, second], names)

    assert (found.total, found.heard) == (1, (Voice("Politie I", 1),))


def test_every_kind_in_the_project_is_told_also_when_nobody_is_heard_in_it() -> None:
    sources = [source(1), source(2, SourceKind.CHAT)]

    found = spread([], sources, {})

    assert [(group.kind, group.silent) for group in found] == [
        (SourceKind.INTERVIEW, ("Bron 1",)),
        (SourceKind.CHAT, ("Bron 2",)),
    ]
