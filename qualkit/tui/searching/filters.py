"""Where a search looks, in words: "participants' words, in P1-P6, coded with 'capaciteit'"."""

from collections.abc import Sequence
from itertools import pairwise

from qualkit.domain.search import Scope
from qualkit.domain.sources import Role
from qualkit.services.project import Project
from qualkit.translation import _

EVIDENCE = tuple(role for role in Role if role.is_evidence)
"""Who counts as evidence."""

MOST_NAMED = 3
"""Cases and codes that are named; of more only the number is told."""


def scope_in_words(project: Project, scope: Scope, with_codes: bool) -> str:
    """Say where a search looks; without codes where those play no part."""
    parts = [_("participants' words") if scope.roles else _("everybody's words")]
    if scope.source_ids:
        entries = project.sources.entries()
        numbers = [each.source.number for each in entries if each.source.id in scope.source_ids]
        parts.append(_("in {sources}").format(sources=ranges(numbers)))
    if scope.case_ids:
        labels = [
            label for case, label, _sources in project.cases.entries() if case.id in scope.case_ids
        ]
        parts.append(_("of {cases}").format(cases=_listed(labels)))
    if with_codes and scope.code_ids:
        entries_of_codes = project.codes.entries(counted=False)
        names = [each.path for each in entries_of_codes if each.code.id in scope.code_ids]
        quoted = _listed([f"'{name}'" for name in names])
        parts.append(_("coded with {codes}").format(codes=quoted))
    if with_codes and scope.uncoded:
        parts.append(_("not coded"))
    return ", ".join(parts)


def ranges(numbers: Sequence[int]) -> str:
    """Write the numbers of sources: `P1-P3, P7`."""
    ordered = sorted(numbers)
    starts = [b for a, b in pairwise([-1, *ordered]) if b != a + 1]
    ends = [a for a, b in pairwise([*ordered, -1]) if b != a + 1]
    return ", ".join(
        f"P{start}" if start == end else f"P{start}-P{end}"
        for start, end in zip(starts, ends, strict=True)
    )


def _listed(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    rest = len(names) - MOST_NAMED + 1
    return _("{names} and {count} more").format(
        names=", ".join(names[: MOST_NAMED - 1]), count=rest
    )
