"""Which passages of one set overlap a passage of another."""

from bisect import bisect_left
from collections.abc import Iterable

from qualkit.domain.themes import ThemeMember


def overlapping(these: Iterable[ThemeMember], those: Iterable[ThemeMember]) -> list[ThemeMember]:
    """Give those of `these` that share at least one sign with one of `those`, in their order."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for member in those:
        stretches.setdefault(member.version_id, []).append((member.start, member.end))
    reach = {version: _joined(found) for version, found in stretches.items()}
    return [member for member in these if _touches(member, reach.get(member.version_id, []))]


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the stretches in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _touches(member: ThemeMember, joined: list[tuple[int, int]]) -> bool:
    """Tell whether one of the stretches, in order and apart, overlaps a passage."""
    place = bisect_left(joined, (member.end, 0)) - 1
    return place >= 0 and joined[place][1] > member.start
